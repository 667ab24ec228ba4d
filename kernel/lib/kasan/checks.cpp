// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What code compiled with -fsanitize=kernel-address calls before each access.

#include "shadow.hpp"

using namespace uk::kasan;

namespace {

inline void check(__uptr address, __sz size, bool isWrite)
{
    const __uptr wrong = firstWrong(address, size);
    if (__builtin_expect(wrong != 0, 0) && !isReporting())
        reportAccess(wrong, address, size, isWrite);
}

} // namespace

extern "C" {

void __asan_load1_noabort(__uptr address)
{
    check(address, 1, false);
}

void __asan_load2_noabort(__uptr address)
{
    check(address, 2, false);
}

void __asan_load4_noabort(__uptr address)
{
    check(address, 4, false);
}

void __asan_load8_noabort(__uptr address)
{
    check(address, 8, false);
}

void __asan_load16_noabort(__uptr address)
{
    check(address, 16, false);
}

void __asan_loadN_noabort(__uptr address, __sz size)
{
    check(address, size, false);
}

void __asan_store1_noabort(__uptr address)
{
    check(address, 1, true);
}

void __asan_store2_noabort(__uptr address)
{
    check(address, 2, true);
}

void __asan_store4_noabort(__uptr address)
{
    check(address, 4, true);
}

void __asan_store8_noabort(__uptr address)
{
    check(address, 8, true);
}

void __asan_store16_noabort(__uptr address)
{
    check(address, 16, true);
}

void __asan_storeN_noabort(__uptr address, __sz size)
{
    check(address, size, true);
}
}
