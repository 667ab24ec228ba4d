// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// new and delete on top of the default allocator.

#include <new>
#include <uk/alloc.h>
#include <uk/assert.h>

const std::nothrow_t std::nothrow{};

namespace {

constexpr size_t usualAlignment = 16;

void *allocate(size_t size, size_t alignment)
{
    uk_alloc *heap = uk_alloc_get_default();
    // Objects of no size have addresses of their own.
    const size_t wanted = size ? size : 1;
    return alignment <= usualAlignment ? uk_malloc(heap, wanted)
                                       : uk_memalign(heap, alignment, wanted);
}

void *allocateOrEnd(size_t size, size_t alignment)
{
    void *memory = allocate(size, alignment);
    if (!memory)
        UK_CRASH("new: no memory for %zu bytes; give the guest more, or use new (std::nothrow)\n",
                 size);
    return memory;
}

void release(void *memory)
{
    if (memory)
        uk_free(uk_alloc_get_default(), memory);
}

constexpr size_t valueOf(std::align_val_t alignment)
{
    return static_cast<size_t>(alignment);
}

} // namespace

void *operator new(size_t size)
{
    return allocateOrEnd(size, usualAlignment);
}

void *operator new[](size_t size)
{
    return allocateOrEnd(size, usualAlignment);
}

void *operator new(size_t size, const std::nothrow_t &) noexcept
{
    return allocate(size, usualAlignment);
}

void *operator new[](size_t size, const std::nothrow_t &) noexcept
{
    return allocate(size, usualAlignment);
}

void *operator new(size_t size, std::align_val_t alignment)
{
    return allocateOrEnd(size, valueOf(alignment));
}

void *operator new[](size_t size, std::align_val_t alignment)
{
    return allocateOrEnd(size, valueOf(alignment));
}

void *operator new(size_t size, std::align_val_t alignment, const std::nothrow_t &) noexcept
{
    return allocate(size, valueOf(alignment));
}

void *operator new[](size_t size, std::align_val_t alignment, const std::nothrow_t &) noexcept
{
    return allocate(size, valueOf(alignment));
}

void operator delete(void *memory) noexcept
{
    release(memory);
}

void operator delete[](void *memory) noexcept
{
    release(memory);
}

void operator delete(void *memory, size_t) noexcept
{
    release(memory);
}

void operator delete[](void *memory, size_t) noexcept
{
    release(memory);
}

void operator delete(void *memory, const std::nothrow_t &) noexcept
{
    release(memory);
}

void operator delete[](void *memory, const std::nothrow_t &) noexcept
{
    release(memory);
}

void operator delete(void *memory, std::align_val_t) noexcept
{
    release(memory);
}

void operator delete[](void *memory, std::align_val_t) noexcept
{
    release(memory);
}

void operator delete(void *memory, size_t, std::align_val_t) noexcept
{
    release(memory);
}

void operator delete[](void *memory, size_t, std::align_val_t) noexcept
{
    release(memory);
}

void operator delete(void *memory, std::align_val_t, const std::nothrow_t &) noexcept
{
    release(memory);
}

void operator delete[](void *memory, std::align_val_t, const std::nothrow_t &) noexcept
{
    release(memory);
}
