/* fit.c - the search for what fits; see fit.h.
 *
 * Each trial composes and lays out as a run does, with what it reports thrown away; words are shaped once for all. One
 * number stands for how tight a CV is set: from the most room that the style allows through the style itself to the
 * least room, and on to its smallest letters. Fewer pages come with more of it, but for a line that breaks otherwise,
 * so the least that fits is found by halving, and what was found is what is set. */
#include "mkcv/fit.h"
#include "mkcv/compose.h"
#include "mkcv/pages.h"
#include "rank.h"
#include "tighten.h"

enum {
    LOOSEST = -MKCV_TIGHT_MOST,
    SPACED = MKCV_TIGHT_MOST, /* no more room can be saved; from here letters shrink */
    TIGHTEST = 2 * MKCV_TIGHT_MOST,
    FULL = 850,         /* thousandths of a page whose last one looks full */
    FULL_ALREADY = 960, /* not worth a change */
    NEARLY_NONE = 350,  /* of a last page that one would rather be without */
    SIZES = 10,         /* steps of sizes in the search for a full page */
    PUT_BACK = 48,      /* parts that are tried again */
};

struct fitter {
    struct mkcv_arena *arena;
    const struct mkcv_fit_job *job;
    struct mkcv_diags *diags;
    struct mkcv_rank rank;
};

/* What a trial took. */
struct extent {
    size_t pages;
    int32_t last; /* last baseline of the last page, thousandths of the text's height */
};

/* A way to set the CV. */
struct setting {
    const struct mkcv_cv *cv;
    struct mkcv_tightness tightness;
    struct extent extent;
};

static int32_t fill_of(const struct mkcv_page *page, const struct mkcv_style *s)
{
    int32_t lowest = s->page.top, height = s->page.height - s->page.top - s->page.bottom;
    for (size_t i = 0; i < page->pieces.count; i++)
        if (!page->pieces.at[i].artifact && page->pieces.at[i].y > lowest) lowest = page->pieces.at[i].y;
    return height > 0 ? (int32_t)((int64_t)(lowest - s->page.top) * 1000 / height) : 1000;
}

static struct extent measure(struct fitter *f, const struct mkcv_cv *cv, struct mkcv_tightness t)
{
    struct mkcv_arena trial;
    struct mkcv_diags unsaid;
    mkcv_arena_init(&trial);
    mkcv_diags_init(&unsaid, &trial);
    struct mkcv_style style = mkcv_style_tighten(f->job->style, t);
    const struct mkcv_flow *flow = mkcv_compose(&trial, cv, f->job->settings, &style, &unsaid);
    const struct mkcv_pages *pages = mkcv_layout(&trial, flow, &style, f->job->fonts, &unsaid);
    struct extent extent = {.pages = pages->list.count};
    if (extent.pages) extent.last = fill_of(&pages->list.at[extent.pages - 1], &style);
    mkcv_arena_clear(&trial);
    return extent;
}

static struct mkcv_tightness tightness_of(int tight)
{
    if (tight <= SPACED) return (struct mkcv_tightness){tight, 0};
    return (struct mkcv_tightness){SPACED, tight - SPACED};
}

static struct setting try_setting(struct fitter *f, const struct mkcv_cv *cv, struct mkcv_tightness t)
{
    return (struct setting){cv, t, measure(f, cv, t)};
}

/* The least room taken away between `low`, which does not fit or is as loose as may be, and `high`, which fits. `space`
 * and `size`: what of both is varied; the other stays as in `t`. */
static struct setting loosest(struct fitter *f, const struct mkcv_cv *cv, size_t pages, int low, int high,
                              struct mkcv_tightness (*of)(int tight, int size), int size)
{
    struct setting best = try_setting(f, cv, of(low, size));
    if (best.extent.pages <= pages) return best;
    best = try_setting(f, cv, of(high, size));
    while (high - low > 1) {
        int middle = low + (high - low) / 2;
        struct setting trial = try_setting(f, cv, of(middle, size));
        if (trial.extent.pages <= pages) {
            best = trial;
            high = middle;
        } else {
            low = middle;
        }
    }
    return best;
}

static struct mkcv_tightness along(int tight, int size)
{
    (void)size;
    return tightness_of(tight);
}

static struct mkcv_tightness at_size(int tight, int size) { return (struct mkcv_tightness){tight, size}; }

static bool is_full(const struct setting *s, size_t pages)
{
    return s->extent.pages == pages && s->extent.last >= FULL;
}

/* Where an entry that is kept whole left the last page short, other sizes break the lines otherwise. */
static struct setting fullest(struct fitter *f, struct setting best, size_t pages)
{
    for (int i = 0; i <= SIZES && !is_full(&best, pages); i++) {
        int size = i * MKCV_TIGHT_MOST / SIZES;
        if (measure(f, best.cv, at_size(SPACED, size)).pages > pages) continue;
        struct setting trial = loosest(f, best.cv, pages, LOOSEST, SPACED, at_size, size);
        bool better = trial.extent.pages > best.extent.pages ||
                      (trial.extent.pages == best.extent.pages && trial.extent.last > best.extent.last);
        if (better && trial.extent.pages <= pages) best = trial;
    }
    return best;
}

static bool fits_without(struct fitter *f, size_t count, size_t pages)
{
    struct mkcv_arena cut;
    mkcv_arena_init(&cut);
    const struct mkcv_cv *cv = mkcv_rank_without(&cut, f->job->cv, &f->rank, count);
    bool fits = measure(f, cv, tightness_of(TIGHTEST)).pages <= pages;
    mkcv_arena_clear(&cut);
    return fits;
}

/* How many parts have to go for the tightest setting to fit; more than there are when that is not enough. */
static size_t least_left_out(struct fitter *f, size_t pages)
{
    size_t low = 0, high = f->rank.parts.count;
    if (!fits_without(f, high, pages)) return high + 1;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (fits_without(f, middle, pages))
            high = middle;
        else
            low = middle;
    }
    return high;
}

/* A long part may have gone where shorter ones before it could have stayed. */
static void put_back(struct fitter *f, size_t count, size_t pages)
{
    for (size_t i = count - 1, tried = 0; i-- > 0 && tried < PUT_BACK; tried++) {
        f->rank.parts.at[i].kept = true;
        if (!fits_without(f, count, pages)) f->rank.parts.at[i].kept = false;
    }
}

static const char *percent(struct mkcv_arena *a, int32_t thousandths)
{
    return mkcv_arena_printf(a, "%d %%", (int)(thousandths + 5) / 10);
}

static const char *points(struct mkcv_arena *a, int32_t mpt)
{
    return mkcv_arena_printf(a, "%d.%d pt", (int)(mpt + 50) / 1000, (int)(mpt + 50) % 1000 / 100);
}

static const char *page_count(struct mkcv_arena *a, size_t pages)
{
    return mkcv_arena_printf(a, "%zu page%s", pages, pages == 1 ? "" : "s");
}

static void report_setting(struct fitter *f, const struct setting *s)
{
    const struct mkcv_style *style = f->job->style;
    struct mkcv_arena *a = f->arena;
    struct mkcv_style tight = mkcv_style_tighten(style, s->tightness);
    if (!s->tightness.space && !s->tightness.size) return;
    const char *size = tight.font.size == style->font.size
                           ? ""
                           : mkcv_arena_printf(a, ", letters of %s in place of %s", points(a, tight.font.size),
                                               points(a, style->font.size));
    mkcv_report(f->diags, MKCV_DIAG_FIT_SPACE, ((struct mkcv_loc){0}), page_count(a, s->extent.pages),
                percent(a, mkcv_tight_space(style, s->tightness)), percent(a, mkcv_tight_leading(style, s->tightness)),
                size);
}

static void report_left_out(struct fitter *f, size_t count, size_t pages)
{
    const char *number = page_count(f->arena, pages);
    for (size_t i = 0; i < count; i++) {
        const struct mkcv_part *part = &f->rank.parts.at[i];
        const struct mkcv_section *s = &f->job->cv->sections.at[part->section];
        if (part->kept) continue;
        const struct mkcv_entry *e = part->entry == SIZE_MAX ? NULL : &s->entries.at[part->entry];
        const char *title = e ? e->fields[MKCV_FIELD_TITLE].s : s->title;
        if (e && (!title || !*title) && e->categories.count) title = e->categories.at[0].label;
        if (e && (!title || !*title)) title = e->fields[MKCV_FIELD_ORG].s;
        mkcv_report(f->diags, MKCV_DIAG_FIT_LEFT_OUT, e ? e->loc : s->loc, title ? title : "", number);
    }
}

static enum mkcv_code report_short(struct fitter *f, size_t pages)
{
    const struct mkcv_cv *cv = mkcv_rank_without(f->arena, f->job->cv, &f->rank, f->rank.parts.count);
    struct extent e = measure(f, cv, tightness_of(TIGHTEST));
    int32_t tenths = (int32_t)(e.pages - 1) * 10 + (e.last + 99) / 100;
    mkcv_report(f->diags, MKCV_DIAG_FIT_SHORT, ((struct mkcv_loc){0}), page_count(f->arena, pages),
                mkcv_arena_printf(f->arena, "%d.%d", (int)tenths / 10, (int)tenths % 10));
    return MKCV_LIMIT;
}

/* At most `pages`, though more are needed as the style is. */
static enum mkcv_code fit_into(struct fitter *f, size_t pages, struct setting *out)
{
    const struct mkcv_cv *cv = f->job->cv;
    size_t count = 0;
    if (measure(f, cv, tightness_of(TIGHTEST)).pages > pages) {
        const struct mkcv_flow *flow = mkcv_compose(f->arena, cv, f->job->settings, f->job->style, f->diags);
        f->rank = mkcv_rank_parts(f->arena, cv, flow, &f->job->style->fit.optional);
        count = least_left_out(f, pages);
        if (count > f->rank.parts.count) return report_short(f, pages);
        cv = mkcv_rank_without(f->arena, f->job->cv, &f->rank, count);
    }
    *out = loosest(f, cv, pages, count ? LOOSEST : 0, TIGHTEST, along, 0);
    if (count && !is_full(out, pages)) {
        put_back(f, count, pages);
        cv = mkcv_rank_without(f->arena, f->job->cv, &f->rank, count);
        *out = loosest(f, cv, pages, LOOSEST, TIGHTEST, along, 0);
    }
    *out = fullest(f, *out, pages);
    report_setting(f, out);
    report_left_out(f, count, pages);
    return MKCV_OK;
}

/* The last page full, or none where it holds little. Nothing is left out, and letters keep their size. */
static void fill_pages(struct fitter *f, struct setting *s)
{
    size_t pages = s->extent.pages;
    if (s->extent.last >= FULL_ALREADY || !pages) return;
    struct setting fewer = *s;
    bool saves = pages > 1 && measure(f, s->cv, tightness_of(SPACED)).pages < pages;
    if (saves) fewer = loosest(f, s->cv, pages - 1, 0, SPACED, along, 0);
    struct setting fuller = loosest(f, s->cv, pages, LOOSEST, 0, along, 0);
    bool spare = saves && (s->extent.last < NEARLY_NONE || fuller.extent.last < FULL);
    *s = spare ? fewer : fuller;
    report_setting(f, s);
}

enum mkcv_code mkcv_fit(struct mkcv_arena *a, const struct mkcv_fit_job *job, const struct mkcv_cv **cv,
                        struct mkcv_style *style, struct mkcv_diags *d)
{
    struct fitter f = {.arena = a, .job = job, .diags = d};
    size_t pages = (size_t)job->settings->pages;
    struct setting s = try_setting(&f, job->cv, tightness_of(0));
    if (pages && s.extent.pages > pages) {
        enum mkcv_code code = fit_into(&f, pages, &s);
        if (code != MKCV_OK) return code;
    } else if (job->settings->fit) {
        fill_pages(&f, &s);
    }
    *style = mkcv_style_tighten(job->style, s.tightness);
    *cv = s.cv;
    return MKCV_OK;
}
