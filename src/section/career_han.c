/* career_han.c - studies and mkcv_han_posts in Chinese, Japanese and Korean, as pieces of a line and as sentences; see
 * career.h.
 *
 * These scripts set words apart by blanks at most: an organisation, a post or a degree is known by how it ends, and
 * what runs on behind an organisation's end is a piece of its own. */
#include "career.h"
#include "han_words.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

#define DEPTH_MOST 4 /* of pieces within a piece */

static const char *const people_labels[] = {"博士生导师", "合作导师", "导师", "指導教員", "指導教官", "지도교수", NULL};

bool mkcv_career_is_person(const struct mkcv_text *t, struct mkcv_range range)
{
    static const char *const titles[] = {"教授", "先生", "老师", "교수", NULL};
    return range.to - range.from <= 8 * strlen("教") && mkcv_han_ends(t->s, range, titles);
}

static void push(struct mkcv_career_line *l, enum mkcv_piece_sense sense, struct mkcv_range r)
{
    if (r.from < r.to && l->pieces.count < MKCV_PIECES_AT_MOST)
        l->pieces.at[l->pieces.count++] = (struct mkcv_piece){sense, r, r, false};
}

/* The bracket that closes a chunk: "博士（工学）", "工学部（博士課程）"; empty when there is none. */
static struct mkcv_range bracket_at_end(const char *s, struct mkcv_range r)
{
    static const struct {
        const char *open, *close;
    } pairs[] = {{"（", "）"}, {"(", ")"}};
    for (size_t i = 0; i < 2; i++) {
        size_t n = strlen(pairs[i].close), m = strlen(pairs[i].open);
        if (r.to - r.from <= n + m || memcmp(s + r.to - n, pairs[i].close, n) != 0) continue;
        const char *open = memmem(s + r.from, r.to - r.from, pairs[i].open, m);
        if (open && open > s + r.from) return (struct mkcv_range){(size_t)(open - s) + m, r.to - n};
    }
    return (struct mkcv_range){r.to, r.to};
}

static void add_chunk(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range c, struct mkcv_career_line *l,
                      int depth);

/* "博士（工学）": the bracket names the field; "工学部（博士課程）": the degree. */
static bool add_bracketed(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range c,
                          struct mkcv_career_line *l, int depth)
{
    struct mkcv_range in = bracket_at_end(t->s, c);
    if (in.from >= in.to || depth >= DEPTH_MOST) return false;
    size_t open = in.from - (t->s[in.from - 1] == '(' ? 1 : strlen("（"));
    struct mkcv_range before = mkcv_trim(t->s, (struct mkcv_range){c.from, open});
    if (mkcv_han_has(t->s, in, mkcv_han_degrees)) {
        push(l, MKCV_PIECE_DEGREE, in);
        add_chunk(r, t, before, l, depth + 1);
        return true;
    }
    if (!mkcv_han_has(t->s, before, mkcv_han_degrees) || mkcv_han_is_post(t->s, before)) return false;
    push(l, MKCV_PIECE_DEGREE, c);
    if (mkcv_has_han(t, in)) l->field = in;
    return true;
}

/* "导师林海教授": people behind their label. */
static bool add_people(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range c,
                       struct mkcv_career_line *l)
{
    for (const char *const *w = people_labels; *w; w++) {
        size_t n = strlen(*w);
        if (c.to - c.from <= n || memcmp(t->s + c.from, *w, n) != 0) continue;
        size_t from = c.from + n;
        static const char *const joints[] = {"为", "是", "：", ":", "は", "、", " ", NULL};
        for (const char *const *j = joints; *j; j++)
            if (!strncmp(t->s + from, *j, strlen(*j))) from += strlen(*j);
        enum mkcv_relation relation = !strncmp(*w, "合作", 6) ? MKCV_REL_HOST : MKCV_REL_ADVISOR;
        return mkcv_people_read(r, &l->e, t, from, c.to, relation) != from;
    }
    return false;
}

static void add_chunk(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range c, struct mkcv_career_line *l,
                      int depth)
{
    const char *s = t->s;
    if (c.from >= c.to || add_bracketed(r, t, c, l, depth) || add_people(r, t, c, l)) return;
    if (!mkcv_has_han(t, c)) {
        struct mkcv_piece p = mkcv_career_piece(r, t, c);
        push(l, p.sense, c);
        return;
    }
    bool area = mkcv_han_ends(s, c, mkcv_han_areas);
    size_t end = mkcv_han_last_end(s, c, mkcv_han_orgs);
    if (end > c.from && end < c.to && depth < DEPTH_MOST) {
        push(l, MKCV_PIECE_ORG, (struct mkcv_range){c.from, end});
        size_t more = end + (!strncmp(s + end, "の", 3) ? 3 : 0);
        add_chunk(r, t, (struct mkcv_range){more, c.to}, l, depth + 1);
    } else if (end == c.to)
        push(l, MKCV_PIECE_ORG, c);
    else if (mkcv_han_is_post(s, c))
        push(l, MKCV_PIECE_POST, c);
    else if (mkcv_han_has(s, c, mkcv_han_degrees) && c.to - c.from < 60) {
        static const char *const degrees[] = {"博士", "硕士", "碩士", "修士", "学士", "學士", NULL};
        push(l, MKCV_PIECE_DEGREE, c);
        if (mkcv_han_ends(s, c, degrees) && c.to - c.from >= 2 * strlen("博士")) /* "统计学博士" */
            l->field = (struct mkcv_range){c.from, c.to - strlen("博士")};
    } else if ((c.to - c.from == 3 && !memcmp(s + c.from, "同", 3)) ||
               mkcv_han_ends(s, c, (const char *const[]){"同上", NULL}))
        push(l, MKCV_PIECE_ORG, c);
    else
        push(l, area || l->pieces.count ? MKCV_PIECE_AREA : MKCV_PIECE_OTHER, c);
}

/* The end of the chunk at `at`: a blank beside a character of these scripts, an ideographic space. */
static size_t end_chunk(const char *s, size_t at, size_t to)
{
    uint32_t last = 0;
    int depth = 0;
    for (const char *p = s + at; p < s + to;) {
        size_t here = (size_t)(p - s);
        uint32_t c = mkcv_utf8_next(&p);
        const char *q = p;
        uint32_t next = q < s + to ? mkcv_utf8_next(&q) : 0;
        depth += c == '(' || c == 0xff08 ? 1 : c == ')' || c == 0xff09 ? -1 : 0;
        if (depth <= 0 && (c == 0x3000 || ((c == ' ' || c == '\t' || c == 0xa0) && (last > 0x2fff || next > 0x2fff))))
            return here;
        last = c;
    }
    return to;
}

/* The school is the first organisation; faculties and departments within it are its field of study. */
static void settle_school(const char *s, struct mkcv_career_line *l)
{
    bool study = false, school = false;
    for (size_t i = 0; i < l->pieces.count; i++) {
        study = study || l->pieces.at[i].sense == MKCV_PIECE_DEGREE;
        if (l->pieces.at[i].sense == MKCV_PIECE_POST) return;
    }
    static const char *const parts[] = {"学部", "研究科", NULL};
    for (size_t i = 0; study && i < l->pieces.count; i++) {
        struct mkcv_piece *p = &l->pieces.at[i];
        if (p->sense != MKCV_PIECE_ORG) continue;
        if (school && mkcv_han_ends(s, p->range, parts)) p->sense = MKCV_PIECE_AREA;
        school = true;
    }
}

/* "東湖大学大学院情報学研究科": the school ends with its own name. */
static void split_school(struct mkcv_career_line *l, const char *s)
{
    static const char *const schools[] = {"大学院", "大学", "大學", "대학교", "대학원", NULL};
    for (size_t i = 0; i < l->pieces.count && l->pieces.count < MKCV_PIECES_AT_MOST; i++) {
        struct mkcv_piece *p = &l->pieces.at[i];
        size_t end = p->sense == MKCV_PIECE_ORG ? mkcv_han_last_end(s, p->range, schools) : p->range.to;
        if (end == p->range.from || end >= p->range.to) continue;
        memmove(p + 2, p + 1, (l->pieces.count - i - 1) * sizeof *p);
        l->pieces.count++;
        p[1] = (struct mkcv_piece){MKCV_PIECE_ORG, {end, p->range.to}, {end, p->range.to}, false};
        p[0].range.to = p[0].head.to = end;
    }
}

/* The byte behind "教授" after a name. */
static size_t skip_title(const char *s, size_t at, size_t to)
{
    static const char *const titles[] = {"准教授", "副教授", "教授", "先生", "老师", "博士", "교수", "님", NULL};
    for (const char *const *w = titles; *w; w++)
        if (at + strlen(*w) <= to && !memcmp(s + at, *w, strlen(*w))) return at + strlen(*w);
    return at;
}

void mkcv_career_han(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range,
                     struct mkcv_career_line *out)
{
    for (size_t at = range.from; at < range.to;) {
        size_t end = end_chunk(t->s, at, range.to);
        struct mkcv_range c = mkcv_trim(t->s, (struct mkcv_range){at, end});
        enum mkcv_relation relation = mkcv_career_label(r, t, c);
        if (relation != MKCV_REL_NONE && end < range.to) {
            end = skip_title(t->s, mkcv_people_read(r, &out->e, t, end, range.to, relation), range.to);
        } else
            add_chunk(r, t, c, out, 0);
        const char *p = t->s + end;
        if (end < range.to) mkcv_utf8_next(&p);
        at = end < range.to ? (size_t)(p - t->s) : range.to;
    }
    bool study = mkcv_han_has(t->s, range, mkcv_han_degrees);
    if (study) split_school(out, t->s);
    settle_school(t->s, out);
}

static bool says(const struct mkcv_text *t, const char *const *words)
{
    return t->s && mkcv_han_has(t->s, (struct mkcv_range){0, mkcv_text_length(t)}, words);
}

/* "4月 入学" and "3月 卒業" of one school, a line each, are one study; a degree that stands alone below the years of a
 * doctorate is that one's. */
void mkcv_career_han_join(struct mkcv_section *s)
{
    static const char *const entered[] = {"入学", "进学", "進学", "입학", NULL}, *const left[] = {"卒業", "修了",
                                                                                                  "졸업", "毕业",
                                                                                                  "退学", NULL},
                             *const doctorate[] = {"博士", "박사", NULL};
    if (s->entries.count < 2) return;
    struct mkcv_entry *e = &s->entries.at[s->entries.count - 1], *above = e - 1;
    struct mkcv_text *title = &e->fields[MKCV_FIELD_TITLE], *over = &above->fields[MKCV_FIELD_TITLE];
    const char *org = e->fields[MKCV_FIELD_ORG].s, *school = above->fields[MKCV_FIELD_ORG].s;
    if (e->kind != MKCV_KIND_EDUCATION || !title->s || !over->s) return;
    bool same = org && school && !strcmp(org, school);
    if (same && says(over, entered) && !says(over, left) && says(title, left) && !above->start.year) {
        above->start = above->end;
        above->end = e->end;
    } else if (org || e->start.year || e->end.year || !says(title, doctorate) || !says(over, doctorate) ||
               mkcv_text_length(title) > 60)
        return;
    if (!above->fields[MKCV_FIELD_AREA].s) above->fields[MKCV_FIELD_AREA] = e->fields[MKCV_FIELD_AREA];
    *over = *title;
    s->entries.count--;
}
