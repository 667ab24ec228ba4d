// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/libparam.h>

namespace uk::libparam {

/** All parameters, for a range-based for. */
struct Parameters
{
    const uk_libparam_param *begin() const;
    const uk_libparam_param *end() const;
};

/** A parameter's prefix as it is written: without "lib". */
const char *shownPrefix(const uk_libparam_param &parameter);

/** Writes the value that `text` says to element `index`. False, with nothing written, when the text
 * is no value of that type. */
bool setElement(const uk_libparam_param &parameter, __sz index, char *text);

/** A type in words. */
const char *nameOf(uk_libparam_param_type type);

/** Prints what can be given. */
void showUsage();

} // namespace uk::libparam
