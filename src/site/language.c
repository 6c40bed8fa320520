/* language.c - languages of pages; see language.h. Tags are those of BCP 47, primary subtags alone: a homepage is not
 * written twice for two regions. */
#include "language.h"
#include "mkcv/file.h"
#include "mkcv/utf8.h"
#include <string.h>
#include <strings.h>

/* Names that paths and headings give a language, the tag first. */
static const char *const names[][9] = {
    {"en", "english", "eng", "en-us", "en-gb", "英文", "英語", "영어"},
    {"zh", "cn", "chinese", "zhs", "中文", "中文版", "简体中文", "繁體中文", "汉语"},
    {"ja", "jp", "japanese", "jpn", "日本語", "日语", "日本語版"},
    {"ko", "kr", "korean", "kor", "한국어", "국문"},
    {"de", "german", "deutsch", "ger", "deu"},
    {"fr", "french", "francais", "français", "fra", "fre"},
    {"es", "spanish", "espanol", "español", "spa", "castellano"},
    {"pt", "portuguese", "portugues", "português", "por"},
    {"it", "italian", "italiano", "ita"},
    {"nl", "dutch", "nederlands"},
    {"sv", "swedish", "svenska"},
    {"da", "danish", "dansk"},
    {"no", "norwegian", "norsk", "nb", "nn"},
    {"fi", "finnish", "suomi"},
    {"pl", "polish", "polski"},
    {"cs", "czech", "čeština", "cesky"},
    {"sk", "slovak", "slovenčina"},
    {"hu", "hungarian", "magyar"},
    {"ro", "romanian", "română"},
    {"el", "greek", "ελληνικά"},
    {"tr", "turkish", "türkçe"},
    {"ru", "russian", "русский"},
    {"uk", "ukrainian", "українська"},
    {"ca", "catalan", "català"},
    {"eu", "basque", "euskara"},
    {"hr", "croatian", "hrvatski"},
    {"sl", "slovenian", "slovenščina"},
    {"ar", "arabic", "العربية"},
    {"he", "hebrew", "עברית"},
    {"fa", "persian", "farsi", "فارسی"},
    {"vi", "vietnamese"},
    {"id", "indonesian"},
    {"hi", "hindi"},
    {"la", "latin"},
};

const char *mkcv_language_from_name(const char *name, size_t n)
{
    size_t primary = 0;
    while (primary < n && name[primary] != '-' && name[primary] != '_') primary++;
    /* "zh-Hans", "pt_BR": what follows two letters is a script or region of at most four */
    bool subtag = primary == 2 && n > 3 && n <= 11;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        for (size_t k = 0; k < sizeof *names / sizeof **names && names[i][k]; k++) {
            size_t length = strlen(names[i][k]);
            if (length == n && !strncasecmp(names[i][k], name, n)) return names[i][0];
            if (subtag && length == 2 && !strncasecmp(names[i][k], name, 2)) return names[i][0];
        }
    return NULL;
}

/* --- text -------------------------------------------------------------------------------------------------------- */

/* Small words that no other of these languages has, and that every text of a language has. */
static const struct {
    const char *tag, *words[12];
} small[] = {
    {"en", {"the", "and", "of", "with", "from", "at", "my", "is", "for", "was", "are"}},
    {"de", {"und", "der", "die", "das", "ich", "für", "mit", "von", "ist", "zur", "auf", "im"}},
    {"fr", {"et", "les", "des", "du", "je", "dans", "pour", "sur", "une", "est", "avec", "au"}},
    {"es", {"y", "el", "los", "las", "del", "en", "con", "una", "por", "mi", "soy"}},
    {"pt", {"e", "os", "as", "da", "do", "em", "com", "uma", "dos", "na", "no", "meu"}},
    {"it", {"e", "il", "gli", "della", "del", "di", "con", "una", "per", "sono", "nel", "presso"}},
};
enum { SMALL = sizeof small / sizeof *small, ENOUGH = 6, LOOKED_AT = 4000, DEEPEST = 40 };

struct census {
    size_t han, kana, hangul, letters, bytes;
    size_t hits[SMALL];
};

static bool is_small(const char *const *words, const char *s, size_t n)
{
    for (size_t i = 0; i < sizeof small->words / sizeof *small->words && words[i]; i++)
        if ((*words[i] | 32) == (*s | 32) && strlen(words[i]) == n && !strncasecmp(words[i], s, n)) return true;
    return false;
}

static void count_words(struct census *c, const char *s)
{
    while (*s) {
        size_t n = strcspn(s, " ,.;:()\n\t!?\"");
        for (size_t i = 0; n && n <= 6 && i < SMALL; i++) c->hits[i] += is_small(small[i].words, s, n);
        s += n;
        s += strspn(s, " ,.;:()\n\t!?\"");
    }
}

static void count_text(struct census *c, const char *s)
{
    c->bytes += strlen(s);
    count_words(c, s);
    for (uint32_t u; (u = mkcv_utf8_next(&s));) {
        c->letters += mkcv_is_letter(u);
        c->han += u >= 0x4E00 && u <= 0x9FFF;
        c->kana += u >= 0x3041 && u <= 0x30FF;
        c->hangul += u >= 0xAC00 && u <= 0xD7A3;
    }
}

static void count_blocks(struct census *c, const struct mkcv_block *b, int depth)
{
    for (; b && c->bytes < LOOKED_AT && depth < DEEPEST; b = b->next) {
        if (b->text.s && b->kind != MKCV_BLOCK_COLLECTION && b->kind != MKCV_BLOCK_CODE) count_text(c, b->text.s);
        count_blocks(c, b->first, depth + 1);
    }
}

const char *mkcv_language_of_blocks(const struct mkcv_block *body)
{
    struct census c = {0};
    count_blocks(&c, body, 0);
    /* an ideogram says as much as two or three letters do */
    size_t wide = c.han + c.kana + c.hangul;
    if (wide >= 20 && wide * 3 > c.letters) {
        if (c.hangul * 2 > wide) return "ko";
        return c.kana * 25 > wide ? "ja" : "zh";
    }
    size_t best = 0, second = 1;
    for (size_t i = 1; i < SMALL; i++) {
        if (c.hits[i] > c.hits[best])
            second = best, best = i;
        else if (second == best || c.hits[i] > c.hits[second])
            second = i;
    }
    return c.hits[best] >= ENOUGH && c.hits[best] > c.hits[second] * 3 / 2 ? small[best].tag : NULL;
}

/* --- records ----------------------------------------------------------------------------------------------------- */

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
    const char *said = mkcv_node_string(r->meta, "lang"), *permalink = mkcv_node_string(r->meta, "permalink");
    if (!r->path || r->kind == MKCV_RECORD_CONFIG || r->kind == MKCV_RECORD_REFERENCE) return l;
    if (!said) said = mkcv_node_string(r->meta, "language");
    const char *tag = said ? mkcv_language_from_name(said, strlen(said)) : NULL;
    if (!find_folder(a, r->path, &l)) find_suffix(a, r->path, &l);
    if (tag) l.tag = tag;
    if (!l.tag && permalink) {
        permalink += strspn(permalink, "/");
        l.tag = mkcv_language_from_name(permalink, strcspn(permalink, "/"));
        l.tree = l.tag != NULL;
    }
    return l;
}
