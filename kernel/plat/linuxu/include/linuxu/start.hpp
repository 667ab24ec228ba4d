// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/types.h>
#include <uk/result.hpp>

namespace uk::linuxu {

/** What the process was started with. The strings are Linux's and stay where they are. */
struct Parameters
{
    char **arguments;            /**< of the process, with its name, then nullptr */
    char **environment;          /**< then nullptr */
    __u64 heapMebibytes;         /**< linuxu.heap_size */
    char **applicationArguments; /**< what is left for the application, then nullptr */
};

/** Reads the arguments at `stack`, where Linux puts their number, their addresses and those of the
 * environment. Leading arguments `linuxu.NAME=VALUE` are for this platform, up to the first other
 * one or `--`, which goes away. A wrong one ends the process with status 2 and a message. */
Parameters readParameters(const __u64 *stack);

/** Starts this program anew with the same arguments; returns where that cannot be done. */
void restartProcess();

/** Gives the address sanitizer memory for what it knows of [begin, end), zeroed, where code that is
 * checked expects it. Without it the process ends, with a message. */
void mapShadow(__u64 begin, __u64 end);

/** Sets up regions: this image, and a heap. An error says that Linux refuses it. */
ErrorOr<void> setUpMemory(__u64 heapMebibytes);

/** Reports traps. */
void handleTraps();

/** Blocks interrupts. */
void startInterrupts();

/** The clock counts from here. */
void startClock();

} // namespace uk::linuxu
