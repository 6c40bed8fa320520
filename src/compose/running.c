/* running.c - the templates of running head and foot filled in, but for the numbers that pages have. What is unknown
 * leaves no punctuation behind. */
#include "header.h"
#include "language.h"
#include "mkcv/buf.h"
#include "mkcv/utf8.h"
#include "part.h"
#include <string.h>

/* The value of the name at *s, which moves past it; NULL when it is none of ours. Unknown facts are "". */
static const char *fill_name(const struct mkcv_composer *c, const char **s)
{
    const struct mkcv_flow *flow = c->flow;
    const struct {
        const char *name, *value;
    } names[] = {
        {"{name}", flow->author},
        {"{title}", flow->title},
        {"{date}", flow->date.year ? mkcv_date_iso(c->arena, flow->date) : NULL},
        {"{folio}", mkcv_language_lookup(c->lang)->folio},
        {"{page}", "{page}"},
        {"{pages}", "{pages}"},
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

static const char *fill_template(const struct mkcv_composer *c, const char *s)
{
    struct mkcv_buf out;
    bool named = false, known = false, missing = false;
    mkcv_buf_init(&out, c->arena);
    while (s && *s) {
        const char *value = *s == '{' ? fill_name(c, &s) : NULL;
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
    return missing ? trim_punctuation(c->arena, out.s) : out.s;
}

static struct mkcv_running_line fill_line(const struct mkcv_composer *c, const struct mkcv_running *of)
{
    return (struct mkcv_running_line){fill_template(c, of->left), fill_template(c, of->center),
                                      fill_template(c, of->right)};
}

void mkcv_running_compose(struct mkcv_composer *c)
{
    c->flow->foot = fill_line(c, &c->style->footer);
    c->flow->head = fill_line(c, &c->style->running_head);
}
