/* identity.c - the owner's name where a page shows it: its title, its first heading, a greeting.
 *
 * A heading that merely looks like a name is one only at the head of the landing page, where nothing else stands so;
 * words that name groups, places and parts of a homepage are none. */
#include "mkcv/buf.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include "words.h"
#include <string.h>
#include <strings.h>

/* What stands before a name in a title, folded; longer ones first. */
static const char *const before[] = {"hi there i am",
                                     "hello there i am",
                                     "hello i am",
                                     "hello my name is",
                                     "hi my name is",
                                     "hi i am",
                                     "hi i m",
                                     "hi im",
                                     "hi this is",
                                     "hello i m",
                                     "hello im",
                                     "hello this is",
                                     "my name is",
                                     "i am",
                                     "i m",
                                     "im",
                                     "this is",
                                     "welcome to the homepage of",
                                     "welcome to the website of",
                                     "the homepage of",
                                     "personal homepage of",
                                     "personal website of",
                                     "academic homepage of",
                                     "homepage of",
                                     "home page of",
                                     "website of",
                                     "webpage of",
                                     "web page of",
                                     "site of",
                                     "cv of",
                                     "curriculum vitae of",
                                     "welcome to",
                                     "about",
                                     "ich bin",
                                     "mein name ist",
                                     "je suis",
                                     "soy",
                                     "eu sou",
                                     "sono",
                                     "homepage von",
                                     "webseite von",
                                     "website von",
                                     "page personnelle de",
                                     "page web de",
                                     "site personnel de",
                                     "site web de",
                                     "bienvenue sur la page de",
                                     "pagina personal de",
                                     "pagina pessoal de",
                                     "pagina personale di",
                                     "pagina web de",
                                     "pagina web di",
                                     "pagina de",
                                     "pagina di",
                                     "sitio web de",
                                     "sitio personal de",
                                     "site pessoal de",
                                     "sito personale di",
                                     "sito web di",
                                     NULL};
/* What stands behind it. */
static const char *const behind[] = {"s academic homepage",
                                     "s personal homepage",
                                     "s personal website",
                                     "s personal page",
                                     "s personal site",
                                     "s academic website",
                                     "s academic page",
                                     "s homepage",
                                     "s home page",
                                     "s web page",
                                     "s webpage",
                                     "s website",
                                     "s site",
                                     "s page",
                                     "s home",
                                     "s cv",
                                     "academic homepage",
                                     "personal homepage",
                                     "personal website",
                                     "academic website",
                                     "homepage",
                                     "home page",
                                     "website",
                                     "home",
                                     "cv",
                                     "curriculum vitae",
                                     "phd",
                                     "ph d",
                                     "md",
                                     "dphil",
                                     "he him",
                                     "he him his",
                                     "she her",
                                     "she her hers",
                                     "they them",
                                     "的个人主页",
                                     "的主页",
                                     "个人主页",
                                     "主页",
                                     "のホームページ",
                                     "のページ",
                                     "のウェブサイト",
                                     "のウェブページ",
                                     "のサイト",
                                     "의 홈페이지",
                                     "홈페이지",
                                     NULL};
static const char *const no_names[] = {
    "group",      "lab",      "laboratory", "team",      "research",     "researcher", "homepage",  "home",
    "page",       "welcome",  "learning",   "science",   "sciences",     "computer",   "academic",  "website",
    "site",       "personal", "blog",       "portfolio", "about",        "cv",         "resume",    "project",
    "projects",   "courses",  "course",     "news",      "profile",      "biography",  "systems",   "analysis",
    "theory",     "methods",  "machine",    "data",      "vision",       "language",   "robotics",  "security",
    "statistics", "physics",  "chemistry",  "biology",   "mathematics",  "economics",  "history",   "education",
    "software",   "network",  "networks",   "the",       "my",           "our",        "selected",  "recent",
    "current",    "english",  "version",    "contact",   "me",           "us",         "info",      "work",
    "teaching",   "code",     "papers",     "articles",  "publications", "talks",      "studies",   "study",
    "short",      "bio",      "hello",      "world",     "interests",    "student",    "professor", "postdoc",
    "doctor",     "jekyll",   "github",     "pages",     "theme",        "template",   "notes",     "posts",
    "curriculum", "vitae",    "lebenslauf", NULL};

static bool is_marks(uint32_t c)
{
    return mkcv_is_punct(c) || mkcv_is_space(c) || (c > 0x2000 && !mkcv_is_letter(c) && !mkcv_is_digit(c));
}

/* Marks, blanks and pictures off both ends; a point and brackets at the end stay. */
static struct mkcv_range trim_marks(const char *s, struct mkcv_range r)
{
    while (r.from < r.to) {
        const char *p = s + r.from;
        uint32_t c = mkcv_utf8_next(&p);
        if (!is_marks(c)) break;
        r.from = (size_t)(p - s);
    }
    while (r.to > r.from) {
        uint32_t c = mkcv_utf8_before(s, r.to);
        char bytes[4];
        if (!is_marks(c) || c == ')' || c == 0xFF09 || c == '.') break;
        r.to -= mkcv_utf8_encode(c, bytes);
    }
    return r;
}

/* How many bytes from `from` on say the folded phrase; 0 when they do not. */
static size_t phrase_bytes(struct mkcv_arena *a, const char *s, struct mkcv_range r, const char *phrase)
{
    const char *folded = mkcv_utf8_fold(a, phrase);
    size_t n = strlen(folded);
    for (size_t at = r.from; at < r.to;) {
        const char *p = s + at;
        mkcv_utf8_next(&p);
        at = (size_t)(p - s);
        if (at - r.from < n || (at < r.to && mkcv_is_letter((unsigned char)s[at]) && folded[n - 1] < 0)) continue;
        if (at < r.to && (mkcv_is_letter((unsigned char)s[at]) || s[at] == '\'')) continue;
        const char *part = mkcv_utf8_fold(a, mkcv_arena_strndup(a, s + r.from, at - r.from));
        if (!strcmp(part, folded)) return at - r.from;
        if (strlen(part) > n + 4) break;
    }
    return 0;
}

static bool cut_before(struct mkcv_arena *a, const char *s, struct mkcv_range *r)
{
    const char *whole = mkcv_utf8_fold(a, mkcv_arena_strndup(a, s + r->from, r->to - r->from));
    for (const char *const *p = before; *p; p++) {
        if (strncmp(whole, *p, strlen(*p))) continue; /* they are written as they fold */
        size_t n = phrase_bytes(a, s, *r, *p);
        if (!n || r->from + n >= r->to) continue;
        r->from += n;
        *r = trim_marks(s, *r);
        return true;
    }
    return false;
}

#define BEHIND_BYTES 64 /* the longest of `behind` with the marks around it */

/* The phrases of ASCII are written as they fold. */
static bool is_behind(struct mkcv_arena *a, const char *folded)
{
    if ((unsigned char)*folded < 0x80) return mkcv_word_in(folded, behind);
    for (const char *const *p = behind; *p; p++)
        if ((unsigned char)**p >= 0x80 && !strcmp(folded, mkcv_utf8_fold(a, *p))) return true;
    return false;
}

static bool cut_behind(struct mkcv_arena *a, const char *s, struct mkcv_range *r)
{
    for (size_t at = r->to - r->from > BEHIND_BYTES ? r->to - BEHIND_BYTES : r->from + 1; at < r->to; at++) {
        if (((unsigned char)s[at] & 0xC0) == 0x80 || mkcv_is_letter((unsigned char)s[at - 1])) {
            if ((unsigned char)s[at] < 0x80 || ((unsigned char)s[at] & 0xC0) == 0x80) continue;
        }
        const char *rest = mkcv_utf8_fold(a, mkcv_arena_strndup(a, s + at, r->to - at));
        if (is_behind(a, rest)) {
            *r = trim_marks(s, (struct mkcv_range){r->from, at});
            return true;
        }
    }
    return false;
}

/* "Ada Moss | Tide researcher", "Ada Moss - Home": the part before the mark. */
static void cut_at_mark(const char *s, struct mkcv_range *r)
{
    static const char *const marks[] = {" | ", " - ", " – ", " — ", " · ", " • ", "｜", " // ", " @ ", ": "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const char *at = memmem(s + r->from, r->to - r->from, marks[i], strlen(marks[i]));
        if (at) *r = trim_marks(s, (struct mkcv_range){r->from, (size_t)(at - s)});
    }
}

/* Where the ideograms or syllables that a name begins with end; a blank between two of them is within it. */
static size_t wide_end(const char *s, struct mkcv_range r)
{
    size_t end = r.from;
    for (const char *p = s + r.from; p < s + r.to;) {
        uint32_t c = mkcv_utf8_next(&p);
        if (mkcv_is_cjk(c))
            end = (size_t)(p - s);
        else if (c != ' ' && c != 0x3000 && c != 0xb7)
            break;
    }
    return end;
}

/* A rank behind a name in ideograms, "何文 教授", off the range. */
static void cut_rank(const char *s, struct mkcv_range *r)
{
    static const char *const ranks[] = {"教授", "副教授", "准教授", "助理教授", "特任教授", "讲师",
                                        "講師", "博士",   "助教",   "研究员",   "副研究员", "研究員",
                                        "교수", "부교수", "조교수", "박사",     NULL};
    for (const char *const *k = ranks; *k; k++) {
        size_t n = strlen(*k);
        if (r->to - r->from <= n + 1 || memcmp(s + r->to - n, *k, n) != 0 || s[r->to - n - 1] != ' ') continue;
        *r = trim_marks(s, (struct mkcv_range){r->from, r->to - n});
        return;
    }
}

/* The whole range is a name of two words at least, or of two ideograms. */
static bool is_name(struct mkcv_arena *a, const char *s, struct mkcv_range r)
{
    struct mkcv_range name;
    if (r.to - r.from < 4 || r.to - r.from > 60) return false;
    struct mkcv_tokens k = mkcv_tokens_new(a, s, r.from, r.to);
    for (size_t i = 0; i < k.list.count; i++)
        if (mkcv_word_in(k.list.at[i].fold, no_names)) return false;
    if (!mkcv_name_find(a, s, r.from, r.to, &name) || mkcv_is_org(a, s, r.from, r.to)) return false;
    size_t end = mkcv_name_native_end(s, name.to, r.to);
    const char *p = s + name.from;
    bool wide = mkcv_is_cjk(mkcv_utf8_next(&p));
    size_t native = wide ? wide_end(s, name) : name.to;
    if (native < name.to) name.to = end = native; /* "何文 Wen He": the other form is looked at below */
    if (!wide && !memchr(s + name.from, ' ', name.to - name.from)) return false;
    if (wide && name.to - name.from > 15) return false;
    struct mkcv_range rest = trim_marks(s, (struct mkcv_range){end, r.to});
    if (rest.from >= rest.to) return true;
    if (s[rest.to - 1] == '.' || s[rest.to - 1] == ')') rest.to--;
    if (rest.to - rest.from > 3 && !memcmp(s + rest.to - 3, "）", 3)) rest.to -= 3;
    if (rest.from >= rest.to) return true;
    /* "Ada Moss 莫艾", "莫艾 Ada Moss": both forms */
    p = s + rest.from;
    bool other = mkcv_is_cjk(mkcv_utf8_next(&p));
    struct mkcv_range second;
    return other != wide && mkcv_name_find(a, s, rest.from, rest.to, &second) && second.to >= rest.to;
}

const char *mkcv_name_from_title(struct mkcv_arena *a, const char *title, bool *told)
{
    *told = false;
    if (!title || strlen(title) > 160) return NULL;
    struct mkcv_range r = trim_marks(title, (struct mkcv_range){0, strlen(title)});
    *told = cut_before(a, title, &r);
    *told |= cut_behind(a, title, &r);
    cut_rank(title, &r);
    if (!is_name(a, title, r)) {
        cut_at_mark(title, &r);
        cut_behind(a, title, &r);
        size_t comma = mkcv_find_outside(title, r.from, r.to, ",");
        if (comma < r.to) r = trim_marks(title, (struct mkcv_range){r.from, comma});
        if (!is_name(a, title, r)) return NULL;
    }
    struct mkcv_range name; /* titles such as "Dr." off */
    if (mkcv_name_find(a, title, r.from, r.to, &name) && name.from > r.from) r.from = name.from;
    return mkcv_arena_strndup(a, title + r.from, r.to - r.from);
}

/* "Mei Zhou 周美": the name in letters, where another in ideographs stands beside it. */
static const char *without_ideographs(struct mkcv_arena *a, const char *s)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, a);
    for (const char *p = s, *next = s; *p; p = next) {
        uint32_t c = mkcv_utf8_next(&next);
        if (!mkcv_is_wide(c)) mkcv_buf_put(&out, p, (size_t)(next - p));
    }
    return out.n ? out.s : "";
}

bool mkcv_person_heading(struct mkcv_reader *r, const struct mkcv_text *t, bool first)
{
    bool told, also;
    const char *name = mkcv_name_from_title(r->arena, t->s, &told),
               *latin = mkcv_name_from_title(r->arena, without_ideographs(r->arena, t->s), &also);
    if (!name || (latin && r->cv->basics.name && mkcv_is_owner(r, latin))) name = latin, told = also;
    if (!name || mkcv_heading_read(r->arena, t->s).sense == MKCV_HEADING_KIND) return false;
    if (r->cv->basics.name) return mkcv_is_owner(r, name);
    if (!told && !first) return false;
    mkcv_person_name(r, name, mkcv_text_loc(t, 0));
    return r->cv->basics.name != NULL;
}

static bool has_ideographs(struct mkcv_arena *a, const char *s) { return strcmp(without_ideographs(a, s), s) != 0; }

/* The title of the site or of its landing page, when it is a name and nothing surer is known. */
static void guess(struct mkcv_reader *r, bool letters)
{
    static const char *const keys[] = {"title", "name", "site_title", "author"};
    bool told;
    for (size_t i = 0; i < r->site->records.count && !r->cv->basics.name; i++) {
        const struct mkcv_record *record = &r->site->records.at[i];
        if (record->kind != MKCV_RECORD_CONFIG && record->kind != MKCV_RECORD_PAGE) continue;
        for (size_t k = 0; k < sizeof keys / sizeof *keys && !r->cv->basics.name; k++) {
            const char *s = mkcv_node_string(record->meta, keys[k]), *name = mkcv_name_from_title(r->arena, s, &told);
            if (name && letters && has_ideographs(r->arena, name)) continue;
            if (name && mkcv_heading_read(r->arena, s).sense == MKCV_HEADING_UNKNOWN)
                mkcv_person_name(r, name, mkcv_node_lookup(record->meta, keys[k])->loc);
        }
        if (record->kind == MKCV_RECORD_PAGE) break; /* the landing page alone */
    }
}

void mkcv_person_guess(struct mkcv_reader *r)
{
    struct mkcv_basics *b = &r->cv->basics;
    const char *lang = r->cv->lang, *native = b->name;
    bool wide = native && has_ideographs(r->arena, native) && !*without_ideographs(r->arena, native);
    guess(r, false);
    if (!wide || r->settings->name || !strncmp(lang, "zh", 2) || !strncmp(lang, "ja", 2) || !strncmp(lang, "ko", 2))
        return;
    b->name = NULL;
    struct mkcv_loc loc = b->loc;
    guess(r, true);
    if (b->name) {
        *MKCV_PUSH(r->arena, &b->name_variants) = native;
    } else {
        b->name = native;
        b->loc = loc;
    }
}
