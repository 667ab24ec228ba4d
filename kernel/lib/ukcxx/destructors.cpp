// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "abi.hpp"

#include <new>
#include <stdlib.h>

namespace {

struct Entry
{
    void (*destructor)(void *);
    void *object;
    void *library;
    Entry *before;
};

constinit Entry *last = nullptr;
constinit bool isRegistered = false;

void destroyAll()
{
    __cxa_finalize(nullptr);
}

} // namespace

extern "C" {

void *__dso_handle = &__dso_handle;

int __cxa_atexit(void (*destructor)(void *), void *object, void *library)
{
    if (!isRegistered && atexit(destroyAll))
        return -1;
    isRegistered = true;
    auto *entry = new (std::nothrow) Entry{destructor, object, library, last};
    if (!entry)
        return -1;
    last = entry;
    return 0;
}

void __cxa_finalize(void *library)
{
    Entry **link = &last;
    while (Entry *entry = *link) {
        if (library && entry->library != library) {
            link = &entry->before;
            continue;
        }
        // Taken out first: a destructor may register others.
        *link = entry->before;
        const Entry copy = *entry;
        delete entry;
        copy.destructor(copy.object);
        link = &last;
    }
}

} // extern "C"
