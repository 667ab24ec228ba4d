// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

/** What has been counted, for the files of this library. */

#include <uk/test.h>

namespace uk::test {

/** Counts of everything that has run. */
struct Totals
{
    uk_test_stats stats{};
    /** Expectations of the running case that were not met. */
    unsigned int failedInCase = 0;
};

/** The one of this system. */
Totals &totals();

/** A line of this library's output that belongs to a place in the sources; `case_` may be nullptr.
 * Printed whatever level is configured: who switches tests on wants to see them. */
void print(int level, const uk_testcase *case_, unsigned int line, const char *format, ...)
    __printf(4, 5);

} // namespace uk::test
