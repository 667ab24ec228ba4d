// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <linuxu/start.hpp>
#include <linuxu/system_call.hpp>
#include <uk/plat/common/memory_regions.hpp>
#include <uk/plat/io.h>
#include <uk/plat/memory.h>

extern "C" {
extern char _text[], _rodata[], _data[], __bss_end[];
extern char _ro_after_init[], _ro_after_init_end[];
extern char stack_guard[], signal_stack_guard[];
}

namespace {

constexpr __u64 pageSize = 4096;

__u64 addressOf(const char *symbol)
{
    return reinterpret_cast<__u64>(symbol);
}

uk::ErrorOr<void> succeed(long result)
{
    if (result < 0)
        return uk::Error{static_cast<int>(-result)};
    return {};
}

} // namespace

// A process can touch all it asked for.
constinit const __paddr_t uk::bootMapEnd = __U64_MAX;

namespace uk::linuxu {

ErrorOr<void> setUpMemory(__u64 heapMebibytes)
{
    const char *const guards[] = {stack_guard, signal_stack_guard};
    for (const char *guard : guards)
        UK_TRY(succeed(systemCall(SystemCall::mprotect, guard, pageSize, protectNone)));

    const __u64 size = heapMebibytes << 20;
    const long heap = systemCall(SystemCall::mmap, nullptr, size, protectRead | protectWrite,
                                 mapPrivate | mapAnonymous | mapNoReserve, -1, 0);
    // Addresses are positive; errors lie in the last page.
    if (heap < 0)
        return Error{static_cast<int>(-heap)};
#ifdef CONFIG_LIBKASAN
    mapShadow(static_cast<__u64>(heap), static_cast<__u64>(heap) + size);
#endif

    const struct
    {
        __u64 begin, end;
        __u16 type, flags;
    } regions[] = {
        {addressOf(_text) & -pageSize, addressOf(_rodata), UKPLAT_MEMRT_KERNEL,
         UKPLAT_MEMRF_READ | UKPLAT_MEMRF_EXECUTE},
        {addressOf(_rodata), addressOf(_data), UKPLAT_MEMRT_KERNEL, UKPLAT_MEMRF_READ},
        {addressOf(_data), addressOf(__bss_end), UKPLAT_MEMRT_KERNEL,
         UKPLAT_MEMRF_READ | UKPLAT_MEMRF_WRITE},
        {static_cast<__u64>(heap), static_cast<__u64>(heap) + size, UKPLAT_MEMRT_FREE,
         UKPLAT_MEMRF_READ | UKPLAT_MEMRF_WRITE},
    };
    for (const auto &region : regions) {
        if (!memoryMap().set(region.begin, region.end - region.begin, region.type, region.flags))
            return Error{ENOSPC};
    }
    return {};
}

} // namespace uk::linuxu

// A process is not let near the registers of devices.
extern "C" volatile void *ukplat_io_map(__paddr_t, __sz)
{
    return nullptr;
}

extern "C" int ukplat_memory_seal(void)
{
    using namespace uk::linuxu;
    return static_cast<int>(systemCall(SystemCall::mprotect, _ro_after_init,
                                       addressOf(_ro_after_init_end) - addressOf(_ro_after_init),
                                       protectRead));
}

extern "C" int ukplat_page_guard(void *page, int guarded)
{
    using namespace uk::linuxu;
    return static_cast<int>(systemCall(SystemCall::mprotect, page, pageSize,
                                       guarded ? protectNone : protectRead | protectWrite));
}
