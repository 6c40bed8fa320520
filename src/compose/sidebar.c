/* sidebar.c - the flow in the order in which it is read beside a sidebar; see sidebar.h. */
#include "sidebar.h"
#include <string.h>

static bool wants_contacts(const struct mkcv_style *s)
{
    for (size_t i = 0; i < s->sidebar.sections.list.count; ++i)
        if (!strcmp(s->sidebar.sections.list.at[i], "contact")) return true;
    return false;
}

static void put_if(struct mkcv_composer *c, const struct mkcv_flow *flow, size_t first, bool side)
{
    for (size_t i = first; i < flow->nodes.count; ++i)
        if (flow->nodes.at[i].side == side) *MKCV_PUSH(c->arena, &c->flow->nodes) = flow->nodes.at[i];
}

/* Puts the header, and its contacts and photo apart when they move. Gives the number of the nodes that this was. */
static size_t put_header(struct mkcv_composer *c, const struct mkcv_flow *flow)
{
    if (!flow->nodes.count || flow->nodes.at[0].kind != MKCV_FLOW_HEADER) return 0;
    struct mkcv_flow_node header = flow->nodes.at[0], contacts = {.kind = MKCV_FLOW_HEADER, .loc = header.loc};
    bool move = wants_contacts(c->style) && header.lines.count;
    bool photo = header.photo && mkcv_style_photo_place(c->style) == MKCV_PHOTO_SIDEBAR;
    contacts.side = true;
    if (photo) {
        contacts.photo = header.photo;
        contacts.alt = header.alt;
        header.photo = NULL;
        header.alt = NULL;
    }
    if (move) {
        contacts.lines.at = header.lines.at;
        contacts.lines.count = contacts.lines.cap = header.lines.count;
        header.lines.at = NULL;
        header.lines.count = header.lines.cap = 0;
    }
    *MKCV_PUSH(c->arena, &c->flow->nodes) = header;
    if (move || photo) *MKCV_PUSH(c->arena, &c->flow->nodes) = contacts;
    return 1;
}

void mkcv_sidebar_compose(struct mkcv_composer *c)
{
    const struct mkcv_flow flow = *c->flow;
    if (c->style->sidebar.place == MKCV_SIDE_NONE) return;
    c->flow->nodes.at = NULL;
    c->flow->nodes.count = c->flow->nodes.cap = 0;
    size_t first = put_header(c, &flow);
    put_if(c, &flow, first, true);
    c->flow->sidebar = c->flow->nodes.count > first;
    put_if(c, &flow, first, false);
}
