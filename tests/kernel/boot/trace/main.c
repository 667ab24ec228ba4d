/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#define UK_DEBUG_TRACE
#include <stdio.h>
#include <uk/trace.h>

UK_TRACEPOINT(trace_started, "started");
UK_TRACEPOINT(trace_counted, "%d of %u, %s", int, unsigned int, const char *);

/** The same from C++. */
void trace_more(const char *text);

int main(int argc, char *argv[])
{
	trace_started();
	for (int i = -1; i < 2; ++i)
		trace_counted(i, 4000000000U, argc > 1 ? argv[1] : "no argument");
	trace_more("C++");
	printf("Traced\n");
	return 0;
}
