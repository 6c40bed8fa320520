/* career_han.c - studies and posts in Chinese, Japanese and Korean, as pieces of a line and as sentences; see career.h.
 *
 * These scripts set words apart by blanks at most: an organisation, a post or a degree is known by how it ends, and
 * what runs on behind an organisation's end is a piece of its own. */
#include "career.h"
#include "mkcv/clause.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include "prose.h"
#include <string.h>

#define DEPTH_MOST 4 /* of pieces within a piece */

static const char *const org_ends[] = {
    "大学院", "大学",   "大學",   "学院",   "學院", "研究所", "研究院", "研究科", "实验室", "実験室", "研究室",
    "公司",   "医院",   "病院",   "科学院", "会社", "学校",   "高校",   "中学",   "学部",   "中心",   "センター",
    "機構",   "振興会", "学会",   "协会",   "協会", "集团",   "科技",   "工作站", "书院",   "대학교", "대학원",
    "연구소", "학교",   "연구실", "인간系", "学群", "学域",   "部门",   "团队",   NULL};
static const char *const area_ends[] = {"専攻", "学科", "専修",   "コース", "专业", "系", "학과",
                                        "학부", "전공", "공학과", "과",     "方向", NULL};
static const char *const degree_words[] = {"博士", "硕士", "碩士", "修士", "学士",   "學士", "本科",
                                           "卒業", "修了", "毕业", "畢業", "研究生", "졸업", "수료",
                                           "박사", "석사", "학사", "入学", NULL};
static const char *const posts[] = {
    "博士后",   "博士後",   "博士研究員", "ポスドク",   "教授",       "讲师",       "講師",   "助教",       "研究员",
    "研究員",   "工程师",   "实习",       "助理",       "主任",       "院长",       "所长",   "教師",       "教师",
    "访问学者", "交流生",   "主宰",       "センター長", "インターン", "エンジニア", "技術員", "代表取締役", "科学家",
    "负责人",   "经理",     "교수",       "연구원",     "인턴",       "강사",       "박사후", "포닥",       "엔지니어",
    "访问学生", "访问研究", "客员",       "客員",       NULL};
static const char *const people_labels[] = {"博士生导师", "合作导师", "导师", "指導教員", "指導教官", "지도교수", NULL};

static bool has_any(const char *s, struct mkcv_range r, const char *const *words)
{
    for (; *words; words++)
        if (r.to > r.from && memmem(s + r.from, r.to - r.from, *words, strlen(*words))) return true;
    return false;
}

/* The byte after the last word of the list that stands in the range; r.from when none does. */
static size_t last_end(const char *s, struct mkcv_range r, const char *const *words)
{
    size_t end = r.from;
    for (; *words; words++) {
        size_t n = strlen(*words);
        for (size_t at = r.to; at >= end + n && at >= r.from + n; at--)
            if (!memcmp(s + at - n, *words, n)) {
                end = at;
                break;
            }
    }
    return end;
}

static bool ends_with_any(const char *s, struct mkcv_range r, const char *const *words)
{
    for (; *words; words++) {
        size_t n = strlen(*words);
        if (r.to - r.from >= n && !memcmp(s + r.to - n, *words, n)) return true;
    }
    return false;
}

bool mkcv_career_is_person(const struct mkcv_text *t, struct mkcv_range range)
{
    static const char *const titles[] = {"教授", "先生", "老师", "교수", NULL};
    return range.to - range.from <= 8 * strlen("教") && ends_with_any(t->s, range, titles);
}

bool mkcv_has_han(const struct mkcv_text *t, struct mkcv_range range)
{
    for (const char *p = t->s + range.from; p < t->s + range.to;) {
        uint32_t c = mkcv_utf8_next(&p);
        if ((c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af)) return true;
    }
    return false;
}

static void push(struct mkcv_career_line *l, enum mkcv_piece_sense sense, struct mkcv_range r)
{
    if (r.from < r.to && l->pieces.count < MKCV_PIECES_AT_MOST)
        l->pieces.at[l->pieces.count++] = (struct mkcv_piece){sense, r, r, false};
}

static bool is_post(const char *s, struct mkcv_range r)
{
    static const char *const studies[] = {"研究生", "学生", "课程", "課程", "学位", NULL};
    return has_any(s, r, posts) && !has_any(s, r, studies);
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
    if (has_any(t->s, in, degree_words)) {
        push(l, MKCV_PIECE_DEGREE, in);
        add_chunk(r, t, before, l, depth + 1);
        return true;
    }
    if (!has_any(t->s, before, degree_words) || is_post(t->s, before)) return false;
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
    bool area = ends_with_any(s, c, area_ends);
    size_t end = last_end(s, c, org_ends);
    if (end > c.from && end < c.to && depth < DEPTH_MOST) {
        push(l, MKCV_PIECE_ORG, (struct mkcv_range){c.from, end});
        size_t more = end + (!strncmp(s + end, "の", 3) ? 3 : 0);
        add_chunk(r, t, (struct mkcv_range){more, c.to}, l, depth + 1);
    } else if (end == c.to)
        push(l, MKCV_PIECE_ORG, c);
    else if (is_post(s, c))
        push(l, MKCV_PIECE_POST, c);
    else if (has_any(s, c, degree_words) && c.to - c.from < 60) {
        static const char *const degrees[] = {"博士", "硕士", "碩士", "修士", "学士", "學士", NULL};
        push(l, MKCV_PIECE_DEGREE, c);
        if (ends_with_any(s, c, degrees) && c.to - c.from >= 2 * strlen("博士")) /* "统计学博士" */
            l->field = (struct mkcv_range){c.from, c.to - strlen("博士")};
    } else if ((c.to - c.from == 3 && !memcmp(s + c.from, "同", 3)) ||
               ends_with_any(s, c, (const char *const[]){"同上", NULL}))
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
        if (school && ends_with_any(s, p->range, parts)) p->sense = MKCV_PIECE_AREA;
        school = true;
    }
}

/* "東湖大学大学院情報学研究科": the school ends with its own name. */
static void split_school(struct mkcv_career_line *l, const char *s)
{
    static const char *const schools[] = {"大学院", "大学", "大學", "대학교", "대학원", NULL};
    for (size_t i = 0; i < l->pieces.count && l->pieces.count < MKCV_PIECES_AT_MOST; i++) {
        struct mkcv_piece *p = &l->pieces.at[i];
        size_t end = p->sense == MKCV_PIECE_ORG ? last_end(s, p->range, schools) : p->range.to;
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
    bool study = has_any(t->s, range, degree_words);
    if (study) split_school(out, t->s);
    settle_school(t->s, out);
}

static bool says(const struct mkcv_text *t, const char *const *words)
{
    return t->s && has_any(t->s, (struct mkcv_range){0, mkcv_text_length(t)}, words);
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

/* --- sentences ---------------------------------------------------------------------------------------------------- */

static const char *const study_verbs[] = {"获得", "获",   "取得", "毕业", "攻读", "就读", "修了", "卒業", "授与",
                                          "在读", "得到", "취득", "졸업", "받았", "学位", "拿到", NULL};
static const char *const post_verbs[] = {"任",     "现为", "担任", "从事", "加入",   "です", "として",
                                         "務め",   "勤務", "工作", "实习", "入职",   "在籍", "着任",
                                         "입니다", "근무", "访问", "是",   "である", NULL};
static const char *const others[] = {"同学", "他的",   "她的", "学生获", "课题组招", "招收", "欢迎", "招聘",
                                     "募集", "同级生", "论文", "論文",   "获奖",     "奖",   "賞",   "发表",
                                     "委员", "委員",   "编委", "审稿",   "评审",     "查読", "会员", NULL};
/* Words before an organisation, longest first. */
static const char *const before_org[] = {"毕业于", "就读于", "任职于", "就职于", "毕业自", "曾任", "现任", "现为",
                                         "加入",   "在",     "于",     "从",     "自",     "任",   "现在", "現在",
                                         "曾",     "我是",   "是",     "本人",   "저는",   "我",   "为",   NULL};
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
    size_t end = last_end(s, r, words);
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
    if (org_end == c.from || degree.from >= degree.to) return NULL;
    size_t org = start_org(t->s, c.from, org_end);
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_EDUCATION, mkcv_text_loc(t, c.from));
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, t, degree.from, degree.to);
    struct mkcv_range name = cut_around(t->s, (struct mkcv_range){org, org_end});
    mkcv_entry_set(r, e, MKCV_FIELD_ORG, t, name.from, name.to);
    struct mkcv_range behind = cut_around(t->s, (struct mkcv_range){org_end, c.to});
    if (degree.to <= org && ends_with_any(t->s, behind, area_ends)) /* "本科毕业于东湖大学数学系" */
        mkcv_entry_set(r, e, MKCV_FIELD_AREA, t, behind.from, behind.to);
    if (degree.from > org_end) {
        struct mkcv_range area = cut_around(t->s, (struct mkcv_range){org_end, degree.from});
        if (area.to > area.from + 3 && area.to - area.from < 60 && !has_any(t->s, area, study_verbs))
            mkcv_entry_set(r, e, MKCV_FIELD_AREA, t, area.from, area.to);
    }
    return e;
}

static struct mkcv_entry *read_held(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range c,
                                    size_t org_end)
{
    struct mkcv_range post = head_in(t->s, (struct mkcv_range){org_end, c.to}, posts);
    if (org_end == c.from || post.from >= post.to || post.to - post.from > 60) return NULL;
    size_t org = start_org(t->s, c.from, org_end);
    struct mkcv_range name = cut_around(t->s, (struct mkcv_range){org, org_end});
    if (name.from >= name.to || name.to - name.from > 120) return NULL;
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_WORK, mkcv_text_loc(t, c.from));
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, t, post.from, post.to);
    mkcv_entry_set(r, e, MKCV_FIELD_ORG, t, name.from, name.to);
    static const char *const now[] = {"现任", "现为", "現在", "目前", "です", "입니다", "现在", "我是", NULL};
    e->current = has_any(t->s, c, now);
    return e;
}

bool mkcv_career_han_sentence(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to)
{
    struct mkcv_entry *open = NULL, *last = NULL;
    bool any = false;
    struct mkcv_range all = {from, to};
    if (!mkcv_has_han(t, all) || has_any(t->s, all, others)) return false;
    for (size_t at = from; at < to;) {
        size_t end = mkcv_find_outside(t->s, at, to, ",;.");
        struct mkcv_range c = mkcv_trim(t->s, (struct mkcv_range){at, end});
        const char *p = t->s + end;
        if (end < to) mkcv_utf8_next(&p);
        at = end < to ? (size_t)(p - t->s) : to;
        if (c.from >= c.to) continue;
        if (read_guides(r, t, c, last)) continue;
        struct mkcv_when w;
        struct mkcv_range body = c;
        bool dated = mkcv_when_find(r->arena, t->s, c.from, c.to, &w);
        if (dated && w.from < c.from + 12) body.from = w.to;
        size_t org_end = last_end(t->s, body, org_ends);
        size_t post_end = last_end(t->s, body, posts);
        struct mkcv_entry *e = NULL;
        if (is_post(t->s, body) && post_end > org_end && has_any(t->s, c, post_verbs))
            e = read_held(r, t, body, org_end);
        else if (has_any(t->s, c, study_verbs) && has_any(t->s, c, degree_words) && !is_post(t->s, body))
            e = open = read_study(r, t, body, org_end, open);
        if (!e) continue;
        if (dated) mkcv_entry_when(r, e, &w);
        if (dated && e->end.year) e->current = false;
        last = e;
        any = true;
    }
    return any;
}
