/* Which boxes of the owner were made by `sub`: nothing else is ever removed. */

#include "patch_file.h"

#include <string.h>

static int holds(t_canvas *owner, t_gobj *wanted)
{
    t_gobj *gobj;
    for (gobj = owner->gl_list; gobj; gobj = gobj->g_next)
        if (gobj == wanted)
            return 1;
    return 0;
}

/* Still the box that we made: not deleted, not renamed, not another one at its address. */
static int is_ours(t_canvas *owner, t_made *made)
{
    t_object *box = holds(owner, made->m_gobj) ? pd_checkobject(&made->m_gobj->g_pd) : 0;
    t_binbuf *text = box ? box->te_binbuf : 0;
    char word[PATH_SIZE];
    if (!text || pd_class(&box->te_pd) != pd_class(&owner->gl_obj.te_pd) ||
        binbuf_getnatom(text) != 2 || atom_getsymbol(binbuf_getvec(text)) != gensym("pd"))
        return 0;
    word_of(binbuf_getvec(text) + 1, word, sizeof word);
    return !strcmp(word, made->m_name->s_name);
}

static void forget(t_made **link)
{
    t_made *made = *link;
    *link = made->m_next;
    freebytes(made, sizeof *made);
}

void made_note(t_patchgen_host *x, t_canvas *owner, t_symbol *name, t_gobj *gobj)
{
    t_made *made = getbytes(sizeof *made), **link = &x->x_made;
    while (*link)
        if (is_ours(owner, *link))
            link = &(*link)->m_next;
        else
            forget(link);
    made->m_name = name;
    made->m_gobj = gobj;
    made->m_next = x->x_made;
    x->x_made = made;
}

void made_forget(t_patchgen_host *x)
{
    while (x->x_made)
        forget(&x->x_made);
}

/* The newest box of that name, which is then no longer noted; null where there is none. */
t_gobj *made_take(t_patchgen_host *x, t_canvas *owner, t_symbol *name)
{
    t_made **link = &x->x_made;
    t_gobj *gobj = 0;
    while (*link && ((*link)->m_name != name || !is_ours(owner, *link)))
        link = &(*link)->m_next;
    if (*link)
    {
        gobj = (*link)->m_gobj;
        forget(link);
    }
    return gobj;
}
