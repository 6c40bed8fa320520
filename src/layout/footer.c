/* footer.c - the foot's templates filled in and set. What is unknown leaves no punctuation behind. */
#include "footer.h"
#include "mkcv/buf.h"
#include "mkcv/utf8.h"
#include "paragraph.h"
#include <string.h>

struct facts {
    const struct mkcv_flow *flow;
    size_t number, count;
};

/* The value of the name at *s, which moves past it; NULL when it is none of ours. Unknown facts are "". */
static const char *fill_name(struct mkcv_arena *a, const struct facts *f, const char **s)
{
    const struct {
        const char *name, *value;
    } names[] = {
        {"{name}", f->flow->author},
        {"{title}", f->flow->title},
        {"{date}", f->flow->date.year ? mkcv_date_iso(a, f->flow->date) : NULL},
        {"{page}", mkcv_arena_printf(a, "%zu", f->number)},
        {"{pages}", mkcv_arena_printf(a, "%zu", f->count)},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t n = strlen(names[i].name);
        if (strncmp(*s, names[i].name, n) != 0) continue;
        *s += n;
        return names[i].value ? names[i].value : "";
    }
    return NULL;
}

static bool is_letter_or_digit(uint32_t c) { return mkcv_is_letter(c) || (c >= '0' && c <= '9'); }

/* Cuts from both ends what is no letter, digit, bracket or quote: the separators of facts that are missing. */
static const char *trim_punctuation(struct mkcv_arena *a, const char *s)
{
    const char *end = s + strlen(s);
    while (*s && !is_letter_or_digit(mkcv_utf8_next(&(const char *){s})) && !strchr("([{\"", *s)) mkcv_utf8_next(&s);
    while (end > s) {
        uint32_t c = mkcv_utf8_before(s, (size_t)(end - s));
        if (is_letter_or_digit(c) || (c < 0x80 && strchr(")]}.\"", (int)c))) break;
        do end--;
        while (end > s && ((unsigned char)*end & 0xc0) == 0x80);
    }
    return mkcv_arena_strndup(a, s, (size_t)(end - s));
}

static const char *fill_template(struct mkcv_arena *a, const char *s, const struct facts *f)
{
    struct mkcv_buf out;
    bool named = false, known = false, missing = false;
    mkcv_buf_init(&out, a);
    while (*s) {
        const char *value = *s == '{' ? fill_name(a, f, &s) : NULL;
        if (!value) {
            mkcv_buf_putc(&out, *s++);
            continue;
        }
        named = true;
        known |= *value != '\0';
        missing |= *value == '\0';
        mkcv_buf_puts(&out, value);
    }
    if (named && !known) return "";
    return missing ? trim_punctuation(a, out.s) : out.s;
}

static void put_part(struct mkcv_galley *g, const char *template, const struct facts *f, enum mkcv_align align)
{
    const struct mkcv_style *s = g->style;
    if (!template || !*template) return;
    struct mkcv_text text = {0};
    mkcv_text_put(g->scratch, &text, fill_template(g->scratch, template, f), MKCV_ROLE_FOOTER);
    struct mkcv_shape shape = {
        .base = MKCV_ROLE_FOOTER, .measure = s->page.width - s->page.left - s->page.right, .align = align};
    struct mkcv_para *p = mkcv_para_new(g, &text, shape);
    if (p->count > 0) mkcv_para_put(g, p, 0, s->page.left, s->page.height - s->footer.distance);
}

void mkcv_footer_put(struct mkcv_galley *g, const struct mkcv_flow *flow, size_t number, size_t count)
{
    struct facts f = {.flow = flow, .number = number, .count = count};
    size_t first = g->pieces.count;
    if (number == 1 && !g->style->footer.first) return;
    put_part(g, g->style->footer.left, &f, MKCV_ALIGN_LEFT);
    put_part(g, g->style->footer.center, &f, MKCV_ALIGN_CENTER);
    put_part(g, g->style->footer.right, &f, MKCV_ALIGN_RIGHT);
    for (size_t i = first; i < g->pieces.count; i++) g->pieces.at[i].artifact = true;
}
