/* role.c - what a role of service is called, and an entry of it; see roles.h. Lists and sentences of roles are in
 * roles.c, the venues behind them in role_venues.c. */
#include "mkcv/utf8.h"
#include "parts.h"
#include "roles.h"
#include <string.h>

static const char *const role_words[] = {"chair",
                                         "chairs",
                                         "cochair",
                                         "cochairs",
                                         "chairman",
                                         "chairwoman",
                                         "chairperson",
                                         "vicechair",
                                         "editor",
                                         "editors",
                                         "coeditor",
                                         "editorial",
                                         "editorinchief",
                                         "reviewer",
                                         "reviewers",
                                         "subreviewer",
                                         "subreviewers",
                                         "reviewing",
                                         "review",
                                         "metareviewer",
                                         "referee",
                                         "refereeing",
                                         "pc",
                                         "tpc",
                                         "spc",
                                         "epc",
                                         "program committee",
                                         "programme committee",
                                         "committee",
                                         "committees",
                                         "organizer",
                                         "organizers",
                                         "organiser",
                                         "coorganizer",
                                         "coorganiser",
                                         "organizing",
                                         "organising",
                                         "judge",
                                         "panelist",
                                         "panellist",
                                         "board",
                                         "secretary",
                                         "president",
                                         "vicepresident",
                                         "team lead",
                                         "team leader",
                                         "coordinator",
                                         "webmaster",
                                         "moderator",
                                         "treasurer",
                                         "representative",
                                         "panel",
                                         "jury",
                                         "evaluator",
                                         "examiner",
                                         "editorship",
                                         "ac",
                                         "sac",
                                         "volunteer",
                                         "ambassador",
                                         "cofounder",
                                         "founder",
                                         "convener",
                                         "delegate",
                                         "liaison",
                                         "council member",
                                         "soc member",
                                         "loc member",
                                         "committee member",
                                         "steering",
                                         "gutachter",
                                         "gutachterin",
                                         "herausgeber",
                                         "relecteur",
                                         "relectrice",
                                         "rapporteur",
                                         "comite",
                                         "organisateur",
                                         "revisor",
                                         "revisora",
                                         "editora",
                                         "revisore",
                                         "审稿人",
                                         "审稿",
                                         "编委",
                                         "主席",
                                         "委员",
                                         "査読",
                                         "委員",
                                         "評議員",
                                         "幹事",
                                         "理事",
                                         "座長",
                                         "심사",
                                         "위원",
                                         "gutachtertatigkeit",
                                         "gutachtertatigkeiten",
                                         "gutachten",
                                         "begutachtung",
                                         "fachgutachter",
                                         "fachgutachterin",
                                         "herausgeberin",
                                         "mitherausgeber",
                                         "mitherausgeberin",
                                         "programmkomitee",
                                         "programmkomitees",
                                         "organisationskomitee",
                                         "beirat",
                                         "relecteurs",
                                         "relecture",
                                         "organisatrice",
                                         "coorganisateur",
                                         "coorganisatrice",
                                         "comites",
                                         "conseil",
                                         "evaluador",
                                         "evaluadora",
                                         "revisores",
                                         "revision",
                                         "revisao",
                                         "revisioni",
                                         "referaggio",
                                         "organizador",
                                         "organizadora",
                                         "organizzatore",
                                         "organizzatrice",
                                         "comision",
                                         "comisiones",
                                         "comissao",
                                         "comissoes",
                                         "comitato",
                                         "comitati",
                                         "parecerista",
                                         "avaliador",
                                         "avaliadora",
                                         "チェア",
                                         "運営",
                                         "评审",
                                         "리뷰어",
                                         "의장",
                                         "membre du comite",
                                         "program member",
                                         "programme member",
                                         NULL};
const char *const mkcv_role_joints[] = {"of",  "for",   "at",    "in",   "on",  "to",  "with", "@",      "von",
                                        "de",  "du",    "bei",   "pour", "der", "fur", "per",  "per le", "para",
                                        "del", "della", "dello", "do",   "da",  "des", NULL};
const char *const mkcv_role_agents[] = {"chair",    "chairs",       "cochair",   "cochairs",    "editor",
                                        "editors",  "coeditor",     "reviewer",  "reviewers",   "referee",
                                        "member",   "organizer",    "organiser", "subreviewer", "judge",
                                        "panelist", "metareviewer", "secretary", "coorganizer", NULL};

/* "American Economic Review", "Review of Economic Studies": a journal, no work done for one. */
static bool is_journal(const struct mkcv_clause *c, size_t i)
{
    static const char *const kinds[] = {"peer",       "paper",      "papers",    "grant",     "proposal", "journal",
                                        "conference", "manuscript", "book",      "hoc",       "meta",     "external",
                                        "panel",      "article",    "emergency", "technical", "program",  "thesis",
                                        "academic",   "project",    "service",   "rapid",     "abstract", "funding",
                                        "journals",   "&",          "and",       NULL},
                             *const names[] = {"letters", NULL};
    if (strcmp(mkcv_clause_word(c, i), "review") != 0 || !mkcv_clause_is_capital(c, i)) return false;
    const char *behind = c->text->s + c->tokens.list.at[i].to;
    if (!strncmp(behind, " of ", 4) && mkcv_is_upper(mkcv_utf8_next(&(const char *){behind + 4}))) return true;
    if (mkcv_clause_is(c, i + 1, names)) return true;
    return i && c->tokens.list.at[i - 1].word && mkcv_clause_is_capital(c, i - 1) && !mkcv_clause_is(c, i - 1, kinds);
}

bool mkcv_role_in(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range)
{
    if (!mkcv_range_has(r, t, range, role_words)) return false;
    if (!memmem(t->s + range.from, range.to - range.from, "Review", 6)) return true;
    struct mkcv_clause c = mkcv_clause_new(r, t, range.from, range.to);
    for (size_t i = 0, n; i < c.tokens.list.count; i++) {
        i = mkcv_phrase_find(&c.tokens, i, c.tokens.list.count, role_words, &n);
        if (i == (size_t)-1) return false;
        if (!is_journal(&c, i)) return true;
    }
    return false;
}

/* Words that stand before the head of a role, and roles that have no head. */
static const char *const role_modifiers[] = {"senior",      "area",       "program",      "programme",
                                             "technical",   "general",    "vice",         "associate",
                                             "guest",       "managing",   "action",       "lead",
                                             "external",    "workshop",   "workshops",    "tutorial",
                                             "tutorials",   "publicity",  "publication",  "publications",
                                             "proceedings", "session",    "track",        "local",
                                             "organizing",  "organising", "steering",     "executive",
                                             "student",     "poster",     "posters",      "demo",
                                             "web",         "website",    "finance",      "registration",
                                             "sponsorship", "industry",   "artifact",     "evaluation",
                                             "review",      "editorial",  "board",        "committee",
                                             "paper",       "papers",     "emergency",    "invited",
                                             "deputy",      "honorary",   "arrangements", "competition",
                                             "challenge",   "doctoral",   "consortium",   "conference",
                                             "journal",     "advisory",   "reviewing",    "consulting",
                                             "founding",    "assistant",  "co",           "meta",
                                             "special",     "issue",      "visa",         "volunteer",
                                             "diversity",   "inclusion",  "ethics",       "secondary",
                                             "expert",      "standing",   "assigned",     "reproducibility",
                                             "panel",       "panels",     "exhibits",     "ad",
                                             "hoc",         "pc",         "tpc",          "soc",
                                             "loc",         "spc",        "grant",        "proposal",
                                             NULL};
static const char *const bare_roles[] = {"pc",        "tpc",         "spc",         "epc",        "committee",
                                         "board",     "ac",          "sac",         "committees", "representative",
                                         "moderator", "volunteer",   "treasurer",   "examiner",   "jury",
                                         "evaluator", "mentor",      "cofounder",   "founder",    "ambassador",
                                         "liaison",   "coorganiser", "organizers",  "panellist",  "delegate",
                                         "convener",  "chairman",    "chairperson", "vicechair",  "editorinchief",
                                         "webmaster", NULL};

static bool is_native_role(const struct mkcv_clause *c, size_t i)
{
    static const char *const words[] = {"审稿人", "审稿", "编委", "主席",     "委员",     "査読",   "委員",
                                        "評議員", "幹事", "理事", "심사위원", "편집위원", "위원장", "위원",
                                        "심사",   "座長", "主编", "編集長",   NULL};
    const char *w = mkcv_clause_word(c, i);
    if ((unsigned char)*w < 0x80) return false;
    for (const char *const *n = words; *n; n++)
        if (strstr(w, *n)) return true;
    return false;
}

/* The token after the run of role words that starts at `i`; `i` when it has no head. */
static size_t end_role(const struct mkcv_clause *c, size_t i)
{
    static const char *const links[] = {"and", "&", "/", "-", NULL};
    size_t end = i;
    for (size_t k = i; k < c->tokens.list.count && k < i + 9; k++) {
        bool head = mkcv_clause_is(c, k, mkcv_role_agents) || mkcv_clause_is(c, k, bare_roles) || is_native_role(c, k);
        bool link = k > i && mkcv_clause_is(c, k, links) &&
                    (mkcv_clause_is(c, k + 1, role_modifiers) || mkcv_clause_is(c, k + 1, mkcv_role_agents));
        if (head)
            end = k + 1;
        else if (!link && !mkcv_clause_is(c, k, role_modifiers))
            break;
    }
    return end;
}

struct mkcv_range mkcv_role_find(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range)
{
    struct mkcv_clause c = mkcv_clause_new(r, t, range.from, range.to);
    for (size_t i = 0; i < c.tokens.list.count; i++) {
        size_t end = end_role(&c, i);
        if (end > i) return mkcv_clause_range(&c, i, end);
    }
    return (struct mkcv_range){range.from, range.from};
}

/* Words of a clause before its role: "and I have also served as an". */
size_t mkcv_role_skip_lead(const struct mkcv_clause *c, size_t i, bool *clause)
{
    static const char *const articles[] = {"a", "an", "the", "also", "and", NULL};
    static const char *const leads[] = {
        "as",         "i",        "he",        "she",     "have",      "has",       "had",     "been",
        "am",         "was",      "is",        "im",      "ive",       "serve",     "served",  "serves",
        "serving",    "act",      "acted",     "acting",  "work",      "worked",    "working", "currently",
        "previously", "formerly", "regularly", "invited", "nominated", "appointed", "elected", "selected",
        "chosen",     "well",     "sit",       "sits",    "sat",       NULL};
    static const char *const posts[] = {"on", "in", "of", NULL};
    *clause = false;
    for (;; i++) {
        if (mkcv_clause_is(c, i, leads))
            *clause = true;
        else if (!mkcv_clause_is(c, i, articles))
            break;
    }
    if (mkcv_clause_is(c, i, posts) && !strcmp(mkcv_clause_word(c, i + 1), "the")) {
        *clause = true; /* "on the program committees of" */
        i += 2;
    }
    return i;
}
bool mkcv_role_is_dated(const struct mkcv_entry *e) { return e->start.year || e->end.year || e->dates.count; }

void mkcv_role_when(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_when *w)
{
    if (mkcv_role_is_dated(e) &&
        (w->dates.count || (w->end.year && !w->start.year))) { /* further years of the same role */
        if (w->end.year) *MKCV_PUSH(r->arena, &e->dates) = w->end;
        for (size_t i = 0; i < w->dates.count; i++) *MKCV_PUSH(r->arena, &e->dates) = w->dates.at[i];
        return;
    }
    mkcv_entry_when(r, e, w);
    if (!e->end.year || e->start.year) return;
    *MKCV_PUSH(r->arena, &e->dates) = e->end;
    e->end = (struct mkcv_date){0, 0, 0};
}

/* The role as it is said of one: its leading article off. */
static struct mkcv_text role_name(struct mkcv_reader *r, const struct mkcv_text *role)
{
    static const char *const articles[] = {"the ", "The ", "a ", "an ", "A ", "An ", "as ", "As ", "also ", NULL};
    size_t n = mkcv_text_length(role), from = 0;
    for (const char *const *a = articles; *a;) {
        bool cut = n > from + strlen(*a) && !strncmp(role->s + from, *a, strlen(*a));
        from += cut ? strlen(*a) : 0;
        a = cut ? articles : a + 1;
    }
    struct mkcv_range cut = mkcv_trim(role->s, (struct mkcv_range){from, n});
    return mkcv_text_slice(r->arena, role, cut.from, cut.to);
}

/* Where the venue of a sentence ends: before its next clause; 0 when no venue is left ("through which"). */
static size_t end_venue(const struct mkcv_text *venue)
{
    static const char *const clauses[] = {" and was ", " and am ",     " and is ", " and have ",
                                          " and has ", " and served ", NULL},
                             *const strays[] = {"through", "which", "where", "who", "and", "as", "with", NULL};
    size_t end = mkcv_text_length(venue);
    for (const char *const *c = clauses; *c; c++) {
        const char *at = strstr(venue->s, *c);
        if (at && (size_t)(at - venue->s) < end) end = (size_t)(at - venue->s);
    }
    for (const char *const *s = strays; *s; s++)
        if (end == strlen(*s) && !strncmp(venue->s, *s, end)) return 0;
    return end;
}

void mkcv_role_add(struct mkcv_reader *r, const struct mkcv_text *role, const struct mkcv_text *venue,
                   const struct mkcv_when *w, struct mkcv_loc loc)
{
    size_t end = venue && venue->s ? end_venue(venue) : 1;
    if (!end) return;
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_SERVICE, loc);
    if (role && role->s) e->fields[MKCV_FIELD_TITLE] = role_name(r, role);
    mkcv_marks_off(&e->fields[MKCV_FIELD_TITLE]);
    if (venue && venue->s) {
        e->fields[MKCV_FIELD_ORG] = mkcv_text_slice(r->arena, venue, 0, end);
        mkcv_marks_off(&e->fields[MKCV_FIELD_ORG]);
        e->url = mkcv_text_url(venue, 0, mkcv_text_length(venue));
    }
    if (w) mkcv_role_when(r, e, w);
}
