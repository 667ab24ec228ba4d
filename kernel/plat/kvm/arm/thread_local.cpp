// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Variant I of thread-local storage (U. Drepper, ELF Handling For Thread-Local Storage, 3.4.6): the
// thread pointer points at two words for the thread library, and the variables follow.

#include <errno.h>
#include <kvm/thread_local.hpp>
#include <uk/plat/memory.h>

extern "C" {
extern const char _tls_start[], _tls_data_end[];
// Numbers that the linker script gives as addresses.
extern const char _tls_size[], _tls_alignment[];
}

namespace uk::kvm {

namespace {

constexpr __u64 threadHeader = 16;

__u64 numberOf(const char *symbol)
{
    __u64 number = reinterpret_cast<__u64>(symbol);
    // To the compiler the address of a variable is never 0; such a number can be.
    asm("" : "+r"(number));
    return number;
}

} // namespace

ErrorOr<void> setUpThreadLocals()
{
    const __u64 size = numberOf(_tls_size);
    if (size == 0)
        return {};
    // A page's beginning is aligned enough for every variable.
    const __u64 alignment = numberOf(_tls_alignment);
    const __u64 offset = alignment > threadHeader ? alignment : threadHeader;
    auto *memory = static_cast<char *>(ukplat_memregion_alloc(
        offset + size, UKPLAT_MEMRT_KERNEL, UKPLAT_MEMRF_READ | UKPLAT_MEMRF_WRITE));
    if (!memory)
        return Error{ENOMEM};

    const __u64 initialised = static_cast<__u64>(_tls_data_end - _tls_start);
    for (__u64 i = 0; i < offset; ++i)
        memory[i] = '\0';
    for (__u64 i = 0; i < size; ++i)
        memory[offset + i] = i < initialised ? _tls_start[i] : '\0';
    setThreadPointer(numberOf(memory));
    return {};
}

} // namespace uk::kvm
