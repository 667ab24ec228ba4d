// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Checks of pointers.

#include "report.hpp"

using namespace uk::ubsan;

namespace {

struct AccessPlace
{
    Location location;
    const Type *type;
    __u8 alignmentShift;
    __u8 access;
};

struct Place
{
    Location location;
};

struct AssumptionPlace
{
    Location location, assumption;
    const Type *type;
};

struct ArgumentPlace
{
    Location location, attribute;
    int index;
};

struct ReturnPlace
{
    Location attribute;
};

/** What an access is, in the order of the compilers' numbers. */
constexpr const char *accesses[] = {
    "load of",
    "store to",
    "reference to",
    "member access within",
    "member call on",
    "constructor call on",
    "downcast of",
    "downcast of",
    "upcast of",
    "cast to virtual base of",
    "_Nonnull binding to",
    "dynamic operation on",
};
constexpr __u8 accessCount = sizeof(accesses) / sizeof(accesses[0]);

} // namespace

extern "C" {

void __ubsan_handle_type_mismatch_v1(AccessPlace *place, Handle pointer)
{
    const char *access = accesses[place->access < accessCount ? place->access : 0];
    const __uptr alignment = static_cast<__uptr>(1) << place->alignmentShift;
    void *const address = reinterpret_cast<void *>(pointer);
    if (!pointer)
        report(place->location, "%s a null pointer of type %s", access, place->type->name);
    else if (pointer & (alignment - 1))
        report(place->location, "%s misaligned address %p for type %s, which needs %lu", access,
               address, place->type->name, alignment);
    else
        report(place->location, "%s address %p, where there is no room for an object of type %s",
               access, address, place->type->name);
}

void __ubsan_handle_pointer_overflow(Place *place, Handle base, Handle result)
{
    report(place->location, "pointer arithmetic from %p overflows to %p",
           reinterpret_cast<void *>(base), reinterpret_cast<void *>(result));
}

void __ubsan_handle_alignment_assumption(AssumptionPlace *place, Handle pointer, Handle alignment,
                                         Handle offset)
{
    report(place->location, "%p (offset %lu) of type %s is not aligned to %lu as assumed",
           reinterpret_cast<void *>(pointer), offset, place->type->name, alignment);
}

void __ubsan_handle_nonnull_arg(ArgumentPlace *place)
{
    report(place->location, "a null pointer as argument %d, which must not be one", place->index);
}

void __ubsan_handle_nonnull_return_v1(ReturnPlace *, Location *location)
{
    report(*location, "a null pointer is returned by a function that returns none");
}
}
