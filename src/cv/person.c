/* person.c - the owner of the site: name, post, ways of contact; from settings, configuration, author pages, and from
 * prose only where it is stated. Titles and headings are identity.c's. */
#include "mkcv/source.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include "words.h"
#include <string.h>

static const char *first_string(const struct mkcv_node *n, const char *const *keys, const struct mkcv_node **where)
{
    for (; n && *keys; keys++) {
        const char *s = mkcv_node_string(n, *keys);
        if (!s) continue;
        if (where) *where = mkcv_node_lookup(n, *keys);
        return s;
    }
    return NULL;
}

#define KEYS(...) ((const char *const[]){__VA_ARGS__, NULL})

/* "none@example.org": the whole of it; hosts under these domains can be anybody's in a test or a manual. */
static bool is_placeholder_address(const char *s)
{
    static const char *const names[] = {"none",     "you",      "your", "user",      "name", "email",   "me",
                                        "yourname", "username", "test", "firstname", "mail", "someone", NULL};
    const char *at = strchr(s, '@');
    if (!strncmp(s, "mailto:", 7)) s += 7;
    if (!at || (strcasecmp(at, "@example.org") != 0 && strcasecmp(at, "@example.com") != 0)) return false;
    for (const char *const *n = names; *n; n++)
        if (strlen(*n) == (size_t)(at - s) && !strncasecmp(s, *n, strlen(*n))) return true;
    return false;
}

/* What themes put where the owner's data belong. */
static bool is_placeholder(const char *s)
{
    static const char *const texts[] = {"your name",
                                        "your sidebar name",
                                        "first last",
                                        "firstname",
                                        "you r. name",
                                        "your site title",
                                        "name of the author",
                                        "john doe",
                                        "jane doe",
                                        "short biography",
                                        "earth",
                                        "your bio",
                                        "your position",
                                        "your email",
                                        "your affiliation",
                                        "red brick university",
                                        "github university",
                                        "{{",
                                        NULL};
    for (const char *const *t = texts; *t; t++)
        if (strcasestr(s, *t)) return true;
    return is_placeholder_address(s);
}

static void add_variant(struct mkcv_reader *r, const char *name)
{
    struct mkcv_basics *b = &r->cv->basics;
    for (size_t i = 0; i < b->name_variants.count; i++)
        if (!strcmp(b->name_variants.at[i], name)) return;
    if (!b->name || strcmp(b->name, name) != 0) *MKCV_PUSH(r->arena, &b->name_variants) = name;
}

/* "Dr. Ada Moss" heads no CV: the name behind the titles. */
static const char *without_titles(struct mkcv_arena *a, const char *name)
{
    const char *clean = mkcv_name_clean(a, name);
    size_t n = strlen(name), m = strlen(clean);
    bool title = m && m < n && !strcmp(name + n - m, clean) && strchr(clean, ' ');
    return title ? clean : name;
}

/* "Hong Chen (陈红)", "Hong Chen 陈红": the first form is the name, the other a variant. */
void mkcv_person_name(struct mkcv_reader *r, const char *name, struct mkcv_loc loc)
{
    struct mkcv_basics *b = &r->cv->basics;
    while (*name == ' ') name++;
    if (b->name || !*name || is_placeholder(name)) return;
    struct mkcv_text t = mkcv_markdown_inline(r->arena, name, loc, r->diags);
    name = without_titles(r->arena, t.s ? t.s : name);
    const char *open = strpbrk(name, "(|/"), *wide = strstr(name, "（");
    if (wide && (!open || wide < open)) open = wide;
    size_t cut = open && open > name ? (size_t)(open - name) : strlen(name);
    struct mkcv_range outer = mkcv_trim(name, (struct mkcv_range){0, cut});
    b->name = mkcv_arena_strndup(r->arena, name + outer.from, outer.to - outer.from);
    b->loc = loc;
    if (open && open > name) {
        struct mkcv_range inner = mkcv_trim(name, (struct mkcv_range){cut, strlen(name)});
        const char *rest = mkcv_arena_strndup(r->arena, name + inner.from, inner.to - inner.from);
        /* "Xiang (Shawn) Chen" is one name */
        if (strchr(rest, ')') && open[0] == '(')
            b->name = mkcv_arena_strdup(r->arena, name);
        else if (*rest)
            add_variant(r, rest);
    }
}

static void set_once(const char **field, const char *value)
{
    if (!*field && value && *value && !is_placeholder(value)) *field = value;
}

static void set_text(struct mkcv_reader *r, struct mkcv_text *field, const char *value, struct mkcv_loc loc)
{
    if (field->s || !value || is_placeholder(value)) return;
    struct mkcv_text t = mkcv_markdown_inline(r->arena, value, loc, r->diags);
    struct mkcv_range cut =
        t.s ? mkcv_trim(t.s, (struct mkcv_range){0, mkcv_text_length(&t)}) : (struct mkcv_range){0, 0};
    if (cut.from < cut.to) *field = mkcv_text_slice(r->arena, &t, cut.from, cut.to);
}

/* An address without its scheme and with its disguises undone. */
static const char *clean_email(struct mkcv_arena *a, const char *s)
{
    if (!strncasecmp(s, "mailto:", 7)) s += 7;
    char *out = mkcv_arena_alloc(a, strlen(s) + 1), *q = out;
    static const struct {
        const char *from;
        char to;
    } swaps[] = {{" [at] ", '@'},  {"[at]", '@'},  {" (at) ", '@'},  {"(at)", '@'},  {" at ", '@'},
                 {" [dot] ", '.'}, {"[dot]", '.'}, {" (dot) ", '.'}, {"(dot)", '.'}, {" dot ", '.'},
                 {" AT ", '@'},    {"{at}", '@'},  {" @ ", '@'},     {" [@] ", '@'}, {"[AT]", '@'},
                 {"(AT)", '@'},    {" DOT ", '.'}, {"#at#", '@'},    {"_at_", '@'},  {"＠", '@'}};
    while (*s && *s != '?') {
        size_t k = 0, n = sizeof swaps / sizeof *swaps;
        while (k < n && strncmp(s, swaps[k].from, strlen(swaps[k].from)) != 0) k++;
        if (k < n) {
            *q++ = swaps[k].to;
            s += strlen(swaps[k].from);
        } else
            *q++ = *s++;
    }
    *q = 0;
    const char *at = strchr(out, '@');
    if (!at || at == out || !strchr(at, '.') || strchr(out, ' ') || strchr(at + 1, '@')) return NULL;
    return out;
}

static void set_email(struct mkcv_reader *r, const char *s)
{
    const char *email = s && !r->cv->basics.email ? clean_email(r->arena, s) : NULL;
    if (email && !is_placeholder(email) && !strstr(email, "none@")) r->cv->basics.email = email;
}

static bool is_address_char(char c)
{
    return mkcv_is_letter((unsigned char)c) || mkcv_is_digit((unsigned char)c) || (c && strchr("._-+", c));
}

/* "ada [at] uni [dot] edu", "ada@uni.edu": the words around an "at". */
static const char *find_address(struct mkcv_arena *a, const char *s, size_t n)
{
    static const char *const ats[] = {"@",     " [at] ", "[at]", " (at) ", "(at)", " at ",
                                      " [@] ", "[AT]",   "(AT)", " AT ",   "{at}", "_at_"};
    for (size_t i = 0; i < sizeof ats / sizeof *ats; i++) {
        const char *at = memmem(s, n, ats[i], strlen(ats[i]));
        if (!at) continue;
        const char *from = at, *to = at + strlen(ats[i]);
        while (from > s && is_address_char(from[-1])) from--;
        static const char *const dots[] = {" [dot] ", "[dot]", " (dot) ", "(dot)", " dot ", " DOT "};
        for (bool more = true; more;) {
            more = false;
            while (to < s + n && is_address_char(*to)) to++;
            for (size_t k = 0; k < sizeof dots / sizeof *dots; k++)
                if (!strncmp(to, dots[k], strlen(dots[k]))) {
                    to += strlen(dots[k]);
                    more = true;
                }
        }
        while (to > from && to[-1] == '.') to--;
        const char *email = clean_email(a, mkcv_arena_strndup(a, from, (size_t)(to - from)));
        /* "at" as a word between others is an address only with a dotted host */
        if (email && strlen(strchr(email, '@')) > 4) return email;
    }
    return NULL;
}

bool mkcv_person_email(struct mkcv_reader *r, const struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++)
        if (t->spans.at[i].url && !strncasecmp(t->spans.at[i].url, "mailto:", 7)) {
            set_email(r, t->spans.at[i].url);
            return true;
        }
    size_t n = mkcv_text_length(t);
    const char *fold = n < 400 ? mkcv_utf8_fold(r->arena, t->s) : "";
    bool announced = mkcv_fold_has(fold, "email") || mkcv_fold_has(fold, "e mail") || mkcv_fold_has(fold, "mail") ||
                     mkcv_fold_has(fold, "contact") || strstr(t->s, "邮箱");
    static const char *const marks[] = {"邮件",     "メール",   "이메일", "[at]", "(at)",
                                        "Contatti", "Courriel", "Correo", "📧",    "✉"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks && !announced; i++) announced = strstr(t->s, marks[i]) != NULL;
    const char *email = memchr(t->s, '@', n) || announced ? find_address(r->arena, t->s, n) : NULL;
    if (!email) return false;
    set_email(r, email);
    return true;
}

void mkcv_person_front_email(struct mkcv_reader *r, const struct mkcv_text *t)
{
    const char *configured = r->cv->basics.email;
    size_t n = mkcv_text_length(t);
    bool said = n < 400 && strcasestr(t->s, "mail");
    if (r->email_said || (configured && !said)) return;
    r->cv->basics.email = NULL;
    mkcv_person_email(r, t);
    r->email_said = said && r->cv->basics.email;
    if (!r->cv->basics.email) r->cv->basics.email = configured;
}

/* --- configuration ----------------------------------------------------------------------------------------------- */

static struct mkcv_loc loc_of(const struct mkcv_node *n, const struct mkcv_record *record)
{
    return n && n->loc.line ? n->loc : record->loc;
}

static void read_name(struct mkcv_reader *r, const struct mkcv_record *record, const struct mkcv_node *block,
                      bool config)
{
    const struct mkcv_node *where = NULL;
    const char *first = first_string(record->meta, KEYS("first_name"), &where),
               *last = mkcv_node_string(record->meta, "last_name");
    const char *middle = mkcv_node_string(record->meta, "middle_name");
    if (block) {
        const char *name =
            block->kind == MKCV_NODE_SCALAR ? block->value : first_string(block, KEYS("name", "display"), &where);
        if (name) mkcv_person_name(r, name, loc_of(where ? where : block, record));
    }
    if (first && last)
        mkcv_person_name(r,
                         mkcv_arena_printf(r->arena, "%s%s%s %s", first, middle ? " " : "", middle ? middle : "", last),
                         loc_of(where, record));
    const char *name = first_string(record->meta, KEYS("name.display", "name"), &where);
    if (name) mkcv_person_name(r, name, loc_of(where, record));
    const char *alternate = mkcv_node_string(record->meta, "name.alternate");
    if (alternate && r->cv->basics.name) add_variant(r, alternate);
    bool about_person = mkcv_node_string(record->meta, "affiliation") || mkcv_node_string(record->meta, "position") ||
                        mkcv_node_string(record->meta, "role") || mkcv_node_string(record->meta, "superuser");
    name = (!config || about_person) ? first_string(record->meta, KEYS("title"), &where) : NULL;
    if (name) mkcv_person_name(r, name, loc_of(where, record));
}

static void read_affiliation(struct mkcv_reader *r, const struct mkcv_node *n, const struct mkcv_record *record)
{
    struct mkcv_basics *b = &r->cv->basics;
    const struct mkcv_node *where = NULL;
    const char *name = first_string(n, KEYS("employer", "affiliation", "institution", "organization"), &where);
    if (name) set_text(r, &b->affiliation, name, loc_of(where, record));
    set_once(&b->affiliation_url, first_string(n, KEYS("employeruri", "affiliation_link", "affiliation_url"), NULL));
    const struct mkcv_node *list = mkcv_node_lookup(n, "affiliations");
    if (!list) list = mkcv_node_lookup(n, "organizations");
    if (!list || list->kind != MKCV_NODE_LIST || !list->first) return;
    name = mkcv_node_string(list->first, "name");
    if (name) set_text(r, &b->affiliation, name, list->first->loc);
    set_once(&b->affiliation_url, mkcv_node_string(list->first, "url"));
}

static void read_contact(struct mkcv_reader *r, const struct mkcv_node *n, const struct mkcv_record *record)
{
    struct mkcv_basics *b = &r->cv->basics;
    const struct mkcv_node *where = NULL;
    const char *label = first_string(
        n, KEYS("position", "role", "job_title", "label", "headline", "occupation", "jobtitle", "authoroccup"), &where);
    if (!label) {
        label = first_string(n, KEYS("bio"), &where);
        if (label && (strlen(label) > 100 || strstr(label, ". "))) label = NULL;
    }
    if (label) set_text(r, &b->label, label, loc_of(where, record));
    read_affiliation(r, n, record);
    set_email(r, first_string(n, KEYS("email", "mail", "e-mail", "email_address", "author_email", "vcard"), NULL));
    set_once(&b->phone, first_string(n, KEYS("phone", "telephone"), NULL));
    set_once(&b->city, first_string(n, KEYS("location", "address.city"), NULL));
    set_once(&b->url, first_string(n, KEYS("uri", "website", "homepage"), NULL));
    mkcv_profiles_read(r, n);
    mkcv_profiles_read_links(r, n);
}

static void read_record(struct mkcv_reader *r, const struct mkcv_record *record)
{
    const struct mkcv_node *author = mkcv_node_lookup(record->meta, "author");
    read_name(r, record, author, record->kind == MKCV_RECORD_CONFIG);
    if (author && author->kind == MKCV_NODE_MAP) read_contact(r, author, record);
    read_contact(r, record->meta, record);
}

/* The landing page's front matter, where it names a person and an address: "name: Ada Moss", "email: ...". */
static void read_landing(struct mkcv_reader *r)
{
    for (size_t i = 0; i < r->site->records.count; i++) {
        const struct mkcv_record *page = &r->site->records.at[i];
        if (page->kind != MKCV_RECORD_PAGE) continue;
        if (mkcv_node_string(page->meta, "name") && mkcv_node_string(page->meta, "email")) read_record(r, page);
        return;
    }
}

void mkcv_person_read(struct mkcv_reader *r)
{
    struct mkcv_basics *b = &r->cv->basics;
    b->loc = (struct mkcv_loc){.file = NULL};
    if (r->settings->name) b->name = r->settings->name;
    for (size_t i = 0; i < r->settings->names.list.count; i++) add_variant(r, r->settings->names.list.at[i]);
    /* a configuration that names its owner in parts is theirs; the CV beside it may be of other days */
    bool owned = false;
    for (size_t i = 0; i < r->site->records.count; i++)
        owned |= r->site->records.at[i].kind == MKCV_RECORD_CONFIG &&
                 mkcv_node_string(r->site->records.at[i].meta, "first_name");
    const enum mkcv_record_kind kinds[] = {MKCV_RECORD_PERSON, MKCV_RECORD_CONFIG};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < r->site->records.count; i++)
            if (r->site->records.at[i].kind == kinds[owned ? 1 - k : k]) read_record(r, &r->site->records.at[i]);
    read_landing(r);
    if (r->site->url && !is_placeholder(r->site->url)) b->url = r->site->url;
    mkcv_person_guess(r);
    mkcv_scholar_read_names(r);
    mkcv_headline_read(r);
}

/* --- prose ------------------------------------------------------------------------------------------------------- */

/* What follows a stated name: the end, a comma, "and", a bracket. */
static bool ends_name(const char *s, size_t at, size_t to)
{
    while (at < to && s[at] == ' ') at++;
    return at >= to || strchr(",.([!;", s[at]) || !strncmp(s + at, "and ", 4) || !memcmp(s + at, "\xef\xbc\x8c", 3) ||
           !memcmp(s + at, "\xef\xbc\x88", 3);
}

bool mkcv_person_sentence(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to)
{
    static const char *const phrases[] = {"my name is", "this is", "i am", "im", NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, from, to < from + 160 ? to : from + 160);
    size_t n, i = mkcv_phrase_find(&k, 0, k.list.count < 8 ? k.list.count : 8, phrases, &n);
    struct mkcv_range name;
    if (i == (size_t)-1 || i + n >= k.list.count) return false;
    size_t start = k.list.at[i + n].from;
    if (!mkcv_name_find(r->arena, t->s, start, to, &name) || name.from != start || !ends_name(t->s, name.to, to))
        return false;
    if (name.to - name.from < 5 || mkcv_is_org(r->arena, t->s, name.from, name.to)) return false;
    const char *s = mkcv_arena_strndup(r->arena, t->s + name.from, name.to - name.from);
    if (!strchr(s, ' ') && (unsigned char)s[0] < 0x80) return false;
    if (!r->cv->basics.name) mkcv_person_name(r, s, mkcv_text_loc(t, name.from));
    size_t rest = name.to;
    while (rest < to && strchr(" .!,;", t->s[rest])) rest++;
    return rest >= to;
}

void mkcv_person_subject(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to)
{
    static const char *const posts[] = {"professor", "lecturer", "researcher",   "scientist",
                                        "postdoc",   "fellow",   "postdoctoral", "reader",
                                        "engineer",  "student",  "candidate",    "director",
                                        "head",      "chair",    "dean",         "statistician",
                                        NULL},
                             *const stops[] = {"who", "whose", "where", ".", ",", NULL},
                             *const greetings[] = {"ciao", "hello", "hi", "hey", "hola", "welcome", NULL};
    struct mkcv_range name;
    struct mkcv_tokens words = mkcv_tokens_new(r->arena, t->s, from, to < from + 60 ? to : from + 60);
    for (size_t g = 0; g + 1 < words.list.count && mkcv_word_in(words.list.at[g].fold, greetings); g++)
        from = words.list.at[g + 1].from;
    if (r->cv->basics.name || r->first_person || !mkcv_name_find(r->arena, t->s, from, to, &name)) return;
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, name.to, to < name.to + 160 ? to : name.to + 160);
    size_t len, i = 1;
    if (!mkcv_phrase_at(&k, 0, "is") || !memchr(t->s + name.from, ' ', name.to - name.from)) return;
    while (i < k.list.count && i < 9 && !mkcv_word_in(k.list.at[i].fold, stops)) i++;
    if (mkcv_phrase_find(&k, 1, i, posts, &len) == (size_t)-1) return;
    mkcv_person_name(r, mkcv_name_clean(r->arena, mkcv_arena_strndup(r->arena, t->s + name.from, name.to - name.from)),
                     mkcv_text_loc(t, name.from));
}

void mkcv_person_finish(struct mkcv_reader *r)
{
    struct mkcv_basics *b = &r->cv->basics;
    const struct mkcv_section *work = mkcv_cv_lookup(r->cv, MKCV_KIND_WORK);
    for (size_t i = 0; work && i < work->entries.count; i++) {
        const struct mkcv_entry *e = &work->entries.at[i];
        if (!e->current) continue;
        if (!b->label.s && !b->affiliation.s) {
            b->label = e->fields[MKCV_FIELD_TITLE];
            b->affiliation = e->fields[MKCV_FIELD_ORG];
        } else if (!b->affiliation.s)
            b->affiliation = e->fields[MKCV_FIELD_ORG];
        break;
    }
    if (b->name) return;
    struct mkcv_loc loc = {.file = NULL};
    for (size_t i = 0; i < r->site->records.count && !loc.file; i++)
        if (r->site->records.at[i].kind == MKCV_RECORD_PAGE) loc.file = r->site->records.at[i].path;
    for (size_t i = 0; i < r->site->records.count && loc.file; i++)
        if (r->site->records.at[i].loc.file && r->site->records.at[i].kind == MKCV_RECORD_PAGE) {
            loc.file = r->site->records.at[i].loc.file;
            break;
        }
    mkcv_report(r->diags, MKCV_DIAG_NAME_MISSING, loc, r->site->root ? r->site->root : "");
}
