/* dump.c - the CV as stable text, for --dump cv and goldens: every field that is set, with its place. */
#include "mkcv/buf.h"
#include "mkcv/section.h"

static void put_loc(struct mkcv_buf *out, struct mkcv_loc loc)
{
    if (loc.file) mkcv_buf_printf(out, " @%s:%d:%d", loc.file, loc.line, loc.column);
}

static void put_string(struct mkcv_buf *out, const char *name, const char *value)
{
    if (value) mkcv_buf_printf(out, "  %s: %s\n", name, value);
}

static void put_text(struct mkcv_buf *out, const char *name, const struct mkcv_text *t)
{
    const char *lang = mkcv_text_lang(t);
    struct mkcv_text plain = *t;
    if (mkcv_text_is_empty(t)) return;
    if (lang) mkcv_text_speak(out->arena, &plain, NULL, true);
    if (lang) name = mkcv_arena_printf(out->arena, "%s@%s", name, lang);
    mkcv_buf_printf(out, "  %s: %s\n", name, mkcv_text_markdown(out->arena, &plain));
}

static void put_date(struct mkcv_buf *out, const char *name, struct mkcv_date d)
{
    put_string(out, name, mkcv_date_iso(out->arena, d));
}

static void put_basics(struct mkcv_buf *out, const struct mkcv_basics *b)
{
    const struct {
        const char *name, *value;
    } strings[] = {{"affiliation url", b->affiliation_url},
                   {"email", b->email},
                   {"phone", b->phone},
                   {"url", b->url},
                   {"image", b->image},
                   {"address", b->address},
                   {"city", b->city},
                   {"region", b->region},
                   {"country", b->country},
                   {"postal code", b->postal_code}};
    mkcv_buf_puts(out, "basics");
    put_loc(out, b->loc);
    mkcv_buf_putc(out, '\n');
    put_string(out, "name", b->name);
    for (size_t i = 0; i < b->name_variants.count; i++) put_string(out, "also named", b->name_variants.at[i]);
    put_text(out, "label", &b->label);
    put_text(out, "affiliation", &b->affiliation);
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) put_string(out, strings[i].name, strings[i].value);
    for (size_t i = 0; i < b->profiles.count; i++)
        mkcv_buf_printf(out, "  profile: %s, %s, %s\n", b->profiles.at[i].network,
                        b->profiles.at[i].username ? b->profiles.at[i].username : "-",
                        b->profiles.at[i].url ? b->profiles.at[i].url : "-");
    for (size_t i = 0; i < b->summary.count; i++) put_text(out, "summary", &b->summary.at[i]);
}

static void put_people(struct mkcv_buf *out, const struct mkcv_entry *e)
{
    for (size_t i = 0; i < e->people.count; i++) {
        const struct mkcv_person *p = &e->people.at[i];
        mkcv_buf_printf(out, "  %s: %s%s%s", mkcv_relation_name(p->relation), p->name, p->marks ? " " : "",
                        p->marks ? p->marks : "");
        if (p->self) mkcv_buf_puts(out, " (self)");
        if (p->url) mkcv_buf_printf(out, " <%s>", p->url);
        mkcv_buf_putc(out, '\n');
    }
    if (e->et_al) mkcv_buf_puts(out, "  et al.\n");
}

static void put_categories(struct mkcv_buf *out, const struct mkcv_entry *e)
{
    for (size_t i = 0; i < e->categories.count; i++) {
        const struct mkcv_category *c = &e->categories.at[i];
        mkcv_buf_puts(out, "  category:");
        for (size_t k = 0; k < c->path.count; k++) mkcv_buf_printf(out, "%s%s", k ? " / " : " ", c->path.at[k]);
        if (c->label) mkcv_buf_printf(out, " [%s]", c->label);
        put_loc(out, c->loc);
        mkcv_buf_putc(out, '\n');
    }
}

static void put_entry(struct mkcv_buf *out, const struct mkcv_entry *e)
{
    mkcv_buf_puts(out, " entry");
    put_loc(out, e->loc);
    mkcv_buf_putc(out, '\n');
    for (int f = 0; f < MKCV_FIELD_COUNT; f++) put_text(out, mkcv_field_name((enum mkcv_field)f), &e->fields[f]);
    put_date(out, "start", e->start);
    put_date(out, "end", e->end);
    if (e->current) mkcv_buf_puts(out, "  current\n");
    for (size_t i = 0; i < e->dates.count; i++) put_date(out, "date", e->dates.at[i]);
    put_string(out, "date text", e->date_text);
    put_string(out, "url", e->url);
    put_people(out, e);
    for (size_t i = 0; i < e->links.count; i++)
        mkcv_buf_printf(out, "  link: %s <%s>\n", e->links.at[i].label ? e->links.at[i].label : "-",
                        e->links.at[i].url);
    put_categories(out, e);
    for (size_t i = 0; i < e->highlights.count; i++) put_text(out, "highlight", &e->highlights.at[i]);
    for (size_t i = 0; i < e->tags.count; i++) put_string(out, "tag", e->tags.at[i]);
    if (e->priority) mkcv_buf_printf(out, "  priority: %d\n", e->priority);
    if (e->selected) mkcv_buf_puts(out, "  selected\n");
    if (e->hidden) mkcv_buf_puts(out, "  hidden\n");
    if (e->told) mkcv_buf_puts(out, "  told\n");
    for (size_t i = 0; i < e->also.count; i++) {
        mkcv_buf_puts(out, "  also");
        put_loc(out, e->also.at[i]);
        mkcv_buf_putc(out, '\n');
    }
}

static void put_blocks(struct mkcv_buf *out, const struct mkcv_block *b, int depth)
{
    for (; b && depth < 100; b = b->next) {
        if (!mkcv_text_is_empty(&b->text))
            mkcv_buf_printf(out, "  %*s| %s\n", depth * 2, "", mkcv_text_markdown(out->arena, &b->text));
        put_blocks(out, b->first, depth + 1);
    }
}

void mkcv_cv_dump(const struct mkcv_cv *cv, struct mkcv_buf *out)
{
    mkcv_buf_printf(out, "cv lang=%s\n", cv->lang);
    put_basics(out, &cv->basics);
    for (size_t i = 0; i < cv->sections.count; i++) {
        const struct mkcv_section *s = &cv->sections.at[i];
        mkcv_buf_printf(out, "section %s", mkcv_section_kind(s->kind)->key);
        if (s->title) mkcv_buf_printf(out, " \"%s\"", s->title);
        put_loc(out, s->loc);
        mkcv_buf_puts(out, s->hidden ? " hidden\n" : "\n");
        for (size_t k = 0; k < s->entries.count; k++) put_entry(out, &s->entries.at[k]);
        put_blocks(out, s->body, 0);
    }
    for (size_t i = 0; i < cv->legend.count; i++)
        mkcv_buf_printf(out, "legend %s: %s\n", cv->legend.at[i].mark, cv->legend.at[i].text);
    for (size_t i = 0; i < cv->pagebreaks.list.count; i++) {
        mkcv_buf_puts(out, "pagebreak");
        put_loc(out, cv->pagebreaks.list.at[i]);
        mkcv_buf_putc(out, '\n');
    }
}
