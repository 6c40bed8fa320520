/* publication_address.c - the addresses of a work with a record of its own, under the keys that layouts use. */
#include "publication_line.h"
#include <ctype.h>
#include <string.h>

/* Addresses under keys of their own. The label NULL: the work's own address. */
static const struct {
    const char *key, *label, *base; /* base: what a bare value is completed with */
} addresses[] = {
    {"doi", NULL, "https://doi.org/"},
    {"hugoblox.ids.doi", NULL, "https://doi.org/"},
    {"paperurl", NULL, NULL},
    {"url", NULL, NULL},
    {"html", NULL, NULL},
    {"link", NULL, NULL},
    {"arxiv", "arXiv", "https://arxiv.org/abs/"},
    {"hugoblox.ids.arxiv", "arXiv", "https://arxiv.org/abs/"},
    {"pdf", "PDF", "/assets/pdf/"},
    {"url_pdf", "PDF", NULL},
    {"url_preprint", "Preprint", NULL},
    {"preprint", "Preprint", "/assets/pdf/"},
    {"hal_id", "HAL", "https://hal.science/"},
    {"pmid", "PubMed", "https://pubmed.ncbi.nlm.nih.gov/"},
    {"code", "Code", NULL},
    {"url_code", "Code", NULL},
    {"codeurl", "Code", NULL},
    {"github", "Code", NULL},
    {"url_dataset", "Data", NULL},
    {"dataset", "Data", NULL},
    {"url_project", "Project", NULL},
    {"website", "Project", NULL},
    {"project", "Project", NULL},
    {"slides", "Slides", "/assets/pdf/"},
    {"slidesurl", "Slides", NULL},
    {"slideurl", "Slides", NULL},
    {"url_slides", "Slides", NULL},
    {"poster", "Poster", "/assets/pdf/"},
    {"url_poster", "Poster", NULL},
    {"video", "Video", NULL},
    {"url_video", "Video", NULL},
    {"supp", "Supplement", "/assets/pdf/"},
    {"supplementary", "Supplement", "/assets/pdf/"},
    {"appendix", "Appendix", "/assets/pdf/"},
    {"demo", "Demo", NULL},
    {"talk", "Talk", NULL},
    {"recording", "Video", NULL},
    {"youtube", "Video", NULL},
    {"press", "Press", NULL},
    {"data", "Data", NULL},
    {"repository", "Code", NULL},
    {"software", "Software", NULL},
    {"hal", "HAL", "https://hal.science/"},
    {"openreview", "OpenReview", NULL},
    {"biorxiv", "bioRxiv", NULL},
    {"ssrn", "SSRN", NULL},
    {"blog", "Blog", NULL},
    {"url_source", "Source", NULL},
};

static bool has_scheme(const char *s) { return strstr(s, "://") != NULL || !strncmp(s, "//", 2); }

/* "arXiv preprint arXiv:2301.00001" for a journal names the preprint. */
static void read_arxiv_journal(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record)
{
    static const char *const where[] = {"journal", "journaltitle", "howpublished", "booktitle", NULL};
    for (const char *const *k = where; *k; k++) {
        const char *s = mkcv_node_string(record->meta, *k), *id = s ? strcasestr(s, "arxiv:") : NULL;
        if (!id) continue;
        id += 6 + strspn(id + 6, " ");
        const char *url = mkcv_arena_printf(r->arena, "https://arxiv.org/abs/%s", id);
        const char *arxiv = mkcv_identity_from_url(r->arena, url).arxiv;
        if (arxiv && mkcv_text_is_empty(&e->fields[MKCV_FIELD_ARXIV]))
            mkcv_publication_set(r, e, MKCV_FIELD_ARXIV, arxiv, mkcv_publication_key_loc(record, *k));
        return;
    }
}

static void read_addresses(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record)
{
    for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
        const char *s = mkcv_node_string(record->meta, addresses[i].key);
        if (!s || mkcv_publication_is_flag(s)) continue;
        if (!strncasecmp(s, "doi:", 4)) s += 4 + strspn(s + 4, " ");
        if (!strncasecmp(s, "arxiv:", 6)) s += 6 + strspn(s + 6, " ");
        bool bare = addresses[i].base && !has_scheme(s) && *s != '/';
        /* a bibliography's file lies in the theme's folder; a page's where the page says */
        if (bare && *addresses[i].base == '/' && record->kind != MKCV_RECORD_REFERENCE) bare = false;
        if (bare) s = mkcv_arena_printf(r->arena, "%s%s", addresses[i].base, s);
        mkcv_publication_set_url(r, e, addresses[i].label, s, mkcv_publication_key_loc(record, addresses[i].key));
    }
    read_arxiv_journal(r, e, record);
    const char *eprint = mkcv_node_string(record->meta, "eprint");
    if (eprint && !has_scheme(eprint)) {
        const char *url = mkcv_arena_printf(r->arena, "https://arxiv.org/abs/%s", eprint);
        if (mkcv_identity_from_url(r->arena, url).arxiv)
            mkcv_publication_set_url(r, e, "arXiv", url, mkcv_publication_key_loc(record, "eprint"));
    }
}

/* Hugo's links: a list of {type or name or label, url}. */
static void read_link_list(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record)
{
    const struct mkcv_node *list = mkcv_node_lookup(record->meta, "links");
    for (const struct mkcv_node *l = list && list->kind == MKCV_NODE_LIST ? list->first : NULL; l; l = l->next) {
        const char *url = mkcv_node_string(l, "url"), *label = mkcv_node_string(l, "label");
        if (!label) label = mkcv_node_string(l, "name");
        if (!label) label = mkcv_node_string(l, "type");
        if (!url) continue;
        if (label && !strcasecmp(label, "pdf")) label = "PDF";
        if (label && islower((unsigned char)*label))
            label = mkcv_arena_printf(r->arena, "%c%s", toupper((unsigned char)*label), label + 1);
        mkcv_publication_set_url(r, e, label, url, l->loc);
    }
}

void mkcv_publication_read_addresses(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record)
{
    read_addresses(r, e, record);
    read_link_list(r, e, record);
}
