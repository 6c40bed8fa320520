/* career_words.c - what a piece of a line of studies or posts is, by its words; see career.h. */
#include "career.h"
#include "mkcv/clause.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include "prose.h"
#include <string.h>

static const char *const learners[] = {"student", "candidate", "studies", "studium", NULL};
static const char *const visits[] = {"visiting", "visitor", "exchange", NULL};

/* Labels before a colon, by their last word. */
static const struct {
    const char *word;
    enum mkcv_relation relation;
} labels[] = {
    {"advisor", MKCV_REL_ADVISOR},
    {"advisors", MKCV_REL_ADVISOR},
    {"adviser", MKCV_REL_ADVISOR},
    {"advisers", MKCV_REL_ADVISOR},
    {"supervisor", MKCV_REL_ADVISOR},
    {"supervisors", MKCV_REL_ADVISOR},
    {"coadvisor", MKCV_REL_ADVISOR},
    {"coadvisors", MKCV_REL_ADVISOR},
    {"cosupervisor", MKCV_REL_ADVISOR},
    {"cosupervisors", MKCV_REL_ADVISOR},
    {"advised", MKCV_REL_ADVISOR},
    {"supervision", MKCV_REL_ADVISOR},
    {"cosupervision", MKCV_REL_ADVISOR},
    {"encadrement", MKCV_REL_ADVISOR},
    {"supervised", MKCV_REL_ADVISOR},
    {"betreuer", MKCV_REL_ADVISOR},
    {"betreuerin", MKCV_REL_ADVISOR},
    {"doktorvater", MKCV_REL_ADVISOR},
    {"doktormutter", MKCV_REL_ADVISOR},
    {"directeur", MKCV_REL_ADVISOR},
    {"directrice", MKCV_REL_ADVISOR},
    {"encadrant", MKCV_REL_ADVISOR},
    {"encadrants", MKCV_REL_ADVISOR},
    {"directeurs", MKCV_REL_ADVISOR},
    {"directrices", MKCV_REL_ADVISOR},
    {"codirecteur", MKCV_REL_ADVISOR},
    {"encadrante", MKCV_REL_ADVISOR},
    {"director", MKCV_REL_ADVISOR},
    {"directora", MKCV_REL_ADVISOR},
    {"directores", MKCV_REL_ADVISOR},
    {"codirector", MKCV_REL_ADVISOR},
    {"codirectora", MKCV_REL_ADVISOR},
    {"tutora", MKCV_REL_ADVISOR},
    {"coorientador", MKCV_REL_ADVISOR},
    {"coorientadora", MKCV_REL_ADVISOR},
    {"erstbetreuer", MKCV_REL_ADVISOR},
    {"betreuung", MKCV_REL_ADVISOR},
    {"orientador", MKCV_REL_ADVISOR},
    {"orientadora", MKCV_REL_ADVISOR},
    {"relatore", MKCV_REL_ADVISOR},
    {"relatrice", MKCV_REL_ADVISOR},
    {"tutor", MKCV_REL_ADVISOR},
    {"promotor", MKCV_REL_ADVISOR},
    {"导师", MKCV_REL_ADVISOR},
    {"博士生导师", MKCV_REL_ADVISOR},
    {"指导教师", MKCV_REL_ADVISOR},
    {"指导老师", MKCV_REL_ADVISOR},
    {"合作导师", MKCV_REL_HOST},
    {"指導教員", MKCV_REL_ADVISOR},
    {"指導教官", MKCV_REL_ADVISOR},
    {"지도교수", MKCV_REL_ADVISOR},
    {"host", MKCV_REL_HOST},
    {"hosts", MKCV_REL_HOST},
    {"pi", MKCV_REL_HOST},
    {"受入教員", MKCV_REL_HOST},
    {"mentor", MKCV_REL_MENTOR},
    {"mentors", MKCV_REL_MENTOR},
    {"manager", MKCV_REL_MENTOR},
};

enum mkcv_relation mkcv_career_label(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range)
{
    if (range.to <= range.from || range.to - range.from > 40) return MKCV_REL_NONE;
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, range.from, range.to);
    if (!k.list.count || k.list.count > 4) return MKCV_REL_NONE;
    static const char *const of[] = {"de", "of", "la", "these", "tesis", "tese", "tesi", NULL};
    size_t last = k.list.count - 1;
    while (last && (!k.list.at[last].word ||
                    mkcv_phrase_find(&k, last, last + 1, of, &(size_t){0}) != NOWHERE)) /* "directeur de thèse" */
        last--;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (!strcmp(labels[i].word, k.list.at[last].fold)) return labels[i].relation;
    return MKCV_REL_NONE;
}

/* A weak post is one of an organisation's words too: "Faculty of Human Sciences", "Chair of Optics". */
static bool is_unit(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range)
{
    static const char *const units[] = {"faculty of",    "chair of",   "chair for", "research group", "graduate school",
                                        "department of", "group of",   "school of", "lehrstuhl fur",  "institute of",
                                        "institute for", "college of", "office of", "center for",     "centre for",
                                        "laboratory of", NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, range.from, range.to);
    size_t first = k.list.count && !strcmp(k.list.at[0].fold, "the") ? 1 : 0;
    for (const char *const *u = units; *u; u++)
        if (mkcv_phrase_at(&k, first, *u)) return true;
    return false;
}

/* A post of a piece that names a degree too: a visit, or work beside studies ("undergraduate research assistant"). */
static bool is_post_of_degree(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range)
{
    if (mkcv_range_has(r, t, range, visits)) return r->kind != MKCV_KIND_EDUCATION || r->mixed;
    static const char *const jobs[] = {"assistant",   "intern",     "tutor",       "lecturer",      "postdoc",
                                       "fellow",      "engineer",   "scientist",   "internship",    "postdoctoral",
                                       "professor",   "instructor", "mitarbeiter", "mitarbeiterin", "trainee",
                                       "coordinator", "director",   NULL};
    if (mkcv_range_has(r, t, range, jobs)) return true;
    return mkcv_range_has(r, t, range, (const char *const[]){"researcher", NULL}) && r->kind == MKCV_KIND_WORK;
}

/* Where the words of a post end in its piece: before the place. */
static size_t end_post(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range part)
{
    static const char *const ats[] = {"at",     "@",      "in the",  "with the", "chez",    "bei",  "beim",
                                      "am",     "an der", "presso",  "en el",    "en la",   "na",   "no",
                                      "within", "at the", "bei der", "dans",     "au sein", "all'", NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, part.from, part.to);
    for (size_t i = 1; i < k.list.count; i++) {
        size_t len;
        if (mkcv_phrase_find(&k, i, k.list.count, ats, &len) == i) return k.list.at[i].from;
        if (!strcmp(k.list.at[i].fold, "in") && i + 1 < k.list.count &&
            mkcv_is_org(r->arena, t->s, k.list.at[i + 1].from, part.to))
            return k.list.at[i].from;
    }
    return part.to;
}

/* "Visiting Ph.D. Student" is told as such; "Ph.D. Student" studies for a Ph.D. */
static struct mkcv_range degree_head(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range,
                                     struct mkcv_range degree)
{
    static const char *const kinds[] = {"visiting", "exchange", NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, degree.to, range.to);
    if (!mkcv_range_has(r, t, (struct mkcv_range){range.from, degree.from}, kinds)) return degree;
    size_t len, i = mkcv_phrase_find(&k, 0, k.list.count < 3 ? k.list.count : 3, learners, &len);
    return (struct mkcv_range){range.from, i == NOWHERE ? degree.to : k.list.at[i].to};
}

/* "Kite Labs (Research Intern)": the post that the bracket behind an employer says; empty for other pieces. */
static struct mkcv_range post_in_bracket(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range)
{
    const char *open = memchr(t->s + range.from, '(', range.to - range.from);
    struct mkcv_range none = {0, 0};
    if (!open || range.to <= range.from || t->s[range.to - 1] != ')') return none;
    size_t at = (size_t)(open - t->s);
    struct mkcv_range in = mkcv_trim(t->s, (struct mkcv_range){at + 1, range.to - 1}),
                      before = mkcv_trim(t->s, (struct mkcv_range){range.from, at});
    if (in.from >= in.to || before.from >= before.to || memchr(t->s + in.from, '(', in.to - in.from)) return none;
    static const char *const kinds[] = {"employee",   "position", "staff",     "worker", "contract",
                                        "contractor", "job",      "personnel", NULL};
    bool kind = mkcv_range_has(r, t, before, kinds); /* "Casual employee (Researcher)" is all of the post */
    return mkcv_is_post(r, t, in) && !mkcv_is_post(r, t, before) && !kind ? in : none;
}

/* Studies that have no degree: "Exchange Programme", "Language Program". */
static bool is_stay(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range)
{
    static const char *const stays[] = {"exchange",      "erasmus",          "study abroad",       "summer school",
                                        "winter school", "language program", "research clerkship", "clerkship",
                                        "coursework",    "nondegree",        "semester abroad",    NULL};
    return r->kind == MKCV_KIND_EDUCATION && mkcv_career_starts(r, t, range, stays, 2);
}

struct mkcv_piece mkcv_career_piece(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range)
{
    static const char *const fields[] = {"minor in",        "minors in",
                                         "minor",           "major in",
                                         "double major",    "majoring in",
                                         "specialization",  "specialisation",
                                         "specializing in", "concentration",
                                         "track",           "emphasis on",
                                         "emphasis in",     NULL};
    struct mkcv_piece p = {MKCV_PIECE_OTHER, range, range, false};
    struct mkcv_range degree;
    bool org = mkcv_is_org(r->arena, t->s, range.from, range.to),
         graded = mkcv_degree_find(r->arena, t->s, range.from, range.to, &degree),
         post = mkcv_is_post(r, t, range) && !(org && is_unit(r, t, range));
    if (graded && degree.from > range.from && org && is_unit(r, t, range))
        graded = false; /* "School of Graduate ..." */
    /* among posts, a degree in passing is not what the line is about */
    if (graded && r->kind == MKCV_KIND_WORK && degree.from > range.from + 12) graded = false;
    struct mkcv_range bracketed = !graded ? post_in_bracket(r, t, range) : (struct mkcv_range){0, 0};
    if (bracketed.to) {
        p.sense = MKCV_PIECE_POST;
        p.head = bracketed;
        return p;
    }
    bool learner =
        post && !graded && r->kind == MKCV_KIND_EDUCATION && !r->mixed && mkcv_range_has(r, t, range, learners);
    if (learner) {
        p.sense = MKCV_PIECE_DEGREE;
        p.head = (struct mkcv_range){range.from, end_post(r, t, range)};
    } else if (graded && (!post || mkcv_range_has(r, t, range, learners) || r->kind == MKCV_KIND_EDUCATION) &&
               !(post && is_post_of_degree(r, t, range))) {
        p.sense = MKCV_PIECE_DEGREE;
        p.head = degree_head(r, t, range, degree);
    } else if (post) {
        p.sense = MKCV_PIECE_POST;
        p.head = (struct mkcv_range){range.from, end_post(r, t, range)};
    } else if (!graded && is_stay(r, t, range)) {
        p.sense = MKCV_PIECE_DEGREE;
    } else if (org)
        p.sense = MKCV_PIECE_ORG;
    else if (r->kind == MKCV_KIND_EDUCATION && mkcv_career_starts(r, t, range, fields, 3))
        p.sense = MKCV_PIECE_AREA;
    return p;
}
