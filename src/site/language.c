/* language.c - languages of pages; see language.h. Tags are primary subtags alone: a homepage is not written twice for
 * two regions. */
#include "language.h"
#include "mkcv/file.h"
#include <string.h>

/* The path without bytes [from, to). */
static const char *path_without(struct mkcv_arena *a, const char *path, size_t from, size_t to)
{
    return mkcv_arena_printf(a, "%.*s%s", (int)from, path, path + to);
}

/* "zh/about.md", "_pages/fr/cv.md": a folder of the path. */
static bool find_folder(struct mkcv_arena *a, const char *path, struct mkcv_record_language *out)
{
    for (const char *p = path, *slash; (slash = strchr(p, '/')); p = slash + 1) {
        const char *tag = mkcv_language_from_name(p, (size_t)(slash - p));
        if (!tag) continue;
        *out = (struct mkcv_record_language){tag, path_without(a, path, (size_t)(p - path), (size_t)(slash + 1 - path)),
                                             true};
        return true;
    }
    return false;
}

/* "about.zh-cn.md", "bio_en.md", "about-ja.md", "_news_french/x.md": the end of a name of the path. */
static bool find_suffix(struct mkcv_arena *a, const char *path, struct mkcv_record_language *out)
{
    for (const char *p = path; *p; p += *p == '/') {
        size_t n = strcspn(p, "/"), end = n;
        if (!p[n]) end = n - strlen(mkcv_path_extension(p));
        for (size_t i = 1; i + 1 < end; i++) {
            if (!strchr("._-", p[i])) continue;
            const char *tag = mkcv_language_from_name(p + i + 1, end - i - 1);
            if (!tag) continue;
            size_t from = (size_t)(p - path) + i;
            *out = (struct mkcv_record_language){tag, path_without(a, path, from, from + end - i), p[n] == '/'};
            return true;
        }
        p += n;
        if (!*p) break;
    }
    return false;
}

struct mkcv_record_language mkcv_record_language(struct mkcv_arena *a, const struct mkcv_record *r)
{
    struct mkcv_record_language l = {NULL, r->path, false};
    const char *permalink = mkcv_node_string(r->meta, "permalink");
    if (!r->path || r->kind == MKCV_RECORD_CONFIG || r->kind == MKCV_RECORD_REFERENCE) return l;
    const char *said = mkcv_language_of_page(a, r->meta, r->body);
    const char *tag = said ? mkcv_language_from_name(said, strcspn(said, "-")) : NULL;
    if (!find_folder(a, r->path, &l)) find_suffix(a, r->path, &l);
    if (tag) l.tag = tag;
    if (!l.tag && permalink) {
        permalink += strspn(permalink, "/");
        l.tag = mkcv_language_from_name(permalink, strcspn(permalink, "/"));
        l.tree = l.tag != NULL;
    }
    return l;
}
