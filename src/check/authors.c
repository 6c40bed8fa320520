/* authors.c - author lists: none, names that are none, and lists without the owner of the homepage. */
#include "check.h"
#include "mkcv/utf8.h"

#define WORDS_MOST 7 /* of a name */

static bool is_odd(const char *name)
{
    size_t words = 1;
    bool letters = false;
    for (const char *p = name; *p;) {
        uint32_t c = mkcv_utf8_next(&p);
        if (mkcv_is_digit(c) || c == '<' || c == '{' || c == '[' || c == '@') return true;
        letters |= mkcv_is_letter(c);
        words += mkcv_is_space(c);
    }
    return !letters || words > WORDS_MOST;
}

/* A list that is cut short says nothing of the owner. */
static bool lacks_owner(const struct mkcv_entry *e)
{
    if (!e->people.count || e->et_al) return false;
    for (size_t i = 0; i < e->people.count; i++)
        if (e->people.at[i].self) return false;
    return true;
}

static void check_names(struct mkcv_checked *k, const struct mkcv_entry *e)
{
    if (!e->people.count && !e->et_al && e->rule != MKCV_RULE_WORK_LABEL)
        mkcv_report(k->diags, MKCV_DIAG_AUTHORS_MISSING, e->loc, mkcv_checked_name(k, e));
    if (e->odd_author) mkcv_report(k->diags, MKCV_DIAG_AUTHOR_ODD, e->loc, e->odd_author, mkcv_checked_name(k, e));
    for (size_t i = 0; i < e->people.count; i++)
        if (is_odd(e->people.at[i].name))
            mkcv_report(k->diags, MKCV_DIAG_AUTHOR_ODD, e->loc, e->people.at[i].name, mkcv_checked_name(k, e));
}

void mkcv_check_authors(struct mkcv_checked *k)
{
    const struct mkcv_section *works = mkcv_checked_section(k->cv, MKCV_KIND_PUBLICATIONS);
    const char *owner = k->cv->basics.name;
    size_t lacking = 0, listed = 0, n = works ? works->entries.count : 0;
    for (size_t i = 0; i < n; i++) {
        check_names(k, &works->entries.at[i]);
        listed += works->entries.at[i].people.count > 0;
        lacking += lacks_owner(&works->entries.at[i]);
    }
    if (!owner || !lacking) return;
    if (lacking > 3 && lacking * 2 > listed) { /* the name is what is wrong, not the lists */
        mkcv_report(k->diags, MKCV_DIAG_OWNER_NOWHERE, k->cv->basics.loc, owner,
                    mkcv_arena_printf(k->arena, "%zu", lacking), mkcv_arena_printf(k->arena, "%zu", listed));
        return;
    }
    for (size_t i = 0; i < n; i++)
        if (lacks_owner(&works->entries.at[i]))
            mkcv_report(k->diags, MKCV_DIAG_OWNER_MISSING, works->entries.at[i].loc, owner,
                        mkcv_checked_name(k, &works->entries.at[i]));
}
