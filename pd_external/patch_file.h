/* Patch files: where they lie, reading, writing. */

#ifndef PATCHGEN_PATCH_FILE_H
#define PATCHGEN_PATCH_FILE_H

#include "patchgen_host.h"

#define PATH_SIZE 2048

/* An atom as a word: numbers in their shortest spelling. */
void word_of(const t_atom *atom, char *word, size_t size);

/* FILE or FILE DIR as one path; what is relative is taken from the owner's folder. */
int path_of(t_canvas *owner, int argc, const t_atom *argv, char *path, size_t size);

/* The atoms of a patch, or null and the reason in `why`. */
t_binbuf *patch_read(const char *path, const char **why);

/* Writes the whole file or leaves what was there; 0 or errno. */
int patch_write(t_binbuf *patch, const char *path);

/* record.c: null for a patch with whole, known records, else what is wrong. */
const char *records_trouble(t_binbuf *patch);

#endif
