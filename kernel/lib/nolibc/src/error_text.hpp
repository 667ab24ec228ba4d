// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

namespace nolibc {

/** The message of an error number in English, or nullptr for a number that has none. */
const char *errorText(int number);

} // namespace nolibc
