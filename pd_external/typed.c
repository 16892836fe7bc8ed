/* text ATOM...: the words as the user typed them, for a prompt that came from a message box.

   Pd reads 0.10 as 0.1 and several blanks as one; the window keeps what was typed as long as it is
   open. Where that is the same as Pd's own spelling the atoms say more: Pd prints six digits. */

#include "patchgen_host.h"

#include <stdlib.h>
#include <string.h>

static int is_word(const t_atom *atom, const char *word)
{
    return atom->a_type == A_SYMBOL && !strcmp(atom->a_w.w_symbol->s_name, word);
}

/* A comma in the box arrives as the symbol. */
static int equal(const t_atom *box, const t_atom *atom)
{
    if (box->a_type == A_COMMA)
        return is_word(atom, ",");
    if (box->a_type != atom->a_type)
        return 0;
    return box->a_type == A_FLOAT ? box->a_w.w_float == atom->a_w.w_float
                                  : box->a_type == A_SYMBOL &&
            box->a_w.w_symbol == atom->a_w.w_symbol;
}

static int same(int n, const t_atom *box, int argc, const t_atom *argv)
{
    int i;
    for (i = 0; i < n && i < argc && equal(box + i, argv + i); i++)
        ;
    return i == n && i == argc;
}

/* Pd takes these first words for the type of the message and does not pass them on. */
static int first_word_is_lost(int n, const t_atom *box, int argc, const t_atom *argv)
{
    if (n < 2)
        return 0;
    if (is_word(box, "list"))
        return same(n - 1, box + 1, argc, argv);
    if (is_word(box, "symbol") || is_word(box, "float"))
        return argc == 1 && equal(box + 1, argv);
    return is_word(box, "bang") && !argc;
}

static int feeds(t_object *from, t_object *box)
{
    int i, inlet_index;
    t_outlet *outlet;
    t_inlet *inlet;
    t_object *to;
    t_outconnect *cord;
    for (i = 0; i < obj_noutlets(from); i++)
    {
        cord = obj_starttraverseoutlet(from, &outlet, i);
        while (cord)
        {
            cord = obj_nexttraverseoutlet(cord, &to, &inlet, &inlet_index);
            if (to == box && !inlet_index)
                return 1;
        }
    }
    return 0;
}

/* What the window shows for a box; asking for it without a window would open an editor. */
static const char *shown(t_canvas *owner, t_object *box, int *size)
{
    struct _rtext *rtext = 0;
    char *text = 0;
    if (!owner->gl_editor || !owner->gl_editor->e_rtext || !engine.e_gettext)
        return 0;
    if (engine.e_findrtext)
        rtext = engine.e_findrtext(owner, box);
    else if (engine.e_getrtext)
        rtext = engine.e_getrtext(owner, box, 0);
    if (!rtext)
        return 0;
    *size = 0;
    engine.e_gettext(rtext, &text, size);
    return text;
}

static int reads_as(const char *text, t_binbuf *wanted)
{
    t_binbuf *read = binbuf_new();
    int i, n = binbuf_getnatom(wanted), equals;
    t_atom *one, *other = binbuf_getvec(wanted);
    binbuf_text(read, (char *)text, strlen(text));
    one = binbuf_getvec(read);
    equals = binbuf_getnatom(read) == n;
    for (i = 0; i < n && equals; i++)
        equals = equal(one + i, other + i) ||
            (one[i].a_type == A_COMMA && other[i].a_type == A_COMMA);
    binbuf_free(read);
    return equals;
}

static int is_spelling_of_pd(const char *text, t_binbuf *binbuf)
{
    char *spelling;
    int size, equals;
    binbuf_gettext(binbuf, &spelling, &size);
    equals = (size_t)size == strlen(text) && !memcmp(text, spelling, (size_t)size);
    freebytes(spelling, size);
    return equals;
}

static void unescape(char *text)
{
    char *to = text;
    for (; *text; text++)
    {
        if (*text == '\\' && text[1])
            text++;
        *to++ = *text;
    }
    *to = 0;
}

static t_symbol *symbol_of(char *text, int skip_first)
{
    if (skip_first)
    {
        text += strspn(text, " \t\n");
        text += strcspn(text, " \t\n");
        text += strspn(text, " \t\n");
    }
    unescape(text);
    return gensym(text);
}

/* What was typed into the box, if it sends these atoms and its spelling tells more than they do. */
static t_symbol *typed_in(t_canvas *owner, t_object *box, int argc, const t_atom *argv)
{
    t_binbuf *binbuf = box->te_binbuf;
    int n = binbuf_getnatom(binbuf), size = 0;
    const t_atom *at = binbuf_getvec(binbuf);
    int lost = first_word_is_lost(n, at, argc, argv);
    int is_led = n > 1 && (is_word(at, "prompt") || is_word(at, "offer"));
    int is_prompt = is_led && same(n - 1, at + 1, argc, argv);
    const char *window;
    char *text;
    t_symbol *symbol = 0;
    if (!lost && !is_prompt && !same(n, at, argc, argv))
        return 0;
    if (!(window = shown(owner, box, &size)) || !(text = calloc((size_t)size + 1, 1)))
        return 0;
    memcpy(text, window, (size_t)size);
    if (reads_as(text, binbuf) && (lost || !is_spelling_of_pd(text, binbuf)))
        symbol = symbol_of(text, is_prompt);
    free(text);
    return symbol;
}

/* Two boxes that send the same but were typed differently: nobody knows which was clicked. */
void typed_text(t_patchgen_host *x, t_symbol *s, int argc, t_atom *argv)
{
    t_canvas *owner = owner_of(x);
    t_object *box = box_of(x), *from;
    t_gobj *gobj;
    t_symbol *typed = 0, *found;
    int is_doubtful = 0;
    (void)s;
    for (gobj = owner ? owner->gl_list : 0; gobj; gobj = gobj->g_next)
    {
        from = pd_checkobject(&gobj->g_pd);
        if (!from || from->te_type != T_MESSAGE || !feeds(from, box))
            continue;
        if ((found = typed_in(owner, from, argc, argv)))
        {
            is_doubtful |= typed && typed != found;
            typed = found;
        }
    }
    if (typed && !is_doubtful)
        answer_symbol(x, "text", typed);
    else
        answer(x, "plain", 0, 0);
}
