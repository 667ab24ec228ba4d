// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <linuxu/signals.hpp>

/** Interrupts are signals: number 0, the timer's, is SIGALRM, and number n from 1 to 24 is signal
 * 34 + n, which another process can send (kill -RTMIN+n). They are off when they are blocked. */
namespace uk::linuxu {

constexpr unsigned int timerInterrupt = 0;
constexpr unsigned int interruptCount = 25;

constexpr int signalOf(unsigned int interrupt)
{
    return interrupt == timerInterrupt ? signalAlarm : 34 + static_cast<int>(interrupt);
}

/** No interrupt: a signal that is blocked if and only if interrupts are off. Nobody sends it. */
constexpr int flagSignal = 34;

constexpr SignalSet allInterrupts()
{
    SignalSet set = setOf(flagSignal);
    for (unsigned int i = 0; i < interruptCount; ++i)
        set |= setOf(signalOf(i));
    return set;
}

/** Those that arrive while interrupts are on: the flag and what is not masked one by one. */
SignalSet deliverableInterrupts();

/** Lets an interrupt arrive, or not. */
void setInterruptMasked(unsigned int interrupt, bool masked);

} // namespace uk::linuxu
