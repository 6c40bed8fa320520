/* publication_untitled.c - references of physics and astronomy: "A. Berg, B. Kos, Phys. Rev. D 97, 043501 (2018)" has
 * no title, and "A. Berg et al., 2023, MNRAS, 521, 1234, "T"" has it behind everything else. What stands between the
 * names and the end must be a journal with volume, page and year, and nothing else. */
#include "mkcv/utf8.h"
#include "publication_line.h"
#include <ctype.h>
#include <string.h>

struct journal {
    struct mkcv_range name, volume, number, pages;
    int year;
};

enum { NAME_WORDS = 9, TRIES = 80 };

static size_t skip_marks(const char *s, size_t at, size_t to)
{
    while (at < to && strchr(" ,:;.", s[at])) at++;
    return at;
}

/* "2018" or "(2018)" at `at`: the byte behind it, or `at`. */
static size_t read_year(const char *s, size_t at, size_t to, int *year)
{
    size_t bracket = at < to && s[at] == '(', from = at + bracket;
    if (*year || from + 4 + bracket > to || !mkcv_line_is_year(s, from, to) || (bracket && s[from + 4] != ')'))
        return at;
    for (size_t i = from; i < from + 4; i++) *year = *year * 10 + (s[i] - '0');
    return from + 4 + bracket;
}

/* The journal's name ends before the first number that is a word: "Phys. Rev. D". */
static struct mkcv_range read_name(const char *s, size_t at, size_t to)
{
    size_t words = 0, end = at;
    while (end < to && !isdigit((unsigned char)s[end]) && s[end] != '(' && s[end] != '[') {
        size_t n = strcspn(s + end, " ,");
        const char *p = s + end;
        uint32_t first = mkcv_utf8_next(&p);
        bool small =
            !strncmp(s + end, "of ", 3) || !strncmp(s + end, "and ", 4) || s[end] == '&' || !strncmp(s + end, "in ", 3);
        if (end + n > to || !n || ++words > NAME_WORDS || (!mkcv_is_upper(first) && !small))
            return (struct mkcv_range){at, at};
        end += n;
        if (end < to && s[end] == ',') { /* "MNRAS, 521" */
            if (!isdigit((unsigned char)s[skip_marks(s, end, to)])) return (struct mkcv_range){at, at};
            break;
        }
        while (end < to && s[end] == ' ') end++;
    }
    return mkcv_trim(s, (struct mkcv_range){at, end});
}

/* "A12", "043501", "45--67" */
static struct mkcv_range read_number(const char *s, size_t at, size_t to, bool range)
{
    size_t end = at + (at < to && isupper((unsigned char)s[at]) && isdigit((unsigned char)s[at + 1]));
    size_t digits = end;
    while (end < to && isdigit((unsigned char)s[end])) end++;
    if (end == digits) return (struct mkcv_range){at, at};
    size_t dash = end + (strncmp(s + end, "–", 3) ? strspn(s + end, "-") : 3);
    if (range && dash > end && isdigit((unsigned char)s[dash])) end = dash + strspn(s + dash, "0123456789");
    return (struct mkcv_range){at, end < to ? end : to};
}

/* A journal and its figures fill [at, to). */
static bool read_journal(const char *s, size_t at, size_t to, struct journal *j)
{
    *j = (struct journal){.year = 0};
    at = skip_marks(s, read_year(s, at, to, &j->year), to);
    j->name = read_name(s, at, to);
    if (j->name.to < j->name.from + 2) return false;
    at = skip_marks(s, j->name.to, to);
    j->volume = read_number(s, at, to, false);
    if (j->volume.from == j->volume.to || j->volume.to - j->volume.from > 4) return false;
    at = skip_marks(s, j->volume.to, to);
    if (at < to && s[at] == '(') {
        size_t past = read_year(s, at, to, &j->year);
        if (past == at) {
            j->number = read_number(s, at + 1, to, false);
            if (j->number.from == j->number.to || s[j->number.to] != ')') return false;
            past = j->number.to + 1;
        }
        at = skip_marks(s, past, to);
    }
    j->pages = read_number(s, at, to, true);
    if (j->pages.from == j->pages.to) return false;
    at = skip_marks(s, j->pages.to, to);
    at = skip_marks(s, read_year(s, at, to, &j->year), to);
    return j->year && at == to;
}

/* "A. Moss", "Moss A", "Moss AB" */
static bool has_initial(const char *name)
{
    const char *last = strrchr(name, ' ');
    return strchr(name, '.') || (last && strlen(last) <= 3 && isupper((unsigned char)last[1]));
}

/* Every name has an initial, or the list goes on with others: a title of two capital words is no name here. */
static bool are_names(struct mkcv_line *l, size_t from, size_t to)
{
    struct mkcv_arena *a = l->reader->arena;
    struct mkcv_entry named = {.kind = MKCV_KIND_PUBLICATIONS};
    if (mkcv_authors_score(a, l->text, from, to) < 80) return false;
    mkcv_authors_read(a, l->text, from, to, &named);
    for (size_t i = 0; i < named.people.count; i++)
        if (!has_initial(named.people.at[i].name)) return false;
    return named.people.count > 0;
}

static void set(struct mkcv_line *l, enum mkcv_field f, struct mkcv_range r)
{
    struct mkcv_arena *a = l->reader->arena;
    const char *s = mkcv_arena_strndup(a, l->text->s + r.from, r.to - r.from), *dash = strchr(s, '-');
    if (r.from == r.to) return;
    if (f == MKCV_FIELD_PAGES && dash)
        s = mkcv_arena_printf(a, "%.*s–%s", (int)(dash - s), s, dash + strspn(dash, "-"));
    l->entry->fields[f] = mkcv_text_new(a, s, mkcv_text_loc(l->text, r.from)); /* "arXiv" of an identifier gives way */
}

bool mkcv_line_read_named_journal(struct mkcv_line *l, size_t to)
{
    const char *s = l->text->s;
    size_t from = 0;
    while (from < to && (l->claim[from] != MKCV_CLAIM_NONE || s[from] == ' ')) from++;
    for (size_t i = from; i < to; i++)
        if (l->claim[i] != MKCV_CLAIM_NONE) to = i;
    static const char *const identifiers[] = {"arXiv:", "[arXiv", "doi:", "DOI:", "https://", "http://"};
    for (size_t i = 0; i < sizeof identifiers / sizeof *identifiers; i++) {
        const char *at = memmem(s + from, to - from, identifiers[i], strlen(identifiers[i]));
        if (at) to = (size_t)(at - s);
    }
    while (to > from && strchr(" ,.;:\"[(", s[to - 1])) to--;
    int tries = 0;
    for (size_t i = from; i + 1 < to && tries < TRIES; i++) {
        struct journal j;
        if (!strchr(",. :", s[i]) || s[i + 1] != ' ') continue;
        size_t at = skip_marks(s, i, to);
        tries++;
        if (!read_journal(s, at, to, &j) || !are_names(l, from, i + (s[i] == '.'))) continue;
        mkcv_line_claim_authors(l, from, i + (s[i] == '.'));
        set(l, MKCV_FIELD_ORG, j.name);
        set(l, MKCV_FIELD_VOLUME, j.volume);
        set(l, MKCV_FIELD_NUMBER, j.number);
        set(l, MKCV_FIELD_PAGES, j.pages);
        l->entry->end = (struct mkcv_date){.year = (short)j.year};
        mkcv_line_claim(l, at, to, MKCV_CLAIM_FIGURE);
        return true;
    }
    return false;
}
