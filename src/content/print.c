/* print.c - changes for people: + new, - gone, ~ changed, and of a changed text where it begins to differ. */
#include "mkcv/content.h"
#include <string.h>

enum { SHOWN = 100 /* bytes of a value */, LEAD = 24 /* of what is the same before the difference */ };

static bool is_inside(const char *s) { return (*s & 0xC0) == 0x80; }

/* At most SHOWN bytes of `s` from `from` on, on one line. */
static void put_part(struct mkcv_buf *out, const char *s, size_t from)
{
    size_t n = strlen(s), to = n - from > SHOWN ? from + SHOWN : n;
    while (to < n && is_inside(s + to)) to--;
    mkcv_buf_puts(out, from ? "“…" : "“");
    for (size_t i = from; i < to; i++) mkcv_buf_putc(out, s[i] == '\n' ? ' ' : s[i]);
    mkcv_buf_puts(out, to < n ? "…”" : "”");
}

/* Where two texts are worth showing: at the word some way before they part. */
static size_t part_of(const char *before, const char *after)
{
    size_t same = 0;
    if (!before || !after || (strlen(before) <= SHOWN && strlen(after) <= SHOWN)) return 0;
    while (before[same] && before[same] == after[same]) same++;
    if (same <= LEAD) return 0;
    same -= LEAD;
    while (same && before[same - 1] != ' ' && before[same - 1] != '\n') same--;
    return same;
}

static void put_field(struct mkcv_buf *out, const struct mkcv_changed_field *f)
{
    size_t from = part_of(f->before, f->after);
    mkcv_buf_printf(out, "      %s: ", f->name);
    if (!f->before) mkcv_buf_puts(out, "now ");
    if (f->before) put_part(out, f->before, from);
    if (f->before) mkcv_buf_puts(out, f->after ? " → " : " is gone");
    if (f->after) put_part(out, f->after, from);
    mkcv_buf_putc(out, '\n');
}

void mkcv_changes_print(const struct mkcv_changes *c, struct mkcv_buf *out)
{
    static const char marks[] = {'+', '-', '~'};
    const char *section = "";
    for (size_t i = 0; i < c->list.count; i++) {
        const struct mkcv_change *change = &c->list.at[i];
        if (strcmp(section, change->entry->section) != 0) mkcv_buf_printf(out, "%s\n", change->entry->section);
        section = change->entry->section;
        mkcv_buf_printf(out, "  %c %s\n", marks[change->kind], change->entry->label ? change->entry->label : "?");
        for (size_t k = 0; k < change->fields.count; k++) put_field(out, &change->fields.at[k]);
    }
}
