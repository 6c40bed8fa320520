/* shape.c - words into positioned glyphs (HarfBuzz), each word once.
 *
 * Advances are whole thousandths of an em, because the PDF's widths are: a glyph's advance is its stated width, plus
 * what brings the pen back to its true place whenever the rounding has led it away by more than half a thousandth. */
#include "fonts.h"
#include "mkcv/hash.h"
#include <string.h>

#define TRACKING_LOOSE 20 /* thousandths of an em: letters set further apart do not join into ligatures */

static unsigned add_feature(hb_feature_t *at, unsigned n, const char tag[4], uint32_t value)
{
    at[n] =
        (hb_feature_t){HB_TAG(tag[0], tag[1], tag[2], tag[3]), value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    return n + 1;
}

static void note_small_caps(struct mkcv_fonts *f, const struct mkcv_open_face *face)
{
    if (!f->small_caps_noted)
        mkcv_report(f->diags, MKCV_DIAG_FONT_FACE, ((struct mkcv_loc){0}), face->family->name, "small capitals",
                    "plain text");
    f->small_caps_noted = true;
}

static unsigned choose_features(struct mkcv_fonts *f, const struct mkcv_face_want *want,
                                hb_feature_t out[MKCV_FEATURES_MAX])
{
    unsigned n = f->feature_count;
    memcpy(out, f->feature, n * sizeof *out);
    enum mkcv_figures figures = want->figures == MKCV_FIGURES_DEFAULT ? f->figures : want->figures;
    if (figures == MKCV_FIGURES_LINING) n = add_feature(out, n, "lnum", 1);
    if (figures == MKCV_FIGURES_OLDSTYLE) n = add_feature(out, n, "onum", 1);
    if (want->tabular) n = add_feature(out, n, "tnum", 1);
    if (want->small_caps) {
        n = add_feature(out, n, "smcp", 1);
        if (!f->segment.face->has_small_caps && f->segment.face->family == f->chosen.family)
            note_small_caps(f, f->segment.face);
    }
    if (want->tracking > TRACKING_LOOSE || want->tracking < -TRACKING_LOOSE) {
        n = add_feature(out, n, "liga", 0);
        n = add_feature(out, n, "dlig", 0);
        n = add_feature(out, n, "clig", 0);
    }
    return n;
}

static void run_harfbuzz(struct mkcv_fonts *f, const struct mkcv_face_want *want)
{
    struct mkcv_segment *s = &f->segment;
    hb_buffer_t *b = f->buffer;
    hb_buffer_clear_contents(b);
    hb_buffer_set_content_type(b, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_flags(b, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    for (size_t i = 0; i < s->items.count; i++) hb_buffer_add(b, s->items.at[i].codepoint, s->items.at[i].at);
    hb_script_t script = s->script == HB_SCRIPT_COMMON ? HB_SCRIPT_LATIN : s->script;
    hb_buffer_set_script(b, script);
    hb_direction_t direction = hb_script_get_horizontal_direction(script);
    if (want->rtl || direction == HB_DIRECTION_INVALID) direction = want->rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR;
    hb_buffer_set_direction(b, direction);
    hb_buffer_set_language(b, f->lang);
    hb_feature_t features[MKCV_FEATURES_MAX];
    unsigned n = choose_features(f, want, features);
    hb_shape(s->face->font, b, features, n);
}

/* Remembers what a glyph shows; see mkcv_subset.text. A glyph that follows another of its cluster shows nothing alone,
 * and so the cluster is never told by its glyphs: the first keeps the text that it has elsewhere. */
static void note_text(struct mkcv_fonts *f, struct mkcv_open_face *face, const struct mkcv_glyph *g, const char *text,
                      bool alone)
{
    const char **shown = &face->text[g->id];
    if (!g->len)
        *shown = mkcv_text_several;
    else if (alone && !*shown)
        *shown = mkcv_arena_strndup(f->arena, text + g->at, g->len);
    else if (alone && (strncmp(*shown, text + g->at, g->len) || (*shown)[g->len]))
        *shown = mkcv_text_several;
}

static int16_t clamp16(int64_t v) { return (int16_t)(v > INT16_MAX ? INT16_MAX : v < INT16_MIN ? INT16_MIN : v); }

static unsigned checked_id(const struct mkcv_open_face *face, hb_codepoint_t id)
{
    return id < face->glyph_count ? id : 0; /* HarfBuzz trusts the font: a bad cmap or GSUB gives any number */
}

/* The bytes that the clusters cover: each ends where the next in the text begins. */
static void set_clusters(struct mkcv_glyph *glyphs, const hb_glyph_info_t *info, unsigned n, bool backwards,
                         size_t length)
{
    uint32_t end = (uint32_t)length;
    for (unsigned i = 0; i < n; i++) {
        unsigned g = backwards ? i : n - 1 - i;
        uint32_t at = info[g].cluster;
        bool first = !g || info[g - 1].cluster != at;
        bool last = g + 1 == n || info[g + 1].cluster != at;
        glyphs[g].at = (uint16_t)at;
        if (first) glyphs[g].len = (uint16_t)(end > at ? end - at : 0);
        if (backwards ? last : first) end = at;
    }
}

static int32_t place(const struct mkcv_open_face *face, struct mkcv_glyph *glyphs, const hb_glyph_position_t *position,
                     unsigned n, int tracking)
{
    int64_t upem = face->upem, off = 0; /* the true pen less the rounded one, thousandths of a unit */
    int32_t width = 0;
    for (unsigned i = 0; i < n; i++) {
        int32_t stated = mkcv_face_advance(face, glyphs[i].id), adjust = 0;
        off += (int64_t)position[i].x_advance * 1000 - stated * upem;
        if (2 * off > upem || -2 * off > upem) adjust = (int32_t)((off < 0 ? off - upem / 2 : off + upem / 2) / upem);
        off -= adjust * upem;
        glyphs[i].advance = clamp16((int64_t)stated + adjust + (stated ? tracking : 0));
        glyphs[i].dx = clamp16(mkcv_face_milli(face, position[i].x_offset));
        glyphs[i].dy = clamp16(mkcv_face_milli(face, position[i].y_offset));
        width += glyphs[i].advance;
    }
    return width;
}

static void flush_segment(struct mkcv_fonts *f, const struct mkcv_face_want *want)
{
    struct mkcv_segment *s = &f->segment;
    run_harfbuzz(f, want);
    unsigned n;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(f->buffer, &n);
    const hb_glyph_position_t *position = hb_buffer_get_glyph_positions(f->buffer, NULL);
    struct mkcv_glyph *glyphs = MKCV_NEW_ARRAY(f->arena, struct mkcv_glyph, n);
    const char *text = mkcv_arena_strndup(f->arena, s->text.at, s->text.count);
    for (unsigned i = 0; i < n; i++) glyphs[i].id = (uint16_t)checked_id(s->face, info[i].codepoint);
    set_clusters(glyphs, info, n, hb_buffer_get_direction(f->buffer) == HB_DIRECTION_RTL, s->text.count);
    for (unsigned i = 0; i < n; i++)
        note_text(f, s->face, &glyphs[i], text, i + 1 == n || info[i + 1].cluster != info[i].cluster);
    int32_t width = n ? place(s->face, glyphs, position, n, want->tracking) : 0;
    if (n) *MKCV_PUSH(f->arena, &f->runs) = (struct mkcv_glyph_run){s->face->index, text, glyphs, n, width};
    s->items.count = 0;
    s->text.count = 0;
}

static const struct mkcv_shaped *shape_word(struct mkcv_fonts *f, const struct mkcv_face_want *want, const char *text,
                                            size_t n)
{
    f->runs.count = 0;
    mkcv_segment_text(f, want, text, n, flush_segment);
    struct mkcv_shaped *shaped = MKCV_NEW(f->arena, struct mkcv_shaped);
    struct mkcv_glyph_run *runs = MKCV_NEW_ARRAY(f->arena, struct mkcv_glyph_run, f->runs.count);
    for (size_t i = 0; i < f->runs.count; i++) {
        runs[i] = f->runs.at[i];
        shaped->width += runs[i].width;
    }
    shaped->runs = runs;
    shaped->count = (uint32_t)f->runs.count;
    return shaped;
}

static uint32_t pack_want(const struct mkcv_face_want *want)
{
    return (uint32_t)want->bold | (uint32_t)want->italic << 1 | (uint32_t)want->small_caps << 2 |
           (uint32_t)want->tabular << 3 | (uint32_t)want->figures << 4 | (uint32_t)want->rtl << 8 |
           (uint32_t)(uint16_t)want->tracking << 16;
}

/* The entry of the word, or the free place where it belongs. */
static struct mkcv_cached *find_cached(struct mkcv_fonts *f, uint64_t hash, uint32_t want, const char *text, size_t n)
{
    for (size_t i = hash & (f->cache_size - 1);; i = (i + 1) & (f->cache_size - 1)) {
        struct mkcv_cached *c = &f->cache[i];
        if (!c->text || (c->hash == hash && c->want == want && c->n == n && !memcmp(c->text, text, n))) return c;
    }
}

static void grow_cache(struct mkcv_fonts *f)
{
    struct mkcv_cached *old = f->cache;
    size_t size = f->cache_size;
    f->cache_size = size ? size * 2 : 1024;
    f->cache = MKCV_NEW_ARRAY(f->arena, struct mkcv_cached, f->cache_size);
    for (size_t i = 0; i < size; i++)
        if (old[i].text) *find_cached(f, old[i].hash, old[i].want, old[i].text, old[i].n) = old[i];
}

const struct mkcv_shaped *mkcv_font_shape(struct mkcv_fonts *f, const struct mkcv_face_want *want, const char *text,
                                          size_t n)
{
    if (f->cached * 4 >= f->cache_size * 3) grow_cache(f);
    uint32_t packed = pack_want(want);
    uint64_t hash = mkcv_hash(packed, text, n);
    struct mkcv_cached *c = find_cached(f, hash, packed, text, n);
    if (c->text) return c->shaped;
    const struct mkcv_shaped *shaped = shape_word(f, want, text, n);
    bool told = shaped->count == 1 && strlen(shaped->runs->text) == n && !memcmp(shaped->runs->text, text, n);
    const char *key = told ? shaped->runs->text : mkcv_arena_strndup(f->arena, text, n);
    *c = (struct mkcv_cached){hash, packed, (uint32_t)n, key, shaped};
    f->cached++;
    return shaped;
}

int32_t mkcv_font_space(struct mkcv_fonts *f, const struct mkcv_face_want *want)
{
    return mkcv_member_face(f, &f->chosen, mkcv_slot_of(want))->about.space + want->tracking;
}
