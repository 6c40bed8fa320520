/* headline.c - the lines around the owner's picture on a landing page, as al-folio has them: `subtitle` (post and
 * affiliation, often with links), `profile.more_info` or `profile.address` (office, telephone), and the
 * configuration's `contact_note`. All are HTML that owners fill as they like: what is not surely a fact stays out. */
#include "mkcv/source.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

#define PART_BYTES 120  /* of a post or an affiliation; a longer one is prose */
#define LINES_MOST 2000 /* of the file above the text: its position is kept by that many line feeds */

static bool has_post(struct mkcv_reader *r, const char *s, struct mkcv_range part)
{
    static const char *const posts[] = {"professor",
                                        "lecturer",
                                        "researcher",
                                        "scientist",
                                        "postdoc",
                                        "fellow",
                                        "postdoctoral",
                                        "reader",
                                        "engineer",
                                        "student",
                                        "candidate",
                                        "director",
                                        "statistician",
                                        "assistant",
                                        "associate",
                                        "instructor",
                                        "chair",
                                        "dean",
                                        "physicist",
                                        "mathematician",
                                        "economist",
                                        "doctorant",
                                        "doctorante",
                                        "doktorand",
                                        "doktorandin",
                                        "professeur",
                                        "professeure",
                                        "profesor",
                                        "profesora",
                                        "professora",
                                        "chercheur",
                                        "chercheuse",
                                        "maitre de conferences",
                                        "教授",
                                        "博士生",
                                        "研究员",
                                        NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, s, part.from, part.to);
    size_t len;
    return mkcv_phrase_find(&k, 0, k.list.count, posts, &len) != (size_t)-1;
}

/* The byte where the part that starts at `from` ends, *next behind its mark. */
static size_t part_end(const char *s, size_t from, size_t to, size_t *next)
{
    static const char *const marks[] = {"\xe2\x80\xa8", "\xe2\x8e\x9f", "•", "·", "‖", "∣", "—", " - ", " – "};
    size_t end = mkcv_find_outside(s, from, to, ",;|@");
    *next = end < to ? end + 1 : to;
    size_t sentence = mkcv_sentence_end(s, from, to);
    if (sentence < end) end = *next = sentence;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const char *at = memmem(s + from, to - from, marks[i], strlen(marks[i]));
        if (!at || (size_t)(at - s) >= end) continue;
        end = (size_t)(at - s);
        *next = end + strlen(marks[i]);
    }
    const char *at = memmem(s + from, end - from, " at ", 4);
    if (at) {
        end = (size_t)(at - s);
        *next = end + 4;
    }
    return end;
}

static bool is_link_alone(const struct mkcv_text *t, struct mkcv_range part)
{
    const char *url = mkcv_text_url(t, part.from, part.to);
    return url && mkcv_profile_from_url(NULL, url);
}

/* The words alone: emphasis and links are the page's dress. */
static struct mkcv_text plain(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range part)
{
    const char *s = mkcv_arena_strndup(r->arena, t->s + part.from, part.to - part.from);
    return mkcv_text_new(r->arena, s, mkcv_text_loc(t, part.from));
}

/* "PhD student in the Tidal Laboratory": the post and where it is. */
static bool split_post(struct mkcv_reader *r, const char *s, struct mkcv_range part, struct mkcv_range *post,
                       struct mkcv_range *org)
{
    static const char *const joints[] = {" in the ", " of the ", " in ", " of ", " with ", " à ", " an der ", " am "};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        const char *at = memmem(s + part.from, part.to - part.from, joints[i], strlen(joints[i]));
        if (!at) continue;
        *post = (struct mkcv_range){part.from, (size_t)(at - s)};
        *org = (struct mkcv_range){(size_t)(at - s) + strlen(joints[i]), part.to};
        if (has_post(r, s, *post) && mkcv_is_org(r->arena, s, org->from, org->to) &&
            !mkcv_is_org(r->arena, s, post->from, post->to))
            return true;
    }
    return false;
}

/* Post and affiliation of a line; both only where neither the configuration nor an author block told them. */
static void read_headline(struct mkcv_reader *r, const struct mkcv_text *t)
{
    struct mkcv_basics *b = &r->cv->basics;
    struct mkcv_range post = {0, 0}, org = {0, 0};
    size_t n = mkcv_text_length(t);
    bool open = false; /* the last part was of the affiliation */
    for (size_t from = 0, next; from < n; from = next) {
        size_t end = part_end(t->s, from, n, &next);
        struct mkcv_range part = mkcv_trim(t->s, (struct mkcv_range){from, end});
        if (part.from >= part.to || part.to - part.from > PART_BYTES || is_link_alone(t, part)) {
            open = false;
            continue;
        }
        bool is_org = mkcv_is_org(r->arena, t->s, part.from, part.to);
        if (is_org && !strncasecmp(t->s + part.from, "the ", 4)) part.from += 4;
        struct mkcv_range first, second;
        if (is_org && !post.to && !org.to && split_post(r, t->s, part, &first, &second)) {
            post = first;
            org = second;
            open = true;
            continue;
        }
        if (!post.to && !is_org && has_post(r, t->s, part)) {
            post = part;
            open = false;
        } else if (is_org && (!org.to || open)) {
            org = (struct mkcv_range){org.to ? org.from : part.from, part.to};
            open = true;
        } else
            open = false;
    }
    if (!b->label.s && post.to) b->label = plain(r, t, post);
    if (!b->affiliation.s && org.to && !memmem(t->s + org.from, org.to - org.from, "\xe2\x80\xa8", 3))
        b->affiliation = plain(r, t, org);
}

static void read_links(struct mkcv_reader *r, const struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++) {
        const char *url = t->spans.at[i].url;
        if (url && *url) mkcv_profile_from_url(r, url);
    }
}

/* "Phone: +43 316 1234": the number. */
static bool read_phone(struct mkcv_reader *r, const char *s)
{
    static const char *const words[] = {"phone", "tel", "telephone", "telefon", "mobile", "office phone", "电话", NULL};
    const char *fold = mkcv_utf8_fold(r->arena, s), *number = strpbrk(s, "+(0123456789");
    bool said = false;
    for (const char *const *w = words; *w; w++) said = said || mkcv_fold_has(fold, *w);
    if (!said || !number) return false;
    size_t n = strspn(number, "+()0123456789 -./");
    while (n && strchr(" -./(", number[n - 1])) n--;
    if (n < 6 || n > 30) return false;
    if (!r->cv->basics.phone) r->cv->basics.phone = mkcv_arena_strndup(r->arena, number, n);
    return true;
}

static bool has_digit(const char *s) { return strpbrk(s, "0123456789") != NULL; }

/* A line of the block beside the picture: "" where it was no part of an address. */
static void read_line(struct mkcv_reader *r, const struct mkcv_text *t, const char **address)
{
    struct mkcv_range all = mkcv_trim(t->s, (struct mkcv_range){0, mkcv_text_length(t)});
    if (all.from >= all.to || all.to - all.from > PART_BYTES || strchr(t->s, '@') || mkcv_text_url(t, 0, all.to))
        return;
    const char *line = mkcv_arena_strndup(r->arena, t->s + all.from, all.to - all.from);
    if (read_phone(r, line)) return;
    /* a motto says nothing of a place */
    if (!has_digit(line) && !**address) return;
    *address = mkcv_arena_printf(r->arena, "%s%s%s", *address, **address ? ", " : "", line);
}

static void read_lines(struct mkcv_reader *r, const struct mkcv_block *b, const char **address, int depth)
{
    for (; b && depth < 20; b = b->next) {
        if (!mkcv_text_is_empty(&b->text)) {
            size_t n = mkcv_text_length(&b->text);
            mkcv_person_email(r, &b->text);
            read_links(r, &b->text);
            for (size_t from = 0; from < n;) {
                const char *cut = memmem(b->text.s + from, n - from, "\xe2\x80\xa8", 3);
                size_t to = cut ? (size_t)(cut - b->text.s) : n;
                struct mkcv_text line = mkcv_text_slice(r->arena, &b->text, from, to);
                if (!mkcv_text_is_empty(&line) && strlen(*address) < 200) read_line(r, &line, address);
                from = cut ? to + 3 : n;
            }
        }
        read_lines(r, b->first, address, depth + 1);
    }
}

/* HTML of front matter as the blocks that a page would have, their lines those of the file. */
static const struct mkcv_block *blocks_of(struct mkcv_reader *r, const struct mkcv_node *n)
{
    const struct mkcv_node *meta;
    const struct mkcv_block *body = NULL;
    size_t above = n->loc.line > 1 && n->loc.line < LINES_MOST ? (size_t)n->loc.line - 1 : 0;
    char *text = mkcv_arena_alloc(r->arena, above + strlen(n->value) + 2);
    memset(text, '\n', above);
    memcpy(text + above, n->value, strlen(n->value));
    mkcv_page_read(r->arena, text, n->loc.file, &meta, &body, r->diags);
    return body;
}

static void read_block(struct mkcv_reader *r, const struct mkcv_node *n)
{
    const char *address = "";
    if (!n || n->kind != MKCV_NODE_SCALAR || !n->value || !*n->value) return;
    read_lines(r, blocks_of(r, n), &address, 0);
    if (*address && has_digit(address) && !r->cv->basics.address && !r->cv->basics.city)
        r->cv->basics.address = address;
}

static void read_text(struct mkcv_reader *r, const struct mkcv_node *n, bool headline)
{
    if (!n || n->kind != MKCV_NODE_SCALAR || !n->value || !*n->value) return;
    struct mkcv_text t = mkcv_markdown_inline(r->arena, n->value, n->loc, r->diags);
    if (mkcv_text_is_empty(&t) || !mkcv_read_fits(r, mkcv_text_length(&t), n->loc)) return;
    mkcv_person_email(r, &t);
    if (!headline) return;
    read_links(r, &t);
    read_headline(r, &t);
}

void mkcv_headline_read(struct mkcv_reader *r)
{
    for (size_t i = 0; i < r->site->records.count; i++) {
        const struct mkcv_record *page = &r->site->records.at[i];
        if (page->kind != MKCV_RECORD_PAGE) continue;
        const struct mkcv_node *profile = mkcv_node_lookup(page->meta, "profile");
        const char *layout = mkcv_node_string(page->meta, "layout");
        if (profile || (layout && !strcmp(layout, "about")))
            read_text(r, mkcv_node_lookup(page->meta, "subtitle"), true);
        read_block(r, mkcv_node_lookup(profile, "more_info"));
        read_block(r, mkcv_node_lookup(profile, "address"));
        break; /* the landing page alone */
    }
    read_text(r, mkcv_node_lookup(r->site->config, "contact_note"), false);
}

/* The line holds no number, address or bullet. */
static bool is_plain_line(const char *s, struct mkcv_range line)
{
    for (size_t i = line.from; i < line.to; i++)
        if (strchr("0123456789@[", s[i])) return false;
    return line.from < line.to && s[line.from] != '-' && !strchr(".!?", s[line.to - 1]);
}

/* The short lines of a text that hold no number or address; empty where they are not a post, or who studies, and an
 * organisation. */
static struct mkcv_text find_block(struct mkcv_reader *r, const struct mkcv_text *t)
{
    static const char *const learners[] = {"student", "candidate", NULL};
    struct mkcv_text out = {.s = NULL}, none = {.s = NULL};
    size_t n = mkcv_text_length(t);
    bool post = false, org = false, was_org = false;
    for (size_t from = 0, end; from < n; from = end + 3) {
        const char *at = strstr(t->s + from, "\xe2\x80\xa8");
        end = at ? (size_t)(at - t->s) : n;
        struct mkcv_range line = mkcv_trim(t->s, (struct mkcv_range){from, end});
        if (line.to - line.from > PART_BYTES || (line.from < line.to && t->s[line.from] == '-')) return none;
        if (!is_plain_line(t->s, line)) continue;
        struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, line.from, line.to);
        size_t len;
        bool is_org = mkcv_is_org(r->arena, t->s, line.from, line.to);
        bool learner = mkcv_phrase_find(&k, 0, k.list.count, learners, &len) != (size_t)-1;
        post = post || (!is_org && (learner || has_post(r, t->s, line)));
        org = org || is_org;
        struct mkcv_text one = mkcv_text_slice(r->arena, t, line.from, line.to);
        const char *joint = is_org && was_org ? ", " : "\xe2\x80\xa8"; /* "School of X" over "University Y" */
        if (out.s) mkcv_text_append(r->arena, &out, joint, strlen(joint), NULL);
        was_org = is_org;
        mkcv_text_join(r->arena, &out, &one, MKCV_ROLE_PLAIN);
    }
    return post && org ? out : none;
}

bool mkcv_headline_lines(struct mkcv_reader *r, const struct mkcv_text *t)
{
    enum { BLOCK_BYTES = 400 };
    struct mkcv_text block = mkcv_text_length(t) < BLOCK_BYTES ? find_block(r, t) : (struct mkcv_text){.s = NULL};
    if (!block.s || r->cv->basics.summary.count || r->cv->sections.count) return false;
    mkcv_person_email(r, t);
    read_headline(r, &block);
    return true;
}
