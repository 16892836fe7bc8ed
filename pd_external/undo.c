/* Keeps the owner's list of steps in order, so that Undo never takes the wrong box. */

#include "patchgen_host.h"

/* The same numbers in both engines. */
#define UNDO_CUT 3
#define UNDO_CREATE 9
#define CUT_CLEAR 2

/* The newest box of the owner came from us. */
void undo_created(t_canvas *owner)
{
    if (engine.e_undoadd && engine.e_undocreate)
        engine.e_undoadd(owner, UNDO_CREATE, "create", engine.e_undocreate(owner));
}

/* Called before a box is deleted. The engine notes what is selected: for that moment it is our box
   alone. Selecting it properly would end what the user is typing. */
void undo_removed(t_canvas *owner, t_gobj *gobj)
{
    t_selection ours = {gobj, 0}, *theirs;
    if (!engine.e_undoadd || !engine.e_undocut || !owner->gl_editor)
        return;
    theirs = owner->gl_editor->e_selection;
    owner->gl_editor->e_selection = &ours;
    engine.e_undoadd(owner, UNDO_CUT, "clear", engine.e_undocut(owner, CUT_CLEAR));
    owner->gl_editor->e_selection = theirs;
}
