// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <linuxu/system_call.hpp>
#include <uk/arch/lcpu.h>

/** Signals: Linux's way to report traps to this process, and this platform's interrupts. */
namespace uk::linuxu {

/** Bit s - 1 stands for signal s. */
using SignalSet = __u64;

constexpr SignalSet setOf(int signal)
{
    return 1UL << (signal - 1);
}

constexpr int signalIll = 4;
constexpr int signalTrap = 5;
constexpr int signalAbort = 6;
constexpr int signalBus = 7;
constexpr int signalFpe = 8;
constexpr int signalSegv = 11;
constexpr int signalAlarm = 14;

constexpr int maskBlock = 0;
constexpr int maskUnblock = 1;

/** Changes the signals that are blocked; returns those that were. */
SignalSet changeMask(int how, SignalSet signals);

using SignalHandler = void (*)(int signal, void *information, void *context);

/** Where a handler runs: on a stack of its own, or on that of the interrupted program. */
enum class HandlerStack
{
    own,
    interrupted,
};

/** Makes `handler` run, with interrupts off, when `signal` arrives. */
void handleSignal(int signal, SignalHandler handler, HandlerStack stack = HandlerStack::own);

/** Ends this process by `signal`, as if nothing had handled it. */
[[noreturn]] void dieBySignal(int signal);

/** Ends this process by the signal that a trap came as, by SIGABRT where there was no trap: whoever
 * waits for the process sees what Linux reported. */
[[noreturn]] void crashProcess();

/** What a handler's `context` says about the interrupted program. */
struct SignalFrame
{
    __regs registers;
    unsigned int trap; /**< the processor's number of the trap, where the signal reports one */
    __u64 faultAddress;
};
SignalFrame readSignalFrame(int signal, const void *information, const void *context);

/** Lets handlers run on a stack of their own, whatever state the program's is in. */
void useSignalStack();

} // namespace uk::linuxu
