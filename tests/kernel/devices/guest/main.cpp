// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Uses the devices that the test gives the machine; the first argument says which.

#include "scenarios.hpp"

#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <uk/allocstack.h>
#include <uk/console/driver.h>
#include <uk/libparam.h>
#include <uk/random.h>
#include <unistd.h>

namespace {

int answer = 1;
UK_LIBPARAM_PARAM(answer, int, "what the program prints");

int showRandom()
{
    unsigned char bytes[16];
    printf("random: seeded %d, getrandom %d\n", uk_random_is_seeded(),
           static_cast<int>(getrandom(bytes, sizeof(bytes), 0)));
    uk_random_fill_buffer(bytes, sizeof(bytes));
    printf("random: ");
    for (unsigned char byte : bytes)
        printf("%02x", byte);
    printf("\n");
    return 0;
}

int showConsoles()
{
    for (__u16 i = 0; i < uk_console_count(); ++i)
        printf("console %u: %s\n", i, uk_console_get(i)->name);
    // Longer than any buffer on the way.
    for (int line = 0; line < 100; ++line)
        printf("line %d of a text that is long enough\n", line);
    return 0;
}

int echoLine()
{
    char line[80];
    printf("type\n");
    if (!fgets(line, sizeof(line), stdin))
        return 1;
    printf("read <%.*s>\n", static_cast<int>(strcspn(line, "\n")), line);
    return 0;
}

/** Below the stack that is allocated is what must not be touched. */
int overflowStack()
{
    uk_alloc *stacks = uk_allocstack_init(uk_alloc_get_default());
    auto *stack = static_cast<volatile char *>(uk_malloc(stacks, 8192));
    stack[0] = 1;
    printf("stack: its lowest byte is %d\n", stack[0]);
    stack[-1] = 1;
    printf("stack: nothing happened\n");
    return 0;
}

} // namespace

extern "C" int main(int argc, char *argv[])
{
    const char *scenario = argc > 1 ? argv[1] : "";
    const struct
    {
        const char *name;
        int (*run)();
    } scenarios[] = {{"random", showRandom},         {"disk", tryDisk},
                     {"read-only", tryReadOnlyDisk}, {"share-disk", shareDisk},

                     {"consoles", showConsoles},     {"echo", echoLine},
                     {"await-input", awaitInput},    {"overflow-stack", overflowStack}};
    for (const auto &each : scenarios) {
        if (strcmp(scenario, each.name) == 0)
            return each.run();
    }
    printf("answer %d, %d arguments:", answer, argc - 1);
    for (int i = 1; i < argc; ++i)
        printf(" <%s>", argv[i]);
    printf("\n");
    return 0;
}
