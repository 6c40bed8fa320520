/* html_photo.c - the photo in the file itself, as a data: address (RFC 2397), and where the style places it. */
#include "html.h"
#include <string.h>

static void put_base64(struct mkcv_buf *out, const char *bytes, size_t n)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < n; i += 3) {
        uint32_t three = 0;
        for (size_t k = 0; k < 3; k++) three = three << 8 | (i + k < n ? (unsigned char)bytes[i + k] : 0);
        for (int k = 0; k < 4; k++) mkcv_buf_putc(out, k > (int)(n - i) ? '=' : digits[three >> (18 - 6 * k) & 63]);
    }
}

void mkcv_html_photo(const struct mkcv_html *h, const struct mkcv_flow_node *node)
{
    const struct mkcv_photo *photo = node->photo;
    if (!photo) return;
    mkcv_buf_puts(h->out, "<img class=\"photo\" alt=\"");
    mkcv_html_escape(h->out, node->alt, strlen(node->alt));
    mkcv_buf_printf(h->out, "\" width=\"%d\" height=\"%d\" src=\"data:image/%s;base64,", photo->columns, photo->rows,
                    photo->format == MKCV_PHOTO_PNG ? "png" : "jpeg");
    put_base64(h->out, photo->bytes, photo->n);
    mkcv_buf_puts(h->out, "\"/>\n");
}

const struct mkcv_flow_node *mkcv_html_photo_node(const struct mkcv_flow *flow)
{
    for (size_t i = 0; i < flow->nodes.count && flow->nodes.at[i].kind == MKCV_FLOW_HEADER; i++)
        if (flow->nodes.at[i].photo) return &flow->nodes.at[i];
    return NULL;
}
