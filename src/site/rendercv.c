/* rendercv.c - a RenderCV document into records: https://docs.rendercv.com, `cv` with `sections` of entries. The kind
 * of a section is what its title says, in any language; al-folio mixes the keys of JSON Resume in, which cv/data_keys.c
 * knows too. */
#include "site.h"

void mkcv_site_add_rendercv(struct mkcv_arena *a, struct mkcv_site *site, const char *path, const struct mkcv_node *cv)
{
    const struct mkcv_node *sections = mkcv_node_lookup(cv, "sections");
    if (!cv || cv->kind != MKCV_NODE_MAP) return;
    mkcv_site_add_person(a, site, path, cv);
    for (const struct mkcv_node *s = sections && sections->kind == MKCV_NODE_MAP ? sections->first : NULL; s;
         s = s->next)
        if (s->key) mkcv_site_add_data(a, site, path, NULL, mkcv_site_title_from_key(a, s->key), s);
}
