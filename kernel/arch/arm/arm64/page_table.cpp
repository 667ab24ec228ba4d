// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <arm64/cpu.hpp>
#include <errno.h>
#include <uk/asm/page_table.hpp>
#include <uk/page_walk.hpp>

namespace uk::arch {

namespace {

constexpr __u64 valid = 1UL << 0;
constexpr __u64 tableOrPage = 1UL << 1;  // a table or, at the lowest level, a page
constexpr __u64 deviceMemory = 1UL << 2; // the second attribute that entry.S puts into MAIR_EL1
constexpr __u64 readOnly = 1UL << 7;
constexpr __u64 innerShareable = 3UL << 8;
constexpr __u64 accessed = 1UL << 10;
constexpr __u64 notGlobal = 1UL << 11;
constexpr __u64 neverExecute = 3UL << 53; // neither here nor at EL0
constexpr __u64 neverExecuteAtEl0 = 1UL << 54;

constexpr int largestLevel = 2;
constexpr __u64 addressLimit = 1UL << 39;

// The boot tables have number 0, so translations of the two never mix.
constexpr __u64 addressSpaceNumber = 1;
constexpr __u64 writableNeverExecutes = 1UL << 19; // SCTLR_EL1.WXN

/** Entries, for <uk/page_walk.hpp>. */
struct Format
{
    static constexpr int levels = 3;
    static constexpr __u64 addressMask = 0x0000fffffffff000UL;

    static bool isValid(__u64 entry) { return entry & valid; }
    static bool isPage(__u64 entry, int level) { return level == 0 || !(entry & tableOrPage); }
    static __u64 pageBits(int level) { return level ? 0 : tableOrPage; }
};

__u64 flagsOf(Access access)
{
    constexpr __u64 common = valid | accessed | notGlobal;
    switch (access) {
    case Access::readOnly:
        return common | innerShareable | readOnly | neverExecute;
    case Access::readWrite:
        return common | innerShareable | neverExecute;
    case Access::execute:
        return common | innerShareable | readOnly | neverExecuteAtEl0;
    case Access::device:
        return common | deviceMemory | neverExecute;
    }
    return 0;
}

} // namespace

bool PageTable::create(FrameSource frames)
{
    m_frames = frames;
    m_root = identityMapped<__u64>(frames());
    return m_root != nullptr;
}

ErrorOr<__u64 *> PageTable::tableBelow(__u64 &entry)
{
    if (!(entry & valid)) {
        const PhysicalAddress frame = m_frames();
        if (frame.isNull())
            return Error{ENOMEM};
        // The table's zeroes have to be there before the processor can come upon it.
        asm volatile("dmb ishst" : : : "memory");
        entry = frame.value() | valid | tableOrPage;
    }
    return reinterpret_cast<__u64 *>(entry & Format::addressMask);
}

ErrorOr<void> PageTable::map(PhysicalAddress begin, PhysicalAddress end, Access access)
{
    const __u64 flags = flagsOf(access);
    if (PhysicalAddress(addressLimit) < end)
        end = PhysicalAddress(addressLimit);

    UK_TRY(mapRange<Format>(m_root, begin, end, flags, largestLevel,
                            [this](__u64 &entry) { return tableBelow(entry); }));
    // An entry that becomes valid needs no more than this to be used.
    asm volatile("dsb ishst; isb" : : : "memory");
    return {};
}

ErrorOr<void> PageTable::split(__u64 &entry, PhysicalAddress at, int level)
{
    const __u64 size = 1UL << pageShift(level);
    const PhysicalAddress block = at.alignedDown(size);
    // A large page must be gone before smaller ones take its place (Arm ARM D8.14.1): meanwhile
    // nothing in it can be reached, also not the entry.
    if (PhysicalAddress(reinterpret_cast<__u64>(&entry)).alignedDown(size) == block)
        return Error{EBUSY};
    const PhysicalAddress frame = m_frames();
    if (frame.isNull())
        return Error{ENOMEM};
    auto *table = identityMapped<__u64>(frame);
    const __u64 first = level == 1 ? entry | tableOrPage : entry;
    for (__u64 i = 0; i < 512; ++i)
        table[i] = first + (i << pageShift(level - 1));
    // In registers alone, with interrupts off: the stack may lie there.
    const __u64 replacement = frame.value() | valid | tableOrPage;
    __u64 interrupts;
    asm volatile("mrs %0, daif; msr daifset, #0xf; dsb ish; str xzr, [%1]; dsb ish; "
                 "tlbi vmalle1; dsb ish; isb; str %2, [%1]; dsb ish; isb; msr daif, %0"
                 : "=&r"(interrupts)
                 : "r"(&entry), "r"(replacement)
                 : "memory");
    return {};
}

ErrorOr<__u64 *> PageTable::entryOf(PhysicalAddress page)
{
    return findEntry<Format>(
        m_root, page, [this, page](__u64 &entry, int level) { return split(entry, page, level); });
}

ErrorOr<void> PageTable::setPresent(PhysicalAddress page, bool isPresent)
{
    __u64 &entry = *UK_TRY(entryOf(page));
    entry = isPresent ? entry | valid : entry & ~valid;
    asm volatile("dsb ishst; tlbi vmalle1; dsb ish; isb" : : : "memory");
    return {};
}

ErrorOr<void> PageTable::setReadOnly(PhysicalAddress page)
{
    __u64 &entry = *UK_TRY(entryOf(page));
    entry |= readOnly;
    asm volatile("dsb ishst; tlbi vmalle1; dsb ish; isb" : : : "memory");
    return {};
}

void PageTable::activate() const
{
    UK_ARM64_WRITE(ttbr0_el1, reinterpret_cast<__u64>(m_root) | addressSpaceNumber << 48);
    arm64::synchronizeContext();
    UK_ARM64_WRITE(sctlr_el1, UK_ARM64_READ(sctlr_el1) | writableNeverExecutes);
    asm volatile("isb; tlbi vmalle1; dsb nsh; isb" : : : "memory");
}

} // namespace uk::arch
