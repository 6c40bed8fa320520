/* words.c - whether a text holds all the words that are asked for; see words.h. */
#include "words.h"
#include "mkcv/utf8.h"
#include <string.h>

const char *const *mkcv_words_fold(struct mkcv_arena *a, const char *const *words)
{
    size_t n = 0;
    while (words && words[n]) n++;
    const char **folded = MKCV_NEW_ARRAY(a, const char *, n + 1), **to = folded;
    for (size_t i = 0; i < n; i++) {
        const char *fold = mkcv_utf8_fold(a, words[i]);
        if (*fold) *to++ = fold;
    }
    return folded;
}

bool mkcv_words_in(struct mkcv_arena *a, const char *s, const char *const *folded)
{
    if (!s) return false;
    const char *text = *folded ? mkcv_utf8_fold(a, s) : "";
    for (; *folded; folded++)
        if (!strstr(text, *folded)) return false;
    return true;
}
