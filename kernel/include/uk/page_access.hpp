// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/arch/types.h>

namespace uk {

/** What mapped memory may be used for. Nothing is both writable and executable. */
enum class Access : __u8
{
    readOnly,
    readWrite,
    execute,
    device, /**< readable and writable, not cached */
};

} // namespace uk
