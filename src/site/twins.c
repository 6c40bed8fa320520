/* twins.c - pages that the site has in several languages: those of one language make the CV.
 *
 * A page is a twin by its path without what names its language, or by lying in a folder of its language. What has no
 * twin stays, whatever its language, for it is told nowhere else. */
#include "language.h"
#include "site.h"
#include <string.h>
#include <strings.h>

struct twins {
    struct mkcv_arena *arena;
    struct mkcv_site *site;
    struct mkcv_diags *diags;
    const char *chosen;
    struct mkcv_record_language *of; /* of each record; the tag is never NULL where it counts */
    bool *done;                      /* taken or left out */
    bool tree;                       /* the chosen language has a folder with pages */
};

static const char *primary(const char *tag) { return tag ? mkcv_language_from_name(tag, strlen(tag)) : NULL; }

/* The record in the chosen language that tells what record `i` tells; its index, or -1. */
static ptrdiff_t find_twin(const struct twins *t, size_t i)
{
    for (size_t k = 0; k < t->site->records.count; k++)
        if (k != i && t->of[k].tag && t->of[k].key && !strcmp(t->of[k].tag, t->chosen) &&
            !strcmp(t->of[k].key, t->of[i].key))
            return (ptrdiff_t)k;
    return -1;
}

static bool is_foreign(const struct twins *t, size_t i)
{
    return t->of[i].tag && t->of[i].key && strcmp(t->of[i].tag, t->chosen) != 0;
}

/* --- pages in two languages --------------------------------------------------------------------------------------- */

/* "English", "中文版": the heading that opens a part of the page; its language, or NULL. */
static const char *part_of(const struct mkcv_block *b)
{
    if (b->kind != MKCV_BLOCK_HEADING || !b->text.s) return NULL;
    size_t n = strlen(b->text.s), from = 0;
    while (from < n && strchr(" *#[(", b->text.s[from])) from++;
    while (n > from && strchr(" *:])", b->text.s[n - 1])) n--;
    if (n - from > 8 && !strncasecmp(b->text.s + n - 8, " version", 8)) n -= 8;
    return n - from > 2 ? mkcv_language_from_name(b->text.s + from, n - from) : NULL;
}

/* The first part of a page in several languages, or the one in language `said`; NULL when it has none. */
static const char *first_part(const struct mkcv_block *body, const char *said)
{
    const char *first = NULL;
    for (const struct mkcv_block *b = body->first; b; b = b->next) {
        const char *part = part_of(b);
        if (part && said && !strcmp(part, said)) return part;
        if (!first) first = part;
    }
    return first;
}

/* --- the main language ------------------------------------------------------------------------------------------- */

static const char *main_language(const struct twins *t)
{
    const struct mkcv_site *site = t->site;
    const char *said = primary(site->lang);
    bool tagged = false;
    for (size_t i = 0; i < site->records.count; i++) tagged |= t->of[i].tag != NULL;
    for (size_t i = 0; i < site->records.count; i++) {
        const struct mkcv_record *r = &site->records.at[i];
        if (r->kind != MKCV_RECORD_PAGE && r->kind != MKCV_RECORD_PERSON) continue;
        /* a site of folders alone says in its configuration which one greets */
        if (t->of[i].tag && !(t->of[i].tree && said)) return t->of[i].tag;
        const char *part = r->body ? first_part(r->body, said) : NULL;
        const char *written = t->of[i].tag ? NULL : part ? part : mkcv_language_of_blocks(r->body);
        if (written) return written;
        if (!t->of[i].tag && r->kind == MKCV_RECORD_PAGE && tagged && !said)
            return "en"; /* it greets, and says little */
    }
    return said;
}

/* Takes the parts of other languages out of a page that has one of the chosen. */
static void choose_parts(const struct twins *t, struct mkcv_record *r)
{
    struct mkcv_block *body = (struct mkcv_block *)r->body; /* ours until the site is handed on */
    bool any = false, other = false, keep = true;
    int level = 0;
    for (const struct mkcv_block *b = body->first; b; b = b->next) {
        const char *part = part_of(b);
        any |= part && !strcmp(part, t->chosen);
        other |= part && strcmp(part, t->chosen) != 0;
    }
    if (!any || !other) return;
    for (struct mkcv_block **at = &body->first; *at;) {
        const char *part = part_of(*at);
        if (part && (!level || (*at)->level <= level)) {
            level = (*at)->level;
            keep = !strcmp(part, t->chosen);
            *at = (*at)->next;
        } else if (keep)
            at = &(*at)->next;
        else
            *at = (*at)->next;
    }
}

/* --- choosing ---------------------------------------------------------------------------------------------------- */

static void find_languages(struct twins *t, const char *wanted)
{
    size_t count = t->site->records.count;
    bool wanted_there = false;
    t->of = MKCV_NEW_ARRAY(t->arena, struct mkcv_record_language, count + 1);
    t->done = MKCV_NEW_ARRAY(t->arena, bool, count + 1);
    for (size_t i = 0; i < count; i++) t->of[i] = mkcv_record_language(t->arena, &t->site->records.at[i]);
    const char *own = main_language(t);
    for (size_t i = 0; i < count; i++) {
        if (!t->of[i].tag && t->site->records.at[i].kind == MKCV_RECORD_PAGE) t->of[i].tag = own;
        wanted_there |= wanted && t->of[i].tag && !strcmp(t->of[i].tag, wanted);
    }
    /* a page with parts in several languages may have the one that is wanted */
    for (size_t i = 0; i < count && wanted && !wanted_there; i++)
        for (const struct mkcv_block *b = t->site->records.at[i].body ? t->site->records.at[i].body->first : NULL; b;
             b = b->next)
            wanted_there |= part_of(b) && !strcmp(part_of(b), wanted);
    t->chosen = wanted_there ? wanted : own;
    for (size_t i = 0; i < count && t->chosen; i++)
        t->tree |= t->of[i].tree && t->of[i].tag && !strcmp(t->of[i].tag, t->chosen) &&
                   t->site->records.at[i].kind == MKCV_RECORD_PAGE;
}

static bool has_own_pages(const struct twins *t)
{
    for (size_t i = 0; i < t->site->records.count; i++)
        if (t->site->records.at[i].kind == MKCV_RECORD_PAGE && t->of[i].tag && !is_foreign(t, i)) return true;
    return false;
}

enum { RECORDS_MOST = 4000 }; /* twins are looked for pairwise, among foreign records alone */

static void take_chosen(struct twins *t)
{
    struct mkcv_site *site = t->site;
    const struct mkcv_record *old = site->records.at;
    size_t count = site->records.count;
    bool own = has_own_pages(t);
    struct mkcv_record *kept = MKCV_NEW_ARRAY(t->arena, struct mkcv_record, count + 1);
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        if (t->done[i]) continue;
        t->done[i] = true;
        if (!is_foreign(t, i)) {
            kept[n++] = old[i];
            continue;
        }
        ptrdiff_t twin = find_twin(t, i);
        bool apart = own && (t->of[i].tree || (t->tree && old[i].kind == MKCV_RECORD_PAGE));
        if (twin >= 0 && !t->done[twin]) { /* stands where its twin stood */
            kept[n++] = old[twin];
            t->done[twin] = true;
        }
        if (twin < 0 && !apart)
            kept[n++] = old[i];
        else
            mkcv_report(t->diags, MKCV_DIAG_SITE_SKIPPED, old[i].loc, old[i].path,
                        mkcv_arena_printf(t->arena, "the CV is in '%s', this is in '%s'; --lang chooses", t->chosen,
                                          t->of[i].tag));
    }
    site->records.at = kept;
    site->records.count = n;
    site->records.cap = count + 1;
}

bool mkcv_site_choose_language(struct mkcv_arena *a, struct mkcv_site *site, const char *lang, struct mkcv_diags *d)
{
    struct twins t = {.arena = a, .site = site, .diags = d};
    const char *wanted = primary(lang);
    if (lang && !wanted) return false;
    if (site->one_language || site->records.count > RECORDS_MOST) return true;
    find_languages(&t, wanted);
    if (!t.chosen) return true;
    take_chosen(&t);
    for (size_t i = 0; i < site->records.count; i++)
        if (site->records.at[i].kind == MKCV_RECORD_PAGE && site->records.at[i].body)
            choose_parts(&t, &site->records.at[i]);
    const char *said = primary(site->lang);
    if (!said || strcmp(said, t.chosen) != 0) site->lang = t.chosen; /* else with its region */
    return true;
}
