// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The signal frame of x86_64 Linux: struct ucontext and struct sigcontext.

#include <linuxu/signals.hpp>

namespace uk::linuxu {

namespace {

struct Context
{
    __u64 flags;
    __u64 link;
    __u64 stack[3];
    __u64 r8, r9, r10, r11, r12, r13, r14, r15, rdi, rsi, rbp, rbx, rdx, rax, rcx, rsp, rip;
    __u64 eflags;
    __u16 cs, gs, fs, ss;
    __u64 errorCode;
    __u64 trap;
    __u64 oldMask;
    __u64 cr2;
};

} // namespace

SignalFrame readSignalFrame(int, const void *, const void *context)
{
    const auto &c = *static_cast<const Context *>(context);
    return {{0,     c.r15, c.r14, c.r13, c.r12, c.rbp,       c.rbx, c.r11, c.r10,    c.r9,  c.r8,
             c.rax, c.rcx, c.rdx, c.rsi, c.rdi, c.errorCode, c.rip, c.cs,  c.eflags, c.rsp, c.ss},
            static_cast<unsigned int>(c.trap),
            c.cr2};
}

} // namespace uk::linuxu
