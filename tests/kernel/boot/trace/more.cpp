// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#define UK_DEBUG_TRACE
#include <uk/trace.h>

UK_TRACEPOINT(trace_wide, "%lx %hhd %s 100%%", unsigned long, signed char, char *);

extern "C" void trace_more(const char *text)
{
    trace_wide(0x123456789abcdefUL, -5, const_cast<char *>(text));
}
