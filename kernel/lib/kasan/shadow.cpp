// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "shadow.hpp"

#include <uk/assert.h>
#include <uk/kasan.h>
#include <uk/print.h>

namespace uk::kasan {

namespace {

struct Range
{
    __uptr begin, end;

    bool has(__uptr address) const { return address >= begin && address < end; }
};

// The heap first, where most accesses are.
constinit Range ranges[2]{};
constinit bool reporting = false;

const Range &rangeOf(__uptr address)
{
    return ranges[ranges[0].has(address) ? 0 : 1];
}

__u8 &stateOf(__uptr address)
{
    return *reinterpret_cast<__u8 *>(shadowOf(address));
}

bool mayAccessByte(__uptr address)
{
    const __u8 state = stateOf(address);
    return state == accessible || address % granule < (state < granule ? state : 0U);
}

} // namespace

void cover(__uptr begin, __uptr end)
{
    set(begin, end - begin, accessible);
    ranges[ranges[0].end ? 1 : 0] = {begin, end};
}

bool isCovered(__uptr address)
{
    return rangeOf(address).has(address);
}

void set(__uptr begin, __sz size, State state)
{
    for (__uptr at = begin; at < begin + size; at += granule)
        stateOf(at) = state;
}

void allow(__uptr begin, __sz size)
{
    const __sz whole = size & -granule;
    set(begin, whole, accessible);
    if (size % granule)
        stateOf(begin + whole) = static_cast<__u8>(size % granule);
}

State stateAt(__uptr address)
{
    return static_cast<State>(stateOf(address));
}

__uptr firstWrong(__uptr begin, __sz size)
{
    // Most accesses are to one granule.
    const Range &range = rangeOf(begin);
    if (!range.has(begin) || size == 0)
        return 0;
    __uptr end = begin + size;
    if (end > range.end || end < begin)
        end = range.end;
    for (__uptr at = begin; at < end;) {
        const __uptr next = (at | (granule - 1)) + 1;
        const __uptr last = (next < end ? next : end) - 1;
        // Within eight bytes, those that may be accessed come first.
        if (!mayAccessByte(last)) {
            while (mayAccessByte(at))
                ++at;
            return at;
        }
        at = next;
    }
    return 0;
}

bool isReporting()
{
    return reporting;
}

namespace {

/** Of the last eight bytes of a variable the shadow says how many there are; why the rest may not
 * be accessed, the next eight do. */
__u8 whyWrong(__uptr wrong)
{
    const __u8 state = stateOf(wrong);
    const __uptr next = (wrong | (granule - 1)) + 1;
    return state < granule && isCovered(next) ? stateOf(next) : state;
}

const char *reasonFor(__u8 state)
{
    switch (state) {
    case beforeLocals:
        return "before the beginning of a local variable";
    case betweenLocals:
    case afterLocals:
        return "beyond the end of a local variable";
    case outOfScope:
    case afterReturn:
        return "after the end of its scope";
    case beforeDynamic:
        return "before the beginning of an array of variable size";
    case afterDynamic:
        return "beyond the end of an array of variable size";
    case afterGlobal:
        return "beyond the end of a global variable";
    case beforeBlock:
        return "before the beginning of a block";
    case freed:
        return "after the block was freed";
    default:
        return "beyond the end of a block";
    }
}

void printBlock(__uptr wrong)
{
    Block block;
    if (!findBlock(wrong, block))
        return;
    if (wrong < block.begin)
        uk_pr_crit("%lu bytes before the %lu bytes at %p\n", block.begin - wrong, block.size,
                   reinterpret_cast<void *>(block.begin));
    else
        uk_pr_crit("byte %lu of the %lu bytes at %p\n", wrong - block.begin, block.size,
                   reinterpret_cast<void *>(block.begin));
}

} // namespace

void reportAccess(__uptr wrong, __uptr begin, __sz size, bool isWrite)
{
    reporting = true;
    const __u8 why = whyWrong(wrong);
    const char *place = isOfStack(why)       ? "the stack"
                        : why == afterGlobal ? "a global variable"
                                             : "the heap";
    uk_pr_crit("Wrong access to %s: %s of %lu bytes at %p, %s\n", place, isWrite ? "write" : "read",
               size, reinterpret_cast<void *>(begin), reasonFor(why));
    if (isOfStack(why))
        printLocal(wrong);
    else if (why != afterGlobal)
        printBlock(wrong);
    uk_print_backtrace();
    ukplat_terminate(UKPLAT_CRASH);
}

void reportFree(const void *block, const char *why)
{
    reporting = true;
    uk_pr_crit("Wrong free of %p: %s\n", block, why);
    uk_print_backtrace();
    ukplat_terminate(UKPLAT_CRASH);
}

} // namespace uk::kasan

extern "C" int uk_kasan_may_access(const void *address, __sz size)
{
    return uk::kasan::firstWrong(reinterpret_cast<__uptr>(address), size) == 0;
}
