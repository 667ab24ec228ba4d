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
#include <uk/asm/interrupts.h>
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
    bool map(__paddr_t address)
    {
        if (!m_registers)
            m_registers = static_cast<volatile __u32 *>(mapDevice(address, 0x20));
        return m_registers;
    }
    /** What an input does: a redirection entry, without the processor it goes to. */
    void program(unsigned int input, __u32 entry)
    {
        const LocalApic *local = LocalApic::get();
        const __u32 at = redirectionRegister + 2U * input;
        write(at + 1, local ? local->id() << 24 : 0);
        write(at, entry);
    }
    bool isMasked(unsigned int input) const
    {
        return read(redirectionRegister + 2U * input) & masked;
    }

private:
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

/** An input of another I/O APIC, which raises an interrupt that is reserved for messages. */
struct FarWire
{
    IoApic controller;
    unsigned int wire;
    __u8 input;
    bool isUsed;
};

constexpr unsigned int messages = __INTERRUPT_MESSAGES_END - __INTERRUPT_MESSAGES_FIRST;
static_assert(firstMessageInterrupt == __INTERRUPT_MESSAGES_FIRST);

constinit IoApic ioApic;
constinit Wire wires[ioApicInterrupts]{};
constinit FarWire farWires[messages]{};

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

FarWire *farWireOf(unsigned int irq)
{
    if (irq < firstMessageInterrupt || irq >= firstMessageInterrupt + messages)
        return nullptr;
    FarWire &far = farWires[irq - firstMessageInterrupt];
    return far.isUsed ? &far : nullptr;
}

void program(unsigned int irq, bool isMasked)
{
    const __u32 entry = (trapVectors + irq) | (isMasked ? masked : 0);
    if (FarWire *far = farWireOf(irq)) {
        // Like the first one's inputs beyond those of ISA.
        far->controller.program(far->input, entry | level);
    } else if (irq < ioApicInterrupts && ioApic.map(ioApicAddress)) {
        const Wire &wire = wireOf(irq);
        ioApic.program(wire.input,
                       entry | (wire.isLevel ? level : 0) | (wire.isActiveLow ? activeLow : 0));
    }
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
    if (!ioApic.map(ioApicAddress))
        return -ENOMEM;
    Wire &wire = wireOf(irq->id);
    if (irq->trigger == UK_INTCTLR_IRQ_TRIGGER_NONE)
        return 0;
    wire.isLevel = irq->trigger == UK_INTCTLR_IRQ_TRIGGER_LEVEL;
    program(irq->id, ioApic.isMasked(wire.input));
    return 0;
}

/** Intel SDM volume 3A, 10.11: physical destination, fixed delivery, edge. */
int describeMessage(unsigned int number, uk_intctlr_message *message)
{
    const LocalApic *local = LocalApic::get();
    if (!local)
        return -ENOTSUP;
    if (!message)
        return 0;
    message->address = 0xfee00000 | static_cast<__u64>(local->id()) << 12;
    message->data = trapVectors + number;
    return 0;
}

int numberOfWire(unsigned int wire)
{
    if (wire < ioApicInterrupts)
        return static_cast<int>(wire);
    for (unsigned int i = 0; i < messages; ++i) {
        if (farWires[i].isUsed && farWires[i].wire == wire)
            return static_cast<int>(firstMessageInterrupt + i);
    }
    const IoApicPlace place = findIoApic(wire);
    if (place.firstWire < ioApicInterrupts || wire - place.firstWire >= ioApicInterrupts)
        return -ENOENT;
    IoApic controller;
    unsigned int number = 0;
    if (!controller.map(place.address) || uk_intctlr_irq_alloc(&number, 1))
        return -ENOMEM;
    farWires[number - firstMessageInterrupt] = {controller, wire,
                                                static_cast<__u8>(wire - place.firstWire), true};
    return static_cast<int>(number);
}

void endInterrupt(unsigned int)
{
    if (LocalApic *local = LocalApic::get())
        local->endInterrupt();
}

constinit uk_intctlr_driver_ops operations{configure, nullptr,         mask,
                                           unmask,    describeMessage, numberOfWire};
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
