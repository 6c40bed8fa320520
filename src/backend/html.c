/* html.c - the flow as one HTML file (WHATWG HTML; its syntax is well-formed XML as well): a header, sections with
 * headings, lists of entries. What it looks like is the style sheet's business. */
#include "html.h"
#include "mkcv/backend.h"
#include "mkcv/language.h"
#include "mkcv/utf8.h"
#include "walk.h"
#include <string.h>

enum { IDS_MOST = 256 }; /* ids that are compared with one another; others are numbers */

struct document {
    struct mkcv_html html;
    MKCV_VEC(const char *) ids;
    size_t sections;
    bool main, breaks; /* <main> is open; a page begins with what follows */
};

static void put(struct document *d, const char *s) { mkcv_buf_puts(d->html.out, s); }

/* Begins an element; its tag is left open for further attributes. */
static void open_element(struct document *d, const char *element, const char *class)
{
    mkcv_buf_printf(d->html.out, "<%s", element);
    if (!class && !d->breaks) return;
    mkcv_buf_printf(d->html.out, " class=\"%s%s%s\"", class ? class : "", class && d->breaks ? " " : "",
                    d->breaks ? "new-page" : "");
    d->breaks = false;
}

static void put_meta(struct document *d, const char *name, const char *content)
{
    if (!content || !*content) return;
    mkcv_buf_printf(d->html.out, "<meta name=\"%s\" content=\"", name);
    mkcv_html_escape(d->html.out, content, strlen(content));
    put(d, "\"/>\n");
}

/* "Ada Kern – Curriculum Vitae. Lecturer, Kite University" */
static const char *describe(struct document *d)
{
    const struct mkcv_flow *flow = d->html.flow;
    const struct mkcv_flow_node *first = flow->nodes.count ? &flow->nodes.at[0] : NULL;
    bool labelled = first && first->kind == MKCV_FLOW_HEADER && !mkcv_text_is_empty(&first->aside);
    return mkcv_arena_printf(d->html.out->arena, "%s%s%s", flow->title ? flow->title : "", labelled ? ". " : "",
                             labelled ? first->aside.s : "");
}

static void put_lang(struct document *d)
{
    const char *lang = d->html.flow->lang ? d->html.flow->lang : "en";
    put(d, "<html lang=\"");
    mkcv_html_escape(d->html.out, lang, strlen(lang));
    put(d, mkcv_language_is_rtl(lang) ? "\" dir=\"rtl\">\n" : "\">\n");
}

static void put_head(struct document *d)
{
    const struct mkcv_flow *flow = d->html.flow;
    const char *title = flow->title ? flow->title : "Curriculum Vitae";
    put(d, "<!DOCTYPE html>\n");
    put_lang(d);
    put(d, "<head>\n<meta charset=\"utf-8\"/>\n<title>");
    mkcv_html_escape(d->html.out, title, strlen(title));
    put(d, "</title>\n");
    put_meta(d, "viewport", "width=device-width, initial-scale=1");
    put_meta(d, "description", describe(d));
    put_meta(d, "author", flow->author);
    if (flow->date.year) put_meta(d, "dcterms.modified", mkcv_date_iso(d->html.out->arena, flow->date));
    put_meta(d, "generator", "mkcv " MKCV_VERSION);
    put_meta(d, "color-scheme", "light dark");
    put(d, "<style>\n");
    mkcv_html_style(&d->html);
    put(d, "</style>\n</head>\n<body>\n");
}

static void open_main(struct document *d)
{
    if (!d->main) put(d, "<main>\n");
    d->main = true;
}

static void put_contacts(struct document *d, const struct mkcv_flow_node *node)
{
    if (!node->lines.count) return;
    d->html.mine = true;
    put(d, "<address>\n<ul class=\"contacts\" role=\"list\">\n");
    for (size_t i = 0; i < node->lines.count; i++) {
        put(d, "<li>");
        mkcv_html_text(&d->html, &node->lines.at[i], MKCV_ROLE_CONTACT);
        put(d, "</li>\n");
    }
    put(d, "</ul>\n</address>\n");
    d->html.mine = false;
}

static void put_element(struct document *d, const char *element, const char *class, const struct mkcv_text *text,
                        enum mkcv_role base)
{
    if (mkcv_text_is_empty(text)) return;
    open_element(d, element, class);
    put(d, ">");
    mkcv_html_text(&d->html, text, base);
    mkcv_buf_printf(d->html.out, "</%s>\n", element);
}

static void put_header(struct document *d, const struct mkcv_flow_node *node)
{
    if (node->side) {
        mkcv_html_photo(&d->html, node);
        put_contacts(d, node);
        return;
    }
    put(d, "<header>\n");
    mkcv_html_photo(&d->html, node);
    put_element(d, "h1", NULL, &node->head, MKCV_ROLE_NAME);
    put_element(d, "p", "label", &node->aside, MKCV_ROLE_LABEL);
    put_contacts(d, node);
    put(d, "</header>\n");
}

/* Where nobody is named, the document is. */
static void put_title(struct document *d)
{
    const char *title = d->html.flow->title ? d->html.flow->title : "";
    put(d, "<header>\n<h1>");
    mkcv_html_escape(d->html.out, title, strlen(title));
    put(d, "</h1>\n</header>\n");
}

static void put_heading(struct document *d, const struct mkcv_flow_node *node)
{
    static const struct {
        const char *element;
        enum mkcv_role role;
    } heads[] = {{"h2", MKCV_ROLE_SECTION}, {"h3", MKCV_ROLE_GROUP}, {"h4", MKCV_ROLE_SUBGROUP}};
    int level = node->level < 1 ? 1 : node->level > 3 ? 3 : node->level;
    put_element(d, heads[level - 1].element, NULL, &node->head, heads[level - 1].role);
}

/* A paragraph; one that is whole in a role the style dresses has it as its class. */
static void put_paragraph(struct document *d, const struct mkcv_text *text)
{
    enum mkcv_role role = text->spans.count ? (enum mkcv_role)text->spans.at[0].role : MKCV_ROLE_PLAIN;
    for (size_t i = 0; i < text->spans.count; i++)
        if (text->spans.at[i].role != role) role = MKCV_ROLE_PLAIN;
    bool whole = role == MKCV_ROLE_DETAIL && mkcv_html_is_dressed(d->html.style, role);
    put_element(d, "p", whole ? mkcv_html_class(role) : NULL, text, whole ? role : MKCV_ROLE_PLAIN);
}

static void put_entry(struct document *d, const struct mkcv_flow_node *node)
{
    if (mkcv_text_is_empty(&node->aside)) {
        put_paragraph(d, &node->head);
        return;
    }
    put(d, "<p class=\"dated\"><span>");
    mkcv_html_text(&d->html, &node->head, MKCV_ROLE_PLAIN);
    put(d, "</span> <span class=\"date\">");
    mkcv_html_text(&d->html, &node->aside, MKCV_ROLE_DATE);
    put(d, "</span></p>\n");
}

static void put_listing(struct document *d, const struct mkcv_flow_node *node)
{
    if (!mkcv_text_is_empty(&node->aside)) {
        put(d, "<span class=\"of\">");
        mkcv_html_text(&d->html, &node->aside, MKCV_ROLE_PLAIN);
        put(d, "</span> ");
    }
    put(d, "<span>");
    mkcv_html_text(&d->html, &node->head, MKCV_ROLE_PLAIN);
    put(d, "</span>");
}

static void put_item(struct document *d, const struct mkcv_flow_node *node)
{
    long number = mkcv_item_number(node);
    open_element(d, "li", NULL);
    if (number >= 0) mkcv_buf_printf(d->html.out, " value=\"%ld\"", number);
    put(d, ">");
    if (node->kind == MKCV_FLOW_ENTRY)
        put_entry(d, node);
    else if (node->kind == MKCV_FLOW_LISTING)
        put_listing(d, node);
    else
        mkcv_html_text(&d->html, &node->head, MKCV_ROLE_PLAIN);
    for (size_t i = 0; i < node->lines.count; i++) put_paragraph(d, &node->lines.at[i]);
}

static void put_code(struct document *d, const struct mkcv_flow_node *node)
{
    open_element(d, "pre", NULL);
    if (mkcv_language_is_rtl(d->html.flow->lang)) put(d, " dir=\"ltr\"");
    put(d, " tabindex=\"0\"><code>"); /* what scrolls can be reached from the keyboard */
    if (node->head.s) mkcv_html_escape(d->html.out, node->head.s, mkcv_text_length(&node->head));
    put(d, "</code></pre>\n");
}

static void put_node(void *self, const struct mkcv_flow_node *node, bool open)
{
    struct document *d = self;
    if (!open) {
        put(d, "</li>\n");
        return;
    }
    if (node->kind != MKCV_FLOW_HEADER) open_main(d);
    switch (node->kind) {
    case MKCV_FLOW_HEADER:
        put_header(d, node);
        break;
    case MKCV_FLOW_HEADING:
        put_heading(d, node);
        break;
    case MKCV_FLOW_PARAGRAPH:
        put_paragraph(d, &node->head);
        for (size_t i = 0; i < node->lines.count; i++) put_paragraph(d, &node->lines.at[i]);
        break;
    case MKCV_FLOW_ENTRY:
    case MKCV_FLOW_ITEM:
    case MKCV_FLOW_LISTING:
        put_item(d, node);
        break;
    case MKCV_FLOW_CODE:
        put_code(d, node);
        break;
    case MKCV_FLOW_RULE:
        open_element(d, "hr", NULL);
        put(d, "/>\n");
        break;
    case MKCV_FLOW_PAGEBREAK:
        d->breaks = true;
        break;
    }
}

static bool is_taken(const struct document *d, const char *id)
{
    for (size_t i = 0; i < d->ids.count; i++)
        if (strcmp(d->ids.at[i], id) == 0) return true;
    return false;
}

/* A section's id: its title in small letters and hyphens, numbered where it was there before. */
static const char *make_id(struct document *d, const char *title)
{
    struct mkcv_arena *a = d->html.out->arena;
    char *base = mkcv_arena_strdup(a, mkcv_utf8_fold(a, title ? title : ""));
    size_t n = strlen(base);
    while (n && base[n - 1] == ' ') base[--n] = '\0';
    for (char *p = base; *p; p++)
        if (*p == ' ') *p = '-';
    const char *id = base;
    d->sections++;
    if (!*base || d->ids.count == IDS_MOST) return mkcv_arena_printf(a, "s.%zu", d->sections);
    for (int i = 2; is_taken(d, id); i++) id = mkcv_arena_printf(a, "%s.%d", base, i);
    *MKCV_PUSH(a, &d->ids) = id;
    return id;
}

static void put_section(void *self, const struct mkcv_flow_node *heading, bool open)
{
    struct document *d = self;
    if (!open) {
        put(d, "</section>\n");
        return;
    }
    open_main(d);
    open_element(d, "section", heading->keep && heading->level <= 1 ? "keep" : NULL);
    if (heading->level <= 1) {
        const char *id = make_id(d, heading->head.s);
        put(d, " id=\"");
        mkcv_html_escape(d->html.out, id, strlen(id));
        put(d, "\"");
    }
    put(d, ">\n");
}

static void put_list(void *self, const struct mkcv_flow_node *first, enum mkcv_list list, bool open)
{
    static const char *const tags[] = {
        [MKCV_LIST_ENTRIES] = "<ul class=\"entries\" role=\"list\"",
        [MKCV_LIST_BULLETS] = "<ul",
        [MKCV_LIST_NUMBERS] = "<ol",
        [MKCV_LIST_LISTINGS] = "<ul class=\"listings\" role=\"list\"",
    };
    struct document *d = self;
    if (!open) {
        put(d, list == MKCV_LIST_NUMBERS ? "</ol>\n" : "</ul>\n");
        return;
    }
    open_main(d);
    if (d->html.out->s[d->html.out->n - 1] != '\n') put(d, "\n");
    put(d, tags[list]);
    if (first->columns > 1) mkcv_buf_printf(d->html.out, " style=\"columns:%d 14em\"", first->columns);
    put(d, ">\n");
}

static void put_part(void *self, bool side, bool open)
{
    struct document *d = self;
    open_main(d);
    put(d, !open ? "</div>\n" : side ? "<div class=\"side\">\n" : "<div class=\"body\">\n");
}

enum mkcv_code mkcv_html_write(const struct mkcv_flow *flow, const struct mkcv_style *style, struct mkcv_buf *out,
                               struct mkcv_diags *diags)
{
    static const struct mkcv_walker walker = {put_part, put_section, put_list, put_node};
    struct document d = {.html = {.out = out, .style = style, .flow = flow}};
    (void)diags;
    put_head(&d);
    if (!flow->nodes.count || flow->nodes.at[0].kind != MKCV_FLOW_HEADER) put_title(&d);
    mkcv_walk(flow, &walker, &d);
    open_main(&d);
    put(&d, "</main>\n</body>\n</html>\n");
    return MKCV_OK;
}
