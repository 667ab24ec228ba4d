// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/firmware.hpp>
#include <kvm/memory.hpp>

namespace uk::kvm {

namespace {

struct [[gnu::packed]] RootPointer
{
    char signature[8];
    __u8 checksum;
    char oemId[6];
    __u8 revision;
    __u32 rsdt;
    // From revision 2 on:
    __u32 length;
    __u64 xsdt;
    __u8 extendedChecksum;
    __u8 reserved[3];
};

constexpr unsigned int rootPointerSizeOfRevision0 = 20;

constinit __paddr_t toldRootPointer = 0;

bool equal(const char *a, const char *b, unsigned int length)
{
    for (unsigned int i = 0; i < length; ++i) {
        if (a[i] != b[i])
            return false;
    }
    return true;
}

bool isChecksumRight(const void *data, unsigned int length)
{
    __u8 sum = 0;
    for (unsigned int i = 0; i < length; ++i)
        sum = static_cast<__u8>(sum + static_cast<const __u8 *>(data)[i]);
    return sum == 0;
}

bool isRootPointer(const RootPointer *candidate)
{
    return equal(candidate->signature, "RSD PTR ", 8) &&
           isChecksumRight(candidate, rootPointerSizeOfRevision0);
}

const RootPointer *searchRootPointer(__paddr_t begin, __u64 length)
{
    const auto *area = static_cast<const char *>(mapFirmware(begin, length));
    if (!area)
        return nullptr;
    for (__u64 at = 0; at + sizeof(RootPointer) <= length; at += 16) {
        const auto *candidate = reinterpret_cast<const RootPointer *>(area + at);
        if (isRootPointer(candidate))
            return candidate;
    }
    return nullptr;
}

const RootPointer *findRootPointer()
{
    if (toldRootPointer) {
        const auto *told =
            static_cast<const RootPointer *>(mapFirmware(toldRootPointer, sizeof(RootPointer)));
        if (told && isRootPointer(told))
            return told;
    }
    // The BIOS area first: that is where QEMU's firmware has it. The other place, the first KiB of
    // the extended BIOS data area, lies within the last page of conventional memory or above.
    if (const auto *found = searchRootPointer(0xe0000, 0x20000))
        return found;
    return searchRootPointer(0x9fc00, 0x400);
}

const AcpiTable *mapTable(__paddr_t address)
{
    const auto *header = static_cast<const AcpiTable *>(mapFirmware(address, sizeof(AcpiTable)));
    if (!header || header->length < sizeof(AcpiTable) || !mapFirmware(address, header->length))
        return nullptr;
    return isChecksumRight(header, header->length) ? header : nullptr;
}

__u64 entryAt(const AcpiTable *list, unsigned int i, bool isWide)
{
    const char *entries = reinterpret_cast<const char *>(list + 1);
    // Entries of the XSDT are not aligned.
    __u64 value = 0;
    const unsigned int size = isWide ? 8 : 4;
    for (unsigned int k = 0; k < size; ++k)
        value |= static_cast<__u64>(static_cast<__u8>(entries[i * size + k])) << (8 * k);
    return value;
}

} // namespace

void setAcpiRsdp(__paddr_t address)
{
    toldRootPointer = address;
}

const AcpiTable *findAcpiTable(const char *signature)
{
    const RootPointer *root = findRootPointer();
    if (!root)
        return nullptr;
    const bool isWide = root->revision >= 2 && root->xsdt;
    const AcpiTable *list = mapTable(isWide ? root->xsdt : root->rsdt);
    if (!list)
        return nullptr;
    const unsigned int count =
        (list->length - static_cast<__u32>(sizeof(AcpiTable))) / (isWide ? 8 : 4);
    for (unsigned int i = 0; i < count; ++i) {
        const AcpiTable *table = mapTable(entryAt(list, i, isWide));
        if (table && equal(table->signature, signature, 4))
            return table;
    }
    return nullptr;
}

} // namespace uk::kvm
