/* people.c - names of people in running text, cleaned and compared; see read.h.
 *
 * A name is known by its shape (capitals, initials, particles, a run of Han) and by what it is not: an organisation,
 * the first word of a sentence. No list of names is kept. */
#include "mkcv/buf.h"
#include "mkcv/read.h"
#include "mkcv/utf8.h"
#include "words.h"
#include <string.h>

#define NAME_WORDS 6 /* words of the longest name */

static const char *const titles[] = {
    "prof",       "profs",   "professor",    "professors",    "professeur", "professeurs", "profesor",
    "doctor",     "dr",      "drs",          "dring",         "drring",     "mr",          "mrs",
    "ms",         "miss",    "sir",          "dame",          "assoc",      "asst",        "associate",
    "assistant",  "full",    "adjunct",      "distinguished", "chair",      "academician", "emeritus",
    "univprof",   "pd",      "privatdozent", "the",           "late",       "both",        "my",
    "supervisor", "advisor", "with",         "ing",           "habil",      "hc",          "rernat",
    "med",        "phil",    "director",     "senior",        "scientist",  "researcher",  "by",
    "from",       "as",      "well",         "dra",           "profa",      "profesora",   "professora",
    "prof.ssa",   "dott",    "mme",          "herr",          "herrn",      "frau",        NULL};
static const char *const real_titles[] = {
    "dra",   "profa",  "profesora", "professora", "prof", "profs",      "professor", "professors",  "dr", "drs",
    "dring", "doctor", "mr",        "mrs",        "ms",   "professeur", "profesor",  "academician", NULL};
static const char *const particles[] = {"de",  "van", "von", "der", "den", "del", "della", "di",  "da",
                                        "dos", "das", "do",  "du",  "la",  "le",  "bin",   "ibn", "al",
                                        "el",  "ter", "ten", "zu",  "zur", "y",   NULL};
static const char *const no_names[] = {
    "the",       "in",         "at",     "from",  "and",   "my",   "his",       "her",   "our", "who",  "where",
    "i",         "department", "dept",   "group", "team",  "ai",   "ml",        "phd",   "msc", "bsc",  "ms",
    "bs",        "during",     "before", "after", "since", "now",  "he",        "she",   "we",  "they", "also",
    "currently", "as",         "on",     "for",   "of",    "with", "professor", "chair", NULL};
static const char *const han_titles[] = {"教授",   "老师",     "老師",   "先生", "博士", "研究员", "研究員", "院士",
                                         "副教授", "助理教授", "准教授", "교수", "박사", "님",     NULL};

static uint32_t first_char(const char *s, size_t at)
{
    const char *p = s + at;
    return mkcv_utf8_next(&p);
}

static bool is_title(const struct mkcv_token *t) { return t->word && mkcv_word_in(t->fold, titles); }

static bool is_name_word(struct mkcv_arena *a, const char *s, const struct mkcv_token *t)
{
    bool initial = s[t->to - 1] == '.' && t->to - t->from == 2; /* "I. Holm" */
    bool plain = (unsigned char)s[t->from] < 0x80;              /* "Ất" is no "at" */
    if (!t->word || (!initial && plain && mkcv_word_in(t->fold, no_names))) return false;
    uint32_t c = first_char(s, t->from);
    if (mkcv_is_cjk(c)) return t->to - t->from <= 18;
    return (mkcv_is_upper(c) || mkcv_is_caseless(c)) && !mkcv_is_org(a, s, t->from, t->to);
}

/* Cuts a title off a run of Han: "李明教授" is 李明. */
static size_t cut_han_title(const char *s, size_t from, size_t to)
{
    for (bool again = true; again;) {
        again = false;
        for (const char *const *t = han_titles; *t; t++) {
            size_t n = strlen(*t);
            if (to - from >= n + 6 && !memcmp(s + to - n, *t, n)) {
                to -= n;
                again = true;
            }
        }
    }
    return to;
}

/* "(Shawn)" between two words of a name: how many tokens it takes. */
static size_t nickname_at(struct mkcv_arena *a, const char *s, const struct mkcv_tokens *t, size_t i)
{
    if (i + 3 >= t->list.count || strcmp(t->list.at[i].fold, "(") != 0 || strcmp(t->list.at[i + 2].fold, ")") != 0)
        return 0;
    return is_name_word(a, s, &t->list.at[i + 1]) && is_name_word(a, s, &t->list.at[i + 3]) ? 3 : 0;
}

/* "de", "de la" before a word of a name. */
static bool is_particle(struct mkcv_arena *a, const char *s, const struct mkcv_tokens *t, size_t i)
{
    size_t k = i;
    while (k < t->list.count && k < i + 3 && t->list.at[k].word && mkcv_word_in(t->list.at[k].fold, particles)) k++;
    return k > i && k < t->list.count && is_name_word(a, s, &t->list.at[k]) &&
           !mkcv_is_cjk(first_char(s, t->list.at[k].from));
}

/* "Lin He", "Mei She": behind a given name, and with nothing behind it that it does, it is a surname. */
static bool is_short_surname(const char *s, const struct mkcv_tokens *t, size_t i)
{
    static const char *const surnames[] = {"he", "she", NULL};
    const struct mkcv_token *w = &t->list.at[i];
    bool last = i + 1 == t->list.count || !t->list.at[i + 1].word;
    return i && last && mkcv_word_in(w->fold, surnames) && mkcv_is_upper(first_char(s, w->from)) &&
           w->to - w->from <= 3;
}

/* The tokens of the name that starts at token `i`; 0 when there is none. */
static size_t count_name(struct mkcv_arena *a, const char *s, const struct mkcv_tokens *t, size_t i)
{
    size_t n = 0, words = 0;
    if (i >= t->list.count || !is_name_word(a, s, &t->list.at[i])) {
        if (i >= t->list.count || !is_particle(a, s, t, i)) return 0;
    }
    while (i + n < t->list.count && words < NAME_WORDS) {
        const struct mkcv_token *w = &t->list.at[i + n];
        size_t nick = words ? nickname_at(a, s, t, i + n) : 0;
        if (nick) {
            n += nick;
            continue;
        }
        bool particle = is_particle(a, s, t, i + n);
        bool surname = n && is_short_surname(s, t, i + n);
        if (!particle && !surname && !is_name_word(a, s, w)) break;
        n++;
        words++;
    }
    return n;
}

/* "State Key" before "Laboratory": the capitals are those of an organisation. */
static bool starts_org(struct mkcv_arena *a, const char *s, const struct mkcv_tokens *t, size_t i)
{
    if (i >= t->list.count || !t->list.at[i].word) return false;
    return mkcv_is_upper(first_char(s, t->list.at[i].from)) && mkcv_is_org(a, s, t->list.at[i].from, t->list.at[i].to);
}

/* The name behind the titles at token `i`: *name, *next the token after it. */
static bool find_name(struct mkcv_arena *a, const char *s, const struct mkcv_tokens *t, size_t i,
                      struct mkcv_range *name, size_t *next)
{
    bool titled = false;
    while (i < t->list.count && (is_title(&t->list.at[i]) || !strcmp(t->list.at[i].fold, ".") ||
                                 (titled && !strcmp(t->list.at[i].fold, "-")))) {
        titled = titled || mkcv_word_in(t->list.at[i].fold, real_titles);
        i++;
    }
    size_t n = count_name(a, s, t, i);
    if (!n || starts_org(a, s, t, i + n)) return false;
    *name = (struct mkcv_range){t->list.at[i].from, t->list.at[i + n - 1].to};
    bool han = mkcv_is_cjk(first_char(s, name->from));
    if (han) name->to = cut_han_title(s, name->from, name->to);
    if (!han && n == 1 && !titled) return false;
    if (han && name->to - name->from < 6) return false;
    if (s[name->to - 1] == '.' && name->to - name->from > 3 && !mkcv_is_upper((unsigned char)s[name->to - 2]))
        name->to--;
    *next = i + n;
    return true;
}

bool mkcv_name_find(struct mkcv_arena *a, const char *s, size_t from, size_t to, struct mkcv_range *name)
{
    struct mkcv_tokens t = mkcv_tokens_new(a, s, from, to < from + 200 ? to : from + 200);
    size_t next;
    return find_name(a, s, &t, 0, name, &next);
}

/* "Ann Li, PhD, MD": the token behind the letters behind a name. */
static size_t skip_letters(const struct mkcv_tokens *t, size_t i)
{
    static const char *const letters[] = {"phd", "md", "dphil", "msc", "mph", "frs", "dsc", "edd", NULL};
    while (i + 1 < t->list.count && !strcmp(t->list.at[i].fold, ",") && mkcv_word_in(t->list.at[i + 1].fold, letters))
        i += 2;
    return i;
}

/* After a name: a bracket with its place is skipped; then a comma or "and" leads to the next. Gives the token of the
 * next name's first word, or 0. */
static size_t skip_to_next(const struct mkcv_tokens *t, size_t i)
{
    if (i < t->list.count && !strcmp(t->list.at[i].fold, "(")) {
        size_t close = i;
        while (close < t->list.count && strcmp(t->list.at[close].fold, ")") != 0) close++;
        if (close < t->list.count) i = close + 1;
    }
    size_t start = i;
    while (i < t->list.count) {
        const char *w = t->list.at[i].fold;
        if (strcmp(w, ",") && strcmp(w, "and") && strcmp(w, "&") && strcmp(w, "、") && strcmp(w, "，") &&
            strcmp(w, "und") && strcmp(w, "et") && strcmp(w, "y") && strcmp(w, "和") && strcmp(w, "with") &&
            strcmp(w, "also") && strcmp(w, "by") && strcmp(w, "/") && strcmp(w, ";"))
            break;
        i++;
    }
    return i > start ? i : 0;
}

size_t mkcv_name_native_end(const char *s, size_t end, size_t to)
{
    size_t open = end;
    while (open < to && s[open] == ' ') open++;
    const char *p = s + open, *stop = s + to;
    if (p >= stop) return end;
    uint32_t c = mkcv_utf8_next(&p);
    if (c != '(' && c != 0xff08) return end;
    for (size_t n = 0; p < stop && n < 16; n++) {
        c = mkcv_utf8_next(&p);
        if (n && (c == ')' || c == 0xff09)) return (size_t)(p - s);
        if (!mkcv_is_cjk(c) && c != ' ' && c != 0xb7) return end;
    }
    return end;
}

/* A link whose text has the shape of a name is one, whatever its words mean elsewhere ("He", "An", "Phil"). */
static bool find_linked_name(struct mkcv_arena *a, const struct mkcv_text *text, const struct mkcv_tokens *t, size_t i,
                             struct mkcv_range *name, size_t *next)
{
    struct mkcv_range link;
    for (;; i++) {
        if (i >= t->list.count) return false;
        link = mkcv_link_at(text, t->list.at[i].from);
        if (link.to > link.from && link.from >= t->list.at[0].from && link.from <= t->list.at[i].from) break;
        if (!is_title(&t->list.at[i]) && strcmp(t->list.at[i].fold, ".") != 0) return false;
    }
    if (link.from != t->list.at[i].from || link.to - link.from > 80) return false;
    static const char *const ranks[] = {"assoc", "asst", "associate", "assistant", "univprof", ".", NULL};
    while (i < t->list.count &&
           (mkcv_word_in(t->list.at[i].fold, real_titles) || mkcv_word_in(t->list.at[i].fold, ranks)))
        i++;
    if (i >= t->list.count || t->list.at[i].from >= link.to) return false;
    struct mkcv_range in = {t->list.at[i].from, link.to};
    while (in.to > in.from && text->s[in.to - 1] == ' ') in.to--;
    if (mkcv_is_org(a, text->s, in.from, in.to)) return false;
    size_t words = 0, k = i;
    for (; k < t->list.count && t->list.at[k].from < in.to; k++) {
        uint32_t c = first_char(text->s, t->list.at[k].from);
        bool particle = mkcv_word_in(t->list.at[k].fold, particles);
        if (!t->list.at[k].word || mkcv_is_cjk(c) || (!mkcv_is_upper(c) && !particle)) return false;
        words += !particle || mkcv_is_upper(c);
    }
    if (words < 2 || words > NAME_WORDS) return false;
    *name = in;
    *next = k;
    return true;
}

/* "Tia Moss's lab": the end of the name before its "'s". */
static size_t without_genitive(const char *s, size_t to, size_t from)
{
    if (to > from + 4 && !strncmp(s + to - 4, "\xe2\x80\x99s", 4)) return to - 4;
    return to > from + 2 && !strncmp(s + to - 2, "'s", 2) ? to - 2 : to;
}

/* Where a run of Han joins two names, "江勇教授和夏树涛", "林海与王石": the byte of the joint, or `to`. */
static size_t find_han_joint(const char *s, size_t from, size_t to)
{
    static const char *const joints[] = {"和", "与", "與", "及", NULL};
    enum { HAN = 3, NAME_LEAST = 2 * HAN, NAME_MOST = 8 * HAN };
    for (size_t at = from + NAME_LEAST; at + HAN + NAME_LEAST <= to && at <= from + NAME_MOST; at += HAN)
        for (const char *const *j = joints; *j; j++)
            if (!memcmp(s + at, *j, HAN)) return at;
    return to;
}

/* Tokens of lists of people: names in Han that a word joins without a blank are words of their own. */
static struct mkcv_tokens tokens_of_people(struct mkcv_arena *a, const char *s, size_t from, size_t to)
{
    struct mkcv_tokens all = mkcv_tokens_new(a, s, from, to), out = {.list.at = NULL};
    for (size_t i = 0; i < all.list.count; i++) {
        struct mkcv_token t = all.list.at[i];
        while (t.word && mkcv_is_cjk(first_char(s, t.from))) {
            size_t joint = find_han_joint(s, t.from, t.to), behind = joint + strlen("和");
            if (joint == t.to) break;
            *MKCV_PUSH(a, &out.list) = (struct mkcv_token){
                .from = t.from, .to = joint, .fold = mkcv_arena_strndup(a, s + t.from, joint - t.from), .word = true};
            *MKCV_PUSH(a, &out.list) = (struct mkcv_token){.from = joint, .to = behind, .fold = "和", .word = false};
            t.fold = mkcv_arena_strndup(a, s + behind, t.to - behind);
            t.from = behind;
        }
        *MKCV_PUSH(a, &out.list) = t;
    }
    return out;
}

size_t mkcv_people_read(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *text, size_t from,
                        size_t to, enum mkcv_relation relation)
{
    struct mkcv_tokens t = tokens_of_people(r->arena, text->s, from, to);
    size_t end = from;
    for (size_t i = 0;;) {
        struct mkcv_range name;
        size_t next;
        if (i < t.list.count && !strcmp(t.list.at[i].fold, "(")) { /* "and (previously) with Prof. X" */
            while (i < t.list.count && strcmp(t.list.at[i].fold, ")") != 0) i++;
            i++;
        }
        while (i < t.list.count && (!strcmp(t.list.at[i].fold, "with") || !strcmp(t.list.at[i].fold, "by"))) i++;
        if (i >= t.list.count || (!find_linked_name(r->arena, text, &t, i, &name, &next) &&
                                  !find_name(r->arena, text->s, &t, i, &name, &next)))
            break;
        name.to = without_genitive(text->s, mkcv_name_native_end(text->s, name.to, to), name.from);
        while (next < t.list.count && t.list.at[next].from < name.to) next++;
        const char *s =
            mkcv_name_clean(r->arena, mkcv_arena_strndup(r->arena, text->s + name.from, name.to - name.from));
        mkcv_entry_person(r, e, s, mkcv_text_url(text, name.from, name.to), relation);
        end = name.to;
        size_t letters = skip_letters(&t, next);
        if (letters > next) end = t.list.at[letters - 1].to;
        i = skip_to_next(&t, letters);
        if (!i) break;
    }
    return end;
}

static bool is_author_mark(uint32_t c)
{
    return c == '*' || c == '^' || c == 0x2217 || c == 0x2020 || c == 0x2021 || c == 0xa7 || c == 0xb6 || c == 0x2016 ||
           c == 0xb9 || c == 0xb2 || c == 0xb3 || (c >= 0x2070 && c <= 0x2089) || (c < 0x80 && mkcv_is_digit(c)) ||
           c == 0x2709 || c == 0xfe0f || c == '#' || c == 0xfffd;
}

const char *mkcv_name_clean(struct mkcv_arena *a, const char *s)
{
    size_t n = strlen(s);
    struct mkcv_tokens t = mkcv_tokens_new(a, s, 0, n < 300 ? n : 300);
    size_t i = 0;
    while (i + 1 < t.list.count && mkcv_word_in(t.list.at[i].fold, real_titles)) i++;
    struct mkcv_range r = mkcv_trim(s, (struct mkcv_range){i < t.list.count ? t.list.at[i].from : 0, n});
    if (r.to > r.from && s[r.to] == '.' && s[r.to - 1] != '.' && mkcv_is_upper((unsigned char)s[r.to - 1])) r.to++;
    struct mkcv_buf out;
    mkcv_buf_init(&out, a);
    for (const char *p = s + r.from; p < s + r.to;) {
        uint32_t c = mkcv_utf8_next(&p);
        if (is_author_mark(c)) continue;
        if (mkcv_is_space(c) || c == 0x2028) {
            if (out.n && out.s[out.n - 1] != ' ') mkcv_buf_putc(&out, ' ');
        } else
            mkcv_buf_utf8(&out, c);
    }
    while (out.n && (out.s[out.n - 1] == ' ' || out.s[out.n - 1] == ',')) out.s[--out.n] = 0;
    return out.s;
}

/* The folded words of a name, the last name last. */
struct name_words {
    const char *word[12];
    size_t count;
};

static struct name_words split_name(struct mkcv_arena *a, const char *s)
{
    struct name_words w = {.count = 0};
    const char *comma = strchr(s, ',');
    if (comma && comma[1]) s = mkcv_arena_printf(a, "%s %.*s", comma + 1, (int)(comma - s), s);
    size_t n = strlen(s);
    struct mkcv_tokens t = mkcv_tokens_new(a, s, 0, n < 200 ? n : 200);
    for (size_t i = 0; i < t.list.count && w.count < 12; i++)
        if (t.list.at[i].word && *t.list.at[i].fold) w.word[w.count++] = t.list.at[i].fold;
    return w;
}

static const char *join_words(struct mkcv_arena *a, const struct name_words *w, size_t from, size_t to)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, a);
    for (size_t i = from; i < to; i++) mkcv_buf_puts(&out, w->word[i]);
    return out.s;
}

/* Given names agree when they are the same, or when one has the initials of the other. */
static bool given_agree(const char *one, const char *other, const struct name_words *w1, size_t f1,
                        const struct name_words *w2, size_t f2)
{
    if (!strcmp(one, other)) return true;
    const char *a = w1->word[f1], *b = w2->word[f2];
    if (!strcmp(a, b)) return true; /* a middle name more or less */
    bool initial = strlen(a) <= 2 || strlen(b) <= 2;
    return initial && a[0] == b[0];
}

/* Last names at `l1`, `l2` (first or last word), the rest given. */
static bool agree(struct mkcv_arena *a, const struct name_words *x, bool x_first, const struct name_words *y,
                  bool y_first)
{
    size_t lx = x_first ? 0 : x->count - 1, ly = y_first ? 0 : y->count - 1;
    if (strcmp(x->word[lx], y->word[ly]) != 0 || strlen(x->word[lx]) < 2) return false;
    size_t fx = x_first ? 1 : 0, fy = y_first ? 1 : 0;
    return given_agree(join_words(a, x, fx, fx + x->count - 1), join_words(a, y, fy, fy + y->count - 1), x, fx, y, fy);
}

static bool match_names(struct mkcv_arena *a, const char *one, const char *other)
{
    struct name_words x = split_name(a, one), y = split_name(a, other);
    if (!x.count || !y.count) return false;
    if (x.count == 1 || y.count == 1) return !strcmp(join_words(a, &x, 0, x.count), join_words(a, &y, 0, y.count));
    return agree(a, &x, false, &y, false) || agree(a, &x, true, &y, false) || agree(a, &x, false, &y, true);
}

bool mkcv_name_matches(struct mkcv_arena *a, const char *one, const char *other)
{
    if (!one || !other) return false;
    struct mkcv_arena_mark mark = mkcv_arena_mark(a);
    bool same = match_names(a, one, other);
    mkcv_arena_rewind(a, mark);
    return same;
}

/* "Prof. Ada Moss, Ph.D." is Ada Moss. */
static const char *cut_honours(struct mkcv_arena *a, const char *name)
{
    const char *comma = strchr(name, ',');
    struct mkcv_range degree;
    if (comma && mkcv_degree_find(a, name, (size_t)(comma - name), strlen(name), &degree))
        name = mkcv_arena_strndup(a, name, (size_t)(comma - name));
    return mkcv_name_clean(a, name);
}

bool mkcv_is_owner(struct mkcv_reader *r, const char *name)
{
    const struct mkcv_basics *b = &r->cv->basics;
    if (b->name) {
        if (mkcv_name_matches(r->arena, b->name, name)) return true;
        const char *bare = cut_honours(r->arena, b->name);
        if (strcmp(bare, b->name) && mkcv_name_matches(r->arena, bare, name)) return true;
    }
    for (size_t i = 0; i < b->name_variants.count; i++)
        if (mkcv_name_matches(r->arena, b->name_variants.at[i], name)) return true;
    return false;
}
