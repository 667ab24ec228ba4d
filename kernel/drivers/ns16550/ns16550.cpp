// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The serial port COM1: a 16550 UART (National Semiconductor PC16550D data sheet). Output is
// polled; input can interrupt.

#include <kvm/console_input.hpp>
#include <uk/arch/lcpu.h>
#include <uk/plat/console.h>
#include <x86/cpu.hpp>

namespace {

using namespace uk::x86;

constexpr __u16 base = 0x3f8;
constexpr __u16 data = base;
constexpr __u16 interruptEnable = base + 1;
constexpr __u16 fifoControl = base + 2;
constexpr __u16 lineControl = base + 3;
constexpr __u16 modemControl = base + 4;
constexpr __u16 lineStatus = base + 5;

constexpr __u8 dataReady = 0x01;
constexpr __u8 transmitterEmpty = 0x20;
constexpr unsigned int fifoDepth = 16;

/** The transmitter: sends as many bytes as the FIFO holds before it looks at the line again. */
class Transmitter
{
public:
    void send(char c)
    {
        if (!m_initialised)
            initialise();
        if (m_room == 0) {
            while (!(in8(lineStatus) & transmitterEmpty))
                ukarch_spinwait();
            m_room = fifoDepth;
        }
        out8(data, static_cast<__u8>(c));
        --m_room;
    }

    // The line may drain between two calls, but it never holds more than was counted.
    void endOfBurst() { m_room = 0; }

private:
    void initialise()
    {
        m_initialised = true;
        out8(interruptEnable, 0);
        out8(lineControl, 0x80); // divisor: 115200 baud
        out8(data, 1);
        out8(interruptEnable, 0);
        out8(lineControl, 0x03); // 8 data bits, no parity, 1 stop bit
        out8(fifoControl, 0x07);
        out8(modemControl, 0x0b); // the last bit connects the interrupt
    }

    unsigned int m_room = 0;
    bool m_initialised = false;
};

constinit Transmitter transmitter;

bool hasInput()
{
    // A port that is not there reads as all ones.
    const __u8 status = in8(lineStatus);
    return (status & dataReady) && status != 0xff;
}

#ifdef CONFIG_LIBUKSCHED

constexpr unsigned int interrupt = 4;
constexpr __u8 whenReceived = 0x01;

/** What interrupts where there is input. */
struct Receiver
{
    static bool hasInput() { return ::hasInput(); }
    static void enableInterrupt(bool isEnabled)
    {
        out8(interruptEnable, isEnabled ? whenReceived : 0);
    }
};

constinit Receiver receiver;
constinit uk::kvm::ConsoleInput input{receiver};

#endif

} // namespace

extern "C" int ukplat_coutk(const char *buf, unsigned int len)
{
    for (unsigned int i = 0; i < len; ++i) {
        if (buf[i] == '\n')
            transmitter.send('\r');
        transmitter.send(buf[i]);
    }
    transmitter.endOfBurst();
    return static_cast<int>(len);
}

extern "C" int ukplat_coutd(const char *buf, unsigned int len)
{
    return ukplat_coutk(buf, len);
}

extern "C" int ukplat_cink(char *buf, unsigned int maxlen)
{
    unsigned int n = 0;
    while (n < maxlen && hasInput())
        buf[n++] = static_cast<char>(in8(data));
    return static_cast<int>(n);
}

#ifdef CONFIG_LIBUKSCHED
extern "C" int ukplat_cink_notify(void (*arrived)(void *), void *argument)
{
    return input.notify(interrupt, arrived, argument);
}
#endif
