/* start PROGRAM ARGUMENT...: starts the daemon; the answer comes through Pd's own poll loop. */

#include "patchgen_host.h"

#ifdef _WIN32

void start_program(t_patchgen_host *x, t_symbol *s, int argc, t_atom *argv)
{
    (void)s;
    (void)argc;
    (void)argv;
    answer_error(x, "start it by hand: patchgen serve", "start does not work on Windows yet");
}

void start_abandon(t_patchgen_host *x)
{
    (void)x;
}

#else

#include "program.h"

#include <errno.h>
#include <string.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <unistd.h>

#define HINT "run `patchgen install-pd`, or start it by hand: patchgen serve"

/* The pipe's end comes when the child is gone as well, so this does not wait. */
static void finish(t_patchgen_host *x)
{
    sys_rmpollfn(x->x_pipe);
    close(x->x_pipe);
    while (waitpid((pid_t)x->x_child, 0, 0) < 0 && errno == EINTR)
        ;
    x->x_pipe = -1;
}

static void report(t_patchgen_host *x)
{
    t_atom number;
    if (x->x_reported == sizeof x->x_report)
        answer_error(x, HINT, "the program cannot be run: %s", strerror(x->x_report[1]));
    else if (x->x_reported == sizeof *x->x_report)
    {
        SETFLOAT(&number, (t_float)x->x_report[0]);
        answer(x, "started", 1, &number);
    }
    else
        answer_error(x, HINT, "no new process could be made");
}

static void hear(void *host, int pipe)
{
    t_patchgen_host *x = host;
    ssize_t size = read(pipe, (char *)x->x_report + x->x_reported,
        sizeof x->x_report - x->x_reported);
    if (size < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (size > 0)
        x->x_reported += (unsigned int)size;
    if (size > 0 && x->x_reported < sizeof x->x_report)
        return;
    finish(x);
    report(x);
}

void start_program(t_patchgen_host *x, t_symbol *s, int argc, t_atom *argv)
{
    t_program program;
    const char *trouble;
    (void)s;
    if (x->x_pipe >= 0)
    {
        answer_error(x, "wait for its answer", "a program is being started");
        return;
    }
    trouble = program_find(&program, argc, argv);
    if (trouble)
        answer_error(x, HINT, "%.400s is not started: %s",
            program.p_count ? program.p_words[0] : "the program", trouble);
    else if ((x->x_pipe = launch(program.p_words, &x->x_child)) < 0)
        answer_error(x, HINT, "%.400s is not started: %s", program.p_words[0], strerror(errno));
    else if (x->x_reported = 0, x->x_pipe >= FD_SETSIZE)
        finish(x);
    else
        sys_addpollfn(x->x_pipe, hear, x);
    program_free(&program);
}

/* The box goes while a program is being started: the program lives on. */
void start_abandon(t_patchgen_host *x)
{
    if (x->x_pipe >= 0)
        finish(x);
}

#endif
