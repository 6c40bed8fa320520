/* talks_reference.c - talks that are written as works are: "A. Quill, B. Berg (2024) Title. Event, Place (oral)".
 *
 * The readers of works find where the title stands; what is behind it is read as that of any talk. */
#include "mkcv/publication.h"
#include "mkcv/section.h"
#include "parts.h"
#include "talks.h"
#include <string.h>

enum { TITLE_LEAST = 12, REFERENCE_BYTES = 2000 };

/* The owner is among the speakers, who open the text. */
static bool opens_with_speakers(struct mkcv_reader *r, const struct mkcv_entry *e, const struct mkcv_text *t)
{
    bool own = false;
    if (!e->people.count || strncmp(t->s, e->people.at[0].name, strlen(e->people.at[0].name)) != 0) return false;
    for (size_t i = 0; i < e->people.count; i++)
        own = own || e->people.at[i].self || mkcv_is_owner(r, e->people.at[i].name);
    return own;
}

bool mkcv_talk_find_reference(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range *title,
                              struct mkcv_entry *work)
{
    size_t n = mkcv_text_length(t), legend = r->cv->legend.count;
    *work = (struct mkcv_entry){.kind = MKCV_KIND_PUBLICATIONS, .loc = mkcv_text_loc(t, 0)};
    if (n > REFERENCE_BYTES) return false;
    bool read = mkcv_publication_read_line(r, work, t);
    r->cv->legend.count = legend;
    const char *words = read ? work->fields[MKCV_FIELD_TITLE].s : NULL, *at = words ? strstr(t->s, words) : NULL;
    if (!at || at == t->s || strlen(words) < TITLE_LEAST || !opens_with_speakers(r, work, t)) return false;
    *title = (struct mkcv_range){(size_t)(at - t->s), (size_t)(at - t->s) + strlen(words)};
    return title->to < n;
}

void mkcv_talk_add_speakers(struct mkcv_reader *r, struct mkcv_entry *talk, const struct mkcv_entry *work)
{
    for (size_t i = 0; i < work->people.count; i++) {
        struct mkcv_person p = work->people.at[i];
        p.relation = MKCV_REL_WITH;
        if (!p.self && !mkcv_is_owner(r, p.name)) *MKCV_PUSH(r->arena, &talk->people) = p;
    }
}
