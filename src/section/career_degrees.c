/* career_degrees.c - what the lines of studies hold beside the plain degree: two degrees in one line, labels that end
 * with a point; see career.h. */
#include "career.h"
#include <string.h>

/* "(PhD in) Philosophy and MS in Mathematics": the second degree is an entry of the same school and time. */
void mkcv_career_split_degrees(struct mkcv_reader *r, size_t i)
{
    static const char *const joints[] = {" and ", " & ", " + ", ", ", " / ", NULL}, *const ins[] = {" in ", " of ",
                                                                                                    ", ", NULL};
    struct mkcv_entry *e = &mkcv_read_section(r, MKCV_KIND_EDUCATION)->entries.at[i];
    const struct mkcv_text area = e->fields[MKCV_FIELD_AREA];
    size_t n = mkcv_text_length(&area), to = 0;
    struct mkcv_range degree = {0, 0};
    for (size_t at = 0; at < n && mkcv_degree_find(r->arena, area.s, at, n, &degree); at = degree.to, to = 0) {
        for (const char *const *j = joints; *j && !to; j++)
            if (degree.from > strlen(*j) && !strncmp(area.s + degree.from - strlen(*j), *j, strlen(*j)))
                to = degree.from - strlen(*j);
        if (to) break;
    }
    size_t in = 0;
    for (const char *const *w = ins; *w && to && !in; w++)
        if (!strncmp(area.s + degree.to, *w, strlen(*w))) in = strlen(*w);
    if (!in) return;
    struct mkcv_entry second = *e;
    second.people.cap = second.people.count; /* shared: a push copies */
    second.dates.cap = second.dates.count;
    second.links.cap = second.links.count;
    second.highlights.count = second.highlights.cap = 0;
    second.fields[MKCV_FIELD_THESIS] = second.fields[MKCV_FIELD_HONORS] = (struct mkcv_text){.s = NULL};
    mkcv_entry_set(r, &second, MKCV_FIELD_TITLE, &area, degree.from, degree.to);
    mkcv_entry_set(r, &second, MKCV_FIELD_AREA, &area, degree.to + in, n);
    mkcv_entry_set(r, e, MKCV_FIELD_AREA, &area, 0, to);
    second.loc = mkcv_text_loc(&area, degree.from);
    mkcv_read_add(r, &second);
}

/* "*Thesis.* On tides": emphasis that ends with a point at a line's start is a label, as if it ended with a colon. */
void mkcv_career_point_labels(struct mkcv_arena *a, struct mkcv_text *t)
{
    enum { LABEL_BYTES = 24 };
    char *s = NULL;
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *span = &t->spans.at[i];
        bool first = !span->at || (span->at >= 3 && !memcmp(t->s + span->at - 3, "\xe2\x80\xa8", 3));
        size_t last = span->at + span->len - 1;
        bool label = first && span->len > 3 && span->len < LABEL_BYTES && t->s[last] == '.' &&
                     (span->marks & (MKCV_MARK_EMPH | MKCV_MARK_STRONG)) && i + 1 < t->spans.count;
        if (!label || memchr(t->s + span->at, ' ', span->len)) continue;
        if (!s) s = mkcv_arena_strdup(a, t->s);
        s[last] = ':';
    }
    if (s) t->s = s;
}
