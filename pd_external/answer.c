/* What leaves the two outlets. */

#include "patchgen_host.h"

#include <stdarg.h>
#include <stdio.h>

void answer(t_patchgen_host *x, const char *selector, int argc, t_atom *argv)
{
    outlet_anything(x->x_answers, gensym(selector), argc, argv);
}

void answer_symbol(t_patchgen_host *x, const char *selector, t_symbol *symbol)
{
    t_atom atom;
    SETSYMBOL(&atom, symbol);
    answer(x, selector, 1, &atom);
}

void answer_error(t_patchgen_host *x, const char *hint, const char *format, ...)
{
    char text[MAXPDSTRING];
    t_atom atoms[2];
    va_list values;
    va_start(values, format);
    vsnprintf(text, sizeof text, format, values);
    va_end(values);
    SETSYMBOL(&atoms[0], gensym(text));
    SETSYMBOL(&atoms[1], gensym(hint));
    outlet_anything(x->x_errors, gensym("error"), 2, atoms);
}
