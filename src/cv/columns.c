/* columns.c - the names of a table's columns, which are no entry; see outline.h. */
#include "outline.h"
#include <string.h>

bool mkcv_is_column_names(struct mkcv_reader *r, const struct mkcv_text *t)
{
    static const char *const names[] = {
        "year",         "years",      "date",         "dates",      "venue",       "venues",      "role",
        "roles",        "title",      "event",        "events",     "institution", "project",     "acronym",
        "investigator", "principal",  "funding",      "fundings",   "funder",      "duration",    "type",
        "amount",       "course",     "courses",      "name",       "period",      "place",       "location",
        "topic",        "conference", "journal",      "level",      "award",       "awards",      "semester",
        "term",         "position",   "organization", "university", "links",       "link",        "slides",
        "video",        "status",     "degree",       "student",    "advisor",     "description", "team",
        "members",      "of",         "and",          "/",          "|",           "&",           NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, 0, mkcv_text_length(t));
    if (k.list.count < 3 || k.list.count > 16) return false;
    for (size_t i = 0; i < k.list.count; i++) {
        const char *const *n = names;
        while (*n && strcmp(*n, k.list.at[i].fold)) n++;
        if (!*n) return false;
    }
    return true;
}
