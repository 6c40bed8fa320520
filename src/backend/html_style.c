/* html_style.c - the style sheet: small, for screen (light and dark) and print, out of the style's values.
 *
 * Lengths are in ems of the text, so that a reader's own size is kept. A page is full where a screen is not: there the
 * style's vertical room is multiplied by --k. Colours keep their contrast on the dark ground. */
#include "html.h"
#include <stdlib.h>

#define LIGHT 0xFFFFFFu
#define DARK 0x16181Cu
#define LEAST 4.6                  /* contrast of text: WCAG's AA is 4.5 */
#define GLARE 13.0                 /* contrast beyond which light text on a dark ground dazzles */
#define VIVID 7.0                  /* contrast beyond which a light colour is hardly one */
enum { HAIR = 750, WHOLE = 1000 }; /* mpt: a thinner rule, which a screen cannot show, is paler instead */

static void put(const struct mkcv_html *h, const char *s) { mkcv_buf_puts(h->out, s); }

/* Thousandths as a number: 1190 is "1.19". */
static void put_number(const struct mkcv_html *h, const char *before, int64_t thousandths, const char *after)
{
    put(h, before);
    mkcv_buf_mpt(h->out, thousandths);
    put(h, after);
}

/* A length in ems of the text. */
static void put_em(const struct mkcv_html *h, const char *before, int32_t mpt, const char *after)
{
    put_number(h, before, ((int64_t)mpt * 1000 / h->style->font.size + 5) / 10 * 10, after);
}

static void put_room(const struct mkcv_html *h, const char *before, int32_t mpt)
{
    put_em(h, before, mpt, "em*var(--k))}\n");
}

static void put_millimetres(const struct mkcv_html *h, int32_t mpt)
{
    put_number(h, " ", (int64_t)mpt * 254 / 720 / 10 * 10, "mm"); /* a point is 25.4/72 mm */
}

/* All colours that are used: a variable each, by its value in the style. */
struct palette {
    uint32_t list[MKCV_ROLE_COUNT + 4];
    size_t count;
};

static void add_color(struct palette *p, uint32_t color)
{
    if (color == MKCV_COLOR_INHERIT) return;
    for (size_t i = 0; i < p->count; i++)
        if (p->list[i] == color) return;
    p->list[p->count++] = color;
}

static void put_color(const struct mkcv_html *h, const char *before, uint32_t color)
{
    mkcv_buf_printf(h->out, "%svar(--c%06x)", before, color & 0xFFFFFFu);
}

static uint32_t link_color(const struct mkcv_style *s)
{
    uint32_t color = s->look[MKCV_ROLE_LINK].color;
    return color == MKCV_COLOR_INHERIT ? s->color.accent : color;
}

static struct palette palette_of(const struct mkcv_style *s)
{
    struct palette p = {.count = 0};
    add_color(&p, s->color.ink);
    add_color(&p, s->color.grey);
    add_color(&p, link_color(s));
    for (int i = 0; i < MKCV_ROLE_COUNT; i++) add_color(&p, s->look[i].color);
    return p;
}

static bool is_grey(uint32_t color)
{
    int r = (int)(color >> 16 & 255), g = (int)(color >> 8 & 255), b = (int)(color & 255);
    return abs(r - g) < 24 && abs(g - b) < 24 && abs(b - r) < 24;
}

/* On the dark ground with the contrast that it has on the light one, as far as that is pleasant. */
static uint32_t darkened(uint32_t light)
{
    double contrast = mkcv_html_contrast(light, LIGHT), most = is_grey(light) ? GLARE : VIVID;
    return mkcv_html_readable(light, DARK, contrast < most ? contrast : most);
}

static void put_palette(const struct mkcv_html *h, const struct palette *p, bool dark)
{
    uint32_t rule = dark ? darkened(h->style->color.rule) : h->style->color.rule, ground = dark ? DARK : LIGHT;
    int32_t width = h->style->section.rule_width;
    uint32_t strength = width < HAIR ? (uint32_t)(width * WHOLE / HAIR) : WHOLE;
    for (size_t i = 0; i < p->count; i++) {
        uint32_t light = mkcv_html_readable(p->list[i], LIGHT, LEAST);
        mkcv_buf_printf(h->out, "--c%06x:#%06x;", p->list[i] & 0xFFFFFFu, dark ? darkened(light) : light);
    }
    mkcv_buf_printf(h->out, "--rule:#%06x;--ground:#%06x", mkcv_html_mix(ground, rule, strength, WHOLE), ground);
}

/* What a look says of the text, after `selector`. Sizes are relative to the text's. */
static void put_look(const struct mkcv_html *h, const char *selector, enum mkcv_role role)
{
    const struct mkcv_look *look = &h->style->look[role];
    if (!mkcv_html_is_dressed(h->style, role)) return;
    mkcv_buf_printf(h->out, "%s{", selector);
    bool sized = look->size && look->size != h->style->font.size, large = look->size > 2 * h->style->font.size;
    if (sized) put_em(h, large ? "font-size:clamp(1.6em,8vw," : "font-size:", look->size, large ? "em);" : "em;");
    if (look->bold) put(h, "font-weight:600;");
    if (look->italic) put(h, "font-style:italic;");
    if (look->small_caps) put(h, "font-variant-caps:small-caps;");
    if (look->underline) put(h, "text-decoration:underline;");
    if (look->tracking) put_number(h, "letter-spacing:", look->tracking, "em;");
    if (look->color != MKCV_COLOR_INHERIT) put_color(h, "color:", look->color);
    put(h, "}\n");
}

static void put_looks(const struct mkcv_html *h)
{
    static const struct {
        enum mkcv_role role;
        const char *selector;
    } heads[] = {{MKCV_ROLE_NAME, "h1"},         {MKCV_ROLE_SECTION, "h2"},
                 {MKCV_ROLE_GROUP, "h3,.group"}, {MKCV_ROLE_SUBGROUP, "h4,.subgroup"},
                 {MKCV_ROLE_CONTACT, "address"}, {MKCV_ROLE_LABEL, ".label"},
                 {MKCV_ROLE_EMPH, "em"},         {MKCV_ROLE_STRONG, "strong"}};
    static const enum mkcv_role roles[] = {MKCV_ROLE_TITLE,   MKCV_ROLE_ORG,  MKCV_ROLE_WORK,
                                           MKCV_ROLE_AUTHORS, MKCV_ROLE_SELF, MKCV_ROLE_VENUE,
                                           MKCV_ROLE_DETAIL,  MKCV_ROLE_DATE, MKCV_ROLE_TALLY};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) put_look(h, heads[i].selector, heads[i].role);
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        put_look(h, mkcv_arena_printf(h->out->arena, ".%s", mkcv_html_class(roles[i])), roles[i]);
}

static void put_base(const struct mkcv_html *h)
{
    const struct mkcv_style *s = h->style;
    put(h, "html{color-scheme:light dark;-webkit-text-size-adjust:100%;");
    put_number(h, "font:100%/", (int64_t)s->font.leading * 1200 / s->font.size / 10 * 10,
               " system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",sans-serif}\n");
    put(h, "body{max-width:46rem;margin:0 auto;padding:2.5rem 1.25rem 4rem;overflow-wrap:break-word;");
    put_color(h, "background:var(--ground);color:", s->color.ink);
    put(h, "}\nh1,h2,h3,h4,b,i,cite,address{font-weight:inherit;font-style:inherit}\n"
           "h1,h2,h3,h4,p,ul,ol,pre{margin:0}\n"
           "h1,h2,h3,h4{font-size:1em;line-height:1.25;text-wrap:balance}\n"
           "em em,i em,.venue em{font-style:normal}\nsub,sup{line-height:0}\n"
           "code,pre{font:.9em ui-monospace,Consolas,monospace}\npre{overflow-x:auto}\n");
    put_color(h, "a{color:", link_color(s));
    put(h, ";text-decoration-line:underline;text-decoration-thickness:1px;text-underline-offset:.2em;"
           "text-decoration-color:color-mix(in srgb,currentColor 45%,transparent)}\n"
           "a:hover{text-decoration-color:currentColor}\n"
           "a:focus-visible,pre:focus-visible{outline:2px solid;outline-offset:2px}\n");
}

static void put_lists(const struct mkcv_html *h)
{
    const struct mkcv_style *s = h->style;
    put(h, "ul,ol{padding-inline-start:1.5em}\nol{padding-inline-start:2.2em}\n"
           ".entries,.listings,.contacts{list-style:none;padding:0}\n"
           ".contacts{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 1.25em}.contacts "
           "a{display:inline-block;padding:.15em 0}\n"
           "li::marker{font-variant-numeric:tabular-nums;color:");
    put_color(h, "", s->color.grey);
    put(h, "}\n.date{font-variant-numeric:tabular-nums}.dated>.date{display:block}\n");
    put_room(h, "li+li,li li{margin-top:calc(", s->list.skip);
    put_room(h, ".entries>li+li{margin-top:calc(", s->entry.skip);
    put_room(h, "section>:is(p,ul,ol,pre)+:is(p,ul,ol,pre){margin-top:calc(", s->text.skip);
    put(h, ".contacts>li+li,li>p+p{margin-top:0}\n.of{display:block}\nli,h2,h3{break-inside:avoid}\n");
}

static void put_sections(const struct mkcv_html *h)
{
    const struct mkcv_style *s = h->style;
    bool above = s->section.rule == MKCV_RULE_ABOVE, ruled = s->section.rule != MKCV_RULE_NONE;
    if (s->section.align == MKCV_ALIGN_CENTER) put(h, "h2{text-align:center}\n");
    if (s->header.align == MKCV_ALIGN_CENTER) put(h, "header{text-align:center}.contacts{justify-content:center}\n");
    put(h, "h1{line-height:1.15}.label{margin-top:.15em}address{margin-top:.4em}\n");
    put_room(h, "main>section,.body,.side>*,.body>section+section{margin-top:calc(", s->section.above);
    put_room(h, "section section{margin-top:calc(", s->group.above);
    put_room(h, "h3,h4{margin-bottom:calc(", s->group.below);
    if (s->section.upper) put(h, "h2{text-transform:uppercase}\n");
    put_em(h, "h2{margin-bottom:", s->section.below * 3 / 4, "em}\n");
    if (!ruled) return;
    put(h, above ? "main>section{border-top:1px solid var(--rule);" : "h2{border-bottom:1px solid var(--rule);");
    put(h, above ? "padding-top:.4em}\n" : "padding-bottom:.25em}\n");
}

/* Beside the header's text, which flows around it; in the sidebar above the contacts. */
static void put_photo(const struct mkcv_html *h, const struct mkcv_flow_node *node)
{
    bool left = mkcv_style_photo_place(h->style) == MKCV_PHOTO_LEFT;
    put(h, "header{display:flow-root}.photo{height:auto;");
    put_em(h, "width:", node->photo->width, node->side ? "em;max-width:100%;" : "em;max-width:45%;");
    if (node->side) {
        put(h, "display:block}\n");
        return;
    }
    put_em(h, left ? "float:left;margin:0 " : "float:right;margin:0 0 .5em ", h->style->photo.gap,
           left ? "em .5em 0}\n" : "em}\n");
}

/* The row form has columns; the photo has its own. */
static void put_photo_column(const struct mkcv_html *h)
{
    if (mkcv_style_photo_place(h->style) == MKCV_PHOTO_LEFT)
        put(h, "header{grid-template:1fr auto/auto 1fr minmax(auto,50%)}header>:is(h1,.label){grid-column:2}"
               "header address{grid-column:3}header .photo{grid-column:1;grid-row:1/span 2;max-width:none;margin:0}\n");
    else
        put(h, "header{grid-template:1fr auto/1fr minmax(auto,50%) auto}"
               "header .photo{grid-column:3;grid-row:1/span 2;max-width:none;margin:0}\n");
}

/* Where there is room beside: dates, labels, heads, the sidebar. */
static void put_wide(const struct mkcv_html *h)
{
    const struct mkcv_style *s = h->style;
    const struct mkcv_flow_node *photo = mkcv_html_photo_node(h->flow);
    bool heads = s->section.place == MKCV_HEAD_LEFT;
    put(h, "@media print,(min-width:36em){\n.dated{display:flex;gap:1.5em;justify-content:space-between;"
           "align-items:baseline}\n.dated>.date{flex:none;max-width:40%;text-align:end}\n");
    if (s->entry.date == MKCV_DATE_LEFT) {
        put(h, ".dated{flex-direction:row-reverse;justify-content:flex-end}\n");
        put_em(h, ".dated>.date{text-align:start;width:max(", s->entry.date_width, "em,6em)}\n");
    }
    if (s->listing.form == MKCV_RUN_LINES) {
        put_em(h, ".listings>li{display:flex;gap:1em}\n.of{flex:none;width:", s->listing.label_width, "em}\n");
    } else {
        put(h, ".of{display:inline}\n");
    }
    put(h, "}\n");
    if (!heads && !h->flow->sidebar && s->header.form != MKCV_HEADER_ROW) return;
    put(h, "@media print,(min-width:52em){\nbody{max-width:58rem}\n");
    if (s->header.form == MKCV_HEADER_ROW)
        put(h, "header{display:grid;grid-template-columns:1fr minmax(auto,50%);align-items:end;column-gap:2em}\n"
               "header address{grid-column:2;grid-row:1/span 2;margin:0}header .contacts{justify-content:end}\n");
    if (s->header.form == MKCV_HEADER_ROW && photo && !photo->side) put_photo_column(h);
    if (heads) {
        put_em(h,
               "main>section,.body>section{display:grid;align-content:start;grid-template-columns:", s->section.width,
               "em 1fr;");
        put_em(h, "column-gap:", s->section.gap, "em}\nmain>section>*,.body>section>*{grid-column:2}\n");
        put(h, "main>section>h2,.body>section>h2{grid-column:1;grid-row:1/span 99;margin:0}\n");
    }
    if (h->flow->sidebar) {
        bool left = s->sidebar.place == MKCV_SIDE_LEFT;
        put_em(h, left ? "main{display:grid;grid-template-columns:" : "main{display:grid;grid-template-columns:1fr ",
               s->sidebar.width, left ? "em 1fr;" : "em;");
        put_em(h, "column-gap:", s->sidebar.gap, "em}\n.body{margin-top:0}");
        put(h, left ? ".side{grid-column:1}.body{grid-column:2;grid-row:1}\n"
                    : ".side{grid-column:2}.body{grid-column:1;grid-row:1}\n");
        put(h, ".side>:first-child,.body>:first-child{margin-top:0}main{margin-top:1.5em}\n");
    }
    put(h, "}\n");
}

static void put_print(const struct mkcv_html *h)
{
    const struct mkcv_style *s = h->style;
    put(h, "@page{size:");
    put_millimetres(h, s->page.width);
    put_millimetres(h, s->page.height);
    put(h, ";margin:");
    put_millimetres(h, s->page.top);
    put_millimetres(h, s->page.right);
    put_millimetres(h, s->page.bottom);
    put_millimetres(h, s->page.left);
    put(h, "}\n@media print{\n:root{--k:1}html{");
    put_number(h, "font-size:", s->font.size, "pt;");
    put_number(h, "line-height:", (int64_t)s->font.leading * 1000 / s->font.size / 10 * 10, "}\n");
    put(h,
        "body{max-width:none;padding:0}a{color:inherit;text-decoration:none}\n"
        "h2,h3,h4{break-after:avoid}.keep{break-inside:avoid}.new-page{break-before:page}p{orphans:2;widows:2}\n}\n");
}

void mkcv_html_style(const struct mkcv_html *h)
{
    const struct palette p = palette_of(h->style);
    put(h, ":root{--k:1.5;");
    put_palette(h, &p, false);
    put(h, "}\n@media screen and (prefers-color-scheme:dark){:root{");
    put_palette(h, &p, true);
    put(h, "}}\n");
    put_base(h);
    put_lists(h);
    put_sections(h);
    const struct mkcv_flow_node *photo = mkcv_html_photo_node(h->flow);
    if (photo) put_photo(h, photo);
    put_looks(h);
    put_wide(h);
    put_print(h);
}
