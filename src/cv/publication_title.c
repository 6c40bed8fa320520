/* publication_title.c - where the title of a reference stands, by what sets it apart: quotes, bold or italics, else the
 * sentence or the comma behind the authors. Links are publication_links.c's; who the authors are is none of its
 * concern. */
#include "publication_line.h"
#include "words.h"
#include <ctype.h>
#include <string.h>

/* Quotes that open titles, with the ones that close them. */
static const struct {
    const char *open, *close;
} quotes[] = {{"\xe2\x80\x9c", "\xe2\x80\x9d"},
              {"``", "''"},
              {"\"", "\""},
              {"\xe3\x80\x8c", "\xe3\x80\x8d"},
              {"\xe3\x80\x8e", "\xe3\x80\x8f"},
              {"\xe3\x80\x8a", "\xe3\x80\x8b"},
              {"\xc2\xab", "\xc2\xbb"},
              {"\xe2\x80\x9e", "\xe2\x80\x9c"},
              {"\xe2\x80\x9d", "\xe2\x80\x9d"},
              {"\xe2\x80\x9c", "\""},
              {"``", "\""}};

/* A single quote is an apostrophe too: it opens a title behind what ends the authors, and closes one at a stop. */
static const char *const single_quotes[][2] = {{"‘", "’"}, {"'", "'"}};

static bool opens_title(const char *s, size_t at, size_t n)
{
    size_t i = at;
    while (i > 0 && s[i - 1] == ' ') i--;
    unsigned char first = (unsigned char)s[at + n];
    return (!i || strchr(".,:)", s[i - 1]) || !strncmp(s + i - 1, "\xa8", 1)) && (isupper(first) || first >= 0xc3);
}

static bool closes_title(const char *s, size_t at, size_t n)
{
    char before = at ? s[at - 1] : 0, after = s[at + n];
    return before && before != ' ' && (!after || strchr(",.;", after) || (after == ' ' && strchr(".,?!", before)));
}

static struct mkcv_range find_single_quoted(const struct mkcv_line *l)
{
    const char *s = l->text->s;
    for (size_t q = 0; q < 2; q++) {
        size_t n = strlen(single_quotes[q][0]), end = strlen(single_quotes[q][1]);
        const char *open = strstr(s, single_quotes[q][0]);
        while (open && !opens_title(s, (size_t)(open - s), n)) open = strstr(open + n, single_quotes[q][0]);
        if (!open) continue;
        const char *close = strstr(open + n, single_quotes[q][1]);
        while (close && !closes_title(s, (size_t)(close - s), end)) close = strstr(close + end, single_quotes[q][1]);
        size_t from = (size_t)(open - s) + n, to = close ? (size_t)(close - s) : from;
        if (mkcv_words_count_in(s + from, to - from) >= 3 && l->claim[from] == MKCV_CLAIM_NONE)
            return (struct mkcv_range){from, to};
    }
    return (struct mkcv_range){0, 0};
}

/* A straight quote behind a blank opens one within the title: the one behind it that closes the title, or NULL. */
static const char *skip_inner(const char *close)
{
    while (close && *close == '"' && close[-1] == ' ' && isalnum((unsigned char)close[1])) {
        const char *inner = strchr(close + 1, '"');
        close = inner ? strchr(inner + 1, '"') : NULL;
    }
    return close;
}

struct mkcv_range mkcv_title_find_quoted(const struct mkcv_line *l)
{
    struct mkcv_range best = {0, 0};
    const char *s = l->text->s;
    for (size_t q = 0; q < sizeof quotes / sizeof *quotes; q++) {
        const char *open = strstr(s, quotes[q].open);
        for (int tries = 0; open && tries < 8; tries++) {
            const char *from = open + strlen(quotes[q].open), *close = skip_inner(strstr(from, quotes[q].close));
            if (!close) break;
            size_t n = (size_t)(close - from);
            bool title = (mkcv_words_count_in(from, n) >= 2 || n >= 12) && l->claim[from - s] != MKCV_CLAIM_LINK;
            if (title && n > best.to - best.from) best = (struct mkcv_range){(size_t)(from - s), (size_t)(close - s)};
            open = strstr(close + strlen(quotes[q].close), quotes[q].open);
        }
        if (best.to) return best;
    }
    return find_single_quoted(l);
}

/* The run of one dress, bold or italics, that starts at span *i; it ends with its line. *i moves past it. */
static struct mkcv_range dressed_run(const struct mkcv_text *t, size_t *i, unsigned mark)
{
    const struct mkcv_span *first = &t->spans.at[(*i)++];
    struct mkcv_range r = {first->at, first->at};
    if (!(first->marks & mark)) return r;
    r.to += first->len;
    for (; *i < t->spans.count && (t->spans.at[*i].marks & mark); ++*i) {
        if (!strncmp(t->s + t->spans.at[*i].at, "\xe2\x80\xa8", 3)) break;
        r.to += t->spans.at[*i].len;
    }
    return r;
}

/* Plain words between the authors and a dressed run are the title, and the run the venue. */
bool mkcv_title_is_plain_before(struct mkcv_line *l, struct mkcv_range run)
{
    struct mkcv_arena *a = l->reader->arena;
    size_t from = 0;
    for (size_t i = 0; i < run.from; i++)
        if (l->claim[i] != MKCV_CLAIM_NONE) from = i + 1;
    if (mkcv_line_free_words(l, from, run.from) < 4) return false;
    return mkcv_authors_score(a, l->text, from, run.from) < 60;
}

/* A line of its own above a line of names: a title, even if its words could be names. */
static bool is_above_names(struct mkcv_line *l, struct mkcv_range run)
{
    const char *s = l->text->s, *line = strstr(s + run.to, "\xe2\x80\xa8");
    if (!line || mkcv_line_free_words(l, run.to, (size_t)(line - s))) return false;
    size_t from = (size_t)(line - s) + 3;
    const char *next = strstr(s + from, "\xe2\x80\xa8");
    size_t to = next ? (size_t)(next - s) : l->n;
    return from < to && mkcv_authors_score(l->reader->arena, l->text, from, to) >= 80;
}

struct mkcv_range mkcv_title_find_dressed(struct mkcv_line *l)
{
    static const unsigned marks[] = {MKCV_MARK_STRONG, MKCV_MARK_EMPH};
    struct mkcv_range best = {0, 0};
    for (size_t m = 0; m < 2; m++)
        for (size_t i = 0; i < l->text->spans.count;) {
            struct mkcv_range r = dressed_run(l->text, &i, marks[m]);
            while (r.from < r.to && l->claim[r.from] != MKCV_CLAIM_NONE) r.from++; /* its number in the list */
            r = mkcv_trim(l->text->s, r);
            if (r.to <= r.from || mkcv_words_count_in(l->text->s + r.from, r.to - r.from) < 3 ||
                !mkcv_line_is_free(l, r.from, r.to))
                continue;
            bool names = mkcv_authors_score(l->reader->arena, l->text, r.from, r.to) >= 60;
            if ((names || mkcv_title_is_plain_before(l, r)) && !is_above_names(l, r)) continue;
            bool venue = mkcv_line_is_venue(l, r.from, r.to) && (r.from > 0 && mkcv_line_free_words(l, 0, r.from) > 2);
            if (!venue && (!best.to || r.from < best.from)) best = r;
        }
    return best;
}

/* The end of "(2025)", "(2025, March)", "(in press)", "(n.d.)" at `at`, or `at`. */
size_t mkcv_line_time_in_brackets(const char *s, size_t at)
{
    if (s[at] != '(') return at;
    size_t n = strcspn(s + at + 1, "()");
    if (s[at + 1 + n] != ')' || n > 40) return at;
    if (isdigit((unsigned char)s[at + 1]) && isdigit((unsigned char)s[at + 2])) return at + n + 2;
    static const char *const words[] = {"in press",    "in prep",   "in review", "under review", "submitted",
                                        "forthcoming", "to appear", "accepted",  "n.d.",         NULL};
    for (const char *const *w = words; *w; w++)
        if (!strncasecmp(s + at + 1, *w, strlen(*w))) return at + n + 2;
    return at;
}

/* "Bo Wu, Kite songs: how they fly, in Proc. of X": the colon stands in the title, not behind the names. */
static bool is_title_colon(const char *s, size_t at, size_t n)
{
    for (size_t i = at; i + 4 < n && i < at + 300; i++) {
        if (s[i] == '.' && s[i + 1] == ' ') return false;
        if (!strncmp(s + i, "\xe2\x80\xa8", 3)) return false;
        if (!strncasecmp(s + i, ", in ", 5)) return true;
    }
    return false;
}

/* Where the list of authors that starts at `from` may end. */
static bool is_author_end(const char *s, size_t at, size_t n, bool commas)
{
    if (!strncmp(s + at, "\xe2\x80\xa8", 3)) return true;
    if (s[at] == '.' && (at + 1 >= n || s[at + 1] == ' ' || (unsigned char)s[at + 1] >= 0x80)) return true;
    if (!strncmp(s + at, "\xef\xbc\x8e", 3) || !strncmp(s + at, "\xe3\x80\x82", 3)) return true;
    if (!strncmp(s + at, "\xef\xbc\x9a", 3)) return true;
    if (s[at] == ':' && s[at + 1] == ' ') return !is_title_colon(s, at, n);
    if (mkcv_line_time_in_brackets(s, at) > at) return true;
    return commas && s[at] == ',';
}

/* "Wu H. J., Kite songs": the point between two initials. */
static bool is_between_initials(const char *s, size_t at, size_t n)
{
    bool initial = at > 1 && isupper((unsigned char)s[at - 1]) && s[at - 2] == ' ';
    return s[at] == '.' && initial && at + 3 < n && s[at + 1] == ' ' && isupper((unsigned char)s[at + 2]) &&
           s[at + 3] == '.';
}

/* A name alone may be a title; the owner's is not. */
bool mkcv_line_is_owner(struct mkcv_line *l, size_t from, size_t to)
{
    struct mkcv_range r = mkcv_trim(l->text->s, (struct mkcv_range){from, to});
    return r.to - r.from < 60 &&
           mkcv_is_owner(l->reader, mkcv_arena_strndup(l->reader->arena, l->text->s + r.from, r.to - r.from));
}

/* "A. Li, B. Wu, Short: What It Is Short For": a single word before the colon begins the title, whose comma this is; 0
 * where the colon ends the names ("A. Li, B. Wu: What It Is"). */
static size_t short_title_at(const char *s, size_t from, size_t colon)
{
    size_t word = colon;
    while (word > from && s[word - 1] != ' ' && s[word - 1] != ',') word--;
    size_t comma = word;
    while (comma > from && s[comma - 1] == ' ') comma--;
    return word < colon && comma > from && s[comma - 1] == ',' ? comma - 1 : 0;
}

/* The end of the longest list of names at `from`, or `from`. */
size_t mkcv_line_authors_end(struct mkcv_line *l, size_t from, size_t to, bool commas)
{
    const char *s = l->text->s;
    size_t end = from;
    int tries = 0;
    for (size_t i = from; i < to && tries < 60; i++) {
        if (!is_author_end(s, i, to, commas) || is_between_initials(s, i, to)) continue;
        tries++;
        size_t stop = s[i] == '.' ? i + 1 : i, comma = s[i] == ':' ? short_title_at(s, from, i) : 0;
        if (comma && mkcv_authors_score(l->reader->arena, l->text, from, comma) >= 80) return comma;
        int score = mkcv_authors_score(l->reader->arena, l->text, from, stop);
        int enough = s[i] == '(' ? 60 : commas ? 100 : 80; /* a year in brackets stands behind names */
        if (score >= enough || (score > 0 && mkcv_line_is_owner(l, from, stop))) {
            end = stop;
            if (s[i] == '(') break; /* the year behind the names */
        } else if (end > from && i > end + 200) {
            break;
        }
    }
    return end;
}

static size_t first_free(const struct mkcv_line *l)
{
    size_t i = 0;
    while (i < l->n && (l->claim[i] != MKCV_CLAIM_NONE || strchr(" .,:-|", l->text->s[i]) ||
                        !strncmp(l->text->s + i, "\xe2\x80\xa8", 3)))
        i += !strncmp(l->text->s + i, "\xe2\x80\xa8", 3) ? 3 : 1;
    return i;
}

size_t mkcv_line_first_claimed(const struct mkcv_line *l, size_t from)
{
    while (from < l->n && l->claim[from] == MKCV_CLAIM_NONE) from++;
    return from;
}

/* The end of a sentence that is a title: a question goes on unless a venue follows. */
static size_t title_end(struct mkcv_line *l, size_t from)
{
    const char *s = l->text->s, *line = strstr(s + from, "\xe2\x80\xa8"), *bar = strstr(s + from, " | ");
    size_t limit = mkcv_line_first_claimed(l, from), end = from;
    if (line && (size_t)(line - s) < limit) limit = (size_t)(line - s);
    if (bar && (size_t)(bar - s) < limit) limit = (size_t)(bar - s);
    for (int i = 0; i < 3 && end < limit; i++) {
        end = mkcv_reference_sentence_end(s, end, limit);
        size_t k = end;
        while (k > from && s[k - 1] == ' ') k--;
        size_t next = end < limit ? mkcv_reference_sentence_end(s, end, limit) : end;
        bool question = k > from && (s[k - 1] == '?' || s[k - 1] == '!');
        if (!question || next <= end || mkcv_line_is_venue(l, end, next) ||
            mkcv_words_count_in(s + end, next - end) < 3)
            break;
    }
    return end > limit ? limit : end;
}

/* "Kite Lett. 05 (2021) 123": a name with its volume and year. */
static bool has_volume(const char *part)
{
    const char *open = strchr(part, '(');
    if (!open || open - part < 4 || !isupper((unsigned char)*part)) return false;
    size_t at = (size_t)(open - part);
    while (at > 0 && part[at - 1] == ' ') at--;
    return at > 0 && isdigit((unsigned char)part[at - 1]) &&
           mkcv_line_is_year(part, (size_t)(open + 1 - part), strlen(part));
}

/* "A. Li, B. Wu, Title of the work, Venue, 2024": the title ends before the comma whose part is a venue or a year. */
static size_t comma_title_end(struct mkcv_line *l, size_t from, size_t to)
{
    const char *s = l->text->s;
    for (size_t i = mkcv_find_outside(s, from, to, ","); i < to;) {
        size_t next = mkcv_find_outside(s, i + 1, to, ",");
        struct mkcv_range part = mkcv_trim(s, (struct mkcv_range){i + 1, next});
        char *word = mkcv_arena_strndup(l->reader->arena, s + part.from, part.to - part.from);
        struct mkcv_venue v;
        bool year = strspn(word, "0123456789") == 4 && strlen(word) == 4;
        bool in = !strncasecmp(word, "in ", 3), figures = has_volume(word);
        if (year || in || figures || mkcv_line_is_venue(l, part.from, part.to) ||
            mkcv_venue_from_label(l->reader->arena, word, &v) || (mkcv_venue_is_short(word) && *word))
            return i;
        i = next;
    }
    return to;
}

void mkcv_line_claim_authors(struct mkcv_line *l, size_t from, size_t to)
{
    mkcv_authors_read(l->reader->arena, l->text, from, to, l->entry);
    if (mkcv_authors_with(l->text->s, from, to)) mkcv_publication_add_owner(l->reader, l->entry);
    mkcv_line_claim(l, from, to, MKCV_CLAIM_AUTHORS);
}

/* A line break, a mark of the last author, or the stop, comma or colon of East Asian text: three bytes each. */
static bool wide_stop(const char *s)
{
    static const char *const stops[] = {"\xe2\x80\xa0", "\xe2\x80\xa1", /* marks of the last author, behind the stop */
                                        "\xe2\x80\xa8", "\xef\xbc\x8e", "\xe3\x80\x82",
                                        "\xef\xbc\x9a", "\xef\xbc\x8c", NULL};
    for (const char *const *w = stops; *w; w++)
        if (!strncmp(s, *w, 3)) return true;
    return false;
}

static size_t skip_year(const struct mkcv_line *l, size_t at)
{
    const char *s = l->text->s;
    size_t i = at + strspn(s + at, " .,:");
    i = mkcv_line_time_in_brackets(s, i);
    /* "A. Li and B. Wu. 2020. Title." */
    bool year = strspn(s + i, "0123456789") == 4 && (s[i] == '1' || s[i] == '2') && s[i + 4] && strchr(".,:", s[i + 4]);
    if (year) i += 4;
    static const char *const statuses[] = {"In press. ", "Forthcoming. ", "To appear. ", "Submitted. ", "Accepted. "};
    for (size_t k = 0; k < sizeof statuses / sizeof *statuses; k++)
        if (!strncasecmp(s + i, statuses[k], strlen(statuses[k])))
            i += strlen(statuses[k]) - 1; /* in the year's place */
    if (i > l->n) i = l->n;
    if (i < l->n && s[i] == '(') { /* "et al. (Kite Collaboration)" */
        size_t close = i + strcspn(s + i, ")");
        const char *group = strcasestr(s + i, "collaboration");
        if (close < l->n && group && group < s + close) i = close + 1;
    }
    while (i < l->n && (strchr(" .,:;-", s[i]) || wide_stop(s + i))) i += wide_stop(s + i) ? 3 : 1;
    return i;
}

/* "[J]", "[C]//", "[P]": Chinese references (GB/T 7714) put the work's kind behind its title. The title's end, or
 * `from`. */
static size_t end_at_mark(struct mkcv_line *l, size_t from)
{
    static const struct {
        char letter;
        const char *type;
    } kinds[] = {{'J', "article"}, {'C', "inproceedings"}, {'D', "thesis"}, {'P', "patent"},
                 {'M', "book"},    {'R', "report"},        {'N', "other"},  {'E', "other"}};
    const char *s = l->text->s;
    size_t at = from + strcspn(s + from, "[");
    size_t close = at < l->n ? at + strcspn(s + at, "]") : l->n;
    if (close < l->n && at > from && mkcv_line_is_free(l, from, close) &&
        mkcv_publication_kind(l->reader->arena, s + at + 1, close - at - 1))
        return at; /* what stands in the bracket is read with the others */
    size_t n = at < l->n ? strspn(s + at + 1, "ABCDEJLMNOPRSZ/") : 0;
    if (!n || n > 5 || s[at + 1 + n] != ']' || at == from || !mkcv_line_is_free(l, from, at + n + 2)) return from;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (s[at + 1] == kinds[i].letter)
            mkcv_publication_set(l->reader, l->entry, MKCV_FIELD_TYPE, kinds[i].type, mkcv_text_loc(l->text, at));
    size_t to = at + n + 2;
    while (to < l->n && strchr("/. ,", s[to])) to++;
    mkcv_line_claim(l, at, to, MKCV_CLAIM_FIGURE);
    return at;
}

/* "Title: Journal of Kites, v. 12": geologists set the journal off by a colon and its volume by a "v.". */
static bool is_venue_colon(const struct mkcv_line *l, size_t at, size_t to)
{
    const char *s = l->text->s;
    if (strncmp(s + at, ": ", 2) != 0) return false;
    size_t comma = mkcv_find_outside(s, at + 2, to, ",");
    return comma < to && !strncmp(s + comma, ", v", 3) && !isalpha((unsigned char)s[comma + 3]) &&
           mkcv_line_is_venue(l, at + 2, comma);
}

/* "Title, *Venue*" and "Title. arXiv preprint ...": the plain title ends before either. */
static size_t end_before_venue(struct mkcv_line *l, size_t from, size_t to)
{
    const char *s = l->text->s;
    for (size_t i = from; i + 7 < to; i++) {
        if (!strncasecmp(s + i, ". arxiv", 7) || is_venue_colon(l, i, to)) return i;
        if (!strchr(",.", s[i]) || s[i + 1] != ' ') continue; /* "Vitamin D. *Venue*" too: the point ends no initial */
        const struct mkcv_span *span = mkcv_text_lookup(l->text, i + 2), *before = mkcv_text_lookup(l->text, i);
        bool dressed = span && (span->marks & MKCV_MARK_EMPH) && span->at >= i + 1;
        if (dressed && before && !(before->marks & MKCV_MARK_EMPH) && mkcv_words_count_in(s + from, i - from) >= 2)
            return i;
    }
    return to;
}

/* "Title, A. Li and B. Wu, *Venue*": where the title ends when the owner is one of the names behind its comma. */
static size_t title_before_names(struct mkcv_line *l, size_t from, size_t to)
{
    enum { TRIES = 8, LONGEST = 1000 };
    struct mkcv_arena *a = l->reader->arena;
    int tries = 0;
    size_t end = to - from < LONGEST ? end_before_venue(l, from, to) : from;
    while (end > from && strchr(" ,", l->text->s[end - 1])) end--;
    for (size_t i = mkcv_find_outside(l->text->s, from, end, ","); i < end && tries++ < TRIES;
         i = mkcv_find_outside(l->text->s, i + 1, end, ",")) {
        if (mkcv_authors_score(a, l->text, i + 1, end) < 100) continue;
        struct mkcv_entry named = {.kind = l->entry->kind};
        mkcv_authors_read(a, l->text, i + 1, end, &named);
        for (size_t k = 0; k < named.people.count; k++)
            if (named.people.count > 1 && mkcv_is_owner(l->reader, named.people.at[k].name)) {
                mkcv_line_claim_authors(l, i + 1, end);
                return i;
            }
    }
    return to;
}

/* "Title (2018). Venue": the year is none of the title. */
static size_t end_before_year(const struct mkcv_line *l, size_t from, size_t to)
{
    const char *s = l->text->s;
    size_t end = to;
    while (end > from && strchr(" .,", s[end - 1])) end--;
    bool year = end > from + 12 && s[end - 1] == ')' && s[end - 6] == '(' && mkcv_line_is_year(s, end - 5, l->n);
    return year ? end - 6 : to;
}

/* "Titel? Untertitel, in: Zeitschrift 3 (2018)": what the colon follows leads to what the work stands in. The title's
 * end, or `from`. */
static size_t end_before_container(const struct mkcv_line *l, size_t from)
{
    static const char *const joints[] = {
        ", in: ",        ". In: ",        ", In: ", ". in: ", ", dans: ",      ", dans : ",
        ". Dans : ",     ". Dans: ",      ", en: ", ". En: ", ", chapter in ", ", book chapter in ",
        ". Chapter in ", ", Chapter in ", NULL};
    const char *first = NULL;
    for (const char *const *j = joints; *j; j++) {
        const char *at = strstr(l->text->s + from, *j);
        if (at && (!first || at < first)) first = at;
    }
    size_t end = first ? (size_t)(first - l->text->s) : from;
    return mkcv_words_count_in(l->text->s + from, end - from) >= 2 ? end : from;
}

/* Nothing sets the title apart: it is the sentence behind the authors, or the first one when names follow it. */
void mkcv_title_read_plain(struct mkcv_line *l)
{
    size_t from = first_free(l), to = mkcv_line_first_claimed(l, from);
    size_t end = mkcv_line_authors_end(l, from, to, false);
    bool commas = end == from;
    if (commas) end = mkcv_line_authors_end(l, from, to, true);
    size_t start = end > from ? skip_year(l, end) : from;
    if (start >= l->n) return;
    if (end > from) mkcv_line_claim_authors(l, from, end);
    size_t stop = end_at_mark(l, start), container = end_before_container(l, start);
    if (stop == start) stop = container > start ? container : title_end(l, start);
    bool rest = mkcv_line_free_words(l, stop, l->n) > 0, comma = memchr(l->text->s + end, ',', start - end) != NULL;
    bool figures = strcspn(l->text->s + start, "0123456789") < stop - start;
    bool by_commas = end > from ? commas || comma || !rest : !rest && figures;
    if (stop != container && by_commas) stop = comma_title_end(l, start, stop);
    if (stop != container && end == from) stop = title_before_names(l, start, stop);
    stop = end_before_year(l, start, end_before_venue(l, start, stop));
    struct mkcv_range title = mkcv_trim(l->text->s, (struct mkcv_range){start, stop});
    if (title.from < title.to && mkcv_line_is_free(l, title.from, title.to)) l->title = title;
    size_t word = stop + strspn(l->text->s + stop, " ,."); /* "chapter in X": what follows is as good as "in X" */
    if (!strncasecmp(l->text->s + word, "book ", 5)) word += 5;
    if (stop == container && !strncasecmp(l->text->s + word, "chapter in ", 11))
        mkcv_line_claim(l, stop, word + 8, MKCV_CLAIM_FIGURE);
}
