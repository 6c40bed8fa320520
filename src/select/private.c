/* private.c - what a CV for everybody does not say; see private.h. */
#include "private.h"
#include "mkcv/section.h"
#include "mkcv/select.h"
#include "mkcv/utf8.h"
#include <string.h>

/* What stands before private data, folded. */
static const char *const labels[] = {
    "date of birth",
    "birth date",
    "birthdate",
    "birthday",
    "born",
    "geburtsdatum",
    "geburtstag",
    "geboren",
    "date de naissance",
    "ne le",
    "nee le",
    "fecha de nacimiento",
    "data de nascimento",
    "data di nascita",
    "出生日期",
    "出生年月",
    "生年月日",
    "생년월일",
    "phone",
    "telephone",
    "tel",
    "mobile",
    "cell",
    "fax",
    "telefon",
    "handy",
    "telefono",
    "telefone",
    "cellulare",
    "电话",
    "手机",
    "電話",
    "전화",
    "address",
    "home address",
    "postal address",
    "adresse",
    "anschrift",
    "direccion",
    "endereco",
    "indirizzo",
    "地址",
    "住址",
    "住所",
    "주소",
};

/* "Phone: 555", "Born 1 May 1980". */
static bool is_labelled(struct mkcv_arena *a, const struct mkcv_text *t)
{
    const char *folded = t->s ? mkcv_utf8_fold(a, mkcv_arena_strndup(a, t->s, mkcv_text_length(t))) : "";
    folded += strspn(folded, " \t");
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        size_t n = strlen(labels[i]);
        if (strncmp(folded, labels[i], n) != 0) continue;
        const char *rest = folded + n + strspn(folded + n, " .*");
        bool born = !strncmp(labels[i], "born", 4) || !strncmp(labels[i], "geboren", 7) || !strncmp(labels[i], "ne", 2);
        if (!*rest || *rest == ':' || !strncmp(rest, "：", 3) || (born && strpbrk(rest, "0123456789"))) return true;
    }
    return false;
}

/* The chain without what is labelled as private; an item or row is as its first text. */
static struct mkcv_block *public_blocks(struct mkcv_arena *a, const struct mkcv_block *b)
{
    struct mkcv_block *first = NULL, **to = &first;
    for (; b; b = b->next) {
        if (is_labelled(a, &b->text) || (b->first && is_labelled(a, &b->first->text))) continue;
        struct mkcv_block *copy = MKCV_NEW(a, struct mkcv_block);
        *copy = *b;
        copy->next = NULL;
        copy->first = public_blocks(a, b->first);
        *to = copy;
        to = &copy->next;
    }
    return first;
}

static bool names_section(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_section *s,
                          const struct mkcv_targets *private)
{
    for (size_t i = 0; i < private->list.count; i++)
        if (mkcv_select_is_named(a, cv, s, private->list.at[i].name)) return true;
    return false;
}

static bool names(const struct mkcv_targets *private, const char *name)
{
    for (size_t i = 0; name && i < private->list.count; i++)
        if (!strcasecmp(private->list.at[i].name, name)) return true;
    return false;
}

static void remove_contacts(struct mkcv_basics *b, const struct mkcv_targets *private)
{
    b->phone = b->address = b->postal_code = NULL;
    if (names(private, "email")) b->email = NULL;
    if (names(private, "url")) b->url = NULL;
    if (names(private, "photo") || names(private, "image")) b->image = NULL;
    if (names(private, "location")) b->city = b->region = b->country = NULL;
    const struct mkcv_profile *all = b->profiles.at;
    size_t count = b->profiles.count, kept = 0;
    for (size_t i = 0; i < count; i++)
        if (!names(private, all[i].network)) b->profiles.at[kept++] = all[i];
    b->profiles.count = kept;
}

void mkcv_private_remove(struct mkcv_arena *a, struct mkcv_cv *cv, const struct mkcv_settings *settings)
{
    size_t kept = 0, count = cv->basics.profiles.count;
    struct mkcv_profile *profiles = MKCV_NEW_ARRAY(a, struct mkcv_profile, count + 1);
    for (size_t i = 0; i < count; i++) profiles[i] = cv->basics.profiles.at[i];
    cv->basics.profiles.at = profiles;
    remove_contacts(&cv->basics, &settings->private);
    for (size_t i = 0; i < cv->sections.count; i++) {
        struct mkcv_section s = cv->sections.at[i];
        if (s.kind == MKCV_KIND_REFERENCES || names_section(a, cv, &s, &settings->private)) continue;
        bool text = s.body != NULL;
        s.body = public_blocks(a, s.body);
        if (!text || s.body || s.entries.count) cv->sections.at[kept++] = s;
    }
    cv->sections.count = kept;
}

bool mkcv_private_is_known(struct mkcv_arena *a, const struct mkcv_cv *cv, const char *name)
{
    static const char *const contacts[] = {"email", "url", "photo", "image", "location", "phone", "address"};
    for (size_t i = 0; i < sizeof contacts / sizeof *contacts; i++)
        if (!strcasecmp(contacts[i], name)) return true;
    for (size_t i = 0; i < cv->basics.profiles.count; i++)
        if (cv->basics.profiles.at[i].network && !strcasecmp(cv->basics.profiles.at[i].network, name)) return true;
    if (mkcv_kind_from_key(name) != MKCV_KIND_COUNT) return true;
    for (size_t i = 0; i < cv->sections.count; i++)
        if (mkcv_select_is_named(a, cv, &cv->sections.at[i], name)) return true;
    return false;
}
