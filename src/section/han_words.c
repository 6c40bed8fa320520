/* han_words.c - what organisations, posts and degrees end with in Chinese, Japanese and Korean; see han_words.h. */
#include "han_words.h"
#include "mkcv/utf8.h"
#include <string.h>

const char *const mkcv_han_orgs[] = {
    "大学院", "大学",   "大學",   "学院",   "學院", "研究所", "研究院", "研究科", "实验室", "実験室", "研究室",
    "公司",   "医院",   "病院",   "科学院", "会社", "学校",   "高校",   "中学",   "学部",   "中心",   "センター",
    "機構",   "振興会", "学会",   "协会",   "協会", "集团",   "科技",   "工作站", "书院",   "대학교", "대학원",
    "연구소", "학교",   "연구실", "人間系", "学群", "学域",   "部门",   "团队",   NULL};
const char *const mkcv_han_areas[] = {"専攻", "学科", "専修",   "コース", "专业", "系", "학과",
                                      "학부", "전공", "공학과", "과",     "方向", NULL};
const char *const mkcv_han_degrees[] = {"博士", "硕士", "碩士", "修士", "学士",   "學士", "本科",
                                        "卒業", "修了", "毕业", "畢業", "研究生", "졸업", "수료",
                                        "박사", "석사", "학사", "入学", NULL};
const char *const mkcv_han_posts[] = {
    "博士后",   "博士後",   "博士研究員", "ポスドク",   "教授",       "讲师",       "講師",   "助教",       "研究员",
    "研究員",   "工程师",   "实习",       "助理",       "主任",       "院长",       "所长",   "教師",       "教师",
    "访问学者", "交流生",   "主宰",       "センター長", "インターン", "エンジニア", "技術員", "代表取締役", "科学家",
    "负责人",   "经理",     "교수",       "연구원",     "인턴",       "강사",       "박사후", "포닥",       "엔지니어",
    "访问学生", "访问研究", "客员",       "客員",       NULL};

bool mkcv_han_has(const char *s, struct mkcv_range r, const char *const *words)
{
    for (; *words; words++)
        if (r.to > r.from && memmem(s + r.from, r.to - r.from, *words, strlen(*words))) return true;
    return false;
}

size_t mkcv_han_last_end(const char *s, struct mkcv_range r, const char *const *words)
{
    size_t end = r.from;
    for (; *words; words++) {
        size_t n = strlen(*words);
        const char *at = s + r.to;
        while ((at = memrchr(s + end, **words, (size_t)(at - s) - end)))
            if ((size_t)(s + r.to - at) >= n && !memcmp(at, *words, n)) {
                end = (size_t)(at - s) + n;
                break;
            }
    }
    return end;
}

bool mkcv_han_ends(const char *s, struct mkcv_range r, const char *const *words)
{
    for (; *words; words++) {
        size_t n = strlen(*words);
        if (r.to - r.from >= n && !memcmp(s + r.to - n, *words, n)) return true;
    }
    return false;
}

bool mkcv_has_han(const struct mkcv_text *t, struct mkcv_range range)
{
    for (const char *p = t->s + range.from; p < t->s + range.to;) {
        uint32_t c = mkcv_utf8_next(&p);
        if ((c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af)) return true;
    }
    return false;
}

bool mkcv_han_is_post(const char *s, struct mkcv_range r)
{
    static const char *const studies[] = {"研究生", "学生", "课程", "課程", "学位", NULL};
    return mkcv_han_has(s, r, mkcv_han_posts) && !mkcv_han_has(s, r, studies);
}

size_t mkcv_han_clause_end(const char *s, size_t from, size_t to)
{
    static const char comma[] = "、";
    for (;;) {
        size_t end = mkcv_find_outside(s, from, to, ",;.");
        if (end + strlen(comma) > to || memcmp(s + end, comma, strlen(comma)) != 0) return end;
        from = end + strlen(comma);
    }
}
