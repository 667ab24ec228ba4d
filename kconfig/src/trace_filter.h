// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Which system calls a trace stops at, and what they do to paths.
#pragma once

#include <linux/filter.h>
#include <sys/types.h>
#include <vector>

namespace kconfig {

/// What a system call does.
enum class CallKind
{
    open,       ///< path, flags
    openHow,    ///< path, struct open_how
    create,     ///< path, as creat()
    look,       ///< path
    run,        ///< path
    write,      ///< path, whose content or attributes change
    remove,     ///< path
    makeFolder, ///< path
    move,       ///< two paths
    link,       ///< two paths: the second is made
    symlink,    ///< the second path is made
    list,       ///< a descriptor
    socket      ///< a protocol family
};

struct TracedCall
{
    long number;
    CallKind kind;
    int folder;      ///< argument with the folder's descriptor; -1: the working directory
    int path;        ///< argument with the path (or descriptor, or family)
    int flags;       ///< argument with the flags; -1: none
    int otherFolder; ///< of the second path
    int otherPath;   ///< -1: none
};

/// The traced call of a number; null for one that is not traced.
[[nodiscard]] const TracedCall *tracedCall(long number);

/// A seccomp filter that stops at every traced call, and at every call of another architecture.
[[nodiscard]] std::vector<sock_filter> traceFilter();

} // namespace kconfig
