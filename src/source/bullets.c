/* bullets.c - lists whose bullets were typed: paragraphs, or lines of one, that begin with "•". Word processors leave
 * them; Markdown and HTML know them for text. */
#include "markdown.h"
#include "mkcv/utf8.h"
#include <string.h>

/* The length of a typed bullet and the blanks behind it, or 0. A dash or an asterisk may be anything else. */
static size_t bullet_at(const char *s)
{
    static const char *const bullets[] = {"•", "‣", "⁃", "◦", "▪", "▫", "■", "●",
                                          "○", "➢", "➤", "►", "▸", "❖", "·", NULL};
    for (const char *const *b = bullets; *b; b++) {
        size_t n = strlen(*b);
        if (strncmp(s, *b, n) != 0) continue;
        size_t blanks = strspn(s + n, " \t");
        if (!strncmp(s + n + blanks, "\xc2\xa0", 2)) blanks += 2;
        return blanks ? n + blanks : 0;
    }
    return 0;
}

static struct mkcv_block *new_item(struct mkcv_md *md, const struct mkcv_block *paragraph, size_t from, size_t to)
{
    struct mkcv_block *item = mkcv_block_new(md, MKCV_BLOCK_ITEM, mkcv_text_loc(&paragraph->text, from));
    if (!item->loc.line) item->loc = paragraph->loc;
    item->first = mkcv_block_new(md, MKCV_BLOCK_PARAGRAPH, item->loc);
    item->first->text = mkcv_text_slice(md->arena, &paragraph->text, from, to);
    return item;
}

/* The items of a paragraph that begins with a bullet: each line with one of its own is an item. */
static struct mkcv_block **add_items(struct mkcv_md *md, const struct mkcv_block *paragraph, struct mkcv_block **tail)
{
    const char *s = paragraph->text.s;
    for (size_t from = bullet_at(s), n = strlen(s), at = from; at <= n; at++) {
        bool line = at > from && (s[at - 1] == ' ' || !strncmp(s + at - 3, "\xe2\x80\xa8", 3));
        size_t bullet = at < n && line ? bullet_at(s + at) : 0;
        if (at < n && !bullet) continue;
        struct mkcv_block *item = new_item(md, paragraph, from, at);
        if (!mkcv_text_is_empty(&item->first->text)) {
            *tail = item;
            tail = &item->next;
        }
        from = at + bullet;
        at += bullet ? bullet - 1 : 0;
    }
    return tail;
}

static bool is_bulleted(const struct mkcv_block *b)
{
    return b && b->kind == MKCV_BLOCK_PARAGRAPH && b->text.s && bullet_at(b->text.s);
}

void mkcv_bullets_read(struct mkcv_md *md, struct mkcv_block *parent)
{
    bool item = parent->kind == MKCV_BLOCK_ITEM;
    for (struct mkcv_block **at = &parent->first; *at; at = &(*at)->next) {
        struct mkcv_block *b = *at;
        if (is_bulleted(b) && item && b == parent->first) { /* "<li>• ...": the mark is there already */
            b->text = mkcv_text_slice(md->arena, &b->text, bullet_at(b->text.s), strlen(b->text.s));
        } else if (is_bulleted(b)) {
            struct mkcv_block *list = mkcv_block_new(md, MKCV_BLOCK_LIST, b->loc), **tail = &list->first;
            for (; is_bulleted(b); b = b->next) tail = add_items(md, b, tail);
            list->next = b;
            if (list->first) *at = list;
        } else {
            mkcv_bullets_read(md, b);
        }
    }
}
