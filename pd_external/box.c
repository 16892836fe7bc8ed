/* Which box speaks here, and the canvas it stands in: the owner. */

#include "patchgen_host.h"

/* The abstraction around us, or the patch where there is none. */
static t_canvas *root_of(t_patchgen_host *x)
{
    return canvas_getrootfor(x->x_canvas);
}

t_object *box_of(t_patchgen_host *x)
{
    return x->x_here ? &x->x_obj : &root_of(x)->gl_obj;
}

t_canvas *owner_of(t_patchgen_host *x)
{
    return x->x_here ? x->x_canvas : root_of(x)->gl_owner;
}

t_canvas *owner_or_error(t_patchgen_host *x)
{
    t_canvas *owner = owner_of(x);
    if (!owner)
        answer_error(x, "put the box into a patch", "this box stands in no patch");
    return owner;
}
