/* prose.c - running text about the owner: sentences offered to every kind; what none takes is the profile text. */
#include "mkcv/clause.h"
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include "words.h"
#include <string.h>

/* Kinds that are told in prose, in the order in which they are asked. Interests and media are told in passing: their
 * sentences stay. */
static const enum mkcv_kind asked[] = {MKCV_KIND_EDUCATION,   MKCV_KIND_WORK,  MKCV_KIND_SERVICE,  MKCV_KIND_AWARDS,
                                       MKCV_KIND_MEMBERSHIPS, MKCV_KIND_MEDIA, MKCV_KIND_INTERESTS};

static bool is_passing(enum mkcv_kind kind) { return kind == MKCV_KIND_MEDIA || kind == MKCV_KIND_INTERESTS; }

/* Places to fill, whatever the sentence says beside. */
static bool is_call(const struct mkcv_tokens *k)
{
    static const char *const calls[] = {"selfmotivated",
                                        "highly motivated",
                                        "looking for motivated",
                                        "prospective students",
                                        "positions available",
                                        "open positions",
                                        "open position",
                                        "job openings",
                                        "phd openings",
                                        "phd positions",
                                        "phd recruitment",
                                        "postdoc positions",
                                        "please contact me",
                                        "drop me",
                                        "feel free to contact",
                                        "feel free to reach",
                                        "encouraged to contact",
                                        "encouraged to email",
                                        "encouraged to apply",
                                        "admission committee",
                                        "offene stellen",
                                        "postes ouverts",
                                        "vagas abertas",
                                        "招收",
                                        "招生",
                                        "招聘",
                                        "欢迎报考",
                                        "欢迎联系",
                                        "学生募集",
                                        NULL};
    size_t len;
    return mkcv_phrase_find(k, 0, k->list.count, calls, &len) != (size_t)-1;
}

/* Words to visitors: greetings, invitations, "please see my CV". */
static bool is_greeting(const struct mkcv_tokens *k)
{
    static const char *const starts[] = {"welcome",
                                         "hi",
                                         "hello",
                                         "hey",
                                         "greetings",
                                         "thanks for visiting",
                                         "thank you for visiting",
                                         "please feel free",
                                         "feel free to",
                                         "drop me",
                                         "contact me",
                                         "email me",
                                         "please contact",
                                         "please email",
                                         "click here",
                                         "here is my cv",
                                         "you can find",
                                         "you can also find",
                                         "you can download",
                                         "you can reach",
                                         "my cv",
                                         "download my cv",
                                         "if you are interested",
                                         "please check",
                                         "please see",
                                         "please refer",
                                         "please visit",
                                         "for more information",
                                         "more details",
                                         "see my",
                                         "find out more",
                                         "i am looking for",
                                         "im looking for",
                                         "i am always looking for",
                                         "we are looking for",
                                         "i am recruiting",
                                         "i am hiring",
                                         "we are hiring",
                                         "i am actively looking",
                                         "i am actively recruiting",
                                         "our group is looking",
                                         "prospective",
                                         "last updated",
                                         "last update",
                                         "you may find",
                                         "check out",
                                         "please drop",
                                         "reach out",
                                         "find below",
                                         "below you can find",
                                         "below you will find",
                                         "here you can find",
                                         "here you will find",
                                         "here is a link to my cv",
                                         "please find",
                                         "this is my personal",
                                         "this is my academic",
                                         "this is my website",
                                         "this is my webpage",
                                         "this is my homepage",
                                         "this website",
                                         "this webpage",
                                         "this site",
                                         "this page",
                                         "on this website",
                                         "on this page",
                                         "on this site",
                                         "interested in joining",
                                         "interested in working with",
                                         "interested in collaborating",
                                         "students interested in",
                                         "if you would like to",
                                         "if youd like to",
                                         "if you want to",
                                         NULL};
    for (const char *const *s = starts; *s; s++)
        if (mkcv_phrase_at(k, 0, *s)) return true;
    return is_call(k);
}

/* "Email: ...", "Office: ...": a line of contact. */
bool mkcv_is_contact_line(struct mkcv_reader *r, const struct mkcv_text *t)
{
    static const char *const starts[] = {"email",     "mail",
                                         "office",    "phone",
                                         "tel",       "address",
                                         "fax",       "telephone",
                                         "github",    "wechat",
                                         "homepage",  "google scholar",
                                         "links",     "cv",
                                         "contact",   "twitter",
                                         "linkedin",  "adresse",
                                         "邮箱",      "电话",
                                         "地址",      "curriculum vitae",
                                         "resume",    "emails",
                                         "voicemail", "orcid",
                                         "orcid id",  "e mail",
                                         NULL};
    size_t n = mkcv_text_length(t);
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, 0, n < 60 ? n : 60);
    for (const char *const *s = starts; *s; s++) {
        size_t len = mkcv_phrase_at(&k, 0, *s);
        if (len && (len >= k.list.count || !strcmp(k.list.at[len].fold, ":") || !strcmp(k.list.at[len].fold, "：") ||
                    !strcmp(k.list.at[len].fold, "|") || !strcmp(k.list.at[len].fold, "/")))
            return true;
    }
    return false;
}

bool mkcv_sentence_read(struct mkcv_reader *r, enum mkcv_kind kind, const struct mkcv_text *t, size_t from, size_t to)
{
    const struct mkcv_section_kind *k = mkcv_section_kind(kind);
    bool was = r->in_prose;
    r->in_prose = true;
    bool read = k->read_sentence && k->read_sentence(r, t, from, to);
    r->in_prose = was;
    return read;
}

/* The kind of which the sentence states an entry; MKCV_KIND_COUNT when it states none that replaces it. */
static enum mkcv_kind read_sentence(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to, bool *any)
{
    enum mkcv_kind consumed = MKCV_KIND_COUNT;
    struct mkcv_clause c = mkcv_clause_new(r, t, from, to);
    if (mkcv_clause_is_other(&c)) return consumed;
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        if (!mkcv_sentence_read(r, asked[i], t, from, to)) continue;
        *any = true;
        if (!is_passing(asked[i])) consumed = asked[i];
    }
    return consumed;
}

#define VOICE_BYTES ((size_t)32 << 10) /* that are read to know who speaks */

/* Sentences that say "I" or open with "my", less those that open with "he" or "she"; greetings say nothing. */
static int weigh_voice(struct mkcv_reader *r, const struct mkcv_block *b, int depth, size_t *budget, int *others)
{
    static const char *const selves[] = {"i", "im", "ive", "ich", "je", "jai", NULL};
    int own = 0;
    for (; b && *budget; b = b->next) {
        if (depth < 8) own += weigh_voice(r, b->first, depth + 1, budget, others);
        size_t n = b->kind == MKCV_BLOCK_PARAGRAPH ? mkcv_text_length(&b->text) : 0;
        if (n > *budget) n = *budget;
        *budget -= n;
        for (size_t from = 0, end; from < n; from = end) {
            end = mkcv_sentence_end(b->text.s, from, n);
            struct mkcv_tokens k = mkcv_tokens_new(r->arena, b->text.s, from, end);
            size_t len;
            bool third = mkcv_phrase_at(&k, 0, "he") || mkcv_phrase_at(&k, 0, "she") || mkcv_phrase_at(&k, 0, "elle");
            size_t at = mkcv_phrase_find(&k, 0, k.list.count, selves, &len);
            bool german =
                at != (size_t)-1 && !strcmp(k.list.at[at].fold, "im") && k.list.at[at].to - k.list.at[at].from == 2;
            bool first = mkcv_phrase_at(&k, 0, "my") || (at != (size_t)-1 && !german);
            if ((!third && !first) || is_greeting(&k)) continue;
            *others += third;
            own += first;
        }
    }
    return own;
}

void mkcv_prose_hear(struct mkcv_reader *r, const struct mkcv_block *body)
{
    size_t budget = VOICE_BYTES;
    int others = 0, own = weigh_voice(r, body, 0, &budget, &others);
    r->first_person = own && own >= others;
}

/* A sentence that leans on one that is gone stands alone: "I also worked" is "I worked". */
static void append_sentence(struct mkcv_reader *r, struct mkcv_text *out, const struct mkcv_text *t, size_t from,
                            size_t to, bool leans)
{
    static const char *const also[] = {"I also ", "He also ", "She also "}, *const starts[] = {
                                                                                "Besides, I ", "Moreover, I ",
                                                                                "In addition, I ", "Additionally, I ",
                                                                                "Furthermore, I "};
    struct mkcv_text part = mkcv_text_slice(r->arena, t, from, to);
    if (!part.s) return;
    if (out->s) mkcv_text_append(r->arena, out, " ", 1, NULL);
    size_t n = mkcv_text_length(&part), cut = 0;
    for (size_t i = 0; leans && i < sizeof also / sizeof *also; i++)
        if (!strncmp(part.s, also[i], strlen(also[i]))) {
            struct mkcv_text subject = mkcv_text_slice(r->arena, &part, 0, strlen(also[i]) - 6);
            mkcv_text_join(r->arena, out, &subject, MKCV_ROLE_PLAIN);
            mkcv_text_append(r->arena, out, " ", 1, NULL);
            cut = strlen(also[i]);
        }
    for (size_t i = 0; leans && i < sizeof starts / sizeof *starts; i++)
        if (!strncmp(part.s, starts[i], strlen(starts[i]))) cut = strlen(starts[i]) - 2;
    if (cut) part = mkcv_text_slice(r->arena, &part, cut, n);
    mkcv_text_join(r->arena, out, &part, MKCV_ROLE_PLAIN);
}

/* Where a paragraph of the profile goes: one that lost the better part of itself has lost its thread as well. */
static void keep_paragraph(struct mkcv_reader *r, const struct mkcv_text *kept, size_t was)
{
    if (mkcv_text_length(kept) * 2 < was)
        *MKCV_PUSH(r->arena, &r->leftovers) = *kept;
    else
        *MKCV_PUSH(r->arena, &r->cv->basics.summary) = *kept;
}

void mkcv_prose_finish(struct mkcv_reader *r)
{
    for (size_t i = 0; i < r->leftovers.count; i++) *MKCV_PUSH(r->arena, &r->cv->basics.summary) = r->leftovers.at[i];
    r->leftovers.count = 0;
}

/* Nothing but links with marks between them, or no word at all: a bar of buttons. */
static bool is_bar(const struct mkcv_text *t)
{
    enum { LABEL_WORDS = 4 };
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *span = &t->spans.at[i];
        const char *p = t->s + span->at, *end = p + span->len;
        if (span->url && mkcv_words_count_in(p, span->len) > LABEL_WORDS) return false;
        while (!span->url && p < end)
            if (mkcv_is_letter(mkcv_utf8_next(&p))) return false;
    }
    return true;
}

/* "Hello, I am": the byte behind a greeting that a comma ends, where the sentence says who speaks; else `from`. */
static size_t skip_hello(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t end)
{
    static const char *const greetings[] = {"hi", "hello", "hey", "greetings", "ciao", "hola", NULL},
                             *const selves[] = {"i am", "im", "my name is", "this is", NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, from, end);
    size_t len, i = 1;
    if (!k.list.count || !mkcv_word_in(k.list.at[0].fold, greetings)) return from;
    while (i < 4 && i < k.list.count && k.list.at[i].word) i++; /* "Hello everyone, " */
    if (i >= k.list.count || strcmp(k.list.at[i].fold, ",") != 0 || i + 1 >= k.list.count) return from;
    size_t self = mkcv_phrase_find(&k, i + 1, k.list.count, selves, &len);
    return self == i + 1 ? k.list.at[i + 1].from : from;
}

bool mkcv_prose_read(struct mkcv_reader *r, const struct mkcv_text *t, bool keep)
{
    struct mkcv_text kept = {.s = NULL};
    bool any = false, gone = false, called = false;
    size_t n = mkcv_text_length(t);
    if (mkcv_text_is_empty(t)) return false;
    if (mkcv_person_email(r, t) && mkcv_tokens_new(r->arena, t->s, 0, n).list.count <= 8) return true;
    if (mkcv_is_contact_line(r, t) || mkcv_legend_read(r, t) || is_bar(t)) return true;
    if (keep && strstr(t->s, "\xe2\x80\xa8") && mkcv_headline_lines(r, t)) return true;
    mkcv_text_open(&kept, n);
    for (size_t from = 0, end; from < n; from = end) {
        end = mkcv_sentence_end_in(t, from, n);
        from = skip_hello(r, t, from, end);
        const struct mkcv_clause sentence = mkcv_clause_new(r, t, from, end);
        called |= is_call(&sentence.tokens);
        if (is_greeting(&sentence.tokens)) continue;
        if (keep) mkcv_person_subject(r, t, from, end);
        bool named = mkcv_person_sentence(r, t, from, end);
        bool consumed = read_sentence(r, t, from, end, &any) != MKCV_KIND_COUNT || named;
        if (consumed && r->settings->biography != MKCV_BIOGRAPHY_FULL) {
            gone = true;
            continue;
        }
        append_sentence(r, &kept, t, from, end, gone && !kept.s);
    }
    mkcv_text_close(&kept);
    /* "Ph.D.: Fall 2027." and who is encouraged to apply */
    if (called && kept.s && strchr(kept.s, ':') && mkcv_text_length(&kept) < 80) kept = (struct mkcv_text){.s = NULL};
    if (keep && r->settings->biography != MKCV_BIOGRAPHY_NONE && !mkcv_text_is_empty(&kept))
        keep_paragraph(r, &kept, gone ? n : 0);
    return any || !kept.s;
}

/* The last entry of the kind, or NULL. */
static struct mkcv_entry *last_entry(struct mkcv_reader *r, enum mkcv_kind kind)
{
    struct mkcv_section *s = kind == MKCV_KIND_COUNT ? NULL : mkcv_cv_lookup(r->cv, kind);
    return s && s->entries.count ? &s->entries.at[s->entries.count - 1] : NULL;
}

bool mkcv_prose_told(struct mkcv_reader *r, const struct mkcv_text *t, enum mkcv_kind kind)
{
    struct mkcv_text kept = {.s = NULL};
    enum mkcv_kind near = MKCV_KIND_COUNT, got;
    const struct mkcv_section_kind *k = kind == MKCV_KIND_COUNT ? NULL : mkcv_section_kind(kind);
    bool any = false;
    if (k && !k->read_sentence) return false;
    for (size_t from = 0, n = mkcv_text_length(t), end; from < n; from = end) {
        end = mkcv_sentence_end_in(t, from, n);
        got = !k                                          ? read_sentence(r, t, from, end, &any)
              : mkcv_sentence_read(r, kind, t, from, end) ? kind
                                                          : MKCV_KIND_COUNT;
        const struct mkcv_clause sentence = mkcv_clause_new(r, t, from, end);
        if (got == MKCV_KIND_COUNT && !is_greeting(&sentence.tokens)) append_sentence(r, &kept, t, from, end, false);
        if (got != MKCV_KIND_COUNT) near = got;
        struct mkcv_entry *e = last_entry(r, near);
        if (!e || !kept.s) continue;
        append_sentence(r, &e->fields[MKCV_FIELD_SUMMARY], &kept, 0, mkcv_text_length(&kept), false);
        kept = (struct mkcv_text){.s = NULL};
    }
    bool told = any || near != MKCV_KIND_COUNT;
    r->rest = told ? kept : (struct mkcv_text){.s = NULL};
    return told;
}
