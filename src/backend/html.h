/* html.h - the parts of the HTML back end: the document (html.c), the text in it (html_text.c), its style sheet
 * (html_style.c), colours that can be read (html_color.c). */
#ifndef MKCV_HTML_H
#define MKCV_HTML_H
#include "mkcv/buf.h"
#include "mkcv/flow.h"

struct mkcv_html {
    struct mkcv_buf *out;
    const struct mkcv_style *style;
    const struct mkcv_flow *flow;
    bool mine; /* links lead to pages of the CV's owner: those of the header */
};

/* html_photo.c: the photo of a header as an image; nothing where it has none. */
void mkcv_html_photo(const struct mkcv_html *h, const struct mkcv_flow_node *node);
/* The header that has a photo, or NULL. */
const struct mkcv_flow_node *mkcv_html_photo_node(const struct mkcv_flow *flow);
/* `s` with what means something in HTML written otherwise; for text and for attributes in double quotes. */
void mkcv_html_escape(struct mkcv_buf *out, const char *s, size_t n);
/* Text with its links, languages, roles and emphasis. Roles equal to `base`, that of the element around, are not named
 * again. */
void mkcv_html_text(const struct mkcv_html *h, const struct mkcv_text *text, enum mkcv_role base);
/* The style sheet, with what the style says of colours, looks and room. */
void mkcv_html_style(const struct mkcv_html *h);
/* True for a role whose text the style dresses otherwise than the text around it. */
bool mkcv_html_is_dressed(const struct mkcv_style *style, enum mkcv_role role);
/* The class of text of a role; NULL: none. */
const char *mkcv_html_class(enum mkcv_role role);

/* A colour 0xRRGGBB on a ground, made darker or lighter until its contrast is at least so much (WCAG 2.1, 1.4.3:
 * 1.0 to 21.0). */
uint32_t mkcv_html_readable(uint32_t color, uint32_t ground, double least);
double mkcv_html_contrast(uint32_t one, uint32_t other);
/* `part` of `whole` on the way from one colour to another. */
uint32_t mkcv_html_mix(uint32_t from, uint32_t to, uint32_t part, uint32_t whole);
#endif
