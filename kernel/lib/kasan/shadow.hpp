// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/types.h>
#include <uk/config.h>

namespace uk::kasan {

/** What the shadow says of eight bytes: 0 all may be accessed, 1 to 7 so many of the first, or why
 * none may be. The numbers are those of other address sanitizers. */
enum State : __u8
{
    accessible = 0,
    beforeDynamic = 0xca,
    afterDynamic = 0xcb,
    beforeLocals = 0xf1,
    betweenLocals = 0xf2,
    afterLocals = 0xf3,
    afterReturn = 0xf5,
    outOfScope = 0xf8,
    afterGlobal = 0xf9,
    beforeBlock = 0xfa,
    afterBlock = 0xfb,
    freed = 0xfd,
};

constexpr __uptr granule = 8;

/** Where the shadow of the eight bytes around `address` is: compilers write there themselves, for
 * local variables. The platform has memory there for the shadow of all that is free and of the
 * image. */
constexpr __uptr shadowOf(__uptr address)
{
    return CONFIG_LIBKASAN_SHADOW_OFFSET + address / granule;
}

/** Accesses to [begin, end) are checked from now on; all of it is accessible. Two ranges can be
 * covered, which are multiples of 8 and do not overlap. */
void cover(__uptr begin, __uptr end);

/** Whether the byte at `address` is covered. */
bool isCovered(__uptr address);

/** Sets what is known of [begin, begin + size); both are multiples of 8 and covered. */
void set(__uptr begin, __sz size, State state);

/** [begin, begin + size) may be accessed, and the rest of its last eight bytes may not. */
void allow(__uptr begin, __sz size);

/** What is known of the eight bytes around `address`, which is covered. */
State stateAt(__uptr address);

/** The first address of [begin, begin + size) that may not be accessed, or 0. */
__uptr firstWrong(__uptr begin, __sz size);

/** Reports an access by the caller of the compiler's check, and ends the system. Not declared as a
 * function that does not return: before such a call GCC lets the shadow of the stack be forgotten,
 * also here. */
void reportAccess(__uptr wrong, __uptr begin, __sz size, bool isWrite);

/** Whether a report is being written, which itself is not checked. */
bool isReporting();

/** Reports a block that cannot be freed, and ends the system. */
[[noreturn]] void reportFree(const void *block, const char *why);

/** Whether a state is one that compilers give the surroundings of local variables. */
constexpr bool isOfStack(__u8 state)
{
    return (state >= beforeLocals && state <= afterReturn) || state == outOfScope ||
           state == beforeDynamic || state == afterDynamic;
}

/** Reports which local variable is near `wrong`, which has such a state, as far as that is known.
 */
void printLocal(__uptr wrong);

/** The block whose memory or surroundings an address is in. */
struct Block
{
    __uptr begin = 0;
    __sz size = 0;
};

/** Finds it; false when nothing is known. */
bool findBlock(__uptr address, Block &block);

} // namespace uk::kasan
