/* awards_lines.c - awards that go on over several lines: the giver, what it was for, a title that its date parts; see
 * awards.h. */
#include "awards.h"
#include "parts.h"
#include <string.h>

/* "Awarded Mar 2020": when, where the first line does not say it. */
static bool take_date(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *line)
{
    static const char *const words[] = {"awarded", "received", "date", "year", "in", "granted", ":", NULL};
    struct mkcv_when w;
    size_t n = mkcv_text_length(line);
    if (e->start.year || e->end.year || e->dates.count || !mkcv_when_find(r->arena, line->s, 0, n, &w)) return false;
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, line->s, 0, w.from);
    for (size_t i = 0; i < k.list.count; i++)
        if (!mkcv_phrases_at(&k, i, words)) return false;
    if (mkcv_trim(line->s, (struct mkcv_range){w.to, n}).from < n) return false;
    mkcv_entry_when(r, e, &w);
    return true;
}

/* Lines below the first: the giver, or what the award was for. */
void mkcv_award_lines(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, size_t from)
{
    struct mkcv_text all = {.s = NULL};
    for (size_t n = mkcv_text_length(t), end; from < n; from = end + 3) {
        const char *at = strstr(t->s + from, "\xe2\x80\xa8");
        end = at ? (size_t)(at - t->s) : n;
        struct mkcv_text line = mkcv_text_slice(r->arena, t, from, end);
        size_t len = mkcv_text_length(&line);
        if (mkcv_text_is_empty(&line) || take_date(r, e, &line)) continue;
        if (!e->fields[MKCV_FIELD_ORG].s && len < 100 && line.s[len - 1] != '.' &&
            mkcv_is_org(r->arena, line.s, 0, len)) {
            mkcv_entry_set(r, e, MKCV_FIELD_ORG, &line, 0, len);
            continue;
        }
        if (all.s) mkcv_text_append(r->arena, &all, " ", 1, NULL);
        mkcv_text_join(r->arena, &all, &line, MKCV_ROLE_PLAIN);
    }
    if (all.s && !e->fields[MKCV_FIELD_SUMMARY].s) e->fields[MKCV_FIELD_SUMMARY] = all;
}

/* A line below the first that opens with what was given: "Scholarship awarded for ...". */
bool mkcv_award_said_below(struct mkcv_reader *r, const struct mkcv_text *t, size_t line)
{
    static const char *const words[] = {"scholarship", "fellowship", "stipend",    "prize",  "award", "awarded",
                                        "bursary",     "medal",      "stipendium", "bourse", "beca",  NULL};
    for (const char *at = strstr(t->s + line, "\xe2\x80\xa8"); at; at = strstr(at + 3, "\xe2\x80\xa8")) {
        struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, (size_t)(at - t->s) + 3, mkcv_text_length(t));
        if (mkcv_phrases_at(&k, 0, words)) return true;
    }
    return false;
}

static bool is_strong(const struct mkcv_text *t, size_t at)
{
    const struct mkcv_span *span = mkcv_text_lookup(t, at);
    return span && (span->marks & MKCV_MARK_STRONG);
}

/* "**Council for Scientific** *2012-13* **Development**": a date that floats within the stressed title. */
bool mkcv_award_is_parted(const struct mkcv_parts *p)
{
    return p->dated && p->list.count == 2 && p->list.at[0].to <= p->when.from && p->list.at[1].from >= p->when.to &&
           is_strong(&p->text, p->list.at[0].from) && is_strong(&p->text, p->list.at[1].from) &&
           !is_strong(&p->text, p->when.from) &&
           !memchr(p->text.s + p->list.at[0].to, ',', p->list.at[1].from - p->list.at[0].to);
}

/* "Agency for the Support of 2013-14" goes on behind its date, or below. The byte where the title's lines end. */
size_t mkcv_award_complete(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, size_t line,
                           bool parted)
{
    static const char *const open[] = {"of",  "for", "and", "the", "in", "de", "del",
                                       "der", "und", "&",   "on",  "to", NULL};
    struct mkcv_text *title = &e->fields[MKCV_FIELD_TITLE], *org = &e->fields[MKCV_FIELD_ORG], more = *org;
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, title->s, 0, mkcv_text_length(title));
    size_t last = k.list.count, end = line, n = mkcv_text_length(t);
    if (!last || (!parted && !mkcv_phrases_at(&k, last - 1, open))) return line;
    if (!more.s && line < n) {
        const char *at = strstr(t->s + line + 3, "\xe2\x80\xa8");
        end = at ? (size_t)(at - t->s) : n;
        more = mkcv_text_slice(r->arena, t, line + 3, end);
        if (mkcv_text_length(&more) > 80) return line;
    }
    if (!more.s) return line;
    mkcv_text_append(r->arena, title, " ", 1, NULL);
    mkcv_text_join(r->arena, title, &more, MKCV_ROLE_PLAIN);
    mkcv_marks_off(title);
    *org = (struct mkcv_text){.s = NULL};
    return end;
}

struct mkcv_range mkcv_award_bracket(struct mkcv_parts *p)
{
    const char *s = p->text.s;
    struct mkcv_range none = {0, 0};
    for (size_t i = 0; p->dated && s[p->when.to] == ')' && i < p->list.count; i++) {
        struct mkcv_range *part = &p->list.at[i];
        const char *open = part->to <= p->when.from ? memrchr(s + part->from, '(', part->to - part->from) : NULL;
        if (!open || memchr(open, ')', (size_t)(s + p->when.from - open))) continue;
        size_t at = (size_t)(open - s);
        struct mkcv_range in = mkcv_trim(s, (struct mkcv_range){at + 1, part->to});
        if (in.from >= in.to || at == part->from) return none;
        bool own = memchr(s + in.to, ',', p->when.from - in.to);
        part->to = own ? mkcv_trim(s, (struct mkcv_range){part->from, at}).to : p->when.to + 1;
        return own ? in : none;
    }
    return none;
}
