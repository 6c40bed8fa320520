/* steps.h - the parts of a run that are of the command line: options over settings, and where the output goes. */
#ifndef MKCV_STEPS_H
#define MKCV_STEPS_H
#include "mkcv/buf.h"
#include "mkcv/run.h"
#include "mkcv/settings.h"

/* Reports a bad value of an option: MKCV_USAGE. */
enum mkcv_code mkcv_option_report(struct mkcv_arena *a, struct mkcv_diags *d, const char *option, const char *value);
/* What the command line says beside mkcv.yaml and --set. */
enum mkcv_code mkcv_options_apply(struct mkcv_arena *a, const struct mkcv_options *o, struct mkcv_settings *s,
                                  struct mkcv_diags *d) __attribute__((warn_unused_result));
/* Writes the output where it belongs; nothing with --strict when something was to be said. */
enum mkcv_code mkcv_output_write(struct mkcv_arena *a, const struct mkcv_options *o, const struct mkcv_buf *out,
                                 struct mkcv_diags *d) __attribute__((warn_unused_result));
#endif
