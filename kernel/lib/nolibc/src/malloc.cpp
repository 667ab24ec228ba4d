// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Memory: the default allocator under its C names.

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <uk/alloc.h>

extern "C" {

void *malloc(size_t size)
{
    return uk_malloc(uk_alloc_get_default(), size);
}

void *calloc(size_t count, size_t size)
{
    return uk_calloc(uk_alloc_get_default(), count, size);
}

void *realloc(void *memory, size_t size)
{
    return uk_realloc(uk_alloc_get_default(), memory, size);
}

void *reallocarray(void *memory, size_t count, size_t size)
{
    size_t whole = 0;
    if (__builtin_mul_overflow(count, size, &whole)) {
        errno = ENOMEM;
        return nullptr;
    }
    return realloc(memory, whole);
}

void free(void *memory)
{
    if (memory)
        uk_free(uk_alloc_get_default(), memory);
}

int posix_memalign(void **memory, size_t alignment, size_t size)
{
    return uk_posix_memalign(uk_alloc_get_default(), memory, alignment, size);
}

void *memalign(size_t alignment, size_t size)
{
    return uk_memalign(uk_alloc_get_default(), alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return memalign(alignment, size);
}

char *strndup(const char *text, size_t limit)
{
    const size_t length = strnlen(text, limit);
    auto *copy = static_cast<char *>(malloc(length + 1));
    if (copy) {
        memcpy(copy, text, length);
        copy[length] = '\0';
    }
    return copy;
}

char *strdup(const char *text)
{
    return strndup(text, SIZE_MAX);
}

} // extern "C"
