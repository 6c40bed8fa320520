/* tex.c - TeX in bibliographies made plain: accents, letters, dashes, quotes, the commands that only dress.
 *
 * Not TeX: nothing is expanded or defined. $math$ stays as written, for the typesetter. What is not known loses its
 * backslash and its braces and keeps its text. */
#include "mkcv/buf.h"
#include "mkcv/source.h"
#include "mkcv/utf8.h"
#include <ctype.h>
#include <string.h>

struct tex {
    struct mkcv_arena *arena;
    struct mkcv_buf out;
    const char *p, *end;
    bool space; /* white space is due */
};

static void put_char(struct tex *t, uint32_t c)
{
    if (t->space && t->out.n > 0) mkcv_buf_putc(&t->out, ' ');
    t->space = false;
    mkcv_buf_utf8(&t->out, c);
}

static void put_string(struct tex *t, const char *s)
{
    while (*s) put_char(t, mkcv_utf8_next(&s));
}

/* The combining mark of an accent command, or 0. */
static uint32_t accent_mark(const char *name, size_t n)
{
    static const struct {
        char name;
        uint32_t mark;
    } accents[] = {{'"', 0x308}, {'\'', 0x301}, {'`', 0x300}, {'^', 0x302}, {'~', 0x303}, {'=', 0x304},
                   {'.', 0x307}, {'u', 0x306},  {'v', 0x30C}, {'H', 0x30B}, {'c', 0x327}, {'k', 0x328},
                   {'r', 0x30A}, {'d', 0x323},  {'b', 0x331}, {'t', 0x361}};
    for (size_t i = 0; n == 1 && i < sizeof accents / sizeof *accents; i++)
        if (accents[i].name == *name) return accents[i].mark;
    return 0;
}

static const char *letter_text(const char *name, size_t n)
{
    static const struct {
        const char *name, *text;
    } letters[] = {
        {"ss", "ß"},
        {"o", "ø"},
        {"O", "Ø"},
        {"l", "ł"},
        {"L", "Ł"},
        {"ae", "æ"},
        {"AE", "Æ"},
        {"oe", "œ"},
        {"OE", "Œ"},
        {"aa", "å"},
        {"AA", "Å"},
        {"i", "ı"},
        {"j", "ȷ"},
        {"dh", "ð"},
        {"DH", "Ð"},
        {"th", "þ"},
        {"TH", "Þ"},
        {"dj", "đ"},
        {"DJ", "Đ"},
        {"ng", "ŋ"},
        {"NG", "Ŋ"},
        {"S", "§"},
        {"P", "¶"},
        {"copyright", "©"},
        {"pounds", "£"},
        {"dag", "†"},
        {"ddag", "‡"},
        {"dots", "…"},
        {"ldots", "…"},
        {"textendash", "–"},
        {"textemdash", "—"},
        {"textquoteleft", "‘"},
        {"textquoteright", "’"},
        {"textquotedblleft", "“"},
        {"textquotedblright", "”"},
        {"textasciitilde", "~"},
        {"textasciicircum", "^"},
        {"textbackslash", "\\"},
        {"textregistered", "®"},
        {"texttrademark", "™"},
        {"textdegree", "°"},
        {"textasteriskcentered", "*"},
        {"textbullet", "•"},
        {"textunderscore", "_"},
        {"textbar", "|"},
        {"textless", "<"},
        {"textgreater", ">"},
        {"TeX", "TeX"},
        {"LaTeX", "LaTeX"},
        {"BibTeX", "BibTeX"},
        {"guillemotleft", "«"},
        {"guillemotright", "»"},
    };
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (strlen(letters[i].name) == n && strncmp(letters[i].name, name, n) == 0) return letters[i].text;
    return NULL;
}

static void skip_blanks(struct tex *t)
{
    while (t->p < t->end && isspace((unsigned char)*t->p)) t->p++;
}

/* An accent and the letter that it takes, which may be braced or a command itself: \"u, \"{u}, \'{\i}, \v s. */
static void put_accent(struct tex *t, uint32_t mark)
{
    skip_blanks(t);
    while (t->p < t->end && *t->p == '{') t->p++;
    skip_blanks(t);
    if (t->p == t->end || *t->p == '}') return;
    if (*t->p == '\\') {
        const char *name = t->p + 1;
        size_t n = 0;
        while (name + n < t->end && isalpha((unsigned char)name[n])) n++;
        bool dotless = n == 1 && (*name == 'i' || *name == 'j');
        const char *text = letter_text(name, n);
        if (!dotless && !text) return;
        t->p = name + n;
        skip_blanks(t);
        if (dotless)
            put_char(t, (unsigned char)*name);
        else
            put_string(t, text);
    } else {
        put_char(t, mkcv_utf8_next(&t->p));
    }
    put_char(t, mark);
}

/* Past the group at t->p, which is an argument that says nothing to a reader. */
static void skip_group(struct tex *t)
{
    skip_blanks(t);
    if (t->p == t->end || *t->p != '{') return;
    int depth = 0;
    for (; t->p < t->end; t->p++) {
        depth += (*t->p == '{') - (*t->p == '}');
        if (depth == 0) {
            t->p++;
            return;
        }
    }
}

static bool word_is(const char *name, size_t n, const char *word)
{
    return strlen(word) == n && strncmp(name, word, n) == 0;
}

/* \url{...}: as it is, but for escapes. */
static void read_address(struct tex *t)
{
    skip_blanks(t);
    if (t->p == t->end || *t->p != '{') return;
    for (t->p++; t->p < t->end && *t->p != '}';) {
        if (*t->p == '\\' && t->p + 1 < t->end && t->p[1] != '}') t->p++;
        put_char(t, mkcv_utf8_next(&t->p));
    }
}

static void read_word(struct tex *t, const char *name, size_t n)
{
    uint32_t mark = accent_mark(name, n);
    const char *text = letter_text(name, n);
    if (text) {
        put_string(t, text);
        if (t->p < t->end && isspace((unsigned char)*t->p)) skip_blanks(t); /* the blank ends the command */
    } else if (mark) {
        put_accent(t, mark);
    } else if (word_is(name, n, "url") || word_is(name, n, "path")) {
        read_address(t);
    } else if (word_is(name, n, "href") || word_is(name, n, "textcolor") || word_is(name, n, "color")) {
        skip_group(t);
    } else if (word_is(name, n, "newline") || word_is(name, n, "linebreak") || word_is(name, n, "quad")) {
        t->space = true;
    } else {
        skip_blanks(t); /* \emph{..}, \textbf{..}, {\it ..}: the text follows */
    }
}

static void read_command(struct tex *t)
{
    const char *name = ++t->p;
    if (name == t->end) return;
    size_t n = 0;
    while (name + n < t->end && isalpha((unsigned char)name[n])) n++;
    if (n > 0) {
        t->p += n;
        read_word(t, name, n);
        return;
    }
    uint32_t c = mkcv_utf8_next(&t->p), mark = c < 0x80 ? accent_mark(name, 1) : 0;
    if (mark)
        put_accent(t, mark);
    else if (c == '\\' || c == ' ' || c == '\n' || c == ',' || c == ';' || c == ':')
        t->space = true;
    else if (c != '-' && c != '/' && c != '!' && c != '(' && c != ')' && c != '[' && c != ']')
        put_char(t, c);
}

/* $math$ as it is; a dollar without its partner is a dollar. */
static void read_math(struct tex *t)
{
    const char *close = t->p + 1;
    while (close < t->end && *close != '$') close += *close == '\\' && close + 1 < t->end ? 2 : 1;
    if (close >= t->end || close - t->p > 2000) {
        put_char(t, '$');
        t->p++;
        return;
    }
    for (close++; t->p < close;) put_char(t, mkcv_utf8_next(&t->p));
}

static void read_dashes(struct tex *t)
{
    size_t n = 0;
    while (n < 3 && t->p + n < t->end && t->p[n] == '-') n++;
    put_char(t, n == 3 ? 0x2014 : n == 2 ? 0x2013 : '-');
    t->p += n;
}

static void read_quotes(struct tex *t)
{
    char c = *t->p++;
    bool twice = t->p < t->end && *t->p == c;
    t->p += twice;
    if (c == '`')
        put_char(t, twice ? 0x201C : 0x2018);
    else
        put_char(t, twice ? 0x201D : 0x2019);
}

/* Length of a tag of HTML, which some reference managers write into fields: "<i>Chelonia</i>"; 0: there is none. */
static size_t tag_length(const struct tex *t)
{
    static const char *const names[] = {"i", "em", "b", "strong", "sub", "sup", "span", "scp"};
    const char *p = t->p + 1 + (t->end - t->p > 1 && t->p[1] == '/');
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t n = strlen(names[i]);
        if ((size_t)(t->end - p) > n && !strncasecmp(p, names[i], n) && p[n] == '>') return (size_t)(p - t->p) + n + 1;
    }
    return 0;
}

static void read_one(struct tex *t)
{
    char c = *t->p;
    if (c == '\\') {
        read_command(t);
    } else if (c == '{' || c == '}') {
        t->p++;
    } else if (c == '~' || isspace((unsigned char)c)) {
        t->space = true;
        t->p++;
    } else if (c == '<' && tag_length(t)) {
        t->p += tag_length(t);
    } else if (c == '$') {
        read_math(t);
    } else if (c == '-') {
        read_dashes(t);
    } else if (c == '`' || c == '\'') {
        read_quotes(t);
    } else {
        put_char(t, mkcv_utf8_next(&t->p));
    }
}

const char *mkcv_tex_plain(struct mkcv_arena *a, const char *s)
{
    struct tex t = {.arena = a, .p = s, .end = s + strlen(s)};
    mkcv_buf_init(&t.out, a);
    while (t.p < t.end) read_one(&t);
    return mkcv_utf8_nfc(a, t.out.s);
}
