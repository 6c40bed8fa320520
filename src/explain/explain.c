/* explain.c - the lines of the CV with their sources; see explain.h. What it shows is what compose made of the CV, so
 * it is what a reader sees; what is not on the CV is absent.c's. */
#include "mkcv/explain.h"
#include "absent.h"
#include "mkcv/section.h"
#include "words.h"
#include <string.h>

/* The text on one line: forced breaks and ties are blanks here. */
static void put_text(struct mkcv_buf *out, const struct mkcv_text *t)
{
    static const char *const blanks[] = {"\u2028", "\u00a0", "\u202f", "\n"};
    for (const char *s = t->s ? t->s : ""; *s;) {
        size_t n = 0;
        for (size_t i = 0; i < sizeof blanks / sizeof *blanks && !n; i++)
            if (!strncmp(s, blanks[i], strlen(blanks[i]))) n = strlen(blanks[i]);
        mkcv_buf_putc(out, n ? ' ' : *s);
        s += n ? n : 1;
    }
}

static void put_place(struct mkcv_buf *out, struct mkcv_loc loc, const char *what)
{
    if (!loc.file) return;
    mkcv_buf_printf(out, "    %s", loc.file);
    if (loc.line > 0) mkcv_buf_printf(out, ":%d:%d", loc.line, loc.column > 0 ? loc.column : 1);
    mkcv_buf_printf(out, ": %s\n", what);
}

/* Number or label before the text, or the date behind it. */
static void put_line(struct mkcv_buf *out, const struct mkcv_flow_node *n)
{
    bool before = n->kind == MKCV_FLOW_ITEM || n->kind == MKCV_FLOW_LISTING;
    bool aside = !mkcv_text_is_empty(&n->aside);
    bool first = aside || !mkcv_text_is_empty(&n->head); /* contacts in a sidebar have lines alone */
    if (first) mkcv_buf_puts(out, "  ");
    if (aside && before) put_text(out, &n->aside);
    if (aside && before) mkcv_buf_putc(out, ' ');
    put_text(out, &n->head);
    if (aside && !before) mkcv_buf_puts(out, "  ");
    if (aside && !before) put_text(out, &n->aside);
    if (first) mkcv_buf_putc(out, '\n');
    for (size_t i = 0; i < n->lines.count; i++) {
        mkcv_buf_puts(out, "  ");
        put_text(out, &n->lines.at[i]);
        mkcv_buf_putc(out, '\n');
    }
}

static bool is_same_place(struct mkcv_loc x, struct mkcv_loc y)
{
    return x.line == y.line && x.column == y.column && x.file && y.file && !strcmp(x.file, y.file);
}

/* The roles and words of one item are one line of the CV, and one place. */
static void put_origins(struct mkcv_buf *out, const struct mkcv_flow_node *n)
{
    for (size_t i = 0; i < n->origins.count; i++) {
        const struct mkcv_origin *o = &n->origins.at[i];
        if (i && !o->also_count && is_same_place(o->loc, o[-1].loc)) continue;
        put_place(out, o->loc, mkcv_rule_text(o->rule));
        for (size_t k = 0; k < o->also_count; k++) put_place(out, o->also[k], "told here as well");
    }
}

/* Why a node without an entry is there. */
static const char *reason_of(const struct mkcv_flow_node *n, bool profile)
{
    if (n->kind == MKCV_FLOW_HEADER) return "the name; post, place and addresses are by configuration and pages";
    return profile ? "sentences of the profile that no entry tells" : "kept as it stands: no rule reads it";
}

static void put_node(struct mkcv_buf *out, const struct mkcv_flow_node *n, bool profile)
{
    put_line(out, n);
    put_origins(out, n);
    if (!n->origins.count) put_place(out, n->loc, reason_of(n, profile));
}

static bool has_words(struct mkcv_arena *a, const struct mkcv_flow_node *n, const char *const *words)
{
    struct mkcv_buf all;
    if (!*words) return true;
    mkcv_buf_init(&all, a);
    put_line(&all, n);
    return mkcv_words_in(a, all.s, words);
}

/* Headings wait until a line below them is shown. */
struct headings {
    const struct mkcv_flow_node *open[3];
    bool shown[3];
};

static void open_heading(struct headings *h, const struct mkcv_flow_node *n)
{
    for (int i = n->level - 1; i < 3; i++) h->open[i] = NULL;
    h->open[n->level - 1] = n;
    h->shown[n->level - 1] = false;
}

static void show_headings(struct mkcv_buf *out, struct headings *h)
{
    static const char *const indents[] = {"", " ", "  "};
    for (int i = 0; i < 3; i++) {
        const struct mkcv_flow_node *n = h->open[i];
        if (!n || h->shown[i]) continue;
        if (!i && out->n) mkcv_buf_putc(out, '\n');
        mkcv_buf_puts(out, indents[i]);
        put_text(out, &n->head);
        mkcv_buf_putc(out, '\n');
        h->shown[i] = true;
    }
}

static bool is_line(enum mkcv_flow_kind kind)
{
    return kind != MKCV_FLOW_HEADING && kind != MKCV_FLOW_RULE && kind != MKCV_FLOW_PAGEBREAK;
}

void mkcv_explain_write(const struct mkcv_explained *x, struct mkcv_buf *out)
{
    const char *const *words = mkcv_words_fold(out->arena, x->words);
    struct headings headings = {.open = {NULL}};
    size_t shown = 0;
    for (size_t i = 0; i < x->flow->nodes.count; i++) {
        const struct mkcv_flow_node *n = &x->flow->nodes.at[i];
        if (n->kind == MKCV_FLOW_HEADING) open_heading(&headings, n);
        if (!is_line(n->kind) || !has_words(out->arena, n, words)) continue;
        show_headings(out, &headings);
        /* the profile is the one section that comes from no heading of the homepage */
        put_node(out, n, headings.open[0] && !headings.open[0]->loc.file);
        shown++;
    }
    if (!shown) mkcv_absent_write(x, words, out);
}
