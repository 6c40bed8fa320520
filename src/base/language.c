/* language.c - names and tags of languages; see language.h. */
#include "mkcv/language.h"
#include <string.h>
#include <strings.h>

/* Names that paths and headings give a language, the tag first. */
static const char *const names[][9] = {
    {"en", "english", "eng", "en-us", "en-gb", "英文", "英語", "영어"},
    {"zh", "cn", "chinese", "zhs", "中文", "中文版", "简体中文", "繁體中文", "汉语"},
    {"ja", "jp", "japanese", "jpn", "日本語", "日语", "日本語版"},
    {"ko", "kr", "korean", "kor", "한국어", "국문"},
    {"de", "german", "deutsch", "ger", "deu"},
    {"fr", "french", "francais", "français", "fra", "fre"},
    {"es", "spanish", "espanol", "español", "spa", "castellano"},
    {"pt", "portuguese", "portugues", "português", "por"},
    {"it", "italian", "italiano", "ita"},
    {"nl", "dutch", "nederlands"},
    {"sv", "swedish", "svenska"},
    {"da", "danish", "dansk"},
    {"no", "norwegian", "norsk", "nb", "nn"},
    {"fi", "finnish", "suomi"},
    {"pl", "polish", "polski"},
    {"cs", "czech", "čeština", "cesky"},
    {"sk", "slovak", "slovenčina"},
    {"hu", "hungarian", "magyar"},
    {"ro", "romanian", "română"},
    {"el", "greek", "ελληνικά"},
    {"tr", "turkish", "türkçe"},
    {"ru", "russian", "русский"},
    {"uk", "ukrainian", "українська"},
    {"ca", "catalan", "català"},
    {"eu", "basque", "euskara"},
    {"hr", "croatian", "hrvatski"},
    {"sl", "slovenian", "slovenščina"},
    {"ar", "arabic", "العربية"},
    {"he", "hebrew", "עברית"},
    {"fa", "persian", "farsi", "فارسی"},
    {"vi", "vietnamese"},
    {"id", "indonesian"},
    {"hi", "hindi"},
    {"la", "latin"},
};

const char *mkcv_language_from_name(const char *name, size_t n)
{
    size_t primary = 0;
    while (primary < n && name[primary] != '-' && name[primary] != '_') primary++;
    /* "zh-Hans", "pt_BR": what follows two letters is a script or region of at most four */
    bool subtag = primary == 2 && n > 3 && n <= 11;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        for (size_t k = 0; k < sizeof *names / sizeof **names && names[i][k]; k++) {
            size_t length = strlen(names[i][k]);
            if (length == n && !strncasecmp(names[i][k], name, n)) return names[i][0];
            if (subtag && length == 2 && !strncasecmp(names[i][k], name, 2)) return names[i][0];
        }
    return NULL;
}

/* Names that babel and biblatex have beside those above. */
static const char *const babel[][8] = {
    {"en", "american", "british", "canadian", "australian", "usenglish", "ukenglish"},
    {"de", "ngerman", "austrian", "naustrian", "swissgerman", "nswissgerman"},
    {"fr", "frenchb", "acadian"},
    {"pt", "brazilian", "brazil", "portuges"},
    {"no", "norsk", "nynorsk", "bokmal"},
    {"ru", "russian"},
    {"el", "polutonikogreek"},
};

static const char *from_babel(const char *name)
{
    for (size_t i = 0; i < sizeof babel / sizeof *babel; i++)
        for (size_t k = 1; k < sizeof *babel / sizeof **babel && babel[i][k]; k++)
            if (!strcasecmp(babel[i][k], name)) return babel[i][0];
    return NULL;
}

const char *mkcv_language_tag(struct mkcv_arena *a, const char *said)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    size_t n = said ? strspn(said, letters) : 0;
    bool subtag = n > 3 && (said[2] == '-' || said[2] == '_');
    const char *tag = n ? mkcv_language_from_name(said, n) : NULL;
    if (!tag && said) tag = mkcv_language_from_name(said, strlen(said));
    if (!tag) return said ? from_babel(said) : NULL;
    if (!subtag) return tag;
    char *whole = (char *)mkcv_arena_printf(a, "%s-%.*s", tag, (int)(n - 3), said + 3);
    for (char *p = whole; *p; p++) *p = *p == '_' ? '-' : *p;
    return whole;
}

const char *mkcv_language_of_meta(struct mkcv_arena *a, const struct mkcv_node *meta)
{
    static const char *const keys[] = {"lang", "language", "locale"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *tag = mkcv_language_tag(a, mkcv_node_string(meta, keys[i]));
        if (tag) return tag;
    }
    return NULL;
}

static bool is_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

bool mkcv_language_is_same(const char *one, const char *other)
{
    while (is_letter(*one) && (*one | 32) == (*other | 32)) one++, other++;
    return !is_letter(*one) && !is_letter(*other);
}

bool mkcv_language_is_rtl(const char *lang)
{
    static const char languages[][4] = {"ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"};
    size_t n = lang ? strcspn(lang, "-_") : 0;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (strlen(languages[i]) == n && !strncasecmp(languages[i], lang, n)) return true;
    return false;
}
