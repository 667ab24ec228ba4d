// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/relocation.hpp>
#include <uk/address.hpp>
#include <uk/asm/random_number.hpp>
#include <uk/plat/common/memory_regions.hpp>
#include <uk/print.h>
#include <uk/reloc.h>

extern "C" {
extern char _text[], __bss_end[];
}

namespace uk::kvm {

namespace {

constexpr __u64 pageSize = 4096;
// What a PC's loaders and firmware leave lies below, not all of it reserved.
constexpr __u64 lowest = 1UL << 20;

enum class Reason
{
    none,
    noRandomNumber,
    noMemory,
};
constinit Reason stays = Reason::none;

struct Range
{
    __u64 begin, end;

    /** How many pages in it an image of `size` bytes can begin at. */
    __u64 places(__u64 size) const
    {
        return end > begin && end - begin >= size ? (end - begin - size) / pageSize + 1 : 0;
    }
};

/** The parts of a free region before and after this image. */
struct Parts
{
    Range parts[2];

    explicit Parts(const MemoryMap::Region &region)
    {
        const __u64 begin = region.pbase > lowest ? region.pbase : lowest;
        const __u64 top = region.pbase + region.pg_count * pageSize;
        const __u64 end = top < bootMapEnd ? top : bootMapEnd;
        const __u64 imageBegin = reinterpret_cast<__u64>(_text);
        const __u64 imageEnd = reinterpret_cast<__u64>(__bss_end);
        parts[0] = {begin, imageBegin < end ? imageBegin : end};
        parts[1] = {imageEnd > begin ? imageEnd : begin, end};
        if (imageEnd <= begin || imageBegin >= end)
            parts[0] = {begin, end}, parts[1] = {0, 0};
    }
};

/** The `number`th page that an image of `size` bytes can begin at, or 0; when `count` is given, how
 * many there are instead. */
__u64 findPlace(MemoryMap &memory, __u64 size, __u64 number, __u64 *count)
{
    __u64 sum = 0;
    for (int i = 0; i < memory.count(); ++i) {
        if (memory[i].type != UKPLAT_MEMRT_FREE)
            continue;
        for (const Range &range : Parts(memory[i]).parts) {
            const __u64 places = range.places(size);
            if (!count && number - sum < places)
                return range.begin + (number - sum) * pageSize;
            sum += places;
        }
    }
    if (count)
        *count = sum;
    return 0;
}

} // namespace

void moveImage(MemoryMap &memory, __u64 seed)
{
    __u64 random = 0;
    if (!arch::readRandomNumber(random) && !seed) {
        stays = Reason::noRandomNumber;
        return;
    }
    random ^= seed;
    const __u64 size = static_cast<__u64>(__bss_end - _text);
    __u64 count = 0;
    findPlace(memory, size, 0, &count);
    if (!count) {
        stays = Reason::noMemory;
        return;
    }
    const __u64 place = findPlace(memory, size, random % count, nullptr);
    const __u64 distance = place - reinterpret_cast<__u64>(_text);
    auto *from = reinterpret_cast<const __u64 *>(_text);
    auto *to = reinterpret_cast<volatile __u64 *>(place);
    for (__u64 i = 0; i < size / sizeof(*from); ++i)
        to[i] = from[i];
    uk_reloc_apply(distance);
    enterCopy(distance);
}

void announcePlace()
{
    switch (stays) {
    case Reason::noRandomNumber:
        uk_pr_warn(
            "The image runs where it was linked, at addresses that everybody can know: there "
            "is no random number for another place. Give the guest a processor with RDRAND or "
            "RNDR, or a loader that passes a seed\n");
        break;
    case Reason::noMemory:
        uk_pr_warn(
            "The image runs where it was linked, at addresses that everybody can know: there "
            "is no memory for a second copy of it. Give the guest more\n");
        break;
    case Reason::none:
        uk_pr_info("Load offset: 0x%lx\n", uk_reloc_offset());
    }
}

} // namespace uk::kvm
