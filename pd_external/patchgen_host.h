/* [patchgen_host]: what its messages share. */

#ifndef PATCHGEN_HOST_H
#define PATCHGEN_HOST_H

#include "engine.h"

/* A subpatch made by `sub`; it may be gone by now. */
typedef struct _made
{
    t_symbol *m_name;
    t_gobj *m_gobj;
    struct _made *m_next;
} t_made;

typedef struct _patchgen_host
{
    t_object x_obj;
    t_canvas *x_canvas;
    int x_here;
    t_outlet *x_answers;
    t_outlet *x_errors;
    t_made *x_made;
    int x_pipe;         /* from a program that is being started, else -1 */
    long x_child;       /* the process between it and us */
    int x_report[2];    /* its number, and why it could not be started */
    unsigned int x_reported;
} t_patchgen_host;

/* answer.c */
void answer(t_patchgen_host *x, const char *selector, int argc, t_atom *argv);
void answer_symbol(t_patchgen_host *x, const char *selector, t_symbol *symbol);
void answer_error(t_patchgen_host *x, const char *hint, const char *format, ...);

/* box.c */
t_object *box_of(t_patchgen_host *x);
t_canvas *owner_of(t_patchgen_host *x);
t_canvas *owner_or_error(t_patchgen_host *x);

/* place.c */
void place_below(t_canvas *owner, t_object *box, int *x, int *y);

/* undo.c */
void undo_created(t_canvas *owner);
void undo_removed(t_canvas *owner, t_gobj *gobj);

/* subpatch.c */
void fire_loadbangs(void);
void subpatch_make(t_patchgen_host *x, t_symbol *s, int argc, t_atom *argv);
void subpatch_remove(t_patchgen_host *x, t_symbol *s, int argc, t_atom *argv);

/* made.c */
void made_note(t_patchgen_host *x, t_canvas *owner, t_symbol *name, t_gobj *gobj);
t_gobj *made_take(t_patchgen_host *x, t_canvas *owner, t_symbol *name);
void made_forget(t_patchgen_host *x);

/* typed.c */
void typed_text(t_patchgen_host *x, t_symbol *s, int argc, t_atom *argv);

/* content.c */
void content_write(t_patchgen_host *x, t_symbol *s, int argc, t_atom *argv);

/* start.c */
void start_program(t_patchgen_host *x, t_symbol *s, int argc, t_atom *argv);
void start_abandon(t_patchgen_host *x);

#endif
