/* text.h - rich text as one plain string and the spans that cover it.
 *
 * Reading looks for patterns in the plain string and cuts the text at byte offsets; the spans keep emphasis, links and
 * source places through every cut. Composing gives each span the role that a style dresses. */
#ifndef MKCV_TEXT_H
#define MKCV_TEXT_H
#include "mkcv/arena.h"
#include "mkcv/diag.h"
#include <stdint.h>

/* Emphasis that stands in the source; bits of mkcv_span.marks. */
enum {
    MKCV_MARK_EMPH = 1,
    MKCV_MARK_STRONG = 2,
    MKCV_MARK_CODE = 4,
    MKCV_MARK_MATH = 8, /* the text is TeX math, without its dollars */
    MKCV_MARK_SUP = 16,
    MKCV_MARK_SUB = 32,
    MKCV_MARK_IMAGE = 64, /* the text is an image's alternative text, url its address */
};

/* What a piece of text is in the CV, given by compose; a style says how each looks. */
enum mkcv_role {
#define MKCV_ROLE(id, name) MKCV_ROLE_##id,
#include "mkcv/role.def"
#undef MKCV_ROLE
    MKCV_ROLE_COUNT
};
const char *mkcv_role_name(enum mkcv_role role);

struct mkcv_span {
    uint32_t at, len; /* bytes of the plain string */
    uint16_t marks;
    uint16_t role;    /* enum mkcv_role */
    const char *url;  /* NULL: no link; "": a link without an address */
    const char *lang; /* BCP 47; NULL: that of the text around it */
    int line, column; /* where it stands in the text's file; 0 when it was made by mkcv */
};

/* Spans are in order, not empty, and cover s exactly. Zero-initialised (s == NULL) is the empty text. A U+2028 in s is
 * a forced line break. A text may be copied by value, and the copy appended to: it takes memory of its own then. */
struct mkcv_text {
    const char *s; /* NUL-terminated UTF-8 */
    const char *file;
    MKCV_VEC(struct mkcv_span) spans;
    const struct mkcv_text *owner; /* of a long text: the struct that may write behind s; a copy by value is another */
    uint32_t cap;                  /* bytes that s has room for, when owned */
    bool open;                     /* between mkcv_text_open and mkcv_text_close */
};

/* The same string, dressed the same, from the same places. */
bool mkcv_text_is_same(const struct mkcv_text *a, const struct mkcv_text *b);
/* True when there is nothing but white space. */
bool mkcv_text_is_empty(const struct mkcv_text *t);
size_t mkcv_text_length(const struct mkcv_text *t);

struct mkcv_text mkcv_text_new(struct mkcv_arena *a, const char *s, struct mkcv_loc loc);
/* Makes an empty text one that will have about so many bytes and is appended to in place, however short. It is not
 * copied by value before it is closed. */
void mkcv_text_open(struct mkcv_text *t, size_t bytes);
void mkcv_text_close(struct mkcv_text *t);
/* Appends `n` bytes dressed like `like` (its at and len are ignored; NULL: plain). Adjacent equal spans join unless
 * their lines differ. */
void mkcv_text_append(struct mkcv_arena *a, struct mkcv_text *t, const char *s, size_t n, const struct mkcv_span *like);
/* The next `n` bytes of t->s, which stand there or will, dressed like `like`: for those who write the string
 * themselves, in one piece of memory. The spans joined as above are this struct's own. */
void mkcv_text_cover(struct mkcv_arena *a, struct mkcv_text *t, size_t n, const struct mkcv_span *like);
/* Appends a string in a role. */
void mkcv_text_put(struct mkcv_arena *a, struct mkcv_text *t, const char *s, enum mkcv_role role);
/* Appends `more`; role is given to its spans unless it is MKCV_ROLE_PLAIN. */
void mkcv_text_join(struct mkcv_arena *a, struct mkcv_text *t, const struct mkcv_text *more, enum mkcv_role role);
/* Bytes [from, to) of `t` with their spans; white space at both ends is cut off. */
struct mkcv_text mkcv_text_slice(struct mkcv_arena *a, const struct mkcv_text *t, size_t from, size_t to);
/* Makes bytes [from, to) a link to `url`; whatever dress and place they have stay. */
void mkcv_text_link(struct mkcv_arena *a, struct mkcv_text *t, size_t from, size_t to, const char *url);
/* Makes `lang` (NULL: none) the language of all spans, or of those alone that have none. */
void mkcv_text_speak(struct mkcv_arena *a, struct mkcv_text *t, const char *lang, bool all);
/* The language that all words of the text are in; NULL: that of the text around it, or several. */
const char *mkcv_text_lang(const struct mkcv_text *t);
/* The span that holds byte `at`, or NULL. */
const struct mkcv_span *mkcv_text_lookup(const struct mkcv_text *t, size_t at);
/* The first link address that overlaps [from, to), or NULL. */
const char *mkcv_text_url(const struct mkcv_text *t, size_t from, size_t to);
/* Where byte `at` stands in the source. */
struct mkcv_loc mkcv_text_loc(const struct mkcv_text *t, size_t at);
/* The text as CommonMark inline source: **strong**, *emph*, `code`, $math$, [text](url), <span lang="de">text</span>;
 * what would read as markup is escaped. */
const char *mkcv_text_markdown(struct mkcv_arena *a, const struct mkcv_text *t);
/* The text that mkcv_text_markdown wrote; all of it stands at `loc`. What is no sign of it is text. */
struct mkcv_text mkcv_text_from_markdown(struct mkcv_arena *a, const char *s, struct mkcv_loc loc);
/* The text with its TeX formulas made readable as text (a²/b, α ≤ β); itself when it has none. */
const struct mkcv_text *mkcv_text_math(struct mkcv_arena *a, const struct mkcv_text *text);
#endif
