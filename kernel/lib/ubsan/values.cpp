// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Checks of numbers, and of places that are not to be reached.

#include "report.hpp"

using namespace uk::ubsan;

namespace {

struct TypedPlace
{
    Location location;
    const Type *type;
};

struct ShiftPlace
{
    Location location;
    const Type *leftType, *rightType;
};

struct IndexPlace
{
    Location location;
    const Type *arrayType, *indexType;
};

struct BuiltinPlace
{
    Location location;
    __u8 kind;
};

struct Place
{
    Location location;
};

void overflow(TypedPlace &place, Handle left, char operation, Handle right)
{
    report(place.location, "%s %c %s cannot be represented in type %s",
           Number(*place.type, left).text(), operation, Number(*place.type, right).text(),
           place.type->name);
}

} // namespace

extern "C" {

void __ubsan_handle_add_overflow(TypedPlace *place, Handle left, Handle right)
{
    overflow(*place, left, '+', right);
}

void __ubsan_handle_sub_overflow(TypedPlace *place, Handle left, Handle right)
{
    overflow(*place, left, '-', right);
}

void __ubsan_handle_mul_overflow(TypedPlace *place, Handle left, Handle right)
{
    overflow(*place, left, '*', right);
}

void __ubsan_handle_negate_overflow(TypedPlace *place, Handle value)
{
    report(place->location, "-(%s) cannot be represented in type %s",
           Number(*place->type, value).text(), place->type->name);
}

void __ubsan_handle_divrem_overflow(TypedPlace *place, Handle left, Handle right)
{
    if (!place->type->isInteger())
        report(place->location, "division by zero");
    else
        overflow(*place, left, '/', right);
}

void __ubsan_handle_shift_out_of_bounds(ShiftPlace *place, Handle left, Handle right)
{
    const Number value(*place->leftType, left);
    const Number count(*place->rightType, right);
    if (count.isNegative())
        report(place->location, "shift by the negative count %s", count.text());
    else if (right >= place->leftType->bits())
        report(place->location, "shift by %s of type %s, which has %u bits", count.text(),
               place->leftType->name, place->leftType->bits());
    else if (value.isNegative())
        report(place->location, "left shift of the negative value %s", value.text());
    else
        report(place->location, "%s << %s cannot be represented in type %s", value.text(),
               count.text(), place->leftType->name);
}

void __ubsan_handle_out_of_bounds(IndexPlace *place, Handle index)
{
    report(place->location, "index %s is out of bounds of type %s",
           Number(*place->indexType, index).text(), place->arrayType->name);
}

void __ubsan_handle_vla_bound_not_positive(TypedPlace *place, Handle bound)
{
    report(place->location, "a variable-length array of %s elements",
           Number(*place->type, bound).text());
}

void __ubsan_handle_load_invalid_value(TypedPlace *place, Handle value)
{
    report(place->location, "%s is no value of type %s", Number(*place->type, value).text(),
           place->type->name);
}

void __ubsan_handle_invalid_builtin(BuiltinPlace *place)
{
    report(place->location, "0 given to %s, which has no result for it",
           place->kind ? "__builtin_clz()" : "__builtin_ctz()");
}

[[noreturn]] void __ubsan_handle_builtin_unreachable(Place *place)
{
    reportEnd(place->location, "__builtin_unreachable() is reached");
}

[[noreturn]] void __ubsan_handle_missing_return(Place *place)
{
    reportEnd(place->location, "the end of a function that should have returned a value");
}
}
