/* dates.h - dates as a CV prints them. */
#ifndef MKCV_COMPOSE_DATES_H
#define MKCV_COMPOSE_DATES_H
#include "mkcv/cv.h"
#include "mkcv/style.h"

/* "2024", "May 2024", "2019–2021", "2023–present", "2019, 2021–2023": when the entry was; NULL when nothing is known.
 */
const char *mkcv_dates_of_entry(struct mkcv_arena *a, const struct mkcv_entry *e, const struct mkcv_style *style,
                                const char *lang);
/* One date; NULL for none. */
const char *mkcv_dates_of_date(struct mkcv_arena *a, struct mkcv_date d, enum mkcv_date_format format,
                               const char *lang);
/* The latest date of the entry, for sorting. */
struct mkcv_date mkcv_dates_latest(const struct mkcv_entry *e);
#endif
