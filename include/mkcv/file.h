/* file.h - reading files and folders, replacing files whole. */
#ifndef MKCV_FILE_H
#define MKCV_FILE_H
#include "mkcv/arena.h"
#include "mkcv/diag.h"

enum mkcv_file_kind { MKCV_FILE_NONE, MKCV_FILE_REGULAR, MKCV_FILE_FOLDER, MKCV_FILE_OTHER };
enum mkcv_file_kind mkcv_file_kind(const char *path);

/* The raw bytes, NUL-terminated. On failure reports FILE_READ or FILE_SIZE (larger than `limit` bytes) and returns
 * MKCV_SYSTEM or MKCV_CONTENT. */
enum mkcv_code mkcv_file_read(struct mkcv_arena *a, const char *path, size_t limit, const char **bytes, size_t *n,
                              struct mkcv_diags *d) __attribute__((warn_unused_result));
/* A text file cleaned by mkcv_utf8_clean. A binary one (NUL bytes among its first 8 KiB) is FILE_BINARY and
 * MKCV_CONTENT; invalid bytes are reported once. */
enum mkcv_code mkcv_file_read_text(struct mkcv_arena *a, const char *path, size_t limit, const char **text,
                                   struct mkcv_diags *d) __attribute__((warn_unused_result));

struct mkcv_names {
    MKCV_VEC(const char *) list;
};
/* The names in a folder, sorted by byte, without "." and ".."; empty when there is no such folder. */
struct mkcv_names mkcv_file_names(struct mkcv_arena *a, const char *folder);

/* Makes the folder where there is none; its parent has to be there. FILE_WRITE, MKCV_SYSTEM. */
enum mkcv_code mkcv_folder_make(const char *path, struct mkcv_diags *d) __attribute__((warn_unused_result));

const char *mkcv_path_join(struct mkcv_arena *a, const char *folder, const char *name);
const char *mkcv_path_base(const char *path); /* after the last slash, borrowed */
/* `path` as the files of the folder `root` name each other, wherever that lies: "about.md" of "site/about.md"; "." for
 * the folder itself, its base name for a file that is the root. Borrowed. */
const char *mkcv_path_within(const char *path, const char *root);
const char *mkcv_path_extension(const char *path); /* with its dot, or "" */

/* Writes `n` bytes. A regular file (or none) is replaced atomically, its mode kept and a link followed: the old one
 * stays until the new one is whole on disk. "-" (standard output), pipes and devices are written in place. Reports
 * FILE_WRITE and returns MKCV_SYSTEM on any error, that of close included. */
enum mkcv_code mkcv_file_write(struct mkcv_arena *a, const char *path, const char *bytes, size_t n,
                               struct mkcv_diags *d) __attribute__((warn_unused_result));
#endif
