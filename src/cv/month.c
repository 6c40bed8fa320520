/* month.c - the names of months and terms, in six languages, and the words of a date; see date.h. */
#include "date.h"
#include "mkcv/utf8.h"
#include <string.h>

/* Month names of English, German, French, Spanish, Portuguese, Italian, folded; short forms are also read as
 * prefixes of three letters and more where that is unambiguous. 13: a season or term, which has no month. */
static const struct {
    const char *name;
    int month;
} names[] = {
    {"january", 1},
    {"jan", 1},
    {"januar", 1},
    {"janvier", 1},
    {"janv", 1},
    {"enero", 1},
    {"ene", 1},
    {"janeiro", 1},
    {"gennaio", 1},
    {"genn", 1},
    {"gen", 1},
    {"jaen", 1},
    {"february", 2},
    {"feb", 2},
    {"februar", 2},
    {"fevrier", 2},
    {"fevr", 2},
    {"febrero", 2},
    {"fevereiro", 2},
    {"fev", 2},
    {"febbraio", 2},
    {"march", 3},
    {"mar", 3},
    {"marz", 3},
    {"maerz", 3},
    {"mars", 3},
    {"marzo", 3},
    {"marco", 3},
    {"april", 4},
    {"apr", 4},
    {"avril", 4},
    {"avr", 4},
    {"abril", 4},
    {"abr", 4},
    {"aprile", 4},
    {"may", 5},
    {"mai", 5},
    {"mayo", 5},
    {"maio", 5},
    {"maggio", 5},
    {"magg", 5},
    {"mag", 5},
    {"june", 6},
    {"jun", 6},
    {"juni", 6},
    {"juin", 6},
    {"junio", 6},
    {"junho", 6},
    {"giugno", 6},
    {"giu", 6},
    {"july", 7},
    {"jul", 7},
    {"juli", 7},
    {"juillet", 7},
    {"juil", 7},
    {"julio", 7},
    {"julho", 7},
    {"luglio", 7},
    {"lug", 7},
    {"august", 8},
    {"aug", 8},
    {"aout", 8},
    {"agosto", 8},
    {"ago", 8},
    {"september", 9},
    {"sep", 9},
    {"sept", 9},
    {"septembre", 9},
    {"septiembre", 9},
    {"setembro", 9},
    {"set", 9},
    {"settembre", 9},
    {"october", 10},
    {"oct", 10},
    {"oktober", 10},
    {"okt", 10},
    {"octobre", 10},
    {"octubre", 10},
    {"outubro", 10},
    {"out", 10},
    {"ottobre", 10},
    {"ott", 10},
    {"november", 11},
    {"nov", 11},
    {"novembre", 11},
    {"noviembre", 11},
    {"novembro", 11},
    {"december", 12},
    {"dec", 12},
    {"dezember", 12},
    {"dez", 12},
    {"decembre", 12},
    {"diciembre", 12},
    {"dic", 12},
    {"dezembro", 12},
    {"dicembre", 12},
    {"spring", 13},
    {"summer", 13},
    {"fall", 13},
    {"autumn", 13},
    {"winter", 13},
    {"fruhjahr", 13},
    {"fruhling", 13},
    {"sommer", 13},
    {"herbst", 13},
    {"sose", 13},
    {"wise", 13},
    {"sommersemester", 13},
    {"wintersemester", 13},
    {"printemps", 13},
    {"ete", 13},
    {"automne", 13},
    {"hiver", 13},
    {"primavera", 13},
    {"verano", 13},
    {"otono", 13},
    {"invierno", 13},
};

size_t mkcv_date_word(const char *s, size_t at, size_t to, char word[static MKCV_DATE_WORD])
{
    size_t n = 0;
    while (at < to) {
        const char *p = s + at;
        uint32_t c = mkcv_utf8_next(&p);
        if (!mkcv_is_letter(c)) break;
        c = mkcv_lower(c);
        static const struct {
            uint32_t from;
            char to;
        } plain[] = {{0xe4, 'a'}, {0xe7, 'c'}, {0xe9, 'e'}, {0xfb, 'u'}, {0xfc, 'u'},
                     {0xf1, 'n'}, {0xf4, 'o'}, {0xe8, 'e'}, {0xe0, 'a'}, {0xe3, 'a'}};
        for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
            if (plain[i].from == c) c = (uint32_t)plain[i].to;
        if (c > 0x7f || n + 1 >= MKCV_DATE_WORD) {
            word[0] = 0;
            return at;
        }
        word[n++] = (char)c;
        at = (size_t)(p - s);
    }
    word[n] = 0;
    return at;
}

size_t mkcv_date_month(const char *s, size_t at, size_t to, int *month)
{
    char word[MKCV_DATE_WORD];
    size_t end = mkcv_date_word(s, at, to, word);
    for (size_t i = 0; word[0] && i < sizeof names / sizeof *names; i++)
        if (*names[i].name == *word && !strcmp(names[i].name, word)) {
            *month = names[i].month;
            return end < to && s[end] == '.' ? end + 1 : end;
        }
    return at;
}
