/* test_text_markdown.c - what mkcv_text_markdown writes reads back to the same text: random spans of the signs that
 * Markdown is made of, in every dress, from a fixed seed. */
#include "mkcv/text.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

enum { TEXTS = 200000, SPANS = 5, PIECES = 4 };

static unsigned next(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16 & 0x7fff;
}

static struct mkcv_text random_text(struct mkcv_arena *a, unsigned *seed)
{
    static const char *const pieces[] = {"*",  "**", "[",     "](",      ")",     "!", "`",  "``",    "$",
                                         "\\", "_",  "<sup>", "</span>", "&amp;", "a", "b ", " c",    "é",
                                         "1.", "#",  "- ",    "|",       "~",     "<", "x",  "\u2028"};
    static const char *const urls[] = {NULL,
                                       NULL,
                                       NULL,
                                       "https://a.example/x_(y)",
                                       "https://a.example/)(",
                                       "mailto:a@b.example",
                                       "https://a.example/*b*`c`"};
    static const char *const langs[] = {NULL, NULL, NULL, "de", "pt-BR"};
    struct mkcv_text t = {.s = NULL};
    for (unsigned spans = 1 + next(seed) % SPANS; spans; spans--) {
        char s[64] = "";
        for (unsigned n = 1 + next(seed) % PIECES; n; n--)
            strcat(s, pieces[next(seed) % (sizeof pieces / sizeof *pieces)]);
        struct mkcv_span span = {.url = urls[next(seed) % (sizeof urls / sizeof *urls)]};
        if (next(seed) % 2) span.marks |= next(seed) & (MKCV_MARK_EMPH | MKCV_MARK_STRONG);
        if (next(seed) % 6 == 0) span.marks |= MKCV_MARK_CODE;
        if (next(seed) % 6 == 0 && !(span.marks & MKCV_MARK_CODE)) span.marks |= MKCV_MARK_MATH;
        if (next(seed) % 6 == 0) span.marks |= next(seed) % 2 ? MKCV_MARK_SUP : MKCV_MARK_SUB;
        if (next(seed) % 6 == 0) span.marks |= MKCV_MARK_IMAGE;
        span.lang = langs[next(seed) % (sizeof langs / sizeof *langs)];
        mkcv_text_append(a, &t, s, strlen(s), &span);
    }
    return t;
}

static void written_text_reads_back(void **state)
{
    unsigned seed = 1;
    (void)state;
    for (int i = 0; i < TEXTS; i++) {
        struct mkcv_arena a;
        mkcv_arena_init(&a);
        struct mkcv_text t = random_text(&a, &seed);
        const char *written = mkcv_text_markdown(&a, &t);
        struct mkcv_text read = mkcv_text_from_markdown(&a, written, (struct mkcv_loc){0});
        /* neighbours of one dress are one span now: from here on nothing may change */
        const char *settled = mkcv_text_markdown(&a, &read);
        struct mkcv_text once_more = mkcv_text_from_markdown(&a, settled, (struct mkcv_loc){0});
        const char *again = mkcv_text_markdown(&a, &once_more);
        if (strcmp(t.s, read.s) != 0) fail_msg("text %d: '%s' was written '%s' and read '%s'", i, t.s, written, read.s);
        if (strcmp(settled, again) != 0) fail_msg("text %d: '%s' was read and written '%s'", i, settled, again);
        mkcv_arena_clear(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(written_text_reads_back)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
