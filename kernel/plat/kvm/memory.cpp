// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <kvm/memory.hpp>
#include <uk/asm/page_table.hpp>
#include <uk/plat/io.h>
#include <uk/plat/memory.h>

extern "C" {
extern char _text[], _etext[], _rodata[], _erodata[], _data[], __bss_end[];
extern char _ro_after_init[], _ro_after_init_end[];
extern char stack_guard[], boot_stack[];
}

namespace uk::kvm {

namespace {

constexpr __u64 pageSize = 4096;
constexpr __u64 largePageSize = 2UL << 20;
constinit arch::PageTable pageTable;

PhysicalAddress allocateFrame()
{
    auto *frame = static_cast<__u64 *>(
        ukplat_memallocator_get() ? uk_palloc(ukplat_memallocator_get(), 1)
                                  : ukplat_memregion_alloc(pageSize, UKPLAT_MEMRT_KERNEL,
                                                           UKPLAT_MEMRF_READ | UKPLAT_MEMRF_WRITE));
    if (frame) {
        for (__u64 i = 0; i < pageSize / sizeof(*frame); ++i)
            frame[i] = 0;
    }
    return PhysicalAddress(reinterpret_cast<__u64>(frame));
}

PhysicalAddress addressOf(const char *symbol)
{
    return PhysicalAddress(reinterpret_cast<__u64>(symbol));
}

__u64 freePages(MemoryMap &memory)
{
    __u64 pages = 0;
    for (int i = 0; i < memory.count(); ++i)
        pages += memory[i].type == UKPLAT_MEMRT_FREE ? memory[i].pg_count : 0;
    return pages;
}

ErrorOr<void> mapImage()
{
    UK_TRY(pageTable.map(addressOf(_text), addressOf(_etext).alignedUp(pageSize), Access::execute));
    UK_TRY(pageTable.map(addressOf(_rodata), addressOf(_erodata).alignedUp(pageSize),
                         Access::readOnly));
    UK_TRY(pageTable.map(addressOf(_data), addressOf(stack_guard), Access::readWrite));
    return pageTable.map(addressOf(boot_stack), addressOf(__bss_end), Access::readWrite);
}

} // namespace

ErrorOr<void> reserveImage(MemoryMap &memory)
{
    const struct
    {
        const char *begin, *end;
        __u16 flags;
    } parts[] = {
        {_text, _rodata, UKPLAT_MEMRF_READ | UKPLAT_MEMRF_EXECUTE},
        {_rodata, _data, UKPLAT_MEMRF_READ},
        {_data, __bss_end, UKPLAT_MEMRF_READ | UKPLAT_MEMRF_WRITE},
    };
    for (const auto &part : parts) {
        if (!memory.set(addressOf(part.begin).value(), addressOf(part.end) - addressOf(part.begin),
                        UKPLAT_MEMRT_KERNEL, part.flags))
            return Error{ENOSPC};
    }
    // Page 0 stays unmapped, so that null pointers fault.
    if (!memory.set(0, pageSize, UKPLAT_MEMRT_RESERVED, 0))
        return Error{ENOSPC};
    return {};
}

ErrorOr<void> enablePaging(MemoryMap &memory)
{
    if (!pageTable.create(allocateFrame))
        return Error{ENOMEM};
    UK_TRY(mapImage());
    UK_TRY(mapConsole());
    // Tables taken on the way are kernel memory, below what is mapped next or above it: start over
    // until none is taken. Mapping again is cheap and changes nothing.
    for (__u64 before = 0; before != freePages(memory);) {
        before = freePages(memory);
        for (int i = 0; i < memory.count(); ++i) {
            const MemoryMap::Region &region = memory[i];
            const PhysicalAddress end(region.pbase + region.pg_count * pageSize);
            PhysicalAddress begin(region.pbase);
            if (region.type & UKPLAT_MEMRT_RESERVED)
                continue;
            // The image is mapped already, with a gap below the stack that has to stay one.
            if (addressOf(_text) <= begin && begin < addressOf(__bss_end))
                begin = addressOf(__bss_end);
            if (begin < end)
                UK_TRY(pageTable.map(begin, end,
                                     region.flags & UKPLAT_MEMRF_WRITE ? Access::readWrite
                                                                       : Access::readOnly));
        }
    }
    pageTable.activate();
    return {};
}

volatile void *mapDevice(__paddr_t base, __u64 length)
{
    const PhysicalAddress begin(base);
    // Whole large pages: one table for all the controllers near the top of 4 GiB.
    if (pageTable.map(begin.alignedDown(largePageSize), (begin + length).alignedUp(largePageSize),
                      Access::device))
        return identityMapped<volatile void>(begin);
    return nullptr;
}

const void *mapFirmware(__paddr_t base, __u64 length)
{
    const PhysicalAddress begin(base);
    if (pageTable.map(begin.alignedDown(pageSize), (begin + length).alignedUp(pageSize),
                      Access::readOnly))
        return identityMapped<const void>(begin);
    return nullptr;
}

} // namespace uk::kvm

using namespace uk::kvm;

extern "C" int ukplat_page_guard(void *page, int guarded)
{
    const uk::PhysicalAddress address(reinterpret_cast<__u64>(page));
    if (address.isNull() || !address.isAligned(pageSize))
        return -EINVAL;
    const auto set = pageTable.setPresent(address, !guarded);
    return set ? 0 : -set.error().number;
}

extern "C" int ukplat_memory_seal(void)
{
    for (uk::PhysicalAddress page = addressOf(_ro_after_init); page < addressOf(_ro_after_init_end);
         page = page + pageSize) {
        if (const auto done = pageTable.setReadOnly(page); !done)
            return -done.error().number;
    }
    return 0;
}

extern "C" volatile void *ukplat_io_map(__paddr_t base, __sz length)
{
    return mapDevice(base, length);
}
