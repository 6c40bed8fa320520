/* member.c - one member of a list of data as an entry: a post, a degree, an award. The keys are those of Hugo's themes;
 * a value says what its key says, and nothing is guessed but where a degree ends and its field begins. */
#include "member.h"
#include "mkcv/source.h"
#include "words.h"
#include <string.h>
#include <strings.h>

#define KEYS(...) ((const char *const[]){__VA_ARGS__, NULL})

const struct mkcv_node *mkcv_member_find(const struct mkcv_node *map, const char *const *keys)
{
    for (; *keys; keys++)
        if (mkcv_node_string(map, *keys)) return mkcv_node_lookup(map, *keys);
    return NULL;
}

static bool set_field(struct mkcv_reader *r, struct mkcv_entry *e, enum mkcv_field field, const struct mkcv_node *map,
                      const char *const *keys)
{
    const struct mkcv_node *n = mkcv_member_find(map, keys);
    if (!n || !mkcv_text_is_empty(&e->fields[field])) return false;
    struct mkcv_text t = mkcv_markdown_inline(r->arena, n->value, n->loc, r->diags);
    if (!mkcv_text_is_empty(&t)) mkcv_entry_set(r, e, field, &t, 0, mkcv_text_length(&t));
    return e->fields[field].s != NULL;
}

/* --- dates ------------------------------------------------------------------------------------------------------- */

static bool is_open(const char *s)
{
    static const char *const words[] = {"present",  "current", "now",  "ongoing", "today",  "to date", "heute",
                                        "presente", "至今",    "现在", "現在",    "actuel", NULL};
    return s && mkcv_word_in(s, words);
}

static const char *lowered(struct mkcv_arena *a, const char *s)
{
    char *out = mkcv_arena_strdup(a, s);
    for (char *p = out; *p; p++)
        if (*p >= 'A' && *p <= 'Z') *p = (char)(*p + 32);
    return out;
}

/* The month is as much as a CV says; the themes want a day. */
static struct mkcv_date month_of(struct mkcv_date d)
{
    d.day = 0;
    return d;
}

/* A date of any form, "2021 Aug" too. */
static bool read_date(struct mkcv_reader *r, const char *s, struct mkcv_date *out)
{
    s += strspn(s, " ");
    if (mkcv_date_from_string(s, out)) return true;
    size_t digits = strspn(s, "0123456789"), blank = strspn(s + digits, " ,");
    return digits == 4 && blank &&
           mkcv_date_from_string(mkcv_arena_printf(r->arena, "%s %.4s", s + digits + blank, s), out);
}

static bool read_end(struct mkcv_reader *r, const struct mkcv_node *n, struct mkcv_date *out, bool *current)
{
    if (!n) return false;
    if (is_open(lowered(r->arena, n->value))) {
        *current = true;
        return true;
    }
    if (read_date(r, n->value, out)) {
        *out = month_of(*out);
        return true;
    }
    struct mkcv_when w;
    if (!mkcv_when_find(r->arena, n->value, 0, strlen(n->value), &w) || !w.end.year) return false;
    *out = w.end;
    return true;
}

/* "2021 Aug - 2021 Dec", "Sep 2019 to Jun 2021": both ends as dates of any form. */
static bool read_range(struct mkcv_reader *r, struct mkcv_entry *e, const char *s)
{
    static const char *const dashes[] = {" - ", " – ", " — ", " to ", "–", " -- "};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        const char *dash = strstr(s, dashes[i]);
        if (!dash) continue;
        const char *to = dash + strlen(dashes[i]);
        bool current = is_open(lowered(r->arena, to));
        struct mkcv_date start, end = {.year = 0};
        if (!read_date(r, mkcv_arena_strndup(r->arena, s, (size_t)(dash - s)), &start)) continue;
        if (!current && !read_date(r, to, &end)) continue;
        e->start = month_of(start);
        e->end = month_of(end);
        e->current = current;
        return true;
    }
    return false;
}

/* "2025 (expected)": what is said of the year. */
static void note_expected(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_node *n)
{
    const char *s = lowered(r->arena, n->value);
    if (strstr(s, "expected") || strstr(s, "anticipated"))
        mkcv_entry_set_string(r, e, MKCV_FIELD_NOTE, "expected", n->loc);
}

/* `open`: a start without an end goes on. */
static void read_dates(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_node *map, bool open)
{
    const struct mkcv_node *from =
        mkcv_member_find(map, KEYS("start", "date_start", "start_date", "startDate", "from"));
    const struct mkcv_node *to = mkcv_member_find(map, KEYS("end", "date_end", "end_date", "endDate", "to"));
    const struct mkcv_node *at =
        mkcv_member_find(map, KEYS("date", "year", "years", "dates", "period", "when", "time"));
    bool current = false, ends = read_end(r, to, &e->end, &e->current);
    bool starts = read_end(r, from, &e->start, &current); /* "start: present" */
    e->current = e->current || current;
    if (starts || ends) {
        if (to) note_expected(r, e, to);
        if (open && !to && e->start.year) e->current = true;
        if (!open && !ends) e->end = e->start, e->start = (struct mkcv_date){.year = 0};
        if (mkcv_date_compare(e->start, e->end) == 0) e->start = (struct mkcv_date){.year = 0};
        return;
    }
    const struct mkcv_node *text = at ? at : to ? to : from;
    if (!text) return;
    note_expected(r, e, text);
    if (is_open(lowered(r->arena, text->value)))
        e->current = true;
    else if (!read_range(r, e, text->value))
        mkcv_entry_date_string(r, e, text->value, text->loc);
    e->end = month_of(e->end);
}

/* --- kinds ------------------------------------------------------------------------------------------------------- */

static void read_place(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_node *map)
{
    set_field(r, e, MKCV_FIELD_ORG, map,
              KEYS("company", "company_name", "org", "organization", "organisation", "institution", "university",
                   "school", "employer", "awarder", "issuer", "venue", "funder", "agency", "event", "by", "place"));
    set_field(r, e, MKCV_FIELD_LOCATION, map, KEYS("location", "city", "address"));
    const struct mkcv_node *url = mkcv_member_find(
        map, KEYS("certificate_url", "url", "link", "company_url", "org_url", "organization_url", "website"));
    const char *address = url ? mkcv_url_resolve(r, url->value, url->loc) : NULL;
    if (address) e->url = address;
    mkcv_member_cut_asides(r, e, MKCV_FIELD_ORG);
}

/* "Advisor: Prof. X" where the employer should stand: then the place is the employer. */
static void mend_org(struct mkcv_reader *r, struct mkcv_entry *e)
{
    struct mkcv_text *org = &e->fields[MKCV_FIELD_ORG], *place = &e->fields[MKCV_FIELD_LOCATION];
    if (mkcv_text_is_empty(org) || !mkcv_member_is_people(r, e, org)) return;
    *org = (struct mkcv_text){.s = NULL};
    if (!mkcv_text_is_empty(place) && mkcv_is_org(r->arena, place->s, 0, mkcv_text_length(place))) {
        *org = *place;
        *place = (struct mkcv_text){.s = NULL};
    }
}

static const struct mkcv_node *description(const struct mkcv_node *map)
{
    return mkcv_member_find(map, KEYS("description", "summary", "details", "text", "note"));
}

/* "PhD in Astronomy", "MS Robotics", "BSc, Mathematics": the degree and its field. */
static void split_degree(struct mkcv_reader *r, struct mkcv_entry *e, struct mkcv_range degree)
{
    static const char *const joints[] = {
        "degree in", "degree", "in", "of", ",", ":", "-", "–", "(", "en", "em", "im", "in the field of", NULL};
    const struct mkcv_text whole = e->fields[MKCV_FIELD_TITLE];
    size_t n = mkcv_text_length(&whole), len;
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, whole.s, degree.to, n);
    if (degree.from > 0 || !k.list.count) return;
    size_t i = 0;
    bool joined = mkcv_phrase_find(&k, 0, k.list.count, joints, &len) == 0;
    if (joined) i = len;
    if (i >= k.list.count) return;
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &whole, degree.from, degree.to);
    mkcv_entry_set(r, e, MKCV_FIELD_AREA, &whole, k.list.at[i].from, n);
}

/* "B.Math in Computer Science": what stands before "in" is a degree, for the list says so. */
static bool find_unknown_degree(const char *s, struct mkcv_range *degree)
{
    const char *in = strstr(s, " in ");
    size_t words = 1;
    for (const char *p = s; in && p < in; p++) words += *p == ' ';
    *degree = (struct mkcv_range){0, in ? (size_t)(in - s) : 0};
    return in && words <= 3;
}

/* Stays and posts that the themes' owners list among their studies. */
static bool is_stay(struct mkcv_reader *r, const char *title)
{
    static const char *const words[] = {
        "visiting",           "exchange", "intern",    "internship", "postdoc",  "postdoctoral", "researcher",
        "research assistant", "fellow",   "scientist", "professor",  "lecturer", "engineer",     NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, title, 0, strlen(title));
    size_t len;
    return mkcv_phrase_find(&k, 0, k.list.count, words, &len) != (size_t)-1;
}

/* Where the school stands with the degree ("Univ. of X - Master") the employer's place has the field. */
static void mend_school(struct mkcv_reader *r, struct mkcv_entry *e)
{
    static const char *const joints[] = {"-", "–", "—", "|", ",", "，", ":", "：", NULL};
    const struct mkcv_text title = e->fields[MKCV_FIELD_TITLE], org = e->fields[MKCV_FIELD_ORG];
    size_t n = mkcv_text_length(&title), len;
    struct mkcv_range degree;
    if (org.s && mkcv_is_org(r->arena, org.s, 0, mkcv_text_length(&org))) return;
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, title.s ? title.s : "", 0, n);
    size_t i = mkcv_phrase_find(&k, 0, k.list.count, joints, &len);
    if (i == (size_t)-1 || i + len >= k.list.count) return;
    size_t end = k.list.at[i].from, next = k.list.at[i + len].from;
    if (!mkcv_is_org(r->arena, title.s, 0, end) || mkcv_is_org(r->arena, title.s, next, n)) return;
    if (!mkcv_degree_find(r->arena, title.s, next, n, &degree)) return;
    mkcv_entry_set(r, e, MKCV_FIELD_ORG, &title, 0, end);
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &title, next, n);
    if (!mkcv_text_is_empty(&e->fields[MKCV_FIELD_AREA]) || mkcv_text_is_empty(&org)) return;
    static const char *const labels[] = {"专业：", "专业:", "major:", "field:", "専攻：", "전공:", NULL};
    size_t from = 0;
    for (const char *const *l = labels; *l; l++)
        if (!strncasecmp(org.s, *l, strlen(*l))) from = strlen(*l);
    mkcv_entry_set(r, e, MKCV_FIELD_AREA, &org, from, mkcv_text_length(&org));
}

static bool read_degree(struct mkcv_reader *r, const struct mkcv_node *map)
{
    const struct mkcv_node *title =
        mkcv_member_find(map, KEYS("degree", "course", "area", "studyType", "title", "name", "program"));
    struct mkcv_range degree;
    if (!title) return false;
    bool graded = mkcv_degree_find(r->arena, title->value, 0, strlen(title->value), &degree);
    enum mkcv_kind kind = !graded && is_stay(r, title->value) ? MKCV_KIND_WORK : MKCV_KIND_EDUCATION;
    struct mkcv_entry *e = mkcv_read_entry(r, kind, title->loc);
    mkcv_entry_set_string(r, e, MKCV_FIELD_TITLE, title->value, title->loc);
    mkcv_member_cut_asides(r, e, MKCV_FIELD_TITLE);
    const char *whole = e->fields[MKCV_FIELD_TITLE].s;
    if (kind == MKCV_KIND_EDUCATION) {
        const struct mkcv_node *area = mkcv_member_find(map, KEYS("field", "major", "area"));
        if (area && area != title)
            mkcv_entry_set_string(r, e, MKCV_FIELD_AREA, area->value, area->loc);
        else if (whole &&
                 (mkcv_degree_find(r->arena, whole, 0, strlen(whole), &degree) || find_unknown_degree(whole, &degree)))
            split_degree(r, e, degree);
        set_field(r, e, MKCV_FIELD_SCORE, map, KEYS("gpa", "score", "grade"));
        set_field(r, e, MKCV_FIELD_THESIS, map, KEYS("thesis", "dissertation"));
    }
    read_place(r, e, map);
    if (kind == MKCV_KIND_EDUCATION) mend_school(r, e);
    read_dates(r, e, map, true);
    const struct mkcv_node *advisor = mkcv_member_find(map, KEYS("advisor", "advisors", "supervisor", "supervisors"));
    if (advisor) {
        struct mkcv_text t = mkcv_markdown_inline(r->arena, advisor->value, advisor->loc, r->diags);
        if (t.s) mkcv_people_read(r, e, &t, 0, mkcv_text_length(&t), MKCV_REL_ADVISOR);
    }
    mkcv_member_describe(r, e, description(map));
    return true;
}

/* "Teaching Assistant of CS323 Deep Learning": the role before the course. */
static size_t role_end(struct mkcv_reader *r, const char *s, size_t *course)
{
    static const char *const roles[] = {"teaching assistant",
                                        "head teaching assistant",
                                        "graduate teaching assistant",
                                        "lecturer",
                                        "instructor",
                                        "ta",
                                        "tutor",
                                        "guest lecturer",
                                        "teaching fellow",
                                        "course assistant",
                                        "grader",
                                        NULL},
                             *const joints[] = {"of", "for", "in", ":", ",", "-", "–", NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, s, 0, strlen(s));
    size_t n, m;
    if (mkcv_phrase_find(&k, 0, k.list.count, roles, &n) != 0) return 0;
    if (n >= k.list.count) return *course = strlen(s);
    if (mkcv_phrase_find(&k, n, k.list.count, joints, &m) != n || n + m >= k.list.count) return 0;
    *course = k.list.at[n + m].from;
    return k.list.at[n - 1].to;
}

static bool is_course(struct mkcv_reader *r, const char *title)
{
    size_t course;
    return role_end(r, title, &course) != 0;
}

/* Certificates of the platforms that sell them are no awards. */
static bool is_certificate(const struct mkcv_node *map)
{
    static const char *const platforms[] = {"coursera",          "edx",    "datacamp",   "udemy", "udacity",
                                            "linkedin learning", "kaggle", "codecademy", NULL};
    const struct mkcv_node *org = mkcv_member_find(map, KEYS("organization", "awarder", "org", "issuer"));
    for (const char *const *p = platforms; org && *p; p++)
        if (!strcasecmp(org->value, *p)) return true;
    return mkcv_node_string(map, "certificate_url") != NULL;
}

static void name_entry(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_node *title)
{
    size_t course = 0, end = e->kind == MKCV_KIND_TEACHING ? role_end(r, title->value, &course) : 0;
    struct mkcv_text t = mkcv_markdown_inline(r->arena, title->value, title->loc, r->diags);
    size_t n = mkcv_text_length(&t);
    if (end && n == strlen(title->value)) {
        mkcv_entry_set(r, e, MKCV_FIELD_ROLE, &t, 0, end);
        mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &t, course, n);
    } else if (n) {
        mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &t, 0, n);
    }
}

bool mkcv_member_read(struct mkcv_reader *r, enum mkcv_kind kind, const struct mkcv_node *map)
{
    if (map->kind != MKCV_NODE_MAP) return false;
    if (kind == MKCV_KIND_EDUCATION) return read_degree(r, map);
    bool work = kind == MKCV_KIND_WORK || kind == MKCV_KIND_VOLUNTEER || kind == MKCV_KIND_SERVICE;
    const struct mkcv_node *title =
        mkcv_member_find(map, work ? KEYS("role", "position", "title", "job", "name")
                                   : KEYS("title", "course", "name", "award", "label", "role", "position"));
    if (!title) return false;
    if (kind == MKCV_KIND_AWARDS && is_course(r, title->value)) kind = MKCV_KIND_TEACHING;
    if (kind == MKCV_KIND_AWARDS && is_certificate(map)) kind = MKCV_KIND_CERTIFICATES;
    struct mkcv_entry *e = mkcv_read_entry(r, kind, title->loc);
    name_entry(r, e, title);
    if (kind == MKCV_KIND_TEACHING && title != mkcv_node_lookup(map, "role"))
        set_field(r, e, MKCV_FIELD_ROLE, map, KEYS("role", "position"));
    if (kind == MKCV_KIND_GRANTS) set_field(r, e, MKCV_FIELD_AMOUNT, map, KEYS("amount", "budget"));
    read_place(r, e, map);
    mend_org(r, e);
    read_dates(r, e, map, kind != MKCV_KIND_AWARDS && kind != MKCV_KIND_CERTIFICATES);
    mkcv_member_describe(r, e, description(map));
    return true;
}
