// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "output.hpp"
#include "real.hpp"

namespace nolibc {

/** Converts as `conversion` ('e', 'f', 'g', 'a') says, correctly rounded, to any precision. */
void writeReal(Output &output, const FormatSpec &spec, char conversion, Real value, bool isLong);

} // namespace nolibc
