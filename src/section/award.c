/* award.c - how an award is known in text, and where its giver stands; see awards.h. */
#include "awards.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

/* Words by which a text is known as an award. */
static const char *const award_words[] = {"award",       "awards",       "prize",
                                          "prizes",      "fellowship",   "fellowships",
                                          "scholarship", "scholarships", "medal",
                                          "medals",      "honor",        "honors",
                                          "honour",      "honours",      "distinction",
                                          "champion",    "championship", "winner",
                                          "nomination",  "nominee",      "finalist",
                                          "star",        "stars",        "runnerup",
                                          "runner up",   "best paper",   "best student paper",
                                          "best poster", "outstanding",  "grant",
                                          "bursary",     "stipend",      "title",
                                          "place",       "top",          "studentship",
                                          "mention",     "recognition",  "list",
                                          "30 under 30", "preis",        "stipendium",
                                          "prix",        "bourse",       "premio",
                                          "beca",        "bolsa",        "premi",
                                          "medaille",    "medaglia",     "medalla",
                                          "medalha",     "auszeichnung", "borsa di studio",
                                          "premios",     "becas",        "distincion",
                                          "奖",          "賞",           "荣誉",
                                          "称号",        "상",           NULL};
/* German words end in what they are: "Dissertationspreis". */
static const char *const award_ends[] = {"preis", "preise", "preises", "stipendium", "stipendien", "medaille", NULL};

bool mkcv_is_award(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range)
{
    if (mkcv_range_has(r, t, range, award_words)) return true;
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, range.from, range.to);
    for (size_t i = 0; i < k.list.count; i++)
        for (const char *const *e = award_ends; *e; e++) {
            size_t n = strlen(k.list.at[i].fold), len = strlen(*e);
            if (n > len + 2 && !strcmp(k.list.at[i].fold + n - len, *e)) return true;
        }
    return false;
}

/* What follows "in" at token `i` is where the award was won, rather than for what. */
static bool is_contest(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_tokens *k, size_t i,
                       size_t to)
{
    static const char *const places[] = {"medal", "place", "prize", "1st", "2nd", "3rd", "champion", "winner", NULL};
    static const char *const events[] = {"conference", "symposium", "workshop", "competition",  "contest",
                                         "challenge",  "olympiad",  "congress", "championship", "hackathon",
                                         "meeting",    "cup",       NULL};
    struct mkcv_range rest = {k->list.at[i + 1].from, to};
    for (const char *const *p = places; *p; p++)
        if (!strcmp(k->list.at[i - 1].fold, *p)) return true;
    return mkcv_range_has(r, t, rest, events);
}

/* "AWARD at GIVER": the joint outside of brackets, or `to`. "of", "by" and "from" too when an organisation follows. */
size_t mkcv_award_giver(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m, size_t *giver)
{
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, m.from, m.to);
    static const char *const bys[] = {"by", "awarded by", NULL}, *const fors[] = {
                                                                     "for",
                                                                     NULL}; /* "Prize of the X for Y" is a name */
    size_t len;
    int depth = 0;
    for (size_t i = 1; i + 1 < k.list.count; i++) {
        const char *w = k.list.at[i].fold;
        depth += (!strcmp(w, "(") || !strcmp(w, "（")) - (!strcmp(w, ")") || !strcmp(w, "）"));
        if (depth || !mkcv_is_award(r, t, (struct mkcv_range){m.from, k.list.at[i].from})) continue;
        bool from_name = !strcmp(w, "from") && mkcv_is_upper((unsigned char)t->s[k.list.at[i + 1].from]);
        bool at = from_name || !strcmp(w, "at") || !strcmp(w, "@") || !strcmp(w, "by") || !strcmp(w, "awarded");
        bool of = !strcmp(w, "from") || !strcmp(w, "of") || !strcmp(w, "in");
        if (of && !from_name && mkcv_phrase_find(&k, i + 1, k.list.count, bys, &len) != NOWHERE) continue;
        if (!strcmp(w, "of") && mkcv_phrase_find(&k, i + 1, k.list.count, fors, &len) != NOWHERE) continue;
        const char *p = t->s + k.list.at[i + 1].from;
        bool the = !strcmp(k.list.at[i + 1].fold, "the");
        bool contest = !strcmp(w, "in") && is_contest(r, t, &k, i, m.to);
        if (!at && !contest && !(of && mkcv_is_org(r->arena, t->s, k.list.at[i + 1].from, m.to)) &&
            !((!strcmp(w, "from") || !strcmp(w, "in")) && the))
            continue;
        if (!the && mkcv_is_lower(mkcv_utf8_next(&p)) && strcmp(k.list.at[i + 1].fold, "by") != 0) continue;
        size_t next = i + 1;
        while (next < k.list.count && (!strcmp(k.list.at[next].fold, "the") || !strcmp(k.list.at[next].fold, "by")))
            next++;
        *giver = next < k.list.count ? k.list.at[next].from : m.to;
        return k.list.at[i].from;
    }
    *giver = m.to;
    return m.to;
}

/* "Ich habe den X-Preis erhalten": the end without the verb that closes the sentence. */
size_t mkcv_award_cut_verb(const char *s, size_t from, size_t to)
{
    static const char *const verbs[] = {" erhalten", " bekommen", " gewonnen", " ausgezeichnet", " geehrt"};
    struct mkcv_range cut = mkcv_trim(s, (struct mkcv_range){from, to});
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        size_t n = strlen(verbs[i]);
        if (cut.to - cut.from > n && !memcmp(s + cut.to - n, verbs[i], n)) return cut.to - n;
    }
    return to;
}
