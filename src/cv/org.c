/* org.c - organisations and degrees, known by their words; see read.h. */
#include "mkcv/read.h"
#include "mkcv/utf8.h"
#include "words.h"
#include <string.h>

#define ORG_BYTES 400 /* of a text are looked into */

static const char *const org_words[] = {"university",    "universities",
                                        "universitat",   "universitaet",
                                        "universite",    "universidad",
                                        "universidade",  "universita",
                                        "universiteit",  "universitet",
                                        "uni",           "univ",
                                        "institute",     "institut",
                                        "inst",          "instituto",
                                        "istituto",      "institution",
                                        "institutes",    "laboratory",
                                        "laboratories",  "laboratoire",
                                        "laboratorio",   "lab",
                                        "labs",          "college",
                                        "school",        "department",
                                        "dept",          "departement",
                                        "departamento",  "dipartimento",
                                        "faculty",       "fakultat",
                                        "academy",       "academia",
                                        "center",        "centre",
                                        "zentrum",       "centro",
                                        "hospital",      "clinic",
                                        "company",       "corporation",
                                        "corp",          "inc",
                                        "ltd",           "llc",
                                        "gmbh",          "technologies",
                                        "foundation",    "council",
                                        "society",       "association",
                                        "agency",        "ministry",
                                        "ecole",         "polytechnic",
                                        "polytechnique", "politecnico",
                                        "hochschule",    "fachhochschule",
                                        "observatory",   "museum",
                                        "bank",          "group",
                                        "thrust",        "eth",
                                        "epfl",          "mit",
                                        "ucla",          "cnrs",
                                        "inria",         "csiro",
                                        "nasa",          "research",
                                        "sciences",      "programme",
                                        "program",       "lycee",
                                        "facultad",      "faculdade",
                                        "facolta",       "faculte",
                                        "lehrstuhl",     "gymnasium",
                                        "klinik",        "klinikum",
                                        "akademie",      "academie",
                                        "accademia",     "musee",
                                        "museo",         NULL};
static const char *const org_marks[] = {"大学",   "大學",   "学院", "學院",   "研究所", "研究院", "实验室",
                                        "実験室", "研究室", "公司", "医院",   "病院",   "高校",   "中学",
                                        "科学院", "会社",   "学校", "대학교", "대학원", "연구소", NULL};

/* A word's end, and its letters and digits in lower case; "" for one too long or not of ASCII. */
static size_t read_word(const char *s, size_t at, size_t to, char word[static 24])
{
    size_t n = 0;
    bool plain = true;
    for (; at < to && s[at] != ' ' && !strchr(",;:()[]/|\"\n", s[at]); at++) {
        unsigned char c = (unsigned char)s[at];
        plain = plain && c < 0x80 && n < 23;
        if (plain && (mkcv_is_letter(c) || mkcv_is_digit(c))) word[n++] = (char)mkcv_lower(c);
    }
    word[plain ? n : 0] = 0;
    return at;
}

static bool is_org_word(struct mkcv_arena *a, const char *s, size_t from, size_t to)
{
    for (const char *const *m = org_marks; *m; m++)
        if (memmem(s + from, to - from, *m, strlen(*m))) return true;
    struct mkcv_tokens t = mkcv_tokens_new(a, s, from, to);
    for (size_t i = 0; i < t.list.count; i++)
        if (mkcv_word_in(t.list.at[i].fold, org_words)) return true;
    return false;
}

bool mkcv_is_org(struct mkcv_arena *a, const char *s, size_t from, size_t to)
{
    if (to > from + ORG_BYTES) to = from + ORG_BYTES;
    for (size_t at = from, end; at < to; at = end + (end == at)) {
        char word[24];
        end = read_word(s, at, to, word);
        if (end == at) continue;
        if (*word ? mkcv_word_in(word, org_words) : is_org_word(a, s, at, end)) return true;
    }
    return false;
}

/* Degrees as folded phrases. Those of `capitals` are words of other meanings too, and count in capitals alone. */
static const char *const degrees[] = {"phd",
                                      "dphil",
                                      "doctor of philosophy",
                                      "doctor",
                                      "doctors",
                                      "doctorate",
                                      "doctoral",
                                      "dsc",
                                      "scd",
                                      "edd",
                                      "mdphd",
                                      "doctorat",
                                      "doctora",
                                      "doctorado",
                                      "doutorado",
                                      "doutor",
                                      "dottorato",
                                      "promotion",
                                      "promotionsstudium",
                                      "doktoratsstudium",
                                      "masterstudium",
                                      "bachelorstudium",
                                      "diplomstudium",
                                      "magisterstudium",
                                      "habilitation",
                                      "msc",
                                      "msci",
                                      "meng",
                                      "mphil",
                                      "mtech",
                                      "mres",
                                      "mba",
                                      "mmath",
                                      "mcs",
                                      "mfa",
                                      "llm",
                                      "master",
                                      "masters",
                                      "mestrado",
                                      "mestre",
                                      "maestria",
                                      "magister",
                                      "mastere",
                                      "bsc",
                                      "beng",
                                      "btech",
                                      "bachelor",
                                      "bachelors",
                                      "bachelier",
                                      "licence",
                                      "licenciatura",
                                      "licenciado",
                                      "licenciada",
                                      "graduacao",
                                      "bacharelado",
                                      "laurea",
                                      "grado",
                                      "engineers degree",
                                      "engineering degree",
                                      "engineering diploma",
                                      "specialist degree",
                                      "licentiate",
                                      "diplom",
                                      "diplome",
                                      "diploma",
                                      "diplominformatiker",
                                      "diplomingenieur",
                                      "dipling",
                                      "staatsexamen",
                                      "vordiplom",
                                      "undergraduate",
                                      "joint phd",
                                      "bachelor and master",
                                      "high school diploma",
                                      "dottorato di ricerca",
                                      "laurea magistrale",
                                      "laurea triennale",
                                      "laurea specialistica",
                                      "diplome dingenieur",
                                      "licence professionnelle",
                                      "master recherche",
                                      "abitur",
                                      "matura",
                                      "baccalaureat",
                                      "bachillerato",
                                      "maturita",
                                      NULL};
static const char *const capitals[] = {"ms",   "bs",   "ba",  "ma",    "be",  "me",   "md",  "sm",  "sb",  "ab",  "bm",
                                       "btec", "scb",  "dr",  "bmath", "bba", "jd",   "dea", "mpa", "mph", "msw", "mpp",
                                       "llb",  "dba",  "dvm", "dds",   "bfa", "mlis", "mha", "mhs", "mca", "bca", "bcs",
                                       "dmd",  "mbbs", "msn", "bsn",   "dnp", "jsd",  "sjd", NULL};
/* Spelt so, points aside: in other letters they are words. */
static const char *const spelt[] = {"MEd",    "BEd",    "EdM",  "MArch", "BArch", "MDiv",   "ThM",   "ThD",
                                    "PharmD", "MPharm", "PsyD", "DrPH",  "MChem", "MPhys",  "MBChB", "BVSc",
                                    "MASc",   "BASc",   "BCom", "MCom",  "MDes",  "BDes",   "MMus",  "BMus",
                                    "MLitt",  "MSt",    "ScM",  "ScB",   "BPhil", "MSocSc", "DVSc",  "DMus",
                                    "SJD",    "BSocSc", "DEng", "DBA",   NULL};
static const char *const han_degrees[] = {"博士后", "博士後", "博士研究生", "硕士研究生", "博士",
                                          "硕士",   "碩士",   "修士",       "学士",       "學士",
                                          "本科",   "박사",   "석사",       "학사",       NULL};
static const char *const of_degrees[] = {"master",    "bachelor", "doctor", "masters",
                                         "bachelors", "diploma",  "laurea", NULL};

static bool is_capitals(const char *s, const struct mkcv_token *t)
{
    size_t upper = 0, lower = 0;
    for (size_t i = t->from; i < t->to; i++) {
        upper += s[i] >= 'A' && s[i] <= 'Z';
        lower += s[i] >= 'a' && s[i] <= 'z';
    }
    return upper >= 2 && !lower;
}

static bool is_spelt(const char *s, const struct mkcv_token *t)
{
    enum { LONGEST = 8 };
    char word[LONGEST + 1];
    size_t n = 0;
    for (size_t i = t->from; i < t->to && n < LONGEST; i++)
        if (s[i] != '.') word[n++] = s[i];
    word[n] = 0;
    return mkcv_word_in(word, spelt);
}

/* What a German doctorate is of: "Dr. rer. nat.", "Dr.-Ing.". */
static const char *const branches[] = {"rer", "nat", "pol", "phil", "ing", "oec",   "med", "jur",   "iur",
                                       "agr", "sc",  "soc", "dent", "vet", "theol", "h",   "habil", NULL};

/* Tokens of "Dr. rer. nat." at `i`; 0 none. Before a name it is a title, and no degree is told. */
static size_t doctor_at(const char *s, const struct mkcv_tokens *t, size_t i)
{
    size_t n = 1, last = 0;
    if (strcmp(t->list.at[i].fold, "dring") != 0 && strcmp(t->list.at[i].fold, "dr") != 0) return 0;
    if (i && !strncmp(t->list.at[i - 1].fold, "prof", 4)) return 0;
    if (!strcmp(t->list.at[i].fold, "dring")) last = 1;
    for (; i + n < t->list.count; n++) {
        if (mkcv_word_in(t->list.at[i + n].fold, branches))
            last = n + 1;
        else if (!strchr(".-", t->list.at[i + n].fold[0]))
            break;
    }
    const char *p = i + n < t->list.count ? s + t->list.at[i + n].from : "";
    return last && mkcv_is_upper(mkcv_utf8_next(&p)) ? 0 : last;
}

/* Tokens of the degree at `i`; 0 none. */
static size_t degree_at(const char *s, const struct mkcv_tokens *t, size_t i)
{
    size_t n = doctor_at(s, t, i);
    for (const char *const *d = degrees; *d; d++) {
        size_t k = mkcv_phrase_at(t, i, *d);
        if (k > n) n = k;
    }
    const struct mkcv_token *w = &t->list.at[i];
    if (!n && w->word && mkcv_word_in(w->fold, capitals) && is_capitals(s, w)) n = 1;
    if (!n && w->word && is_spelt(s, w)) n = 1;
    return n;
}

/* "of Science", "of Applied Science": tokens after the degree's first word. */
static size_t count_of(const char *s, const struct mkcv_tokens *t, size_t i)
{
    if (i >= t->list.count || strcmp(t->list.at[i].fold, "of") != 0) return 0;
    size_t n = 1;
    while (i + n < t->list.count && n < 5) {
        const struct mkcv_token *w = &t->list.at[i + n];
        const char *p = s + w->from;
        bool joint = (!strcmp(w->fold, "and") || !strcmp(w->fold, "&")) && n > 1;
        if (!joint && (!w->word || !mkcv_is_upper(mkcv_utf8_next(&p)))) break;
        if (joint && (i + n + 1 >= t->list.count || !mkcv_is_upper((unsigned char)s[t->list.at[i + n + 1].from]) ||
                      degree_at(s, t, i + n + 1)))
            break;
        n++;
    }
    return n > 1 ? n : 0;
}

static bool find_han(const char *s, const struct mkcv_token *w, struct mkcv_range *degree)
{
    for (const char *const *d = han_degrees; *d; d++) {
        const char *at = memmem(s + w->from, w->to - w->from, *d, strlen(*d));
        if (!at) continue;
        *degree = (struct mkcv_range){(size_t)(at - s), (size_t)(at - s) + strlen(*d)};
        return true;
    }
    return false;
}

/* "(Dr. rer. nat.)" at `i`: its tokens; 0 for others. */
static size_t count_doctor(const struct mkcv_tokens *t, size_t i)
{
    if (!mkcv_phrase_at(t, i, "( dr") && !mkcv_phrase_at(t, i, "( dring")) return 0;
    for (size_t n = 2; i + n < t->list.count && n < 12; n++)
        if (!strcmp(t->list.at[i + n].fold, ")")) return n + 1;
    return 0;
}

/* Tokens behind the degree that ends before `i` that are of its name: "Master 2", "Promotion zum Dr. rer. pol.",
 * "B.Eng. (Hons)". */
static size_t count_behind(const struct mkcv_tokens *t, size_t i)
{
    static const char *const asides[] = {"( hons )", "( honours )", "( hons. )", "( research )", "( teaching )"};
    const char *degree = i ? t->list.at[i - 1].fold : "";
    size_t n = 0;
    if (!strcmp(degree, "master") && i < t->list.count &&
        (!strcmp(t->list.at[i].fold, "1") || !strcmp(t->list.at[i].fold, "2")))
        n++;
    for (size_t k = 0; k < sizeof asides / sizeof *asides; k++)
        if (mkcv_phrase_at(t, i + n, asides[k])) return n + 3;
    if (!strcmp(degree, "promotion") && count_doctor(t, i)) return count_doctor(t, i);
    if (!strcmp(degree, "promotion") && (mkcv_phrase_at(t, i, "zum dr") || mkcv_phrase_at(t, i, "zur dr"))) n = 2;
    while (n >= 2 && i + n < t->list.count && mkcv_word_in(t->list.at[i + n].fold, branches)) n++;
    return n;
}

bool mkcv_degree_find(struct mkcv_arena *a, const char *s, size_t from, size_t to, struct mkcv_range *degree)
{
    struct mkcv_tokens t = mkcv_tokens_new(a, s, from, to);
    for (size_t i = 0; i < t.list.count; i++) {
        if ((unsigned char)s[t.list.at[i].from] >= 0x80 && find_han(s, &t.list.at[i], degree)) return true;
        size_t n = degree_at(s, &t, i);
        if (!n) continue;
        if (mkcv_word_in(t.list.at[i + n - 1].fold, of_degrees)) n += count_of(s, &t, i + n);
        size_t last = i + n - 1 + count_behind(&t, i + n);
        *degree = (struct mkcv_range){t.list.at[i].from, t.list.at[last].to};
        return true;
    }
    return false;
}
