// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/types.h>

/** Constructs an object in memory that is there already; <new> belongs to a C++ library. */
inline void *operator new(__sz, void *memory) noexcept
{
    return memory;
}
