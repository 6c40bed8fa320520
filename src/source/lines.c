/* lines.c - masked source laid out as lines for cmark.
 *
 * cmark follows CommonMark; homepages are written for kramdown and for luck. Here containers (<div>) become breaks
 * between blocks, raw HTML (<ul>, <table>) stays whole over its blank lines, indentation inside HTML is no code, pipe
 * tables and definition lists are found, and what would cost cmark more than linear time becomes plain text. Each line
 * written remembers the line that it came from. */
#include "lines.h"
#include <ctype.h>
#include <string.h>

#define BRACKET_LIMIT 1000        /* a paragraph: cmark is quadratic in them */
#define BRACKET_BUDGET 1500000000 /* of all paragraphs, squared */
#define DELIMITER_LIMIT 4000      /* emphasis, a paragraph */
#define DEFINITION_LIMIT 2000     /* bytes of a link reference definition: each use copies it */

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == MKCV_CODE_FILL; }

static const char *skip_blanks(const char *p, const char *end)
{
    while (p < end && is_blank(*p)) p++;
    return p;
}

static const char *end_of_line(const char *p) { return p + strcspn(p, "\n"); }

static void end_paragraph(struct lines *l)
{
    l->paragraph = l->md->text.n;
    l->spent += l->brackets * l->brackets;
    l->brackets = l->delimiters = 0;
    l->plain = false;
}

/* Starts a line that shows source line l->line from byte `p` of it. */
static void open_line(struct lines *l, const char *p, int inserted)
{
    int shift = (int)(p - l->start) - inserted;
    const char *lang = l->spoken_count ? l->spoken[l->spoken_count - 1].lang : NULL;
    *MKCV_PUSH(l->md->arena, &l->md->lines) = (struct mkcv_md_line){l->md->text.n, l->line, shift, lang};
}

void mkcv_lines_blank(struct lines *l)
{
    open_line(l, l->start, 0);
    mkcv_buf_putc(&l->md->text, '\n');
    end_paragraph(l);
    l->after_blank = true;
}

void mkcv_lines_fill(struct lines *l)
{
    open_line(l, l->start, 0);
    mkcv_buf_puts(&l->md->text, "\x04\n");
    l->after_blank = false;
}

bool mkcv_lines_tag(const struct lines *l, const char *p, struct mkcv_tag *tag)
{
    return mkcv_tag_read(p, (size_t)(l->end - p), tag);
}

static void break_blocks(struct lines *l)
{
    if (!l->after_blank) mkcv_lines_blank(l);
}

/* The bytes of a list marker and the blanks after it, or 0. */
static size_t marker_length(const char *p, const char *end)
{
    const char *q = p;
    if (q < end && strchr("-*+", *q)) {
        q++;
    } else {
        while (q < end && isdigit((unsigned char)*q) && q - p < 9) q++;
        if (q == p || q == end || (*q != '.' && *q != ')')) return 0;
        q++;
    }
    if (q < end && *q != ' ' && *q != '\t') return 0;
    while (q < end && (*q == ' ' || *q == '\t')) q++;
    return (size_t)(q - p);
}

/* Nested markers on one line: "> > - 1. text". */
static size_t count_markers(const char *p, const char *end)
{
    size_t count = 0;
    for (;; count++) {
        p = skip_blanks(p, end);
        size_t n = p < end && *p == '>' ? 1 : marker_length(p, end);
        if (n == 0) return count;
        p += n;
    }
}

/* What is too much for cmark becomes plain, from the paragraph's start to its end. */
static void guard_paragraph(struct lines *l, const char *p, const char *end)
{
    for (; p < end; p++) {
        l->brackets += *p == '[' || *p == ']';
        l->delimiters += *p == '*' || *p == '_';
    }
    size_t limit = l->spent > BRACKET_BUDGET ? BRACKET_LIMIT / 10 : BRACKET_LIMIT;
    bool over = l->brackets > limit || l->delimiters > DELIMITER_LIMIT;
    if (over && !l->plain) {
        l->plain = true;
        struct mkcv_loc loc = {l->md->file, l->line, 1};
        const char *what =
            l->brackets > limit ? "too many brackets in a paragraph" : "too many emphasis marks in a paragraph";
        mkcv_report(l->md->diags, MKCV_DIAG_MARKDOWN_LIMIT, loc, what);
    }
    if (l->plain) mkcv_mask_plain(l->md->text.s + l->paragraph, l->md->text.n - l->paragraph);
    if (l->plain) l->paragraph = l->md->text.n;
}

static bool starts_block(const char *p, const char *end)
{
    return marker_length(p, end) > 0 || *p == '#' || *p == '>' || *p == MKCV_CODE_TERM;
}

/* "[label]: a very long address" is text: every use would copy the address. */
static bool is_long_definition(const char *p, const char *end)
{
    const char *close = *p == '[' ? memchr(p, ']', (size_t)(end - p)) : NULL;
    return close && close + 1 < end && close[1] == ':' && end - p > DEFINITION_LIMIT;
}

void mkcv_lines_put(struct lines *l, const char *p, const char *end, const char *prefix)
{
    const char *text = skip_blanks(p, end);
    if (text == end) {
        mkcv_lines_blank(l);
        return;
    }
    if (starts_block(text, end)) end_paragraph(l);
    size_t markers = count_markers(text, end);
    if (markers > MKCV_LIMIT_DEPTH || is_long_definition(text, end)) {
        prefix = "\x04";
        if (markers > MKCV_LIMIT_DEPTH)
            mkcv_md_limit(l->md, (struct mkcv_loc){l->md->file, l->line, 1}, "256 nested lists or quotes");
    }
    open_line(l, p, (int)strlen(prefix));
    mkcv_buf_puts(&l->md->text, prefix);
    size_t at = l->md->text.n;
    mkcv_buf_put(&l->md->text, p, (size_t)(end - p));
    if (is_long_definition(text, end)) mkcv_mask_plain(l->md->text.s + at, 200);
    mkcv_buf_putc(&l->md->text, '\n');
    guard_paragraph(l, p, end);
    if (*text == '#') end_paragraph(l);
    l->after_blank = false;
}

void mkcv_lines_next(struct lines *l)
{
    const char *eol = end_of_line(l->start);
    l->start = *eol ? eol + 1 : eol;
    l->line++;
}

static size_t indentation(const char *p, const char *end)
{
    size_t n = 0;
    for (; p < end && (*p == ' ' || *p == '\t'); p++) n += *p == '\t' ? 4 : 1;
    return n;
}

/* The line without the indentation that its HTML surroundings gave it. */
static const char *dedent(const struct lines *l, const char *p, const char *end)
{
    size_t n = 0;
    while (p < end && (*p == ' ' || *p == '\t') && n < l->dedent) n += *p++ == '\t' ? 4 : 1;
    return p;
}

/* A block of its own: a collection that a template loop stands for. */
static const char *put_mark(struct lines *l, const char *p, const char *end)
{
    const char *close = memchr(p + 1, MKCV_CODE_MARK, (size_t)(end - p) - 1);
    close = close ? close + 1 : end;
    break_blocks(l);
    mkcv_lines_put(l, p, close, "");
    mkcv_lines_blank(l);
    return close;
}

/* The first container tag or mark of [p, end), outside code spans; end: none. */
static const char *find_break(const struct lines *l, const char *p, const char *end, struct mkcv_tag *tag)
{
    for (; p < end; p++) {
        if (*p == MKCV_CODE_MARK) return p;
        if (*p == '<' && mkcv_lines_tag(l, p, tag)) {
            if (tag->kind == MKCV_TAG_CONTAINER) return p;
            if (p + tag->n < end) p += tag->n - 1;
        }
    }
    return end;
}

/* <html lang="en"> comes with a template: it is no word about what a page holds. */
static bool is_whole_page(const struct mkcv_tag *tag)
{
    return strcmp(tag->name, "html") == 0 || strcmp(tag->name, "body") == 0;
}

static void count_container(struct lines *l, const struct mkcv_tag *tag)
{
    if (tag->empty) return;
    if (tag->closing && l->html > 0) l->html--;
    while (l->spoken_count && l->spoken[l->spoken_count - 1].html > l->html) l->spoken_count--;
    if (tag->closing) return;
    l->html++;
    const char *lang = is_whole_page(tag) ? NULL : mkcv_tag_lang(l->md->arena, tag);
    if (!lang || l->spoken_count == sizeof l->spoken / sizeof *l->spoken) return;
    l->spoken[l->spoken_count].html = l->html;
    l->spoken[l->spoken_count++].lang = lang;
}

static const char *prefix_for(const struct lines *l, const char *p, const char *end)
{
    struct mkcv_tag tag;
    const char *text = skip_blanks(p, end);
    bool inline_tag = text < end && *text == '<' && mkcv_lines_tag(l, text, &tag) && tag.kind != MKCV_TAG_BLOCK &&
                      tag.kind != MKCV_TAG_CONTAINER;
    return inline_tag ? "\x04" : "";
}

/* Past a tag that may reach over line ends. */
static const char *skip_tag(struct lines *l, const char *p, size_t n)
{
    const char *to = p + n;
    for (const char *nl; (nl = memchr(p, '\n', (size_t)(to - p))); p = nl + 1) mkcv_lines_next(l);
    return to;
}

/* A line outside lists: cut at its container tags and marks. Gives the place where reading goes on, at a line's end. */
static void put_cut_line(struct lines *l, const char *p, const char *end)
{
    struct mkcv_tag tag = {0};
    for (;;) {
        const char *cut = find_break(l, p, end, &tag);
        if (skip_blanks(p, cut) < cut) {
            if (l->html > 0 || *skip_blanks(p, cut) == '<') p = skip_blanks(p, cut);
            if (*p == '<' && mkcv_html_region(l, p)) return;
            mkcv_lines_put(l, p, cut, prefix_for(l, p, cut));
        }
        if (cut == end) break;
        if (*cut == MKCV_CODE_MARK) {
            p = put_mark(l, cut, end);
        } else if (mkcv_html_card(l, cut)) {
            return;
        } else {
            break_blocks(l);
            count_container(l, &tag);
            p = skip_tag(l, cut, tag.n);
            if (p > end) end = end_of_line(p);
        }
    }
    mkcv_lines_next(l);
}

/* Inside a list a container cannot break out of its item: its tag becomes a line break, its end nothing. */
static void put_list_line(struct lines *l, const char *p, const char *end)
{
    size_t from = l->md->text.n;
    mkcv_lines_put(l, p, end, "");
    char *text = l->md->text.s + from;
    struct mkcv_tag tag;
    for (char *q = text; (q = strchr(q, '<')); q++) {
        if (!mkcv_tag_read(q, strlen(q), &tag) || tag.kind != MKCV_TAG_CONTAINER) continue;
        count_container(l, &tag);
        mkcv_mask_fill(q, q + tag.n);
        if (!tag.closing) memcpy(q, "<br>", 4);
    }
    mkcv_lines_next(l);
}

/* Fenced code goes through as it is, but for the indentation of its surroundings. */
static bool put_fence(struct lines *l, const char *p, const char *end)
{
    const char *text = skip_blanks(p, end);
    size_t n = strspn(text, *text == '~' ? "~" : "`");
    if (n < 3 || (*text != '~' && *text != '`') || memchr(text + n, '`', (size_t)(end - text) - n)) return false;
    size_t own = l->in_list ? l->dedent : indentation(p, end);
    l->dedent = l->html > 0 || l->in_list ? own : l->dedent;
    do {
        mkcv_lines_put(l, dedent(l, l->start, end), end, "");
        mkcv_lines_next(l);
        if (!*l->start) return true;
        end = end_of_line(l->start);
        p = skip_blanks(l->start, end);
    } while (strspn(p, *text == '~' ? "~" : "`") < n);
    mkcv_lines_put(l, dedent(l, l->start, end), end, "");
    mkcv_lines_next(l);
    return true;
}

/* kramdown's ": definition" under its term. */
static bool is_definition(const struct lines *l, const char *p, const char *end)
{
    return end - p > 2 && *p == ':' && (p[1] == ' ' || p[1] == '\t') && (l->definition || !l->after_blank);
}

static void put_definition(struct lines *l, const char *p, const char *end)
{
    break_blocks(l);
    mkcv_lines_put(l, p + 1, end, "\x07");
    l->definition = true;
    mkcv_lines_next(l);
}

/* A line that is indented no deeper than the list and is no item of it ends it, after a blank line or with a tag. */
static void leave_list(struct lines *l, const char *text, size_t indent)
{
    if (indent > l->dedent || l->html < l->list_html) {
        if (l->html < l->list_html) l->in_list = false;
        return;
    }
    struct mkcv_tag tag;
    bool html =
        *text == '<' && mkcv_lines_tag(l, text, &tag) && (tag.kind == MKCV_TAG_CONTAINER || tag.kind == MKCV_TAG_BLOCK);
    if (l->after_blank || html || *text == '#' || *text == MKCV_CODE_MARK) l->in_list = false;
}

static void enter_list(struct lines *l, size_t indent)
{
    if (l->in_list) return;
    l->in_list = true;
    l->dedent = l->html > 0 ? indent : 0;
    l->list_html = l->html;
}

/* "[comment]: <> (text)" and "[//]: # (text)": a link definition that only hides its text. */
static bool is_hidden(const char *p, const char *end)
{
    const char *close = *p == '[' ? memchr(p, ']', (size_t)(end - p)) : NULL;
    if (!close || end - close < 4 || close[1] != ':') return false;
    close += 2 + strspn(close + 2, " \t");
    return (close[0] == '#' && (close[1] == ' ' || close[1] == '\n')) ||
           ((close[0] == '<' || close[0] == MKCV_CODE_PLAIN) && close[1] == '>');
}

static void lay_line(struct lines *l)
{
    const char *end = end_of_line(l->start), *text = skip_blanks(l->start, end);
    if (text == end || is_hidden(text, end)) {
        mkcv_lines_blank(l);
        mkcv_lines_next(l);
        return;
    }
    bool filled = memchr(l->start, MKCV_CODE_FILL, (size_t)(text - l->start)) != NULL;
    size_t indent = indentation(l->start, end);
    bool item = marker_length(text, end) > 0;
    if (l->in_list && !item) leave_list(l, text, indent);
    if (put_fence(l, l->start, end)) return;
    if (item && (indent < 4 || l->html > 0)) enter_list(l, indent);
    if (l->definition && l->after_blank && *text != ':') l->definition = false;
    if (l->in_list) {
        put_list_line(l, filled ? text : dedent(l, l->start, end), end);
    } else if (is_definition(l, text, end)) {
        put_definition(l, text, end);
    } else if (!mkcv_lines_table(l, text, end)) {
        put_cut_line(l, filled ? text : l->start, end);
    }
}

void mkcv_lines_lay(struct mkcv_md *md, const char *s, int line)
{
    struct lines l = {.md = md, .start = s, .end = s + strlen(s), .line = line, .after_blank = true};
    while (*l.start) lay_line(&l);
}
