// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Messages of error and signal numbers.

#include "error_text.hpp"

#include <errno.h>
#include <stdio.h>
#include <string.h>

extern "C" char *strerror(int number)
{
    static char unknown[sizeof("Unknown error -2147483648")];
    if (const char *text = nolibc::errorText(number))
        return const_cast<char *>(text);
    snprintf(unknown, sizeof(unknown), "Unknown error %d", number);
    return unknown;
}

extern "C" int strerror_r(int number, char *buffer, size_t size)
{
    const char *text = nolibc::errorText(number);
    const int needed = text ? snprintf(buffer, size, "%s", text)
                            : snprintf(buffer, size, "Unknown error %d", number);
    if (static_cast<size_t>(needed) >= size)
        return ERANGE;
    return text ? 0 : EINVAL;
}

// The numbers are those of the Linux ABI.
extern "C" char *strsignal(int number)
{
    static const char *const names[] = {"Unknown signal",
                                        "Hangup",
                                        "Interrupt",
                                        "Quit",
                                        "Illegal instruction",
                                        "Trace/breakpoint trap",
                                        "Aborted",
                                        "Bus error",
                                        "Floating point exception",
                                        "Killed",
                                        "User defined signal 1",
                                        "Segmentation fault",
                                        "User defined signal 2",
                                        "Broken pipe",
                                        "Alarm clock",
                                        "Terminated",
                                        "Stack fault",
                                        "Child exited",
                                        "Continued",
                                        "Stopped (signal)",
                                        "Stopped",
                                        "Stopped (tty input)",
                                        "Stopped (tty output)",
                                        "Urgent I/O condition",
                                        "CPU time limit exceeded",
                                        "File size limit exceeded",
                                        "Virtual timer expired",
                                        "Profiling timer expired",
                                        "Window changed",
                                        "I/O possible",
                                        "Power failure",
                                        "Bad system call"};
    constexpr int count = sizeof(names) / sizeof(names[0]);
    return const_cast<char *>(names[number > 0 && number < count ? number : 0]);
}
