/* A free place for a new box below ours. */

#include "patchgen_host.h"

#define GAP 20
#define ROW 10
#define BOX_WIDTH 120
#define BOX_HEIGHT 24

typedef struct _area
{
    int a_left, a_top, a_right, a_bottom;
} t_area;

/* Where a box is drawn. Its corner is asked from the box itself: gobj_getrect adds zoom and, in a
   graph on parent, the parent's place. */
static t_area area_of(t_canvas *owner, t_object *box)
{
    int x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    t_area area = {box->te_xpix, box->te_ypix, 0, 0};
    gobj_getrect(&box->te_g, owner, &x1, &y1, &x2, &y2);
    area.a_right = area.a_left + (x2 > x1 ? x2 - x1 : 0);
    area.a_bottom = area.a_top + (y2 > y1 ? y2 - y1 : 0);
    return area;
}

static int overlap(t_area one, t_area other)
{
    return one.a_left < other.a_right && other.a_left < one.a_right &&
        one.a_top < other.a_bottom && other.a_top < one.a_bottom;
}

static int is_free(t_canvas *owner, t_area area)
{
    t_gobj *gobj;
    for (gobj = owner->gl_list; gobj; gobj = gobj->g_next)
    {
        t_object *box = pd_checkobject(&gobj->g_pd);
        if (box && overlap(area, area_of(owner, box)))
            return 0;
    }
    return 1;
}

void place_below(t_canvas *owner, t_object *box, int *x, int *y)
{
    t_area ours = area_of(owner, box), area;
    area.a_left = ours.a_left;
    area.a_right = area.a_left + BOX_WIDTH;
    area.a_top = ours.a_bottom + GAP;
    area.a_bottom = area.a_top + BOX_HEIGHT;
    while (!is_free(owner, area))
    {
        area.a_top += ROW;
        area.a_bottom += ROW;
    }
    *x = area.a_left;
    *y = area.a_top;
}
