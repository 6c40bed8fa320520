/* form.c - the CV as it is set, held against what the form of a funder allows. */
#include "mkcv/form.h"
#include "mkcv/section.h"
#include "mkcv/select.h"
#include "mkcv/utf8.h"
#include <string.h>

enum { ROUNDING = 10 }; /* mpt that lengths of different units may be apart */

struct forming {
    struct mkcv_arena *arena;
    const struct mkcv_formed *formed;
    struct mkcv_diags *diags;
};

static const char *count(const struct forming *f, size_t n) { return mkcv_arena_printf(f->arena, "%zu", n); }

static const char *points(const struct forming *f, int32_t mpt)
{
    return mkcv_arena_printf(f->arena, "%.4gpt", mpt / 1000.0);
}

static const char *millimetres(const struct forming *f, int32_t mpt)
{
    return mkcv_arena_printf(f->arena, "%.3gmm", mpt / 1000.0 * 25.4 / 72);
}

static void check_pages(const struct forming *f)
{
    const struct mkcv_bound *most = &f->formed->settings->form.pages;
    size_t n = f->formed->pages->list.count;
    if (!most->value || n <= (size_t)most->value) return;
    const char *allowed = mkcv_arena_printf(f->arena, most->value == 1 ? "%d page" : "%d pages", most->value);
    mkcv_report(f->diags, MKCV_DIAG_FORM_PAGES, most->loc, allowed, count(f, n));
}

static void check_font(const struct forming *f)
{
    const struct mkcv_bound *least = &f->formed->settings->form.font;
    const struct mkcv_piece *small = NULL;
    for (size_t i = 0; i < f->formed->pages->list.count; i++) {
        const struct mkcv_page *page = &f->formed->pages->list.at[i];
        for (size_t k = 0; k < page->pieces.count; k++) {
            const struct mkcv_piece *p = &page->pieces.at[k];
            if (!p->artifact && (!small || p->size < small->size)) small = p;
        }
    }
    if (!small || small->size + ROUNDING >= least->value) return;
    mkcv_report(f->diags, MKCV_DIAG_FORM_FONT, least->loc, points(f, least->value), small->run->text,
                points(f, small->size));
}

static void check_margins(const struct forming *f)
{
    const struct mkcv_form *form = &f->formed->settings->form;
    const struct mkcv_bound *side = form->side_margin.value ? &form->side_margin : &form->margin;
    const struct mkcv_style *style = f->formed->style;
    const struct {
        const char *name;
        int32_t margin;
        const struct mkcv_bound *least;
    } margins[] = {{"upper", style->page.top, &form->margin},
                   {"lower", style->page.bottom, &form->margin},
                   {"left", style->page.left, side},
                   {"right", style->page.right, side}};
    for (size_t i = 0; i < 4; i++)
        if (margins[i].margin + ROUNDING < margins[i].least->value)
            mkcv_report(f->diags, MKCV_DIAG_FORM_MARGIN, margins[i].least->loc, millimetres(f, margins[i].least->value),
                        margins[i].name, millimetres(f, margins[i].margin));
}

/* A variant says again what it inherits: the last one counts. */
static bool is_last(const struct mkcv_limits *limits, size_t at)
{
    for (size_t i = at + 1; i < limits->list.count; i++)
        if (!strcasecmp(limits->list.at[i].section, limits->list.at[at].section)) return false;
    return true;
}

static void check_entries(const struct forming *f, const struct mkcv_limit *limit)
{
    const struct mkcv_cv *cv = f->formed->cv;
    for (size_t i = 0; i < cv->sections.count; i++) {
        const struct mkcv_section *s = &cv->sections.at[i];
        if (s->entries.count <= (size_t)limit->most || !mkcv_select_is_named(f->arena, cv, s, limit->section)) continue;
        const char *said = mkcv_arena_printf(f->arena, "{%s: %d}", limit->section, limit->most);
        mkcv_report(f->diags, MKCV_DIAG_FORM_ENTRIES, limit->loc, count(f, (size_t)limit->most), limit->section,
                    count(f, s->entries.count), said);
    }
}

/* What a text has, words or characters. */
typedef size_t measuring(const struct mkcv_text *t);

static size_t count_words(const struct mkcv_text *t)
{
    size_t n = 0;
    bool counted = false; /* the word that this is in */
    const char *s = t->s, *end = s ? s + mkcv_text_length(t) : NULL;
    while (s < end) {
        uint32_t c = mkcv_utf8_next(&s);
        if (mkcv_is_space(c)) counted = false;
        if (counted || (!mkcv_is_letter(c) && !mkcv_is_digit(c))) continue;
        counted = true;
        n++;
    }
    return n;
}

static size_t count_characters(const struct mkcv_text *t)
{
    size_t n = 0;
    const char *s = t->s, *end = s ? s + mkcv_text_length(t) : NULL;
    for (; s < end; n++) mkcv_utf8_next(&s);
    return n;
}

static size_t measure_node(const struct mkcv_flow_node *n, measuring *measure)
{
    size_t sum = measure(&n->head) + measure(&n->aside);
    for (size_t i = 0; i < n->lines.count; i++) sum += measure(&n->lines.at[i]);
    return sum;
}

/* What stands below the heading, up to the next of its level or above; of "all", everything but the header. */
static bool measure_part(const struct mkcv_flow *flow, const char *heading, measuring *measure, size_t *sum)
{
    bool all = strcasecmp(heading, "all") == 0, found = all;
    int level = 0; /* of the heading that was found; 0: not within it */
    *sum = 0;
    for (size_t i = 0; i < flow->nodes.count; i++) {
        const struct mkcv_flow_node *n = &flow->nodes.at[i];
        bool head = n->kind == MKCV_FLOW_HEADING;
        if (head && level && n->level <= level) level = 0;
        if ((all && n->kind != MKCV_FLOW_HEADER && !head) || level) *sum += measure_node(n, measure);
        if (!head || level || !n->head.s || strcasecmp(n->head.s, heading) != 0) continue;
        level = n->level;
        found = true;
    }
    return found;
}

static void check_lengths(const struct forming *f, const struct mkcv_limits *limits, const char *unit,
                          measuring *measure)
{
    for (size_t i = 0; i < limits->list.count; i++) {
        const struct mkcv_limit *limit = &limits->list.at[i];
        size_t sum;
        if (!is_last(limits, i)) continue;
        if (!measure_part(f->formed->flow, limit->section, measure, &sum))
            mkcv_report(f->diags, MKCV_DIAG_FORM_ABSENT, limit->loc, limit->section);
        else if (sum > (size_t)limit->most)
            mkcv_report(f->diags, MKCV_DIAG_FORM_LENGTH, limit->loc, count(f, (size_t)limit->most), unit,
                        limit->section, count(f, sum));
    }
}

void mkcv_form_check(struct mkcv_arena *a, const struct mkcv_formed *formed, struct mkcv_diags *d)
{
    const struct forming f = {a, formed, d};
    const struct mkcv_form *form = &formed->settings->form;
    check_pages(&f);
    check_font(&f);
    check_margins(&f);
    for (size_t i = 0; i < form->entries.list.count; i++)
        if (is_last(&form->entries, i)) check_entries(&f, &form->entries.list.at[i]);
    check_lengths(&f, &form->words, "words", count_words);
    check_lengths(&f, &form->characters, "characters", count_characters);
}
