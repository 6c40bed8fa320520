/* grants.c - grants: title, funder, role, amount, period. */
#include "awards.h"
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include "roles.h"
#include <string.h>

static const struct mkcv_title titles[] = {{"en", "Grants"},         {"de", "Drittmittel"},
                                           {"fr", "Financements"},   {"es", "Financiación"},
                                           {"pt", "Financiamentos"}, {"it", "Finanziamenti"},
                                           {"zh", "科研基金"},       {"ja", "研究費"},
                                           {"ko", "연구비"},         {NULL, NULL}};
static const char *const headings[] = {"grants",
                                       "grant",
                                       "funding",
                                       "research grants",
                                       "research funding",
                                       "funded projects",
                                       "external funding",
                                       "third party funding",
                                       "third party funds",
                                       "grants and funding",
                                       "sponsored research",
                                       "funding and grants",
                                       "drittmittel",
                                       "forderung",
                                       "drittmittelprojekte",
                                       "financements",
                                       "subventions",
                                       "projets finances",
                                       "financiacion",
                                       "proyectos financiados",
                                       "subvenciones",
                                       "financiamento",
                                       "financiamentos",
                                       "auxilios",
                                       "finanziamenti",
                                       "fondi",
                                       "基金",
                                       "科研基金",
                                       "研究費",
                                       "競争的資金",
                                       "外部資金",
                                       "연구비",
                                       "연구 과제",
                                       "科研项目",
                                       "研究課題",
                                       "研究项目",
                                       "主持项目",
                                       "科研经费",
                                       "基金项目",
                                       NULL};
static const struct mkcv_json_field json[] = {{"title", MKCV_FIELD_TITLE},     {"funder", MKCV_FIELD_ORG},
                                              {"role", MKCV_FIELD_ROLE},       {"amount", MKCV_FIELD_AMOUNT},
                                              {"summary", MKCV_FIELD_SUMMARY}, {"note", MKCV_FIELD_NOTE},
                                              {NULL, MKCV_FIELD_TITLE}};

static const char *const roles[] = {"pi",
                                    "copi",
                                    "principal investigator",
                                    "coprincipal investigator",
                                    "coi",
                                    "coinvestigator",
                                    "investigator",
                                    "lead pi",
                                    "ip",
                                    "investigador principal",
                                    "investigadora principal",
                                    "coordenador",
                                    "coordenadora",
                                    "leitung",
                                    "projektleitung",
                                    "leiter",
                                    "leiterin",
                                    "projektleiter",
                                    "projektleiterin",
                                    "mitantragsteller",
                                    "mitantragstellerin",
                                    "antragsteller",
                                    "antragstellerin",
                                    "porteur",
                                    "coporteur",
                                    "主持",
                                    "参与",
                                    "研究代表者",
                                    "研究分担者",
                                    NULL};

static bool is_amount(const struct mkcv_text *t, struct mkcv_range m)
{
    static const char *const marks[] = {"$",   "€",   "£",   "¥",    "EUR",  "USD",  "JPY", "CNY", "AUD",
                                        "SEK", "NOK", "DKK", "INR",  "KRW",  "HKD",  "BRL", "R$",  "CHF",
                                        "GBP", "RMB", "CAD", "万元", "万円", "千円", "円"};
    bool digit = false;
    for (size_t i = m.from; i < m.to; i++) digit = digit || mkcv_is_digit((unsigned char)t->s[i]);
    for (size_t i = 0; digit && i < sizeof marks / sizeof *marks; i++)
        if (memmem(t->s + m.from, m.to - m.from, marks[i], strlen(marks[i]))) return m.to - m.from < 40;
    return false;
}

/* Words by which those who pay are known, beside those of organisations. */
static bool is_funder(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m)
{
    static const char *const words[] = {"foundation",
                                        "fund",
                                        "funds",
                                        "council",
                                        "nsf",
                                        "nih",
                                        "dfg",
                                        "anr",
                                        "erc",
                                        "nsfc",
                                        "darpa",
                                        "epsrc",
                                        "snsf",
                                        "bmbf",
                                        "jsps",
                                        "kakenhi",
                                        "jst",
                                        "crest",
                                        "presto",
                                        "arc",
                                        "nserc",
                                        "ukri",
                                        "ministry",
                                        "ministerio",
                                        "ministerium",
                                        "ministere",
                                        "ministero",
                                        "agencia",
                                        "agenzia",
                                        "fundacion",
                                        "fundacao",
                                        "fondazione",
                                        "fondation",
                                        "stiftung",
                                        "agency",
                                        "horizon",
                                        "commission",
                                        "cnpq",
                                        "capes",
                                        "fapesp",
                                        "sshrc",
                                        "nrf",
                                        "wellcome",
                                        "royal society",
                                        "daad",
                                        "humboldt",
                                        "marie curie",
                                        "prin",
                                        "fwf",
                                        "nwo",
                                        "mitacs",
                                        "国家自然科学基金",
                                        "基金委",
                                        "科研費",
                                        "科技部",
                                        "教育部",
                                        "省",
                                        "市",
                                        "国家重点研发计划",
                                        "基金",
                                        NULL};
    return m.to - m.from < 120 && (mkcv_range_has(r, t, m, words) || mkcv_is_org(r->arena, t->s, m.from, m.to));
}

static bool is_styled(const struct mkcv_text *t, struct mkcv_range m)
{
    const struct mkcv_span *span = mkcv_text_lookup(t, m.from);
    return span && (span->marks & (MKCV_MARK_EMPH | MKCV_MARK_STRONG)) && m.to - m.from > 12;
}

static void add_piece(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, struct mkcv_range m,
                      bool paid)
{
    struct mkcv_text *title = &e->fields[MKCV_FIELD_TITLE], *org = &e->fields[MKCV_FIELD_ORG];
    enum mkcv_field field = MKCV_FIELD_SUMMARY;
    if (is_amount(t, m))
        field = MKCV_FIELD_AMOUNT;
    else if (m.to - m.from < 40 && mkcv_range_has(r, t, m, roles))
        field = MKCV_FIELD_ROLE;
    else if (!title->s)
        field = MKCV_FIELD_TITLE;
    else if (!org->s && (is_funder(r, t, m) || !paid))
        field = MKCV_FIELD_ORG;
    if (field == MKCV_FIELD_ROLE && m.to - m.from > 6 && !strncasecmp(t->s + m.from, "role:", 5)) m.from += 5;
    if (!e->fields[field].s) {
        mkcv_entry_set(r, e, field, t, m.from, m.to);
        return;
    }
    struct mkcv_text more = mkcv_text_slice(r->arena, t, m.from, m.to);
    mkcv_text_append(r->arena, &e->fields[field], ", ", 2, NULL);
    mkcv_text_join(r->arena, &e->fields[field], &more, MKCV_ROLE_PLAIN);
}

/* "PI: Bo Berg": a role, and who has it. */
static bool is_held(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range role, struct mkcv_range name)
{
    struct mkcv_range found;
    return role.to - role.from < 40 && mkcv_range_has(r, t, role, roles) && t->s[role.to] == ':' &&
           mkcv_name_find(r->arena, t->s, name.from, name.to, &found) && found.from == name.from &&
           found.to == name.to && !is_funder(r, t, name);
}

static void add_holder(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, struct mkcv_range role,
                       struct mkcv_range name)
{
    if (mkcv_is_owner(r, mkcv_arena_strndup(r->arena, t->s + name.from, name.to - name.from)))
        mkcv_entry_append(r, e, MKCV_FIELD_ROLE, t, role.from, role.to);
    else
        mkcv_entry_append(r, e, MKCV_FIELD_NOTE, t, role.from, name.to);
}

/* Where the funder stands first: it pays, and what follows it is the title. */
static size_t find_title(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_parts *p)
{
    size_t first = p->list.count, funder = p->list.count;
    for (size_t i = 0; i < p->list.count; i++) {
        struct mkcv_range m = p->list.at[i];
        if (is_amount(t, m) || (m.to - m.from < 40 && mkcv_range_has(r, t, m, roles))) continue;
        if (is_styled(t, m)) return i;
        if (first == p->list.count) first = i;
        if (strstr(t->s, "\xe2\x80\xa8")) return first; /* of several lines the first is the title */
        if (funder == p->list.count && is_funder(r, t, m))
            funder = i;
        else if (funder == first && i > first)
            return i; /* the first is a funder and this is none */
    }
    return first;
}

/* A piece that is something else than a part of the title. */
static bool is_known(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m)
{
    return is_amount(t, m) || is_funder(r, t, m) || (m.to - m.from < 40 && mkcv_range_has(r, t, m, roles));
}

/* Pieces of one title: those that one span holds, and those before the first that is known, when one is. */
static void join_title(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_parts *p, size_t title)
{
    const struct mkcv_span *span = mkcv_text_lookup(t, p->list.at[title].from);
    bool styled = span && (span->url || span->marks);
    size_t last = title, end = styled ? span->at + span->len : mkcv_text_length(t), known = title + 1;
    while (known < p->list.count && !is_known(r, t, p->list.at[known])) known++;
    bool paid = false;
    for (size_t i = title + 1; i < p->list.count; i++) paid = paid || is_funder(r, t, p->list.at[i]);
    if (!styled && !paid) known = title + 1;
    while (last + 1 < p->list.count && (styled ? p->list.at[last + 1].to <= end : last + 1 < known)) {
        size_t gap = p->list.at[last].to;
        char mark = t->s[gap + strspn(t->s + gap, ",:; ")];
        if (mark == '(' || mark == '|' || strstr(t->s + gap, "\xe2\x80\xa8") == t->s + gap) break;
        if (p->dated && p->when.from >= gap && p->when.from < p->list.at[last + 1].from) break;
        last++;
    }
    p->list.at[title].to = p->list.at[last].to;
    for (size_t i = title + 1; i + last - title < p->list.count; i++) p->list.at[i] = p->list.at[i + last - title];
    p->list.count -= last - title;
}

bool mkcv_grant_is(struct mkcv_reader *r, const struct mkcv_text *t)
{
    struct mkcv_parts p;
    bool amount = false, funder = false;
    if (!mkcv_parts_new(r, t, ",;|()", &p)) return false;
    for (size_t i = 0; i < p.list.count; i++) {
        amount = amount || is_amount(t, p.list.at[i]);
        funder = funder || is_funder(r, t, p.list.at[i]);
    }
    return amount && funder;
}

/* "PI: TITLE": the colon after a role separates; others are part of titles. */
static bool is_led(struct mkcv_reader *r, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t), colon = mkcv_find_outside(t->s, 0, n, ":");
    struct mkcv_when w;
    return colon < n && colon < 40 &&
           (mkcv_range_has(r, t, (struct mkcv_range){0, colon}, roles) || mkcv_when_find(r->arena, t->s, 0, colon, &w));
}

/* "PI. Tides for All": the role before the title's point, where the title or the role took both. */
static void cut_lead(struct mkcv_reader *r, struct mkcv_entry *e)
{
    struct mkcv_text *title = &e->fields[MKCV_FIELD_TITLE], *role = &e->fields[MKCV_FIELD_ROLE];
    struct mkcv_text both = title->s ? *title : *role;
    size_t n = mkcv_text_length(&both);
    const char *point = both.s ? strstr(both.s, ". ") : NULL;
    size_t at = point ? (size_t)(point - both.s) : n;
    if (at >= n || at > 24 || !mkcv_range_has(r, &both, (struct mkcv_range){0, at}, roles)) return;
    *role = mkcv_text_slice(r->arena, &both, 0, at);
    *title = mkcv_text_slice(r->arena, &both, at + 2, n);
}

/* "DFG-Projekt „Stille Netze“": who pays, and the title in quotes. */
static void split_quoted(struct mkcv_reader *r, struct mkcv_entry *e)
{
    static const char *const quotes[] = {"\xe2\x80\x9e", "\xe2\x80\x9c", "\xc2\xab", "\""},
                             *const kinds[] = {"-Projekt", " Projekt", "-project",
                                               " project", " Project", "-Verbundprojekt"};
    struct mkcv_text both = e->fields[MKCV_FIELD_TITLE];
    size_t n = mkcv_text_length(&both), at = n;
    for (size_t i = 0; both.s && at == n && i < sizeof quotes / sizeof *quotes; i++) {
        const char *open = strstr(both.s, quotes[i]);
        if (open) at = (size_t)(open - both.s);
    }
    if (at == n) return;
    struct mkcv_range payer = mkcv_trim(both.s, (struct mkcv_range){0, at}),
                      title = mkcv_trim(both.s, (struct mkcv_range){at, n});
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t len = strlen(kinds[i]);
        if (payer.to > len && !memcmp(both.s + payer.to - len, kinds[i], len)) payer.to -= len;
    }
    bool whole = title.to > title.from && title.from > at && title.to < n; /* both quotes were cut */
    if (e->fields[MKCV_FIELD_ORG].s || !whole || !is_funder(r, &both, payer)) return;
    mkcv_entry_set(r, e, MKCV_FIELD_ORG, &both, payer.from, payer.to);
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &both, title.from, title.to);
}

/* A sentence, which is not taken apart. */
static bool is_told(struct mkcv_reader *r, const struct mkcv_text *t)
{
    static const char *const verbs[] = {"i", "was", "were", "is", "we", "used", "have", "has", NULL};
    return mkcv_range_has(r, t, (struct mkcv_range){0, mkcv_text_length(t)}, verbs);
}

/* --- records over several lines ------------------------------------------------------------------------------------
 */

static const struct {
    const char *label;
    enum mkcv_field field; /* MKCV_FIELD_COUNT: a date */
} labels[] = {{"project", MKCV_FIELD_TITLE},
              {"project title", MKCV_FIELD_TITLE},
              {"title", MKCV_FIELD_TITLE},
              {"funder", MKCV_FIELD_ORG},
              {"funding agency", MKCV_FIELD_ORG},
              {"agency", MKCV_FIELD_ORG},
              {"sponsor", MKCV_FIELD_ORG},
              {"scheme", MKCV_FIELD_ORG},
              {"program", MKCV_FIELD_ORG},
              {"programme", MKCV_FIELD_ORG},
              {"role", MKCV_FIELD_ROLE},
              {"amount", MKCV_FIELD_AMOUNT},
              {"total amount", MKCV_FIELD_AMOUNT},
              {"budget", MKCV_FIELD_AMOUNT},
              {"period", MKCV_FIELD_COUNT},
              {"funding period", MKCV_FIELD_COUNT},
              {"duration", MKCV_FIELD_COUNT},
              {"dates", MKCV_FIELD_COUNT},
              {"期間", MKCV_FIELD_COUNT},
              {"役割", MKCV_FIELD_ROLE},
              {"課題名", MKCV_FIELD_TITLE},
              {"研究課題", MKCV_FIELD_TITLE},
              {"種目", MKCV_FIELD_ORG},
              {"金额", MKCV_FIELD_AMOUNT}};

/* The row of a line "LABEL (…): value", and where the value begins; NOWHERE for other lines. */
static size_t find_label(struct mkcv_reader *r, const struct mkcv_text *t, size_t *value)
{
    size_t n = mkcv_text_length(t), colon = mkcv_find_outside(t->s, 0, n < 60 ? n : 60, ":");
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, 0, colon);
    if (colon >= n || colon >= 60 || !k.list.count) return NOWHERE;
    *value = colon + ((unsigned char)t->s[colon] >= 0x80 ? 3 : 1);
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        size_t len = mkcv_phrase_at(&k, 0, labels[i].label);
        bool whole = len && (len == k.list.count || !k.list.at[len].word);
        if (whole) return i;
    }
    return NOWHERE;
}

static void set_labelled(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, size_t row,
                         size_t value)
{
    struct mkcv_text *summary = &e->fields[MKCV_FIELD_SUMMARY];
    enum mkcv_field field = labels[row].field;
    struct mkcv_when w;
    size_t n = mkcv_text_length(t);
    if (field == MKCV_FIELD_COUNT) {
        if (!e->start.year && !e->end.year && mkcv_when_find(r->arena, t->s, value, n, &w)) mkcv_entry_when(r, e, &w);
        return;
    }
    struct mkcv_text old = e->fields[field];
    if (field == MKCV_FIELD_TITLE && old.s && !e->fields[MKCV_FIELD_ORG].s) { /* the scheme stood above the project */
        e->fields[MKCV_FIELD_ORG] = old;
        old.s = NULL;
    }
    mkcv_entry_set(r, e, field, t, value, n);
    mkcv_marks_off(&e->fields[field]);
    if (mkcv_text_is_empty(&old) || field != MKCV_FIELD_TITLE) return;
    if (summary->s) mkcv_text_append(r->arena, summary, "; ", 2, NULL);
    mkcv_text_join(r->arena, summary, &old, MKCV_ROLE_PLAIN);
}

/* "Funder: X", "Period: Y": lines that go on about the grant above them. */
static bool read_labelled(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_text *t)
{
    struct mkcv_section *s = mkcv_cv_lookup(r->cv, MKCV_KIND_GRANTS);
    const char *at = strstr(t->s, "\xe2\x80\xa8");
    size_t value = 0;
    struct mkcv_text line = mkcv_text_slice(r->arena, t, 0, at ? (size_t)(at - t->s) : mkcv_text_length(t));
    size_t row = mkcv_text_is_empty(&line) ? NOWHERE : find_label(r, &line, &value);
    if (row == NOWHERE) return false;
    struct mkcv_entry *e = s && s->entries.count ? &s->entries.at[s->entries.count - 1] : NULL;
    bool same = e && e->loc.file && item->loc.file && !strcmp(e->loc.file, item->loc.file);
    if (!same) return false;
    set_labelled(r, e, &line, row, value);
    return true;
}

/* "Scheme — Role: PI • 2021–2024": the dash and the bullets separate. */
static struct mkcv_text with_bars(struct mkcv_reader *r, const struct mkcv_text *t)
{
    struct mkcv_text out = *t;
    if (!strstr(t->s, "•")) return out;
    char *s = mkcv_arena_strdup(r->arena, t->s);
    for (char *p = s; (p = strstr(p, "•")) != NULL;) memcpy(p, "|  ", 3);
    for (char *p = s; (p = strstr(p, " — ")) != NULL;) memcpy(p, " |   ", 5);
    out.s = s;
    return out;
}

/* "Travel grant provided by the Kite Fund (350,000 yen)": who paid, and how much. */
static void split_funder(struct mkcv_reader *r, struct mkcv_entry *e)
{
    static const char *const joints[] = {" provided by ", " awarded by ", " funded by ",
                                         " granted by ",  " given by ",   NULL},
                             *const money[] = {"yen", "eur", "euro", "euros", "usd", "gbp", "chf", "sek", "nok",
                                               "dkk", "jpy", "cny",  "rmb",   "krw", "inr", "cad", "aud", NULL};
    struct mkcv_text title = e->fields[MKCV_FIELD_TITLE];
    size_t n = mkcv_text_length(&title);
    const char *open = n && title.s[n - 1] == ')' ? memrchr(title.s, '(', n) : NULL;
    size_t at = open ? (size_t)(open - title.s) : n;
    struct mkcv_range in = {at + 1, n - 1};
    bool amount =
        open && strpbrk(open, "0123456789") && (strpbrk(open, "$€£¥") || mkcv_range_has(r, &title, in, money));
    if (amount && mkcv_text_is_empty(&e->fields[MKCV_FIELD_AMOUNT])) {
        mkcv_entry_set(r, e, MKCV_FIELD_AMOUNT, &title, in.from, in.to);
        n = at;
    }
    for (const char *const *j = joints; *j; j++) {
        const char *joint = memmem(title.s, n, *j, strlen(*j));
        if (!joint || !mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG])) continue;
        mkcv_entry_set(r, e, MKCV_FIELD_ORG, &title, (size_t)(joint - title.s) + strlen(*j), n);
        n = (size_t)(joint - title.s);
    }
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &title, 0, n);
}

/* "..., NSF (2020). Co-PI: Bo Berg (Lund). Amount: 5,000 USD": where a label begins that stands behind the grant, from
 * `from` on; the text's end where there is none. */
static size_t find_tail(const struct mkcv_text *t, size_t from, enum mkcv_field *field)
{
    static const struct {
        const char *label;
        enum mkcv_field field;
    } tails[] = {{"Co-PI:", MKCV_FIELD_NOTE},    {"Co-PIs:", MKCV_FIELD_NOTE},   {"PI:", MKCV_FIELD_NOTE},
                 {"PIs:", MKCV_FIELD_NOTE},      {"IP:", MKCV_FIELD_NOTE},       {"Total amount:", MKCV_FIELD_AMOUNT},
                 {"Amount:", MKCV_FIELD_AMOUNT}, {"Budget:", MKCV_FIELD_AMOUNT}, {"Role:", MKCV_FIELD_ROLE}};
    size_t n = mkcv_text_length(t);
    for (size_t at = from; at < n; at++) {
        bool apart = at > 1 && t->s[at - 1] == ' ' && strchr(".,;)|", t->s[at - 2]);
        for (size_t i = 0; apart && i < sizeof tails / sizeof *tails; i++)
            if (!strncasecmp(t->s + at, tails[i].label, strlen(tails[i].label))) {
                *field = tails[i].field;
                return at;
            }
    }
    return n;
}

static void read_tail(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, size_t from)
{
    enum mkcv_field field, next = MKCV_FIELD_NOTE;
    for (size_t at = find_tail(t, from, &field), n = mkcv_text_length(t), end; at < n; at = end, field = next) {
        end = find_tail(t, at + 1, &next);
        size_t label = field == MKCV_FIELD_NOTE ? at : at + strcspn(t->s + at, ":") + 1;
        mkcv_entry_append(r, e, field, t, label, end);
    }
}

/* The points below a grant; those with a label say what it is. */
static void take_points(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_block *item)
{
    size_t first = e->highlights.count, kept = first;
    mkcv_item_highlights(r, e, item);
    for (size_t i = first; i < e->highlights.count; i++) {
        struct mkcv_text point = e->highlights.at[i];
        size_t value = 0, row = find_label(r, &point, &value);
        if (row != NOWHERE && labels[row].field != MKCV_FIELD_TITLE &&
            (labels[row].field == MKCV_FIELD_COUNT || !e->fields[labels[row].field].s))
            set_labelled(r, e, &point, row, value);
        else
            e->highlights.at[kept++] = point;
    }
    e->highlights.count = kept;
}

/* "Tides of the North" over sentences about it: the title and what is told; sentences alone are the title. */
static void read_told(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t);
    const char *line = strstr(t->s, "\xe2\x80\xa8");
    size_t end = line ? (size_t)(line - t->s) : n;
    struct mkcv_text first = mkcv_text_slice(r->arena, t, 0, end);
    if (is_told(r, &first)) end = n;
    struct mkcv_range all = mkcv_trim(t->s, (struct mkcv_range){0, end});
    e->fields[MKCV_FIELD_TITLE] = mkcv_text_slice(r->arena, t, all.from, all.to);
    if (end < n) mkcv_entry_set(r, e, MKCV_FIELD_SUMMARY, t, end, n);
    mkcv_entry_links(r, e, t);
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_text t = mkcv_item_lines(r->arena, item);
    struct mkcv_parts p;
    if (mkcv_text_is_empty(&t) || (item->kind == MKCV_BLOCK_PARAGRAPH && mkcv_text_length(&t) > 300)) return false;
    if (mkcv_item_is_group(r, item, &t)) return mkcv_item_below(r, item, &t, read_item);
    if (read_labelled(r, item, &t)) return true;
    enum mkcv_field field;
    const struct mkcv_text whole = t;
    size_t tail = item->kind == MKCV_BLOCK_ITEM ? find_tail(&t, 1, &field) : mkcv_text_length(&t);
    struct mkcv_when before; /* what a comma sets off may go on with date and amount, where these are not said yet */
    if (tail < mkcv_text_length(&t) && t.s[tail - 2] == ',' && !mkcv_when_find(r->arena, t.s, 0, tail, &before))
        tail = mkcv_text_length(&t);
    if (tail < mkcv_text_length(&t)) t = mkcv_text_slice(r->arena, &t, 0, tail);
    t = with_bars(r, &t);
    bool row = item->kind == MKCV_BLOCK_ROW;
    const char *bracket =
        mkcv_range_has(r, &t, (struct mkcv_range){0, mkcv_text_length(&t)}, roles) || strchr(t.s, '$') ? "()" : "";
    if (!mkcv_parts_apart(r, &t, row ? "|" : mkcv_arena_printf(r->arena, ",;|%s%s", is_led(r, &t) ? ":" : "", bracket),
                          &p) ||
        !p.list.count)
        return false;
    if (r->mixed && ((mkcv_is_award(r, &t, p.list.at[0]) && p.list.count < 4) || mkcv_award_said_below(r, &t, 0)))
        return false;
    if (item->loc.file && item->loc.line) p.loc = item->loc;
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_GRANTS, p.loc);
    if (p.dated) mkcv_entry_when(r, e, &p.when);
    if (mkcv_role_in(r, &t, p.list.at[0]) && !mkcv_range_has(r, &t, p.list.at[0], roles) && p.list.count > 1 &&
        p.list.at[0].to - p.list.at[0].from < 40 &&
        is_funder(r, &t, p.list.at[1])) { /* "Panelist, NSF": reviewing grants is service */
        mkcv_read_section(r, MKCV_KIND_GRANTS)->entries.count--;
        return mkcv_section_kind(MKCV_KIND_SERVICE)->read_item(r, item);
    }
    if (is_told(r, &t)) {
        read_told(r, e, &t);
        take_points(r, e, item);
        return true;
    }
    size_t title = find_title(r, &t, &p);
    if (title < p.list.count) {
        join_title(r, &t, &p, title);
        mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &t, p.list.at[title].from, p.list.at[title].to);
        mkcv_marks_off(&e->fields[MKCV_FIELD_TITLE]);
    }
    bool paid = false; /* one of the pieces is known to pay */
    for (size_t i = 0; i < p.list.count; i++) paid = paid || (i != title && is_funder(r, &t, p.list.at[i]));
    for (size_t i = 0; i < p.list.count; i++) {
        if (i == title) continue;
        if (i + 1 < p.list.count && i + 1 != title && is_held(r, &t, p.list.at[i], p.list.at[i + 1]))
            add_holder(r, e, &t, p.list.at[i], p.list.at[i + 1]), i++;
        else
            add_piece(r, e, &t, p.list.at[i], paid);
    }
    cut_lead(r, e);
    split_quoted(r, e);
    if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_TITLE])) {
        mkcv_read_section(r, MKCV_KIND_GRANTS)->entries.count--;
        return false;
    }
    mkcv_marks_off(&e->fields[MKCV_FIELD_ROLE]);
    split_funder(r, e);
    read_tail(r, e, &whole, tail);
    mkcv_entry_links(r, e, &whole);
    if (e->links.count) e->url = e->links.at[0].url;
    take_points(r, e, item);
    return true;
}

const struct mkcv_section_kind mkcv_section_grants = {.key = "grants",
                                                      .titles = titles,
                                                      .headings = headings,
                                                      .json = json,
                                                      .json_people = "people",
                                                      .read_item = read_item,
                                                      .compose = mkcv_compose_entries};
