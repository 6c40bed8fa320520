/* awards_native.c - awards in sentences of scripts without blanks; see awards.h. */
#include "awards.h"
#include <string.h>

static void add_native(const struct mkcv_clause *c, size_t from, size_t to)
{
    struct mkcv_range cut = mkcv_trim(c->text->s, (struct mkcv_range){from, to});
    if (cut.to - cut.from < 6 || cut.to - cut.from > 150) return;
    struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_AWARDS, mkcv_text_loc(c->text, cut.from));
    mkcv_entry_set(c->r, e, MKCV_FIELD_TITLE, c->text, cut.from, cut.to);
    e->url = mkcv_text_url(c->text, cut.from, cut.to);
}

static const char *find_native(const struct mkcv_clause *c, size_t from, const char *const *words, size_t *len)
{
    const char *best = NULL;
    for (; *words; words++) {
        const char *at = memmem(c->text->s + from, c->to - from, *words, strlen(*words));
        if (!at || (best && at >= best)) continue;
        best = at;
        *len = strlen(*words);
    }
    return best;
}

/* "荣获X奖", "X賞を受賞": the award stands behind its verb, or before it. */
bool mkcv_award_native(const struct mkcv_clause *c)
{
    static const char *const gets[] = {"荣获", "獲得", "获得", "获评", "入选", NULL};
    static const char *const prizes[] = {"奖学金", "奖", "称号", "賞", NULL};
    static const char *const got[] = {"を受賞", "を獲得", NULL};
    static const char *const others[] = {"祝贺", "恭喜", "学生", "同学", "おめでとう", "指导", NULL};
    const char *s = c->text->s;
    size_t len = 0, end_len = 0, before = mkcv_read_section(c->r, MKCV_KIND_AWARDS)->entries.count;
    if (c->r->kind != MKCV_KIND_NEWS && c->r->kind != MKCV_KIND_AWARDS) return false;
    if (find_native(c, c->from, others, &len)) return false;
    const char *verb = find_native(c, c->from, gets, &len), *past = find_native(c, c->from, got, &end_len);
    if (verb) {
        size_t from = (size_t)(verb - s) + len;
        const char *end = find_native(c, from, prizes, &end_len);
        if (end) add_native(c, from, (size_t)(end - s) + end_len);
    } else if (past && (size_t)(past - s) > c->from + 3 && !memcmp(past - 3, "賞", 3)) {
        size_t from = (size_t)(past - s);
        while (from > c->from && memcmp(s + from - 3, "が", 3) && memcmp(s + from - 3, "、", 3) &&
               memcmp(s + from - 3, "て", 3) && memcmp(s + from - 3, "は", 3) && from - c->from >= 3)
            from -= (unsigned char)s[from - 1] < 0x80 ? 1 : 3;
        add_native(c, from, (size_t)(past - s));
    }
    return mkcv_read_section(c->r, MKCV_KIND_AWARDS)->entries.count > before;
}
