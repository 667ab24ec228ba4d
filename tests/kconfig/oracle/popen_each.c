/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Gives each argument to popen() and prints its exit status and what it said: the least program with
 * which popen_replay.c can be tried.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/wait.h>

int main(int count, char **arguments)
{
    for (int i = 1; i < count; i++) {
        char said[4096];
        FILE *stream = popen(arguments[i], "r");
        if (!stream)
            return 1;
        size_t length = fread(said, 1, sizeof said, stream);
        printf("%d ", WEXITSTATUS(pclose(stream)));
        fwrite(said, 1, length, stdout);
    }
    return 0;
}
