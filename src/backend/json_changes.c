/* json_changes.c - what differs between two CVs as a JSON list, an object a change. */
#include "json_value.h"
#include "mkcv/backend.h"

static json_t *fields(const struct mkcv_change *change)
{
    json_t *list = json_array();
    for (size_t i = 0; i < change->fields.count; i++) {
        const struct mkcv_changed_field *f = &change->fields.at[i];
        json_t *o = json_object();
        mkcv_json_string(o, "name", f->name);
        mkcv_json_string(o, "before", f->before);
        mkcv_json_string(o, "after", f->after);
        json_array_append_new(list, o);
    }
    return list;
}

static int put_bytes(const char *bytes, size_t n, void *out)
{
    mkcv_buf_put(out, bytes, n);
    return 0;
}

enum mkcv_code mkcv_changes_json_write(const struct mkcv_changes *c, struct mkcv_buf *out)
{
    static const char *const kinds[] = {"added", "removed", "changed"};
    json_t *list = json_array();
    for (size_t i = 0; i < c->list.count; i++) {
        const struct mkcv_change *change = &c->list.at[i];
        json_t *o = json_object();
        mkcv_json_string(o, "change", kinds[change->kind]);
        mkcv_json_string(o, "section", change->entry->section);
        mkcv_json_string(o, "entry", change->entry->label);
        mkcv_json_set(o, "fields", fields(change));
        mkcv_json_set(o, "source", mkcv_json_source(change->entry->loc));
        json_array_append_new(list, o);
    }
    int failed = json_dump_callback(list, put_bytes, out, JSON_INDENT(2));
    json_decref(list);
    mkcv_buf_putc(out, '\n');
    return failed ? MKCV_SYSTEM : MKCV_OK;
}
