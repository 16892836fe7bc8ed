/* Which program is started: its path and its arguments. */

#ifndef PATCHGEN_PROGRAM_H
#define PATCHGEN_PROGRAM_H

#include "patchgen_host.h"

#define WORDS 64

typedef struct _program
{
    char *p_words[WORDS + 1]; /* the path first; null at the end */
    int p_count;
} t_program;

/* From the message, or where that is empty from the file `daemon` beside the class, else
   `patchgen serve`. Returns null, or what is wrong. */
const char *program_find(t_program *program, int argc, const t_atom *argv);
void program_free(t_program *program);

/* launch.c: starts it as a process of the user's own. Returns the end of a pipe on which its number
   comes, then errno if it cannot be run, then the end; -1 and errno where nothing was started. */
int launch(char **words, long *child);

#endif
