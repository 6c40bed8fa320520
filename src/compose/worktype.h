/* worktype.h - the kinds of works: journal articles, conference papers, books. */
#ifndef MKCV_COMPOSE_WORKTYPE_H
#define MKCV_COMPOSE_WORKTYPE_H
#include "mkcv/cv.h"

enum { MKCV_WORK_TYPES = 10 };

/* The number of the work's type, in the order of CVs; the last is that of all others. */
size_t mkcv_work_type(const struct mkcv_entry *e);
/* The letter that numbers of the type begin with: J of journal articles, C of conference papers. */
char mkcv_work_letter(size_t type);
/* What works of the type are called together, in a language (BCP 47) or English. */
const char *mkcv_work_title(size_t type, const char *lang);
#endif
