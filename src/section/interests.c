/* interests.c - research interests: keywords from lists and from prose. */
#include "han_words.h"
#include "mkcv/clause.h"
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

static const struct mkcv_title titles[] = {{"en", "Research Interests"},
                                           {"de", "Forschungsinteressen"},
                                           {"fr", "Thèmes de recherche"},
                                           {"es", "Intereses de investigación"},
                                           {"pt", "Interesses de pesquisa"},
                                           {"it", "Interessi di ricerca"},
                                           {"zh", "研究方向"},
                                           {"ja", "研究分野"},
                                           {"ko", "연구 분야"},
                                           {NULL, NULL}};

static const char *const headings[] = {"research interests",
                                       "research interest",
                                       "interests",
                                       "research areas",
                                       "research area",
                                       "research topics",
                                       "research fields",
                                       "research focus",
                                       "areas of interest",
                                       "academic interests",
                                       "scientific interests",
                                       "research directions",
                                       "research keywords",
                                       "fields of interest",
                                       "field of research",
                                       "forschungsinteressen",
                                       "forschungsschwerpunkte",
                                       "forschungsgebiete",
                                       "interets de recherche",
                                       "themes de recherche",
                                       "centres d interet",
                                       "thematiques de recherche",
                                       "intereses",
                                       "intereses de investigacion",
                                       "lineas de investigacion",
                                       "areas de interes",
                                       "interesses",
                                       "interesses de pesquisa",
                                       "areas de pesquisa",
                                       "linhas de pesquisa",
                                       "interessi di ricerca",
                                       "interessi",
                                       "aree di ricerca",
                                       "研究方向",
                                       "研究兴趣",
                                       "研究领域",
                                       "研究分野",
                                       "専門分野",
                                       "研究テーマ",
                                       "研究内容",
                                       "関心",
                                       "연구 분야",
                                       "관심 분야",
                                       "연구 관심",
                                       "areas de interesse",
                                       "areas de interes",
                                       "aree di interesse",
                                       NULL};

static const struct mkcv_json_field json[] = {
    {"name", MKCV_FIELD_TITLE}, {"summary", MKCV_FIELD_SUMMARY}, {NULL, MKCV_FIELD_TITLE}};

#define KEYWORD_WORDS 9 /* a longer member is a clause, not a keyword */

static bool has_interest(const struct mkcv_section *s, struct mkcv_arena *a, const char *word)
{
    const char *fold = mkcv_utf8_fold(a, word);
    for (size_t i = 0; s && i < s->entries.count && i < 300; i++)
        if (!strcmp(mkcv_utf8_fold(a, s->entries.at[i].fields[MKCV_FIELD_TITLE].s), fold)) return true;
    return false;
}

/* A keyword, its emphasis off. What stands in brackets behind it belongs to it in a list; in running text it explains.
 */
static bool add_keyword(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m, bool told)
{
    size_t bracket = m.to;
    const char *open = memchr(t->s + m.from, '(', m.to - m.from);
    if (open) bracket = (size_t)(open - t->s);
    struct mkcv_range all = mkcv_trim(t->s, m);
    m = mkcv_trim(t->s, (struct mkcv_range){m.from, bracket});
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, m.from, m.to);
    static const char *const strays[] = {
        "among other", "among others", "amongst other", "other related", "and more", "etc", NULL};
    for (const char *const *w = strays; *w; w++)
        if (mkcv_phrase_at(&k, 0, *w)) return false;
    if (m.from >= m.to || !k.list.count || k.list.count > KEYWORD_WORDS) return false;
    if (!told && m.from == all.from) m.to = all.to;
    struct mkcv_text word = mkcv_text_slice(r->arena, t, m.from, m.to);
    if (told && has_interest(mkcv_cv_lookup(r->cv, MKCV_KIND_INTERESTS), r->arena, word.s)) return true;
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_INTERESTS, mkcv_text_loc(t, m.from));
    for (size_t i = 0; i < word.spans.count; i++)
        word.spans.at[i].marks &= (uint16_t) ~(MKCV_MARK_STRONG | MKCV_MARK_EMPH);
    e->fields[MKCV_FIELD_TITLE] = word;
    e->told = told;
    return true;
}

static bool add_keywords(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to, bool told)
{
    struct mkcv_ranges list = mkcv_list_split(r->arena, t->s, from, to, ",;、", true);
    bool any = false;
    for (size_t i = 0; i < list.list.count && i < 40; i++)
        if (add_keyword(r, t, list.list.at[i], told)) any = true;
    return any;
}

/* --- prose ------------------------------------------------------------------------------------------------------- */

static const char *const phrases[] = {"i turn to",
                                      "i have turned to",
                                      "i am turning to",
                                      "work focuses on",
                                      "work mainly focuses on",
                                      "work centers on",
                                      "work is focused on",
                                      "research focuses on",
                                      "research focus on",
                                      "research mainly focuses on",
                                      "research primarily focuses on",
                                      "research currently focuses on",
                                      "research focused on",
                                      "research is focused on",
                                      "research centers on",
                                      "research centres on",
                                      "research mainly centers on",
                                      "research interests include",
                                      "research interest includes",
                                      "research interests are",
                                      "research interest is",
                                      "research interests lie in",
                                      "research interest lies in",
                                      "interests include",
                                      "interests are",
                                      "interests lie in",
                                      "interests span",
                                      "research interests span",
                                      "research interests mainly include",
                                      "research interests are in",
                                      "research interests broadly lie in",
                                      "research interests center on",
                                      "interests are in",
                                      "i am interested in",
                                      "i am broadly interested in",
                                      "im interested in",
                                      "i am particularly interested in",
                                      "i am mainly interested in",
                                      "i am also interested in",
                                      "he is interested in",
                                      "she is interested in",
                                      "i focus on",
                                      "i focus more on",
                                      "i mainly focus on",
                                      "i currently focus on",
                                      "i primarily focus on",
                                      "i also focus on",
                                      "i work on",
                                      "i mainly work on",
                                      "i am working on",
                                      "i am focusing on",
                                      "working on",
                                      "research areas include",
                                      "research lies in",
                                      "research interests focus on",
                                      "research interests mainly lie in",
                                      "interested in",
                                      "research spans",
                                      "research covers",
                                      "research topics include",
                                      "research lies at",
                                      "research addresses",
                                      NULL};
static const char *const turns[] = {"especially",
                                    "particularly",
                                    "including",
                                    "such as",
                                    "specifically",
                                    "in particular",
                                    "with a focus on",
                                    "with a particular focus on",
                                    "with an emphasis on",
                                    "with applications to",
                                    "with applications in",
                                    "with a special focus on",
                                    "namely",
                                    "mainly",
                                    "as well as",
                                    "but also",
                                    "spanning",
                                    NULL};
static const char *const leads[] = {"the areas of",
                                    "the area of",
                                    "the field of",
                                    "the fields of",
                                    "the broad area of",
                                    "the intersection of",
                                    "various topics in",
                                    "topics in",
                                    "topics of",
                                    "the following areas",
                                    "machine learning including",
                                    "broad areas of",
                                    "the",
                                    "various",
                                    "and",
                                    "on",
                                    "both",
                                    "areas of",
                                    "in",
                                    "at",
                                    "problems in",
                                    NULL};

/* Where the keywords of a clause end: a relative clause or a purpose begins. */
static size_t end_keywords(const struct mkcv_clause *c, size_t i)
{
    static const char *const ends[] = {"to", "that",  "which", "where", "aiming", "because", "from",  "through",
                                       "by", "using", "so",    "who",   "while",  "via",     "since", "when",
                                       "i",  "my",    "under", "what",  "how",    "at",      NULL};
    for (; i < c->tokens.list.count; i++)
        if (mkcv_clause_is(c, i, ends)) return i;
    return i;
}

static size_t skip_leads(const struct mkcv_clause *c, size_t i)
{
    for (bool again = true; again;) {
        again = false;
        for (const char *const *l = leads; *l; l++) {
            size_t n = mkcv_phrase_at(&c->tokens, i, *l);
            if (n) {
                i += n;
                again = true;
            }
        }
    }
    return i;
}

static bool read_clause(const struct mkcv_clause *c, size_t i)
{
    size_t end = end_keywords(c, i);
    bool any = false;
    while (i < end) {
        size_t n, turn;
        i = skip_leads(c, i);
        turn = mkcv_phrase_find(&c->tokens, i, end, turns, &n);
        size_t stop = turn == NOWHERE ? end : turn;
        if (i < stop) {
            struct mkcv_range r = mkcv_clause_range(c, i, stop);
            if (add_keywords(c->r, c->text, r.from, r.to, true)) any = true;
        }
        if (turn == NOWHERE || (any && mkcv_phrase_at(&c->tokens, turn, "such as"))) break; /* examples of a keyword */
        i = turn + n;
    }
    return any;
}

/* "研究方向为A、B", "専門はAです": the keywords of a sentence whose script sets words apart by no blanks. */
static bool read_han(struct mkcv_reader *r, const struct mkcv_text *text, size_t from, size_t to)
{
    static const char *const heads[] = {"研究方向", "研究兴趣",   "研究興趣", "研究领域", "研究領域",
                                        "研究分野", "研究テーマ", "専門分野", "専門",     "관심 분야",
                                        "관심분야", "연구 분야",  "연구분야", NULL};
    static const char *const joints[] = {"主要", "集中在", "包括", "包含", "涵盖", "涉及", "是", "为", "在", "于",
                                         "有",   "：",     ":",    "は",   "、",   "은",   "는", " ",  NULL};
    static const char *const tails[] = {"等方向", "等领域", "等", "など", "です", "である", "입니다", "등", "。", NULL};
    const struct mkcv_range all = {from, to};
    size_t at = mkcv_han_last_end(text->s, all, heads), start = at;
    if (at == from) return false;
    for (bool again = true; again;) {
        again = false;
        for (const char *const *j = joints; *j; j++)
            if (at + strlen(*j) < to && !memcmp(text->s + at, *j, strlen(*j))) at += strlen(*j), again = true;
    }
    size_t end = mkcv_han_clause_end(text->s, at, to);
    if (!memmem(text->s + at, end - at, "、", strlen("、"))) end = mkcv_find_outside(text->s, at, to, ";.");
    struct mkcv_range keys = mkcv_trim(text->s, (struct mkcv_range){at, end});
    for (const char *const *w = tails; *w; w++)
        if (mkcv_han_ends(text->s, keys, (const char *const[]){*w, NULL})) keys.to -= strlen(*w);
    return at > start && keys.from < keys.to && add_keywords(r, text, keys.from, keys.to, true);
}

/* "Research interests: tides, harbours": the section in a line. */
static bool read_label(const struct mkcv_clause *c)
{
    size_t first = mkcv_clause_is(c, 0, (const char *const[]){"my", "current", "main", NULL}), n = c->tokens.list.count;
    for (const char *const *h = headings; *h; h++) {
        size_t colon = first + mkcv_phrase_at(&c->tokens, first, *h);
        if (colon == first || colon + 1 >= n || strcmp(mkcv_clause_word(c, colon), ":") != 0) continue;
        return add_keywords(c->r, c->text, c->tokens.list.at[colon + 1].from, c->to, true);
    }
    return false;
}

static bool read_sentence(struct mkcv_reader *r, const struct mkcv_text *text, size_t from, size_t to)
{
    if (read_han(r, text, from, to)) return true;
    struct mkcv_clause c = mkcv_clause_new(r, text, from, to);
    if (read_label(&c)) return true;
    size_t n, i = mkcv_phrase_find(&c.tokens, 0, c.tokens.list.count, phrases, &n);
    if (i == NOWHERE || i + n >= c.tokens.list.count) return false;
    if (!strcmp(mkcv_clause_word(&c, c.tokens.list.count - 1), ":")) return false; /* a list follows, and says it */
    if (mkcv_clause_is(&c, i, (const char *const[]){"working", "interested", NULL}) && !mkcv_clause_is_self(&c, i))
        return false;
    return read_clause(&c, i + n);
}

/* --- lists ------------------------------------------------------------------------------------------------------- */

/* Every member is short: a list of keywords, not a sentence. */
static bool is_list(struct mkcv_reader *r, const struct mkcv_text *t, size_t n)
{
    struct mkcv_ranges list = mkcv_list_split(r->arena, t->s, 0, n, ",;", true);
    if (memmem(t->s, n, "。", strlen("。"))) return false;
    for (size_t i = 0; i < list.list.count; i++)
        if (mkcv_tokens_new(r->arena, t->s, list.list.at[i].from, list.list.at[i].to).list.count > KEYWORD_WORDS)
            return false;
    return list.list.count > 0;
}

/* "Tidal flows, Sand, Kites": three at least, none of which is a phrase. */
static bool is_enumeration(struct mkcv_reader *r, const struct mkcv_text *t, size_t n)
{
    enum { LEAST = 3, WORDS_MOST = 4 };
    struct mkcv_ranges list = mkcv_list_split(r->arena, t->s, 0, n, ",;", false);
    for (size_t i = 0; i < list.list.count; i++) {
        struct mkcv_range m = list.list.at[i];
        struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, m.from, m.to);
        if (k.list.count > WORDS_MOST || (k.list.count && !strcmp(k.list.at[0].fold, "and"))) return false;
    }
    return list.list.count >= LEAST;
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_text t = mkcv_item_text(r->arena, item);
    size_t n = mkcv_text_length(&t);
    if (mkcv_text_is_empty(&t)) return false;
    if (item->kind == MKCV_BLOCK_PARAGRAPH) {
        if (mkcv_sentence_end(t.s, 0, n) < n || n > 300) {
            for (size_t from = 0, end; from < n; from = end) {
                end = mkcv_sentence_end(t.s, from, n);
                read_sentence(r, &t, from, end);
            }
            return false; /* the keywords are taken; the text says more and stays */
        }
        return read_sentence(r, &t, 0, n) || (is_list(r, &t, n) && add_keywords(r, &t, 0, n, false));
    }
    size_t first = mkcv_sentence_end(t.s, 0, n);
    if (first < n && add_keyword(r, &t, (struct mkcv_range){0, first}, false)) { /* "Tides. How they ..." */
        struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_INTERESTS);
        mkcv_entry_set(r, &s->entries.at[s->entries.count - 1], MKCV_FIELD_SUMMARY, &t, first, n);
        return true;
    }
    size_t colon = mkcv_find_outside(t.s, 0, n, ":");
    if (colon < n && colon > 0 && add_keyword(r, &t, (struct mkcv_range){0, colon}, false)) {
        struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_INTERESTS);
        mkcv_entry_set(r, &s->entries.at[s->entries.count - 1], MKCV_FIELD_SUMMARY, &t, colon + 1, n);
        return true;
    }
    if (is_enumeration(r, &t, n) && add_keywords(r, &t, 0, n, false)) return true;
    bool several = memchr(t.s, '(', n) && mkcv_find_outside(t.s, 0, n, ",;") < n; /* "A (B, C), D (E)" */
    return (!several && add_keyword(r, &t, (struct mkcv_range){0, n}, false)) || add_keywords(r, &t, 0, n, false);
}

/* A heading below "Research interests" is one of them; what stands below it says more. */
static bool is_entry(struct mkcv_reader *r, const struct mkcv_text *heading)
{
    size_t n = mkcv_text_length(heading);
    return n && mkcv_tokens_new(r->arena, heading->s, 0, n).list.count <= KEYWORD_WORDS;
}

const struct mkcv_section_kind mkcv_section_interests = {.key = "interests",
                                                         .is_entry = is_entry,
                                                         .titles = titles,
                                                         .headings = headings,
                                                         .json = json,
                                                         .read_item = read_item,
                                                         .read_sentence = read_sentence,
                                                         .compose = mkcv_compose_words};
