// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/types.h>

/** Numbers of Linux's system calls on x86_64, and the instruction that makes one (System V ABI,
 * AMD64 supplement, A.2.1). */
namespace uk::linuxu {

enum class SystemCall : long
{
    read = 0,
    write = 1,
    mmap = 9,
    mprotect = 10,
    rtSigaction = 13,
    rtSigprocmask = 14,
    getpid = 39,
    execve = 59,
    rtSigsuspend = 130,
    sigaltstack = 131,
    archPrctl = 158,
    gettid = 186,
    timerCreate = 222,
    timerSettime = 223,
    clockGettime = 228,
    exitGroup = 231,
    tgkill = 234,
    ppoll = 271,
    getrandom = 318,
};

inline long rawSystemCall(SystemCall number, long a, long b, long c, long d, long e, long f)
{
    long result;
    register long r10 asm("r10") = d;
    register long r8 asm("r8") = e;
    register long r9 asm("r9") = f;
    asm volatile("syscall"
                 : "=a"(result)
                 : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                 : "rcx", "r11", "memory");
    return result;
}

} // namespace uk::linuxu
