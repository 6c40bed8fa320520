/* pdf_face.c - which glyphs a document draws and what text they tell; see pdf_face.h.
 *
 * A font has one text per glyph (ToUnicode). Where two clusters share a glyph, the subset's text or else the first
 * cluster in reading order gets it; the others are told by the page. Nothing of libharu is known here. */
#include "pdf_face.h"
#include "mkcv/utf8.h"
#include <string.h>

enum { NO_CODE = 0xffff, CLUSTER_LIMIT = 64 /* bytes of a ToUnicode entry */ };

uint32_t mkcv_pdf_cluster_end(const struct mkcv_glyph_run *run, uint32_t i)
{
    for (i++; i < run->count && !run->glyphs[i].len;) i++;
    return i;
}

static bool shows_nothing(uint32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

bool mkcv_pdf_is_ignored(const struct mkcv_glyph_run *run, uint32_t i)
{
    const struct mkcv_glyph *g = &run->glyphs[i];
    if (!g->len || g->advance) return false;
    for (const char *p = run->text + g->at, *end = p + g->len; p < end;)
        if (!shows_nothing(mkcv_utf8_next(&p))) return false;
    return true;
}

uint16_t mkcv_pdf_code(const struct mkcv_pdf_face *f, uint16_t glyph)
{
    return glyph < f->glyph_count ? f->subset.code[glyph] : NO_CODE;
}

static bool is_blank(const char *s, size_t n)
{
    const char *end = s + n;
    uint32_t c = n ? mkcv_utf8_next(&s) : 0;
    return s == end && mkcv_is_space(c);
}

bool mkcv_pdf_tells_text(const struct mkcv_pdf_face *f, const struct mkcv_glyph_run *run, uint32_t i, uint32_t end)
{
    const struct mkcv_glyph *g = &run->glyphs[i];
    const char *want = run->text + g->at;
    size_t left = g->len;
    if (!left) return true;
    if (g->id == f->face->space_id && end == i + 1 && is_blank(want, left))
        return true; /* any blank copies as a space */
    for (; i < end; i++) {
        uint16_t code = mkcv_pdf_code(f, run->glyphs[i].id);
        const char *text = code < f->subset.glyph_count ? f->text[code] : NULL;
        size_t n = text ? strlen(text) : 0;
        if (!n || n > left || memcmp(text, want, n) != 0) return false;
        want += n;
        left -= n;
    }
    return !left;
}

bool mkcv_pdf_has_space(const struct mkcv_piece *piece, const struct mkcv_face *face)
{
    return piece->space && face->space_id;
}

static void use_piece(struct mkcv_arena *a, const struct mkcv_pages *pages, struct mkcv_pdf_faces *faces,
                      const struct mkcv_piece *piece)
{
    const struct mkcv_glyph_run *run = piece->run;
    if (!run || !run->count || (size_t)run->face >= faces->count) return;
    struct mkcv_pdf_face *f = &faces->at[run->face];
    if (!f->number) {
        f->number = ++faces->used;
        f->face = mkcv_fonts_face(pages->fonts, run->face);
        f->glyph_count = mkcv_font_glyph_count(pages->fonts, run->face);
        f->used = mkcv_arena_alloc(a, f->glyph_count + 1);
    }
    for (uint32_t i = 0; i < run->count; i++)
        if (run->glyphs[i].id < f->glyph_count) f->used[run->glyphs[i].id] = 1;
    if (mkcv_pdf_has_space(piece, f->face) && f->face->space_id < f->glyph_count) f->used[f->face->space_id] = 1;
}

static enum mkcv_code cut_face(struct mkcv_arena *a, struct mkcv_pdf_face *f, struct mkcv_fonts *fonts, int index,
                               struct mkcv_diags *d)
{
    enum mkcv_code code = mkcv_font_subset(a, fonts, index, f->used, &f->subset, d);
    if (code != MKCV_OK) return code;
    f->text = MKCV_NEW_ARRAY(a, const char *, (size_t)f->subset.glyph_count + 1);
    for (uint32_t i = 0; i < f->subset.glyph_count; i++) f->text[i] = f->subset.text[i];
    uint16_t space = mkcv_pdf_code(f, f->face->space_id);
    if (f->face->space_id && space < f->subset.glyph_count) f->text[space] = " ";
    return MKCV_OK;
}

static size_t count_characters(const char *s, size_t n)
{
    size_t count = 0;
    for (const char *end = s + n; s < end; count++)
        if (!mkcv_utf8_next(&s)) break;
    return count;
}

/* What glyph `id` tells, n bytes, unless it tells something already. */
static void give_text(struct mkcv_arena *a, struct mkcv_pdf_face *f, uint16_t id, const char *text, size_t n)
{
    uint16_t code = mkcv_pdf_code(f, id);
    if (code < f->subset.glyph_count && !f->text[code]) f->text[code] = mkcv_arena_strndup(a, text, n);
}

/* The text of a cluster with as many characters as it has glyphs, or NULL. Where no glyph was there for a composed
 * letter, it is decomposed as the glyphs are. */
static const char *text_by_glyph(struct mkcv_arena *a, const char *text, size_t n, uint32_t glyphs)
{
    if (count_characters(text, n) == glyphs) return text;
    const char *apart = mkcv_utf8_nfd(a, mkcv_arena_strndup(a, text, n));
    return count_characters(apart, strlen(apart)) == glyphs ? apart : NULL;
}

/* Glyphs without a text of their own take that of the first cluster they show: a glyph alone all of it, several as many
 * as there are characters one each (a letter and its marks). */
static void give_texts(struct mkcv_arena *a, struct mkcv_pdf_face *f, const struct mkcv_glyph_run *run)
{
    for (uint32_t i = 0, end; i < run->count; i = end) {
        end = mkcv_pdf_cluster_end(run, i);
        const char *text = run->text + run->glyphs[i].at;
        size_t n = run->glyphs[i].len;
        if (!n || n > CLUSTER_LIMIT || mkcv_pdf_is_ignored(run, i)) continue;
        if (end == i + 1) {
            give_text(a, f, run->glyphs[i].id, text, n);
        } else if ((text = text_by_glyph(a, text, n, end - i))) {
            for (uint32_t k = i; k < end; k++) {
                const char *from = text;
                mkcv_utf8_next(&text);
                give_text(a, f, run->glyphs[k].id, from, (size_t)(text - from));
            }
        }
    }
}

/* Those that are left: PDF/A lets no glyph be drawn that tells nothing, though the page tells its cluster (ActualText).
 * The first of a cluster takes the whole, the others a space of no width. */
static void give_rest(struct mkcv_arena *a, struct mkcv_pdf_face *f, const struct mkcv_glyph_run *run)
{
    static const char nothing[] = "\u200b";
    for (uint32_t i = 0, end; i < run->count; i = end) {
        end = mkcv_pdf_cluster_end(run, i);
        const char *text = run->text + run->glyphs[i].at, *next = text;
        size_t n = run->glyphs[i].len;
        if (!n || mkcv_pdf_is_ignored(run, i)) continue;
        if (n > CLUSTER_LIMIT) {
            mkcv_utf8_next(&next);
            n = (size_t)(next - text);
        }
        give_text(a, f, run->glyphs[i].id, text, n);
        for (uint32_t k = i + 1; k < end; k++) give_text(a, f, run->glyphs[k].id, nothing, strlen(nothing));
    }
}

static bool is_told(const struct mkcv_pdf_face *f)
{
    for (uint32_t code = 1; f->number && code < f->subset.glyph_count; code++) /* 0 is .notdef */
        if (!f->text[code]) return false;
    return true;
}

/* Gives the glyphs of all runs their texts. */
static void tell_glyphs(struct mkcv_arena *a, const struct mkcv_pages *pages, struct mkcv_pdf_faces *faces,
                        void (*give)(struct mkcv_arena *, struct mkcv_pdf_face *, const struct mkcv_glyph_run *))
{
    for (size_t p = 0; p < pages->list.count; p++) {
        for (size_t i = 0; i < pages->list.at[p].pieces.count; i++) {
            const struct mkcv_glyph_run *run = pages->list.at[p].pieces.at[i].run;
            if (run && run->count && (size_t)run->face < faces->count) give(a, &faces->at[run->face], run);
        }
    }
}

enum mkcv_code mkcv_pdf_faces_cut(struct mkcv_arena *a, const struct mkcv_pages *pages, struct mkcv_pdf_faces *out,
                                  struct mkcv_diags *d)
{
    *out = (struct mkcv_pdf_faces){.count = mkcv_fonts_count(pages->fonts)};
    out->at = MKCV_NEW_ARRAY(a, struct mkcv_pdf_face, out->count);
    for (size_t p = 0; p < pages->list.count; p++)
        for (size_t i = 0; i < pages->list.at[p].pieces.count; i++)
            use_piece(a, pages, out, &pages->list.at[p].pieces.at[i]);
    for (size_t i = 0; i < out->count; i++) {
        enum mkcv_code code = out->at[i].number ? cut_face(a, &out->at[i], pages->fonts, (int)i, d) : MKCV_OK;
        if (code != MKCV_OK) return code;
    }
    bool told = true;
    tell_glyphs(a, pages, out, give_texts);
    for (size_t i = 0; i < out->count; i++) told = told && is_told(&out->at[i]);
    if (!told) tell_glyphs(a, pages, out, give_rest);
    return MKCV_OK;
}
