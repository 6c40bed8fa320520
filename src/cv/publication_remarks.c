/* publication_remarks.c - what front matter and bibliographies say of a work beside where it appeared: awards, status,
 * notes, and the meaning of the marks of its authors. */
#include "mkcv/source.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include "publication_line.h"
#include <string.h>

static void read_honors(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record)
{
    const char *name = mkcv_node_string(record->meta, "award_name"), *award = mkcv_node_string(record->meta, "award");
    const char *special = mkcv_node_string(record->meta, "special");
    if (name)
        mkcv_publication_add_honor(r, e, name, mkcv_publication_key_loc(record, "award_name"));
    else if (award && !mkcv_publication_is_flag(award))
        mkcv_publication_add_honor(r, e, award, mkcv_publication_key_loc(record, "award"));
    if (special && !mkcv_publication_is_flag(special))
        mkcv_publication_add_honor(r, e, special, mkcv_publication_key_loc(record, "special"));
    const char *status = mkcv_node_string(record->meta, "status");
    if (status) status = mkcv_publication_status(mkcv_utf8_fold(r->arena, status));
    mkcv_publication_set(r, e, MKCV_FIELD_STATUS, status, mkcv_publication_key_loc(record, "status"));
}

/* al-folio shows `annotation` beside the authors: what their marks mean, a line each. */
static void read_annotation(struct mkcv_reader *r, const struct mkcv_record *record)
{
    const char *s = mkcv_node_string(record->meta, "annotation");
    if (!s) return;
    struct mkcv_text t = mkcv_markdown_inline(r->arena, s, mkcv_publication_key_loc(record, "annotation"), r->diags);
    if (!mkcv_text_is_empty(&t)) mkcv_legend_read(r, &t);
}

/* "Publisher: X" is what exporters write for want of a better place; it says nothing of the work. */
static bool is_export(const char *s)
{
    static const char *const starts[] = {"Publisher:", "_eprint:", "ISSN:", "Conference Name:", "Version:", "tex."};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (!strncasecmp(s, starts[i], strlen(starts[i]))) return true;
    return false;
}

static void read_notes(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record)
{
    struct mkcv_text *note = &e->fields[MKCV_FIELD_NOTE];
    const char *more = mkcv_node_string(record->meta, "additional_info");
    if (note->s && is_export(note->s)) *note = (struct mkcv_text){.s = NULL};
    if (!more || note->s) return;
    struct mkcv_text t =
        mkcv_markdown_inline(r->arena, more, mkcv_publication_key_loc(record, "additional_info"), r->diags);
    if (mkcv_text_is_empty(&t)) return;
    mkcv_entry_set(r, e, MKCV_FIELD_NOTE, &t, 0, mkcv_text_length(&t));
}

void mkcv_publication_read_remarks(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record)
{
    read_honors(r, e, record);
    read_annotation(r, record);
    read_notes(r, e, record);
}
