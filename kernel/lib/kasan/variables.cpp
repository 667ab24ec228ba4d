// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Global variables: constructors that GCC makes with -fsanitize=kernel-address tell where they are.

#include "shadow.hpp"

#include <uk/essentials.h>

using namespace uk::kasan;

namespace {

/** A global variable, as compilers describe it (version 8 of their interface). */
struct Global
{
    __uptr begin;
    __sz size;
    __sz sizeWithZone; // a multiple of 32, as begin is
    const char *name;
    const char *module;
    __uptr hasDynamicInitialization;
    const void *location;
    __uptr indicator;
};

} // namespace

extern "C" {

void __asan_register_globals(const Global *globals, __sz count)
{
    for (__sz i = 0; i < count; ++i) {
        const Global &global = globals[i];
        if (!isCovered(global.begin) || !isCovered(global.begin + global.sizeWithZone - 1))
            continue;
        const __uptr whole = global.begin + ALIGN_UP(global.size, granule);
        allow(global.begin, global.size);
        set(whole, global.begin + global.sizeWithZone - whole, afterGlobal);
    }
}

// Nothing is ever unloaded; destructors run when nobody looks any more.
void __asan_unregister_globals(const Global *, __sz) {}

// Constructors of C++ may use variables of other files, whatever the order they run in.
void __asan_before_dynamic_init(const char *) {}
void __asan_after_dynamic_init() {}
}
