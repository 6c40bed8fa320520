/* awards.c - awards, honours, fellowships, from lists and from prose. */
#include "mkcv/clause.h"
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

static const struct mkcv_title titles[] = {{"en", "Awards"},   {"de", "Auszeichnungen"}, {"fr", "Prix et distinctions"},
                                           {"es", "Premios"},  {"pt", "Prêmios"},        {"it", "Premi"},
                                           {"zh", "荣誉奖项"}, {"ja", "受賞"},           {"ko", "수상"},
                                           {NULL, NULL}};

static const char *const headings[] = {"awards",
                                       "award",
                                       "honors",
                                       "honours",
                                       "awards and honors",
                                       "honors and awards",
                                       "honours and awards",
                                       "awards and honours",
                                       "selected awards",
                                       "prizes",
                                       "prize",
                                       "distinctions",
                                       "scholarships",
                                       "fellowships",
                                       "fellowship",
                                       "scholarship",
                                       "achievements",
                                       "recognition",
                                       "recognitions",
                                       "awards and achievements",
                                       "honors and scholarships",
                                       "awards and fellowships",
                                       "awards and scholarships",
                                       "selected honors",
                                       "competition",
                                       "competitions",
                                       "auszeichnungen",
                                       "auszeichnung",
                                       "preise",
                                       "ehrungen",
                                       "stipendien",
                                       "prix",
                                       "distinctions",
                                       "recompenses",
                                       "bourses",
                                       "premios",
                                       "premio",
                                       "becas",
                                       "reconocimientos",
                                       "premios e distincoes",
                                       "distincoes",
                                       "bolsas",
                                       "premi",
                                       "riconoscimenti",
                                       "borse di studio",
                                       "奖",
                                       "奖项",
                                       "获奖",
                                       "获奖情况",
                                       "荣誉",
                                       "荣誉奖项",
                                       "所获荣誉",
                                       "受賞",
                                       "受賞歴",
                                       "表彰",
                                       "賞",
                                       "수상",
                                       "수상 경력",
                                       NULL};

static const struct mkcv_json_field json[] = {{"title", MKCV_FIELD_TITLE},
                                              {"awarder", MKCV_FIELD_ORG},
                                              {"summary", MKCV_FIELD_SUMMARY},
                                              {"note", MKCV_FIELD_NOTE},
                                              {NULL, MKCV_FIELD_TITLE}};

/* Words by which a text is known as an award. */
static const char *const award_words[] = {"award",       "awards",       "prize",
                                          "prizes",      "fellowship",   "fellowships",
                                          "scholarship", "scholarships", "medal",
                                          "medals",      "honor",        "honors",
                                          "honour",      "honours",      "distinction",
                                          "champion",    "championship", "winner",
                                          "nomination",  "nominee",      "finalist",
                                          "star",        "stars",        "runnerup",
                                          "runner up",   "best paper",   "best student paper",
                                          "best poster", "outstanding",  "grant",
                                          "bursary",     "stipend",      "title",
                                          "place",       "top",          "studentship",
                                          "mention",     "recognition",  "list",
                                          "30 under 30", "preis",        "stipendium",
                                          "prix",        "bourse",       "premio",
                                          "beca",        "bolsa",        "premi",
                                          "奖",          "賞",           "荣誉",
                                          "称号",        "상",           NULL};

static bool is_award(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range)
{
    return mkcv_range_has(r, t, range, award_words);
}

static size_t skip_articles(const char *s, size_t from, size_t to)
{
    static const char *const words[] = {"the ", "The ",  "a ",       "an ",        "my ",  "our ",
                                        "of ",  "also ", "with ",    "as ",        "for ", "both ",
                                        "his ", "her ",  "several ", "including ", NULL};
    for (const char *const *w = words; *w; w++)
        if (to - from > strlen(*w) && !memcmp(s + from, *w, strlen(*w))) return skip_articles(s, from + strlen(*w), to);
    return from;
}

/* "AWARD at GIVER": the joint outside of brackets, or `to`. "of", "by" and "from" too when an organisation follows. */
static size_t find_giver(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m, size_t *giver)
{
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, m.from, m.to);
    static const char *const bys[] = {"by", "awarded by", NULL};
    size_t len;
    int depth = 0;
    for (size_t i = 1; i + 1 < k.list.count; i++) {
        const char *w = k.list.at[i].fold;
        depth += (!strcmp(w, "(") || !strcmp(w, "（")) - (!strcmp(w, ")") || !strcmp(w, "）"));
        if (depth || !is_award(r, t, (struct mkcv_range){m.from, k.list.at[i].from})) continue;
        bool from_name = !strcmp(w, "from") && mkcv_is_upper((unsigned char)t->s[k.list.at[i + 1].from]);
        bool at = from_name || !strcmp(w, "at") || !strcmp(w, "@") || !strcmp(w, "by") || !strcmp(w, "awarded");
        bool of = !strcmp(w, "from") || !strcmp(w, "of") || !strcmp(w, "in");
        if (of && !from_name && mkcv_phrase_find(&k, i + 1, k.list.count, bys, &len) != NOWHERE) continue;
        const char *p = t->s + k.list.at[i + 1].from;
        bool the = !strcmp(k.list.at[i + 1].fold, "the");
        bool contest =
            !strcmp(w, "in") && (!strcmp(k.list.at[i - 1].fold, "medal") || !strcmp(k.list.at[i - 1].fold, "place"));
        if (!at && !contest && !(of && mkcv_is_org(r->arena, t->s, k.list.at[i + 1].from, m.to)) &&
            !((!strcmp(w, "from") || !strcmp(w, "in")) && the))
            continue;
        if (!the && mkcv_is_lower(mkcv_utf8_next(&p)) && strcmp(k.list.at[i + 1].fold, "by") != 0) continue;
        size_t next = i + 1;
        while (next < k.list.count && (!strcmp(k.list.at[next].fold, "the") || !strcmp(k.list.at[next].fold, "by")))
            next++;
        *giver = next < k.list.count ? k.list.at[next].from : m.to;
        return k.list.at[i].from;
    }
    *giver = m.to;
    return m.to;
}

/* --- prose ------------------------------------------------------------------------------------------------------- */

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
    return find_last_when(c, m, &w) && w.from > m.from && w.to + 2 >= m.to && c->text->s[w.from - 1] == '(';
}

static void add_again(const struct mkcv_clause *c, struct mkcv_range m)
{
    struct mkcv_when w;
    struct mkcv_section *section = mkcv_read_section(c->r, MKCV_KIND_AWARDS);
    struct mkcv_text title = section->entries.at[section->entries.count - 1].fields[MKCV_FIELD_TITLE];
    if (!find_last_when(c, m, &w)) return;
    struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_AWARDS, mkcv_text_loc(c->text, m.from));
    e->fields[MKCV_FIELD_TITLE] = title;
    mkcv_entry_set(c->r, e, MKCV_FIELD_ORG, c->text, m.from, w.from - 1);
    mkcv_entry_when(c->r, e, &w);
}

/* One award of a sentence: "the AWARD at GIVER (YEAR)". */
static void add_member(const struct mkcv_clause *c, struct mkcv_range m)
{
    const char *s = c->text->s;
    struct mkcv_when w;
    m.from = skip_articles(s, m.from, m.to);
    struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_AWARDS, mkcv_text_loc(c->text, m.from));
    size_t end = m.to;
    if (find_last_when(c, m, &w) && w.to + 2 >= m.to) {
        mkcv_entry_when(c->r, e, &w);
        end = w.from;
        const char *open = memrchr(s + m.from, '(', end - m.from);
        if (open && s + end > open + 2 && s[end - 2] == ',') { /* "(10 worldwide, 2019)" */
            mkcv_entry_set(c->r, e, MKCV_FIELD_NOTE, c->text, (size_t)(open - s) + 1, end);
            end = (size_t)(open - s);
        }
        if (end > m.from + 4 && !memcmp(s + end - 4, " in ", 4)) end -= 4;
    } else if (w.to > w.from && mkcv_when_find(c->r->arena, s, m.from, m.to, &w))
        mkcv_entry_when(c->r, e, &w);
    while (end > m.from && (s[end - 1] == ' ' || s[end - 1] == '(')) end--;
    size_t giver, title_end = find_giver(c->r, c->text, (struct mkcv_range){m.from, end}, &giver);
    const char *at = title_end == end ? memmem(s + m.from, end - m.from, " at ", 4) : NULL;
    if (at && mkcv_is_upper((unsigned char)at[4]) && !is_award(c->r, c->text, m)) { /* "Influential Scholar at X" */
        title_end = (size_t)(at - s);
        giver = title_end + 4;
    }
    mkcv_entry_set(c->r, e, MKCV_FIELD_TITLE, c->text, m.from, title_end);
    mkcv_entry_set(c->r, e, MKCV_FIELD_ORG, c->text, giver, end);
    e->url = mkcv_text_url(c->text, m.from, m.to);
}

static const struct {
    const char *phrase;
    bool sure; /* whatever follows is an award */
} verbs[] = {{"recipient of", true},
             {"received", false},
             {"have received", false},
             {"was awarded", false},
             {"been awarded", false},
             {"am awarded", false},
             {"won", false},
             {"was honored with", false},
             {"honored with", false},
             {"honored as", false},
             {"honors include", true},
             {"awards include", true},
             {"honours include", true},
             {"was granted", false},
             {"was selected as", false},
             {"selected for", false},
             {"was named", false},
             {"recognized with", false},
             {"recognized by", false},
             {"winner of", true},
             {"earned", false},
             {"named to", false},
             {"recognized on", false},
             {"recipients of", false},
             {"honors including", true},
             {"awards including", true}};

/* The awards end where another clause begins: a lower-case verb after a comma or "and". */
static bool is_clause(const struct mkcv_clause *c, struct mkcv_range m)
{
    static const char *const starts[] = {"where", "which",   "who",    "i",    "he",      "she", "was", "is",
                                         "my",    "his",     "her",    "has",  "have",    "we",  "our", "advised",
                                         "while", "working", "worked", "then", "serving", NULL};
    return mkcv_clause_is(c, mkcv_clause_token(c, m.from), starts);
}

/* Degrees, reviews, funding calls and the like are received too; only an award's words make one. */
static bool read_members(const struct mkcv_clause *c, size_t from, bool sure)
{
    struct mkcv_range degree;
    struct mkcv_ranges list = mkcv_list_split(c->r->arena, c->text->s, from, c->to, ",;", true);
    bool any = false;
    for (size_t i = 0; i < list.list.count && i < 100; i++) {
        struct mkcv_range m = list.list.at[i];
        if (is_clause(c, m)) break;
        bool award = is_award(c->r, c->text, m);
        if (!award && mkcv_degree_find(c->r->arena, c->text->s, m.from, m.to, &degree)) break;
        if (!award && any && is_again(c, m)) {
            add_again(c, m);
            continue;
        }
        if (!award && !sure) {
            if (!any) return false;
            continue;
        }
        add_member(c, m);
        any = true;
    }
    return any;
}

static bool read_sentence(struct mkcv_reader *r, const struct mkcv_text *text, size_t from, size_t to)
{
    struct mkcv_clause c = mkcv_clause_new(r, text, from, to);
    for (size_t i = 0; i < c.tokens.list.count; i++)
        for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
            size_t n = mkcv_phrase_at(&c.tokens, i, verbs[v].phrase);
            if (!n || i + n >= c.tokens.list.count) continue;
            if (!verbs[v].sure && !mkcv_clause_is_self(&c, i)) continue;
            if (read_members(&c, c.tokens.list.at[i + n].from, verbs[v].sure)) return true;
        }
    return false;
}

/* --- lists ------------------------------------------------------------------------------------------------------- */

/* The giver may stand in the first sub-item. */
static void giver_below(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_block *item)
{
    const struct mkcv_block *list = mkcv_item_list(item);
    struct mkcv_text t = list ? mkcv_item_text(r->arena, list->first) : (struct mkcv_text){.s = NULL};
    size_t n = mkcv_text_length(&t);
    if (!n || e->fields[MKCV_FIELD_ORG].s || !mkcv_is_org(r->arena, t.s, 0, n) || n > 120) {
        mkcv_item_highlights(r, e, item);
        return;
    }
    mkcv_entry_set(r, e, MKCV_FIELD_ORG, &t, 0, n);
}

/* The giver: what follows the title in parts; a remark in brackets or of no capitals is the summary. */
static void set_rest(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_parts *p, size_t first,
                     size_t giver)
{
    if (first >= p->list.count) return;
    struct mkcv_range all = mkcv_parts_join(p, first, p->list.count - 1);
    if (e->fields[MKCV_FIELD_ORG].s && all.from == p->list.at[first].from &&
        all.to == p->list.at[p->list.count - 1].to &&
        mkcv_parts_join(p, 0, first).to == p->list.at[first].to) { /* "Award in the Conference on X, Y, and Z" */
        mkcv_entry_set(r, e, MKCV_FIELD_ORG, &p->text, giver, all.to);
        return;
    }
    mkcv_entry_set(r, e, e->fields[MKCV_FIELD_ORG].s ? MKCV_FIELD_SUMMARY : MKCV_FIELD_ORG, &p->text, all.from, all.to);
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_parts p;
    if (!mkcv_parts_read(r, item, ",;|", &p) || !p.list.count) return false;
    if (item->kind == MKCV_BLOCK_PARAGRAPH && mkcv_text_length(&p.text) > 160 &&
        read_sentence(r, &p.text, 0, mkcv_text_length(&p.text)))
        return true;
    struct mkcv_range title = p.list.at[0];
    if (r->mixed && !is_award(r, &p.text, (struct mkcv_range){0, mkcv_text_length(&p.text)})) return false;
    if (item->kind == MKCV_BLOCK_PARAGRAPH && !p.dated && !is_award(r, &p.text, title)) return false;
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_AWARDS, p.loc);
    if (p.dated) mkcv_entry_when(r, e, &p.when);
    size_t giver, end = find_giver(r, &p.text, title, &giver);
    size_t colon = mkcv_find_outside(p.text.s, title.from, title.to, ":");
    if (colon < title.to && is_award(r, &p.text, (struct mkcv_range){title.from, colon}) &&
        end == title.to) { /* "Best Paper Award: Venue" */
        end = colon;
        giver = colon + 1;
    }
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &p.text, title.from, end);
    mkcv_entry_set(r, e, MKCV_FIELD_ORG, &p.text, giver, title.to);
    set_rest(r, e, &p, 1, giver);
    giver_below(r, e, item);
    e->url = mkcv_text_url(&p.text, title.from, title.to);
    return true;
}

const struct mkcv_section_kind mkcv_section_awards = {.key = "awards",
                                                      .titles = titles,
                                                      .headings = headings,
                                                      .json = json,
                                                      .json_date = "date",
                                                      .read_item = read_item,
                                                      .read_sentence = read_sentence,
                                                      .compose = mkcv_compose_awards};
