/* career_line.c - a line of studies or posts as pieces, and the pieces as an entry; see career.h.
 *
 * Dates and people are found first; what stands between marks is a piece, known by its words; what is unknown is known
 * by its place: behind a degree the field, behind a school the town. */
#include "career.h"
#include "han_words.h"
#include "mkcv/clause.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

static const char *const scores[] = {"gpa",  "grade", "cgpa", "average", "rank", "ranking",    "ranked", "note",
                                     "绩点", "排名",  "nota", "mention", "voto", "gesamtnote", "score",  NULL};
static const char *const theses[] = {
    "thesis", "dissertation", "these",           "dissertationsthema", "tese", "tesis", "tesi", "titulo",
    "titolo", "memoire",      "abschlussarbeit", "masterarbeit",       "论文", "論文",  NULL};
static const char *const honors[] = {"honors",      "honours",    "distinction", "cum laude", "auszeichnung",
                                     "first class", "with honor", "honor",       NULL};
static const char *const opens[] = {"ongoing", "in progress", "laufend", "en cours", NULL};
static const char *const remarks[] = {
    "expected", "ongoing",  "in progress", "anticipated", "voraussichtlich", "在读",     "equivalent to", "tenure",
    "declined", "on leave", "part time",   "full time",   "parttime",        "fulltime", "remote",        NULL};
/* How long it lasted, which its dates say. */
static const char *const lengths[] = {"mo",   "mos",   "month", "months", "yr",    "yrs",
                                      "year", "years", "weeks", "monate", "jahre", NULL};
static const char *const leads[] = {
    "advised", "coadvised", "supervised", "cosupervised", "jointly",    "under",    "mentored",  "hosted", "working",
    "with",    "guided",    "led",        "betreut",      "sous",       "bajo",     "unter",     "worked", "sob",
    "sotto",   "adv",       "w",          "betreuer",     "betreuerin", "relatore", "relatrice", NULL};
static const char *const cuts[] = {",",  ";",  "|",  ":", "–",  "—", "·", "•", "，",
                                   "；", "：", "、", ".", "。", "/", "→", NULL};

struct scan {
    struct mkcv_reader *r;
    const struct mkcv_text *t;
    struct mkcv_clause c;
    struct mkcv_career_line *out;
    size_t start; /* of the piece that is open */
    bool behind;  /* the date stood before */
};

/* "110/110 e lode", "3.9/4.0": so many points of so many. */
static bool is_mark(const char *s, struct mkcv_range part)
{
    static const char figures[] = "0123456789.,";
    size_t n = strspn(s + part.from, figures), slash = part.from + n;
    size_t m = n && s[slash] == '/' ? strspn(s + slash + 1, figures) : 0;
    return m && slash + 1 + m <= part.to && part.to - part.from < 24 && strncmp(s + part.from, "20", 2) != 0 &&
           strncmp(s + part.from, "19", 2) != 0;
}

/* Pieces that say what they are wherever they stand. */
static bool read_named(struct scan *s, struct mkcv_range part)
{
    struct mkcv_reader *r = s->r;
    struct mkcv_entry *e = &s->out->e;
    struct mkcv_range degree; /* "BA with honors in F" is no honor alone */
    bool degreed = mkcv_degree_find(r->arena, s->t->s, part.from, part.to, &degree) && degree.from == part.from;
    if (mkcv_career_starts(r, s->t, part, scores, 2) || is_mark(s->t->s, part))
        mkcv_entry_set(r, e, MKCV_FIELD_SCORE, s->t, part.from, part.to);
    else if (!degreed && part.to - part.from < 60 && mkcv_range_has(r, s->t, part, honors))
        mkcv_entry_set(r, e, MKCV_FIELD_HONORS, s->t, part.from, part.to);
    else if (part.to - part.from < 30 && mkcv_career_starts(r, s->t, part, opens, 1))
        e->current = true;
    else if (part.to - part.from < 60 && mkcv_career_starts(r, s->t, part, remarks, 2))
        mkcv_career_append(r, e, MKCV_FIELD_NOTE, s->t, part, "; ");
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

/* "2020-2021 (first year)": a bracket of its own behind the date is a remark. */
static bool read_aside(struct scan *s, struct mkcv_range part)
{
    const char *text = s->t->s;
    bool bracket = part.from > 0 && text[part.from - 1] == '(' && text[part.to] == ')'; /* trimmed off */
    if (!s->behind || !bracket) return false;
    mkcv_career_append(s->r, &s->out->e, MKCV_FIELD_NOTE, s->t, part, "; ");
    return true;
}

static void end_piece(struct scan *s, size_t end)
{
    struct mkcv_range part = mkcv_trim(s->t->s, (struct mkcv_range){s->start, end});
    struct mkcv_pieces *p = &s->out->pieces;
    if (part.from >= part.to || read_named(s, part) || read_aside(s, part)) return;
    if (is_sentence(s, part))
        mkcv_career_append(s->r, &s->out->e, MKCV_FIELD_SUMMARY, s->t, part, " ");
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
        mkcv_career_append(s->r, &s->out->e, MKCV_FIELD_NOTE, s->t, (struct mkcv_range){label.from, s->c.to}, "; ");
        return s->c.tokens.list.count;
    }
    if (label.to - label.from < 40 && mkcv_career_starts(s->r, s->t, label, theses, 3)) {
        size_t end = i + 1;
        for (; end < s->c.tokens.list.count; end++)
            if (mkcv_clause_is(&s->c, end, (const char *const[]){"advisor", "supervisor", "advisors", "gpa", NULL}) &&
                !strcmp(mkcv_clause_word(&s->c, end + 1), ":"))
                break;
            else if (!strcmp(mkcv_clause_word(&s->c, end + 1), ":") &&
                     mkcv_career_label(s->r, s->t, mkcv_clause_range(&s->c, end, end + 1)) != MKCV_REL_NONE)
                break;
        mkcv_entry_set(s->r, &s->out->e, MKCV_FIELD_THESIS, s->t, from, byte_of(s, end));
        return end;
    }
    static const char *const places[] = {"location", "place", "institution", "university", "school", "company",
                                         "employer", "ort",   "lieu",        "lugar",      NULL};
    if (label.to - label.from < 14 && mkcv_career_starts(s->r, s->t, label, places, 1)) {
        bool named = !mkcv_text_is_empty(&s->out->e.fields[MKCV_FIELD_ORG]);
        mkcv_career_append(s->r, &s->out->e, named ? MKCV_FIELD_LOCATION : MKCV_FIELD_ORG, s->t,
                           (struct mkcv_range){from, s->c.to}, ", ");
        return s->c.tokens.list.count;
    }
    static const char *const degrees[] = {"abschluss", "degree", "diplome obtenu", "titulo", "titolo", NULL};
    if (label.to - label.from < 20 && mkcv_career_starts(s->r, s->t, label, degrees, 1)) return i + 1;
    if (label.to - label.from < 30 && mkcv_career_starts(s->r, s->t, label, scores, 3)) {
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
    if (part.to - part.from < 20 && mkcv_range_has(s->r, s->t, part, lengths)) { /* "(four years)", "(10 mo.)" */
        if (!s->behind) mkcv_career_append(s->r, &s->out->e, MKCV_FIELD_NOTE, s->t, part, "; ");
        return close;
    }
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
    static const char *const branches[] = {"rer", "nat", "pol", "phil",  "oec", "med",
                                           "jur", "ing", "soc", "theol", "agr", NULL};
    if (!strcmp(k->fold, ".") && i && mkcv_clause_is(&s->c, i - 1, branches)) return false; /* "Dr. rer. pol. an" */
    if (!strcmp(k->fold, ".")) return blank_behind || k->to >= s->c.to;
    static const char *const forms[] = {"ltd", "inc", "llc", "limited", "corp", "gmbh", NULL};
    if (!strcmp(k->fold, ",") && mkcv_clause_is(&s->c, i + 1, forms)) return false; /* "Tide Co., Ltd" */
    return mkcv_clause_is(&s->c, i, cuts);
}

/* Cuts bytes [from, to), which hold no date, into pieces. */
static void scan_segment(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to, bool behind,
                         struct mkcv_career_line *out)
{
    if (from >= to) return;
    struct scan s = {r, t, mkcv_clause_new(r, t, from, to), out, from, behind};
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

/* "10/2023–  Postdoc": a dash that hangs on the first date of a line leaves it open. The byte behind it, or w.to. */
static size_t open_range(const struct mkcv_text *t, size_t from, size_t to, struct mkcv_when *w)
{
    static const char *const dashes[] = {"-", "\xe2\x80\x93", "\xe2\x80\x94", "--"};
    if (w->start.year || w->current || w->dates.count || !w->end.year || w->from > from + 2) return w->to;
    for (size_t i = sizeof dashes / sizeof *dashes; i-- > 0;) {
        size_t n = strlen(dashes[i]);
        if (w->to + n >= to || strncmp(t->s + w->to, dashes[i], n) != 0 || !strchr(" \t", t->s[w->to + n])) continue;
        w->start = w->end;
        w->end = (struct mkcv_date){0, 0, 0};
        w->current = true;
        return w->to + n;
    }
    return w->to;
}

/* "Summers 2013 & 2014", "Academic year 2019/20": the words of time before a date are of it. */
static size_t before_date(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t at)
{
    static const char *const words[] = {"summers", "winters",  "academic year",  "academic years",   "ay",
                                        "ws",      "ss",       "wintersemester", "sommersemester",   "sose",
                                        "wise",    "class of", "seasons",        "annee academique", "anno accademico",
                                        "curso",   NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, from, at);
    for (size_t n = 1; n <= 2 && n <= k.list.count; n++)
        if (mkcv_phrases_at(&k, k.list.count - n, words) == n) return k.list.at[k.list.count - n].from;
    return at;
}

/* "(remote, 2013-2015)": what the date's bracket says beside it; *left and *past move around the whole bracket. */
static void read_beside_date(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to, size_t *left,
                             size_t *past, struct mkcv_career_line *out)
{
    size_t open = *left, close = *past + strspn(t->s + *past, " ");
    while (open > from && !strchr("()", t->s[open - 1])) open--;
    if (open == from || t->s[open - 1] != '(' || close >= to || t->s[close] != ')') return;
    struct mkcv_range said = mkcv_trim(t->s, (struct mkcv_range){open, *left});
    *left = open - 1;
    *past = close + 1;
    if (said.from < said.to) mkcv_career_append(r, &out->e, MKCV_FIELD_NOTE, t, said, "; ");
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
        left = before_date(r, t, from, left);
        size_t past = open_range(t, from, to, &w);
        mkcv_entry_when(r, &out->e, &w);
        read_beside_date(r, t, from, to, &left, &past, out);
        scan_segment(r, t, from, left, false, out);
        scan_segment(r, t, past, to, true, out);
    } else
        scan_segment(r, t, from, to, false, out);
    mkcv_career_assemble(r, t, out);
    return true;
}
