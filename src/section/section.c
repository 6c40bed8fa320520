/* section.c - the table of section kinds, in the order of kind.def. */
#include "mkcv/section.h"
#include <string.h>

static const struct mkcv_section_kind *const kinds[] = {
#define MKCV_KIND(ID, id) &mkcv_section_##id,
#include "mkcv/kind.def"
#undef MKCV_KIND
};

const struct mkcv_section_kind *mkcv_section_kind(enum mkcv_kind kind) { return kinds[kind]; }

const char *mkcv_section_title(enum mkcv_kind kind, const char *lang)
{
    const struct mkcv_title *titles = kinds[kind]->titles;
    size_t n = lang ? strcspn(lang, "-_") : 0;
    for (const struct mkcv_title *t = titles; n && t->lang; t++)
        if (strlen(t->lang) == n && !strncasecmp(t->lang, lang, n)) return t->text;
    return titles->text;
}

enum mkcv_kind mkcv_kind_from_key(const char *key)
{
    for (int k = 0; k < MKCV_KIND_COUNT; k++)
        if (!strcasecmp(kinds[k]->key, key)) return (enum mkcv_kind)k;
    return MKCV_KIND_COUNT;
}

const char *mkcv_section_highlights(enum mkcv_kind kind)
{
    return kind == MKCV_KIND_INTERESTS || kind == MKCV_KIND_SKILLS ? "keywords" : "highlights";
}
