/* sub NAME FILE DIR and remove NAME: a patch file as a subpatch of the owner. */

#include "patch_file.h"

/* The file's own canvas becomes [pd NAME]: a different head, and one more record at the end. */
static t_binbuf *as_subpatch(t_binbuf *patch, t_symbol *name, int x, int y)
{
    t_binbuf *sub = binbuf_new();
    int head = 0, n = binbuf_getnatom(patch);
    t_atom *at = binbuf_getvec(patch), end;
    while (at[head].a_type != A_SYMBOL || at[head].a_w.w_symbol != gensym("canvas"))
        head++;
    binbuf_add(sub, head + 5, at);
    SETSEMI(&end);
    binbuf_addv(sub, "si", name, 0);
    binbuf_add(sub, 1, &end);
    while (at[head].a_type != A_SEMI)
        head++;
    binbuf_add(sub, n - head - 1, at + head + 1);
    binbuf_addv(sub, "ssiiss", gensym("#X"), gensym("restore"), x, y, gensym("pd"), name);
    binbuf_add(sub, 1, &end);
    return sub;
}

/* pd_doloadbang fires the canvas that was closed last, which is ours, and forgets it: otherwise the
   next `pd open` of a missing file would fire it again. */
void fire_loadbangs(void)
{
    if (engine.e_doloadbang && !(engine.e_noloadbang && *engine.e_noloadbang))
        engine.e_doloadbang();
}

/* As the engine reads a file, but into the owner. #X is set by hand: pd_pushsym and pd_popsym would
   make the owner the canvas that was closed last. */
static void evaluate(t_binbuf *sub, t_canvas *owner)
{
    t_symbol *names[3] = {gensym("#X"), gensym("#A"), gensym("#N")};
    t_pd *now[3], *before[3];
    int i, dsp = canvas_suspend_dsp();
    now[0] = &owner->gl_obj.ob_pd;
    now[1] = 0;
    now[2] = &pd_canvasmaker;
    for (i = 0; i < 3; i++)
    {
        before[i] = names[i]->s_thing;
        names[i]->s_thing = now[i];
    }
    binbuf_eval(sub, 0, 0, 0);
    for (i = 0; i < 3; i++)
        names[i]->s_thing = before[i];
    fire_loadbangs();
    canvas_resume_dsp(dsp);
}

static t_gobj *last_of(t_canvas *owner)
{
    t_gobj *gobj = owner->gl_list;
    while (gobj && gobj->g_next)
        gobj = gobj->g_next;
    return gobj;
}

static void make(t_patchgen_host *x, t_canvas *owner, t_symbol *name, t_binbuf *patch)
{
    int left, top;
    t_binbuf *sub;
    t_gobj *before = last_of(owner), *made;
    place_below(owner, box_of(x), &left, &top);
    sub = as_subpatch(patch, name, left, top);
    evaluate(sub, owner);
    binbuf_free(sub);
    made = last_of(owner);
    if (made == before || pd_class(&made->g_pd) != pd_class(&owner->gl_obj.te_pd))
    {
        answer_error(x, "see Pd's console", "Pd did not make [pd %.400s]", name->s_name);
        return;
    }
    made_note(x, owner, name, made);
    undo_created(owner);
    pd_vmess(&owner->gl_obj.te_pd, gensym("dirty"), "f", 1.);
    pd_vmess(&made->g_pd, gensym("vis"), "f", 1.);
    answer_symbol(x, "sub", name);
}

static t_symbol *name_of(int argc, const t_atom *argv)
{
    char word[PATH_SIZE] = "";
    if (argc)
        word_of(argv, word, sizeof word);
    return gensym(word);
}

void subpatch_make(t_patchgen_host *x, t_symbol *s, int argc, t_atom *argv)
{
    char path[PATH_SIZE];
    const char *why = 0;
    t_symbol *name = name_of(argc, argv);
    t_canvas *owner = owner_or_error(x);
    t_binbuf *patch;
    (void)s;
    if (!owner)
        return;
    if (!*name->s_name || !path_of(owner, argc - 1, argv + 1, path, sizeof path))
    {
        answer_error(x, "say: sub NAME FILE DIR", "sub needs a name and a file");
        return;
    }
    if (!(patch = patch_read(path, &why)))
    {
        answer_error(x, "nothing was changed", "%.400s is not loaded: %s", path, why);
        return;
    }
    make(x, owner, name, patch);
    binbuf_free(patch);
}

void subpatch_remove(t_patchgen_host *x, t_symbol *s, int argc, t_atom *argv)
{
    t_symbol *name = name_of(argc, argv);
    t_canvas *owner = owner_or_error(x);
    t_gobj *gobj;
    (void)s;
    if (!owner)
        return;
    if (!(gobj = made_take(x, owner, name)))
    {
        answer_error(x, "only what sub made here is removed", "there is no [pd %.400s] of ours",
            name->s_name);
        return;
    }
    undo_removed(owner, gobj);
    glist_delete(owner, gobj);
    pd_vmess(&owner->gl_obj.te_pd, gensym("dirty"), "f", 1.);
    answer_symbol(x, "remove", name);
}
