/* What both engines export beyond m_pd.h: one binary serves vanilla Pd and Purr Data.

   The structures are the parts of their namesakes that are the same in both engines; what comes
   after the last field differs. What an engine may lack is looked up when the class is loaded and
   null where it is missing. */

#ifndef PATCHGEN_ENGINE_H
#define PATCHGEN_ENGINE_H

#include <m_pd.h>

struct _rtext;
struct _undo_action;

typedef struct _selection
{
    t_gobj *sel_what;
    struct _selection *sel_next;
} t_selection;

typedef struct _editor
{
    void *e_updatenext;
    unsigned int e_updateflags;
    void *e_updlist;
    struct _rtext *e_rtext;
    t_selection *e_selection;
} t_editor;

typedef struct _tick
{
    t_float k_point;
    t_float k_inc;
    int k_lperb;
} t_tick;

struct _glist
{
    t_object gl_obj;
    t_gobj *gl_list;
    struct _gstub *gl_stub;
    int gl_valid;
    struct _glist *gl_owner;
    int gl_pixwidth;
    int gl_pixheight;
    t_float gl_x1;
    t_float gl_y1;
    t_float gl_x2;
    t_float gl_y2;
    int gl_screenx1;
    int gl_screeny1;
    int gl_screenx2;
    int gl_screeny2;
    int gl_xmargin;
    int gl_ymargin;
    t_tick gl_xtick;
    int gl_nxlabels;
    t_symbol **gl_xlabel;
    t_float gl_xlabely;
    t_tick gl_ytick;
    int gl_nylabels;
    t_symbol **gl_ylabel;
    t_float gl_ylabelx;
    t_editor *gl_editor;
    t_symbol *gl_name;
    int gl_font;
};

typedef void (*t_fdpollfn)(void *ptr, int fd);

EXTERN t_canvas *canvas_getrootfor(t_canvas *x);
EXTERN void glist_delete(t_glist *x, t_gobj *y);
EXTERN void gobj_getrect(t_gobj *x, t_glist *owner, int *x1, int *y1, int *x2, int *y2);
EXTERN void sys_addpollfn(int fd, t_fdpollfn fn, void *ptr);
EXTERN void sys_rmpollfn(int fd);

EXTERN int obj_noutlets(const t_object *x);
EXTERN t_outconnect *obj_starttraverseoutlet(const t_object *x, t_outlet **outlet, int index);
EXTERN t_outconnect *obj_nexttraverseoutlet(t_outconnect *last, t_object **destination,
    t_inlet **inlet, int *index);
EXTERN int obj_noutlets(const t_object *x);

typedef struct _engine
{
    int *e_noloadbang;
    void (*e_doloadbang)(void);
    struct _rtext *(*e_findrtext)(t_glist *gl, t_object *who);
    struct _rtext *(*e_getrtext)(t_glist *gl, t_object *who, int really);
    void (*e_gettext)(struct _rtext *x, char **buf, int *bufsize);
    struct _undo_action *(*e_undoadd)(t_canvas *x, int type, const char *name, void *data);
    void *(*e_undocreate)(t_canvas *x);
    void *(*e_undocut)(t_canvas *x, int mode);
} t_engine;

extern t_engine engine;

void engine_setup(void);

/* The file that holds this class, with its whole path, or null. */
const char *engine_binary(void);

#endif
