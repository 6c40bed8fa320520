/* bullets.c - lists whose bullets were typed: paragraphs, or lines of one, that begin with "•" or "[1]". Word
 * processors leave them, and GB/T 7714 numbers references so; Markdown and HTML know them for text. */
#include "markdown.h"
#include "mkcv/utf8.h"
#include <stdlib.h>
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

/* The same of "[12] "; *number is what it says. */
static size_t number_at(const char *s, long *number)
{
    enum { DIGITS_MOST = 3 };
    size_t n = *s == '[' ? strspn(s + 1, "0123456789") : 0;
    if (!n || n > DIGITS_MOST || s[n + 1] != ']' || s[n + 2] != ' ') return 0;
    *number = strtol(s + 1, NULL, 10);
    return n + 2 + strspn(s + n + 2, " \t");
}

/* A bullet, or a number that follows on `last` (0: any); *last is the number then. */
static size_t mark_at(const char *s, long *last)
{
    long number = 0;
    size_t n = bullet_at(s);
    if (n || !(n = number_at(s, &number))) return n;
    if (*last && number != *last + 1 && number != *last - 1) return 0;
    *last = number;
    return n;
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
    long last = 0;
    for (size_t from = mark_at(s, &last), n = strlen(s), at = from; at <= n; at++) {
        bool line = at > from && (s[at - 1] == ' ' || !strncmp(s + at - 3, "\xe2\x80\xa8", 3));
        size_t bullet = at < n && line ? (last ? mark_at(s + at, &last) : bullet_at(s + at)) : 0;
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
    long any = 0;
    return b && b->kind == MKCV_BLOCK_PARAGRAPH && b->text.s && mark_at(b->text.s, &any);
}

void mkcv_bullets_read(struct mkcv_md *md, struct mkcv_block *parent)
{
    bool item = parent->kind == MKCV_BLOCK_ITEM;
    for (struct mkcv_block **at = &parent->first; *at; at = &(*at)->next) {
        struct mkcv_block *b = *at;
        if (is_bulleted(b) && item && b == parent->first) { /* "<li>• ...": the mark is there already */
            long any = 0;
            b->text = mkcv_text_slice(md->arena, &b->text, mark_at(b->text.s, &any), strlen(b->text.s));
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
