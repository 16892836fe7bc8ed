/* content FILE DIR: the owner's canvas as it is now, unsaved edits and all, as a patch file. */

#include "patch_file.h"

#include <string.h>

/* A subpatch saves itself with a name where a patch has the size of its font. */
static t_binbuf *as_patch(t_binbuf *saved, int font)
{
    t_binbuf *patch = binbuf_new();
    int end = 0, n = binbuf_getnatom(saved);
    t_atom *at = binbuf_getvec(saved), atom;
    while (end < n && at[end].a_type != A_SEMI)
        end++;
    if (end > 6 && at[6].a_type == A_SYMBOL)
    {
        binbuf_add(patch, 6, at);
        SETFLOAT(&atom, font);
        binbuf_add(patch, 1, &atom);
        binbuf_add(patch, n - end, at + end);
    }
    else
        binbuf_add(patch, n, at);
    return patch;
}

void content_write(t_patchgen_host *x, t_symbol *s, int argc, t_atom *argv)
{
    char path[PATH_SIZE];
    int trouble;
    t_binbuf *saved, *patch;
    t_canvas *owner = owner_or_error(x);
    (void)s;
    if (!owner)
        return;
    if (!path_of(owner, argc, argv, path, sizeof path))
    {
        answer_error(x, "say: content FILE DIR", "content needs a file");
        return;
    }
    saved = binbuf_new();
    mess1(&owner->gl_obj.te_pd, gensym("saveto"), saved);
    patch = as_patch(saved, owner->gl_font);
    binbuf_free(saved);
    trouble = patch_write(patch, path);
    binbuf_free(patch);
    if (trouble)
        answer_error(x, "name a folder that you may write to", "%.400s is not written: %s", path,
            strerror(trouble));
    else
        answer_symbol(x, "content", gensym(path));
}
