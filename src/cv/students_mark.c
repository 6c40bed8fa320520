/* students_mark.c - those whom the owner supervises, as mkcv.yaml names them, marked in the lists of authors. */
#include "mkcv/read.h"
#include "parts.h"
#include <string.h>

/* What the mark means, by language. */
static const char *sense_in(const char *lang)
{
    static const struct {
        const char *lang, *sense;
    } senses[] = {{"de", "unter meiner Betreuung"},         {"fr", "sous ma direction"},
                  {"es", "bajo mi direcci\u00f3n"},         {"it", "sotto la mia guida"},
                  {"pt", "sob minha orienta\u00e7\u00e3o"}, {"nl", "onder mijn begeleiding"},
                  {"zh", "\u6307\u5bfc\u7684\u5b66\u751f"}, {"ja", "\u6307\u5c0e\u5b66\u751f"},
                  {"ko", "\uc9c0\ub3c4 \ud559\uc0dd"}};
    for (size_t i = 0; i < sizeof senses / sizeof *senses; i++)
        if (!strncmp(senses[i].lang, lang, 2)) return senses[i].sense;
    return "supervised student";
}

static void mark(struct mkcv_reader *r, struct mkcv_person *p, const char *sense)
{
    const char *mark = mkcv_legend_mark(r, sense ? sense : sense_in(r->cv->lang));
    if (!mark || (p->marks && strstr(p->marks, mark))) return;
    p->marks = mkcv_arena_printf(r->arena, "%s%s", p->marks ? p->marks : "", mark);
}

void mkcv_students_mark(struct mkcv_reader *r, struct mkcv_entry *e)
{
    for (size_t i = 0; i < e->people.count; i++)
        for (size_t k = 0; k < r->settings->students.list.count; k++) {
            const struct mkcv_marked_name *student = &r->settings->students.list.at[k];
            struct mkcv_person *p = &e->people.at[i];
            if (!p->self && mkcv_name_matches(r->arena, student->name, p->name)) mark(r, p, student->sense);
        }
}
