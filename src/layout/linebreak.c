/* linebreak.c - total-fit line breaking over boxes, glue and penalties, in integers.
 *
 * It knows numbers alone: no text, no fonts. Follows D. E. Knuth and M. F. Plass, Breaking Paragraphs into Lines
 * (Software: Practice and Experience 11, 1981), with TeX's demerits. Since all lines of a paragraph have one measure,
 * nodes of different line numbers at one break compete, which keeps the active list as short as a line. */
#include "linebreak.h"
#include <string.h>

/* More breaks than this that can all begin the current line come from boxes without width: the oldest go. */
enum { ACTIVE_MOST = 640 };
enum { FITNESS_TIGHT, FITNESS_DECENT, FITNESS_LOOSE, FITNESS_VERY_LOOSE, FITNESS_COUNT };

struct node {
    uint32_t item, before; /* before: index of the node that begins the line; the first node is its own */
};

struct sums {
    int64_t width, boxes, stretch, shrink; /* boxes: of the width, what is no glue */
    uint32_t glues;
};

/* A feasible break from which the current line may start. */
struct start {
    struct sums sums; /* up to the first box of its line */
    int64_t demerits;
    int32_t left; /* hang of that box */
    uint32_t node;
    uint8_t fitness;
    bool flagged;
};

struct breaker {
    struct mkcv_arena *arena;
    const struct mkcv_item *items;
    size_t count;
    const struct mkcv_line_rules *rules;
    int32_t hang_most; /* of any item at a line's end */
    MKCV_VEC(struct node) nodes;
    MKCV_VEC(struct start) active;
    struct sums sums; /* before the current item */
};

int32_t mkcv_linebreak_badness(int64_t gap, int64_t room)
{
    if (gap <= 0) return 0;
    if (room <= 0 || gap / room >= 5) return MKCV_BADNESS_MOST;
    int64_t ratio = gap * 10000 / room;
    int64_t badness = ratio * ratio * ratio / 10000000000;
    return badness > MKCV_BADNESS_MOST ? MKCV_BADNESS_MOST : (int32_t)badness;
}

static void add_item(struct sums *s, const struct mkcv_item *item)
{
    if (item->kind == MKCV_ITEM_PENALTY) return;
    s->width += item->width;
    if (item->kind == MKCV_ITEM_BOX) s->boxes += item->width;
    s->glues += item->kind == MKCV_ITEM_GLUE;
    s->stretch += item->stretch;
    s->shrink += item->shrink;
}

static bool is_forced(const struct mkcv_item *item)
{
    return item->kind == MKCV_ITEM_PENALTY && item->cost <= MKCV_PENALTY_FORCE;
}

static bool is_legal(const struct mkcv_item *items, size_t i)
{
    if (items[i].kind == MKCV_ITEM_PENALTY) return items[i].cost < MKCV_PENALTY_NEVER;
    return items[i].kind == MKCV_ITEM_GLUE && i > 0 && items[i - 1].kind == MKCV_ITEM_BOX;
}

/* A start of a line after item i: glue and penalties that follow a break vanish. */
static struct start start_after(const struct breaker *b, size_t i, struct sums sums)
{
    for (size_t k = i; k < b->count; k++) {
        const struct mkcv_item *item = &b->items[k];
        if (item->kind == MKCV_ITEM_BOX) return (struct start){.sums = sums, .left = item->left};
        if (k > i && is_forced(item)) break;
        add_item(&sums, item);
    }
    return (struct start){.sums = sums};
}

static int64_t line_width(const struct breaker *b, const struct start *s, size_t i)
{
    const struct mkcv_item *item = &b->items[i];
    int64_t width = b->sums.width - s->sums.width - s->left;
    if (item->kind == MKCV_ITEM_PENALTY) return width + item->width - item->right;
    return width - b->items[i - 1].right;
}

/* How far the boxes of the line from `s` can grow or shrink. */
static int64_t line_expansion(const struct breaker *b, const struct start *s)
{
    return (b->sums.boxes - s->sums.boxes) * b->rules->expansion / 1000;
}

/* What a line from `s` to item i is worth. */
struct judgement {
    int32_t badness; /* above MKCV_BADNESS_MOST: too wide */
    int32_t ratio;   /* of what its spaces give to what they can, thousandths, at most 1000 */
    uint8_t fitness;
};

static int32_t ratio_of(int64_t gap, int64_t room)
{
    if (gap <= 0) return 0;
    return gap >= room ? 1000 : (int32_t)(gap * 1000 / room);
}

static struct judgement judge_line(const struct breaker *b, const struct start *s, size_t i)
{
    struct judgement j = {.fitness = FITNESS_DECENT};
    int64_t gap = b->rules->measure - line_width(b, s, i), expansion = line_expansion(b, s);
    if (gap >= 0) {
        if (is_forced(&b->items[i])) return j;
        int64_t stretch = b->sums.stretch - s->sums.stretch + b->rules->extra_stretch;
        j.badness = mkcv_linebreak_badness(gap - expansion, stretch);
        j.ratio = ratio_of(gap - expansion, stretch);
        if (j.badness > 12) j.fitness = j.badness > 99 ? FITNESS_VERY_LOOSE : FITNESS_LOOSE;
        return j;
    }
    int64_t shrink = b->sums.shrink - s->sums.shrink;
    if (-gap - expansion > shrink) return (struct judgement){.badness = MKCV_BADNESS_MOST + 1};
    j.badness = mkcv_linebreak_badness(-gap - expansion, shrink);
    j.ratio = ratio_of(-gap - expansion, shrink);
    if (j.badness > 12) j.fitness = FITNESS_TIGHT;
    return j;
}

/* Of a last line below other lines that is shorter than the rules like, or one word. */
static int64_t runt_demerits(const struct breaker *b, const struct start *s, size_t i)
{
    if (i + 1 != b->count || s->node == 0) return 0;
    if (b->sums.width - s->sums.width < b->rules->runt_width) return b->rules->runt_demerits;
    return b->sums.glues == s->sums.glues ? b->rules->lone_demerits : 0;
}

static int64_t line_demerits(const struct breaker *b, const struct start *s, size_t i, const struct judgement *j)
{
    const struct mkcv_line_rules *r = b->rules;
    const struct mkcv_item *item = &b->items[i];
    int64_t base = (int64_t)r->line_penalty + j->badness, cost = item->kind == MKCV_ITEM_PENALTY ? item->cost : 0;
    int64_t demerits = base * base + (int64_t)r->space_demerits * j->ratio * j->ratio / 1000000;
    if (cost > 0) demerits += cost * cost;
    if (cost < 0 && cost > MKCV_PENALTY_FORCE) demerits -= cost * cost;
    if (s->flagged && i + 1 == b->count)
        demerits += r->last_hyphen_demerits;
    else if (s->flagged && item->kind == MKCV_ITEM_PENALTY && item->flagged)
        demerits += r->hyphens_demerits;
    if (j->fitness > s->fitness + 1 || s->fitness > j->fitness + 1) demerits += r->fitness_demerits;
    return demerits + runt_demerits(b, s, i);
}

static void push_start(struct breaker *b, const struct start *s)
{
    if (b->active.count == ACTIVE_MOST) {
        memmove(b->active.at, b->active.at + 1, (ACTIVE_MOST - 1) * sizeof *b->active.at);
        b->active.count--;
    }
    *MKCV_PUSH(b->arena, &b->active) = *s;
}

/* Makes active the best way to item i in each class that can still win. */
static void add_starts(struct breaker *b, size_t i, const int64_t best[], const uint32_t from[])
{
    int64_t least = INT64_MAX;
    for (int f = 0; f < FITNESS_COUNT; f++)
        if (from[f] != UINT32_MAX && best[f] < least) least = best[f];
    if (least == INT64_MAX) return;
    struct start s = start_after(b, i, b->sums);
    s.flagged = b->items[i].kind == MKCV_ITEM_PENALTY && b->items[i].flagged;
    for (int f = 0; f < FITNESS_COUNT; f++) {
        if (from[f] == UINT32_MAX || best[f] > least + b->rules->fitness_demerits) continue;
        s.demerits = best[f];
        s.fitness = (uint8_t)f;
        s.node = (uint32_t)b->nodes.count;
        *MKCV_PUSH(b->arena, &b->nodes) = (struct node){.item = (uint32_t)i, .before = from[f]};
        push_start(b, &s);
    }
}

/* Even without its last item's width, the line from `s` is too wide already: so will all longer ones be. */
static bool is_spent(const struct breaker *b, const struct start *s)
{
    int64_t width = b->sums.width - s->sums.width - s->left - b->hang_most;
    return width - (b->sums.shrink - s->sums.shrink) - line_expansion(b, s) > b->rules->measure;
}

static void try_break(struct breaker *b, size_t i)
{
    int64_t best[FITNESS_COUNT];
    uint32_t from[FITNESS_COUNT] = {UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX};
    bool forced = is_forced(&b->items[i]);
    size_t kept = 0;
    for (size_t k = 0; k < b->active.count; k++) {
        const struct start *s = &b->active.at[k];
        struct judgement j = judge_line(b, s, i);
        if (j.badness <= b->rules->tolerance) {
            int64_t demerits = s->demerits + line_demerits(b, s, i, &j);
            if (from[j.fitness] == UINT32_MAX || demerits < best[j.fitness]) {
                best[j.fitness] = demerits;
                from[j.fitness] = s->node;
            }
        }
        if (!forced && !is_spent(b, s)) {
            if (kept != k) b->active.at[kept] = *s;
            kept++;
        }
    }
    b->active.count = kept;
    add_starts(b, i, best, from);
}

static void collect_breaks(const struct breaker *b, uint32_t node, struct mkcv_breaks *out)
{
    size_t n = 0;
    for (uint32_t k = node; k != 0; k = b->nodes.at[k].before) n++;
    out->at = MKCV_NEW_ARRAY(b->arena, uint32_t, n);
    out->count = n;
    for (uint32_t k = node; k != 0; k = b->nodes.at[k].before) out->at[--n] = b->nodes.at[k].item;
}

bool mkcv_linebreak_find(struct mkcv_arena *a, const struct mkcv_item *items, size_t count,
                         const struct mkcv_line_rules *rules, struct mkcv_breaks *out)
{
    struct breaker *b = MKCV_NEW(a, struct breaker);
    *b = (struct breaker){.arena = a, .items = items, .count = count, .rules = rules};
    for (size_t i = 0; i < count; i++)
        if (items[i].right > b->hang_most) b->hang_most = items[i].right;
    *MKCV_PUSH(a, &b->nodes) = (struct node){0};
    struct start first = start_after(b, 0, b->sums);
    first.fitness = FITNESS_DECENT;
    push_start(b, &first);
    for (size_t i = 0; i < count; i++) {
        if (is_legal(items, i)) try_break(b, i);
        if (b->active.count == 0) return false;
        add_item(&b->sums, &items[i]);
    }
    const struct start *best = &b->active.at[0];
    for (size_t k = 1; k < b->active.count; k++)
        if (b->active.at[k].demerits < best->demerits) best = &b->active.at[k];
    out->demerits = best->demerits;
    collect_breaks(b, best->node, out);
    return true;
}

static void push_break(struct mkcv_arena *a, struct mkcv_breaks *out, size_t *cap, size_t i)
{
    out->at = mkcv_vec_reserve(a, out->at, out->count, cap, sizeof *out->at);
    out->at[out->count++] = (uint32_t)i;
}

void mkcv_linebreak_fill(struct mkcv_arena *a, const struct mkcv_item *items, size_t count, int32_t measure,
                         struct mkcv_breaks *out)
{
    size_t cap = 0, fits = SIZE_MAX; /* fits: the last break that leaves the line within the measure */
    int64_t width = 0;
    *out = (struct mkcv_breaks){0};
    for (size_t i = 0; i < count; i++) {
        bool legal = is_legal(items, i);
        int64_t here = width + (items[i].kind == MKCV_ITEM_PENALTY ? items[i].width : 0);
        if (legal && here > measure && fits != SIZE_MAX) {
            push_break(a, out, &cap, fits);
            i = fits;
            while (i + 1 < count && items[i + 1].kind != MKCV_ITEM_BOX && !is_forced(&items[i + 1])) i++;
            width = 0;
            fits = SIZE_MAX;
            continue;
        }
        if (legal && (here > measure || is_forced(&items[i]))) {
            push_break(a, out, &cap, i);
            width = 0;
            fits = SIZE_MAX;
            continue;
        }
        if (legal) fits = i;
        if (items[i].kind != MKCV_ITEM_PENALTY && (width > 0 || items[i].kind == MKCV_ITEM_BOX))
            width += items[i].width;
    }
}
