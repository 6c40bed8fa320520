/* awards.c - awards, honours, fellowships, from lists; prose is in awards_prose.c. */
#include "awards.h"
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include "roles.h"
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
                                       "service awards",
                                       "teaching awards",
                                       "teaching award",
                                       "research awards",
                                       "paper awards",
                                       "reviewer awards",
                                       "reviewing awards",
                                       "student awards",
                                       "travel awards",
                                       "academic awards",
                                       "community awards",
                                       "service award",
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
                                       "フェローシップ",
                                       "奨学金",
                                       "助成",
                                       "賞",
                                       "수상",
                                       "수상 경력",
                                       NULL};

static const struct mkcv_json_field json[] = {{"title", MKCV_FIELD_TITLE},
                                              {"awarder", MKCV_FIELD_ORG},
                                              {"summary", MKCV_FIELD_SUMMARY},
                                              {"note", MKCV_FIELD_NOTE},
                                              {NULL, MKCV_FIELD_TITLE}};

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
                     size_t count, size_t giver)
{
    static const char *const times[] = {"twice", "thrice", "two times", "three times", "four times", NULL};
    struct mkcv_tokens last =
        first < count ? mkcv_tokens_new(r->arena, p->text.s, p->list.at[count - 1].from, p->list.at[count - 1].to)
                      : (struct mkcv_tokens){.list.at = NULL};
    size_t len;
    if (last.list.count && last.list.count < 3 && mkcv_phrase_find(&last, 0, last.list.count, times, &len) == 0) {
        count--;
        mkcv_entry_set(r, e, MKCV_FIELD_NOTE, &p->text, p->list.at[count].from, p->list.at[count].to);
    }
    if (first >= count) return;
    struct mkcv_range all = mkcv_parts_join(p, first, count - 1);
    if (e->fields[MKCV_FIELD_ORG].s && all.from == p->list.at[first].from && all.to == p->list.at[count - 1].to &&
        mkcv_parts_join(p, 0, first).to == p->list.at[first].to) { /* "Award in the Conference on X, Y, and Z" */
        mkcv_entry_set(r, e, MKCV_FIELD_ORG, &p->text, giver, all.to);
        return;
    }
    static const char *const coins[] = {"$", "\xe2\x82\xac", "\xc2\xa3", "\xc2\xa5", "EUR", "USD", "CHF", "GBP"};
    enum mkcv_field field = e->fields[MKCV_FIELD_ORG].s ? MKCV_FIELD_SUMMARY : MKCV_FIELD_ORG;
    for (size_t i = 0; i < sizeof coins / sizeof *coins; i++) /* what it was worth is not who gave it */
        if (!strncmp(p->text.s + all.from, coins[i], strlen(coins[i]))) field = MKCV_FIELD_NOTE;
    mkcv_entry_set(r, e, field, &p->text, all.from, all.to);
}

/* "Best Paper Award --- ICTW": the dash that parts an award from its giver; title.to when there is none. */
static size_t find_dash(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range title, size_t *past)
{
    static const char *const dashes[] = {" --- ", " -- ", " – ", " — ", " - ", ". "};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        const char *at = memmem(t->s + title.from, title.to - title.from, dashes[i], strlen(dashes[i]));
        size_t dash = at ? (size_t)(at - t->s) : title.to;
        if (at && mkcv_is_in_brackets(t->s, title.from, dash)) continue; /* "(Ph.D. Student)" */
        if (!at || !mkcv_is_award(r, t, (struct mkcv_range){title.from, dash})) continue;
        *past = dash + strlen(dashes[i]);
        const char *p = t->s + *past;
        if (!mkcv_is_lower(mkcv_utf8_next(&p))) return dash;
    }
    return title.to;
}

/* Behind the date stand remarks: "- Declined", "(with Bo Berg)". */
static size_t set_remarks(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_parts *p)
{
    static const char *const refusals[] = {"declined", "turned down", "refused", NULL};
    size_t n = p->list.count;
    if (!p->dated || p->when.from < p->list.at[0].to) return n;
    while (n > 1 && p->list.at[n - 1].from >= p->when.to) n--;
    if (n == p->list.count) return n;
    struct mkcv_range all = {p->list.at[n].from, p->list.at[p->list.count - 1].to};
    const char *first = p->text.s + all.from;
    bool refused = mkcv_range_has(r, &p->text, all, refusals);
    bool org = n == 1 && !refused && p->text.s[p->list.at[n].from - 1] != '(' && !mkcv_is_lower(mkcv_utf8_next(&first));
    if (org) return p->list.count;
    mkcv_entry_set(r, e, refused && all.to - all.from < 30 ? MKCV_FIELD_NOTE : MKCV_FIELD_SUMMARY, &p->text, all.from,
                   all.to);
    return n;
}

/* "Anna Berg Scholar": one who was given it, no person's name. */
static bool is_holder(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m)
{
    static const char *const holders[] = {"scholar",   "scholars",  "fellow",     "laureate", "medalist",
                                          "medallist", "recipient", "stipendiat", "boursier", NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, m.from, m.to);
    return k.list.count > 1 && mkcv_phrases_at(&k, k.list.count - 1, holders);
}

/* A name that stands first: the owner's, and it is passed over; somebody else's award is none of the CV. */
static bool is_somebody(struct mkcv_reader *r, const struct mkcv_parts *p, bool *owner)
{
    struct mkcv_range first = p->list.at[0], name;
    if (p->list.count < 2 || mkcv_is_award(r, &p->text, first) || first.to - first.from > 50) return false;
    if (is_holder(r, &p->text, first)) return false;
    if (!mkcv_name_find(r->arena, p->text.s, first.from, first.to, &name) || name.from != first.from ||
        name.to != first.to || !memchr(p->text.s + name.from, ' ', name.to - name.from) ||
        mkcv_is_org(r->arena, p->text.s, first.from, first.to))
        return false;
    const struct mkcv_span *span = mkcv_text_lookup(&p->text, first.from);
    const char *s = mkcv_arena_strndup(r->arena, p->text.s + name.from, name.to - name.from);
    bool own = mkcv_is_owner(r, mkcv_name_clean(r->arena, s)), bold = span && (span->marks & MKCV_MARK_STRONG);
    if (!mkcv_is_award(r, &p->text, p->list.at[1]) && !(bold && own)) return false; /* "**Best Talk** (2024)" */
    *owner = own;
    return true;
}

/* The title with its giver behind a joint, a colon or a dash; the end of the title. */
static size_t end_title(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range title, size_t *giver)
{
    size_t end = mkcv_award_giver(r, t, title, giver);
    size_t colon = mkcv_find_outside(t->s, title.from, title.to, ":");
    if (end < title.to) return end;
    if (colon < title.to && mkcv_is_award(r, t, (struct mkcv_range){title.from, colon})) { /* "Best Paper Award: V" */
        *giver = colon + 1;
        return colon;
    }
    return find_dash(r, t, title, giver);
}

static void cut_field(struct mkcv_reader *r, struct mkcv_entry *e, enum mkcv_field field, enum mkcv_field rest,
                      size_t at, size_t past)
{
    struct mkcv_text t = e->fields[field];
    e->fields[field] = (struct mkcv_text){.s = NULL};
    mkcv_entry_set(r, e, field, &t, 0, at);
    if (!e->fields[rest].s) mkcv_entry_set(r, e, rest, &t, past, mkcv_text_length(&t));
}

/* "Scholarship ([B1](url))": the entry has the address of an aside; the title is told without it. */
static void unlink_aside(struct mkcv_text *title)
{
    for (size_t i = 1; i < title->spans.count; i++)
        if (title->spans.at[i].url && title->s[title->spans.at[i].at - 1] == '(') title->spans.at[i].url = NULL;
}

/* What stands in the wrong field: "Declined" where the giver does, "(By GIVER)", "GIVER for the paper ...". */
static void tidy(struct mkcv_reader *r, struct mkcv_entry *e)
{
    static const char *const refusals[] = {"declined", "refused", "turned down"};
    static const char *const remarks[] = {" for the paper ", " with the paper ",  " for my ",     " for our ",
                                          " for the work ",  " for the article ", " for work on "};
    struct mkcv_text *title = &e->fields[MKCV_FIELD_TITLE], *org = &e->fields[MKCV_FIELD_ORG];
    mkcv_marks_off(title);
    mkcv_marks_off(org);
    unlink_aside(title);
    for (size_t i = 0; org->s && i < sizeof refusals / sizeof *refusals; i++)
        if (!strcasecmp(org->s, refusals[i])) {
            e->fields[MKCV_FIELD_NOTE] = *org;
            *org = (struct mkcv_text){.s = NULL};
        }
    static const char *const givens[] = {"awarded by ", "given by ", "by the ", "by ",
                                         "from the ",   "from ",     "at the ", "at "};
    for (size_t i = 0; org->s && i < sizeof givens / sizeof *givens; i++)
        if (!strncmp(org->s, givens[i], strlen(givens[i])) && mkcv_is_upper((unsigned char)org->s[strlen(givens[i])])) {
            *org = mkcv_text_slice(r->arena, org, strlen(givens[i]), mkcv_text_length(org));
            break;
        }
    const char *by = title->s && !org->s ? strcasestr(title->s, " (by ") : NULL;
    if (by) cut_field(r, e, MKCV_FIELD_TITLE, MKCV_FIELD_ORG, (size_t)(by - title->s), (size_t)(by - title->s) + 5);
    for (size_t i = 0; i < sizeof remarks / sizeof *remarks; i++) {
        const char *at = org->s ? strstr(org->s, remarks[i]) : NULL;
        if (at) cut_field(r, e, MKCV_FIELD_ORG, MKCV_FIELD_SUMMARY, (size_t)(at - org->s), (size_t)(at - org->s) + 1);
        at = title->s ? strstr(title->s, remarks[i]) : NULL;
        if (at)
            cut_field(r, e, MKCV_FIELD_TITLE, MKCV_FIELD_SUMMARY, (size_t)(at - title->s), (size_t)(at - title->s) + 1);
    }
}

static bool add_award(struct mkcv_reader *r, struct mkcv_parts *p)
{
    bool owner = true, named = is_somebody(r, p, &owner);
    size_t first = named ? 1 : 0, giver;
    if (!owner) return false;
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_AWARDS, p->loc);
    struct mkcv_when above;
    if (p->dated)
        mkcv_entry_when(r, e, &p->when);
    else if (mkcv_when_above(r, &above))
        mkcv_entry_when(r, e, &above);
    struct mkcv_range remark = mkcv_award_bracket(p), title = p->list.at[first];
    giver = title.to;
    size_t end = end_title(r, &p->text, title, &giver), count = set_remarks(r, e, p);
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &p->text, title.from, end);
    mkcv_entry_set(r, e, MKCV_FIELD_ORG, &p->text, giver, title.to);
    set_rest(r, e, p, first + 1, count, giver);
    bool by = !e->fields[MKCV_FIELD_ORG].s && mkcv_is_org(r->arena, p->text.s, remark.from, remark.to);
    mkcv_entry_set(r, e, by ? MKCV_FIELD_ORG : MKCV_FIELD_NOTE, &p->text, remark.from, remark.to);
    e->url = mkcv_text_url(&p->text, title.from, title.to);
    tidy(r, e);
    return true;
}

/* Closed by a point, and no date stands at either end. */
static bool is_full_sentence(struct mkcv_reader *r, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t);
    struct mkcv_when w;
    if (n < 40 || t->s[n - 1] != '.') return false;
    return !mkcv_when_find(r->arena, t->s, 0, n, &w) || (w.from > 12 && w.to + 4 < n);
}

/* A paragraph that goes on about the award above it: "Awarded for the invention of ..." */
static bool read_continuation(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_text *t)
{
    static const char *const starts[] = {"awarded for", "awarded a", "awarded an",     "awarded to", "awarded the",
                                         "for",         "being",     "given",          "recognized", "recognised",
                                         "this",        "selected",  "in recognition", NULL};
    struct mkcv_section *s = mkcv_cv_lookup(r->cv, MKCV_KIND_AWARDS);
    size_t n = mkcv_text_length(t);
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, 0, n < 80 ? n : 80);
    if (item->kind != MKCV_BLOCK_PARAGRAPH || !s || !s->entries.count || n < 12) return false;
    if (!mkcv_phrases_at(&k, 0, starts) && !is_full_sentence(r, t)) return false;
    struct mkcv_entry *e = &s->entries.at[s->entries.count - 1];
    if (!e->loc.file || !item->loc.file || strcmp(e->loc.file, item->loc.file) || e->fields[MKCV_FIELD_SUMMARY].s)
        return false;
    e->fields[MKCV_FIELD_SUMMARY] = mkcv_text_slice(r->arena, t, 0, n);
    return true;
}

/* "I received the X": a sentence where an item stands. */
static bool read_told(struct mkcv_reader *r, const struct mkcv_text *t)
{
    static const char *const starts[] = {"i",         "we",     "he",      "she",      "received", "awarded", "won",
                                         "recipient", "winner", "honored", "selected", "our",      "my",      NULL};
    static const char *const told[] = {"received",  "won",      "was awarded", "erhielt ich",
                                       "wurde ich", "habe ich", "jai",         NULL};
    enum { LEAD_WORDS = 6 }; /* "Im Sommer 2019 erhielt ich" */
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, 0, mkcv_text_length(t));
    size_t n = mkcv_text_length(t), lead = k.list.count < LEAD_WORDS ? k.list.count : LEAD_WORDS, len;
    bool any = false;
    if (n <= 160 && !mkcv_phrases_at(&k, 0, starts) && mkcv_phrase_find(&k, 0, lead, told, &len) == NOWHERE)
        return false;
    for (size_t from = 0, end; from < n; from = end) {
        end = mkcv_sentence_end_in(t, from, n);
        any = mkcv_award_sentence(r, t, from, end) || any;
    }
    return any;
}

/* What is led by "PI" or holds an amount of money is a grant, whatever the heading says. */
static bool is_grant(struct mkcv_reader *r, const struct mkcv_parts *p)
{
    static const char *const roles[] = {"pi",
                                        "copi",
                                        "lead pi",
                                        "principal investigator",
                                        "coprincipal investigator",
                                        "coinvestigator",
                                        "sole pi",
                                        "主持",
                                        "研究代表者",
                                        NULL};
    for (size_t i = 0; i < p->list.count; i++)
        if (p->list.at[i].to - p->list.at[i].from < 40 && mkcv_range_has(r, &p->text, p->list.at[i], roles))
            return true;
    return false;
}

/* "NTC 2023 Top Reviewer": the year is part of the name, which goes on behind it. */
static void join_around_date(struct mkcv_reader *r, struct mkcv_parts *p)
{
    const char *s = p->text.s;
    for (size_t i = 0; p->dated && i + 1 < p->list.count; i++) {
        struct mkcv_range *left = &p->list.at[i], right = p->list.at[i + 1];
        if (left->to > p->when.from || right.from < p->when.to) continue;
        if (left->to + strspn(s + left->to, " ") != p->when.from ||
            p->when.to + strspn(s + p->when.to, " ") != right.from || mkcv_is_award(r, &p->text, *left) ||
            !mkcv_is_award(r, &p->text, right))
            return;
        left->to = right.to;
        for (size_t k = i + 1; k + 1 < p->list.count; k++) p->list.at[k] = p->list.at[k + 1];
        p->list.count--;
        return;
    }
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_text t = mkcv_item_lines(r->arena, item);
    struct mkcv_parts p;
    if (mkcv_text_is_empty(&t)) return false;
    if (mkcv_item_is_group(r, item, &t)) return mkcv_item_below(r, item, &t, read_item);
    const char *at = strstr(t.s, "\xe2\x80\xa8");
    size_t n = mkcv_text_length(&t), line = at ? (size_t)(at - t.s) : n;
    if (read_continuation(r, item, &t) || read_told(r, &t)) return true;
    struct mkcv_text head = mkcv_text_slice(r->arena, &t, 0, line);
    struct mkcv_when w;
    if (at && mkcv_when_read(r->arena, head.s, 0, mkcv_text_length(&head), &w) && w.to >= mkcv_text_length(&head)) {
        head = t; /* a date alone on the first line */
        line = n;
    }
    if (!mkcv_parts_apart(r, &head, ",;|", &p) || !p.list.count) return false;
    if (item->loc.file && item->loc.line) p.loc = item->loc;
    join_around_date(r, &p);
    if (!p.dated && mkcv_item_list(item) && mkcv_role_in(r, &head, p.list.at[0]) &&
        !mkcv_is_award(r, &head, p.list.at[0]))
        return mkcv_section_kind(MKCV_KIND_SERVICE)->read_item(r, item);
    if (is_grant(r, &p)) return mkcv_section_kind(MKCV_KIND_GRANTS)->read_item(r, item);
    if (r->mixed && !mkcv_is_award(r, &head, (struct mkcv_range){0, mkcv_text_length(&head)}) &&
        !mkcv_award_said_below(r, &t, line))
        return false;
    if (item->kind == MKCV_BLOCK_PARAGRAPH && !p.dated && !mkcv_is_award(r, &head, p.list.at[0])) return false;
    bool parted = mkcv_award_is_parted(&p);
    if (!add_award(r, &p)) return false;
    struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_AWARDS);
    struct mkcv_entry *e = &s->entries.at[s->entries.count - 1];
    line = mkcv_award_complete(r, e, &t, line, parted);
    if (line < n) mkcv_award_lines(r, e, &t, line + 3);
    giver_below(r, e, item);
    return true;
}

const struct mkcv_section_kind mkcv_section_awards = {.key = "awards",
                                                      .titles = titles,
                                                      .headings = headings,
                                                      .json = json,
                                                      .json_date = "date",
                                                      .read_item = read_item,
                                                      .read_sentence = mkcv_award_sentence,
                                                      .compose = mkcv_compose_awards};
