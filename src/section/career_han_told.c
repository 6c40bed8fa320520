/* career_han_told.c - studies and posts told in sentences of Chinese, Japanese and Korean; see career.h. */
#include "career.h"
#include "han_words.h"
#include "mkcv/utf8.h"
#include "prose.h"
#include <string.h>

static const char *const study_verbs[] = {"获得", "获",   "取得", "毕业", "攻读", "就读", "修了", "卒業", "授与",
                                          "在读", "得到", "취득", "졸업", "받았", "学位", "拿到", NULL};
static const char *const post_verbs[] = {"任",     "现为", "担任", "从事", "加入",   "です", "として",
                                         "務め",   "勤務", "工作", "实习", "入职",   "在籍", "着任",
                                         "입니다", "근무", "访问", "是",   "である", NULL};
static const char *const others[] = {"同学",   "他的", "她的",   "学生获", "课题组招", "招收",   "欢迎",
                                     "招聘",   "募集", "同级生", "论文被", "篇论文",   "论文获", "論文が",
                                     "論文を", "获奖", "奖",     "賞",     "发表",     "委员",   "委員",
                                     "编委",   "审稿", "评审",   "查読",   "会员",     NULL};
/* Words before an organisation, longest first. */
static const char *const before_org[] = {
    "毕业于", "就读于", "任职于", "就职于", "毕业自", "曾任", "现任", "现为", "加入", "在",   "于", "从", "自", "任",
    "现在",   "現在",   "現在は", "現在、", "今は",   "曾",   "我是", "是",   "本人", "저는", "我", "为", NULL};
static const char *const around[] = {
    "获得",   "获",     "取得",     "攻读", "毕业", "学位", "担任", "任",     "从事", "工作", "研究工作",
    "を",     "にて",   "において", "の",   "し",   "した", "です", "として", "で",   "に",   "于",
    "ました", "であり", "現在",     "年",   "へ",   "课程", "，",   "、",     "에서", "를",   "을",
    "입니다", "의",     "있습니다", "曾",   "于",   "在",   "的",   NULL};

static struct mkcv_range cut_around(const char *s, struct mkcv_range r)
{
    for (bool again = true; again;) {
        again = false;
        r = mkcv_trim(s, r);
        for (const char *const *w = around; *w; w++) {
            size_t n = strlen(*w);
            if (r.to - r.from > n && !memcmp(s + r.from, *w, n)) r.from += n, again = true;
            if (r.to - r.from > n && !memcmp(s + r.to - n, *w, n)) r.to -= n, again = true;
        }
    }
    return r;
}

/* Where the organisation's name starts in the clause: behind the words that lead to it. */
static size_t start_org(const char *s, size_t from, size_t end)
{
    size_t best = from;
    for (const char *const *w = before_org; *w; w++) {
        size_t n = strlen(*w);
        for (size_t at = from; at + n < end; at++)
            if (!memcmp(s + at, *w, n) && at + n > best) best = at + n;
    }
    return best;
}

/* The post's or degree's words from their first character to the end of the last word that is one. */
static struct mkcv_range head_in(const char *s, struct mkcv_range r, const char *const *words)
{
    size_t end = mkcv_han_last_end(s, r, words);
    if (end == r.from) return (struct mkcv_range){r.to, r.to};
    return cut_around(s, (struct mkcv_range){r.from, end});
}

/* "導師は…", "导师为林海教授": to the entry above in the sentence. */
static bool read_guides(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range c, struct mkcv_entry *e)
{
    static const char *const leads[] = {"合作导师", "博士生导师", "导师",     "师从",
                                        "指導教員", "指導教官",   "지도교수", NULL};
    for (const char *const *w = leads; *w; w++) {
        const char *at = memmem(t->s + c.from, c.to - c.from, *w, strlen(*w));
        if (!at) continue;
        size_t from = (size_t)(at - t->s) + strlen(*w);
        static const char *const joints[] = {"为", "是", "：", ":", "は", "于", "는", " ", NULL};
        for (const char *const *j = joints; *j; j++)
            if (!strncmp(t->s + from, *j, strlen(*j))) from += strlen(*j);
        enum mkcv_relation relation = !strncmp(*w, "合作", 6) ? MKCV_REL_HOST : MKCV_REL_ADVISOR;
        return e && mkcv_people_read(r, e, t, from, c.to, relation) != from;
    }
    return false;
}

/* A degree as titles have it: "博士", "博士（工学）", "博士課程". */
static struct mkcv_range degree_in(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range c)
{
    struct mkcv_range d;
    if (!mkcv_degree_find(r->arena, t->s, c.from, c.to, &d)) return (struct mkcv_range){c.to, c.to};
    static const char *const tails[] = {"課程", "课程", "研究生", NULL};
    for (const char *const *w = tails; *w; w++)
        if (!strncmp(t->s + d.to, *w, strlen(*w))) d.to += strlen(*w);
    size_t n = strlen("（");
    const char *close = !strncmp(t->s + d.to, "（", n) ? strstr(t->s + d.to, "）") : NULL;
    if (close && close < t->s + c.to) d.to = (size_t)(close - t->s) + strlen("）");
    return d;
}

/* "东湖大学（Lake University）的讲师": the byte behind the bracket that gives the organisation's other name. */
static size_t skip_bracket(const char *s, size_t org_end, size_t to)
{
    static const char *const opens[] = {"（", "("}, *const closes[] = {"）", ")"};
    for (size_t i = 0; i < 2; i++) {
        size_t n = strlen(opens[i]);
        if (org_end + n > to || memcmp(s + org_end, opens[i], n) != 0) continue;
        const char *close = memmem(s + org_end, to - org_end, closes[i], strlen(closes[i]));
        if (close) return (size_t)(close - s) + strlen(closes[i]);
    }
    return org_end;
}

/* Studies that a clause states. `open`: the entry of studies that the sentence made last, which a further degree or
 * school completes. */
static struct mkcv_entry *read_study(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range c,
                                     size_t org_end, struct mkcv_entry *open)
{
    struct mkcv_range degree = degree_in(r, t, c);
    if (open && degree.from < degree.to && org_end == c.from) {
        mkcv_entry_set(r, open, MKCV_FIELD_TITLE, t, degree.from, degree.to);
        return open;
    }
    static const char *const ends[] = {"毕业", "卒業", "修了", "졸업", NULL};
    if (degree.from >= degree.to) {
        degree = head_in(t->s, (struct mkcv_range){org_end, c.to}, ends);
        size_t n = strlen("毕业");
        if (degree.to - degree.from > n) degree.from = degree.to - n;
    }
    bool left = mkcv_han_has(t->s, c, ends); /* "毕业于东湖大学数学系" */
    if (org_end == c.from || (degree.from >= degree.to && !left)) return NULL;
    if (degree.from >= degree.to) degree = (struct mkcv_range){c.from, c.from};
    size_t org = start_org(t->s, c.from, org_end);
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_EDUCATION, mkcv_text_loc(t, c.from));
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, t, degree.from, degree.to);
    struct mkcv_range name = cut_around(t->s, (struct mkcv_range){org, org_end});
    mkcv_entry_set(r, e, MKCV_FIELD_ORG, t, name.from, name.to);
    size_t tail = skip_bracket(t->s, org_end, c.to);
    struct mkcv_range behind = cut_around(t->s, (struct mkcv_range){tail, c.to});
    if (degree.to <= org && mkcv_han_ends(t->s, behind, mkcv_han_areas)) /* "本科毕业于东湖大学数学系" */
        mkcv_entry_set(r, e, MKCV_FIELD_AREA, t, behind.from, behind.to);
    if (degree.from > tail) {
        struct mkcv_range area = cut_around(t->s, (struct mkcv_range){tail, degree.from});
        if (area.to > area.from + 3 && area.to - area.from < 60 && !mkcv_han_has(t->s, area, study_verbs))
            mkcv_entry_set(r, e, MKCV_FIELD_AREA, t, area.from, area.to);
    }
    return e;
}

static struct mkcv_entry *read_held(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range c,
                                    size_t org_end)
{
    struct mkcv_range tail = {skip_bracket(t->s, org_end, c.to), c.to}, post = head_in(t->s, tail, mkcv_han_posts);
    if (org_end == c.from || post.from >= post.to || post.to - post.from > 60) return NULL;
    size_t org = start_org(t->s, c.from, org_end);
    struct mkcv_range name = cut_around(t->s, (struct mkcv_range){org, org_end});
    if (name.from >= name.to || name.to - name.from > 120) return NULL;
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_WORK, mkcv_text_loc(t, c.from));
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, t, post.from, post.to);
    mkcv_entry_set(r, e, MKCV_FIELD_ORG, t, name.from, name.to);
    static const char *const now[] = {"现任", "现为", "現在", "目前", "です", "입니다", "现在", "我是", NULL};
    e->current = mkcv_han_has(t->s, c, now);
    return e;
}

/* The entry that a clause states, or NULL. `open`: as above. */
static struct mkcv_entry *read_clause(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range c,
                                      struct mkcv_entry **open)
{
    struct mkcv_when w;
    struct mkcv_range body = c;
    bool dated = mkcv_when_find(r->arena, t->s, c.from, c.to, &w);
    if (dated && w.from < c.from + 12) body.from = w.to;
    size_t org_end = mkcv_han_last_end(t->s, body, mkcv_han_orgs);
    size_t post_end = mkcv_han_last_end(t->s, body, mkcv_han_posts);
    struct mkcv_entry *e = NULL;
    if (mkcv_han_is_post(t->s, body) && post_end > org_end && mkcv_han_has(t->s, c, post_verbs))
        e = read_held(r, t, body, org_end);
    else if (mkcv_han_has(t->s, c, study_verbs) && mkcv_han_has(t->s, c, mkcv_han_degrees) &&
             !mkcv_han_is_post(t->s, body))
        e = *open = read_study(r, t, body, org_end, *open);
    if (e && dated) mkcv_entry_when(r, e, &w);
    if (e && dated && e->end.year) e->current = false;
    return e;
}

/* What is told of a post or a study beside, "研究方向为…": words that only lead on say nothing. */
static void keep_clause(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range c, struct mkcv_entry *e,
                        bool kana)
{
    if (c.to - c.from <= 4 * strlen("后")) return;
    mkcv_career_append(r, e, MKCV_FIELD_SUMMARY, t, c, kana ? "、" : "，");
}

bool mkcv_career_han_sentence(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to)
{
    struct mkcv_entry *open = NULL, *last = NULL;
    struct mkcv_range all = {from, to}, lead = {0, 0}; /* the clauses before the first that is understood */
    bool kana = mkcv_han_has(t->s, all, (const char *const[]){"は", "の", "に", "を", "し", NULL});
    if (!mkcv_has_han(t, all) || mkcv_han_has(t->s, all, others)) return false;
    for (size_t at = from; at < to;) {
        size_t end = kana ? mkcv_find_outside(t->s, at, to, ",;.") : mkcv_han_clause_end(t->s, at, to);
        struct mkcv_range c = mkcv_trim(t->s, (struct mkcv_range){at, end});
        const char *p = t->s + end;
        if (end < to) mkcv_utf8_next(&p);
        at = end < to ? (size_t)(p - t->s) : to;
        if (c.from >= c.to || read_guides(r, t, c, last)) continue;
        struct mkcv_entry *e = read_clause(r, t, c, &open);
        if (e && !last) keep_clause(r, t, lead, e, kana);
        if (e) last = e;
        if (!e && last) keep_clause(r, t, c, last, kana);
        if (!last) lead = (struct mkcv_range){lead.to ? lead.from : c.from, c.to};
    }
    return last != NULL;
}
