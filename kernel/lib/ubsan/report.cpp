// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "report.hpp"

#include <stdarg.h>
#include <uk/assert.h>
#include <uk/config.h>
#include <uk/print.h>
#include <uk/ubsan.h>

namespace uk::ubsan {

namespace {

// No line is that long. The bit is set in the compiler's own object: there is no table to overflow.
constexpr __u32 isReported = 1U << 31;

constinit unsigned long reports = 0;
constinit bool isReporting = false;

bool begin(Location &location)
{
    if (isReporting ||
        (__atomic_fetch_or(&location.column, isReported, __ATOMIC_RELAXED) & isReported))
        return false;
    isReporting = true;
    ++reports;
    uk_pr_err("Undefined behaviour in %s:%u:%u: ", location.file, location.line,
              location.column & ~isReported);
    return true;
}

void end()
{
    uk_pr_err("\n");
    isReporting = false;
#ifdef CONFIG_LIBUBSAN_ABORT
    uk_print_backtrace();
    ukplat_terminate(UKPLAT_CRASH);
#endif
}

} // namespace

Number::Number(const Type &type, Handle value)
{
    char *at = m_text + sizeof(m_text);
    *--at = '\0';
    __u64 rest = value;
    bool isNegative = false;
    if (type.bits() > 64)
        rest = *reinterpret_cast<const __u64 *>(value);
    else if (type.isSigned()) {
        const unsigned int unused = 64 - type.bits();
        const __s64 extended = static_cast<__s64>(rest << unused) >> unused;
        isNegative = extended < 0;
        rest = isNegative ? -static_cast<__u64>(extended) : static_cast<__u64>(extended);
    }
    do {
        *--at = static_cast<char>('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (isNegative)
        *--at = '-';
    char *to = m_text;
    while ((*to++ = *at++)) {
    }
}

void report(Location &location, const char *format, ...)
{
    if (!begin(location))
        return;
    va_list list;
    va_start(list, format);
    uk_vprintk(KLVL_ERR, format, list);
    va_end(list);
    end();
}

void reportEnd(Location &location, const char *what)
{
    if (begin(location)) {
        uk_pr_err("%s", what);
        end();
    }
    uk_print_backtrace();
    ukplat_terminate(UKPLAT_CRASH);
}

} // namespace uk::ubsan

extern "C" unsigned long uk_ubsan_reports(void)
{
    return uk::ubsan::reports;
}
