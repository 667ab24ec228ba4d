// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A thread that waits for input, and one that has other things to do.

#include "scenarios.hpp"

#include <stdio.h>
#include <string.h>
#include <uk/config.h>

#ifdef CONFIG_LIBUKSCHED

#include <uk/sched.h>

namespace {

volatile bool isOther;

[[noreturn]] void doOther(void *)
{
    uk_sched_thread_sleep(20'000'000);
    isOther = true;
    uk_sched_thread_exit();
}

} // namespace

int awaitInput()
{
    uk_sched_thread_create_fn1(uk_sched_current(), doOther, nullptr, 0, 0, false, false, "other",
                               nullptr, nullptr);
    for (int i = 0; i < 2; ++i) {
        char line[80];
        printf("type\n");
        if (!fgets(line, sizeof(line), stdin))
            return 1;
        printf("read <%.*s>, others ran: %s\n", static_cast<int>(strcspn(line, "\n")), line,
               isOther ? "yes" : "no");
    }
    return 0;
}

#else

int awaitInput()
{
    return 1;
}

#endif
