/* pagebreaks.c - `<!-- pagebreak -->` in the source as a page break in the flow.
 *
 * The CV has an order of its own, so a break belongs to what stands behind it: of all nodes that come from its file,
 * the one whose source is nearest below it begins a page. */
#include "pagebreaks.h"
#include "mkcv/compose.h"
#include "mkcv/flow.h"
#include <limits.h>
#include <string.h>

static int line_below(struct mkcv_loc place, struct mkcv_loc pagebreak)
{
    bool below = place.file && pagebreak.file && place.line > pagebreak.line && !strcmp(place.file, pagebreak.file);
    return below ? place.line : INT_MAX;
}

static int smaller(int a, int b) { return a < b ? a : b; }

/* The first line below the break that the node tells; INT_MAX: none. */
static int first_line(const struct mkcv_flow_node *n, struct mkcv_loc pagebreak)
{
    int line = n->kind == MKCV_FLOW_HEADER ? INT_MAX : line_below(n->loc, pagebreak);
    for (size_t i = 0; i < n->origins.count; i++) {
        const struct mkcv_origin *o = &n->origins.at[i];
        line = smaller(line, line_below(o->loc, pagebreak));
        for (size_t k = 0; k < o->also_count; k++) line = smaller(line, line_below(o->also[k], pagebreak));
    }
    return line;
}

/* The node that begins the page, or the number of nodes. */
static size_t node_behind(const struct mkcv_flow *flow, struct mkcv_loc pagebreak)
{
    size_t found = flow->nodes.count;
    int nearest = INT_MAX;
    for (size_t i = 0; i < flow->nodes.count; i++) {
        int line = first_line(&flow->nodes.at[i], pagebreak);
        if (line >= nearest) continue;
        nearest = line;
        found = i;
    }
    while (nearest < INT_MAX && found && flow->nodes.at[found - 1].kind == MKCV_FLOW_HEADING) found--;
    return found;
}

void mkcv_pagebreaks_compose(struct mkcv_composer *c)
{
    const struct mkcv_flow flow = *c->flow;
    if (!c->cv->pagebreaks.list.count) return;
    struct mkcv_loc *before = MKCV_NEW_ARRAY(c->arena, struct mkcv_loc, flow.nodes.count + 1);
    for (size_t i = 0; i < c->cv->pagebreaks.list.count; i++) {
        struct mkcv_loc pagebreak = c->cv->pagebreaks.list.at[i];
        size_t at = node_behind(&flow, pagebreak);
        if (at == flow.nodes.count) mkcv_report(c->diags, MKCV_DIAG_PAGEBREAK_IDLE, pagebreak, "");
        before[at] = pagebreak;
    }
    c->flow->nodes.at = NULL;
    c->flow->nodes.count = c->flow->nodes.cap = 0;
    bool first[] = {true, true}; /* nothing but the header stands above, in the main column or the sidebar */
    for (size_t i = 0; i < flow.nodes.count; i++) {
        bool there = i && flow.nodes.at[i - 1].kind == MKCV_FLOW_PAGEBREAK, side = flow.nodes.at[i].side;
        if (before[i].file && !first[side] && !there)
            *MKCV_PUSH(c->arena, &c->flow->nodes) =
                (struct mkcv_flow_node){.kind = MKCV_FLOW_PAGEBREAK, .loc = before[i], .side = side};
        first[side] = first[side] && flow.nodes.at[i].kind == MKCV_FLOW_HEADER;
        *MKCV_PUSH(c->arena, &c->flow->nodes) = flow.nodes.at[i];
    }
}
