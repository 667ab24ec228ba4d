// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The Interrupt Translation Service of GICv3 (Arm IHI 0069, 5 and 12.18): turns a device and the
// event that it writes into one of the interrupts from 8192 on (LPIs), whose settings are in
// memory. Its tables are made when the first message is asked for: a guest that needs none spends
// no memory on them.

#include <arm64/cpu.hpp>
#include <errno.h>
#include <kvm/gic.hpp>
#include <kvm/gic_messages.hpp>
#include <kvm/hardware.hpp>
#include <kvm/memory.hpp>
#include <uk/alloc.h>
#include <uk/arch/lcpu.h>
#include <uk/asm/interrupts.h>
#include <uk/irq_guard.hpp>

namespace uk::kvm {

namespace {

using namespace arm64;

constexpr __u64 pageSize = 4096;

/** Registers of the service. */
constexpr __u64 control = 0x0000;
constexpr __u64 type = 0x0008;
constexpr __u64 commandQueue = 0x0080;
constexpr __u64 commandWriter = 0x0088;
constexpr __u64 commandReader = 0x0090;
constexpr __u64 tables = 0x0100;
constexpr __u64 translater = 0x10040;

constexpr unsigned int tableCount = 8;
constexpr __u64 valid = 1UL << 63;
constexpr __u64 tableTypeShift = 56;
constexpr __u64 deviceTable = 1;
constexpr __u64 pageSizeShift = 8;
constexpr __u64 readerStalled = 1;
/** Inner shareable, written back; in the registers of the service and of the redistributor. */
constexpr __u64 innerShareable = 1UL << 10;
constexpr __u64 writtenBackService = 7UL << 59;
constexpr __u64 writtenBackRedistributor = 7UL << 7;

/** Registers of the redistributor. */
constexpr __u64 redistributorControl = 0x00;
constexpr __u64 redistributorType = 0x08;
constexpr __u64 propertiesBase = 0x70;
constexpr __u64 pendingBase = 0x78;
constexpr __u32 lpisEnabled = 1;
constexpr __u64 hasLpis = 1;
constexpr __u64 pendingIsZero = 1UL << 62;

constexpr __u32 firstLpi = 8192;
constexpr unsigned int identifierBits = 14; // the fewest with which there are LPIs
constexpr __sz propertyBytes = (1UL << identifierBits) - firstLpi;
constexpr __sz pendingBytes = (1UL << identifierBits) / 8;
constexpr __sz pendingAlignment = 64 << 10;
constexpr __u8 middlePriority = 0xa0;
constexpr __u8 enabled = 1;

constexpr unsigned int messages = __INTERRUPT_MESSAGES_END - __INTERRUPT_MESSAGES_FIRST;
constexpr unsigned int eventBits = 6;
static_assert(messages <= 1U << eventBits, "an event of a device for each");
constexpr __u32 devices = 256; // of one bus
constexpr __sz translationAlignment = 256;

/** Commands (5.3). */
enum Command : __u64
{
    synchronize = 0x05,
    mapDeviceTable = 0x08,
    mapCollection = 0x09,
    mapInterrupt = 0x0a,
    invalidateAll = 0x0d,
};

/** Zeroed memory for the controller, or nullptr. */
__u8 *allocate(__sz alignment, __sz size)
{
    auto *memory = static_cast<__u8 *>(uk_memalign(uk_alloc_get_default(), alignment, size));
    for (__sz i = 0; memory && i < size; ++i)
        memory[i] = 0;
    return memory;
}

__u64 addressOf(const void *memory)
{
    return reinterpret_cast<__u64>(memory);
}

class TranslationService
{
public:
    int describe(unsigned int number, uk_intctlr_message *message);
    void enable(unsigned int number, bool isEnabled);

private:
    int start();
    int startLpis();
    int giveTables();
    int giveTable(unsigned int index);
    int mapTheDevice(__u32 device);
    int send(__u64 first, __u64 second, __u64 third);
    int synchronizeCommands() { return send(synchronize, 0, m_target); }

    bool m_wasStarted = false;
    int m_startError = 0;
    __u64 m_base = 0;
    __u64 m_target = 0; // this processor's redistributor, as commands name it
    __u64 *m_commands = nullptr;
    __u64 m_nextCommand = 0;
    __u8 *m_properties = nullptr;
    __u32 m_largestDevice = 0;
    __u64 m_knownDevices[devices / 64]{};
};

/** Where LPIs are configured and pending is in memory from then on; that cannot be undone. */
int TranslationService::startLpis()
{
    const __u64 redistributor = gicV3Redistributor();
    if (!redistributor || !(read64(redistributor + redistributorType) & hasLpis) ||
        (read32(redistributor + redistributorControl) & lpisEnabled))
        return -ENOTSUP;
    m_properties = allocate(pageSize, propertyBytes);
    const __u8 *pending = allocate(pendingAlignment, pendingBytes);
    if (!m_properties || !pending)
        return -ENOMEM;
    write64(redistributor + propertiesBase, addressOf(m_properties) | (identifierBits - 1) |
                                                innerShareable | writtenBackRedistributor);
    write64(redistributor + pendingBase,
            addressOf(pending) | innerShareable | writtenBackRedistributor | pendingIsZero);
    asm volatile("dsb sy" : : : "memory");
    write32(redistributor + redistributorControl,
            read32(redistributor + redistributorControl) | lpisEnabled);

    constexpr __u64 physicalTargets = 1UL << 19;
    const __u64 processor = read64(redistributor + redistributorType) >> 8 & 0xffff;
    m_target = read64(m_base + type) & physicalTargets ? redistributor : processor << 16;
    return 0;
}

/** One page of a size that the service takes: with 4 KiB enough for the devices of a bus. */
int TranslationService::giveTable(unsigned int index)
{
    const __u64 at = m_base + tables + 8UL * index;
    const __u64 description = read64(at);
    const __u64 kind = description >> tableTypeShift & 7;
    if (kind == 0)
        return 0;
    constexpr __u64 sizes = 3;
    for (__u64 size = 0; size < sizes; ++size) {
        const __u64 bytes = pageSize << 2 * size;
        write64(at, size << pageSizeShift);
        if ((read64(at) >> pageSizeShift & 3) != size)
            continue;
        const __u8 *table = allocate(bytes, bytes);
        if (!table)
            return -ENOMEM;
        write64(at, valid | writtenBackService | addressOf(table) | innerShareable |
                        size << pageSizeShift);
        if (kind == deviceTable)
            m_largestDevice = static_cast<__u32>(bytes / ((description >> 48 & 31) + 1)) - 1;
        return 0;
    }
    return -ENOTSUP;
}

int TranslationService::giveTables()
{
    for (unsigned int i = 0; i < tableCount; ++i) {
        if (const int error = giveTable(i))
            return error;
    }
    m_commands = reinterpret_cast<__u64 *>(allocate(pageSize, pageSize));
    if (!m_commands)
        return -ENOMEM;
    write64(m_base + commandQueue,
            valid | writtenBackService | addressOf(m_commands) | innerShareable);
    write64(m_base + commandWriter, 0);
    asm volatile("dsb sy" : : : "memory");
    write32(m_base + control, 1);
    return 0;
}

int TranslationService::start()
{
    const Registers &registers = hardware().translationService;
    if (registers.size < translater + 4)
        return -ENOTSUP;
    if (!mapDevice(registers.base, registers.size))
        return -ENOMEM;
    m_base = registers.base;
    write32(m_base + control, 0);
    constexpr __u32 quiescent = 1U << 31;
    for (int i = 0; !(read32(m_base + control) & quiescent); ++i) {
        constexpr int patience = 1'000'000;
        if (i == patience)
            return -EIO;
        ukarch_spinwait();
    }
    if (const int error = startLpis())
        return error;
    if (const int error = giveTables())
        return error;
    // All interrupts are of collection 0, which is this processor's.
    if (const int error = send(mapCollection, 0, valid | m_target))
        return error;
    return synchronizeCommands();
}

/** Has a command carried out before it returns. */
int TranslationService::send(__u64 first, __u64 second, __u64 third)
{
    constexpr __u64 commandBytes = 32;
    __u64 *command = m_commands + m_nextCommand / sizeof(*m_commands);
    command[0] = first;
    command[1] = second;
    command[2] = third;
    command[3] = 0;
    m_nextCommand = (m_nextCommand + commandBytes) % pageSize;
    asm volatile("dsb sy" : : : "memory");
    write64(m_base + commandWriter, m_nextCommand);
    constexpr int patience = 1'000'000;
    for (int i = 0; i < patience; ++i) {
        const __u64 done = read64(m_base + commandReader);
        if (done & readerStalled)
            return -EIO;
        if (done == m_nextCommand)
            return 0;
        ukarch_spinwait();
    }
    return -EIO;
}

int TranslationService::mapTheDevice(__u32 device)
{
    __u64 &known = m_knownDevices[device / 64];
    if (known & 1UL << device % 64)
        return 0;
    const __sz entryBytes = (read64(m_base + type) >> 4 & 15) + 1;
    const __u8 *table = allocate(translationAlignment, entryBytes << eventBits);
    if (!table)
        return -ENOMEM;
    asm volatile("dsb sy" : : : "memory");
    if (const int error = send(mapDeviceTable | static_cast<__u64>(device) << 32, eventBits - 1,
                               valid | addressOf(table)))
        return error;
    known |= 1UL << device % 64;
    return 0;
}

int TranslationService::describe(unsigned int number, uk_intctlr_message *message)
{
    if (number < __INTERRUPT_MESSAGES_FIRST || number >= __INTERRUPT_MESSAGES_END)
        return -ENOTSUP;
    const IrqGuard guard;
    if (!m_wasStarted) {
        m_wasStarted = true;
        m_startError = start();
    }
    if (m_startError)
        return m_startError;
    if (!message)
        return 0;
    const __u32 device = message->device;
    if (device >= devices || device > m_largestDevice)
        return -ENOTSUP;
    if (const int error = mapTheDevice(device))
        return error;
    const __u64 event = number - __INTERRUPT_MESSAGES_FIRST;
    if (const int error = send(mapInterrupt | static_cast<__u64>(device) << 32,
                               event | (firstLpi + event) << 32, 0))
        return error;
    if (const int error = synchronizeCommands())
        return error;
    message->address = m_base + translater;
    message->data = static_cast<__u32>(event);
    return 0;
}

void TranslationService::enable(unsigned int number, bool isEnabled)
{
    const IrqGuard guard;
    // Nobody can have asked for its message.
    if (!m_wasStarted || m_startError)
        return;
    constexpr __u8 groupOne = 2;
    m_properties[number - __INTERRUPT_MESSAGES_FIRST] =
        isEnabled ? middlePriority | groupOne | enabled : middlePriority | groupOne;
    asm volatile("dsb sy" : : : "memory");
    // The redistributor may have a copy. A service that stopped has nothing to say any more.
    if (send(invalidateAll, 0, 0) == 0)
        synchronizeCommands();
}

constinit TranslationService service;

int describeMessage(unsigned int number, uk_intctlr_message *message)
{
    return service.describe(number, message);
}

void enableMessage(unsigned int number, bool isEnabled)
{
    service.enable(number, isEnabled);
}

} // namespace

constinit const GicMessages gicTranslatedMessages{describeMessage, enableMessage, firstLpi};

} // namespace uk::kvm
