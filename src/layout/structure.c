/* structure.c - elements as text is put, and the tree that they make; see structure.h. */
#include "structure.h"

static const uint32_t dropped = UINT32_MAX;

uint32_t mkcv_element_add(struct mkcv_galley *g, enum mkcv_element_kind kind, uint32_t parent)
{
    *MKCV_PUSH(g->arena, &g->structure->elements) = (struct mkcv_element){.parent = parent, .kind = kind};
    return (uint32_t)g->structure->elements.count - 1;
}

void mkcv_element_open(struct mkcv_galley *g, enum mkcv_element_kind kind)
{
    g->element = mkcv_element_add(g, kind, g->element);
}

void mkcv_element_close(struct mkcv_galley *g) { g->element = g->structure->elements.at[g->element].parent; }

enum mkcv_element_kind mkcv_heading_kind(struct mkcv_galley *g, int level)
{
    while (g->head_count > 0 && g->heads[g->head_count - 1] >= level) g->head_count--;
    if (g->head_count < MKCV_HEADS_MOST) g->heads[g->head_count++] = level;
    return (enum mkcv_element_kind)(MKCV_ELEMENT_H1 + g->head_count - 1);
}

void mkcv_headings_beside(struct mkcv_galley *side, const struct mkcv_galley *main)
{
    side->head_count = main->head_count > 0 && main->heads[0] == 0;
}

static struct mkcv_open_list *last_list(struct mkcv_galley *g)
{
    return g->list_count > 0 ? &g->lists[g->list_count - 1] : NULL;
}

void mkcv_item_open(struct mkcv_galley *g, enum mkcv_element_kind list, int depth)
{
    struct mkcv_open_list *last;
    if (depth >= MKCV_LISTS_MOST) depth = MKCV_LISTS_MOST - 1;
    while ((last = last_list(g)) && (last->depth > depth || (last->depth == depth && last->kind != list) ||
                                     (last->depth < depth && !last->body)))
        g->list_count--;
    if (!last || last->depth < depth) {
        uint32_t element = mkcv_element_add(g, list, last ? last->body : g->root);
        last = &g->lists[g->list_count++];
        *last = (struct mkcv_open_list){.kind = list, .depth = depth, .element = element};
    }
    g->element = last->element;
    last->body = 0;
    mkcv_element_open(g, list == MKCV_ELEMENT_TABLE ? MKCV_ELEMENT_ROW : MKCV_ELEMENT_ITEM);
}

void mkcv_body_open(struct mkcv_galley *g)
{
    mkcv_element_open(g, MKCV_ELEMENT_BODY);
    last_list(g)->body = g->element;
}

void mkcv_lists_end(struct mkcv_galley *g) { g->list_count = 0; }

void mkcv_structure_open(struct mkcv_galley *main, struct mkcv_galley *side, struct mkcv_structure *structure)
{
    main->structure = structure;
    mkcv_element_add(main, MKCV_ELEMENT_DOCUMENT, 0);
    if (!side) return;
    side->structure = structure;
    main->header_root = mkcv_element_add(main, MKCV_ELEMENT_PART, 0);
    side->root = side->header_root = mkcv_element_add(main, MKCV_ELEMENT_PART, 0);
    main->root = mkcv_element_add(main, MKCV_ELEMENT_PART, 0);
}

static bool is_inline(const struct mkcv_element *e)
{
    return e->kind == MKCV_ELEMENT_LINK || e->kind == MKCV_ELEMENT_CODE;
}

/* The images that stand before a piece, from number `image` on, a content each. */
static bool add_images(struct mkcv_arena *a, struct mkcv_structure *s, const struct mkcv_page *page, uint32_t number,
                       uint32_t *image, uint32_t piece)
{
    uint32_t first = *image;
    for (; *image < page->images.count && page->images.at[*image].piece <= piece; ++*image)
        *MKCV_PUSH(a, &s->contents) = (struct mkcv_marked){
            .page = number, .piece = piece, .element = page->images.at[*image].element, .image = *image + 1};
    return *image > first;
}

/* The contents of a page. */
static void add_contents(struct mkcv_arena *a, struct mkcv_structure *s, struct mkcv_page *page, uint32_t number)
{
    const struct mkcv_piece *before = NULL;
    uint32_t image = 0;
    page->contents = (uint32_t)s->contents.count;
    for (size_t i = 0; i < page->pieces.count; i++) {
        const struct mkcv_piece *piece = &page->pieces.at[i];
        if (add_images(a, s, page, number, &image, (uint32_t)i)) before = NULL;
        bool goes_on = before && !before->artifact && before->element == piece->element;
        if (!piece->artifact && !goes_on)
            *MKCV_PUSH(a, &s->contents) =
                (struct mkcv_marked){.page = number, .piece = (uint32_t)i, .element = piece->element};
        before = piece;
    }
    add_images(a, s, page, number, &image, (uint32_t)page->pieces.count);
    page->content_count = (uint32_t)s->contents.count - page->contents;
}

/* The new index of each element, dropped for one that holds nothing; counts kids on the way. */
static uint32_t *number_elements(struct mkcv_arena *scratch, struct mkcv_structure *s)
{
    uint32_t *number = MKCV_NEW_ARRAY(scratch, uint32_t, s->elements.count), next = 0;
    for (size_t i = 0; i < s->contents.count; i++) s->elements.at[s->contents.at[i].element].kid_count++;
    for (size_t i = s->elements.count; i-- > 1;)
        if (s->elements.at[i].kid_count > 0) s->elements.at[s->elements.at[i].parent].kid_count++;
    for (size_t i = 0; i < s->elements.count; i++)
        number[i] = i == 0 || s->elements.at[i].kid_count > 0 ? next++ : dropped;
    return number;
}

/* A link that shows nothing is none. */
static void drop_links(struct mkcv_page *page, const uint32_t *number)
{
    size_t kept = 0;
    for (size_t i = 0; i < page->links.count; i++) {
        struct mkcv_page_link link = page->links.at[i];
        link.element = number[link.element];
        if (link.element != dropped) page->links.at[kept++] = link;
    }
    page->links.count = kept;
}

static void drop_empty(struct mkcv_structure *s, struct mkcv_pages *pages, const uint32_t *number)
{
    size_t kept = 0;
    for (size_t i = 0; i < s->elements.count; i++) {
        if (number[i] == dropped) continue;
        s->elements.at[kept] = s->elements.at[i];
        s->elements.at[kept++].parent = number[s->elements.at[i].parent];
    }
    if (kept == s->elements.count) return;
    s->elements.count = kept;
    for (size_t i = 0; i < s->contents.count; i++) s->contents.at[i].element = number[s->contents.at[i].element];
    for (size_t p = 0; p < pages->list.count; p++) {
        struct mkcv_page *page = &pages->list.at[p];
        for (size_t i = 0; i < page->pieces.count; i++) page->pieces.at[i].element = number[page->pieces.at[i].element];
        for (size_t i = 0; i < page->images.count; i++) page->images.at[i].element = number[page->images.at[i].element];
        drop_links(page, number);
    }
}

static void add_kid(struct mkcv_structure *s, uint32_t element, struct mkcv_kid kid)
{
    struct mkcv_element *e = &s->elements.at[element];
    s->kids[e->kids + e->kid_count++] = kid;
}

/* Adds a content to its element; an element within lines stands where its first content does. */
static void add_content(struct mkcv_structure *s, uint32_t content)
{
    uint32_t at = s->contents.at[content].element;
    add_kid(s, at, (struct mkcv_kid){.at = content});
    for (; s->elements.at[at].kid_count == 1 && is_inline(&s->elements.at[at]); at = s->elements.at[at].parent)
        add_kid(s, s->elements.at[at].parent, (struct mkcv_kid){.at = at, .is_element = true});
}

/* Blocks stand in the order in which they were made. */
static void add_kids(struct mkcv_arena *a, struct mkcv_structure *s)
{
    uint32_t next = 0;
    s->kids = MKCV_NEW_ARRAY(a, struct mkcv_kid, s->elements.count + s->contents.count);
    for (size_t i = 0; i < s->elements.count; i++) {
        struct mkcv_element *e = &s->elements.at[i];
        e->kids = next;
        next += e->kid_count;
        e->kid_count = 0;
    }
    for (uint32_t i = 1; i < s->elements.count; i++)
        if (!is_inline(&s->elements.at[i]))
            add_kid(s, s->elements.at[i].parent, (struct mkcv_kid){.at = i, .is_element = true});
    for (uint32_t i = 0; i < s->contents.count; i++) add_content(s, i);
}

void mkcv_structure_settle(struct mkcv_arena *a, struct mkcv_arena *scratch, struct mkcv_pages *pages)
{
    struct mkcv_structure *s = &pages->structure;
    for (size_t i = 0; i < pages->list.count; i++) add_contents(a, s, &pages->list.at[i], (uint32_t)i);
    drop_empty(s, pages, number_elements(scratch, s));
    add_kids(a, s);
}
