/* dress.h - how a span is set: the style's looks laid over one another. */
#ifndef MKCV_DRESS_H
#define MKCV_DRESS_H
#include "galley.h"

struct mkcv_dress {
    uint32_t key;
    struct mkcv_face_want want;
    int32_t size;
    int32_t raise;         /* of the baseline, upwards */
    int32_t space, hyphen; /* widths */
    uint32_t color;
    bool underline;
};

/* The dress of a span (NULL: of no span) in text of a role; equal spans share one. */
const struct mkcv_dress *mkcv_dress_lookup(struct mkcv_galley *g, enum mkcv_role base, const struct mkcv_span *span);
/* Distance of baselines in text of a role. */
int32_t mkcv_dress_leading(const struct mkcv_style *style, enum mkcv_role base);
int32_t mkcv_dress_size(const struct mkcv_style *style, enum mkcv_role base);
/* Thousandths of an em to a length, rounded. */
int32_t mkcv_length_from_em(int64_t em, int32_t size);
#endif
