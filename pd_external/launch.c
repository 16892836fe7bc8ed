/* Starts a program as a process of the user's own: no shell, no sound priority, none of Pd's files.

   The child makes the program's process and ends, so that the program belongs to the system and
   leaves no zombie here. Between fork and exec only system calls are made. */

#include "program.h"

#ifndef _WIN32

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/syscall.h>
#endif

#define MOST_FILES 65536

/* The folder that the daemon's own logs go to, made where it is not there. */
static int open_log(void)
{
    char path[PATH_MAX], *slash;
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    int size;
    if (state && *state == '/')
        size = snprintf(path, sizeof path, "%s/patchgen/daemon.log", state);
    else if (home && *home == '/')
        size = snprintf(path, sizeof path, "%s/.local/state/patchgen/daemon.log", home);
    else
        return -1;
    if (size < 0 || size >= (int)sizeof path)
        return -1;
    for (slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/'))
    {
        *slash = 0;
        mkdir(path, 0700);
        *slash = '/';
    }
    /* Not a pipe: opening one waits for its reader. */
    return open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0600);
}

static void close_files(int first)
{
    long fd, most = sysconf(_SC_OPEN_MAX);
#ifdef SYS_close_range
    if (!syscall(SYS_close_range, (unsigned int)first, ~0U, 0U))
        return;
#endif
    if (most < 0 || most > MOST_FILES)
        most = MOST_FILES;
    for (fd = first; fd < most; fd++)
        close((int)fd);
}

/* Pd ignores and handles signals, and may run with the priority of sound. */
static void be_ordinary(void)
{
    int number;
    sigset_t none;
    struct sched_param priority;
    for (number = 1; number < NSIG; number++)
        signal(number, SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, 0);
    memset(&priority, 0, sizeof priority);
#ifdef __linux__
    sched_setscheduler(0, SCHED_OTHER, &priority);
#endif
}

static void tell(int pipe, int value)
{
    ssize_t size = write(pipe, &value, sizeof value);
    (void)size;
}

/* 0, 1 and 2 are the log or nothing; 3 is the pipe, which closes when the program runs. */
static void become(char **words, int pipe, int log, const char *home)
{
    int nothing = open("/dev/null", O_RDWR);
    be_ordinary();
    if (log < 0)
        log = nothing;
    if (dup2(nothing, 0) < 0 || dup2(log, 1) < 0 || dup2(log, 2) < 0 || dup2(pipe, 3) < 0 ||
        fcntl(3, F_SETFD, FD_CLOEXEC) < 0)
        _exit(1);
    close_files(4);
    if ((!home || chdir(home)) && chdir("/"))
        _exit(1);
    tell(3, (int)getpid());
    execv(words[0], words);
    tell(3, errno);
    _exit(1);
}

/* Moves a descriptor out of the way of 0 to 3, which `become` fills. */
static int above(int fd)
{
    int moved = fd < 0 ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, 10);
    if (fd >= 0)
        close(fd);
    return moved;
}

int launch(char **words, long *child)
{
    int ends[2], log;
    const char *home = getenv("HOME");
    pid_t made;
    if (pipe(ends))
        return -1;
    ends[0] = above(ends[0]);
    ends[1] = above(ends[1]);
    log = above(open_log());
    made = ends[0] < 0 || ends[1] < 0 ? -1 : fork();
    if (!made)
    {
        setsid();
        if (!fork())
            become(words, ends[1], log, home);
        _exit(0);
    }
    close(ends[1]);
    if (log >= 0)
        close(log);
    *child = made;
    if (made > 0)
        return ends[0];
    close(ends[0]);
    return -1;
}

#endif
