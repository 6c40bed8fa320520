/* progress.c - how far long work is, for a person at a terminal: one line that is written over, on standard error. */
#include "steps.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BAR = 30, WHAT_SHOWN = 36 };

static bool is_shown(void)
{
    const char *terminal = getenv("TERM");
    return isatty(STDERR_FILENO) && terminal && strcmp(terminal, "dumb") != 0;
}

void mkcv_progress(size_t done, size_t all, const char *what)
{
    char bar[BAR + 1];
    if (!is_shown() || !all) return;
    size_t filled = done * BAR / all;
    memset(bar, '.', BAR);
    memset(bar, '#', filled > BAR ? BAR : filled);
    bar[BAR] = 0;
    fprintf(stderr, "\r[%s] %zu/%zu %.*s\x1b[K", bar, done, all, WHAT_SHOWN, what);
}

void mkcv_progress_end(void)
{
    if (is_shown()) fputs("\r\x1b[K", stderr);
}
