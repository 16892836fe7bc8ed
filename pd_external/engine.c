/* Looks up what only some engines export. */

#include "engine.h"

#include <string.h>

#ifdef _WIN32
#include <windows.h>
#else
#include <dlfcn.h>
#include <limits.h>
#include <stdlib.h>
#endif

t_engine engine;

static void *exported(const char *name)
{
#ifdef _WIN32
    HMODULE pd = GetModuleHandleA("pd.dll");
    FARPROC found = pd ? GetProcAddress(pd, name) : 0;
    void *address = 0;
    memcpy(&address, &found, sizeof address);
    return address;
#else
    return dlsym(RTLD_DEFAULT, name);
#endif
}

/* ISO C has no cast from an object's address to a function's. */
static void look_up(const char *name, void *pointer)
{
    void *address = exported(name);
    memcpy(pointer, &address, sizeof address);
}

void engine_setup(void)
{
    look_up("sys_noloadbang", &engine.e_noloadbang);
    look_up("pd_doloadbang", &engine.e_doloadbang);
    look_up("glist_findrtext", &engine.e_findrtext);
    look_up("glist_getrtext", &engine.e_getrtext);
    look_up("rtext_gettext", &engine.e_gettext);
    look_up("canvas_undo_add", &engine.e_undoadd);
    look_up("canvas_undo_set_create", &engine.e_undocreate);
    look_up("canvas_undo_set_cut", &engine.e_undocut);
}

const char *engine_binary(void)
{
#ifdef _WIN32
    return 0;
#else
    static char path[PATH_MAX];
    Dl_info info;
    if (!*path && (!dladdr(&engine, &info) || !realpath(info.dli_fname, path)))
        return 0;
    return path;
#endif
}
