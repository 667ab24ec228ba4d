// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The two Intel 8259A interrupt controllers of a PC, cascaded at input 2.

#include <errno.h>
#include <kvm/interrupts.hpp>
#include <kvm/vectors.hpp>
#include <x86/cpu.hpp>

namespace uk::kvm {

namespace {

using namespace x86;

constexpr __u16 primaryCommand = 0x20;
constexpr __u16 primaryData = 0x21;
constexpr __u16 secondaryCommand = 0xa0;
constexpr __u16 secondaryData = 0xa1;
constexpr __u16 triggerControl = 0x4d0; // ELCR: a bit an interrupt, 1 for level

constexpr unsigned int cascade = 2;
constexpr __u8 endOfInterrupt = 0x20;

void initialise()
{
    out8(primaryCommand, 0x11); // edge, cascade, ICW4 follows
    out8(secondaryCommand, 0x11);
    out8(primaryData, trapVectors);
    out8(secondaryData, trapVectors + 8);
    out8(primaryData, 1U << cascade);
    out8(secondaryData, cascade);
    out8(primaryData, 0x01); // 8086 mode
    out8(secondaryData, 0x01);
    out8(primaryData, 0xff);
    out8(secondaryData, 0xff);
}

void setMask(unsigned int irq, bool masked)
{
    const __u16 port = irq < 8 ? primaryData : secondaryData;
    const unsigned int bit = 1U << (irq & 7);
    const unsigned int old = in8(port);
    out8(port, static_cast<__u8>(masked ? old | bit : old & ~bit));
}

void mask(unsigned int irq)
{
    if (irq < isaInterrupts)
        setMask(irq, true);
}

void unmask(unsigned int irq)
{
    if (irq >= isaInterrupts)
        return;
    if (irq >= 8)
        setMask(cascade, false);
    setMask(irq, false);
}

int configure(uk_intctlr_irq *irq)
{
    if (irq->id >= isaInterrupts)
        return -EINVAL;
    if (irq->trigger == UK_INTCTLR_IRQ_TRIGGER_NONE)
        return 0;
    const __u16 port = static_cast<__u16>(triggerControl + irq->id / 8);
    const unsigned int bit = 1U << (irq->id & 7);
    const unsigned int old = in8(port);
    const bool isLevel = irq->trigger == UK_INTCTLR_IRQ_TRIGGER_LEVEL;
    out8(port, static_cast<__u8>(isLevel ? old | bit : old & ~bit));
    return 0;
}

void endInterrupt(unsigned int irq)
{
    if (irq >= 8)
        out8(secondaryCommand, endOfInterrupt);
    out8(primaryCommand, endOfInterrupt);
}

constinit uk_intctlr_driver_ops operations{configure, nullptr, mask, unmask, nullptr, nullptr};
constinit Controller theController{{"pic", &operations}, endInterrupt};

} // namespace

Controller *startPic()
{
    initialise();
    return &theController;
}

void silencePic()
{
    initialise();
}

} // namespace uk::kvm
