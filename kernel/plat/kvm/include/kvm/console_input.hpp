// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Who is told that a serial port has input: by its interrupt, once for each time of asking.
#pragma once

#include <errno.h>
#include <uk/intctlr.h>

namespace uk::kvm {

/** For a port with `bool hasInput()` and `void enableInterrupt(bool)`. Interrupts have to be off
 * while it is called. */
template <typename Port>
class ConsoleInput
{
public:
    constexpr explicit ConsoleInput(Port &port)
        : m_port(port)
    {}

    /** Calls `arrived` from an interrupt as soon as there is something to read. `interrupt` is the
     * port's; returns -ENOTSUP where it cannot be had. */
    int notify(unsigned int interrupt, void (*arrived)(void *), void *argument)
    {
        if (!m_isConnected) {
            const auto handle = [](void *self) {
                return static_cast<ConsoleInput *>(self)->handle();
            };
            if (!interrupt || uk_intctlr_irq_register(interrupt, handle, this))
                return -ENOTSUP;
            m_isConnected = true;
        }
        m_arrived = arrived;
        m_argument = argument;
        m_port.enableInterrupt(true);
        return 0;
    }

private:
    int handle()
    {
        if (!m_arrived || !m_port.hasInput())
            return 0;
        // Until the input is read, the line stays as it is.
        m_port.enableInterrupt(false);
        auto *arrived = m_arrived;
        m_arrived = nullptr;
        arrived(m_argument);
        return 1;
    }

    Port &m_port;
    void (*m_arrived)(void *) = nullptr;
    void *m_argument = nullptr;
    bool m_isConnected = false;
};

} // namespace uk::kvm
