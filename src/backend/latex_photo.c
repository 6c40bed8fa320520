/* latex_photo.c - the photo beside the header's text or at the top of the sidebar. TeX takes it from a file beside its
 * own, which mkcv writes: no camera's notes get into what TeX makes of it, and what is turned there stands upright. */
#include "latex.h"

bool mkcv_latex_has_photo(const struct mkcv_flow_node *node) { return node->photo && node->photo->name; }

static void put_bp(struct mkcv_buf *out, const char *before, int32_t mpt)
{
    mkcv_buf_puts(out, before);
    mkcv_buf_mpt(out, mpt);
    mkcv_buf_puts(out, "bp");
}

static int32_t capitals(const struct mkcv_style *s, enum mkcv_role role)
{
    return (s->look[role].size ? s->look[role].size : s->font.size) * 2 / 3;
}

/* What it shows, on one line. */
static void put_comment(struct mkcv_buf *out, const char *text)
{
    mkcv_buf_puts(out, "% ");
    for (const char *p = text; *p; p++) mkcv_buf_putc(out, (unsigned char)*p < ' ' || *p == 0x7F ? '?' : *p);
    mkcv_buf_puts(out, "\n");
}

/* The text in a box of its own as high as the photo, its last baseline counting as its end; or the photo as high as the
 * text. In the row form the text begins with its name's line, else with \cvtop, which counts from the first baseline of
 * a page. */
static void put_beside(const struct mkcv_latex *l)
{
    struct mkcv_buf *out = l->out;
    const struct mkcv_style *s = l->style;
    bool left = mkcv_style_photo_place(s) == MKCV_PHOTO_LEFT, row = s->header.form == MKCV_HEADER_ROW;
    int32_t last = mkcv_latex_leading(s, row ? MKCV_ROLE_NAME : MKCV_ROLE_CONTACT) / 4;
    put_bp(out,
           "\\newsavebox\\cvphotobox \\newsavebox\\cvtextbox\n"
           "\\newcommand\\cvbeside[1]{\\sbox\\cvphotobox{\\cvphoto}%\n"
           "  \\setbox\\cvtextbox\\vbox{\\hsize=\\dimexpr\\linewidth+\\cvcolumn-\\wd\\cvphotobox-",
           s->photo.gap);
    put_bp(out, "\\relax\\linewidth=\\hsize\\renewcommand\\cvcolumn{0pt}\\vskip",
           row ? 0 : capitals(s, MKCV_ROLE_PLAIN));
    mkcv_buf_puts(out, "\\relax#1}%\n"
                       "  \\setlength\\cvwidth{\\dimexpr\\ht\\cvphotobox-\\ht\\cvtextbox}\\cvheadfalse\n"
                       "  \\ifdim\\cvwidth>0pt \\cvheadtrue\\setbox\\cvtextbox\\vbox to\\ht\\cvphotobox{"
                       "\\vskip.5\\cvwidth\\unvbox\\cvtextbox\\vfil}%\n"
                       "  \\else\\setbox\\cvphotobox\\vbox to\\ht\\cvtextbox{\\vfil\\box\\cvphotobox\\vfil}\\fi\n"
                       "  \\hbox{\\hskip-\\cvcolumn");
    mkcv_buf_puts(out, left ? "\\box\\cvphotobox" : "\\box\\cvtextbox");
    put_bp(out, "\\hskip", s->photo.gap);
    mkcv_buf_puts(out, left ? "\\box\\cvtextbox" : "\\box\\cvphotobox");
    put_bp(out, "}\\nobreak\\ifcvhead\\vskip-", last);
    mkcv_buf_puts(out, "\\cvheadfalse\\fi}\n");
}

/* From the top of the page or the header's last baseline, as the contacts are. */
static void put_side(const struct mkcv_latex *l)
{
    struct mkcv_buf *out = l->out;
    const struct mkcv_style *s = l->style;
    bool row = s->header.form == MKCV_HEADER_ROW;
    int32_t last = mkcv_latex_leading(s, row ? MKCV_ROLE_NAME : MKCV_ROLE_CONTACT) / 4;
    int32_t from = s->sidebar.beside_header ? -capitals(s, MKCV_ROLE_PLAIN) : s->header.below + last;
    int32_t to = s->photo.gap + capitals(s, MKCV_ROLE_CONTACT) - mkcv_latex_leading(s, MKCV_ROLE_CONTACT);
    put_bp(out,
           "\\newcommand\\cvsidephoto{\\par\\global\\cvfirstfalse\\nobreak"
           "\\ifdim\\prevdepth>-999pt \\vskip-\\prevdepth\\fi\\vskip",
           from);
    put_bp(out, "\\nointerlineskip\\hbox{\\cvphoto}\\nobreak\\vskip", to - s->entry.tight_skip);
    mkcv_buf_puts(out, "}\n");
}

void mkcv_latex_photo(const struct mkcv_latex *l)
{
    for (size_t i = 0; i < l->flow->nodes.count && l->flow->nodes.at[i].kind == MKCV_FLOW_HEADER; i++) {
        const struct mkcv_flow_node *node = &l->flow->nodes.at[i];
        if (!mkcv_latex_has_photo(node)) continue;
        mkcv_buf_puts(l->out, "\\usepackage{graphicx}\n");
        put_comment(l->out, node->alt);
        put_bp(l->out, "\\newcommand\\cvphoto{\\includegraphics[width=", node->photo->width);
        mkcv_buf_printf(l->out, "]{%s}}\n", node->photo->name);
        if (node->side)
            put_side(l);
        else
            put_beside(l);
    }
}
