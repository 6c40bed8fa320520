/* talks.h - what talks.c and talks_reference.c share. */
#ifndef MKCV_SECTION_TALKS_H
#define MKCV_SECTION_TALKS_H
#include "mkcv/read.h"

/* The bytes of the title where the text is a reference that its speakers open, the owner among them; `work` gets what
 * the readers of works make of it. False for others. */
bool mkcv_talk_find_reference(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range *title,
                              struct mkcv_entry *work);
/* The work's authors but the owner are those with whom the talk was given. */
void mkcv_talk_add_speakers(struct mkcv_reader *r, struct mkcv_entry *talk, const struct mkcv_entry *work);
#endif
