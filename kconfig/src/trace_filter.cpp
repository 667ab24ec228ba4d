// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "trace_filter.h"

#include <algorithm>
#include <cstddef>
#include <fcntl.h>
#include <iterator>
#include <linux/audit.h>
#include <linux/seccomp.h>
#include <sys/syscall.h>

namespace kconfig {

namespace {

#if defined(__x86_64__)
constexpr unsigned architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned architecture = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned architecture = 0; // every call stops the trace, which gives up then
#endif

// Newer architectures have the calls with a folder's descriptor only.
constexpr TracedCall calls[] = {
    {SYS_openat, CallKind::open, 0, 1, 2, -1, -1},
    {SYS_newfstatat, CallKind::look, 0, 1, -1, -1, -1},
    {SYS_readlinkat, CallKind::look, 0, 1, -1, -1, -1},
    {SYS_faccessat, CallKind::look, 0, 1, -1, -1, -1},
#ifdef SYS_faccessat2
    {SYS_faccessat2, CallKind::look, 0, 1, -1, -1, -1},
#endif
    {SYS_statx, CallKind::look, 0, 1, -1, -1, -1},
    {SYS_execve, CallKind::run, -1, 0, -1, -1, -1},
    {SYS_execveat, CallKind::run, 0, 1, -1, -1, -1},
    {SYS_getdents64, CallKind::list, -1, 0, -1, -1, -1},
    {SYS_unlinkat, CallKind::remove, 0, 1, -1, -1, -1},
    {SYS_mkdirat, CallKind::makeFolder, 0, 1, -1, -1, -1},
    {SYS_renameat2, CallKind::move, 0, 1, -1, 2, 3},
#ifdef SYS_renameat
    {SYS_renameat, CallKind::move, 0, 1, -1, 2, 3},
#endif
    {SYS_linkat, CallKind::link, 0, 1, -1, 2, 3},
    {SYS_symlinkat, CallKind::symlink, 1, 2, -1, -1, -1},
    {SYS_mknodat, CallKind::write, 0, 1, -1, -1, -1},
    {SYS_fchmodat, CallKind::write, 0, 1, -1, -1, -1},
    {SYS_fchownat, CallKind::write, 0, 1, -1, -1, -1},
    {SYS_utimensat, CallKind::write, 0, 1, -1, -1, -1},
    {SYS_truncate, CallKind::write, -1, 0, -1, -1, -1},
    {SYS_socket, CallKind::socket, -1, 0, -1, -1, -1},
#ifdef SYS_openat2
    {SYS_openat2, CallKind::openHow, 0, 1, 2, -1, -1},
#endif
#ifdef SYS_open
    {SYS_open, CallKind::open, -1, 0, 1, -1, -1},
    {SYS_creat, CallKind::create, -1, 0, -1, -1, -1},
    {SYS_stat, CallKind::look, -1, 0, -1, -1, -1},
    {SYS_lstat, CallKind::look, -1, 0, -1, -1, -1},
    {SYS_access, CallKind::look, -1, 0, -1, -1, -1},
    {SYS_readlink, CallKind::look, -1, 0, -1, -1, -1},
    {SYS_unlink, CallKind::remove, -1, 0, -1, -1, -1},
    {SYS_rmdir, CallKind::remove, -1, 0, -1, -1, -1},
    {SYS_mkdir, CallKind::makeFolder, -1, 0, -1, -1, -1},
    {SYS_rename, CallKind::move, -1, 0, -1, -1, 1},
    {SYS_link, CallKind::link, -1, 0, -1, -1, 1},
    {SYS_symlink, CallKind::symlink, -1, 1, -1, -1, -1},
    {SYS_mknod, CallKind::write, -1, 0, -1, -1, -1},
    {SYS_chmod, CallKind::write, -1, 0, -1, -1, -1},
    {SYS_chown, CallKind::write, -1, 0, -1, -1, -1},
    {SYS_utime, CallKind::write, -1, 0, -1, -1, -1},
    {SYS_utimes, CallKind::write, -1, 0, -1, -1, -1},
    {SYS_getdents, CallKind::list, -1, 0, -1, -1, -1},
#endif
};

sock_filter statement(unsigned short code, unsigned operand)
{
    return {code, 0, 0, operand};
}

} // namespace

const TracedCall *tracedCall(long number)
{
    const auto *const found = std::find_if(std::begin(calls), std::end(calls),
                                           [&](const TracedCall &c) { return c.number == number; });
    return found == std::end(calls) ? nullptr : found;
}

std::vector<sock_filter> traceFilter()
{
    constexpr auto count = static_cast<unsigned char>(std::size(calls));
    const sock_filter allow = statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    const sock_filter trace = statement(BPF_RET | BPF_K, SECCOMP_RET_TRACE);
    const auto argument = static_cast<unsigned>(offsetof(seccomp_data, args)) + 3 * 8U;
    std::vector<sock_filter> filter{
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        {BPF_JMP | BPF_JEQ | BPF_K, 0, count + 7, architecture},
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        // This is how the C library asks about a file that is open: every library a program loads.
        {BPF_JMP | BPF_JEQ | BPF_K, 0, 4, SYS_newfstatat},
        statement(BPF_LD | BPF_W | BPF_ABS, argument),
        {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, AT_EMPTY_PATH},
        allow,
        trace,
    };
    for (unsigned i = 0; i < count; ++i)
        filter.push_back({BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned char>(count - i), 0,
                          static_cast<unsigned>(calls[i].number)});
    filter.push_back(allow);
    filter.push_back(trace);
    return filter;
}

} // namespace kconfig
