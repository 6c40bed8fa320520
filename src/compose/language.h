/* language.h - the words and signs that composing itself adds, one row a language. */
#ifndef MKCV_COMPOSE_LANGUAGE_H
#define MKCV_COMPOSE_LANGUAGE_H

struct mkcv_language {
    const char *tag;                      /* primary subtag */
    const char *open, *close;             /* quotes */
    const char *inner_open, *inner_close; /* quotes inside quotes */
    const char *months[12], *short_months[12];
    const char *year_mark; /* between a year and the month that follows it; NULL: the month stands first */
    const char *present, *and, *et_al, *with;
    const char *more; /* behind a list of authors that is shortened by {n} */
    const char *advisor, *advisors, *host, *mentor, *mentors, *thesis;
    const char *profile, *selected, *by_topic, *further, *document;
    const char *portrait;          /* what the photo shows, as a template of {name} */
    const char *folio;             /* a page's number and how many there are, as a template */
    const char *comma, *semicolon; /* beside ideographs; NULL: as elsewhere */
};

/* The row of a BCP 47 tag, English when there is none. */
const struct mkcv_language *mkcv_language_lookup(const char *tag);
#endif
