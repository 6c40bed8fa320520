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

void mkcv_private_remove(struct mkcv_arena *a, struct mkcv_cv *cv, const struct mkcv_settings *settings)
{
    size_t kept = 0, count = cv->basics.profiles.count;
    struct mkcv_profile *profiles = MKCV_NEW_ARRAY(a, struct mkcv_profile, count + 1);
    for (size_t i = 0; i < count; i++) profiles[i] = cv->basics.profiles.at[i];
    cv->basics.profiles.at = profiles;
    remove_contacts(&cv->basics, &settings->private);
    for (size_t i = 0; i < cv->sections.count; i++) {
        struct mkcv_section s = cv->sections.at[i];
        bool text = s.body != NULL;
        s.body = public_blocks(a, s.body);
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
