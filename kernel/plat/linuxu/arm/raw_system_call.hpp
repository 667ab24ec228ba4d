// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/types.h>

/** Numbers of Linux's system calls on arm64, and the instruction that makes one: the number in x8,
 * arguments and result from x0 on (Linux, syscall(2)). */
namespace uk::linuxu {

enum class SystemCall : long
{
    read = 63,
    write = 64,
    ppoll = 73,
    exitGroup = 94,
    timerCreate = 107,
    timerSettime = 110,
    clockGettime = 113,
    tgkill = 131,
    sigaltstack = 132,
    rtSigsuspend = 133,
    rtSigaction = 134,
    rtSigprocmask = 135,
    getpid = 172,
    gettid = 178,
    execve = 221,
    mmap = 222,
    mprotect = 226,
    getrandom = 278,
};

inline long rawSystemCall(SystemCall number, long a, long b, long c, long d, long e, long f)
{
    register long x8 asm("x8") = static_cast<long>(number);
    register long x0 asm("x0") = a;
    register long x1 asm("x1") = b;
    register long x2 asm("x2") = c;
    register long x3 asm("x3") = d;
    register long x4 asm("x4") = e;
    register long x5 asm("x5") = f;
    asm volatile("svc #0"
                 : "+r"(x0)
                 : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5)
                 : "memory", "cc");
    return x0;
}

} // namespace uk::linuxu
