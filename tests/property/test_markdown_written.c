/* test_markdown_written.c - the Markdown of random texts, full of the signs that markup is made of, is read by cmark as
 * the same words, links and blocks: nothing of a text acts, whatever its dress and wherever it stands. */
#include "mkcv/backend.h"
#include "mkcv/settings.h"
#include <cmark.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { TEXTS = 60000, SPANS = 5, PIECES = 4 };

static unsigned next(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16 & 0x7fff;
}

static const char *const urls[] = {
    NULL, NULL, NULL, NULL, "https://a.example/x_(y)*b*", "mailto:a@b.example", "https://a.example/)("};

static struct mkcv_text random_text(struct mkcv_arena *a, unsigned *seed)
{
    static const char *const pieces[] = {
        "*",       "**",     "_",   "__", "[",  "](", ")",   "!",   "`",    "``", "$",  "\\",  "<b>",
        "</span>", "<",      ">",   "#",  "- ", "+ ", "1. ", "12)", "|",    "~",  "=",  "==",  "&amp;",
        "&",       "a",      "b",   "c ", " d", "é",  "“x”", ".",   "2019", ":",  "{",  "---", "***",
        "\u2028",  "\u00a0", "x_y", "”",  "(",  "　", "漢",  "`a`", "<!--", "'",  "\"", "###"};
    struct mkcv_text t = {.s = NULL};
    for (unsigned spans = 1 + next(seed) % SPANS; spans; spans--) {
        char s[64] = "";
        struct mkcv_span span = {.url = urls[next(seed) % (sizeof urls / sizeof *urls)]};
        for (unsigned n = 1 + next(seed) % PIECES; n; n--)
            strcat(s, pieces[next(seed) % (sizeof pieces / sizeof *pieces)]);
        if (next(seed) % 2) span.marks = next(seed) & (MKCV_MARK_EMPH | MKCV_MARK_STRONG);
        if (next(seed) % 8 == 0 && !strstr(s, "\u2028")) span.marks |= MKCV_MARK_CODE;
        if (next(seed) % 8 == 0) span.marks |= next(seed) % 2 ? MKCV_MARK_SUP : MKCV_MARK_SUB;
        if (next(seed) % 3 == 0) span.role = (uint16_t)(next(seed) % MKCV_ROLE_COUNT);
        if (span.role == MKCV_ROLE_CODE) span.role = MKCV_ROLE_PLAIN;
        mkcv_text_append(a, &t, s, strlen(s), &span);
    }
    return t;
}

/* Words with one blank between them; code spans may take the blanks at their ends. */
static const char *words(struct mkcv_arena *a, const char *s)
{
    static const char *const blanks[] = {" ", "\n", "\u00a0", "\u2028", "\u3000"};
    struct mkcv_buf out;
    mkcv_buf_init(&out, a);
    while (s && *s) {
        size_t n = 0;
        for (size_t i = 0; !n && i < sizeof blanks / sizeof *blanks; i++)
            if (!strncmp(s, blanks[i], strlen(blanks[i]))) n = strlen(blanks[i]);
        if (!n) mkcv_buf_putc(&out, *s);
        s += n ? n : 1;
    }
    return out.s;
}

/* What cmark reads: the words, each link's address in angles behind its first; a block in front of each. */
static const char *read_back(struct mkcv_arena *a, const char *markdown)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, a);
    cmark_node *document = cmark_parse_document(markdown, strlen(markdown), CMARK_OPT_DEFAULT);
    cmark_iter *iter = cmark_iter_new(document);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        if (event == CMARK_EVENT_EXIT) continue;
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) mkcv_buf_puts(&out, cmark_node_get_literal(node));
        if (type == CMARK_NODE_LINK && strncmp(cmark_node_get_url(node), "mailto:", 7) != 0)
            mkcv_buf_printf(&out, "{%s}", cmark_node_get_url(node));
        if (type == CMARK_NODE_IMAGE || type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_THEMATIC_BREAK)
            mkcv_buf_printf(&out, "[%s]", cmark_node_get_type_string(node));
        if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || type == CMARK_NODE_ITEM)
            mkcv_buf_printf(&out, "[%s]", cmark_node_get_type_string(node));
    }
    cmark_iter_free(iter);
    cmark_node_free(document);
    return words(a, out.s);
}

/* The same of the text, by the spans: what was written must be it. */
static const char *expected(struct mkcv_arena *a, const struct mkcv_text *t, const char *blocks)
{
    struct mkcv_buf out;
    const char *open = NULL;
    mkcv_buf_init(&out, a);
    mkcv_buf_puts(&out, blocks);
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *span = &t->spans.at[i];
        const char *s = words(a, mkcv_arena_strndup(a, t->s + span->at, span->len));
        bool link = span->url && strncmp(span->url, "mailto:", 7) != 0;
        if (span->url && (!open || strcmp(open, span->url) != 0) && link)
            mkcv_buf_printf(&out, "{%s}", strcmp(span->url, urls[6]) != 0 ? span->url : "https://a.example/%29%28");
        open = span->url;
        mkcv_buf_puts(&out, s);
    }
    return out.s;
}

static bool is_blank(struct mkcv_arena *a, const struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++)
        if (!*words(a, mkcv_arena_strndup(a, t->s + t->spans.at[i].at, t->spans.at[i].len))) return true;
    return false; /* a span of nothing but blanks may join its neighbours' links */
}

static void words_and_links_stay(void **state)
{
    static const struct {
        enum mkcv_flow_kind kind;
        const char *blocks;
    } places[] = {{MKCV_FLOW_PARAGRAPH, "[paragraph]"},
                  {MKCV_FLOW_HEADING, "[heading]"},
                  {MKCV_FLOW_ITEM, "[item][paragraph]"},
                  {MKCV_FLOW_ENTRY, "[item][paragraph]"}};
    unsigned seed = 7;
    (void)state;
    struct mkcv_arena kept;
    struct mkcv_diags diags;
    struct mkcv_settings settings;
    struct mkcv_style style;
    mkcv_arena_init(&kept);
    mkcv_diags_init(&diags, &kept);
    mkcv_settings_read(&kept, NULL, NULL, 0, &settings, &diags);
    assert_int_equal(mkcv_style_read(&kept, "classic", &settings, &style, &diags), MKCV_OK);
    for (int i = 0; i < TEXTS; i++) {
        struct mkcv_arena a;
        struct mkcv_buf out;
        mkcv_arena_init(&a);
        mkcv_buf_init(&out, &a);
        struct mkcv_flow flow = {.lang = "en", .title = "T"};
        struct mkcv_flow_node *node = MKCV_PUSH(&a, &flow.nodes);
        node->kind = places[i % 4].kind;
        node->level = 1;
        node->head = random_text(&a, &seed);
        if (is_blank(&a, &node->head)) {
            mkcv_arena_clear(&a);
            continue;
        }
        mkcv_markdown_write(&flow, &style, &out, &diags);
        *strstr(out.s, "\n<!-- Made by") = '\0';
        const char *wanted = expected(&a, &node->head, places[i % 4].blocks), *got = read_back(&a, out.s);
        if (strcmp(wanted, got) != 0)
            fail_msg("text %d: '%s' was written\n%s\nand is read '%s', not '%s'", i, node->head.s, out.s, got, wanted);
        if (strstr(out.s, " \n")) fail_msg("text %d ends a line with a blank: '%s'", i, out.s);
        mkcv_arena_clear(&a);
    }
    mkcv_arena_clear(&kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(words_and_links_stay)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
