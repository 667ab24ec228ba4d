// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "totals.hpp"

#include <string.h>
#include <uk/config.h>

extern "C" {
extern const uk_testcase *const uk_testtab_start[];
extern const uk_testcase *const uk_testtab_end[];
}

namespace {

using uk::test::print;
using uk::test::totals;

/** Whether LIBUKTEST_SUITES, a list with commas, names the suite or nothing at all. */
bool isWanted(const char *suite)
{
    const char *list = CONFIG_LIBUKTEST_SUITES;
    if (!*list)
        return true;
    const __sz length = strlen(suite);
    while (*list) {
        while (*list == ',' || *list == ' ')
            ++list;
        __sz item = 0;
        while (list[item] && list[item] != ',' && list[item] != ' ')
            ++item;
        if (item == length && memcmp(list, suite, length) == 0)
            return true;
        list += item;
    }
    return false;
}

/** The case of a suite that follows `last` in its source, or nullptr. Compilers and linkers leave
 * the table in any order. */
const uk_testcase *nextCase(const char *suite, const uk_testcase *last)
{
    const uk_testcase *next = nullptr;
    const auto isBefore = [](const uk_testcase *a, const uk_testcase *b) {
        // Lines of several files can be the same; addresses never are.
        return a->line != b->line ? a->line < b->line : a < b;
    };
    for (auto entry = uk_testtab_start; entry < uk_testtab_end; ++entry) {
        if ((!last || isBefore(last, *entry)) && (!next || isBefore(*entry, next)) &&
            strcmp((*entry)->suite, suite) == 0)
            next = *entry;
    }
    return next;
}

/** Returns whether all expectations were met. */
bool runCase(const uk_testcase &testCase)
{
#ifdef CONFIG_LIBUKTEST_LOG_TESTS
    print(KLVL_INFO, &testCase, testCase.line, "test: %s->%s%s%s\n", testCase.suite, testCase.name,
          testCase.desc ? ": " : "", testCase.desc ? testCase.desc : "");
#endif
    auto &counts = totals();
    ++counts.stats.cases;
    counts.failedInCase = 0;
    testCase.func(&testCase);
    if (!counts.failedInCase)
        return true;
    ++counts.stats.failed_cases;
    return false;
}

} // namespace

extern "C" int uk_testsuite_run(uk_testsuite *suite)
{
    if (!isWanted(suite->name))
        return 0;
    auto &stats = totals().stats;
    ++stats.suites;
    suite->failed_cases = 0;
    if (suite->init) {
        const int result = suite->init(suite);
        if (result < 0) {
            ++stats.failed_suites;
            print(KLVL_ERR, nullptr, __LINE__,
                  "uktest:init: %s failed (error %d), its cases were not run\n", suite->name,
                  -result);
            return result;
        }
    }
    for (const uk_testcase *each = nullptr; (each = nextCase(suite->name, each));) {
        if (!runCase(*each))
            ++suite->failed_cases;
    }
    if (suite->failed_cases)
        ++stats.failed_suites;
    return static_cast<int>(suite->failed_cases);
}
