/* cv_fixture.h - a page of Markdown read to a CV, and its entries as one line each, for tables of cases. */
#ifndef MKCV_TEST_CV_FIXTURE_H
#define MKCV_TEST_CV_FIXTURE_H
#include "mkcv/buf.h"
#include "mkcv/read.h"
#include "mkcv/section.h"
#include "mkcv/source.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct mkcv_arena arena;
static struct mkcv_diags diags;

static inline int start(void **state)
{
    (void)state;
    mkcv_arena_init(&arena);
    mkcv_diags_init(&diags, &arena);
    return 0;
}

static inline int stop(void **state)
{
    (void)state;
    mkcv_arena_clear(&arena);
    return 0;
}

static const char *site_lang; /* of the next sites; NULL: they do not say */

static inline struct mkcv_cv *cv_with(const char *markdown, enum mkcv_biography biography)
{
    struct mkcv_site *site = MKCV_NEW(&arena, struct mkcv_site);
    struct mkcv_settings *settings = MKCV_NEW(&arena, struct mkcv_settings);
    struct mkcv_record record = {.kind = MKCV_RECORD_PAGE, .path = "about.md", .loc = {"about.md", 1, 1}};
    mkcv_page_read(&arena, markdown, "about.md", &record.meta, &record.body, &diags);
    settings->biography = biography;
    site->root = "about.md";
    site->layout = "plain";
    site->lang = site_lang;
    site->url = "https://moss.example.net";
    *MKCV_PUSH(&arena, &site->records) = record;
    return mkcv_cv_read(&arena, site, settings, &diags);
}

static inline struct mkcv_cv *cv_from(const char *markdown) { return cv_with(markdown, MKCV_BIOGRAPHY_REST); }

static inline void put(struct mkcv_buf *b, const char *prefix, const struct mkcv_text *t)
{
    if (!mkcv_text_is_empty(t)) mkcv_buf_printf(b, "%s%s", prefix, t->s);
}

/* "kind: TITLE [AREA] @ORG #LOCATION 2019..2021 (HONORS) {people} note=NOTE" */
static inline const char *describe(const struct mkcv_entry *e)
{
    struct mkcv_buf b;
    mkcv_buf_init(&b, &arena);
    mkcv_buf_printf(&b, "%s:", mkcv_section_kind(e->kind)->key);
    put(&b, " ", &e->fields[MKCV_FIELD_TITLE]);
    put(&b, " in ", &e->fields[MKCV_FIELD_AREA]);
    put(&b, " @", &e->fields[MKCV_FIELD_ORG]);
    put(&b, " #", &e->fields[MKCV_FIELD_LOCATION]);
    put(&b, " role=", &e->fields[MKCV_FIELD_ROLE]);
    put(&b, " level=", &e->fields[MKCV_FIELD_LEVEL]);
    put(&b, " amount=", &e->fields[MKCV_FIELD_AMOUNT]);
    if (e->start.year)
        mkcv_buf_printf(&b, " %s..", mkcv_date_iso(&arena, e->start));
    else if (e->end.year)
        mkcv_buf_putc(&b, ' ');
    if (e->end.year) mkcv_buf_puts(&b, mkcv_date_iso(&arena, e->end));
    if (e->current) mkcv_buf_puts(&b, e->start.year ? "now" : " now");
    for (size_t i = 0; i < e->dates.count; i++)
        mkcv_buf_printf(&b, "%s%s", i ? "," : " ", mkcv_date_iso(&arena, e->dates.at[i]));
    if (e->date_text) mkcv_buf_printf(&b, " \"%s\"", e->date_text);
    put(&b, " honors=", &e->fields[MKCV_FIELD_HONORS]);
    put(&b, " thesis=", &e->fields[MKCV_FIELD_THESIS]);
    for (size_t i = 0; i < e->people.count; i++) mkcv_buf_printf(&b, "%s%s", i ? ", " : " {", e->people.at[i].name);
    if (e->people.count) mkcv_buf_putc(&b, '}');
    put(&b, " note=", &e->fields[MKCV_FIELD_NOTE]);
    put(&b, " summary=", &e->fields[MKCV_FIELD_SUMMARY]);
    return b.s;
}

/* All entries, a line each. */
static inline const char *describe_all(const struct mkcv_cv *cv)
{
    struct mkcv_buf b;
    mkcv_buf_init(&b, &arena);
    for (size_t i = 0; i < cv->sections.count; i++)
        for (size_t k = 0; k < cv->sections.at[i].entries.count; k++)
            mkcv_buf_printf(&b, "%s%s", b.n ? "\n" : "", describe(&cv->sections.at[i].entries.at[k]));
    return b.s;
}

static inline const char *summary_of(const struct mkcv_cv *cv)
{
    struct mkcv_buf b;
    mkcv_buf_init(&b, &arena);
    for (size_t i = 0; i < cv->basics.summary.count; i++)
        mkcv_buf_printf(&b, "%s%s", i ? "\n" : "", mkcv_text_markdown(&arena, &cv->basics.summary.at[i]));
    return b.s;
}
#endif
