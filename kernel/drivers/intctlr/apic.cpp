// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The I/O APIC (Intel 82093AA data sheet) with the local APIC. Its registers are mapped when the
// first interrupt is asked for: a guest that needs none spends no memory on them.

#include <errno.h>
#include <kvm/firmware.hpp>
#include <kvm/interrupts.hpp>
#include <kvm/local_apic.hpp>
#include <kvm/memory.hpp>
#include <kvm/vectors.hpp>
#include <x86/cpu.hpp>

namespace uk::kvm {

namespace {

constexpr __paddr_t ioApicAddress = 0xfec00000;
constexpr __u32 redirectionRegister = 0x10;

constexpr __u32 masked = 1U << 16;
constexpr __u32 level = 1U << 15;
constexpr __u32 activeLow = 1U << 13;

/** The I/O APIC's registers, reached through an index and a data register. */
class IoApic
{
public:
    bool map()
    {
        if (!m_registers)
            m_registers = static_cast<volatile __u32 *>(mapDevice(ioApicAddress, 0x20));
        return m_registers;
    }
    __u32 read(__u32 index) const
    {
        m_registers[0] = index;
        return m_registers[4];
    }
    void write(__u32 index, __u32 value)
    {
        m_registers[0] = index;
        m_registers[4] = value;
    }

private:
    volatile __u32 *m_registers = nullptr;
};

/** How each interrupt is wired; looked up when it is first used. */
struct Wire
{
    __u8 input;
    bool known;
    bool isLevel;
    bool isActiveLow;
};

constinit IoApic ioApic;
constinit Wire wires[ioApicInterrupts]{};

Wire &wireOf(unsigned int irq)
{
    Wire &wire = wires[irq];
    if (wire.known)
        return wire;
    wire.known = true;
    if (irq < isaInterrupts) {
        const InterruptWire isa = findInterruptWire(irq);
        wire.input = static_cast<__u8>(isa.global < ioApicInterrupts ? isa.global : irq);
        wire.isLevel = isa.levelTriggered;
        wire.isActiveLow = isa.activeLow;
    } else {
        // PCI interrupts: level-triggered and active-high on QEMU's boards.
        wire.input = static_cast<__u8>(irq);
        wire.isLevel = true;
    }
    return wire;
}

void program(unsigned int irq, bool isMasked)
{
    if (irq >= ioApicInterrupts || !ioApic.map())
        return;
    LocalApic *local = LocalApic::get();
    const Wire &wire = wireOf(irq);
    const __u32 entry = redirectionRegister + 2U * wire.input;
    ioApic.write(entry + 1, local ? local->id() << 24 : 0);
    ioApic.write(entry, (trapVectors + irq) | (isMasked ? masked : 0) | (wire.isLevel ? level : 0) |
                            (wire.isActiveLow ? activeLow : 0));
}

void mask(unsigned int irq)
{
    program(irq, true);
}

void unmask(unsigned int irq)
{
    program(irq, false);
}

int configure(uk_intctlr_irq *irq)
{
    if (irq->id >= ioApicInterrupts)
        return irq->id < vectorCount - trapVectors ? 0 : -EINVAL;
    if (!ioApic.map())
        return -ENOMEM;
    Wire &wire = wireOf(irq->id);
    if (irq->trigger == UK_INTCTLR_IRQ_TRIGGER_NONE)
        return 0;
    wire.isLevel = irq->trigger == UK_INTCTLR_IRQ_TRIGGER_LEVEL;
    const __u32 entry = redirectionRegister + 2U * wire.input;
    program(irq->id, ioApic.read(entry) & masked);
    return 0;
}

void endInterrupt(unsigned int)
{
    if (LocalApic *local = LocalApic::get())
        local->endInterrupt();
}

constinit uk_intctlr_driver_ops operations{configure, nullptr, mask, unmask};
constinit Controller theController{{"apic", &operations}, endInterrupt};

} // namespace

Controller *startApic()
{
    constexpr __u32 apicBaseMsr = 0x1b;
    constexpr __u64 enabled = 1UL << 11;
    constexpr __u64 x2 = 1UL << 10;
    if (!(x86::cpuid(1).edx & 1U << 9))
        return nullptr;
    const __u64 base = x86::readMsr(apicBaseMsr);
    return (base & enabled) && !(base & x2) ? &theController : nullptr;
}

} // namespace uk::kvm
