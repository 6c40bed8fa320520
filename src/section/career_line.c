/* career_line.c - a line of studies or posts as pieces, and the pieces as an entry; see career.h.
 *
 * Dates and people are found first; what stands between marks is a piece, known by its words; what is unknown is known
 * by its place: behind a degree the field, behind a school the town. */
#include "career.h"
#include "mkcv/clause.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

static const char *const scores[] = {"gpa",  "grade", "cgpa", "average", "rank", "ranking",    "ranked", "note",
                                     "绩点", "排名",  "nota", "mention", "voto", "gesamtnote", "score",  NULL};
static const char *const theses[] = {"thesis", "dissertation", "these",   "dissertationsthema", "tese",
                                     "tesis",  "tesi",         "memoire", "abschlussarbeit",    "masterarbeit",
                                     "论文",   "論文",         NULL};
static const char *const honors[] = {"honors",      "honours",    "distinction", "cum laude", "auszeichnung",
                                     "first class", "with honor", "honor",       NULL};
static const char *const opens[] = {"ongoing", "in progress", "laufend", "en cours", NULL};
static const char *const remarks[] = {
    "expected", "ongoing",  "in progress", "anticipated", "voraussichtlich", "在读",     "equivalent to", "tenure",
    "declined", "on leave", "part time",   "full time",   "parttime",        "fulltime", "remote",        NULL};
static const char *const leads[] = {
    "advised", "coadvised", "supervised", "cosupervised", "jointly", "under", "mentored", "hosted", "working", "with",
    "guided",  "led",       "betreut",    "sous",         "bajo",    "unter", "worked",   "sob",    "sotto",   NULL};
static const char *const cuts[] = {",",  ";",  "|",  ":", "–",  "—", "·", "•", "，",
                                   "；", "：", "、", ".", "。", "/", "→", NULL};

struct scan {
    struct mkcv_reader *r;
    const struct mkcv_text *t;
    struct mkcv_clause c;
    struct mkcv_career_line *out;
    size_t start; /* of the piece that is open */
};

static bool starts_with(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range part,
                        const char *const *words, size_t reach)
{
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, part.from, part.to);
    size_t len;
    return mkcv_phrase_find(&k, 0, k.list.count < reach ? k.list.count : reach, words, &len) != NOWHERE;
}

static void add_text(struct mkcv_reader *r, struct mkcv_entry *e, enum mkcv_field f, const struct mkcv_text *t,
                     struct mkcv_range part, const char *joint)
{
    struct mkcv_clause c = {r, t, part.from, part.to, {.list.at = NULL}};
    mkcv_clause_append(&c, e, f, part.from, part.to, joint);
}

/* Pieces that say what they are wherever they stand. */
static bool read_named(struct scan *s, struct mkcv_range part)
{
    struct mkcv_reader *r = s->r;
    struct mkcv_entry *e = &s->out->e;
    if (starts_with(r, s->t, part, scores, 2))
        mkcv_entry_set(r, e, MKCV_FIELD_SCORE, s->t, part.from, part.to);
    else if (part.to - part.from < 60 && mkcv_range_has(r, s->t, part, honors))
        mkcv_entry_set(r, e, MKCV_FIELD_HONORS, s->t, part.from, part.to);
    else if (part.to - part.from < 30 && starts_with(r, s->t, part, opens, 1))
        e->current = true;
    else if (part.to - part.from < 60 && starts_with(r, s->t, part, remarks, 2))
        add_text(r, e, MKCV_FIELD_NOTE, s->t, part, "; ");
    else
        return false;
    return true;
}

/* "I worked on tides": a sentence among the pieces. */
static bool is_sentence(struct scan *s, struct mkcv_range part)
{
    static const char *const selves[] = {"i", "we", "my", "our", "he", "she", NULL};
    struct mkcv_clause c = mkcv_clause_new(s->r, s->t, part.from, part.to);
    return c.tokens.list.count > 3 && mkcv_clause_is(&c, 0, selves) && !mkcv_clause_is_capital(&c, 1) &&
           c.tokens.list.at[1].word;
}

static void end_piece(struct scan *s, size_t end)
{
    struct mkcv_range part = mkcv_trim(s->t->s, (struct mkcv_range){s->start, end});
    struct mkcv_pieces *p = &s->out->pieces;
    if (part.from >= part.to || read_named(s, part)) return;
    if (is_sentence(s, part))
        add_text(s->r, &s->out->e, MKCV_FIELD_SUMMARY, s->t, part, " ");
    else if (mkcv_has_han(s->t, part))
        mkcv_career_han(s->r, s->t, part, s->out);
    else if (p->count < MKCV_PIECES_AT_MOST)
        p->at[p->count++] = mkcv_career_piece(s->r, s->t, part);
}

static size_t byte_of(const struct scan *s, size_t token)
{
    return token < s->c.tokens.list.count ? s->c.tokens.list.at[token].from : s->c.to;
}

/* "Ph.D. advisor: X", "GPA: 3.9", "Thesis: T" at the colon `i`: the token after what it announces; `i` for others. */
static size_t read_label(struct scan *s, size_t i)
{
    struct mkcv_range label = mkcv_trim(s->t->s, (struct mkcv_range){s->start, byte_of(s, i)});
    size_t from = i + 1 < s->c.tokens.list.count ? byte_of(s, i + 1) : s->c.to;
    enum mkcv_relation relation = mkcv_career_label(s->r, s->t, label);
    if (relation != MKCV_REL_NONE) {
        size_t end = mkcv_people_read(s->r, &s->out->e, s->t, from, s->c.to, relation);
        if (end == from) return i;
        static const char *const ranks[] = {"教授", "准教授", "副教授", "先生", "老师", "博士", "교수", NULL};
        size_t next = mkcv_clause_token(&s->c, end);
        while (mkcv_clause_is(&s->c, next, ranks)) next++;
        return next;
    }
    static const char *const committees[] = {"committee", "jury", "examiners", NULL};
    if (label.to - label.from < 50 && mkcv_range_has(s->r, s->t, label, committees)) {
        add_text(s->r, &s->out->e, MKCV_FIELD_NOTE, s->t, (struct mkcv_range){label.from, s->c.to}, "; ");
        return s->c.tokens.list.count;
    }
    if (label.to - label.from < 40 && starts_with(s->r, s->t, label, theses, 3)) {
        size_t end = i + 1;
        for (; end < s->c.tokens.list.count; end++)
            if (mkcv_clause_is(&s->c, end, (const char *const[]){"advisor", "supervisor", "advisors", "gpa", NULL}) &&
                !strcmp(mkcv_clause_word(&s->c, end + 1), ":"))
                break;
        mkcv_entry_set(s->r, &s->out->e, MKCV_FIELD_THESIS, s->t, from, byte_of(s, end));
        return end;
    }
    if (label.to - label.from < 30 && starts_with(s->r, s->t, label, scores, 3)) {
        size_t end = i + 1;
        while (end < s->c.tokens.list.count &&
               !mkcv_clause_is(&s->c, end, (const char *const[]){",", ";", "|", "，", "；", NULL}))
            end++;
        mkcv_entry_set(s->r, &s->out->e, MKCV_FIELD_SCORE, s->t, from, byte_of(s, end));
        return end;
    }
    return i;
}

/* A bracket that says something of its own: people, a score, honors, a remark. The token after it, or `i`. */
static size_t read_bracket(struct scan *s, size_t i)
{
    size_t close = mkcv_clause_close(&s->c, i);
    if (close <= i + 1) return i;
    struct mkcv_range in = {s->c.tokens.list.at[i].to, s->c.tokens.list.at[close - 1].from};
    struct mkcv_range part = mkcv_trim(s->t->s, in);
    if (part.from >= part.to) return i;
    for (size_t k = i + 1; k < close; k++)
        if (mkcv_clause_is(&s->c, k, (const char *const[]){":", "：", NULL})) {
            struct mkcv_range label = mkcv_trim(s->t->s, (struct mkcv_range){in.from, byte_of(s, k)});
            enum mkcv_relation relation = mkcv_career_label(s->r, s->t, label);
            if (relation != MKCV_REL_NONE &&
                mkcv_people_read(s->r, &s->out->e, s->t, byte_of(s, k + 1), in.to, relation) != byte_of(s, k + 1))
                return close;
        }
    if (mkcv_career_is_person(s->t, part) &&
        mkcv_people_read(s->r, &s->out->e, s->t, part.from, part.to, MKCV_REL_HOST) != part.from)
        return close;
    struct mkcv_clause c = mkcv_clause_new(s->r, s->t, in.from, in.to);
    bool people = mkcv_clause_is(&c, 0, leads) && mkcv_clause_people(&c, 0, &s->out->e) != 0;
    return people || read_named(s, part) ? close : i;
}

/* Emphasis ends, and a name follows that no word ties to what stands before: "**Engineer** Blue Systems". */
static bool is_set_off(const struct scan *s, size_t i)
{
    if (!i || !mkcv_clause_is_capital(&s->c, i) || !s->c.tokens.list.at[i - 1].word) return false;
    size_t here = s->c.tokens.list.at[i].from, last = s->c.tokens.list.at[i - 1].to - 1;
    bool was = false, is = false;
    for (size_t k = 0; k < s->t->spans.count && s->t->spans.at[k].at <= here; k++) {
        const struct mkcv_span *span = &s->t->spans.at[k];
        bool strong = (span->marks & MKCV_MARK_STRONG) != 0;
        if (span->at <= last && span->at + span->len > last) was = strong;
        if (span->at <= here && span->at + span->len > here) is = strong;
    }
    return was && !is;
}

static bool is_cut(const struct scan *s, size_t i)
{
    const struct mkcv_token *k = &s->c.tokens.list.at[i];
    const char *text = s->t->s;
    if (k->word) return false;
    bool blank_before = k->from > s->c.from && text[k->from - 1] == ' ',
         blank_behind = k->to < s->c.to && text[k->to] == ' ';
    if (!strcmp(k->fold, "-")) return blank_before && blank_behind;
    if (!strcmp(k->fold, "/") || !strcmp(k->fold, "–") || !strcmp(k->fold, "—"))
        return blank_before && (blank_behind || k->to >= s->c.to);
    bool letter = i && k->from == s->c.tokens.list.at[i - 1].to &&
                  s->c.tokens.list.at[i - 1].to - s->c.tokens.list.at[i - 1].from == 1 &&
                  mkcv_is_lower((unsigned char)text[k->from - 1]);
    if (!strcmp(k->fold, ".") && letter && blank_behind) return false; /* "Akademischer Rat a. Z." */
    if (!strcmp(k->fold, ".")) return blank_behind || k->to >= s->c.to;
    static const char *const forms[] = {"ltd", "inc", "llc", "limited", "corp", "gmbh", NULL};
    if (!strcmp(k->fold, ",") && mkcv_clause_is(&s->c, i + 1, forms)) return false; /* "Tide Co., Ltd" */
    return mkcv_clause_is(&s->c, i, cuts);
}

/* Cuts bytes [from, to), which hold no date, into pieces. */
static void scan_segment(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to,
                         struct mkcv_career_line *out)
{
    if (from >= to) return;
    struct scan s = {r, t, mkcv_clause_new(r, t, from, to), out, from};
    for (size_t i = 0; i < s.c.tokens.list.count;) {
        size_t next;
        if (mkcv_clause_is(&s.c, i, (const char *const[]){"(", "（", NULL})) {
            size_t close = mkcv_clause_close(&s.c, i);
            if ((next = read_bracket(&s, i)) != i) {
                end_piece(&s, byte_of(&s, i));
                s.start = byte_of(&s, next);
            }
            i = next != i ? next : close > i ? close : i + 1;
            continue;
        }
        if (mkcv_clause_is(&s.c, i, (const char *const[]){":", "：", NULL}) && (next = read_label(&s, i)) != i) {
            s.start = byte_of(&s, next);
            i = next;
            continue;
        }
        if (mkcv_clause_is(&s.c, i, leads) && (next = mkcv_clause_people(&s.c, i, &out->e)) != i) {
            end_piece(&s, byte_of(&s, i));
            s.start = byte_of(&s, next);
            i = next;
            continue;
        }
        if (is_cut(&s, i)) {
            end_piece(&s, byte_of(&s, i));
            s.start = s.c.tokens.list.at[i].to;
        } else if (is_set_off(&s, i)) {
            end_piece(&s, byte_of(&s, i));
            s.start = byte_of(&s, i);
        }
        i++;
    }
    end_piece(&s, to);
}

/* --- pieces as an entry ------------------------------------------------------------------------------------------- */

/* Words of schools; others of organisations are fields of study too ("Biological Sciences", "Operations Research"). */
static bool is_school(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range part)
{
    static const char *const words[] = {"university", "college",     "institute",    "school",     "department",
                                        "laboratory", "lab",         "faculty",      "centre",     "center",
                                        "dept",       "univ",        "academy",      "eth",        "mit",
                                        "epfl",       "ucla",        "inria",        "hochschule", "universitat",
                                        "universite", "universidad", "universidade", "universita", "politecnico",
                                        "ecole",      "institut",    "instituto",    "istituto",   NULL};
    return mkcv_range_has(r, t, part, words);
}

/* "Ph.D. in F at I": what stands around the degree in its piece. */
static void read_degree(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_piece *p,
                        struct mkcv_entry *e)
{
    static const char *const ins[] = {"in",     "en",      "em",        "im",      "der",        "of",
                                      "degree", "student", "candidate", "degrees", "researcher", "studies",
                                      "de",     "di",      "des",       "program", "programme",  "|",
                                      "d",      "studium", "fach",      NULL},
                             *const ats[] = {"at",  "from", "@",    "an",     "bei",  "presso", "chez",
                                             "por", "pela", "pelo", "within", "with", NULL};
    const char *title = e->fields[MKCV_FIELD_TITLE].s;
    if (!title || !memmem(title, strlen(title), t->s + p->head.from, p->head.to - p->head.from))
        add_text(r, e, MKCV_FIELD_TITLE, t, p->head, mkcv_has_han(t, p->head) ? " " : ", ");
    struct mkcv_range before = mkcv_trim(t->s, (struct mkcv_range){p->range.from, p->head.from});
    struct mkcv_clause c = mkcv_clause_new(r, t, p->head.to, p->range.to);
    size_t i = 0, at;
    bool in = false;
    while (mkcv_clause_is(&c, i, ins)) in = in || !strcmp(mkcv_clause_word(&c, i), "in"), i++;
    for (at = i; at < c.tokens.list.count && !mkcv_clause_is(&c, at, ats); at++) {
    }
    struct mkcv_range area = mkcv_clause_range(&c, i, at);
    bool org = area.from < area.to && mkcv_is_org(r->arena, t->s, area.from, area.to);
    if (area.from < area.to && (!org || (in && (at < c.tokens.list.count || !is_school(r, t, area)))))
        add_text(r, e, MKCV_FIELD_AREA, t, area, ", ");
    else if (org)
        add_text(r, e, MKCV_FIELD_ORG, t, area, ", ");
    if (at < c.tokens.list.count) {
        mkcv_clause_tail(&c, at, e, false);
        if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG]))
            add_text(r, e, MKCV_FIELD_ORG, t, mkcv_clause_range(&c, at + 1, c.tokens.list.count), ", ");
    }
    static const char *const plain[] = {"joint", "double", "dual",  "combined", "direct", "the", "a", "my",
                                        "first", "second", "third", "fourth",   "year",   "phd", NULL};
    if (before.from >= before.to || starts_with(r, t, before, plain, 1)) return;
    if (mkcv_is_org(r->arena, t->s, before.from, before.to))
        add_text(r, e, MKCV_FIELD_ORG, t, before, ", ");
    else if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_AREA]))
        add_text(r, e, MKCV_FIELD_AREA, t, before, ", ");
}

static void read_post(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_piece *p,
                      struct mkcv_entry *e)
{
    add_text(r, e, MKCV_FIELD_TITLE, t, p->head, mkcv_has_han(t, p->head) ? " " : ", ");
    if (p->head.to >= p->range.to) return;
    struct mkcv_clause c = mkcv_clause_new(r, t, p->head.to, p->range.to);
    static const char *const leads_to[] = {"bei",  "beim", "am",   "an", "presso", "en",   "el",     "la",
                                           "dans", "der",  "chez", "in", "at",     "the",  "within", "na",
                                           "no",   "au",   "sein", "de", "@",      "with", NULL};
    if (mkcv_clause_tail(&c, 0, e, false) >= c.tokens.list.count && e->fields[MKCV_FIELD_ORG].s) return;
    size_t i = 0;
    while (mkcv_clause_is(&c, i, leads_to)) i++;
    e->fields[MKCV_FIELD_ORG] = (struct mkcv_text){.s = NULL};
    add_text(r, e, MKCV_FIELD_ORG, t, mkcv_clause_range(&c, i, c.tokens.list.count), ", ");
}

static bool ends_with_org(const struct mkcv_career_line *l, size_t i) { return l->pieces.at[i].org; }

static bool is_sense(const struct mkcv_career_line *l, size_t i, enum mkcv_piece_sense sense)
{
    return i < l->pieces.count && l->pieces.at[i].sense == sense;
}

/* A piece that no word tells: what stands around it does. */
static enum mkcv_field field_of(const struct mkcv_career_line *l, size_t i, bool study, bool any_org)
{
    const struct mkcv_entry *e = &l->e;
    bool behind_org = i && (is_sense(l, i - 1, MKCV_PIECE_ORG) || ends_with_org(l, i - 1));
    if (study) {
        bool area = mkcv_text_is_empty(&e->fields[MKCV_FIELD_AREA]),
             degree = i && is_sense(l, i - 1, MKCV_PIECE_DEGREE);
        if (degree && area && (!behind_org || mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG]))) return MKCV_FIELD_AREA;
        if (behind_org && mkcv_text_is_empty(&e->fields[MKCV_FIELD_LOCATION])) return MKCV_FIELD_LOCATION;
        if (!any_org && !area) return MKCV_FIELD_ORG;
        return area ? MKCV_FIELD_AREA : MKCV_FIELD_NOTE;
    }
    if (!any_org) return MKCV_FIELD_ORG;
    if (behind_org && mkcv_text_is_empty(&e->fields[MKCV_FIELD_LOCATION])) return MKCV_FIELD_LOCATION;
    if (l->post && is_sense(l, i + 1, MKCV_PIECE_ORG)) return MKCV_FIELD_ORG; /* "NLP Team, Quartz Research" */
    return l->post ? MKCV_FIELD_NOTE : MKCV_FIELD_TITLE;
}

/* What stands behind the school in Latin script is its town when short, and nothing that a CV needs when long. */
static void read_other(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_career_line *l, size_t i,
                       bool any_org)
{
    struct mkcv_range part = l->pieces.at[i].range;
    bool study = l->study || (!l->post && r->kind == MKCV_KIND_EDUCATION);
    enum mkcv_field f = field_of(l, i, study, any_org);
    if (f == MKCV_FIELD_LOCATION && part.to - part.from > 40) f = MKCV_FIELD_NOTE;
    if (f == MKCV_FIELD_LOCATION) { /* "Riverton, NY, USA" */
        add_text(r, &l->e, f, t, part, ", ");
        for (size_t k = i + 1; is_sense(l, k, MKCV_PIECE_OTHER) && k < i + 3; k++) {
            struct mkcv_range next = l->pieces.at[k].range;
            if (next.to - next.from > 20 || next.from > part.to + 3) break;
            add_text(r, &l->e, f, t, next, ", ");
            l->pieces.at[k].sense = MKCV_PIECE_AREA;
            l->pieces.at[k].range.to = l->pieces.at[k].range.from;
            part = next;
        }
        return;
    }
    add_text(r, &l->e, f, t, part, f == MKCV_FIELD_NOTE ? "; " : ", ");
}

static void assemble(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_career_line *l)
{
    bool any_org = false;
    for (size_t i = 0; i < l->pieces.count; i++) {
        any_org = any_org || is_sense(l, i, MKCV_PIECE_ORG);
        if (is_sense(l, i, MKCV_PIECE_DEGREE) && !l->post) l->study = true;
        if (is_sense(l, i, MKCV_PIECE_POST) && !l->study) l->post = true;
    }
    l->e.kind = l->study ? MKCV_KIND_EDUCATION : l->post ? MKCV_KIND_WORK : r->kind;
    for (size_t i = 0; i < l->pieces.count; i++) { /* the head may name the place */
        struct mkcv_piece *p = &l->pieces.at[i];
        bool had = !mkcv_text_is_empty(&l->e.fields[MKCV_FIELD_ORG]);
        if (p->sense == MKCV_PIECE_DEGREE && l->study)
            read_degree(r, t, p, &l->e);
        else if (p->sense == MKCV_PIECE_POST && l->post)
            read_post(r, t, p, &l->e);
        p->org = !had && !mkcv_text_is_empty(&l->e.fields[MKCV_FIELD_ORG]);
    }
    bool any_school = false;
    for (size_t i = 0; i < l->pieces.count; i++) any_school = any_school || is_school(r, t, l->pieces.at[i].range);
    any_org = any_org || !mkcv_text_is_empty(&l->e.fields[MKCV_FIELD_ORG]);
    bool han = mkcv_has_han(t, (struct mkcv_range){0, mkcv_text_length(t)});
    for (size_t i = 0; i < l->pieces.count; i++) {
        const struct mkcv_piece *p = &l->pieces.at[i];
        struct mkcv_range part = p->range;
        if (part.from >= part.to) continue;
        const char *joint = han && mkcv_has_han(t, part) ? " " : ", ";
        switch (p->sense) {
        case MKCV_PIECE_ORG:
            if (l->study && any_school && i && is_sense(l, i - 1, MKCV_PIECE_DEGREE) && !mkcv_has_han(t, part) &&
                mkcv_text_is_empty(&l->e.fields[MKCV_FIELD_AREA]) && !is_school(r, t, part)) {
                add_text(r, &l->e, MKCV_FIELD_AREA, t, part, joint); /* "Ph.D., Life Sciences, University of X" */
                break;
            }
            add_text(r, &l->e, MKCV_FIELD_ORG, t, part, joint);
            break;
        case MKCV_PIECE_AREA:
            add_text(r, &l->e, l->post || !l->study ? MKCV_FIELD_ORG : MKCV_FIELD_AREA, t, part, joint);
            break;
        case MKCV_PIECE_DEGREE: /* beside a post: "Research Assistant, M.Sc. program" */
        case MKCV_PIECE_POST:
            if (l->study == (p->sense == MKCV_PIECE_DEGREE)) break;
            add_text(r, &l->e, MKCV_FIELD_NOTE, t, part, "; ");
            break;
        case MKCV_PIECE_OTHER:
            read_other(r, t, l, i, any_org);
            break;
        }
    }
    static const char *const bare[] = {"thesis", "degree", "studies", "dissertation", NULL};
    struct mkcv_text *field = &l->e.fields[MKCV_FIELD_AREA];
    struct mkcv_tokens k =
        mkcv_tokens_new(r->arena, field->s ? field->s : "", 0, field->s ? mkcv_text_length(field) : 0);
    if (k.list.count == 1 && mkcv_phrases_at(&k, 0, bare)) *field = (struct mkcv_text){.s = NULL}; /* "PhD Thesis" */
    if (l->study && l->field.from < l->field.to && mkcv_text_is_empty(&l->e.fields[MKCV_FIELD_AREA]))
        mkcv_entry_set(r, &l->e, MKCV_FIELD_AREA, t, l->field.from, l->field.to);
}

bool mkcv_career_line(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to,
                      struct mkcv_career_line *out)
{
    *out = (struct mkcv_career_line){.study = false};
    struct mkcv_when w = {.from = 0};
    struct mkcv_range all = mkcv_trim(t->s, (struct mkcv_range){from, to});
    if (all.from >= all.to) return false;
    out->e = (struct mkcv_entry){.kind = r->kind, .loc = mkcv_text_loc(t, all.from)};
    out->dated = mkcv_when_find(r->arena, t->s, from, to, &w);
    if (out->dated) {
        size_t left = w.from;
        static const char *const ins[] = {" in ", " en ", " im ", " em ", " nel ", NULL};
        for (const char *const *in = ins; *in; in++) {
            size_t n = strlen(*in);
            if (left >= from + n && !memcmp(t->s + left - n, *in, n)) left -= n;
        }
        mkcv_entry_when(r, &out->e, &w);
        scan_segment(r, t, from, left, out);
        scan_segment(r, t, w.to, to, out);
    } else
        scan_segment(r, t, from, to, out);
    assemble(r, t, out);
    return true;
}
