/* [patchgen_host]: what built-in objects cannot do for [patchgen]. README.md lists its messages.

   It stands in a subpatch of an abstraction and works on the owner: the canvas in which the
   abstraction's box stands. With the argument `here` the owner is the canvas it stands in itself. */

#include "patchgen_host.h"

static t_class *patchgen_host_class;

static void *patchgen_host_new(t_symbol *s, int argc, t_atom *argv)
{
    t_patchgen_host *x = (t_patchgen_host *)pd_new(patchgen_host_class);
    (void)s;
    x->x_canvas = canvas_getcurrent();
    x->x_here = argc && atom_getsymbol(argv) == gensym("here");
    x->x_answers = outlet_new(&x->x_obj, &s_anything);
    x->x_errors = outlet_new(&x->x_obj, &s_anything);
    x->x_made = 0;
    x->x_pipe = -1;
    x->x_child = 0;
    x->x_reported = 0;
    return x;
}

/* Pd counts the canvas in which it has just made a box as closed last, even when that canvas is gone,
   and fires it at the next `pd open` of a missing file. Whoever makes us at run time says settle. */
static void patchgen_host_settle(t_patchgen_host *x, t_symbol *s, int argc, t_atom *argv)
{
    (void)s;
    (void)argc;
    (void)argv;
    fire_loadbangs();
    answer(x, "settled", 0, 0);
}

static void patchgen_host_free(t_patchgen_host *x)
{
    start_abandon(x);
    made_forget(x);
}

/* m_pd.h types every constructor as one without arguments. */
static t_newmethod constructor(void)
{
    return (t_newmethod)(void (*)(void))patchgen_host_new;
}

static void add(const char *selector, void (*method)(t_patchgen_host *, t_symbol *, int, t_atom *))
{
    class_addmethod(patchgen_host_class, (t_method)method, gensym(selector), A_GIMME, A_NULL);
}

/* Pd loads all externals into one room: of ours it sees this name alone. */
#ifdef _WIN32
__declspec(dllexport)
#else
__attribute__((visibility("default")))
#endif
void patchgen_host_setup(void);

void patchgen_host_setup(void)
{
    engine_setup();
    patchgen_host_class = class_new(gensym("patchgen_host"), constructor(),
        (t_method)patchgen_host_free, sizeof(t_patchgen_host), CLASS_DEFAULT, A_GIMME, A_NULL);
    add("settle", patchgen_host_settle);
    add("sub", subpatch_make);
    add("remove", subpatch_remove);
    add("text", typed_text);
    add("content", content_write);
    add("start", start_program);
}
