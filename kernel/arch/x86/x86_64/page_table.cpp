// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <uk/asm/page_table.hpp>
#include <uk/page_walk.hpp>
#include <x86/cpu.hpp>

namespace uk::arch {

namespace {

constexpr __u64 present = 1UL << 0;
constexpr __u64 writable = 1UL << 1;
constexpr __u64 writeThrough = 1UL << 3;
constexpr __u64 cacheDisable = 1UL << 4;
constexpr __u64 accessed = 1UL << 5;
constexpr __u64 dirty = 1UL << 6;
constexpr __u64 largePage = 1UL << 7;
constexpr __u64 noExecute = 1UL << 63;

/** Entries, for <uk/page_walk.hpp>. */
struct Format
{
    static constexpr int levels = 4;
    static constexpr __u64 addressMask = 0x000ffffffffff000UL;

    static bool isValid(__u64 entry) { return entry & present; }
    static bool isPage(__u64 entry, int level) { return level == 0 || (entry & largePage); }
    static __u64 pageBits(int level) { return level ? largePage : 0; }
};

__u64 flagsOf(Access access)
{
    switch (access) {
    case Access::readOnly:
        return present | accessed | noExecute;
    case Access::readWrite:
        return present | accessed | dirty | writable | noExecute;
    case Access::execute:
        return present | accessed;
    case Access::device:
        return present | accessed | dirty | writable | noExecute | writeThrough | cacheDisable;
    }
    return 0;
}

} // namespace

bool PageTable::create(FrameSource frames)
{
    const __u32 features = x86::cpuid(0x80000001).edx;
    m_hasNoExecute = features & 1U << 20;
    m_hasGigabytePages = features & 1U << 26;
    m_frames = frames;
    m_root = identityMapped<__u64>(frames());
    return m_root != nullptr;
}

ErrorOr<__u64 *> PageTable::tableBelow(__u64 &entry)
{
    if (!(entry & present)) {
        const PhysicalAddress frame = m_frames();
        if (frame.isNull())
            return Error{ENOMEM};
        entry = frame.value() | present | writable | accessed;
    }
    return reinterpret_cast<__u64 *>(entry & Format::addressMask);
}

ErrorOr<void> PageTable::map(PhysicalAddress begin, PhysicalAddress end, Access access)
{
    __u64 flags = flagsOf(access);
    if (!m_hasNoExecute)
        flags &= ~noExecute;
    const int largestLevel = m_hasGigabytePages ? 2 : 1;

    return mapRange<Format>(m_root, begin, end, flags, largestLevel,
                            [this](__u64 &entry) { return tableBelow(entry); });
}

ErrorOr<void> PageTable::split(__u64 &entry, int level)
{
    const PhysicalAddress frame = m_frames();
    if (frame.isNull())
        return Error{ENOMEM};
    auto *table = identityMapped<__u64>(frame);
    // The lowest level knows no large pages.
    const __u64 first = level == 1 ? entry & ~largePage : entry;
    for (__u64 i = 0; i < 512; ++i)
        table[i] = first + (i << pageShift(level - 1));
    entry = frame.value() | present | writable | accessed;
    return {};
}

ErrorOr<__u64 *> PageTable::entryOf(PhysicalAddress page)
{
    return findEntry<Format>(m_root, page,
                             [this](__u64 &entry, int level) { return split(entry, level); });
}

ErrorOr<void> PageTable::setPresent(PhysicalAddress page, bool isPresent)
{
    __u64 &entry = *UK_TRY(entryOf(page));
    entry = isPresent ? entry | present : entry & ~present;
    x86::forgetTranslation(page.value());
    return {};
}

ErrorOr<void> PageTable::setReadOnly(PhysicalAddress page)
{
    __u64 &entry = *UK_TRY(entryOf(page));
    entry &= ~writable;
    x86::forgetTranslation(page.value());
    return {};
}

void PageTable::activate() const
{
    x86::writeCr3(reinterpret_cast<__u64>(m_root));
}

} // namespace uk::arch
