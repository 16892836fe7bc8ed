/* Which program is started: its path and its arguments. Options alone are for the noted one. */

#include "program.h"

#ifndef _WIN32

#include "patch_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOTE "daemon"

static int is_program(const char *path)
{
    struct stat status;
    return !stat(path, &status) && S_ISREG(status.st_mode) && !access(path, X_OK);
}

static const char *add(t_program *program, const char *word, size_t size)
{
    char *copy;
    if (program->p_count == WORDS)
        return "too many arguments";
    if (!(copy = calloc(size + 1, 1)))
        return "no memory";
    memcpy(copy, word, size);
    program->p_words[program->p_count++] = copy;
    return 0;
}

/* One argument a line, as `patchgen install-pd` writes it beside the class. */
static const char *read_note(t_program *program, FILE *note)
{
    char line[PATH_SIZE];
    const char *trouble = 0;
    while (!trouble && fgets(line, sizeof line, note))
    {
        size_t size = strcspn(line, "\r\n");
        if (!line[size] && !feof(note))
            trouble = "a line is too long";
        else if (size || program->p_count)
            trouble = add(program, line, size);
    }
    return trouble || program->p_count ? trouble : "it is empty";
}

static const char *find_noted(t_program *program)
{
    char path[PATH_SIZE];
    const char *binary = engine_binary(), *slash = binary ? strrchr(binary, '/') : 0, *trouble;
    FILE *note = 0;
    if (slash && snprintf(path, sizeof path, "%.*s/" NOTE, (int)(slash - binary), binary) <
        (int)sizeof path)
        note = fopen(path, "r");
    if (note)
    {
        trouble = read_note(program, note);
        fclose(note);
        return trouble;
    }
    trouble = add(program, "patchgen", strlen("patchgen"));
    return trouble ? trouble : add(program, "serve", strlen("serve"));
}

/* The shell's rule, without the shell. */
static const char *find_in_path(t_program *program)
{
    char path[PATH_SIZE];
    const char *name = program->p_words[0], *folder = getenv("PATH");
    while (folder && *folder)
    {
        size_t size = strcspn(folder, ":");
        if (*folder == '/' && snprintf(path, sizeof path, "%.*s/%s", (int)size, folder, name) <
            (int)sizeof path && is_program(path))
        {
            free(program->p_words[0]);
            program->p_words[0] = strdup(path);
            return program->p_words[0] ? 0 : "no memory";
        }
        folder += size + (folder[size] == ':');
    }
    return "no such program in PATH";
}

const char *program_find(t_program *program, int argc, const t_atom *argv)
{
    const char *trouble = 0;
    char word[PATH_SIZE];
    int i;
    memset(program, 0, sizeof *program);
    if (!argc || *atom_getsymbol((t_atom *)argv)->s_name == '-')
        trouble = find_noted(program);
    for (i = 0; i < argc && !trouble; i++)
    {
        word_of(argv + i, word, sizeof word);
        trouble = add(program, word, strlen(word));
    }
    if (trouble)
        return trouble;
    if (*program->p_words[0] == '/')
        return is_program(program->p_words[0]) ? 0 : "no such program";
    if (!*program->p_words[0] || strchr(program->p_words[0], '/'))
        return "its path is not absolute";
    return find_in_path(program);
}

void program_free(t_program *program)
{
    while (program->p_count)
        free(program->p_words[--program->p_count]);
}

#endif
