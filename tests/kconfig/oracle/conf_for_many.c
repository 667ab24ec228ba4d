/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Lets one conf answer for many configurations: reading a large tree takes most of conf's time, and
 * is the same for all of them. When conf opens the file that CONF_FORK_AT names (".config", or the
 * file of KCONFIG_ALLCONFIG), the tree has been read. Then, for each line of the file that
 * CONF_FORK_FOLDERS names, a child goes to that folder and on from there, as if conf had been
 * started in it; what it exits with goes to the file "status" in that folder. The first process
 * ends when all of them have, with status 0.
 *
 *   cc -O2 -shared -fPIC conf_for_many.c -o conf_for_many.so
 *   CONF_FORK_AT=.config CONF_FORK_FOLDERS=list LD_PRELOAD=./conf_for_many.so conf --olddefconfig Kconfig
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef FILE *(*open_function)(const char *, const char *);

static int is_child;

static open_function real_open(void)
{
    static open_function found;

    if (!found) {
        void *symbol = dlsym(RTLD_NEXT, "fopen");

        memcpy(&found, &symbol, sizeof(found)); /* ISO C knows no cast for this */
    }
    return found;
}

static void fail(const char *what)
{
    perror(what);
    _exit(70);
}

static void note_status(const char *folder, int status)
{
    char *path;
    FILE *file;

    if (asprintf(&path, "%s/status", folder) < 0)
        fail(folder);
    file = real_open()(path, "w");
    if (!file || fprintf(file, "%d\n", WIFEXITED(status) ? WEXITSTATUS(status) : 128) < 0 ||
        fclose(file) != 0)
        fail(path);
    free(path);
}

/* The whole of a file, with a NUL behind it. It is closed again: at their end children would put
 * the place in it, which they share, back to where they know it. */
static char *read_all(const char *path)
{
    FILE *file = real_open()(path, "r");
    size_t size = 0;
    char *text = NULL;

    if (!file)
        fail(path);
    if (getdelim(&text, &size, '\0', file) < 0) {
        if (ferror(file) || !text)
            fail(path);
        *text = '\0';
    }
    fclose(file);
    return text;
}

/* Returns in the children only. */
static void serve(const char *list)
{
    char *rest = read_all(list);
    char *folder;

    fflush(NULL);
    while ((folder = strsep(&rest, "\n"))) {
        pid_t child;
        int status;

        if (!*folder)
            continue;
        child = fork();
        if (child < 0)
            fail("fork");
        if (child == 0) {
            if (chdir(folder) != 0)
                fail(folder);
            is_child = 1;
            return;
        }
        if (waitpid(child, &status, 0) != child)
            fail("waitpid");
        note_status(folder, status);
    }
    _exit(0);
}

FILE *fopen(const char *path, const char *mode)
{
    const char *at = getenv("CONF_FORK_AT");
    const char *folders = getenv("CONF_FORK_FOLDERS");

    if (!is_child && at && folders && strcmp(path, at) == 0)
        serve(folders);
    return real_open()(path, mode);
}
