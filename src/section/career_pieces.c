/* career_pieces.c - the pieces of a line of studies or posts as an entry; see career.h. What a piece is of itself was
 * found before; where it stands says the rest: behind a degree the field, behind a school the town. */
#include "career.h"
#include "han_words.h"
#include "mkcv/clause.h"
#include "parts.h"
#include <string.h>

bool mkcv_career_starts(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range part,
                        const char *const *words, size_t reach)
{
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, part.from, part.to);
    size_t len;
    return mkcv_phrase_find(&k, 0, k.list.count < reach ? k.list.count : reach, words, &len) != NOWHERE;
}

void mkcv_career_append(struct mkcv_reader *r, struct mkcv_entry *e, enum mkcv_field f, const struct mkcv_text *t,
                        struct mkcv_range part, const char *joint)
{
    struct mkcv_clause c = {r, t, part.from, part.to, {.list.at = NULL}};
    mkcv_clause_append(&c, e, f, part.from, part.to, joint);
}

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

/* "(BA) with (high) honors": the token behind it, or `i`. */
static size_t read_honors(const struct mkcv_clause *c, size_t i, struct mkcv_entry *e)
{
    static const char *const with[] = {"with", NULL}, *const words[] = {"honors",      "honours", "honor",
                                                                        "distinction", "merit",   NULL};
    if (!mkcv_clause_is(c, i, with)) return i;
    for (size_t k = i + 1; k < i + 5 && k < c->tokens.list.count; k++) {
        if (!mkcv_clause_is(c, k, words)) continue;
        struct mkcv_range said = mkcv_clause_range(c, i, k + 1);
        mkcv_entry_set(c->r, e, MKCV_FIELD_HONORS, c->text, said.from, said.to);
        return k + 1;
    }
    return i;
}

/* "Master d'histoire": the byte behind the article at `from` that has lost its vowel. */
static size_t behind_elision(const char *s, size_t from)
{
    if (s[from] != 'd' && s[from] != 'l') return from;
    size_t mark = s[from + 1] == '\'' ? 1 : !strncmp(s + from + 1, "\xe2\x80\x99", 3) ? 3 : 0;
    return mark ? from + 1 + mark : from;
}

/* "Ph.D. in F at I": what stands around the degree in its piece. */
static void read_degree(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_piece *p,
                        struct mkcv_entry *e)
{
    static const char *const ins[] = {"in",     "en",      "em",        "im",      "der",        "of",
                                      "degree", "student", "candidate", "degrees", "researcher", "studies",
                                      "de",     "di",      "des",       "program", "programme",  "|",
                                      "d",      "studium", "fach",      NULL},
                             *const ats[] = {"at",   "from", "@",   "an",   "bei",  "presso", "chez", "am",
                                             "beim", "au",   "por", "pela", "pelo", "within", "with", NULL};
    const char *title = e->fields[MKCV_FIELD_TITLE].s;
    if (!title || !memmem(title, strlen(title), t->s + p->head.from, p->head.to - p->head.from))
        mkcv_career_append(r, e, MKCV_FIELD_TITLE, t, p->head, mkcv_has_han(t, p->head) ? " " : ", ");
    struct mkcv_range before = mkcv_trim(t->s, (struct mkcv_range){p->range.from, p->head.from});
    struct mkcv_clause c = mkcv_clause_new(r, t, p->head.to, p->range.to);
    size_t i = read_honors(&c, 0, e), at;
    bool in = false;
    while (mkcv_clause_is(&c, i, ins)) in = in || !strcmp(mkcv_clause_word(&c, i), "in"), i++;
    for (at = i; at < c.tokens.list.count && !mkcv_clause_is(&c, at, ats); at++) {
    }
    struct mkcv_range area = mkcv_clause_range(&c, i, at);
    if (area.from < area.to) area.from = behind_elision(t->s, area.from);
    bool org = area.from < area.to && mkcv_is_org(r->arena, t->s, area.from, area.to);
    if (area.from < area.to && (!org || (in && (at < c.tokens.list.count || !is_school(r, t, area)))))
        mkcv_career_append(r, e, MKCV_FIELD_AREA, t, area, ", ");
    else if (org)
        mkcv_career_append(r, e, MKCV_FIELD_ORG, t, area, ", ");
    if (at < c.tokens.list.count) {
        mkcv_clause_tail(&c, at, e, false);
        if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG]))
            mkcv_career_append(r, e, MKCV_FIELD_ORG, t, mkcv_clause_range(&c, at + 1, c.tokens.list.count), ", ");
    }
    static const char *const plain[] = {"joint", "double", "dual",  "combined", "direct", "the", "a", "my",
                                        "first", "second", "third", "fourth",   "year",   "phd", NULL};
    if (before.from >= before.to || mkcv_career_starts(r, t, before, plain, 1)) return;
    if (mkcv_is_org(r->arena, t->s, before.from, before.to))
        mkcv_career_append(r, e, MKCV_FIELD_ORG, t, before, ", ");
    else if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_AREA]))
        mkcv_career_append(r, e, MKCV_FIELD_AREA, t, before, ", ");
}

static void read_post(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_piece *p,
                      struct mkcv_entry *e)
{
    mkcv_career_append(r, e, MKCV_FIELD_TITLE, t, p->head, mkcv_has_han(t, p->head) ? " " : ", ");
    size_t open = p->head.from; /* "Kite Labs (Intern)": the employer stands before the bracket */
    while (open > p->range.from && t->s[open - 1] != '(') open--;
    struct mkcv_range before = mkcv_trim(t->s, (struct mkcv_range){p->range.from, open ? open - 1 : 0});
    if (p->head.from > p->range.from && before.from < before.to) {
        mkcv_career_append(r, e, MKCV_FIELD_ORG, t, before, ", ");
        return;
    }
    if (p->head.to >= p->range.to) return;
    struct mkcv_clause c = mkcv_clause_new(r, t, p->head.to, p->range.to);
    static const char *const leads_to[] = {"bei",  "beim", "am",   "an", "presso", "en",   "el",     "la",
                                           "dans", "der",  "chez", "in", "at",     "the",  "within", "na",
                                           "no",   "au",   "sein", "de", "@",      "with", NULL};
    if (mkcv_clause_tail(&c, 0, e, false) >= c.tokens.list.count && e->fields[MKCV_FIELD_ORG].s) return;
    size_t i = 0;
    while (mkcv_clause_is(&c, i, leads_to)) i++;
    e->fields[MKCV_FIELD_ORG] = (struct mkcv_text){.s = NULL};
    mkcv_career_append(r, e, MKCV_FIELD_ORG, t, mkcv_clause_range(&c, i, c.tokens.list.count), ", ");
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

/* Capitals that are no country, state or city: the short name of an institution. */
static bool is_acronym(const struct mkcv_text *t, struct mkcv_range part)
{
    static const char *const places[] = {"USA", "UAE", "NYC", "PRC", "ROK", "ROC",  "NSW",  "USSR",
                                         "GDR", "DDR", "SAR", "BRD", "KSA", "CABA", "CDMX", NULL};
    size_t n = part.to - part.from;
    for (size_t i = part.from; i < part.to; i++)
        if (t->s[i] < 'A' || t->s[i] > 'Z') return false;
    for (const char *const *p = places; *p; p++)
        if (n == strlen(*p) && !strncmp(t->s + part.from, *p, n)) return false;
    return n >= 3 && n <= 6;
}

/* Words that subjects end with; no town has them. */
static bool is_subject(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range part)
{
    static const char *const words[] = {"studies",
                                        "science",
                                        "sciences",
                                        "engineering",
                                        "literature",
                                        "philosophy",
                                        "physics",
                                        "mathematics",
                                        "economics",
                                        "psychology",
                                        "biology",
                                        "chemistry",
                                        "statistics",
                                        "linguistics",
                                        "sociology",
                                        "anthropology",
                                        "geology",
                                        "medicine",
                                        "informatics",
                                        "theology",
                                        "musicology",
                                        "history",
                                        "geography",
                                        "computing",
                                        "education",
                                        "management",
                                        "finance",
                                        "architecture",
                                        "archaeology",
                                        "neuroscience",
                                        "law",
                                        "arts",
                                        "biochemistry",
                                        "ecology",
                                        "informatik",
                                        "physik",
                                        "mathematik",
                                        "geschichte",
                                        "literaturwissenschaft",
                                        NULL};
    return mkcv_range_has(r, t, part, words);
}

/* "Botany, Cells and Waves": the last of several subjects, behind the first. */
static bool is_last_subject(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_career_line *l,
                            struct mkcv_range part)
{
    static const char *const joints[] = {"and", "y", "e", "und", "et", "&", NULL};
    return !mkcv_text_is_empty(&l->e.fields[MKCV_FIELD_AREA]) && mkcv_range_has(r, t, part, joints) &&
           !mkcv_is_org(r->arena, t->s, part.from, part.to);
}

/* What stands behind the school in Latin script is its town when short, and nothing that a CV needs when long. */
static void read_other(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_career_line *l, size_t i,
                       bool any_org)
{
    struct mkcv_range part = l->pieces.at[i].range;
    bool study = l->study || (!l->post && r->kind == MKCV_KIND_EDUCATION);
    enum mkcv_field f = field_of(l, i, study, any_org);
    if (f == MKCV_FIELD_LOCATION && part.to - part.from > 40) f = MKCV_FIELD_NOTE;
    if (f == MKCV_FIELD_LOCATION && l->e.kind == MKCV_KIND_EDUCATION && is_subject(r, t, part) &&
        mkcv_text_is_empty(&l->e.fields[MKCV_FIELD_AREA]))
        f = MKCV_FIELD_AREA; /* "Tide University, Faculty of Letters, French Literature" */
    bool field = f == MKCV_FIELD_ORG && l->study && (is_subject(r, t, part) || is_last_subject(r, t, l, part)) &&
                 !is_school(r, t, part);
    if (field) f = MKCV_FIELD_AREA; /* "Ph.D. in Engineering: Computer Science" */
    if (f == MKCV_FIELD_LOCATION && is_acronym(t, part)) f = MKCV_FIELD_ORG; /* "Wu Lab, UCSF" */
    if (f == MKCV_FIELD_LOCATION) {                                          /* "Riverton, NY, USA" */
        mkcv_career_append(r, &l->e, f, t, part, ", ");
        for (size_t k = i + 1; is_sense(l, k, MKCV_PIECE_OTHER) && k < i + 3; k++) {
            struct mkcv_range next = l->pieces.at[k].range;
            if (next.to - next.from > 20 || next.from > part.to + 3) break;
            mkcv_career_append(r, &l->e, f, t, next, ", ");
            l->pieces.at[k].sense = MKCV_PIECE_AREA;
            l->pieces.at[k].range.to = l->pieces.at[k].range.from;
            part = next;
        }
        return;
    }
    mkcv_career_append(r, &l->e, f, t, part, f == MKCV_FIELD_NOTE ? "; " : ", ");
}

/* "an der Universität X": what leads to a place is not of its name. */
static void cut_preposition(struct mkcv_reader *r, struct mkcv_text *org)
{
    static const char *const words[] = {"an der ",    "an dem ", "am ",     "bei der ", "beim ",
                                        "bei ",       "in der ", "at the ", "at ",      "au ",
                                        "presso il ", "presso ", "chez ",   "en la ",   "en el "};
    for (size_t i = 0; org->s && i < sizeof words / sizeof *words; i++)
        if (!strncmp(org->s, words[i], strlen(words[i]))) {
            *org = mkcv_text_slice(r->arena, org, strlen(words[i]), mkcv_text_length(org));
            return;
        }
}

/* "Studium der Geschichte an der Universität X": the field and the school. */
static void split_studies(struct mkcv_reader *r, struct mkcv_entry *e)
{
    static const char *const heads[] = {"studium der ", "studium des ", "studium in ",  "studium ", "studies in ",
                                        "studies of ",  "etudes de ",   "estudios de ", "studi di "},
                             *const joints[] = {" an der ", " an ",       " am ",    " at ",
                                                " bei ",    " \xc3\xa0 ", " en la ", " presso "};
    struct mkcv_text org = e->fields[MKCV_FIELD_ORG];
    for (size_t i = 0; org.s && !e->fields[MKCV_FIELD_AREA].s && i < sizeof heads / sizeof *heads; i++) {
        size_t n = strlen(heads[i]);
        if (strncasecmp(org.s, heads[i], n) != 0) continue;
        for (size_t k = 0; k < sizeof joints / sizeof *joints; k++) {
            const char *at = strstr(org.s + n, joints[k]);
            if (!at) continue;
            mkcv_entry_set(r, e, MKCV_FIELD_AREA, &org, n, (size_t)(at - org.s));
            e->fields[MKCV_FIELD_ORG] =
                mkcv_text_slice(r->arena, &org, (size_t)(at - org.s) + strlen(joints[k]), mkcv_text_length(&org));
            return;
        }
    }
}

static bool is_emphasised(const struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++)
        if (!(t->spans.at[i].marks & MKCV_MARK_EMPH)) return false;
    return t->spans.count > 0;
}

/* "Harbour Café, Oslo - *Waiter*": of several pieces the one that emphasis sets off is the post, whatever its words. */
static void find_set_off(const struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_career_line *l)
{
    struct mkcv_piece *found = NULL;
    for (size_t i = 0; i < l->pieces.count; i++) {
        struct mkcv_piece *p = &l->pieces.at[i];
        if (p->sense == MKCV_PIECE_DEGREE || p->sense == MKCV_PIECE_POST) return;
        const struct mkcv_span *first = mkcv_text_lookup(t, p->range.from),
                               *last = mkcv_text_lookup(t, p->range.to - 1);
        bool set_off = first && first == last && (first->marks & MKCV_MARK_EMPH);
        if (set_off && found) return;
        if (set_off) found = p;
    }
    if (!found || r->kind != MKCV_KIND_WORK || l->pieces.count < 2 || found->sense != MKCV_PIECE_OTHER) return;
    found->sense = MKCV_PIECE_POST;
    found->head = found->range;
}

void mkcv_career_assemble(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_career_line *l)
{
    bool any_org = false;
    find_set_off(r, t, l);
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
                mkcv_career_append(r, &l->e, MKCV_FIELD_AREA, t, part,
                                   joint); /* "Ph.D., Life Sciences, University of X" */
                break;
            }
            mkcv_career_append(r, &l->e, MKCV_FIELD_ORG, t, part, joint);
            break;
        case MKCV_PIECE_AREA:
            mkcv_career_append(r, &l->e, l->post || !l->study ? MKCV_FIELD_ORG : MKCV_FIELD_AREA, t, part, joint);
            break;
        case MKCV_PIECE_DEGREE: /* beside a post: "Research Assistant, M.Sc. program" */
        case MKCV_PIECE_POST:
            if (l->study == (p->sense == MKCV_PIECE_DEGREE)) break;
            mkcv_career_append(r, &l->e, MKCV_FIELD_NOTE, t, part, "; ");
            break;
        case MKCV_PIECE_OTHER:
            read_other(r, t, l, i, any_org);
            break;
        }
    }
    if (is_emphasised(&l->e.fields[MKCV_FIELD_TITLE])) mkcv_marks_off(&l->e.fields[MKCV_FIELD_TITLE]);
    split_studies(r, &l->e);
    static const char *const stays[] = {"exchange", "erasmus", "abroad", NULL};
    struct mkcv_text *org = &l->e.fields[MKCV_FIELD_ORG], *area = &l->e.fields[MKCV_FIELD_AREA],
                     *title = &l->e.fields[MKCV_FIELD_TITLE];
    if (l->study && !org->s && area->s && title->s && /* "Exchange Programme, UC3M Madrid" */
        mkcv_range_has(r, title, (struct mkcv_range){0, mkcv_text_length(title)}, stays)) {
        *org = *area;
        *area = (struct mkcv_text){.s = NULL};
    }
    cut_preposition(r, &l->e.fields[MKCV_FIELD_ORG]);
    static const char *const bare[] = {"thesis", "degree", "studies", "dissertation", NULL};
    struct mkcv_text *field = &l->e.fields[MKCV_FIELD_AREA];
    struct mkcv_tokens k =
        mkcv_tokens_new(r->arena, field->s ? field->s : "", 0, field->s ? mkcv_text_length(field) : 0);
    if (k.list.count == 1 && mkcv_phrases_at(&k, 0, bare)) *field = (struct mkcv_text){.s = NULL}; /* "PhD Thesis" */
    if (l->study && l->field.from < l->field.to && mkcv_text_is_empty(&l->e.fields[MKCV_FIELD_AREA]))
        mkcv_entry_set(r, &l->e, MKCV_FIELD_AREA, t, l->field.from, l->field.to);
}
