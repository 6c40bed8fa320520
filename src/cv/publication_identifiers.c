/* publication_identifiers.c - addresses and identifiers in a reference's running text: "https://...",
 * "doi: 10.1000/182", "arXiv:2405.09786". */
#include "publication_line.h"
#include <ctype.h>
#include <string.h>

static void read_bare_address(struct mkcv_line *l, size_t at)
{
    size_t end = at + strcspn(l->text->s + at, " \t\n<>\"]");
    if (end > l->n) end = l->n;
    const char *sep = strstr(l->text->s + at, "\xe2\x80\xa8");
    if (sep && (size_t)(sep - l->text->s) < end) end = (size_t)(sep - l->text->s);
    while (end > at && strchr(".,;)", l->text->s[end - 1])) end--;
    char *url = mkcv_arena_strndup(l->reader->arena, l->text->s + at, end - at);
    mkcv_publication_set_url(l->reader, l->entry, NULL, url, mkcv_text_loc(l->text, at));
    mkcv_line_claim(l, at, end, MKCV_CLAIM_LINK);
}

/* "doi: 10.1000/182", "arXiv:2405.09786", "https://..." in running text. */
void mkcv_line_read_identifiers(struct mkcv_line *l)
{
    const char *s = l->text->s;
    struct mkcv_arena *a = l->reader->arena;
    for (size_t i = 0; i < l->n; i++) {
        if (l->claim[i] != MKCV_CLAIM_NONE) continue;
        if (!strncmp(s + i, "http://", 7) || !strncmp(s + i, "https://", 8)) {
            read_bare_address(l, i);
        } else if (!strncmp(s + i, "10.", 3) && (i == 0 || !isalnum((unsigned char)s[i - 1]))) {
            size_t end = i + strcspn(s + i, " \t\n,;]>");
            while (end > i && strchr(".:", s[end - 1])) end--;
            char *doi = mkcv_arena_printf(a, "https://doi.org/%.*s", (int)(end - i), s + i);
            struct mkcv_identity id = mkcv_identity_from_url(a, doi);
            if (!id.doi) continue;
            mkcv_publication_set_url(l->reader, l->entry, "DOI", doi, mkcv_text_loc(l->text, i));
            size_t from = i;
            while (from > 0 && strchr(" :", s[from - 1])) from--;
            if (from >= 3 && !strncasecmp(s + from - 3, "doi", 3)) from -= 3;
            mkcv_line_claim(l, from, end, MKCV_CLAIM_LINK);
        } else if (!strncasecmp(s + i, "arxiv:", 6)) {
            size_t from = i + 6 + strspn(s + i + 6, " "), end = from + strcspn(s + from, " ,;)]");
            while (end > from && s[end - 1] == '.') end--;
            char *url = mkcv_arena_printf(a, "https://arxiv.org/abs/%.*s", (int)(end - from), s + from);
            struct mkcv_identity id = mkcv_identity_from_url(a, url);
            if (id.arxiv) mkcv_publication_set_url(l->reader, l->entry, "arXiv", url, mkcv_text_loc(l->text, i));
        }
    }
}
