// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What compilers expect of a system for -fstack-protector: a value that each protected function
// puts between its variables and its return address, and a function to call when it is found
// changed.

#include "random.hpp"

#include <uk/assert.h>
#include <uk/config.h>
#include <uk/ctors.h>
#include <uk/essentials.h>

extern "C" {

#ifdef CONFIG_LIBUKSP_VALUE_USECONSTANT
extern const __u64 __stack_chk_guard = CONFIG_LIBUKSP_VALUE_CONSTANT;
#else
// 0 until the constructor below has run; no function that was entered before returns after it.
__u64 __stack_chk_guard __ro_after_init;
#endif

[[noreturn]] void __stack_chk_fail()
{
    uk_pr_crit("Stack smashing detected: a function wrote past its local variables. It is the "
               "first caller here\n");
    uk_print_backtrace();
    ukplat_terminate(UKPLAT_CRASH);
}
}

#ifdef CONFIG_LIBUKSP_VALUE_RANDOM
namespace {

/** Spreads what differs over all bits (the last steps of SplitMix64). */
constexpr __u64 mix(__u64 value)
{
    value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9;
    value = (value ^ value >> 27) * 0x94d049bb133111eb;
    return value ^ value >> 31;
}

void chooseGuard()
{
    // The lowest byte is 0, where text that runs over ends.
    __stack_chk_guard = mix(uk::processorRandom()) << 8;
}

} // namespace

UK_CTOR_PRIO(chooseGuard, 0);
#endif
