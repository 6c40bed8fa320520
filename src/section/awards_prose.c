/* awards_prose.c - awards in running text, and in the news; see awards.h. */
#include "awards.h"
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

static size_t skip_articles(const char *s, size_t from, size_t to)
{
    static const char *const words[] = {
        "the ",          "The ",  "a ",   "an ",  "my ",      "our ",       "of ",   "also ", "with ", "as ",
        "for ",          "both ", "his ", "her ", "several ", "including ", "le ",   "la ",   "les ",  "l'",
        "l\xe2\x80\x99", "il ",   "lo ",  "el ",  "un ",      "une ",       "una ",  "uno ",  "o ",    "os ",
        "den ",          "der ",  "das ", "die ", "einen ",   "ein ",       "eine ", "mit ",  "dem ",  "de ",
        "del ",          "du ",   NULL};
    for (const char *const *w = words; *w; w++)
        if (to - from > strlen(*w) && !memcmp(s + from, *w, strlen(*w))) return skip_articles(s, from + strlen(*w), to);
    return from;
}

static bool find_last_when(const struct mkcv_clause *c, struct mkcv_range m, struct mkcv_when *w)
{
    struct mkcv_when next;
    bool any = false;
    for (size_t at = m.from; at < m.to && mkcv_when_find(c->r->arena, c->text->s, at, m.to, &next); at = next.to) {
        *w = next;
        any = true;
        if (next.to <= at) break;
    }
    if (!any) *w = (struct mkcv_when){.from = 0};
    return any;
}

/* "Best Paper Award at A (2023) and B (2024)": the same award, given again. */
static bool is_again(const struct mkcv_clause *c, struct mkcv_range m)
{
    const struct mkcv_section *section = mkcv_cv_lookup(c->r->cv, MKCV_KIND_AWARDS);
    const struct mkcv_entry *last =
        section && section->entries.count ? &section->entries.at[section->entries.count - 1] : NULL;
    struct mkcv_when w;
    if (!last || !last->fields[MKCV_FIELD_ORG].s || !(last->end.year || last->dates.count)) return false;
    size_t i = mkcv_clause_token(c, m.from), end = mkcv_clause_token(c, m.to);
    if (!mkcv_clause_is_capital(c, i) || end - i > 8) return false;
    return find_last_when(c, m, &w) && w.from > m.from && w.to + 2 >= m.to &&
           (c->text->s[w.from - 1] == '(' || end - i <= 3);
}

static void add_again(const struct mkcv_clause *c, struct mkcv_range m)
{
    struct mkcv_when w;
    struct mkcv_section *section = mkcv_read_section(c->r, MKCV_KIND_AWARDS);
    struct mkcv_text title = section->entries.at[section->entries.count - 1].fields[MKCV_FIELD_TITLE];
    if (!find_last_when(c, m, &w)) return;
    struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_AWARDS, mkcv_text_loc(c->text, m.from));
    e->fields[MKCV_FIELD_TITLE] = title;
    mkcv_entry_set(c->r, e, MKCV_FIELD_ORG, c->text, m.from, w.from - (c->text->s[w.from - 1] == '('));
    mkcv_entry_when(c->r, e, &w);
}

/* Where a remark on the award begins: "for my proposal", "as the leader of", "this time at"; or m.to. */
static size_t find_remark(const struct mkcv_clause *c, struct mkcv_range m)
{
    static const char *const remarks[] = {"for my",
                                          "for our",
                                          "for the paper",
                                          "for the work",
                                          "for the project",
                                          "for a paper",
                                          "for the second",
                                          "for the third",
                                          "for the first",
                                          "with the paper",
                                          "with our paper",
                                          "for paper",
                                          "for the article",
                                          "for his",
                                          "for her",
                                          "as the",
                                          "as a",
                                          "as an",
                                          "as part of",
                                          "this time",
                                          "among",
                                          "thanks to",
                                          "in recognition of",
                                          "together with",
                                          "along with",
                                          "out of",
                                          NULL};
    size_t first = mkcv_clause_token(c, m.from), end = mkcv_clause_token(c, m.to);
    for (size_t i = first + 1; i < end; i++)
        if (mkcv_phrases_at(&c->tokens, i, remarks) &&
            !mkcv_is_in_brackets(c->text->s, m.from, c->tokens.list.at[i].from) &&
            mkcv_is_award(c->r, c->text, (struct mkcv_range){m.from, c->tokens.list.at[i].from}))
            return c->tokens.list.at[i].from;
    return m.to;
}

/* The date at the end of a member, cut off with what leads to it; the end of the rest. */
static size_t cut_date(const struct mkcv_clause *c, struct mkcv_range m, struct mkcv_entry *e)
{
    const char *s = c->text->s;
    struct mkcv_when w;
    size_t end = m.to;
    if (find_last_when(c, m, &w) && w.to + 2 >= m.to) {
        mkcv_entry_when(c->r, e, &w);
        end = w.from;
        const char *open = memrchr(s + m.from, '(', end - m.from);
        if (open && s + end > open + 2 && s[end - 2] == ',') { /* "(10 worldwide, 2019)" */
            mkcv_entry_set(c->r, e, MKCV_FIELD_NOTE, c->text, (size_t)(open - s) + 1, end);
            end = (size_t)(open - s);
        }
        static const char *const joints[] = {" in ", " en ", " em ", " im ", " nel "};
        for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
            size_t n = strlen(joints[i]);
            if (end > m.from + n && !memcmp(s + end - n, joints[i], n)) end -= n;
        }
    } else if (w.to > w.from && mkcv_when_find(c->r->arena, s, m.from, m.to, &w))
        mkcv_entry_when(c->r, e, &w);
    while (end > m.from && (s[end - 1] == ' ' || s[end - 1] == '(')) end--;
    return end;
}

/* One award of a sentence: "the AWARD at GIVER (YEAR) for ...". False, and nothing added, when no title is left. */
static bool add_member(const struct mkcv_clause *c, struct mkcv_range m)
{
    const char *s = c->text->s;
    m.from = skip_articles(s, m.from, m.to);
    struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_AWARDS, mkcv_text_loc(c->text, m.from));
    size_t remark = find_remark(c, m);
    mkcv_entry_set(c->r, e, MKCV_FIELD_SUMMARY, c->text, remark, m.to);
    m.to = mkcv_trim(s, (struct mkcv_range){m.from, mkcv_award_cut_verb(c->text->s, m.from, remark)}).to;
    size_t giver, end = cut_date(c, m, e),
                  title_end = mkcv_award_giver(c->r, c->text, (struct mkcv_range){m.from, end}, &giver);
    const char *at = title_end == end && end > m.from ? memmem(s + m.from, end - m.from, " at ", 4) : NULL;
    if (at && mkcv_is_upper((unsigned char)at[4]) &&
        (!mkcv_is_award(c->r, c->text, m) || c->r->kind == MKCV_KIND_NEWS)) { /* "Influential Scholar at X" */
        title_end = (size_t)(at - s);
        giver = title_end + 4;
    }
    mkcv_entry_set(c->r, e, MKCV_FIELD_TITLE, c->text, m.from, title_end);
    mkcv_entry_set(c->r, e, MKCV_FIELD_ORG, c->text, giver, end);
    mkcv_marks_off(&e->fields[MKCV_FIELD_TITLE]);
    e->url = mkcv_text_url(c->text, m.from, m.to);
    if (!mkcv_text_is_empty(&e->fields[MKCV_FIELD_TITLE])) return true;
    mkcv_read_section(c->r, MKCV_KIND_AWARDS)->entries.count--;
    return false;
}

/* "SECON 2020 and 2023 Best Paper": the years on both sides of an "and" are one member's. */
static struct mkcv_ranges split_awards(const struct mkcv_clause *c, size_t from)
{
    struct mkcv_ranges raw = mkcv_list_split(c->r->arena, c->text->s, from, c->to, ",;!", true),
                       out = {.list.at = NULL};
    for (size_t i = 0; i < raw.list.count; i++) {
        struct mkcv_range m = raw.list.at[i], *last = out.list.count ? &out.list.at[out.list.count - 1] : NULL;
        struct mkcv_when w;
        bool years = last && mkcv_when_read(c->r->arena, c->text->s, m.from, m.to, &w) &&
                     !memchr(c->text->s + last->to, ',', m.from - last->to) && find_last_when(c, *last, &w) &&
                     w.to >= last->to;
        if (years)
            last->to = m.to;
        else
            *MKCV_PUSH(c->r->arena, &out.list) = m;
    }
    return out;
}

/* --- sentences ---------------------------------------------------------------------------------------------------- */

static const struct {
    const char *phrase;
    bool sure; /* whatever follows is an award */
    bool news; /* told so in news alone */
    bool own;  /* its form says that the owner speaks */
} verbs[] = {{"recipient of", true, false, false},
             {"received", false, false, false},
             {"have received", false, false, false},
             {"was awarded", false, false, false},
             {"been awarded", false, false, false},
             {"am awarded", false, false, false},
             {"won", false, false, false},
             {"was honored with", false, false, false},
             {"honored with", false, false, false},
             {"honored as", false, false, false},
             {"honors include", true, false, false},
             {"awards include", true, false, false},
             {"honours include", true, false, false},
             {"was granted", false, false, false},
             {"was selected as", false, false, false},
             {"selected for", false, false, false},
             {"was named", false, false, false},
             {"recognized with", false, false, false},
             {"recognized by", false, false, false},
             {"winner of", true, false, false},
             {"earned", false, false, false},
             {"named to", false, false, false},
             {"recognized on", false, false, false},
             {"recipients of", false, false, false},
             {"honors including", true, false, false},
             {"awards including", true, false, false},
             {"receive", false, true, false},
             {"receives", false, true, false},
             {"receiving", false, true, false},
             {"win", false, true, false},
             {"wins", false, true, false},
             {"winning", false, true, false},
             {"awarded", false, true, false},
             {"is awarded", false, true, false},
             {"selected as", false, true, false},
             {"recognized as", false, true, false},
             {"recognised as", false, true, false},
             {"named", false, true, false},
             {"named as", false, true, false},
             {"elected as", false, true, false},
             {"got", false, true, false},
             {"obtained", false, true, false},
             {"chosen as", false, true, false},
             {"listed in", false, true, false},
             {"named in", false, true, false},
             {"jai recu", false, false, true},
             {"jai obtenu", false, false, true},
             {"jai remporte", false, false, true},
             {"jai ete laureat de", false, false, true},
             {"jai ete laureate de", false, false, true},
             {"jai ete recompense par", false, false, true},
             {"jai ete recompensee par", false, false, true},
             {"je suis laureat de", false, false, true},
             {"je suis laureate de", false, false, true},
             {"je suis egalement laureat de", false, false, true},
             {"je suis egalement laureate de", false, false, true},
             {"je suis laureat du", false, false, true},
             {"je suis laureate du", false, false, true},
             {"laureat du", false, false, true},
             {"laureate du", false, false, true},
             {"laureat de", false, false, true},
             {"laureate de", false, false, true},
             {"ho vinto", false, false, true},
             {"ho ricevuto", false, false, true},
             {"ho ottenuto", false, false, true},
             {"sono stato insignito del", false, false, true},
             {"sono stata insignita del", false, false, true},
             {"he recibido", false, false, true},
             {"recibi", false, false, true},
             {"obtuve", false, false, true},
             {"gane", false, false, true},
             {"he obtenido", false, false, true},
             {"me concedieron", false, false, true},
             {"fui galardonado con", false, false, true},
             {"fui galardonada con", false, false, true},
             {"recebi", false, false, true},
             {"ganhei", false, false, true},
             {"obtive", false, false, true},
             {"fui agraciado com", false, false, true},
             {"fui agraciada com", false, false, true},
             {"ich erhielt", false, false, true},
             {"erhielt ich", false, false, true},
             {"erhielt", false, false, false},
             {"gewann", false, false, false},
             {"wurde ich mit", false, false, true},
             {"ich wurde mit", false, false, true},
             {"habe ich", false, false, true},
             {"ich habe", false, false, true}};

/* The awards end where another clause begins: a lower-case verb after a comma or "and". */
static bool is_clause(const struct mkcv_clause *c, struct mkcv_range m)
{
    static const char *const starts[] = {"where", "which",   "who",    "i",    "he",      "she", "was", "is",
                                         "my",    "his",     "her",    "has",  "have",    "we",  "our", "advised",
                                         "while", "working", "worked", "then", "serving", NULL};
    return mkcv_clause_is(c, mkcv_clause_token(c, m.from), starts);
}

/* News tell of much: only a named award counts, no "two awards", no "travel support", no funding. */
static bool is_named_award(const struct mkcv_clause *c, struct mkcv_range m)
{
    static const char *const strong[] = {"award",
                                         "prize",
                                         "medal",
                                         "fellowship",
                                         "scholarship",
                                         "champion",
                                         "winner",
                                         "best paper",
                                         "best student paper",
                                         "best poster",
                                         "rising star",
                                         "rising stars",
                                         "place",
                                         "runnerup",
                                         "runner up",
                                         "honorable mention",
                                         "top reviewer",
                                         "outstanding reviewer",
                                         "distinguished paper",
                                         "outstanding paper",
                                         "30 under 30",
                                         "studentship",
                                         "distinction",
                                         "honor",
                                         "honour",
                                         "grand prize",
                                         "notable reviewer",
                                         "best reviewer",
                                         NULL};
    static const char *const vague[] = {"one",     "two",  "three", "four",  "several", "multiple",
                                        "many",    "some", "this",  "award", "awards",  "prize",
                                        "another", "it",   "that",  "on",    "to",      NULL};
    size_t first = mkcv_clause_token(c, skip_articles(c->text->s, m.from, m.to)), end = mkcv_clause_token(c, m.to);
    static const char *const unclear[] = {"both", "each", NULL};
    if (mkcv_range_has(c->r, c->text, m, unclear)) return false;
    return end > first + 1 && !mkcv_clause_is(c, first, vague) && mkcv_range_has(c->r, c->text, m, strong);
}

/* "and in 2021 I received": a clause of its own before a further award. *w: its date, where it has one. */
static size_t skip_clause(const struct mkcv_clause *c, struct mkcv_range m, struct mkcv_when *w)
{
    static const char *const words[] = {"i", "he", "she", "also", "have", "has", ",", "and", "then", NULL};
    size_t first = mkcv_clause_token(c, m.from), end = mkcv_clause_token(c, m.to), at = first, best = 0;
    *w = (struct mkcv_when){.from = 0};
    if (!strcmp(mkcv_clause_word(c, at), "in")) at = mkcv_clause_when(c, at, w);
    while (mkcv_clause_is(c, at, words)) at++;
    for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
        size_t n = verbs[v].news ? 0 : mkcv_phrase_at(&c->tokens, at, verbs[v].phrase);
        if (n > best) best = n;
    }
    return best && at + best < end ? c->tokens.list.at[at + best].from : m.from;
}

/* "In 2018 I was awarded": the date of the whole sentence goes to those that have none. */
static void date_members(const struct mkcv_clause *c, size_t first, struct mkcv_when *w)
{
    struct mkcv_section *s = mkcv_read_section(c->r, MKCV_KIND_AWARDS);
    for (size_t i = first; w->to && i < s->entries.count; i++)
        if (!s->entries.at[i].start.year && !s->entries.at[i].end.year && !s->entries.at[i].dates.count)
            mkcv_entry_when(c->r, &s->entries.at[i], w);
}

static size_t awards_count(struct mkcv_reader *r)
{
    const struct mkcv_section *s = mkcv_cv_lookup(r->cv, MKCV_KIND_AWARDS);
    return s ? s->entries.count : 0;
}

/* "B.S. degree with honors", "M.Sc. in Physics (with distinction)": a degree, for all its honors; a "PhD Thesis Award"
 * or "Master's scholarship" goes on with what it is. */
static bool is_degree(const struct mkcv_clause *c, struct mkcv_range m)
{
    enum { ARTICLE_BYTES = 12 }; /* "my", "a joint" */
    static const char *const behind[] = {"with", "in", "of", "from", "at", "by", "(", ",", "cum", "summa", NULL};
    struct mkcv_range degree;
    if (!mkcv_degree_find(c->r->arena, c->text->s, m.from, m.to, &degree) || degree.from > m.from + ARTICLE_BYTES)
        return false;
    size_t i = mkcv_clause_token(c, degree.to);
    static const char *const degrees[] = {"degree", "degrees", NULL};
    if (mkcv_clause_is(c, i, degrees)) i++;
    return i >= c->tokens.list.count || c->tokens.list.at[i].from >= m.to || mkcv_clause_is(c, i, behind);
}

/* "In 2018 I received", "Ich erhielt 2018 den": the date of the whole sentence, before its verb or directly behind it.
 * The byte where the awards begin. */
static size_t find_lead(const struct mkcv_clause *c, size_t from, struct mkcv_when *lead)
{
    static const char *const leads[] = {"in", "en", "nel", "em", "im", NULL};
    bool opens = mkcv_clause_is(c, 0, leads) || strspn(mkcv_clause_word(c, 0), "0123456789") == 4;
    if (opens && mkcv_clause_when(c, 0, lead) != 0) return from;
    size_t first = mkcv_clause_token(c, from), next = mkcv_clause_when(c, first, lead);
    bool behind = next > first && next < c->tokens.list.count && c->tokens.list.at[next].word;
    if (!behind) *lead = (struct mkcv_when){.from = 0};
    return behind ? c->tokens.list.at[next].from : from;
}

/* Degrees, reviews, funding calls and the like are received too; only an award's words make one. */
static bool read_members(const struct mkcv_clause *c, size_t from, bool sure)
{
    struct mkcv_range degree;
    static const char *const counts[] = {"several", "various", "numerous", "multiple", "many", NULL};
    bool any = false, news = c->r->kind == MKCV_KIND_NEWS;
    struct mkcv_when lead = {.from = 0}, own;
    if (!news) from = find_lead(c, from, &lead);
    struct mkcv_ranges list = split_awards(c, from);
    for (size_t i = 0; i < list.list.count && i < 100; i++) {
        struct mkcv_range m = list.list.at[i];
        size_t made = awards_count(c->r), start = any && !news ? skip_clause(c, m, &own) : m.from;
        if (start > m.from) {
            m.from = start;
            lead = own;
        }
        if (is_clause(c, m)) break;
        if (is_degree(c, m)) break;
        if (mkcv_range_has(c->r, c->text, m, counts)) continue;
        bool award = news ? is_named_award(c, m) : mkcv_is_award(c->r, c->text, m);
        if (!award && mkcv_degree_find(c->r->arena, c->text->s, m.from, m.to, &degree)) break;
        if (!award && any && is_again(c, m)) {
            add_again(c, m);
            continue;
        }
        if (news && !award) break;
        if (!award && !sure) {
            if (!any) return false;
            continue;
        }
        if (add_member(c, m)) any = true;
        if (awards_count(c->r) > made) date_members(c, made, &lead);
    }
    return any;
}

/* --- all together --------------------------------------------------------------------------------------------------
 */

bool mkcv_award_sentence(struct mkcv_reader *r, const struct mkcv_text *text, size_t from, size_t to)
{
    struct mkcv_clause c = mkcv_clause_new(r, text, from, to);
    bool news = r->kind == MKCV_KIND_NEWS;
    for (size_t i = 0; i < c.tokens.list.count; i++)
        for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
            if (verbs[v].phrase[0] != c.tokens.list.at[i].fold[0]) continue;
            size_t n = mkcv_phrase_at(&c.tokens, i, verbs[v].phrase);
            bool meant = !verbs[v].news || news || r->kind == MKCV_KIND_AWARDS;
            if (!n || !meant || i + n >= c.tokens.list.count) continue;
            if ((news || !verbs[v].sure) && !verbs[v].own && !mkcv_award_is_own(&c, i)) continue;
            if (read_members(&c, c.tokens.list.at[i + n].from, verbs[v].sure)) return true;
        }
    return mkcv_award_native(&c);
}
