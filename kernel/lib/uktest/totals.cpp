// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "totals.hpp"

#include <uk/boot.h>
#include <uk/config.h>
#include <uk/libid.h>

namespace uk::test {

namespace {

constinit Totals systemTotals;

void printTotal(const char *what, unsigned int failed, unsigned int total)
{
    if (failed)
        print(KLVL_ERR, nullptr, __LINE__, "uktest:%-12s%u failed, %u total\n", what, failed,
              total);
    else
        print(KLVL_INFO, nullptr, __LINE__, "uktest:%-12s%u total\n", what, total);
}

/** Runs after the last init function, when every suite has had its turn. */
void finish()
{
    const uk_test_stats &stats = systemTotals.stats;
#ifdef CONFIG_LIBUKTEST_LOG_STATS
    printTotal("suites:", stats.failed_suites, stats.suites);
    printTotal("cases:", stats.failed_cases, stats.cases);
    printTotal("assertions:", stats.failed_assertions, stats.assertions);
    print(KLVL_INFO, nullptr, __LINE__,
          "uktest:summary: suites=%u failed_suites=%u cases=%u failed_cases=%u assertions=%u "
          "failed_assertions=%u\n",
          stats.suites, stats.failed_suites, stats.cases, stats.failed_cases, stats.assertions,
          stats.failed_assertions);
#endif
#ifdef CONFIG_LIBUKTEST_EXIT
    uk_boot_exit(stats.failed_suites ? 1 : 0);
#endif
}

using Function = void (*)();
const Function finishEntry __used __section(".preinit_array") = finish;

} // namespace

Totals &totals()
{
    return systemTotals;
}

void print(int level, const uk_testcase *case_, unsigned int line, const char *format, ...)
{
    __u16 library = uk_libid_self();
    const char *file = __STR_BASENAME__;
    if (case_) {
        library = case_->library ? uk_libid(case_->library) : UKLIBID_NONE;
        file = case_->file;
    }
    va_list arguments;
    va_start(arguments, format);
    _uk_vprintk(level, library, file, line, format, arguments);
    va_end(arguments);
}

} // namespace uk::test

extern "C" void uk_test_stats_get(uk_test_stats *result)
{
    *result = uk::test::systemTotals.stats;
}
