/* lists.c - the lists of data in author pages and home page sections of Hugo's themes: which key holds what. */
#include "member.h"
#include "mkcv/section.h"
#include "mkcv/source.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct {
    const char *key;
    enum mkcv_kind kind;
} keys[] = {{"education", MKCV_KIND_EDUCATION},
            {"courses", MKCV_KIND_EDUCATION},
            {"experience", MKCV_KIND_WORK},
            {"work", MKCV_KIND_WORK},
            {"work_experience", MKCV_KIND_WORK},
            {"positions", MKCV_KIND_WORK},
            {"employment", MKCV_KIND_WORK},
            {"awards", MKCV_KIND_AWARDS},
            {"honors", MKCV_KIND_AWARDS},
            {"accomplishments", MKCV_KIND_AWARDS},
            {"certifications", MKCV_KIND_CERTIFICATES},
            {"certificates", MKCV_KIND_CERTIFICATES},
            {"teaching", MKCV_KIND_TEACHING},
            {"service", MKCV_KIND_SERVICE},
            {"services", MKCV_KIND_SERVICE},
            {"grants", MKCV_KIND_GRANTS},
            {"funding", MKCV_KIND_GRANTS},
            {"memberships", MKCV_KIND_MEMBERSHIPS},
            {"volunteering", MKCV_KIND_VOLUNTEER},
            {"volunteer", MKCV_KIND_VOLUNTEER},
            {"skills", MKCV_KIND_SKILLS},
            {"languages", MKCV_KIND_LANGUAGES},
            {"interests", MKCV_KIND_INTERESTS}};

/* A member that is a line of text: read as an item of a list under the kind's heading would be, or its title. */
static void read_line(struct mkcv_reader *r, enum mkcv_kind kind, const struct mkcv_node *n, bool word)
{
    if (!n->value || !*n->value || !mkcv_read_fits(r, strlen(n->value), n->loc)) return;
    struct mkcv_text t = mkcv_markdown_inline(r->arena, n->value, n->loc, r->diags);
    if (mkcv_text_is_empty(&t)) return;
    const struct mkcv_section_kind *k = mkcv_section_kind(kind);
    struct mkcv_block line = {.kind = MKCV_BLOCK_PARAGRAPH, .text = t, .loc = n->loc},
                      item = {.kind = MKCV_BLOCK_ITEM, .first = &line, .loc = n->loc};
    enum mkcv_kind was = r->kind;
    r->kind = kind;
    bool read = !word && k->read_item && k->read_item(r, &item);
    r->kind = was;
    r->rest = (struct mkcv_text){.s = NULL};
    if (read) return;
    struct mkcv_entry *e = mkcv_read_entry(r, kind, n->loc);
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &t, 0, mkcv_text_length(&t));
}

static const char *const names[] = {"name", "label", "title", "language", "interest", NULL};

/* A level in words; the numbers of the themes are lengths of bars. */
static const struct mkcv_node *level_of(const struct mkcv_node *map)
{
    static const char *const levels[] = {"label", "fluency", "level", "description", NULL};
    for (const char *const *k = levels; *k; k++) {
        const char *s = mkcv_node_string(map, *k);
        const struct mkcv_node *n = s ? mkcv_node_lookup(map, *k) : NULL;
        if (n && n != mkcv_member_find(map, names) && s[strspn(s, "0123456789% /.")]) return n;
    }
    return NULL;
}

/* {name, level} alone, or {name, items: [...]}: a group of skills with its words. */
static void read_skill(struct mkcv_reader *r, enum mkcv_kind kind, const struct mkcv_node *map)
{
    const struct mkcv_node *name = mkcv_member_find(map, names), *items = mkcv_node_lookup(map, "items");
    const struct mkcv_node *level = level_of(map);
    if (!items) items = mkcv_node_lookup(map, "keywords");
    if (!name) return;
    struct mkcv_entry *e = mkcv_read_entry(r, kind, name->loc);
    mkcv_entry_set_string(r, e, MKCV_FIELD_TITLE, name->value, name->loc);
    if (level && strlen(level->value) < 60)
        mkcv_entry_set_string(r, e, MKCV_FIELD_LEVEL, level->value, level->loc);
    else if (level)
        mkcv_entry_set_string(r, e, MKCV_FIELD_SUMMARY, level->value, level->loc);
    for (const struct mkcv_node *n = items && items->kind == MKCV_NODE_LIST ? items->first : NULL; n; n = n->next) {
        const struct mkcv_node *word = n->kind == MKCV_NODE_SCALAR ? n : mkcv_member_find(n, names);
        if (!word || !*word->value) continue;
        struct mkcv_text t = mkcv_markdown_inline(r->arena, word->value, word->loc, r->diags);
        if (!mkcv_text_is_empty(&t)) *MKCV_PUSH(r->arena, &e->highlights) = t;
    }
}

static void read_list(struct mkcv_reader *r, enum mkcv_kind kind, const struct mkcv_node *list)
{
    bool words = kind == MKCV_KIND_SKILLS || kind == MKCV_KIND_LANGUAGES || kind == MKCV_KIND_INTERESTS;
    for (const struct mkcv_node *n = list->first; n; n = n->next) {
        if (n->kind == MKCV_NODE_SCALAR)
            read_line(r, kind, n, words);
        else if (words)
            read_skill(r, kind, n);
        else
            mkcv_member_read(r, kind, n);
    }
}

void mkcv_lists_read(struct mkcv_reader *r, const struct mkcv_node *map)
{
    for (const struct mkcv_node *n = map && map->kind == MKCV_NODE_MAP ? map->first : NULL; n; n = n->next) {
        for (size_t i = 0; n->key && i < sizeof keys / sizeof *keys; i++) {
            if (strcasecmp(n->key, keys[i].key) != 0) continue;
            if (n->kind == MKCV_NODE_LIST) read_list(r, keys[i].kind, n);
            if (n->kind == MKCV_NODE_MAP) mkcv_lists_read(r, n); /* education: {courses: [...]} */
        }
    }
}

void mkcv_author_read(struct mkcv_reader *r, const struct mkcv_record *record)
{
    r->page = record;
    mkcv_lists_read(r, record->meta);
    r->page = NULL;
}

/* What somebody studies for is no post. */
static bool is_study(struct mkcv_reader *r, const char *role)
{
    static const char *const words[] = {"student",  "candidate",  "undergraduate", "phd",    "doctorand", "doktorand",
                                        "etudiant", "estudiante", "studentin",     "博士生", "学生",      NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, role, 0, strlen(role));
    size_t len;
    return mkcv_phrase_find(&k, 0, k.list.count, words, &len) != (size_t)-1 || strstr(role, "生") != NULL;
}

static struct mkcv_date end_of(const struct mkcv_entry *e)
{
    return e->current ? (struct mkcv_date){.year = 9999} : e->end.year ? e->end : e->start;
}

/* Posts come from several lists, stays among the studies too: where all have dates the latest stands first. */
static void order_posts(struct mkcv_section *work)
{
    enum { MOST = 300 };
    if (!work || work->entries.count > MOST) return;
    for (size_t i = 0; i < work->entries.count; i++)
        if (!end_of(&work->entries.at[i]).year) return;
    for (size_t i = 1; i < work->entries.count; i++) {
        struct mkcv_entry moved = work->entries.at[i];
        size_t k = i;
        for (; k && mkcv_date_compare(end_of(&work->entries.at[k - 1]), end_of(&moved)) < 0; k--)
            work->entries.at[k] = work->entries.at[k - 1];
        work->entries.at[k] = moved;
    }
}

/* The page's role at its first organisation: a post, unless the CV tells of a present one elsewhere. */
static void add_post(struct mkcv_reader *r, const struct mkcv_record *person)
{
    const struct mkcv_basics *b = &r->cv->basics;
    const struct mkcv_node *role = mkcv_node_lookup(person->meta, "role");
    if (!role || mkcv_text_is_empty(&b->label) || mkcv_text_is_empty(&b->affiliation)) return;
    bool year = strcasestr(b->label.s, "class of") != NULL; /* "College, Class of 2022" */
    if (year || is_study(r, b->label.s) || strstr(b->label.s, " at ") || strchr(b->label.s, '@')) return;
    const struct mkcv_section *work = mkcv_cv_lookup(r->cv, MKCV_KIND_WORK);
    for (size_t i = 0; work && i < work->entries.count; i++)
        if (work->entries.at[i].current) return;
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_WORK, role->loc);
    e->fields[MKCV_FIELD_TITLE] = b->label;
    e->fields[MKCV_FIELD_ORG] = b->affiliation;
    e->url = b->affiliation_url;
    e->current = true;
}

void mkcv_author_finish(struct mkcv_reader *r)
{
    const struct mkcv_record *person = NULL;
    for (size_t i = 0; i < r->site->records.count && !person; i++)
        if (r->site->records.at[i].kind == MKCV_RECORD_PERSON) person = &r->site->records.at[i];
    if (!person) return;
    add_post(r, person);
    order_posts(mkcv_cv_lookup(r->cv, MKCV_KIND_WORK));
}

/* --- sections of a home page ------------------------------------------------------------------------------------- */

/* The heading, without the picture before it, is the section's where the kind has none yet. */
static void title_section(struct mkcv_reader *r, enum mkcv_kind kind, const struct mkcv_text *t)
{
    struct mkcv_section *s = mkcv_read_section(r, kind);
    struct mkcv_range cut = mkcv_trim(t->s, (struct mkcv_range){0, mkcv_text_length(t)});
    if (s->title || cut.from >= cut.to) return;
    s->title = mkcv_arena_strndup(r->arena, t->s + cut.from, cut.to - cut.from);
    s->loc = mkcv_text_loc(t, cut.from);
}

/* The section's heading says what its items are; else its name does. */
static enum mkcv_kind kind_of(struct mkcv_reader *r, const char *name, const struct mkcv_node *title)
{
    static const struct {
        const char *name;
        enum mkcv_kind kind;
    } standard[] = {
        {"experience", MKCV_KIND_WORK},     {"accomplish", MKCV_KIND_AWARDS},       {"award", MKCV_KIND_AWARDS},
        {"skill", MKCV_KIND_SKILLS},        {"feature", MKCV_KIND_SKILLS},          {"language", MKCV_KIND_LANGUAGES},
        {"education", MKCV_KIND_EDUCATION}, {"certificat", MKCV_KIND_CERTIFICATES}, {"timeline", MKCV_KIND_WORK}};
    struct mkcv_text t =
        title ? mkcv_markdown_inline(r->arena, title->value, title->loc, r->diags) : (struct mkcv_text){.s = NULL};
    struct mkcv_heading h = {.sense = MKCV_HEADING_UNKNOWN};
    if (!mkcv_text_is_empty(&t)) h = mkcv_heading_read(r->arena, t.s);
    if (h.sense == MKCV_HEADING_LEFT_OUT) return MKCV_KIND_COUNT;
    if (h.sense == MKCV_HEADING_KIND && h.second == MKCV_KIND_COUNT) {
        if (h.whole && !strstr(t.s, "\xc2\xad")) title_section(r, h.kind, &t);
        return h.kind;
    }
    for (size_t i = 0; i < sizeof standard / sizeof *standard; i++)
        if (strcasestr(name, standard[i].name)) return standard[i].kind;
    return MKCV_KIND_COUNT;
}

static void read_contact(struct mkcv_reader *r, const struct mkcv_node *content)
{
    struct mkcv_basics *b = &r->cv->basics;
    const char *email = mkcv_node_string(content, "email"), *phone = mkcv_node_string(content, "phone");
    if (email) {
        struct mkcv_text t = mkcv_text_new(r->arena, email, mkcv_node_lookup(content, "email")->loc);
        mkcv_person_email(r, &t);
    }
    if (!b->phone && phone) b->phone = phone;
    if (!b->city) b->city = mkcv_node_string(content, "address.city");
}

void mkcv_widget_read(struct mkcv_reader *r, const struct mkcv_record *record)
{
    static const char *const lists[] = {"items", "item", "feature", "features", "experience", NULL};
    const struct mkcv_node *content = mkcv_node_lookup(record->meta, "content");
    const char *name = mkcv_node_string(record->meta, "block");
    if (!name) name = mkcv_node_string(record->meta, "widget");
    if (!content || !mkcv_node_string(record->meta, "block")) content = record->meta;
    r->page = record;
    if (strcasestr(name, "contact")) {
        read_contact(r, content);
        read_contact(r, mkcv_node_lookup(record->meta, "content"));
    }
    enum mkcv_kind kind =
        kind_of(r, name, mkcv_node_string(content, "title") ? mkcv_node_lookup(content, "title") : NULL);
    bool read = false;
    for (const char *const *k = lists; *k && kind != MKCV_KIND_COUNT && !read; k++) {
        const struct mkcv_node *list = mkcv_node_lookup(content, *k);
        if (!list || list->kind != MKCV_NODE_LIST) continue;
        read_list(r, kind, list);
        read = true;
    }
    if (!read) mkcv_lists_read(r, content);
    r->page = NULL;
}
