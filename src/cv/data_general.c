/* data_general.c - the section that CVs in data files open with: pairs of a name and a value about the owner. What the
 * head of a CV holds goes there, languages become entries; the rest stays a section. */
#include "data.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

static bool is_one_of(const char *fold, const char *const *names)
{
    for (; *names; names++)
        if (!strcmp(fold, *names)) return true;
    return false;
}

#define NAMES(...) ((const char *const[]){__VA_ARGS__, NULL})

/* "English (native), German (B2)": an entry each. */
static void read_languages(struct mkcv_reader *r, const struct mkcv_node *value)
{
    struct mkcv_text t = mkcv_data_text(r, value->value, value->loc);
    size_t n = mkcv_text_length(&t);
    if (mkcv_text_is_empty(&t)) return;
    struct mkcv_ranges list = mkcv_list_split(r->arena, t.s, 0, n, ",;", true);
    for (size_t i = 0; i < list.list.count && i < 40; i++) {
        struct mkcv_range one = list.list.at[i];
        size_t open = mkcv_find_outside(t.s, one.from, one.to, ":");
        const char *bracket = memchr(t.s + one.from, '(', one.to - one.from);
        if (bracket && (size_t)(bracket - t.s) < open) open = (size_t)(bracket - t.s);
        struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_LANGUAGES, value->loc);
        mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &t, one.from, open);
        if (open < one.to) mkcv_entry_set(r, e, MKCV_FIELD_LEVEL, &t, open + 1, one.to);
    }
}

/* True when the pair needs no line of its own. */
static bool read_pair(struct mkcv_reader *r, const char *name, const struct mkcv_node *value)
{
    struct mkcv_basics *b = &r->cv->basics;
    const char *fold = mkcv_utf8_fold(r->arena, name);
    if (is_one_of(fold, NAMES("full name", "name", "nom", "nombre", "姓名", "氏名"))) {
        mkcv_person_name(r, value->value, value->loc);
        return true;
    }
    if (is_one_of(fold, NAMES("languages", "language", "langues", "sprachen", "idiomas", "lingue", "语言", "言語"))) {
        read_languages(r, value);
        return true;
    }
    if (is_one_of(fold, NAMES("email", "e mail", "mail", "email address"))) {
        struct mkcv_text t = mkcv_data_text(r, value->value, value->loc);
        return !mkcv_text_is_empty(&t) && mkcv_person_email(r, &t);
    }
    if (is_one_of(fold, NAMES("phone", "telephone", "tel", "mobile", "phone number")) && strlen(value->value) < 40) {
        if (!b->phone) b->phone = value->value;
        return true;
    }
    if (is_one_of(fold, NAMES("position", "role", "occupation", "job title", "title", "current position")) &&
        strlen(value->value) < 120) {
        if (mkcv_text_is_empty(&b->label)) b->label = mkcv_data_text(r, value->value, value->loc);
        return true;
    }
    struct mkcv_text shown = mkcv_data_text(r, value->value, value->loc);
    const char *url = mkcv_text_is_empty(&shown) ? NULL : mkcv_text_url(&shown, 0, mkcv_text_length(&shown));
    if (url && mkcv_profile_from_url(r, url)) return true;
    return is_one_of(fold, NAMES("website", "homepage", "web", "url")) && b->url != NULL;
}

static const char *name_of(const struct mkcv_node *pair) { return mkcv_node_string(pair, "name"); }

static bool is_pairs(const struct mkcv_node *entries)
{
    for (const struct mkcv_node *m = entries->first; m; m = m->next)
        if (!name_of(m) || !mkcv_node_lookup(m, "value")) return false;
    return entries->kind == MKCV_NODE_LIST && entries->first;
}

bool mkcv_data_read_general(struct mkcv_reader *r, const char *title, const struct mkcv_node *entries,
                            struct mkcv_node *rest)
{
    const char *fold = title ? mkcv_utf8_fold(r->arena, title) : "";
    if (!is_one_of(fold,
                   NAMES("general information", "general info", "personal information", "personal details",
                         "personal data", "basic information", "contact information", "informations generales",
                         "informacion general", "informacion personal", "personliche daten", "基本信息", "个人信息")) ||
        !is_pairs(entries))
        return false;
    struct mkcv_node **next = &rest->first;
    rest->loc = entries->loc;
    for (const struct mkcv_node *m = entries->first; m; m = m->next) {
        const struct mkcv_node *value = mkcv_node_lookup(m, "value");
        if (value->kind == MKCV_NODE_SCALAR && value->value && read_pair(r, name_of(m), value)) continue;
        *next = MKCV_NEW(r->arena, struct mkcv_node);
        **next = *m;
        (*next)->next = NULL;
        next = &(*next)->next;
    }
    return true;
}
