/* thesis.c - the degree that a thesis among the owner's works stands for: "PhD Thesis, University of X, 2017".
 *
 * Only where the studies name no degree of that level: the thesis then is all that tells of it. Where they do, nothing
 * is changed. */
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

/* "PhD Thesis", "Master's Thesis", "Doctoral dissertation": bytes [from, to) say a degree and the work for it. */
static bool is_thesis(struct mkcv_reader *r, const char *s, size_t from, size_t to, struct mkcv_range *degree)
{
    static const char *const works[] = {"thesis", "dissertation", "these", "tesi", "tesis", "tese", NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, s, from, to);
    size_t len;
    return k.list.count <= 6 && mkcv_phrase_find(&k, 0, k.list.count, works, &len) != (size_t)-1 &&
           mkcv_degree_find(r->arena, s, from, to, degree);
}

static bool is_owners(const struct mkcv_entry *e)
{
    size_t authors = 0, own = 0;
    for (size_t i = 0; i < e->people.count; i++) {
        if (e->people.at[i].relation != MKCV_REL_AUTHOR) continue;
        authors++;
        own += e->people.at[i].self;
    }
    return authors == 1 && own;
}

/* A degree of that level, or one of an unknown level, is told already. */
static bool is_told(struct mkcv_reader *r, const struct mkcv_entry *degree)
{
    const struct mkcv_section *s = mkcv_cv_lookup(r->cv, MKCV_KIND_EDUCATION);
    struct mkcv_career it = mkcv_career_of(r->arena, degree);
    if (it.level <= 0) return true;
    for (size_t i = 0; s && i < s->entries.count; i++) {
        struct mkcv_career other = mkcv_career_of(r->arena, &s->entries.at[i]);
        if (other.level <= 0 || other.level == it.level) return true;
    }
    return false;
}

static void read_thesis(struct mkcv_reader *r, const struct mkcv_entry *work)
{
    const struct mkcv_text *org = &work->fields[MKCV_FIELD_ORG];
    size_t n = org->s ? mkcv_text_length(org) : 0, comma = n ? mkcv_find_outside(org->s, 0, n, ",") : 0;
    struct mkcv_range degree;
    if (!n || comma >= n || !is_owners(work) || !is_thesis(r, org->s, 0, comma, &degree)) return;
    size_t end = mkcv_find_outside(org->s, comma + 1, n, ",");
    if (!mkcv_is_org(r->arena, org->s, comma + 1, end)) return;
    struct mkcv_entry e = {.kind = MKCV_KIND_EDUCATION, .rule = MKCV_RULE_THESIS, .loc = work->loc, .end = work->end};
    mkcv_entry_set(r, &e, MKCV_FIELD_TITLE, org, degree.from, degree.to);
    mkcv_entry_set(r, &e, MKCV_FIELD_ORG, org, comma + 1, end);
    if (is_told(r, &e)) return;
    e.fields[MKCV_FIELD_THESIS] = work->fields[MKCV_FIELD_TITLE];
    struct mkcv_entry *added = mkcv_read_add(r, &e);
    added->rule = MKCV_RULE_THESIS;
}

void mkcv_theses_read(struct mkcv_reader *r)
{
    const struct mkcv_section *s = mkcv_cv_lookup(r->cv, MKCV_KIND_PUBLICATIONS);
    for (size_t i = 0; s && i < s->entries.count; i++) {
        const struct mkcv_entry *e = &s->entries.at[i];
        const char *type = e->fields[MKCV_FIELD_TYPE].s;
        if (!type || strcmp(type, "thesis") != 0) continue;
        read_thesis(r, e);
        s = mkcv_cv_lookup(r->cv, MKCV_KIND_PUBLICATIONS); /* sections may have moved */
    }
}
