/* tag.c - reading one HTML tag (CommonMark 0.30, section 6.6) and knowing what it is.
 *
 * Not an HTML parser: gumbo reads whole blocks. This knows the single tags that stand in Markdown. */
#include "tag.h"
#include "mkcv/buf.h"
#include "mkcv/language.h"
#include "mkcv/text.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct known {
    const char *name;
    enum mkcv_tag_kind kind;
    unsigned marks;
} known[] = {
    {"br", MKCV_TAG_BREAK, 0},
    {"img", MKCV_TAG_IMAGE, 0},
    {"a", MKCV_TAG_LINK, 0},
    {"b", MKCV_TAG_INLINE, MKCV_MARK_STRONG},
    {"strong", MKCV_TAG_INLINE, MKCV_MARK_STRONG},
    {"i", MKCV_TAG_INLINE, MKCV_MARK_EMPH},
    {"em", MKCV_TAG_INLINE, MKCV_MARK_EMPH},
    {"cite", MKCV_TAG_INLINE, MKCV_MARK_EMPH},
    {"dfn", MKCV_TAG_INLINE, MKCV_MARK_EMPH},
    {"var", MKCV_TAG_INLINE, MKCV_MARK_EMPH},
    {"code", MKCV_TAG_INLINE, MKCV_MARK_CODE},
    {"kbd", MKCV_TAG_INLINE, MKCV_MARK_CODE},
    {"samp", MKCV_TAG_INLINE, MKCV_MARK_CODE},
    {"tt", MKCV_TAG_INLINE, MKCV_MARK_CODE},
    {"sup", MKCV_TAG_INLINE, MKCV_MARK_SUP},
    {"sub", MKCV_TAG_INLINE, MKCV_MARK_SUB},
    {"wbr", MKCV_TAG_VOID, 0},
    {"input", MKCV_TAG_VOID, 0},
    {"meta", MKCV_TAG_VOID, 0},
    {"link", MKCV_TAG_VOID, 0},
    {"source", MKCV_TAG_VOID, 0},
    {"embed", MKCV_TAG_VOID, 0},
    {"col", MKCV_TAG_VOID, 0},
    {"base", MKCV_TAG_VOID, 0},
    {"p", MKCV_TAG_BLOCK, 0},
    {"h1", MKCV_TAG_BLOCK, 0},
    {"h2", MKCV_TAG_BLOCK, 0},
    {"h3", MKCV_TAG_BLOCK, 0},
    {"h4", MKCV_TAG_BLOCK, 0},
    {"h5", MKCV_TAG_BLOCK, 0},
    {"h6", MKCV_TAG_BLOCK, 0},
    {"ul", MKCV_TAG_BLOCK, 0},
    {"ol", MKCV_TAG_BLOCK, 0},
    {"li", MKCV_TAG_BLOCK, 0},
    {"dl", MKCV_TAG_BLOCK, 0},
    {"dt", MKCV_TAG_BLOCK, 0},
    {"dd", MKCV_TAG_BLOCK, 0},
    {"table", MKCV_TAG_BLOCK, 0},
    {"thead", MKCV_TAG_BLOCK, 0},
    {"tbody", MKCV_TAG_BLOCK, 0},
    {"tfoot", MKCV_TAG_BLOCK, 0},
    {"caption", MKCV_TAG_BLOCK, 0},
    {"colgroup", MKCV_TAG_BLOCK, 0},
    {"tr", MKCV_TAG_BLOCK, 0},
    {"td", MKCV_TAG_BLOCK, 0},
    {"th", MKCV_TAG_BLOCK, 0},
    {"blockquote", MKCV_TAG_BLOCK, 0},
    {"pre", MKCV_TAG_BLOCK, 0},
    {"hr", MKCV_TAG_BLOCK, 0},
    {"div", MKCV_TAG_CONTAINER, 0},
    {"section", MKCV_TAG_CONTAINER, 0},
    {"article", MKCV_TAG_CONTAINER, 0},
    {"main", MKCV_TAG_CONTAINER, 0},
    {"center", MKCV_TAG_CONTAINER, 0},
    {"header", MKCV_TAG_CONTAINER, 0},
    {"footer", MKCV_TAG_CONTAINER, 0},
    {"aside", MKCV_TAG_CONTAINER, 0},
    {"nav", MKCV_TAG_DROP, 0}, /* leads to other pages */
    {"figure", MKCV_TAG_CONTAINER, 0},
    {"figcaption", MKCV_TAG_CONTAINER, 0},
    {"details", MKCV_TAG_CONTAINER, 0},
    {"summary", MKCV_TAG_CONTAINER, 0},
    {"address", MKCV_TAG_CONTAINER, 0},
    {"form", MKCV_TAG_CONTAINER, 0},
    {"fieldset", MKCV_TAG_CONTAINER, 0},
    {"body", MKCV_TAG_CONTAINER, 0},
    {"html", MKCV_TAG_CONTAINER, 0},
    {"head", MKCV_TAG_CONTAINER, 0},
    {"script", MKCV_TAG_DROP, 0},
    {"style", MKCV_TAG_DROP, 0},
    {"iframe", MKCV_TAG_DROP, 0},
    {"svg", MKCV_TAG_DROP, 0},
    {"button", MKCV_TAG_DROP, 0},
    {"noscript", MKCV_TAG_DROP, 0},
    {"object", MKCV_TAG_DROP, 0},
    {"video", MKCV_TAG_DROP, 0},
    {"audio", MKCV_TAG_DROP, 0},
    {"canvas", MKCV_TAG_DROP, 0},
    {"select", MKCV_TAG_DROP, 0},
    {"textarea", MKCV_TAG_DROP, 0},
    {"template", MKCV_TAG_DROP, 0},
    {"title", MKCV_TAG_DROP, 0},
};

enum mkcv_tag_kind mkcv_tag_kind(const char *name, unsigned *marks)
{
    *marks = 0;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(known[i].name, name) != 0) continue;
        *marks = known[i].marks;
        return known[i].kind;
    }
    return MKCV_TAG_INLINE;
}

bool mkcv_tag_is_closed_by_next(const char *name)
{
    static const char *const names[] = {"li", "p", "td", "th", "tr", "dt", "dd", "thead", "tbody", "tfoot", "option"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0) return true;
    return false;
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/* Past an attribute and the blanks before it; NULL when there is none or it is malformed. Template code that was set
 * aside may stand between attributes. */
static const char *skip_attribute(const char *p, const char *end)
{
    if (!isalpha((unsigned char)*p) && *p != '_' && *p != ':' && *p != '@' && *p != 4) return NULL;
    while (p < end && (isalnum((unsigned char)*p) || strchr("_.:-@\x04", *p))) p++;
    const char *q = p;
    while (q < end && is_blank(*q)) q++;
    if (q == end || *q != '=') return p;
    for (q++; q < end && is_blank(*q);) q++;
    if (q == end) return NULL;
    if (*q == '"' || *q == '\'') {
        const char *close = memchr(q + 1, *q, (size_t)(end - q - 1));
        return close ? close + 1 : NULL;
    }
    const char *start = q;
    while (q < end && !is_blank(*q) && !strchr("\"'=<>`", *q)) q++;
    if (q > start && q < end && *q == '=') /* an unquoted address with a query */
        while (q < end && !is_blank(*q) && !strchr("\"'<>`", *q)) q++;
    return q > start ? q : NULL;
}

static const char *read_name(const char *p, const char *end, struct mkcv_tag *out)
{
    size_t k = 0;
    if (p == end || !isalpha((unsigned char)*p)) return NULL;
    for (; p < end && (isalnum((unsigned char)*p) || *p == '-'); p++)
        if (k + 1 < sizeof out->name) out->name[k++] = (char)tolower((unsigned char)*p);
    return p;
}

bool mkcv_tag_read(const char *s, size_t n, struct mkcv_tag *out)
{
    const char *p = s + 1, *end = s + n;
    *out = (struct mkcv_tag){0};
    if (n < 3) return false;
    if (*p == '/') out->closing = true, p++;
    p = read_name(p, end, out);
    if (!p) return false;
    out->attributes = p;
    for (;;) {
        const char *blank = p;
        while (p < end && is_blank(*p)) p++;
        if (p == end) return false;
        if (*p == '>' || *p == '/') break;
        if (p == blank || out->closing) return false;
        p = skip_attribute(p, end);
        if (!p) return false;
    }
    out->attributes_n = (size_t)(p - out->attributes);
    if (*p == '/') out->empty = true, p++;
    if (p == end || *p != '>') return false;
    out->n = (size_t)(p + 1 - s);
    out->kind = mkcv_tag_kind(out->name, &out->marks);
    return true;
}

static void put_entity(struct mkcv_buf *b, const char *name, size_t n)
{
    static const struct {
        const char *name;
        char c;
    } names[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", ' '}};
    unsigned long code = 0;
    if (n > 1 && *name == '#') code = name[1] == 'x' ? strtoul(name + 2, NULL, 16) : strtoul(name + 1, NULL, 10);
    if (code >= 32 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF)) {
        mkcv_buf_utf8(b, (uint32_t)code);
        return;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strlen(names[i].name) != n || strncmp(names[i].name, name, n) != 0) continue;
        mkcv_buf_putc(b, names[i].c);
        return;
    }
    mkcv_buf_putc(b, '&');
    mkcv_buf_put(b, name, n);
    mkcv_buf_putc(b, ';');
}

static const char *decode(struct mkcv_arena *a, const char *s, size_t n)
{
    struct mkcv_buf b;
    mkcv_buf_init(&b, a);
    for (size_t i = 0; i < n;) {
        const char *semicolon = s[i] == '&' ? memchr(s + i, ';', n - i < 12 ? n - i : 12) : NULL;
        if (semicolon) {
            put_entity(&b, s + i + 1, (size_t)(semicolon - s) - i - 1);
            i = (size_t)(semicolon - s) + 1;
        } else {
            mkcv_buf_putc(&b, s[i++]);
        }
    }
    return b.s;
}

const char *mkcv_tag_attribute(struct mkcv_arena *a, const struct mkcv_tag *tag, const char *name)
{
    const char *p = tag->attributes, *end = p + tag->attributes_n;
    size_t n = strlen(name);
    while (p < end) {
        while (p < end && is_blank(*p)) p++;
        const char *next = p < end ? skip_attribute(p, end) : NULL;
        if (!next) return NULL;
        if ((size_t)(next - p) > n && strncasecmp(p, name, n) == 0 && (p[n] == '=' || is_blank(p[n]))) {
            const char *v = p + n;
            while (v < next && (is_blank(*v) || *v == '=')) v++;
            bool quoted = v < next && (*v == '"' || *v == '\'');
            return quoted ? decode(a, v + 1, (size_t)(next - v) - 2) : decode(a, v, (size_t)(next - v));
        }
        p = next;
    }
    return NULL;
}

const char *mkcv_tag_lang(struct mkcv_arena *a, const struct mkcv_tag *tag)
{
    bool said = tag->attributes_n && memmem(tag->attributes, tag->attributes_n, "lang", 4);
    return said ? mkcv_language_tag(a, mkcv_tag_attribute(a, tag, "lang")) : NULL;
}

const char *mkcv_tag_icon(const char *class)
{
    static const struct {
        const char *icon, *word;
    } icons[] = {{"file-pdf", "PDF"},     {"ai-arxiv", "arXiv"},         {"ai-doi", "DOI"},
                 {"fa-github", "GitHub"}, {"fa-code", "Code"},           {"fa-video", "Video"},
                 {"fa-youtube", "Video"}, {"file-powerpoint", "Slides"}, {"file-video", "Video"},
                 {"fa-database", "Data"}, {"file-code", "Code"},         {"file-alt", "Paper"},
                 {"file-lines", "Paper"}, {"ai-open-access", "PDF"}};
    for (size_t i = 0; i < sizeof icons / sizeof *icons; i++)
        if (strstr(class, icons[i].icon)) return icons[i].word;
    return NULL;
}

static bool is_one_of(const char *s, size_t n, const char *const *words)
{
    for (; *words; words++)
        if (strlen(*words) == n && !strncmp(s, *words, n)) return true;
    return false;
}

bool mkcv_tag_is_card(const char *class)
{
    static const char *const works[] = {"publication", "pub", "paper", "bib", "reference", NULL};
    static const char *const things[] = {"project", "software",   "talk",   "award", "grant",
                                         "job",     "experience", "degree", NULL};
    static const char *const parts[] = {"block", "card", "item", "entry", "row", NULL};
    for (const char *w = class + strspn(class, " "); *w; w += strcspn(w, " "), w += strspn(w, " ")) {
        size_t n = strcspn(w, " "), head = strcspn(w, " -_");
        const char *tail = w + head + (head < n);
        const size_t rest = (size_t)(w + n - tail);
        bool work = is_one_of(w, head, works);
        if ((work && !rest) || ((work || is_one_of(w, head, things)) && is_one_of(tail, rest, parts))) return true;
    }
    return false;
}
