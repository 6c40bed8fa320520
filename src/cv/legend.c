/* legend.c - what the marks beside names mean: "* equal contribution, † corresponding author". */
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

static const char *const marks[] = {"**", "*", "∗", "†", "‡", "§", "¶", "^", "#", "✉", "&", NULL};
static const char *const senses[] = {
    "equal",    "equally",      "corresponding", "contribution", "contributed", "cofirst",    "student",
    "students", "alphabetical", "mentee",        "advisee",      "senior",      "supervised", "lead",
    "intern",   "共同",         "通讯",          "責任著者",     NULL};

/* A mark at `at`: its length, or 0. */
static size_t mark_at(const char *s, size_t at, size_t to)
{
    for (const char *const *m = marks; *m; m++)
        if (strlen(*m) <= to - at && !memcmp(s + at, *m, strlen(*m))) return strlen(*m);
    return 0;
}

static bool has_sense(struct mkcv_reader *r, const char *s, size_t from, size_t to)
{
    struct mkcv_tokens t = mkcv_tokens_new(r->arena, s, from, to);
    size_t len;
    return mkcv_phrase_find(&t, 0, t.list.count, senses, &len) != (size_t)-1;
}

static bool has_mark(const struct mkcv_reader *r, const char *mark)
{
    for (size_t i = 0; i < r->cv->legend.count; i++)
        if (!strcmp(r->cv->legend.at[i].mark, mark)) return true;
    return false;
}

static void add(struct mkcv_reader *r, const char *mark, const char *text)
{
    if (has_mark(r, mark)) return;
    *MKCV_PUSH(r->arena, &r->cv->legend) = (struct mkcv_legend){mark, text};
}

/* "(*", "denotes", ":" and "=" between a mark and its sense. */
static size_t skip_verb(const char *s, size_t at, size_t to)
{
    static const char *const verbs[] = {"denotes ",    "denote ", "indicates ", "indicate ", "means ", "represents ",
                                        "stands for ", "for ",    "marks ",     "is ",       "are "};
    while (at < to && strchr(" :=-),\"'", s[at])) at++;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (to - at > strlen(verbs[i]) && !memcmp(s + at, verbs[i], strlen(verbs[i]))) return at + strlen(verbs[i]);
    return at;
}

bool mkcv_legend_read(struct mkcv_reader *r, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t);
    bool leads = false;
    if (n > 240 || n < 4) return false;
    for (size_t at = 0; at < n;) {
        size_t len = mark_at(t->s, at, n);
        if (!len) {
            at++;
            continue;
        }
        size_t start = skip_verb(t->s, at + len, n), end = start;
        while (end < n && !strchr(",;.)|", t->s[end]) && !mark_at(t->s, end, n) &&
               memcmp(t->s + end, "\xe2\x80\xa8", 3) != 0)
            end++;
        struct mkcv_range sense = mkcv_trim(t->s, (struct mkcv_range){start, end});
        if (sense.to > sense.from && sense.to - sense.from < 60 && has_sense(r, t->s, sense.from, sense.to)) {
            add(r, mkcv_arena_strndup(r->arena, t->s + at, len),
                mkcv_arena_strndup(r->arena, t->s + sense.from, sense.to - sense.from));
            if (at < 14) leads = true;
        }
        at = end > at ? end : at + 1;
    }
    return leads;
}

const char *mkcv_legend_mark(struct mkcv_reader *r, const char *sense)
{
    static const char *const equal[] = {"equal", "equally", "共同", NULL}, *const free_marks[] = {"†", "‡", "§",
                                                                                                  "¶", "#", NULL};
    struct mkcv_tokens t = mkcv_tokens_new(r->arena, sense, 0, strlen(sense));
    size_t len;
    const char *fold = mkcv_utf8_fold(r->arena, sense);
    bool shared = mkcv_phrase_find(&t, 0, t.list.count, equal, &len) != (size_t)-1;
    if (shared) {
        add(r, "*", sense);
        return "*";
    }
    for (size_t i = 0; i < r->cv->legend.count; i++)
        if (!strcmp(mkcv_utf8_fold(r->arena, r->cv->legend.at[i].text), fold)) return r->cv->legend.at[i].mark;
    size_t free = 0;
    while (free_marks[free] && has_mark(r, free_marks[free])) free++;
    if (!free_marks[free] || strlen(sense) > 60) return NULL;
    add(r, free_marks[free], sense);
    return free_marks[free];
}
