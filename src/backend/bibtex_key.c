/* bibtex_key.c - keys of works; see bibtex.h. */
#include "bibtex.h"
#include "mkcv/hash.h"
#include "mkcv/utf8.h"
#include <string.h>

void mkcv_bibtex_keys_open(struct mkcv_bibtex_keys *keys, struct mkcv_arena *a, size_t count)
{
    size_t size = 16;
    while (size < 2 * count) size *= 2;
    keys->slots = MKCV_NEW_ARRAY(a, const char *, size);
    keys->mask = size - 1;
}

/* False when the key was there. */
static bool add_key(struct mkcv_bibtex_keys *keys, const char *key)
{
    size_t at = (size_t)mkcv_hash(0, key, strlen(key)) & keys->mask;
    for (; keys->slots[at]; at = (at + 1) & keys->mask)
        if (strcmp(keys->slots[at], key) == 0) return false;
    keys->slots[at] = key;
    return true;
}

static void put_ascii(struct mkcv_buf *out, const char *s, size_t n)
{
    for (const char *end = s + n; s < end; s++)
        if ((*s >= 'a' && *s <= 'z') || (*s >= '0' && *s <= '9')) mkcv_buf_putc(out, *s);
}

/* Words that say little of what a title is about. */
static bool is_small(const char *s, size_t n)
{
    static const char *const words[] = {"a",   "an",  "and", "as",   "at",  "by",   "das", "de",  "del", "der", "des",
                                        "die", "du",  "ein", "el",   "for", "from", "in",  "is",  "la",  "las", "le",
                                        "les", "los", "of",  "on",   "or",  "the",  "to",  "un",  "und", "une", "with",
                                        "zu",  "zum", "zur", "eine", "its", "into", "our", "how", "why", "what"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == n && !strncmp(words[i], s, n)) return true;
    return false;
}

/* The next word of a folded title that says something; "" at the end. */
static const char *next_word(const char **title, size_t *n)
{
    for (;;) {
        const char *word = *title += strspn(*title, " ");
        *title += *n = strcspn(word, " ");
        bool ascii = false;
        for (size_t i = 0; i < *n; i++)
            ascii |= (word[i] >= 'a' && word[i] <= 'z') || (word[i] >= '0' && word[i] <= '9');
        if (!*n || (ascii && !is_small(word, *n))) return word;
    }
}

static const char *author_of(struct mkcv_arena *a, const struct mkcv_entry *e)
{
    return e->people.count ? mkcv_utf8_fold(a, mkcv_bibtex_last_name(a, e->people.at[0].name)) : "";
}

const char *mkcv_bibtex_key(struct mkcv_bibtex_keys *keys, struct mkcv_arena *a, const struct mkcv_entry *e)
{
    struct mkcv_buf key;
    const char *author = author_of(a, e), *title = mkcv_utf8_fold(a, e->fields[MKCV_FIELD_TITLE].s);
    mkcv_buf_init(&key, a);
    put_ascii(&key, author, strlen(author));
    if (!key.n) mkcv_buf_puts(&key, "work");
    if (e->end.year) mkcv_buf_printf(&key, "%d", e->end.year);
    size_t n;
    do {
        const char *word = next_word(&title, &n);
        put_ascii(&key, word, n);
        char *candidate = mkcv_arena_strdup(a, key.s);
        if (add_key(keys, candidate)) return candidate;
    } while (n);
    for (int i = 2;; i++) {
        const char *candidate = mkcv_arena_printf(a, "%s-%d", key.s, i);
        if (add_key(keys, candidate)) return candidate;
    }
}
