/* data_mend.c - what owners write into the wrong member of a data file: the town behind the institution, the field
 * behind the degree, several venues of one role in one line. */
#include "data.h"
#include "mkcv/utf8.h"
#include "words.h"
#include <string.h>

/* --- places ------------------------------------------------------------------------------------------------------- */

/* Countries as they are written behind a town, folded. */
static const char *const countries[] = {"argentina",
                                        "australia",
                                        "austria",
                                        "bangladesh",
                                        "belgium",
                                        "brazil",
                                        "brasil",
                                        "bulgaria",
                                        "canada",
                                        "chile",
                                        "china",
                                        "pr china",
                                        "p r china",
                                        "prc",
                                        "colombia",
                                        "costa rica",
                                        "croatia",
                                        "cuba",
                                        "cyprus",
                                        "czech republic",
                                        "czechia",
                                        "denmark",
                                        "deutschland",
                                        "ecuador",
                                        "egypt",
                                        "england",
                                        "espana",
                                        "estonia",
                                        "ethiopia",
                                        "finland",
                                        "france",
                                        "germany",
                                        "ghana",
                                        "greece",
                                        "hong kong",
                                        "hungary",
                                        "iceland",
                                        "india",
                                        "indonesia",
                                        "iran",
                                        "iraq",
                                        "ireland",
                                        "israel",
                                        "italia",
                                        "italy",
                                        "japan",
                                        "kenya",
                                        "korea",
                                        "south korea",
                                        "republic of korea",
                                        "latvia",
                                        "lebanon",
                                        "lithuania",
                                        "luxembourg",
                                        "malaysia",
                                        "mexico",
                                        "morocco",
                                        "nepal",
                                        "netherlands",
                                        "the netherlands",
                                        "new zealand",
                                        "nigeria",
                                        "northern ireland",
                                        "norway",
                                        "osterreich",
                                        "pakistan",
                                        "peru",
                                        "philippines",
                                        "poland",
                                        "portugal",
                                        "qatar",
                                        "romania",
                                        "russia",
                                        "saudi arabia",
                                        "schweiz",
                                        "scotland",
                                        "serbia",
                                        "singapore",
                                        "slovakia",
                                        "slovenia",
                                        "south africa",
                                        "spain",
                                        "sri lanka",
                                        "suisse",
                                        "sweden",
                                        "switzerland",
                                        "taiwan",
                                        "thailand",
                                        "tunisia",
                                        "turkey",
                                        "turkiye",
                                        "uae",
                                        "uganda",
                                        "uk",
                                        "u k",
                                        "ukraine",
                                        "united arab emirates",
                                        "united kingdom",
                                        "united states",
                                        "united states of america",
                                        "uruguay",
                                        "us",
                                        "usa",
                                        "u s a",
                                        "venezuela",
                                        "vietnam",
                                        "wales",
                                        NULL};

/* Where the last part of bytes [0, end) that commas hold begins; 0: there is one. */
static size_t last_part(const char *s, size_t end)
{
    int depth = 0;
    for (size_t i = end; i-- > 0;) {
        depth += (s[i] == ')') - (s[i] == '(');
        if (s[i] == ',' && !depth) return i + 1;
    }
    return 0;
}

void mkcv_data_part_place(struct mkcv_reader *r, struct mkcv_entry *e)
{
    enum { TOWN_WORDS = 3 };
    struct mkcv_text whole = e->fields[MKCV_FIELD_ORG], *place = &e->fields[MKCV_FIELD_LOCATION];
    size_t n = whole.s ? mkcv_text_length(&whole) : 0, country = n ? last_part(whole.s, n) : 0;
    if (!country || !mkcv_word_in(mkcv_utf8_fold(r->arena, whole.s + country), countries)) return;
    size_t town = last_part(whole.s, country - 1), from = country;
    const char *name = mkcv_arena_strndup(r->arena, whole.s + town, country - 1 - town);
    bool parted = town && mkcv_words_count(name) <= TOWN_WORDS && !mkcv_is_org(r->arena, name, 0, strlen(name)) &&
                  strcmp(mkcv_utf8_fold(r->arena, name), name) != 0;
    bool initials = strspn(name, " ABCDEFGHIJKLMNOPQRSTUVWXYZ") == strlen(name); /* "DLR", a short name */
    if (parted && !initials) from = town;
    struct mkcv_range org = mkcv_trim(whole.s, (struct mkcv_range){0, from - 1});
    if (org.from >= org.to) return;
    e->fields[MKCV_FIELD_ORG] = mkcv_text_slice(r->arena, &whole, org.from, org.to);
    if (mkcv_text_is_empty(place)) mkcv_entry_set(r, e, MKCV_FIELD_LOCATION, &whole, from, n);
}

/* --- degrees ------------------------------------------------------------------------------------------------------ */

/* What follows a degree and is no field. */
static bool is_status(const char *s)
{
    static const char *const words[] = {"student", "candidate", "degree",  "programme", "program",  "thesis",
                                        "with",    "research",  "honours", "honors",    "graduate", "level",
                                        "scholar", "studies",   "at",      "from",      NULL};
    size_t n = strcspn(s, " ,;(");
    for (const char *const *w = words; *w; w++)
        if (strlen(*w) == n && !strncasecmp(s, *w, n)) return true;
    return false;
}

/* The field in bytes [at, n) behind a degree: "in Tidal Mechanics", "Biology"; its start, or n. */
static size_t find_area(const char *s, size_t at, size_t n)
{
    static const char *const joints[] = {"degree in ", "degree, ", "in ", "of ", "en ", "em ", "on "};
    while (at < n && strchr(" ,:-", s[at])) at++;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (!strncmp(s + at, joints[i], strlen(joints[i]))) return at + strlen(joints[i]);
    return at < n && mkcv_is_letter((unsigned char)s[at]) && !is_status(s + at) ? at : n;
}

void mkcv_data_part_degree(struct mkcv_reader *r, struct mkcv_entry *e)
{
    struct mkcv_text *title = &e->fields[MKCV_FIELD_TITLE], *area = &e->fields[MKCV_FIELD_AREA];
    struct mkcv_range degree;
    bool graded = title->s && mkcv_degree_find(r->arena, title->s, 0, mkcv_text_length(title), &degree);
    if (area->s) { /* "Graduate" and "PhD in Physics" */
        size_t n = mkcv_text_length(area), at;
        struct mkcv_range own;
        if (!mkcv_degree_find(r->arena, area->s, 0, n, &own) || own.from > 0) return;
        if ((at = find_area(area->s, own.to, n)) == n) return;
        struct mkcv_text whole = *area;
        mkcv_entry_set(r, e, MKCV_FIELD_AREA, &whole, at, n);
        if (!graded || degree.from > 0) *title = mkcv_text_slice(r->arena, &whole, own.from, own.to);
        return;
    }
    if (!graded || degree.from > 0) return;
    struct mkcv_text whole = *title;
    size_t n = mkcv_text_length(&whole), at = find_area(whole.s, degree.to, n);
    if (at == n) return;
    mkcv_entry_set(r, e, MKCV_FIELD_AREA, &whole, at, n);
    if (area->s) *title = mkcv_text_slice(r->arena, &whole, 0, degree.to);
}

/* --- venues ------------------------------------------------------------------------------------------------------- */

static bool is_reviewer(struct mkcv_arena *a, const char *title)
{
    static const char *const words[] = {"reviewer", "referee", "reviewing", "refereeing", "peer reviewer", NULL};
    const char *fold = mkcv_utf8_fold(a, title);
    for (const char *const *w = words; *w; w++)
        if (mkcv_fold_has(fold, *w)) return true;
    return false;
}

/* "Reviewer (three papers a year)": the bracket is a remark. */
static void cut_remark(struct mkcv_reader *r, struct mkcv_entry *e)
{
    struct mkcv_text title = e->fields[MKCV_FIELD_TITLE];
    size_t n = mkcv_text_length(&title);
    const char *open = memchr(title.s, '(', n);
    if (!open || open == title.s || title.s[n - 1] != ')') return;
    size_t at = (size_t)(open - title.s);
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &title, 0, at);
    if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_NOTE])) mkcv_entry_set(r, e, MKCV_FIELD_NOTE, &title, at + 1, n - 1);
}

bool mkcv_data_add_venues(struct mkcv_reader *r, const struct mkcv_entry *role)
{
    enum { NAME_LEAST = 3 };
    struct mkcv_entry one = *role;
    struct mkcv_text all = role->fields[MKCV_FIELD_ORG];
    size_t n = all.s ? mkcv_text_length(&all) : 0;
    if (!n || !role->fields[MKCV_FIELD_TITLE].s || !is_reviewer(r->arena, role->fields[MKCV_FIELD_TITLE].s))
        return false;
    if (mkcv_find_outside(all.s, 0, n, ",;") == n) return false;
    cut_remark(r, &one);
    for (size_t from = 0, end; from < n; from = end + 1) {
        end = mkcv_find_outside(all.s, from, n, ",;");
        struct mkcv_range part = mkcv_trim(all.s, (struct mkcv_range){from, end});
        if (part.to - part.from > 4 && !strncmp(all.s + part.from, "and ", 4)) part.from += 4;
        if (part.to - part.from < NAME_LEAST) continue;
        one.fields[MKCV_FIELD_ORG] = mkcv_text_slice(r->arena, &all, part.from, part.to);
        mkcv_read_add(r, &one);
    }
    return true;
}
