/* style.h - how a CV looks: every value resolved, every length in thousandths of a point [mpt].
 *
 * A style file (styles/NAME.yaml) states keys over those that it inherits; src/style/keys.def lists every key with its
 * type, default and meaning, and is the only place that knows the struct's members by name. */
#ifndef MKCV_STYLE_H
#define MKCV_STYLE_H
#include "mkcv/buf.h"
#include "mkcv/node.h"
#include "mkcv/settings.h"
#include "mkcv/text.h"

enum mkcv_figures { MKCV_FIGURES_DEFAULT, MKCV_FIGURES_LINING, MKCV_FIGURES_OLDSTYLE };
enum mkcv_align { MKCV_ALIGN_JUSTIFY, MKCV_ALIGN_LEFT, MKCV_ALIGN_RIGHT, MKCV_ALIGN_CENTER };

/* How far a character hangs out of the ends of a justified line, thousandths of its width. */
struct mkcv_hang {
    uint32_t c;
    int left, right;
};
struct mkcv_hangs {
    bool none; /* nothing hangs */
    MKCV_VEC(struct mkcv_hang) list;
};

/* Sections whose bodies are set in columns, by key or title. */
struct mkcv_columns {
    const char *section;
    int count; /* 2 to MKCV_COLUMNS_MOST */
};
enum { MKCV_COLUMNS_MOST = 6 };
struct mkcv_columns_list {
    MKCV_VEC(struct mkcv_columns) list;
};

/* How text of a role is dressed. */
struct mkcv_look {
    int32_t size;    /* 0: that of the surrounding text */
    int32_t leading; /* 0: in proportion to the size */
    bool bold, italic, small_caps, underline;
    bool tabular;              /* figures of one width */
    enum mkcv_figures figures; /* DEFAULT: those of the surrounding text */
    int32_t tracking;          /* added between letters, thousandths of an em */
    uint32_t color; /* 0xRRGGBB; MKCV_COLOR_INHERIT: of a link that of look[LINK], else that of the surrounding text */
};
#define MKCV_COLOR_INHERIT 0xff000000u

enum mkcv_header_form {
    MKCV_HEADER_STACKED, /* name, label, contacts: a line each */
    MKCV_HEADER_ROW,     /* name and label on one line, contacts stacked at the right */
};
enum mkcv_head_place { MKCV_HEAD_ABOVE, MKCV_HEAD_LEFT };
enum mkcv_rule_place { MKCV_RULE_NONE, MKCV_RULE_ABOVE, MKCV_RULE_BELOW };
enum mkcv_side { MKCV_SIDE_NONE, MKCV_SIDE_LEFT, MKCV_SIDE_RIGHT };
enum mkcv_photo_place { MKCV_PHOTO_RIGHT, MKCV_PHOTO_LEFT, MKCV_PHOTO_SIDEBAR };
enum mkcv_date_place { MKCV_DATE_RIGHT, MKCV_DATE_LEFT, MKCV_DATE_INLINE };
enum mkcv_run_form {
    MKCV_RUN_LINES,  /* an entry a line */
    MKCV_RUN_INLINE, /* entries run on in one paragraph */
};
enum mkcv_work_group { MKCV_WORKS_BY_CATEGORY, MKCV_WORKS_BY_TYPE, MKCV_WORKS_BY_YEAR, MKCV_WORKS_BY_NOTHING };
/* What a template of works can name. */
enum mkcv_work_field {
#define MKCV_WORKFIELD(id, name) MKCV_WORKFIELD_##id,
#include "mkcv/workfield.def"
#undef MKCV_WORKFIELD
    MKCV_WORKFIELD_COUNT
};
/* The field whose name in braces begins at `s` ("{title}"), MKCV_WORKFIELD_COUNT when it is none; *n is how many bytes
 * it takes. */
enum mkcv_work_field mkcv_work_field_at(const char *s, size_t *n);
enum mkcv_work_sort { MKCV_WORKS_BY_DATE, MKCV_WORKS_AS_WRITTEN };
enum mkcv_work_links {
    MKCV_LINKS_TITLE,  /* the title leads to the work */
    MKCV_LINKS_LABELS, /* "PDF · Code" behind it */
    MKCV_LINKS_URLS,   /* the address, to be read on paper */
    MKCV_LINKS_NONE,
};
enum mkcv_date_format { MKCV_DATE_YEAR, MKCV_DATE_MONTH, MKCV_DATE_MONTH_SHORT, MKCV_DATE_ISO };

struct mkcv_style {
    const char *name, *description;
    struct {
        int32_t width, height, top, bottom, left, right;
    } page;
    struct {
        const char *family; /* name in the catalogue of fonts/, or a folder's or file's path */
        int32_t size, leading;
        enum mkcv_figures figures;
        const char *features; /* OpenType features of all text: "kern,liga,-dlig" */
    } font;
    struct {
        uint32_t ink, grey, accent, rule; /* 0xRRGGBB */
    } color;
    struct {
        enum mkcv_align align; /* JUSTIFY or LEFT, of running text */
        bool hyphenate;
        int32_t skip;                 /* between paragraphs */
        int32_t tolerance;            /* how far a space may stretch, thousandths of its natural width */
        int32_t expansion;            /* how far letters of a justified line may be widened or narrowed, thousandths */
        struct mkcv_words exceptions; /* words with a hyphen where they may be divided, over the patterns' */
        struct mkcv_hangs protrusion; /* over the table of layout */
    } text;
    struct {
        enum mkcv_header_form form;
        enum mkcv_align align; /* LEFT or CENTER, of the stacked form */
        const char *separator; /* between contacts on a line */
        int32_t label_gap;     /* stacked: between name and label line; row: between name and label */
        int32_t contact_gap;   /* between label and contacts */
        int32_t below;         /* to the first section */
    } header;
    struct {
        bool show;                   /* the site's own, where the settings name none */
        enum mkcv_photo_place place; /* SIDEBAR: at its top; RIGHT where there is none */
        int32_t width;               /* of it; it is at most half as much higher */
        int32_t gap;                 /* to the text beside or below it */
    } photo;
    struct {
        enum mkcv_side place;
        int32_t width;              /* of its text */
        int32_t gap;                /* to the main column */
        struct mkcv_words sections; /* keys or titles of what stands there; "contact": the contacts of the header */
        bool beside_header;         /* it begins at the top of page one, else below the header */
        uint32_t color;             /* of its background; MKCV_COLOR_INHERIT: none */
        int32_t rule_width;         /* of a line in the middle of the gap */
    } sidebar;
    struct {
        enum mkcv_head_place place;
        int32_t width;         /* of the column of heads, place LEFT */
        int32_t gap;           /* between that column and the body */
        enum mkcv_align align; /* LEFT or CENTER, of heads above */
        enum mkcv_rule_place rule;
        int32_t rule_width,
            rule_gap; /* thickness; distance from the head's baseline (BELOW) or to the body's top (ABOVE) */
        int32_t above, below;
        bool upper;                 /* heads in capitals */
        struct mkcv_words new_page; /* section keys or titles that begin a page */
        struct mkcv_words keep;     /* and those that stay on one where they can */
        struct mkcv_columns_list columns;
        int32_t column_gap; /* between columns */
    } section;
    struct {
        int32_t above, below;
    } group;
    struct {
        enum mkcv_date_place date;
        int32_t date_width;        /* least width of the date column */
        int32_t gap;               /* between text and date column */
        int32_t rule_width;        /* of a line down that gap, date LEFT; 0: none */
        int32_t skip;              /* between entries of several lines */
        int32_t tight_skip;        /* between entries of one line */
        enum mkcv_run_form detail; /* details on lines of their own, or run on after the title */
    } entry;
    struct {
        const char *bullet;
        int32_t indent; /* of the text, per level */
        int32_t skip;   /* between items */
    } list;
    struct {
        enum mkcv_run_form form; /* LINES: labels in a column of label_width; INLINE: label runs in */
        int32_t label_width, gap, skip;
    } listing;
    struct {
        bool numbered, downwards; /* numbers count down to 1 */
        const char *number;       /* how a number is written: "{n}.", "[{n}]", "[{t}{n}]" */
        const char *format; /* of a work, as a template of {fields} and [parts that vanish with theirs]; "": our own */
        enum mkcv_work_group group, subgroup;
        enum mkcv_work_sort sort;
        bool restart, summary; /* numbers begin anew under each head; how many works there are is said */
        int32_t authors;       /* at most so many; 0: all */
        enum mkcv_work_links links;
        int32_t indent, skip;
    } publications;
    enum mkcv_run_form awards, service, interests; /* forms of these short kinds */
    struct mkcv_running {
        const char *left, *center, *right; /* templates: {name} {folio} {page} {pages} {date} {title} */
        int32_t distance;                  /* of its baseline from the page's edge */
        bool first;                        /* on page one too */
    } footer, running_head;
    struct {
        int32_t spacing, spacing_most; /* limits of vertical room, thousandths of the style's own */
        int32_t leading, leading_most; /* the same of line distances */
        int32_t size;                  /* smallest letters of the text */
        struct mkcv_words optional;    /* section keys or titles that are left out first */
    } fit;
    enum mkcv_date_format date_format;
    const char *date_range;  /* between the ends of a range: "–" */
    struct mkcv_words order; /* section keys in CV order; others follow in their own order */
    struct mkcv_words hide;  /* section keys that this style leaves out */
    struct mkcv_look look[MKCV_ROLE_COUNT];
};

/* Resolves style `name` (a name of the built-in styles or of `folder`'s, or a file's path), then the settings' keys and
 * paper. On an unknown style: STYLE_UNKNOWN and MKCV_USAGE; one that
 * mkcv.yaml names is replaced by classic, MKCV_CONTENT. Unknown keys or bad values of a file: reported with their
 * place, MKCV_CONTENT; of --set: MKCV_USAGE. *out is usable in every case but the first. */
enum mkcv_code mkcv_style_read(struct mkcv_arena *a, const char *name, const struct mkcv_settings *settings,
                               struct mkcv_style *out, struct mkcv_diags *d) __attribute__((warn_unused_result));
/* The style of the sidebar, or of the main column beside it: the margins are those of the column. In the sidebar heads
 * stand above, text is ragged, labels and dates run in. */
struct mkcv_style mkcv_style_beside(const struct mkcv_style *style, bool side);
/* Where the photo stands: in the sidebar only where there is one. */
enum mkcv_photo_place mkcv_style_photo_place(const struct mkcv_style *style);
/* Names of the built-in styles and those beside the program, sorted, NULL-terminated. */
const char *const *mkcv_style_names(struct mkcv_arena *a);
/* Writes all keys of a style as a style file that stands alone: each with its value, the kind of value, who states it
 * (the style, one that it inherits, the built-in default, --set), the default where that is another, and the meaning.
 * Codes as mkcv_style_read. */
enum mkcv_code mkcv_style_show(struct mkcv_arena *a, const char *name, const struct mkcv_settings *settings,
                               struct mkcv_buf *out, struct mkcv_diags *d) __attribute__((warn_unused_result));
/* Writes a JSON Schema (draft 2020-12) that style files and mkcv.yaml fulfil. */
void mkcv_style_schema(struct mkcv_buf *out);
/* A length of style files: "10.5pt", "24mm", "1.6cm", "1in", "2em" (of `em`, mpt), "0". False when it is none. */
bool mkcv_length_from_string(const char *s, int32_t em, int32_t *mpt);
#endif
