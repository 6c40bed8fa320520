/* wishes.c - what the owner asks of single entries and sections in the pages themselves: record.h's wishes. */
#include "mkcv/section.h"
#include "parts.h"
#include <string.h>

static bool is_of(const struct mkcv_wish *w, struct mkcv_loc loc)
{
    return loc.file && loc.line >= w->from && loc.line < w->past && !strcmp(loc.file, w->loc.file);
}

static bool is_told_there(const struct mkcv_wish *w, const struct mkcv_entry *e)
{
    if (is_of(w, e->loc)) return true;
    for (size_t i = 0; i < e->also.count; i++)
        if (is_of(w, e->also.at[i])) return true;
    return false;
}

static enum mkcv_kind kind_of(struct mkcv_reader *r, const struct mkcv_wish *w)
{
    enum mkcv_kind kind = w->section ? mkcv_kind_from_key(w->section) : MKCV_KIND_COUNT;
    if (!w->section || kind != MKCV_KIND_COUNT) return kind;
    const char *names[MKCV_KIND_COUNT + 1] = {NULL};
    for (int k = 0; k < MKCV_KIND_COUNT; k++) names[k] = mkcv_section_kind((enum mkcv_kind)k)->key;
    const char *near = mkcv_nearest(w->section, names);
    mkcv_report(r->diags, MKCV_DIAG_SELECT_UNKNOWN, w->loc, w->section,
                near ? mkcv_arena_printf(r->arena, "; did you mean '%s'?", near) : "");
    return kind;
}

bool mkcv_wish_for_heading(struct mkcv_reader *r, struct mkcv_loc loc, enum mkcv_kind *kind)
{
    *kind = MKCV_KIND_COUNT;
    for (size_t i = 0; i < r->site->records.count; i++) {
        const struct mkcv_wishes *wishes = &r->site->records.at[i].wishes;
        for (size_t k = 0; k < wishes->list.count; k++) {
            const struct mkcv_wish *w = &wishes->list.at[k];
            bool here = w->heading && w->section && loc.line == w->from && !strcmp(loc.file, w->loc.file);
            if (here) *kind = mkcv_kind_from_key(w->section);
        }
    }
    return *kind != MKCV_KIND_COUNT;
}

/* Entries that are asked for in another section move to its end. */
static void move_entries(struct mkcv_reader *r, const struct mkcv_wish *w, enum mkcv_kind kind)
{
    struct mkcv_section *to = mkcv_read_section(r, kind);
    for (size_t i = 0; i < r->cv->sections.count; i++) {
        struct mkcv_section *from = &r->cv->sections.at[i];
        size_t kept = 0;
        if (from == to) continue;
        for (size_t k = 0; k < from->entries.count; k++) {
            struct mkcv_entry *e = &from->entries.at[k];
            bool moves = is_of(w, e->loc);
            if (moves) e->kind = kind;
            if (moves && !to->loc.file) to->loc = e->loc;
            if (moves)
                *MKCV_PUSH(r->arena, &to->entries) = *e;
            else
                from->entries.at[kept++] = *e;
        }
        from->entries.count = kept;
    }
}

/* One that is there already came from the front matter. */
static void add_tag(struct mkcv_reader *r, struct mkcv_entry *e, const char *tag)
{
    for (size_t i = 0; i < e->tags.count; i++)
        if (!strcmp(e->tags.at[i], tag)) return;
    *MKCV_PUSH(r->arena, &e->tags) = tag;
}

static void apply(struct mkcv_reader *r, const struct mkcv_wish *w)
{
    enum mkcv_kind kind = kind_of(r, w);
    for (size_t i = 0; i < r->cv->sections.count; i++)
        for (size_t k = 0; k < r->cv->sections.at[i].entries.count; k++) {
            struct mkcv_entry *e = &r->cv->sections.at[i].entries.at[k];
            if (!is_told_there(w, e)) continue;
            for (size_t t = 0; t < w->tags.count; t++) add_tag(r, e, w->tags.at[t]);
            if (w->priority) e->priority = w->priority;
        }
    if (kind != MKCV_KIND_COUNT) move_entries(r, w, kind);
}

void mkcv_wishes_apply(struct mkcv_reader *r)
{
    for (size_t i = 0; i < r->site->records.count; i++) {
        const struct mkcv_wishes *wishes = &r->site->records.at[i].wishes;
        for (size_t k = 0; k < wishes->list.count; k++) apply(r, &wishes->list.at[k]);
    }
}
