// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "totals.hpp"

#include <stdio.h>
#include <uk/assert.h>
#include <uk/config.h>

namespace {

/** Results stand below each other behind texts up to this long. */
constexpr int column = 80;

#ifdef CONFIG_LIBUKTEST_LOG_TESTS
constexpr bool printsAll = true;
#else
constexpr bool printsAll = false;
#endif

} // namespace

extern "C" void uk_test_check(const uk_testcase *esac, unsigned int line, int met,
                              const char *format, ...)
{
    auto &totals = uk::test::totals();
    ++totals.stats.assertions;
    if (!met) {
        ++totals.stats.failed_assertions;
        ++totals.failedInCase;
    }
    if (met && !printsAll)
        return;

    char text[256];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    length = MIN(length, static_cast<int>(sizeof(text)) - 1);
    char dots[column + 1];
    int count = 0;
    // One dot at least: readers find the result behind it.
    for (; count == 0 || count + length < column; ++count)
        dots[count] = '.';
    dots[count] = '\0';
    uk::test::print(met ? KLVL_INFO : KLVL_ERR, esac, line, "\t%s %s [ %s ]\n", text, dots,
                    met ? "PASSED" : "FAILED");
    if (met)
        return;
    if (esac->file)
        uk::test::print(KLVL_ERR, esac, line, "\t  in %s:%u\n", esac->file, line);
#ifdef CONFIG_LIBUKTEST_FAILFAST
    UK_CRASH("Test %s->%s failed, and LIBUKTEST_FAILFAST is set\n", esac->suite, esac->name);
#endif
}
