// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The serial port: a PL011 (Arm DDI 0183, PrimeCell UART). Output is polled; input can interrupt.

#include <arm64/cpu.hpp>
#include <kvm/console_input.hpp>
#include <kvm/hardware.hpp>
#include <uk/arch/lcpu.h>
#include <uk/plat/console.h>

namespace {

using namespace uk::arm64;

constexpr __u64 data = 0x00;
constexpr __u64 flags = 0x18;
constexpr __u64 lineControl = 0x2c;
constexpr __u64 control = 0x30;
constexpr __u64 interruptMask = 0x38;
constexpr __u32 whenReceived = 0x50; // enough of it, or no more for a while

constexpr __u32 receiverEmpty = 1U << 4;
constexpr __u32 transmitterFull = 1U << 5;
constexpr __u32 eightBitsWithFifo = 0x70;
constexpr __u32 enabledBothWays = 0x301;

/** The port; its speed is what the firmware has set. */
class Port
{
public:
    void send(char c)
    {
        while (read(flags) & transmitterFull)
            ukarch_spinwait();
        write(data, static_cast<__u8>(c));
    }

    bool receive(char &c)
    {
        if (!hasInput())
            return false;
        c = static_cast<char>(read(data));
        return true;
    }

    bool hasInput() { return !(read(flags) & receiverEmpty); }
    void enableInterrupt(bool isEnabled) { write(interruptMask, isEnabled ? whenReceived : 0); }

private:
    __u64 base()
    {
        // The device tree may name another one than the first messages went to.
        const __u64 current = uk::kvm::hardware().console.base;
        if (m_initialised != current) {
            m_initialised = current;
            write32(current + interruptMask, 0);
            write32(current + lineControl, eightBitsWithFifo);
            write32(current + control, enabledBothWays);
        }
        return current;
    }
    __u32 read(__u64 offset) { return read32(base() + offset); }
    void write(__u64 offset, __u32 value) { write32(base() + offset, value); }

    __u64 m_initialised = 0;
};

constinit Port port;

#ifdef CONFIG_LIBUKSCHED

constinit uk::kvm::ConsoleInput input{port};

#endif

} // namespace

extern "C" int ukplat_coutk(const char *buf, unsigned int len)
{
    for (unsigned int i = 0; i < len; ++i) {
        if (buf[i] == '\n')
            port.send('\r');
        port.send(buf[i]);
    }
    return static_cast<int>(len);
}

extern "C" int ukplat_coutd(const char *buf, unsigned int len)
{
    return ukplat_coutk(buf, len);
}

extern "C" int ukplat_cink(char *buf, unsigned int maxlen)
{
    unsigned int n = 0;
    while (n < maxlen && port.receive(buf[n]))
        ++n;
    return static_cast<int>(n);
}

#ifdef CONFIG_LIBUKSCHED
extern "C" int ukplat_cink_notify(void (*arrived)(void *), void *argument)
{
    return input.notify(uk::kvm::hardware().consoleInterrupt, arrived, argument);
}
#endif
