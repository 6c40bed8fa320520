/* record.c - the digests of a content as a line of text, and back: "1 DIGEST SECTION:IIIIIIIIDDDDDDDD,... ..." with the
 * digest of all, and for each entry of a section that of its label and of all that it says. The digests
 * give the order; that of all tells damage. */
#include "mkcv/content.h"
#include "mkcv/hash.h"
#include <stdlib.h>
#include <string.h>

enum { DIGITS = 16 }; /* of an entry */

static int compare_entries(const void *a, const void *b)
{
    const struct mkcv_content_entry *x = a, *y = b;
    int sections = strcmp(x->section, y->section);
    if (sections) return sections;
    if (x->identity != y->identity) return x->identity < y->identity ? -1 : 1;
    return x->digest < y->digest ? -1 : x->digest > y->digest;
}

const char *mkcv_content_record(struct mkcv_arena *a, const struct mkcv_content *c)
{
    size_t n = c->entries.count;
    struct mkcv_content_entry *sorted = MKCV_NEW_ARRAY(a, struct mkcv_content_entry, n + 1);
    struct mkcv_buf out;
    mkcv_buf_init(&out, a);
    for (size_t i = 0; i < n; i++) sorted[i] = c->entries.at[i];
    qsort(sorted, n, sizeof *sorted, compare_entries);
    for (size_t i = 0; i < n; i++) {
        if (!i || strcmp(sorted[i].section, sorted[i - 1].section) != 0)
            mkcv_buf_printf(&out, " %s:", sorted[i].section);
        else
            mkcv_buf_putc(&out, ',');
        mkcv_buf_printf(&out, "%08x%08x", (unsigned)sorted[i].identity, (unsigned)sorted[i].digest);
    }
    return mkcv_arena_printf(a, "1 %016llx%016llx%s", (unsigned long long)mkcv_hash(0, out.s, out.n),
                             (unsigned long long)mkcv_hash(1, out.s, out.n), out.s);
}

static bool read_digest(const char *s, uint32_t *value)
{
    *value = 0;
    for (int i = 0; i < DIGITS / 2; i++) {
        const char *digit = s[i] ? strchr("0123456789abcdef", s[i]) : NULL;
        if (!digit) return false;
        *value = *value << 4 | (uint32_t)(digit - "0123456789abcdef");
    }
    return true;
}

/* "work:IIIIIIIIDDDDDDDD,..." */
static bool read_section(struct mkcv_arena *a, const char *s, struct mkcv_content *out)
{
    size_t n = strcspn(s, ":");
    struct mkcv_content_entry e = {.section = mkcv_arena_strndup(a, s, n)};
    if (!s[n]) return false;
    for (s += n; *s; s += 1 + DIGITS) {
        if (strlen(s) < 1 + DIGITS || !read_digest(s + 1, &e.identity) || !read_digest(s + 1 + DIGITS / 2, &e.digest))
            return false;
        *MKCV_PUSH(a, &out->entries) = e;
    }
    return true;
}

bool mkcv_content_from_record(struct mkcv_arena *a, const char *record, size_t n, struct mkcv_content *out)
{
    const char *whole = mkcv_arena_strndup(a, record, n);
    char *s = mkcv_arena_strdup(a, whole), *rest = NULL;
    *out = (struct mkcv_content){.entries = {0}};
    const char *version = strtok_r(s, " ", &rest), *all = strtok_r(NULL, " ", &rest);
    if (!version || strcmp(version, "1") != 0 || !all) return false;
    for (const char *word; (word = strtok_r(NULL, " ", &rest));)
        if (!read_section(a, word, out)) return false;
    return !strcmp(mkcv_content_record(a, out), whole);
}
