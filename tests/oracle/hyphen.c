/* hyphen.c - words are divided as libhyphen divides them with the dictionaries that the patterns came from.
 *
 *     oracle_hyphen TAG DICTIONARY [TAG DICTIONARY...]
 *
 * The words are made of the dictionary's own patterns, two or three side by side, so that each language has thousands
 * and the patterns meet one another. Divisions that change the spelling are not ours and are left out of the
 * comparison. One word of 500 may differ: libhyphen follows a word's bytes, and where its dictionary is UTF-8 may go on
 * from the middle of a character. */
#include "mkcv/hyphen.h"
#include "mkcv/arena.h"
#include "mkcv/utf8.h"
#include <hyphen.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_MOST = 512, WORD_MOST = 120, WORDS_MOST = 6000, SHOWN_MOST = 10, WORDS_LEAST = 100, SAME_OF = 500 };

struct oracle {
    struct mkcv_arena arena;
    HyphenDict *dictionary;
    const struct mkcv_hyphen *patterns;
    iconv_t to_dictionary, from_dictionary;
    MKCV_VEC(char *) parts; /* letters of the patterns, UTF-8 */
    size_t compared, different;
};

static bool convert(iconv_t how, const char *in, char *out, size_t room)
{
    char *from = (char *)(uintptr_t)in;
    size_t left = strlen(in);
    room--;
    if (iconv(how, &from, &left, &out, &room) == (size_t)-1) return false;
    *out = 0;
    return true;
}

static bool is_plain(const char *line) { return *line && !strpbrk(line, "/=%#'`- ") && (*line < 'A' || *line > 'Z'); }

/* Runs of letters are what the program divides: apostrophes and ligatures end them. */
static bool is_word(const char *s)
{
    while (*s) {
        uint32_t c = mkcv_utf8_next(&s);
        if (!mkcv_is_letter(c) || (c >= 0xfb00 && c <= 0xfb06)) return false;
    }
    return true;
}

static void read_parts(struct oracle *o, const char *path)
{
    char line[LINE_MOST], text[4 * LINE_MOST];
    FILE *f = fopen(path, "r");
    if (!f || !fgets(line, sizeof line, f)) exit(2);
    line[strcspn(line, "\r\n")] = 0;
    const char *charset = strncmp(line, "microsoft-", 10) ? line : line + 10;
    o->from_dictionary = iconv_open("UTF-8", charset);
    o->to_dictionary = iconv_open(charset, "UTF-8");
    while (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\r\n")] = 0;
        if (!is_plain(line) || !convert(o->from_dictionary, line, text, sizeof text)) continue;
        char *to = text;
        for (const char *s = text; *s; s++)
            if (*s != '.' && (*s < '0' || *s > '9')) *to++ = *s;
        *to = 0;
        if (to > text && is_word(text)) *MKCV_PUSH(&o->arena, &o->parts) = mkcv_arena_strdup(&o->arena, text);
    }
    fclose(f);
}

/* Our divisions by character: shown[i] when one stands before character i. */
static size_t divide(const struct mkcv_hyphen *h, const char *word, bool *shown)
{
    uint8_t breaks[WORD_MOST + 1];
    size_t n = 0;
    mkcv_hyphenate(h, word, strlen(word), breaks);
    for (const char *s = word; *s; n++) {
        shown[n] = breaks[s - word];
        mkcv_utf8_next(&s);
    }
    return n;
}

static void compare(struct oracle *o, const char *word)
{
    char bytes[WORD_MOST + 1], hyphens[WORD_MOST + 8] = {0};
    char **spelling = NULL;
    int *at = NULL, *cut = NULL;
    bool ours[WORD_MOST + 1];
    if (!convert(o->to_dictionary, word, bytes, sizeof bytes)) return;
    hnj_hyphen_hyphenate2(o->dictionary, bytes, (int)strlen(bytes), hyphens, NULL, &spelling, &at, &cut);
    bool respelled = spelling != NULL;
    for (size_t i = 0; spelling && i < strlen(bytes); i++) free(spelling[i]);
    free(spelling);
    free(at);
    free(cut);
    if (respelled) return;
    size_t n = divide(o->patterns, word, ours);
    bool same = true;
    for (size_t i = 1; i < n; i++) same &= ours[i] == (hyphens[i - 1] & 1);
    o->compared++;
    if (same || ++o->different > SHOWN_MOST) return;
    printf("%s: ours", word);
    for (size_t i = 1; i < n; i++)
        if (ours[i]) printf(" %zu", i);
    printf("; libhyphen's");
    for (size_t i = 1; i < n; i++)
        if (hyphens[i - 1] & 1) printf(" %zu", i);
    putchar('\n');
}

static void compare_all(struct oracle *o)
{
    size_t n = o->parts.count, step = n / WORDS_MOST + 1;
    for (size_t i = 0; i < n; i += step) {
        char word[3 * LINE_MOST * 4];
        const char *second = o->parts.at[(i * 7919 + 13) % n], *third = i % 3 ? o->parts.at[(i * 104729 + 5) % n] : "";
        snprintf(word, sizeof word, "%s%s%s", o->parts.at[i], second, third);
        if (strlen(word) <= WORD_MOST) compare(o, word);
    }
}

static int compare_language(const char *tag, const char *path)
{
    struct oracle o = {.dictionary = hnj_hyphen_load(path), .patterns = mkcv_hyphen_lookup(tag)};
    if (!o.dictionary || !o.patterns) return 2;
    mkcv_arena_init(&o.arena);
    read_parts(&o, path);
    compare_all(&o);
    printf("%s: %zu words, %zu divided otherwise\n", tag, o.compared, o.different);
    iconv_close(o.to_dictionary);
    iconv_close(o.from_dictionary);
    hnj_hyphen_free(o.dictionary);
    mkcv_arena_clear(&o.arena);
    return o.compared < WORDS_LEAST || o.different > o.compared / SAME_OF;
}

int main(int argc, char **argv)
{
    int status = argc < 3 ? 2 : 0;
    for (int i = 1; i + 1 < argc; i += 2) status |= compare_language(argv[i], argv[i + 1]);
    return status;
}
