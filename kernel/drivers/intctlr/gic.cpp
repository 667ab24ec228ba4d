// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The distributor of Arm's Generic Interrupt Controller (Arm IHI 0048 and IHI 0069), versions 2 and
// 3. Interrupts 16 to 31 belong to the processor, those from 32 on to devices.

#include <arm64/cpu.hpp>
#include <errno.h>
#include <kvm/gic.hpp>
#include <kvm/gic_messages.hpp>
#include <kvm/hardware.hpp>
#include <kvm/memory.hpp>
#include <kvm/preemption.hpp>
#include <uk/asm/interrupts.h>
#include <uk/intctlr.h>

namespace uk::kvm {

namespace {

using namespace arm64;

constexpr __u64 control = 0x000;
constexpr __u64 type = 0x004;
constexpr __u64 group = 0x080;
constexpr __u64 setEnable = 0x100;
constexpr __u64 clearEnable = 0x180;
constexpr __u64 priority = 0x400;
constexpr __u64 target = 0x800;
constexpr __u64 configuration = 0xc00;
constexpr __u64 route = 0x6000;

constexpr __u32 groupBits = 32; // interrupts in a register of one bit each
constexpr __u32 firstShared = 32;
constexpr __u32 firstPerProcessor = 16;
constexpr __u32 firstSpecial = 1020;
constexpr __u32 endSpecial = 1024;
constexpr __u32 writePending = 1U << 31;
constexpr __u32 middlePriorities = 0xa0a0a0a0;

/** The distributor, and the frame of the processor's own interrupts. */
class Gic
{
public:
    int start();
    const GicInterface *interface() const { return m_interface; }

    void mask(unsigned int irq) { enable(irq, false); }
    void unmask(unsigned int irq) { enable(irq, true); }
    int configure(const uk_intctlr_irq &irq);
    int describeMessage(unsigned int irq, uk_intctlr_message *message);
    /** What others know interrupt `acknowledged` of the processor by; __INTERRUPT_COUNT: nobody
     * does. */
    unsigned int numberOf(__u32 acknowledged) const;

private:
    void enable(unsigned int irq, bool isEnabled)
    {
        if (hasOwnMessages() && isMessage(irq))
            m_messages->enable(irq, isEnabled);
        else
            writeBit(isEnabled ? setEnable : clearEnable, irq);
    }
    static bool isMessage(unsigned int irq)
    {
        return irq >= __INTERRUPT_MESSAGES_FIRST && irq < __INTERRUPT_MESSAGES_END;
    }
    /** Whether messages are no interrupts of the distributor's. */
    bool hasOwnMessages() const { return m_messages && m_messages->enable; }
    void writeBit(__u64 registers, unsigned int irq)
    {
        write32(frameOf(irq) + registers + irq / groupBits * 4, 1U << irq % groupBits);
    }
    __u64 frameOf(unsigned int irq) const
    {
        return irq < firstShared ? m_processorFrame : m_distributor;
    }
    void prepareShared(__u32 end, bool isVersion3);
    void prepareProcessor(bool isVersion3);

    const GicInterface *m_interface = nullptr;
    const GicMessages *m_messages = nullptr; // once the first is asked for
    __u64 m_distributor = 0;
    __u64 m_processorFrame = 0;
};

void Gic::prepareShared(__u32 end, bool isVersion3)
{
    const __u64 affinity = UK_ARM64_READ(mpidr_el1) & 0xff00ffffffUL;
    for (__u32 irq = firstShared; irq < end; irq += groupBits) {
        write32(m_distributor + clearEnable + irq / 8, ~0U);
        if (isVersion3)
            write32(m_distributor + group + irq / 8, ~0U);
    }
    for (__u32 irq = firstShared; irq < end; irq += 4) {
        write32(m_distributor + priority + irq, middlePriorities);
        if (!isVersion3)
            write32(m_distributor + target + irq, 0x01010101);
    }
    for (__u32 irq = firstShared; isVersion3 && irq < end; ++irq)
        write64(m_distributor + route + irq * 8UL, affinity);
}

void Gic::prepareProcessor(bool isVersion3)
{
    write32(m_processorFrame + clearEnable, ~0U);
    if (isVersion3)
        write32(m_processorFrame + group, ~0U);
    for (__u32 irq = 0; irq < firstShared; irq += 4)
        write32(m_processorFrame + priority + irq, middlePriorities);
}

int Gic::start()
{
    const Hardware &machine = hardware();
    if (machine.gicVersion == 0 || machine.distributor.size == 0)
        return -ENODEV;
    const bool isVersion3 = machine.gicVersion == 3;
    const volatile void *registers = mapDevice(machine.distributor.base, machine.distributor.size);
    if (!registers)
        return -ENOMEM;
    m_distributor = machine.distributor.base;

    write32(m_distributor + control, 0);
    if (isVersion3 && !settleGic(m_distributor + control, writePending))
        return -EIO;
    __u32 end = ((read32(m_distributor + type) & 31) + 1) * groupBits;
    if (end > firstSpecial)
        end = firstSpecial;
    prepareShared(end, isVersion3);
    // Affinity routing and group 1, or group 0 of a version that has no other for one world.
    constexpr __u32 routingAndGroup1 = 1U << 4 | 1U << 1;
    write32(m_distributor + control, isVersion3 ? routingAndGroup1 : 1);
    if (isVersion3 && !settleGic(m_distributor + control, writePending))
        return -EIO;

    const GicInterface &chosen = isVersion3 ? gicV3 : gicV2;
    m_processorFrame = chosen.start();
    if (!m_processorFrame)
        return -EIO;
    prepareProcessor(isVersion3);
    m_interface = &chosen;
    return 0;
}

int Gic::configure(const uk_intctlr_irq &irq)
{
    if (irq.trigger == UK_INTCTLR_IRQ_TRIGGER_NONE)
        return 0;
    // Those that processors send each other have no wire.
    if (irq.id < firstPerProcessor || irq.id >= firstSpecial)
        return -EINVAL;
    const __u64 address = frameOf(irq.id) + configuration + irq.id / 16 * 4;
    const __u32 edge = 2U << irq.id % 16 * 2;
    const __u32 others = read32(address) & ~edge;
    write32(address, irq.trigger == UK_INTCTLR_IRQ_TRIGGER_EDGE ? others | edge : others);
    return 0;
}

#ifdef CONFIG_LIBUKBUS_PCI
int Gic::describeMessage(unsigned int irq, uk_intctlr_message *message)
{
    const GicMessages &chosen = m_interface == &gicV3 ? gicTranslatedMessages : gicFrameMessages;
    if (const int error = chosen.describe(irq, message))
        return error;
    m_messages = &chosen;
    // Of a message there is nothing but that it came.
    return hasOwnMessages() ? 0 : configure({irq, UK_INTCTLR_IRQ_TRIGGER_EDGE});
}
#endif

unsigned int Gic::numberOf(__u32 acknowledged) const
{
    if (!hasOwnMessages() || acknowledged < m_messages->first)
        return acknowledged;
    const __u32 number = acknowledged - m_messages->first + __INTERRUPT_MESSAGES_FIRST;
    return number < __INTERRUPT_MESSAGES_END ? number : __INTERRUPT_COUNT;
}

constinit Gic gic;

#ifdef CONFIG_LIBUKBUS_PCI
int describeMessage(unsigned int number, uk_intctlr_message *message)
{
    return gic.describeMessage(number, message);
}
#else
constexpr int (*describeMessage)(unsigned int, uk_intctlr_message *) = nullptr;
#endif

int configureInterrupt(uk_intctlr_irq *interrupt)
{
    return gic.configure(*interrupt);
}

void maskInterrupt(unsigned int irq)
{
    gic.mask(irq);
}

void unmaskInterrupt(unsigned int irq)
{
    gic.unmask(irq);
}

constinit uk_intctlr_driver_ops operations{configureInterrupt, nullptr,         maskInterrupt,
                                           unmaskInterrupt,    describeMessage, nullptr};
constinit uk_intctlr_desc description{"GIC", &operations};

} // namespace

bool settleGic(__u64 controlRegister, __u32 pendingBit)
{
    // Far more than any controller takes.
    constexpr int patience = 1'000'000;
    for (int i = 0; i < patience; ++i) {
        if (!(read32(controlRegister) & pendingBit))
            return true;
        ukarch_spinwait();
    }
    return false;
}

} // namespace uk::kvm

using namespace uk::kvm;

extern "C" int uk_intctlr_probe(void)
{
    if (const int error = gic.start())
        return error;
    description.name = gic.interface()->name;
    return uk_intctlr_register(&description);
}

/** Called by trap_entry.S for every interrupt, on the stack of exceptions. */
extern "C" void kvm_interrupt(struct __regs *regs)
{
    const GicInterface *interface = gic.interface();
    if (!interface)
        return;
    const __u32 acknowledged = interface->acknowledge();
    const __u32 irq = acknowledged & interface->numberMask;
    // The interrupt went away before it was taken.
    if (irq >= firstSpecial && irq < endSpecial)
        return;
    uk_intctlr_irq_handle(regs, gic.numberOf(irq));
    interface->end(acknowledged);
    preemptIfWanted(*regs);
}
