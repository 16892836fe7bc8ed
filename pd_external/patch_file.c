/* Patch files: where they lie, reading, writing. */

#include "patch_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#ifdef _WIN32
#include <process.h>
#define getpid _getpid
#else
#include <unistd.h>
#endif

#define LARGEST (16L * 1024 * 1024)

void word_of(const t_atom *atom, char *word, size_t size)
{
    int digits = 6;
    if (atom->a_type != A_FLOAT)
    {
        snprintf(word, size, "%s", atom->a_type == A_SYMBOL ? atom->a_w.w_symbol->s_name : "");
        return;
    }
    if (atom->a_w.w_float == (t_float)(long)atom->a_w.w_float)
    {
        snprintf(word, size, "%ld", (long)atom->a_w.w_float);
        return;
    }
    do
        snprintf(word, size, "%.*g", digits, (double)atom->a_w.w_float);
    while (digits++ < 9 && (t_float)strtod(word, 0) != atom->a_w.w_float);
}

static int is_absolute(const char *path)
{
#ifdef _WIN32
    return *path == '/' || *path == '\\' || (*path && path[1] == ':');
#else
    return *path == '/';
#endif
}

int path_of(t_canvas *owner, int argc, const t_atom *argv, char *path, size_t size)
{
    char file[PATH_SIZE], folder[PATH_SIZE] = "";
    const char *home = canvas_getdir(owner)->s_name;
    int length;
    if (argc < 1 || argc > 2)
        return 0;
    word_of(argv, file, sizeof file);
    if (argc == 2)
        word_of(argv + 1, folder, sizeof folder);
    if (!*file)
        return 0;
    if (is_absolute(file))
        length = snprintf(path, size, "%s", file);
    else if (is_absolute(folder))
        length = snprintf(path, size, "%s/%s", folder, file);
    else
        length = snprintf(path, size, "%s/%s%s%s", home, folder, *folder ? "/" : "", file);
    return length > 0 && (size_t)length < size;
}

/* The bytes of a regular file. Nothing else is opened: a pipe would keep Pd waiting. */
static char *bytes_of(const char *path, long *size, const char **why)
{
    struct stat status;
    char *bytes = 0;
    FILE *file = 0;
    *why = "it cannot be read";
    if (stat(path, &status))
        *why = errno == ENOENT ? "there is no such file" : strerror(errno);
    else if ((status.st_mode & S_IFMT) != S_IFREG)
        *why = "it is not a file";
    else if (status.st_size > LARGEST)
        *why = "it is larger than 16 MB";
    else if (!(file = sys_fopen(path, "rb")))
        *why = strerror(errno);
    else if ((bytes = malloc((size_t)status.st_size + 1)))
    {
        *size = (long)fread(bytes, 1, (size_t)status.st_size, file);
        if (ferror(file))
        {
            free(bytes);
            bytes = 0;
        }
    }
    if (file)
        fclose(file);
    return bytes;
}

t_binbuf *patch_read(const char *path, const char **why)
{
    long size = 0;
    t_binbuf *patch;
    char *bytes = bytes_of(path, &size, why);
    if (!bytes)
        return 0;
    *why = memchr(bytes, 0, (size_t)size) ? "it is not a text" : 0;
    patch = binbuf_new();
    if (!*why)
    {
        binbuf_text(patch, bytes, (size_t)size);
        *why = records_trouble(patch);
    }
    free(bytes);
    if (!*why)
        return patch;
    binbuf_free(patch);
    return 0;
}

int patch_write(t_binbuf *patch, const char *path)
{
    char part[PATH_SIZE];
    int length = snprintf(part, sizeof part, "%s.part%d", path, (int)getpid());
    int trouble = 0;
    /* Pd cuts longer paths without a word. */
    if (length < 0 || length >= MAXPDSTRING - 1)
        return ENAMETOOLONG;
    errno = 0;
    if (binbuf_write(patch, part, "", 0))
        trouble = errno ? errno : EIO;
#ifdef _WIN32
    if (!trouble)
        remove(path);
#endif
    if (!trouble && rename(part, path))
        trouble = errno;
    if (trouble)
        remove(part);
    return trouble;
}
