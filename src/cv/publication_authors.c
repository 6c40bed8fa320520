/* publication_authors.c - lists of authors: where one name ends, what order its parts have, which marks it carries.
 *
 * It is not the reading of people in prose (people.c): in a reference nothing but the shape of names tells an author
 * from a title, so names are judged by shape alone. */
#include "mkcv/buf.h"
#include "mkcv/publication.h"
#include "mkcv/read.h"
#include "mkcv/utf8.h"
#include "publication_line.h"
#include <string.h>

static bool is_listed(const char *word, const char *const *list)
{
    for (; *list; list++)
        if (!strcmp(word, *list)) return true;
    return false;
}

/* The characters that mark an author: equal contribution, corresponding, student. */
static bool is_mark(uint32_t c)
{
    switch (c) {
    case '*':
    case '^':
    case '#':
    case '+':
    case 0x2217:
    case 0x2020:
    case 0x2021:
    case 0xa7:
    case 0xb6:
    case 0x2709:
    case 0x2605:
    case 0x2606:
    case 0x22c6:
    case 0x266f:
    case 0x25e6:
    case 0x2016:
    case 0x1f4e7:
    case 0xfe0f:
    case '~':
    case 0x2660:
    case 0x2663:
    case 0x2666:
    case 0x2662:
    case 0x204e:
    case 0xff0a:
        return true;
    default:
        return false;
    }
}

struct piece {
    size_t from, to;
    const char *name;  /* cleaned */
    const char *marks; /* "" */
    enum mkcv_shape shape;
    bool bold, emph, et_al;
};
struct pieces {
    MKCV_VEC(struct piece) list;
};

static void put_math_marks(struct mkcv_buf *marks, const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (s[i] == '*' || s[i] == '#') mkcv_buf_putc(marks, s[i]);
        if (!strncmp(s + i, "\\ast", 4) || !strncmp(s + i, "\\star", 5)) mkcv_buf_putc(marks, '*');
        if (!strncmp(s + i, "\\ddagger", 8))
            mkcv_buf_puts(marks, "\u2021");
        else if (!strncmp(s + i, "\\dagger", 7))
            mkcv_buf_puts(marks, "\u2020");
    }
}

/* Splits bytes into the name and its marks; brackets and what they hold go. */
static void clean_piece(struct mkcv_arena *a, const struct mkcv_text *t, struct piece *p)
{
    struct mkcv_buf name, marks;
    mkcv_buf_init(&name, a);
    mkcv_buf_init(&marks, a);
    int depth = 0;
    size_t letters = 0, bold = 0, emph = 0;
    for (const char *c = t->s + p->from; c < t->s + p->to;) {
        size_t at = (size_t)(c - t->s);
        const struct mkcv_span *span = mkcv_text_lookup(t, at);
        unsigned dress = span ? span->marks : 0;
        if (dress & MKCV_MARK_MATH) {
            size_t end = span->at + span->len < p->to ? span->at + span->len : p->to;
            put_math_marks(&marks, t->s + at, end - at);
            c = t->s + end;
            continue;
        }
        uint32_t u = mkcv_utf8_next(&c);
        if (u == '(' || u == '[' || u == 0xff08) depth++;
        bool inside = depth > 0 || (dress & MKCV_MARK_SUP);
        if ((u == ')' || u == ']' || u == 0xff09) && depth > 0) depth--;
        if (is_mark(u)) {
            if (u == 0x2217 || u == 0x204e || u == 0xff0a) u = '*';
            if (u != '~' && u != 0xfe0f) mkcv_buf_utf8(&marks, u);
            if (u == '~') mkcv_buf_putc(&name, ' ');
        } else if (inside || u == '\\' || u == '{' || u == '}' || u == '$' || u == '`') {
            continue;
        } else if (mkcv_is_space(u) || u == 0x2028) {
            if (name.n && name.s[name.n - 1] != ' ') mkcv_buf_putc(&name, ' ');
        } else {
            mkcv_buf_utf8(&name, u);
            letters += mkcv_is_letter(u);
            bold += mkcv_is_letter(u) && (dress & (MKCV_MARK_STRONG | MKCV_MARK_CODE));
            emph += mkcv_is_letter(u) && (dress & MKCV_MARK_EMPH);
        }
    }
    while (name.n && strchr(" ,;:", name.s[name.n - 1])) name.s[--name.n] = 0;
    p->name = mkcv_utf8_nfc(a, name.s);
    p->marks = marks.s;
    p->bold = letters && bold * 2 > letters;
    p->emph = letters && emph * 2 > letters;
}

/* The middle dot between two Japanese names; between syllables it joins the parts of a foreign one. */
static bool is_dot_between_names(const char *s, size_t at, size_t to)
{
    if (strncmp(s + at, "・", 3) != 0 || at < 3 || at + 6 > to) return false;
    unsigned char before = (unsigned char)s[at - 3], after = (unsigned char)s[at + 3];
    return before >= 0xe4 && before <= 0xe9 && after >= 0xe4 && after <= 0xe9; /* ideographs */
}

/* The length of a separator of names at `p`, or 0. */
static size_t separator_at(const char *s, size_t at, size_t to, bool comma)
{
    static const char *const words[] = {"and ", "And ", "AND ", "& ", "und ", "et ", "with ", NULL};
    const char *p = s + at;
    if ((*p == ',' && comma) || *p == ';' || *p == '|') return 1;
    if (comma && !strncmp(p, "\u060c", 2)) return 2;
    if (comma && (!strncmp(p, "\xe3\x80\x81", 3) || !strncmp(p, "\xef\xbc\x8c", 3))) return 3;
    if (!strncmp(p, "\xef\xbc\x9b", 3) || is_dot_between_names(s, at, to)) return 3;
    if (at == 0 || (s[at - 1] != ' ' && s[at - 1] != ',')) return 0;
    for (const char *const *w = words; *w; w++)
        if (!strncmp(p, *w, strlen(*w)) && at + strlen(*w) < to && strncmp(p, "et al", 5)) return strlen(*w);
    /* "Ann Li y Bo Wu"; "Santiago Ramon y Cajal" is one */
    if ((*p == 'y' || *p == 'e') && p[1] == ' ' && at + 2 < to) {
        size_t n = strcspn(p + 2, " ,;()");
        return p[2 + n] == ' ' && at + 2 + n < to ? 2 : 0;
    }
    return 0;
}

#define ET_AL_BYTES 24 /* the longest form with marks around it */

static bool is_et_al(struct mkcv_arena *a, const char *name)
{
    static const char *const forms[] = {"et al", "others", "and others", "and others.", "al", "\xe7\xad\x89", NULL};
    return is_listed(mkcv_utf8_fold(a, name), forms) || !strcmp(name, "...") || !strcmp(name, "\xe2\x80\xa6");
}

static void cut_front(const char *s, struct piece *p)
{
    static const char *const fronts[] = {"and ", "& ", "by ", "By ", "und ", "et ", NULL};
    for (const char *const *f = fronts; *f; f++) {
        while (p->from < p->to && s[p->from] == ' ') p->from++;
        if (p->to - p->from > strlen(*f) && !strncmp(s + p->from, *f, strlen(*f))) p->from += strlen(*f);
        p->from += mkcv_authors_with(s, p->from, p->to);
    }
}

/* "X. Li et al." is a name and the note that there are more. */
static void cut_et_al(struct mkcv_arena *a, const char *s, struct piece *p)
{
    static const char *const ends[] = {" et al.", " et al", " and others", "\xe7\xad\x89", NULL};
    size_t to = p->to;
    while (to > p->from && strchr(" ,", s[to - 1])) to--;
    if (to > p->from && s[to - 1] == ')') { /* "et al. (Kite Collaboration)" */
        while (to > p->from && s[to - 1] != '(') to--;
        while (to > p->from && strchr(" (", s[to - 1])) to--;
    }
    for (const char *const *e = ends; *e; e++) {
        size_t n = strlen(*e);
        if (to - p->from > n && !strncmp(s + to - n, *e, n)) {
            p->to = to - n;
            p->et_al = true;
            return;
        }
    }
    if (to - p->from <= ET_AL_BYTES && is_et_al(a, mkcv_arena_strndup(a, s + p->from, to - p->from))) {
        p->to = p->from;
        p->et_al = true;
    }
}

static void add_piece(struct mkcv_arena *a, struct pieces *out, const struct mkcv_text *t, size_t from, size_t to)
{
    struct piece p = {.from = from, .to = to};
    cut_front(t->s, &p);
    cut_et_al(a, t->s, &p);
    clean_piece(a, t, &p);
    if (!*p.name && !p.et_al) {
        /* marks that stand after their comma belong to the name before it */
        if (*p.marks && out->list.count) {
            struct piece *last = &out->list.at[out->list.count - 1];
            last->marks = mkcv_arena_printf(a, "%s%s", last->marks, p.marks);
        }
        return;
    }
    size_t n = strlen(p.name);
    if (n > 3 && p.name[n - 1] == '.') {
        const char *space = strrchr(p.name, ' ');
        const char *word = space ? space + 1 : p.name;
        /* "Li C.": the point ends the list, no name; "J. D." keeps its own */
        bool family = space && !strchr(p.name, ',') && strchr(p.name, '.') == p.name + n - 1 &&
                      !mkcv_shape_is_initials(p.name, strcspn(p.name, " "));
        if ((family || !mkcv_shape_is_initials(word, strlen(word))) && strcmp(word, "Jr."))
            p.name = mkcv_arena_strndup(a, p.name, p.name[n - 2] == ' ' ? n - 2 : n - 1); /* "Ann Li (eds.)." */
    }
    p.shape = mkcv_shape_of(a, p.name);
    *MKCV_PUSH(a, &out->list) = p;
}

/* "Li, Ann" with one comma, or no name at all. */
static bool is_turned(const struct piece *p)
{
    const char *comma = strchr(p->name, ',');
    return (p->et_al && !*p->name) || (comma && !strchr(comma + 1, ','));
}

/* The names between separators; where commas are none, up to the first that is not the family name first. */
static struct pieces split(struct mkcv_arena *a, const struct mkcv_text *t, size_t from, size_t to, bool comma)
{
    struct pieces out = {.list = {.count = 0}};
    int depth = 0;
    size_t start = from;
    for (size_t i = from; i < to; i++) {
        depth += t->s[i] == '(' || t->s[i] == '[';
        depth -= (t->s[i] == ')' || t->s[i] == ']') && depth > 0;
        size_t n = depth ? 0 : separator_at(t->s, i, to, comma);
        if (!n) continue;
        add_piece(a, &out, t, start, i);
        if (!comma && out.list.count && !is_turned(&out.list.at[out.list.count - 1])) return out; /* nor is the list */
        start = i + n;
        i += n - 1;
    }
    add_piece(a, &out, t, start, to);
    return out;
}

/* Each part between "and" or ";" holds one comma: "Li, Ann and Wu, Bo". */
static bool is_family_first(const struct pieces *wide)
{
    size_t commas = 0;
    for (size_t i = 0; i < wide->list.count; i++) {
        if (!is_turned(&wide->list.at[i])) return false;
        commas += *wide->list.at[i].name != 0;
    }
    return commas > 0 && (wide->list.count > 1 || commas > 1);
}

/* "Li, Ann" alone: one word on each side of the comma. */
static bool is_one_turned(struct mkcv_arena *a, const struct pieces *wide)
{
    const char *name = wide->list.count == 1 ? wide->list.at[0].name : "", *comma = strchr(name, ',');
    if (!comma || !is_turned(&wide->list.at[0])) return false;
    return mkcv_shape_of(a, mkcv_arena_strndup(a, name, (size_t)(comma - name))) == MKCV_SHAPE_WORD &&
           mkcv_shape_of(a, comma + 1 + strspn(comma + 1, " ")) == MKCV_SHAPE_WORD;
}

static const char *turn_name(struct mkcv_arena *a, const char *name)
{
    const char *comma = strchr(name, ',');
    const char *given = comma ? comma + 1 + strspn(comma + 1, " ") : "";
    return *given ? mkcv_arena_printf(a, "%s %.*s", given, (int)(comma - name), name) : name;
}

/* A family name and the given name behind its comma. */
static struct piece turn_pieces(struct mkcv_arena *a, const struct piece *family, const struct piece *given)
{
    struct piece name = *family;
    name.name = mkcv_arena_printf(a, "%s %s", given->name, family->name);
    name.marks = mkcv_arena_printf(a, "%s%s", family->marks, given->marks);
    name.et_al |= given->et_al;
    name.to = given->to;
    name.shape = MKCV_SHAPE_NAME;
    return name;
}

/* "Li, A., Wu, B." came apart at every comma: initials join the family name before them. */
static void join_initials(struct mkcv_arena *a, struct pieces *p)
{
    if (p->list.count < 2 || p->list.at[1].shape != MKCV_SHAPE_INITIALS) return;
    size_t kept = 0;
    for (size_t i = 0; i < p->list.count; i++) {
        struct piece one = p->list.at[i];
        bool family = one.shape == MKCV_SHAPE_WORD || (one.shape == MKCV_SHAPE_NAME && !strchr(one.name, '.'));
        if (family && i + 1 < p->list.count && p->list.at[i + 1].shape == MKCV_SHAPE_INITIALS) {
            one = turn_pieces(a, &one, &p->list.at[++i]);
        }
        p->list.at[kept++] = one;
    }
    p->list.count = kept;
}

/* "Li, Ann, Bo Wu, and Chen Ma": single words in a row are a family name and the given name behind its comma. */
static void join_words(struct mkcv_arena *a, struct pieces *p)
{
    size_t kept = 0;
    for (size_t i = 0; i < p->list.count; i++) {
        struct piece one = p->list.at[i];
        if (one.shape == MKCV_SHAPE_WORD && !one.et_al && i + 1 < p->list.count &&
            p->list.at[i + 1].shape == MKCV_SHAPE_WORD) {
            one = turn_pieces(a, &one, &p->list.at[++i]);
        }
        p->list.at[kept++] = one;
    }
    p->list.count = kept;
}

static bool has_whole_name(const struct pieces *p)
{
    for (size_t i = 0; i < p->list.count; i++)
        if (p->list.at[i].shape == MKCV_SHAPE_NAME) return true;
    return false;
}

/* "Jr." after its comma belongs to the name before. */
static void join_suffixes(struct mkcv_arena *a, struct pieces *p)
{
    size_t kept = 0;
    for (size_t i = 0; i < p->list.count; i++) {
        const char *n = p->list.at[i].name;
        bool suffix =
            !strcmp(n, "Jr.") || !strcmp(n, "Jr") || !strcmp(n, "III") || !strcmp(n, "II") || !strcmp(n, "Sr.");
        if (suffix && kept)
            p->list.at[kept - 1].name = mkcv_arena_printf(a, "%s %s", p->list.at[kept - 1].name, n);
        else
            p->list.at[kept++] = p->list.at[i];
    }
    p->list.count = kept;
}

static struct pieces read_pieces(struct mkcv_arena *a, const struct mkcv_text *t, size_t from, size_t to)
{
    struct pieces wide = split(a, t, from, to, false);
    if (is_family_first(&wide) || is_one_turned(a, &wide)) {
        for (size_t i = 0; i < wide.list.count; i++) {
            struct piece *p = &wide.list.at[i];
            p->name = turn_name(a, p->name);
            p->shape = mkcv_shape_of(a, p->name);
        }
        return wide;
    }
    struct pieces p = split(a, t, from, to, true);
    join_initials(a, &p);
    join_suffixes(a, &p);
    if (has_whole_name(&p)) join_words(a, &p);
    return p;
}

int mkcv_authors_score(struct mkcv_arena *a, const struct mkcv_text *t, size_t from, size_t to)
{
    if (!t->s || from >= to || to - from > 6000) return 0;
    while (from < to && t->s[from] == ' ') from++;
    size_t with = mkcv_authors_with(t->s, from, to);
    from += with;
    struct pieces p = read_pieces(a, t, from, to);
    int names = 0, all = 0, set_apart = 0, more = 0, initials = 0;
    enum mkcv_shape first = MKCV_SHAPE_NONE, last = MKCV_SHAPE_NONE;
    for (size_t i = 0; i < p.list.count; i++) {
        const struct piece *one = &p.list.at[i];
        more += one->et_al;
        if (!*one->name) continue;
        if (!all++) first = one->shape;
        names += one->shape == MKCV_SHAPE_NAME;
        set_apart += one->shape >= MKCV_SHAPE_WORD && (one->bold || *one->marks);
        initials += one->shape == MKCV_SHAPE_NAME && strchr(one->name, '.');
        last = one->shape;
    }
    if (!all || first < MKCV_SHAPE_WORD || last < MKCV_SHAPE_WORD || (last == MKCV_SHAPE_WORD && all == 1 && !more))
        return 0;
    if (all == 1) return names && (set_apart || initials || more || with) ? 90 : names ? 40 : 0;
    return names * 100 / all;
}

void mkcv_authors_read(struct mkcv_arena *a, const struct mkcv_text *t, size_t from, size_t to, struct mkcv_entry *e)
{
    if (!t->s || from >= to) return;
    while (from < to && t->s[from] == ' ') from++;
    from += mkcv_authors_with(t->s, from, to);
    struct pieces p = read_pieces(a, t, from, to);
    size_t bold = 0, emph = 0, all = 0;
    for (size_t i = 0; i < p.list.count; i++) {
        bold += p.list.at[i].bold;
        emph += p.list.at[i].emph;
        all += *p.list.at[i].name != 0;
    }
    for (size_t i = 0; i < p.list.count; i++) {
        const struct piece *one = &p.list.at[i];
        e->et_al |= one->et_al;
        if (!*one->name) continue;
        if (one->shape == MKCV_SHAPE_NONE) {
            if (!e->odd_author) e->odd_author = one->name;
            continue;
        }
        struct mkcv_person person = {.name = one->name, .relation = MKCV_REL_AUTHOR};
        const char *url = mkcv_text_url(t, one->from, one->to);
        person.url = url && *url ? url : NULL;
        person.marks = *one->marks ? one->marks : NULL;
        person.self = (one->bold && bold < all) || (one->emph && emph < all && !bold);
        *MKCV_PUSH(a, &e->people) = person;
    }
}

void mkcv_author_add(struct mkcv_arena *a, const struct mkcv_text *t, size_t from, size_t to, struct mkcv_entry *e)
{
    struct piece p = {.from = from, .to = to};
    cut_et_al(a, t->s, &p);
    clean_piece(a, t, &p);
    e->et_al |= p.et_al;
    if (!*p.name) return;
    const char *comma = strchr(p.name, ',');
    if (comma && !strchr(comma + 1, ',')) p.name = turn_name(a, p.name);
    if (comma && strchr(comma + 1, ',')) { /* von Last, Jr, First */
        const char *given = strrchr(p.name, ',') + 1;
        p.name =
            mkcv_arena_printf(a, "%s %.*s", given + strspn(given, " "), (int)(strrchr(p.name, ',') - p.name), p.name);
    }
    const char *url = mkcv_text_url(t, from, to);
    *MKCV_PUSH(a, &e->people) = (struct mkcv_person){.name = p.name,
                                                     .url = url && *url ? url : NULL,
                                                     .relation = MKCV_REL_AUTHOR,
                                                     .marks = *p.marks ? p.marks : NULL,
                                                     .self = p.bold};
}

void mkcv_authors_read_bibtex(struct mkcv_arena *a, const struct mkcv_text *t, struct mkcv_entry *e)
{
    size_t n = mkcv_text_length(t), from = 0;
    for (size_t i = 0; i < n; i++) {
        bool and = mkcv_is_space((unsigned char)t->s[i]) && !strncasecmp(t->s + i + 1, "and", 3) &&
                   mkcv_is_space((unsigned char)t->s[i + 4]);
        if (!and) continue;
        mkcv_author_add(a, t, from, i, e);
        from = i + 5;
        i += 3;
    }
    if (from < n) mkcv_author_add(a, t, from, n, e);
}
