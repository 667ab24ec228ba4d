// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <uk/plat/common/memory_regions.hpp>
#include <uk/plat/io.h>
#include <uk/plat/memory.h>

namespace uk {

namespace {

constinit MemoryMap theMap;
constinit uk_alloc *frameAllocator = nullptr;

} // namespace

MemoryMap &memoryMap()
{
    return theMap;
}

} // namespace uk

using namespace uk;

extern "C" int ukplat_memregion_count(void)
{
    return theMap.count();
}

extern "C" int ukplat_memregion_get(int i, struct ukplat_memregion_desc **mrd)
{
    if (i < 0 || i >= theMap.count())
        return -1;
    *mrd = &theMap[i];
    return 0;
}

extern "C" void *ukplat_memregion_alloc(__sz size, int type, __u16 flags)
{
    constexpr __u64 pageSize = 4096;
    const __u64 pages = (size + pageSize - 1) / pageSize;
    return reinterpret_cast<void *>(
        theMap.take(pages, static_cast<__u16>(type), flags, bootMapEnd));
}

extern "C" int ukplat_memallocator_set(struct uk_alloc *a)
{
    if (!a)
        return -EINVAL;
    frameAllocator = a;
    return 0;
}

extern "C" struct uk_alloc *ukplat_memallocator_get(void)
{
    return frameAllocator;
}

// Memory is mapped at its own address; a process sees no physical addresses, and no device sees it.
extern "C" __paddr_t ukplat_virt_to_phys(const volatile void *address)
{
    return reinterpret_cast<__paddr_t>(address);
}
