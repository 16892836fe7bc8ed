/* Whether a file holds whole records of a patch and nothing else.

   A patch file is a script: a record such as `pd quit;` is carried out while it loads, and some
   short records make the engines crash. The daemon examines more; this keeps out what would leave
   the owner half changed. */

#include "patch_file.h"

#include <string.h>

#define LARGEST_ARRAY 16777216

typedef struct _kind
{
    const char *k_name;
    int k_arguments; /* at least */
} t_kind;

static const t_kind kinds[] = {
    {"array", 3}, {"connect", 4}, {"coords", 6}, {"declare", 0}, {"dropdown", 2},
    {"f", 1}, {"floatatom", 2}, {"listbox", 2}, {"msg", 2}, {"obj", 2},
    {"restore", 2}, {"scalar", 1}, {"symbolatom", 2}, {"text", 2},
};

static int is_symbol(const t_atom *atom, const char *name)
{
    return atom->a_type == A_SYMBOL && !strcmp(atom->a_w.w_symbol->s_name, name);
}

/* A comma may only bring the width: `, f 40`. */
static const char *comma_trouble(int n, const t_atom *at)
{
    int i;
    for (i = 0; i < n; i++)
        if (at[i].a_type == A_COMMA && (i + 2 >= n || !is_symbol(at + i + 1, "f")))
            return "it has a message behind a comma";
    return 0;
}

static const char *box_trouble(int n, const t_atom *at)
{
    size_t i;
    if (n > 3 && is_symbol(at + 1, "array") &&
        !(atom_getfloat(at + 3) <= LARGEST_ARRAY))
        return "it has an array that is too large";
    for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (n > 1 && is_symbol(at + 1, kinds[i].k_name))
            return n - 2 < kinds[i].k_arguments ? "it has a record that is too short"
                                                : comma_trouble(n, at);
    return "it has a record of an unknown kind";
}

static const char *record_trouble(int n, const t_atom *at, int *depth)
{
    if (is_symbol(at, "#N") && n > 5 && is_symbol(at + 1, "canvas"))
    {
        ++*depth;
        return 0;
    }
    if (is_symbol(at, "#N") && n > 1 && is_symbol(at + 1, "struct"))
        return 0;
    if (*depth < 1)
        return "it does not begin as a patch";
    if (is_symbol(at, "#A"))
        return 0;
    if (!is_symbol(at, "#X"))
        return "it has a record that is none of a patch";
    if (n > 1 && is_symbol(at + 1, "restore") && --*depth < 1)
        return "it closes more subpatches than it opens";
    return box_trouble(n, at);
}

const char *records_trouble(t_binbuf *patch)
{
    int i, first = 0, depth = 0, n = binbuf_getnatom(patch);
    t_atom *at = binbuf_getvec(patch);
    const char *trouble = 0;
    for (i = 0; i < n && !trouble; i++)
        if (at[i].a_type == A_SEMI)
        {
            if (i > first)
                trouble = record_trouble(i - first, at + first, &depth);
            first = i + 1;
        }
    if (trouble)
        return trouble;
    if (!depth)
        return "it is not a patch";
    if (first < n)
        return "its last record is cut off";
    return depth == 1 ? 0 : "it opens more subpatches than it closes";
}
