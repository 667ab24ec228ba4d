// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Local variables: functions write into the shadow what lies around their own, and call these where
// that is more than a few bytes.

#include "shadow.hpp"

#include <uk/arch/limits.h>
#include <uk/essentials.h>
#include <uk/print.h>

using namespace uk::kasan;

namespace {

/** What a compiler leaves at the beginning of a function's variables. */
struct Frame
{
    __uptr magic;
    const char
        *description; // number of variables, and offset, size, length of the name, name of each
    __uptr function;
};
constexpr __uptr frameMagic = 0x41b58ab3;

// Before and after an array of variable size.
constexpr __sz dynamicZone = 32;

/** The frame of the variables around `address`, or nullptr. */
const Frame *findFrame(__uptr address)
{
    __uptr at = address & -granule;
    const __uptr lowest = at - __STACK_SIZE;
    while (at > lowest && isCovered(at) && stateAt(at) != beforeLocals)
        at -= granule;
    while (at > lowest && isCovered(at - granule) && stateAt(at - granule) == beforeLocals)
        at -= granule;
    if (!isCovered(at) || stateAt(at) != beforeLocals)
        return nullptr;
    const auto *frame = reinterpret_cast<const Frame *>(at);
    return frame->magic == frameMagic ? frame : nullptr;
}

/** Reads a number and the space after it. */
__sz readNumber(const char *&text)
{
    __sz value = 0;
    while (*text >= '0' && *text <= '9')
        value = value * 10 + static_cast<__sz>(*text++ - '0');
    if (*text == ' ')
        ++text;
    return value;
}

struct Variable
{
    __sz offset = 0;
    __sz size = 0;
    const char *name = nullptr;
    __sz nameLength = 0;

    __sz distanceTo(__sz at) const
    {
        return at < offset ? offset - at : at >= offset + size ? at - (offset + size) + 1 : 0;
    }
};

Variable nearestVariable(const char *description, __sz at)
{
    Variable nearest;
    for (__sz left = readNumber(description); left; --left) {
        Variable variable;
        variable.offset = readNumber(description);
        variable.size = readNumber(description);
        variable.nameLength = readNumber(description);
        variable.name = description;
        description += variable.nameLength;
        if (*description == ' ')
            ++description;
        if (!nearest.name || variable.distanceTo(at) < nearest.distanceTo(at))
            nearest = variable;
    }
    return nearest;
}

} // namespace

void uk::kasan::printLocal(__uptr wrong)
{
    const Frame *frame = findFrame(wrong);
    if (!frame)
        return;
    const __sz at = wrong - reinterpret_cast<__uptr>(frame);
    const Variable variable = nearestVariable(frame->description, at);
    if (!variable.name)
        return;
    const int length = static_cast<int>(variable.nameLength);
    // Compilers append the line, as in "buffer:12".
    if (at < variable.offset)
        uk_pr_crit("%lu bytes before the %lu bytes of %.*s\n", variable.offset - at, variable.size,
                   length, variable.name);
    else
        uk_pr_crit("byte %lu of the %lu bytes of %.*s\n", at - variable.offset, variable.size,
                   length, variable.name);
}

extern "C" {

/** Called before a function that does not return: what it leaves on this stack is nobody's. */
void __asan_handle_no_return()
{
    __uptr at = reinterpret_cast<__uptr>(__builtin_frame_address(0)) & -granule;
    const __uptr end = at + __STACK_SIZE;
    // Where the stack ends is not known here. Beyond it only states of other stacks are forgotten,
    // with which less is found, and nothing that is not wrong.
    for (; at < end && isCovered(at); at += granule) {
        if (!isOfStack(stateAt(at)))
            continue;
        if (isCovered(at - granule) && stateAt(at - granule) < granule)
            set(at - granule, granule, accessible);
        set(at, granule, accessible);
    }
}

void __asan_poison_stack_memory(__uptr begin, __sz size)
{
    set(begin, ALIGN_UP(size, granule), outOfScope);
}

void __asan_unpoison_stack_memory(__uptr begin, __sz size)
{
    allow(begin, size);
}

/** An array of variable size, aligned to 32, with room for a zone of 32 bytes before it and as much
 * after the next multiple of 32. */
void __asan_alloca_poison(__uptr begin, __sz size)
{
    const __uptr after = ALIGN_UP(begin + size, granule);
    set(begin - dynamicZone, dynamicZone, beforeDynamic);
    allow(begin, size);
    set(after, ALIGN_UP(begin + size, dynamicZone) + dynamicZone - after, afterDynamic);
}

/** All such arrays of a function, in [top, bottom), or none where `top` is 0. */
void __asan_allocas_unpoison(__uptr top, __uptr bottom)
{
    if (top && top < bottom)
        set(top & -granule, bottom - (top & -granule), accessible);
}

// For many bytes of the shadow, by the address in it.
#define SET_SHADOW(value)                                                                          \
    void __asan_set_shadow_##value(__u8 *shadow, __sz size)                                        \
    {                                                                                              \
        for (__sz i = 0; i < size; ++i)                                                            \
            shadow[i] = 0x##value;                                                                 \
    }

SET_SHADOW(00)
SET_SHADOW(f1)
SET_SHADOW(f2)
SET_SHADOW(f3)
SET_SHADOW(f5)
SET_SHADOW(f8)
}
