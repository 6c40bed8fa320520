/* private.c - what a CV for everybody does not say; see private.h. */
#include "private.h"
#include "mkcv/section.h"
#include "mkcv/select.h"
#include "mkcv/utf8.h"
#include <string.h>

/* What stands before a birth date, whatever follows; and before other private data, with a colon. */
static const char *const births[] = {
    "date of birth",      "birth date", "birthdate",         "birthday", "born",    "geburtsdatum",
    "geburtstag",         "geboren",    "date de naissance", "né le",    "née le",  "fecha de nacimiento",
    "data de nascimento", "nascido",    "data di nascita",   "nato il",  "nata il", "出生日期",
    "出生年月",           "生年月日",   "생년월일",          NULL,
};
static const char *const contacts[] = {
    "phone",        "telephone",      "tel",     "mobile",    "mobile phone", "cell",     "cell phone", "fax",
    "telefon",      "handy",          "mobil",   "téléphone", "portable",     "teléfono", "móvil",      "telefone",
    "telefono",     "cellulare",      "电话",    "手机",      "電話",         "携帯電話", "전화",       "address",
    "home address", "postal address", "adresse", "anschrift", "dirección",    "endereço", "indirizzo",  "地址",
    "住址",         "住所",           "주소",    NULL,
};

static bool is_word(struct mkcv_arena *a, const char *folded, const char *const *words)
{
    for (; *words; words++)
        if (!strcmp(folded, mkcv_utf8_fold(a, *words))) return true;
    return false;
}

static bool begins_with_birth(struct mkcv_arena *a, const char *folded)
{
    for (const char *const *word = births; *word; word++) {
        const char *birth = mkcv_utf8_fold(a, *word);
        size_t n = strlen(birth);
        if (!strncmp(folded, birth, n) && (folded[n] == ' ' || *birth & 0x80) && strpbrk(folded, "0123456789"))
            return true;
    }
    return false;
}

/* "Phone: 555", "Born 1 May 1980", or such a label alone, as in a table. */
static bool is_labelled(struct mkcv_arena *a, const struct mkcv_text *t)
{
    if (!t->s) return false;
    const char *text = mkcv_arena_strndup(a, t->s, mkcv_text_length(t)), *wide = strstr(text, "：");
    size_t n = strcspn(text, ":");
    if (wide && (size_t)(wide - text) < n) n = (size_t)(wide - text);
    const char *label = mkcv_utf8_fold(a, mkcv_arena_strndup(a, text, n));
    return is_word(a, label, births) || is_word(a, label, contacts) || begins_with_birth(a, mkcv_utf8_fold(a, text));
}

/* Where "LABEL: ..." begins in a text, after a word's end; NULL: nowhere. */
static const char *find_label(const char *s, const char *const *words)
{
    for (; *words; words++)
        for (const char *at = s; (at = strcasestr(at, *words)); at++) {
            const char *behind = at + strlen(*words);
            behind += strspn(behind, " .");
            bool begins = at == s || strchr(" \t\n(|,;", at[-1]) || at[-1] & 0x80;
            if (begins && (*behind == ':' || !strncmp(behind, "：", 3))) return at;
        }
    return NULL;
}

/* What the header no longer shows is not to be found in texts either. */
struct secrets {
    const char *list[4]; /* NULL: none */
};

static struct mkcv_text cut_out(struct mkcv_arena *a, const struct mkcv_text *t, size_t from, size_t to)
{
    struct mkcv_text left = mkcv_text_slice(a, t, 0, from);
    struct mkcv_text right = mkcv_text_slice(a, t, to, mkcv_text_length(t));
    mkcv_text_join(a, &left, &right, MKCV_ROLE_PLAIN);
    return left;
}

/* The text without secrets, and without "Phone: +49 30 555" and the like, each up to the end of its sentence or line.
 */
static struct mkcv_text public_text(struct mkcv_arena *a, const struct mkcv_text *t, const struct secrets *secrets)
{
    struct mkcv_text rest = *t;
    for (int turn = 0; turn < 8; turn++) { /* as many as a line of contacts has */
        const char *s = rest.s ? rest.s : "", *at = find_label(s, contacts), *end = at;
        if (!at) at = end = find_label(s, births);
        if (!at) break;
        while (*end && *end != '\n' && *end != '|' && *end != ';' && strncmp(end, "\u2028", 3) != 0 &&
               strncmp(end, ". ", 2) != 0)
            end++;
        rest = cut_out(a, &rest, (size_t)(at - s), (size_t)(end - s));
    }
    for (size_t i = 0; i < 4; i++) {
        const char *secret = secrets->list[i], *at = secret && rest.s ? strcasestr(rest.s, secret) : NULL;
        if (at) rest = cut_out(a, &rest, (size_t)(at - rest.s), (size_t)(at - rest.s) + strlen(secret));
    }
    return rest;
}

/* The chain without what is labelled as private; an item or row is as its first text. */
static struct mkcv_block *public_blocks(struct mkcv_arena *a, const struct mkcv_block *b, const struct secrets *secrets)
{
    struct mkcv_block *first = NULL, **to = &first;
    for (; b; b = b->next) {
        if (is_labelled(a, &b->text) || (b->first && is_labelled(a, &b->first->text))) continue;
        struct mkcv_block *copy = MKCV_NEW(a, struct mkcv_block);
        *copy = *b;
        copy->next = NULL;
        copy->text = public_text(a, &b->text, secrets);
        copy->first = public_blocks(a, b->first, secrets);
        *to = copy;
        to = &copy->next;
    }
    return first;
}

bool mkcv_private_is_section(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_section *s,
                             const struct mkcv_targets *private)
{
    if (s->kind == MKCV_KIND_REFERENCES) return true;
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

/* Its list of paragraphs becomes its own. */
static void remove_from_profile(struct mkcv_arena *a, struct mkcv_basics *b, const struct secrets *secrets)
{
    size_t count = b->summary.count, kept = 0;
    struct mkcv_text *all = MKCV_NEW_ARRAY(a, struct mkcv_text, count + 1);
    for (size_t i = 0; i < count; i++)
        if (!is_labelled(a, &b->summary.at[i])) all[kept++] = public_text(a, &b->summary.at[i], secrets);
    b->summary.at = all;
    b->summary.count = b->summary.cap = kept;
}

void mkcv_private_remove(struct mkcv_arena *a, struct mkcv_cv *cv, const struct mkcv_settings *settings)
{
    size_t kept = 0, count = cv->basics.profiles.count;
    struct mkcv_profile *profiles = MKCV_NEW_ARRAY(a, struct mkcv_profile, count + 1);
    for (size_t i = 0; i < count; i++) profiles[i] = cv->basics.profiles.at[i];
    cv->basics.profiles.at = profiles;
    const struct mkcv_basics before = cv->basics;
    remove_contacts(&cv->basics, &settings->private);
    const struct secrets secrets = {
        {before.phone, before.address, before.postal_code, cv->basics.email ? NULL : before.email}};
    remove_from_profile(a, &cv->basics, &secrets);
    for (size_t i = 0; i < cv->sections.count; i++) {
        struct mkcv_section s = cv->sections.at[i];
        bool text = s.body != NULL;
        s.body = public_blocks(a, s.body, &secrets);
        if (!text || s.body || s.entries.count) cv->sections.at[kept++] = s;
    }
    cv->sections.count = kept;
}

bool mkcv_private_is_known(struct mkcv_arena *a, const struct mkcv_cv *cv, const char *name)
{
    static const char *const parts[] = {"email", "url", "photo", "image", "location", "phone", "address"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strcasecmp(parts[i], name)) return true;
    for (size_t i = 0; i < cv->basics.profiles.count; i++)
        if (cv->basics.profiles.at[i].network && !strcasecmp(cv->basics.profiles.at[i].network, name)) return true;
    if (mkcv_kind_from_key(name) != MKCV_KIND_COUNT) return true;
    for (size_t i = 0; i < cv->sections.count; i++)
        if (mkcv_select_is_named(a, cv, &cv->sections.at[i], name)) return true;
    return false;
}
