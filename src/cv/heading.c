/* heading.c - what a heading means, by the words of the section kinds; see parts.h.
 *
 * The longest phrase that stands in the heading decides, so that "For Potential Students" recruits and "Students"
 * lists. */
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include "words.h"
#include <string.h>

static const char *const biography[] = {"biography",
                                        "bio",
                                        "short bio",
                                        "short biography",
                                        "brief bio",
                                        "brief biography",
                                        "brief introduction",
                                        "about",
                                        "about me",
                                        "introduction",
                                        "self introduction",
                                        "profile",
                                        "summary",
                                        "who am i",
                                        "who i am",
                                        "hello",
                                        "hi",
                                        "welcome",
                                        "short cv",
                                        "research statement",
                                        "research overview",
                                        "uber mich",
                                        "zur person",
                                        "biographie",
                                        "a propos",
                                        "qui suis je",
                                        "presentation personnelle",
                                        "sobre mi",
                                        "biografia",
                                        "acerca de mi",
                                        "sobre mim",
                                        "sobre",
                                        "chi sono",
                                        "个人简介",
                                        "简介",
                                        "关于我",
                                        "自我介绍",
                                        "自己紹介",
                                        "プロフィール",
                                        "소개",
                                        "about myself",
                                        "research",
                                        "my research",
                                        "overview",
                                        "research summary",
                                        NULL};
static const char *const left_out[] = {"potential students",
                                       "prospective students",
                                       "for students",
                                       "future students",
                                       "for potential students",
                                       "for prospective students",
                                       "opening",
                                       "openings",
                                       "open positions",
                                       "open position",
                                       "open phd positions",
                                       "join us",
                                       "join",
                                       "join my group",
                                       "join our group",
                                       "joining",
                                       "recruiting",
                                       "recruitment",
                                       "hiring",
                                       "vacancies",
                                       "vacancy",
                                       "positions available",
                                       "available positions",
                                       "opportunities",
                                       "phd positions",
                                       "position openings",
                                       "position opening",
                                       "we are hiring",
                                       "work with me",
                                       "working with me",
                                       "work with us",
                                       "contact",
                                       "contact me",
                                       "contacts",
                                       "contact information",
                                       "contact info",
                                       "get in touch",
                                       "find me",
                                       "address",
                                       "email",
                                       "office",
                                       "office hours",
                                       "visitor",
                                       "visitors",
                                       "visitor map",
                                       "visitor maps",
                                       "visit",
                                       "visitor statistics",
                                       "thanks for visiting",
                                       "thank you for visiting",
                                       "thanks for stopping by",
                                       "map",
                                       "guestbook",
                                       "hobbies",
                                       "hobby",
                                       "fun",
                                       "fun facts",
                                       "fun fact",
                                       "personal",
                                       "personal life",
                                       "personal interests",
                                       "other interests",
                                       "other interests and hobbies",
                                       "outside of work",
                                       "outside work",
                                       "beyond research",
                                       "beyond work",
                                       "leisure",
                                       "life",
                                       "misc links",
                                       "links",
                                       "quick links",
                                       "useful links",
                                       "friends",
                                       "friend links",
                                       "site",
                                       "sitemap",
                                       "navigation",
                                       "search",
                                       "tags",
                                       "categories",
                                       "archive",
                                       "blog",
                                       "blog posts",
                                       "posts",
                                       "recent posts",
                                       "photos",
                                       "gallery",
                                       "music",
                                       "travel",
                                       "quotes",
                                       "download cv",
                                       "download",
                                       "acknowledgements",
                                       "acknowledgments",
                                       "credits",
                                       "disclaimer",
                                       "subscribe",
                                       "comments",
                                       "follow me",
                                       "social",
                                       "social media",
                                       "statistics",
                                       "stats",
                                       "offene stellen",
                                       "stellenangebote",
                                       "kontakt",
                                       "anfahrt",
                                       "hobbys",
                                       "impressum",
                                       "contactez moi",
                                       "loisirs",
                                       "offres",
                                       "recrutement",
                                       "contacto",
                                       "vacantes",
                                       "aficiones",
                                       "contato",
                                       "vagas",
                                       "contatti",
                                       "posizioni aperte",
                                       "招生",
                                       "招聘",
                                       "招募",
                                       "联系方式",
                                       "联系我",
                                       "联系",
                                       "爱好",
                                       "兴趣爱好",
                                       "友情链接",
                                       "募集",
                                       "連絡先",
                                       "お問い合わせ",
                                       "趣味",
                                       "アクセス",
                                       "연락처",
                                       "모집",
                                       "취미",
                                       "click here",
                                       "for applicants",
                                       "information for applicants",
                                       "academic profiles",
                                       "profiles",
                                       "akademische profile",
                                       "online profiles",
                                       "enlaces",
                                       "liens",
                                       "liens utiles",
                                       "collegamenti",
                                       "verweise",
                                       "照片墙",
                                       "照片",
                                       "相册",
                                       "招生说明",
                                       "招生信息",
                                       "関連リンク",
                                       "リンク",
                                       "相关链接",
                                       "链接",
                                       "访客",
                                       "访问统计",
                                       "방문자",
                                       "링크",
                                       "사진",
                                       "reading list",
                                       "photography",
                                       "pets",
                                       "sports",
                                       "fotos",
                                       "galeria",
                                       "galerie",
                                       "visiteurs",
                                       "besucher",
                                       "visitantes",
                                       "how to reach me",
                                       "where to find me",
                                       "say hi",
                                       "my office",
                                       "apply",
                                       "how to apply",
                                       "application",
                                       "thesis topics",
                                       "offene abschlussarbeiten",
                                       "sujets de stage",
                                       "personally",
                                       "new students",
                                       "more about me",
                                       "private life",
                                       "outside academia",
                                       "outside of academia",
                                       "in my free time",
                                       "free time",
                                       "non academic",
                                       "beyond academia",
                                       NULL};
/* Of those, what subjects are named by too: they speak to visitors only where they are the whole heading. */
static const char *const of_subjects[] = {"statistics", "stats",  "life",        "music",  "travel",  "sports",  "map",
                                          "search",     "social", "application", "office", "archive", "address", "fun",
                                          "site",       "visit",  "photography", "apply",  NULL};
static const char *const frames[] = {"cv",          "curriculum vitae",
                                     "vita",        "resume",
                                     "home",        "homepage",
                                     "lebenslauf",  "cv and publications",
                                     "academic cv", "main",
                                     "页面",        "简历",
                                     "履歴書",      "이력서",
                                     NULL};
static const char *const selected_words[] = {"selected",     "representative", "featured", "highlighted",
                                             "main",         "ausgewahlte",    "choisies", "seleccionadas",
                                             "selecionadas", "selezionate",    "代表",     NULL};

/* The best match so far. */
struct match {
    size_t length, at;
};

/* A folded heading, and the letters with which its words begin: most phrases begin with none of them. */
struct words {
    const char *folded;
    bool ascii, starts[128];
};

static bool is_ascii(const char *s)
{
    while (*s && (unsigned char)*s < 0x80) s++;
    return !*s;
}

/* Ideographs alone, which folding leaves as they are. */
static bool is_han(const char *s)
{
    for (; *s; s += 3)
        if ((unsigned char)*s < 0xe4 || (unsigned char)*s > 0xe9 || !s[1] || !s[2]) return false;
    return true;
}

static struct words words_of(const char *folded)
{
    struct words w = {.folded = folded, .ascii = is_ascii(folded)};
    for (const char *p = folded; *p; p++)
        if ((unsigned char)*p < 0x80 && (p == folded || p[-1] == ' ' || (unsigned char)p[-1] >= 0x80))
            w.starts[(unsigned char)*p] = true;
    return w;
}

static bool improve(struct mkcv_arena *a, const struct words *w, const char *const *phrases, struct match *best)
{
    bool better = false;
    for (; *phrases; phrases++) {
        const char *phrase = *phrases;
        unsigned char first = (unsigned char)*phrase;
        if (first < 0x80 ? !w->starts[first] : w->ascii) continue;
        if (!is_ascii(phrase)) {
            if (w->ascii) continue;
            if (!is_han(phrase)) phrase = mkcv_utf8_fold(a, phrase);
        }
        size_t n = strlen(phrase);
        if (n <= best->length) continue;
        size_t at = mkcv_fold_find(w->folded, phrase);
        if (at == (size_t)-1) continue;
        *best = (struct match){n, at};
        better = true;
    }
    return better;
}

/* Nothing but the phrase, small words and words that choose ("selected", "my", "and"). */
static bool is_whole(const char *folded, struct match m)
{
    static const char *const small[] = {"and",
                                        "my",
                                        "the",
                                        "of",
                                        "selected",
                                        "recent",
                                        "other",
                                        "all",
                                        "academic",
                                        "research",
                                        "full",
                                        "a",
                                        "in",
                                        "und",
                                        "et",
                                        "y",
                                        "e",
                                        "main",
                                        "professional",
                                        "current",
                                        "past",
                                        "previous",
                                        "list",
                                        "some",
                                        "representative",
                                        "honors",
                                        "international",
                                        "awards",
                                        "by",
                                        "topic",
                                        "topics",
                                        "year",
                                        "type",
                                        "detail",
                                        NULL};
    char word[32];
    for (const char *p = folded; *p;) {
        size_t n = strcspn(p, " "), at = (size_t)(p - folded);
        if (at < m.at || at >= m.at + m.length) {
            if (n >= sizeof word) return false;
            memcpy(word, p, n);
            word[n] = 0;
            if (!mkcv_word_in(word, small)) return false;
        }
        p += n;
        while (*p == ' ') p++;
    }
    return true;
}

/* A second kind beside the first: "Education and Experience". */
static enum mkcv_kind second_kind(struct mkcv_arena *a, const char *folded, enum mkcv_kind first, struct match m,
                                  size_t *at)
{
    char *rest = mkcv_arena_strdup(a, folded);
    memset(rest + m.at, ' ', m.length);
    const struct words left = words_of(rest);
    struct match best = {3, 0};
    enum mkcv_kind kind = MKCV_KIND_COUNT;
    for (int k = 0; k < MKCV_KIND_COUNT; k++)
        if (k != (int)first && improve(a, &left, mkcv_section_kind((enum mkcv_kind)k)->headings, &best))
            kind = (enum mkcv_kind)k;
    *at = best.at;
    return kind;
}

/* "Hi, I work on tides": a sentence of its owner is no heading of sections. */
static bool is_sentence(const char *folded)
{
    return !strncmp(folded, "hi ", 3) || !strncmp(folded, "hello ", 6) || !strncmp(folded, "i ", 2) ||
           strstr(folded, " i ") != NULL;
}

static bool has_any(const char *folded, const char *const *words)
{
    for (; *words; words++)
        if (mkcv_fold_find(folded, *words) != (size_t)-1) return true;
    return false;
}

/* "For Prospective PhD Students and Interns", "Internships Available": whoever is wanted, in any order. */
static bool recruits(const char *folded)
{
    static const char *const wanted[] = {"prospective", "potential", "future", "interested", "motivated", NULL};
    static const char *const people[] = {
        "student", "students", "intern",   "interns",       "postdocs",    "applicant", "applicants",   "candidates",
        "members", "phd",      "visitors", "collaborators", "supervisees", "mentees",   "postdoctoral", NULL};
    static const char *const offered[] = {"available", "wanted", "vacant", NULL};
    static const char *const posts[] = {"internship", "internships", "position", "positions",    "phd", "postdoc",
                                        "job",        "jobs",        "theses",   "studentships", NULL};
    return (has_any(folded, wanted) && has_any(folded, people)) || (has_any(folded, offered) && has_any(folded, posts));
}

static bool is_of_subject(struct mkcv_arena *a, const char *folded, struct match m)
{
    return mkcv_word_in(mkcv_arena_strndup(a, folded + m.at, m.length), of_subjects);
}

static struct mkcv_heading read_heading(struct mkcv_arena *a, const char *text)
{
    struct mkcv_heading h = {MKCV_HEADING_UNKNOWN, MKCV_KIND_COUNT, MKCV_KIND_COUNT, false, false};
    struct match best = {0, 0};
    const char *folded = mkcv_utf8_fold(a, text);
    const struct words words = words_of(folded);
    if (improve(a, &words, biography, &best)) h.sense = MKCV_HEADING_BIOGRAPHY;
    for (int k = 0; k < MKCV_KIND_COUNT; k++)
        if (improve(a, &words, mkcv_section_kind((enum mkcv_kind)k)->headings, &best)) {
            h.sense = MKCV_HEADING_KIND;
            h.kind = (enum mkcv_kind)k;
        }
    if (improve(a, &words, left_out, &best)) h.sense = MKCV_HEADING_LEFT_OUT;
    if (recruits(folded))
        return (struct mkcv_heading){MKCV_HEADING_LEFT_OUT, MKCV_KIND_COUNT, MKCV_KIND_COUNT, true, false};
    if (improve(a, &words, frames, &best)) h.sense = MKCV_HEADING_FRAME;
    if (!best.length) return h;
    h.whole = is_whole(folded, best);
    struct match chosen = {0, 0};
    h.selected = improve(a, &words, selected_words, &chosen);
    if (h.sense != MKCV_HEADING_KIND) {
        h.kind = MKCV_KIND_COUNT;
        /* "Hi, I work on ..." or "My life with X" are no heads of these senses; a name's word is not either */
        bool visitors = h.sense == MKCV_HEADING_LEFT_OUT && !is_of_subject(a, folded, best);
        if (!h.whole && !visitors) h.sense = MKCV_HEADING_UNKNOWN;
        return h;
    }
    size_t at = 0;
    if (is_sentence(folded))
        return (struct mkcv_heading){.sense = MKCV_HEADING_UNKNOWN, MKCV_KIND_COUNT, MKCV_KIND_COUNT, 0, 0};
    h.second = second_kind(a, folded, h.kind, best, &at);
    if (h.second != MKCV_KIND_COUNT && at < best.at) { /* in the order of the heading */
        enum mkcv_kind first = h.second;
        h.second = h.kind;
        h.kind = first;
    }
    if (h.second != MKCV_KIND_COUNT && (strstr(folded, "に対する") || strstr(folded, "に関する"))) {
        h.kind = h.second; /* "論文に対する受賞": the last word is the head */
        h.second = MKCV_KIND_COUNT;
    }
    return h;
}

/* Asked of every line that may be a heading: what was folded for that is not kept. */
struct mkcv_heading mkcv_heading_read(struct mkcv_arena *a, const char *text)
{
    if (!text || strlen(text) > 160)
        return (struct mkcv_heading){MKCV_HEADING_UNKNOWN, MKCV_KIND_COUNT, MKCV_KIND_COUNT, false, false};
    struct mkcv_arena_mark before = mkcv_arena_mark(a);
    size_t n = strlen(text);
    const char *open = n && text[n - 1] == ')' ? strrchr(text, '(') : NULL;
    struct mkcv_heading h = {.whole = false};
    if (open && open > text) h = read_heading(a, mkcv_arena_strndup(a, text, (size_t)(open - text)));
    if (!h.whole) h = read_heading(a, text); /* what brackets add does not belong to the name */
    mkcv_arena_rewind(a, before);
    return h;
}
