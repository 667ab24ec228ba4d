// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Variant II of thread-local storage (U. Drepper, ELF Handling For Thread-Local Storage, 3.4.6):
// the variables end where the thread pointer points, and there lies the thread pointer itself.

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
    const __u64 alignment = numberOf(_tls_alignment);
    const __u64 variables = (size + alignment - 1) & ~(alignment - 1);
    const __u64 pointerAlignment = alignment < sizeof(void *) ? sizeof(void *) : alignment;
    auto *memory = static_cast<char *>(
        ukplat_memregion_alloc(variables + pointerAlignment + sizeof(void *), UKPLAT_MEMRT_KERNEL,
                               UKPLAT_MEMRF_READ | UKPLAT_MEMRF_WRITE));
    if (!memory)
        return Error{ENOMEM};

    const __u64 threadPointer =
        (numberOf(memory) + variables + pointerAlignment - 1) & ~(pointerAlignment - 1);
    const __u64 begin = threadPointer - variables;
    auto *target = reinterpret_cast<char *>(begin);
    const __u64 initialised = static_cast<__u64>(_tls_data_end - _tls_start);
    for (__u64 i = 0; i < variables; ++i)
        target[i] = i < initialised ? _tls_start[i] : '\0';
    *reinterpret_cast<__u64 *>(threadPointer) = threadPointer;
    setThreadPointer(threadPointer);
    return {};
}

} // namespace uk::kvm
