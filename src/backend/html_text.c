/* html_text.c - rich text as HTML: links around roles, roles around languages, languages around emphasis. */
#include "html.h"
#include "mkcv/language.h"
#include "mkcv/utf8.h"
#include "walk.h"
#include <string.h>
#include <strings.h>

/* Roles of text inside a paragraph: what an element says of them, if one does, and the class that the style sheet
 * dresses.
 */
static const struct {
    const char *element, *class;
} roles[MKCV_ROLE_COUNT] = {
    [MKCV_ROLE_GROUP] = {"span", "group"},   [MKCV_ROLE_SUBGROUP] = {"span", "subgroup"},
    [MKCV_ROLE_TITLE] = {"b", "title"},      [MKCV_ROLE_ORG] = {"span", "org"},
    [MKCV_ROLE_WORK] = {"cite", "work"},     [MKCV_ROLE_AUTHORS] = {"span", "authors"},
    [MKCV_ROLE_SELF] = {"b", "self"},        [MKCV_ROLE_VENUE] = {"i", "venue"},
    [MKCV_ROLE_DETAIL] = {"span", "detail"}, [MKCV_ROLE_DATE] = {"span", "date"},
    [MKCV_ROLE_TALLY] = {"span", "count"},   [MKCV_ROLE_EMPH] = {"em", NULL},
    [MKCV_ROLE_STRONG] = {"strong", NULL},   [MKCV_ROLE_CODE] = {"code", NULL},
};

const char *mkcv_html_class(enum mkcv_role role) { return roles[role].class; }

bool mkcv_html_is_dressed(const struct mkcv_style *style, enum mkcv_role role)
{
    const struct mkcv_look *look = &style->look[role];
    bool colored = look->color != MKCV_COLOR_INHERIT && look->color != style->color.ink;
    bool sized = look->size && look->size != style->font.size;
    return role != MKCV_ROLE_PLAIN &&
           (colored || sized || look->bold || look->italic || look->small_caps || look->underline || look->tracking);
}

void mkcv_html_escape(struct mkcv_buf *out, const char *s, size_t n)
{
    for (const char *p = s, *end = s + n; p < end;) {
        const char *from = p;
        uint32_t c = mkcv_utf8_next(&p);
        if (!c) break;
        if (c == '&')
            mkcv_buf_puts(out, "&amp;");
        else if (c == '<')
            mkcv_buf_puts(out, "&lt;");
        else if (c == '>')
            mkcv_buf_puts(out, "&gt;");
        else if (c == '"')
            mkcv_buf_puts(out, "&quot;");
        else
            mkcv_buf_put(out, from, (size_t)(p - from));
    }
}

/* The length of a date at `s` that a machine can read: 2019, 2019-05, 2019-05-31; 0: none. */
static size_t date_length(const char *s)
{
    static const char digits[] = "0123456789";
    size_t n = strspn(s, digits), month = 0, day = 0;
    if (n != 4) return 0;
    if (s[4] == '-') month = strspn(s + 5, digits);
    if (month != 2) return month ? 0 : 4;
    if (s[7] == '-') day = strspn(s + 8, digits);
    return day == 2 ? 10 : day ? 0 : 7;
}

/* Text; breaks as elements, and of dates what a machine can read as time. */
static void put_words(const struct mkcv_html *h, const char *s, size_t n, bool date)
{
    const char *from = s, *end = s + n;
    for (const char *p = s; p < end;) {
        size_t dated = date && (p == s || p[-1] < '0' || p[-1] > '9') ? date_length(p) : 0;
        bool broken = !strncmp(p, "\u2028", 3), loose = !strncmp(p, "\u200b", 3);
        if (!dated && !broken && !loose) {
            p++;
            continue;
        }
        mkcv_html_escape(h->out, from, (size_t)(p - from));
        if (dated) mkcv_buf_printf(h->out, "<time>%.*s</time>", (int)dated, p);
        if (broken) mkcv_buf_puts(h->out, "<br/>");
        if (loose) mkcv_buf_puts(h->out, "<wbr/>");
        from = p += dated ? dated : 3;
    }
    mkcv_html_escape(h->out, from, (size_t)(end - from));
}

static void put_marks(struct mkcv_buf *out, unsigned marks, bool open)
{
    static const struct {
        unsigned mark;
        const char *element;
    } elements[] = {{MKCV_MARK_STRONG, "strong"}, {MKCV_MARK_EMPH, "em"}, {MKCV_MARK_CODE, "code"},
                    {MKCV_MARK_MATH, "var"},      {MKCV_MARK_SUP, "sup"}, {MKCV_MARK_SUB, "sub"}};
    enum { COUNT = sizeof elements / sizeof *elements };
    for (size_t i = 0; i < COUNT; i++) {
        size_t k = open ? i : COUNT - 1 - i;
        if (marks & elements[k].mark) mkcv_buf_printf(out, open ? "<%s>" : "</%s>", elements[k].element);
    }
}

/* Its direction where that is not the text's around. */
static void open_lang(const struct mkcv_html *h, const char *lang)
{
    bool rtl = mkcv_language_is_rtl(lang);
    mkcv_buf_puts(h->out, "<span lang=\"");
    mkcv_html_escape(h->out, lang, strlen(lang));
    mkcv_buf_putc(h->out, '"');
    if (rtl != mkcv_language_is_rtl(h->flow->lang)) mkcv_buf_printf(h->out, " dir=\"%s\"", rtl ? "rtl" : "ltr");
    mkcv_buf_putc(h->out, '>');
}

static bool is_same_lang(const char *one, const char *other)
{
    return one == other || (one && other && strcmp(one, other) == 0);
}

/* What a text is written in: its spans of one link and role are cut further where the language is another. */
struct run {
    const struct mkcv_text *text;
    const char *lang;    /* of the element around, NULL: the document's */
    enum mkcv_role base; /* of the element around */
};

static void put_spans(const struct mkcv_html *h, const struct run *run, size_t first, size_t end, bool date)
{
    const struct mkcv_text *t = run->text;
    const char *lang = run->lang;
    for (size_t i = first; i < end; i++) {
        const struct mkcv_span *span = &t->spans.at[i];
        if (!is_same_lang(lang, span->lang)) {
            if (lang && lang != run->lang) mkcv_buf_puts(h->out, "</span>");
            if (span->lang && !is_same_lang(span->lang, run->lang)) open_lang(h, span->lang);
            lang = is_same_lang(span->lang, run->lang) ? run->lang : span->lang;
        }
        put_marks(h->out, span->marks, true);
        put_words(h, t->s + span->at, span->len, date);
        put_marks(h->out, span->marks, false);
    }
    if (lang && lang != run->lang) mkcv_buf_puts(h->out, "</span>");
}

/* Spans [first, end) of one link, by their roles. Roles that say nothing but a look are written where it is one. */
static void put_roles(const struct mkcv_html *h, const struct run *run, size_t first, size_t end)
{
    const struct mkcv_text *t = run->text;
    for (size_t i = first, next; i < end; i = next) {
        enum mkcv_role role = (enum mkcv_role)t->spans.at[i].role;
        for (next = i + 1; next < end && t->spans.at[next].role == role;) next++;
        const char *element = roles[role].element;
        bool dressed = mkcv_html_is_dressed(h->style, role) && roles[role].class;
        bool named = element && role != run->base && (strcmp(element, "span") != 0 || dressed);
        if (named && dressed)
            mkcv_buf_printf(h->out, "<%s class=\"%s\">", element, roles[role].class);
        else if (named)
            mkcv_buf_printf(h->out, "<%s>", element);
        put_spans(h, run, i, next, role == MKCV_ROLE_DATE);
        if (named) mkcv_buf_printf(h->out, "</%s>", element);
    }
}

void mkcv_html_text(const struct mkcv_html *h, const struct mkcv_text *text, enum mkcv_role base)
{
    const struct mkcv_text *t = mkcv_text_math(h->out->arena, text);
    const struct run run = {t, mkcv_text_lang(t), base};
    if (run.lang) open_lang(h, run.lang);
    for (size_t i = 0, end; i < t->spans.count; i = end) {
        end = mkcv_link_end(t, i);
        const char *url = mkcv_link_url(h->out->arena, &t->spans.at[i]);
        if (url) {
            mkcv_buf_puts(h->out, "<a href=\"");
            mkcv_html_escape(h->out, url, strlen(url));
            mkcv_buf_puts(h->out, h->mine && !strncasecmp(url, "http", 4) ? "\" rel=\"me\">" : "\">");
        }
        put_roles(h, &run, i, end);
        if (url) mkcv_buf_puts(h->out, "</a>");
    }
    if (run.lang) mkcv_buf_puts(h->out, "</span>");
}
