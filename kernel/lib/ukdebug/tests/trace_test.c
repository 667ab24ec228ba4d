/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#define UK_DEBUG_TRACE
#include <string.h>
#include <uk/test.h>
#include <uk/trace.h>

UK_TRACEPOINT(trace_nothing, "nothing");
UK_TRACEPOINT(trace_numbers, "%d %u %ld %p", signed char, unsigned short, long, void *);
UK_TRACEPOINT(trace_text, "%s and %s", const char *, char *);
UK_TRACEPOINT(trace_seven, "%d %d %d %d %d %d %d", int, int, int, int, int, int, int);

/** What was added to the buffer since `begin`. */
static struct uk_tracepoint_header header_at(const char *begin)
{
	struct uk_tracepoint_header header;

	memcpy(&header, begin, sizeof(header));
	return header;
}

/* The buffer is as it was afterwards: others trace, too. */
struct state {
	char *writep;
	__sz free;
};

static struct state save(void)
{
	struct state state = {uk_trace_buffer_writep, uk_trace_buffer_free};

	return state;
}

static void restore(struct state state)
{
	uk_trace_buffer_writep = state.writep;
	uk_trace_buffer_free = state.free;
}

UK_TESTCASE(uktrace, without_arguments)
{
	struct state before = save();
	struct uk_tracepoint_header header;

	trace_nothing();
	header = header_at(before.writep);
	UK_TEST_EXPECT(header.magic == UK_TP_HEADER_MAGIC);
	UK_TEST_EXPECT_SNUM_EQ(header.size, 0);
	UK_TEST_EXPECT_PTR_EQ(header.cookie, trace_nothing_cookie);
	UK_TEST_EXPECT_PTR_EQ(uk_trace_buffer_writep, before.writep + sizeof(header));
	UK_TEST_EXPECT_SNUM_EQ(before.free - uk_trace_buffer_free, sizeof(header));
	restore(before);
}

UK_TESTCASE(uktrace, numbers_take_their_size)
{
	static const unsigned char expected[] = {0xfe, 0x34, 0x12, 0xff, 0xff, 0xff, 0xff,
						 0xff, 0xff, 0xff, 0xff, 0x78, 0x56, 0, 0, 0, 0, 0, 0};
	struct state before = save();

	trace_numbers(-2, 0x1234, -1, (void *)0x5678);
	UK_TEST_EXPECT_SNUM_EQ(header_at(before.writep).size, sizeof(expected));
	UK_TEST_EXPECT_BYTES_EQ(before.writep + sizeof(struct uk_tracepoint_header), expected,
				sizeof(expected));
	restore(before);
}

UK_TESTCASE(uktrace, strings_are_copied)
{
	char text[] = "abc";
	struct state before = save();

	trace_text("de", text);
	text[0] = 'x';
	UK_TEST_EXPECT_BYTES_EQ(before.writep + sizeof(struct uk_tracepoint_header), "\2de\3abc", 7);
	restore(before);
}

UK_TESTCASE_DESC(uktrace, long_strings_are_cut, "to 80 bytes")
{
	char text[200];
	struct state before = save();

	memset(text, 'a', sizeof(text));
	text[199] = '\0';
	trace_text(text, NULL);
	UK_TEST_EXPECT_SNUM_EQ(header_at(before.writep).size, 1 + 80 + 1);
	restore(before);
}

UK_TESTCASE(uktrace, time_goes_on)
{
	struct state before = save();
	const char *second;

	trace_seven(1, 2, 3, 4, 5, 6, 7);
	second = uk_trace_buffer_writep;
	trace_nothing();
	UK_TEST_EXPECT(header_at(second).time >= header_at(before.writep).time);
	UK_TEST_EXPECT_SNUM_EQ(header_at(before.writep).size, 7 * sizeof(int));
	restore(before);
}

UK_TESTCASE_DESC(uktrace, full_buffer_stops, "no event follows one that is missing")
{
	struct state before = save();

	uk_trace_buffer_free = sizeof(struct uk_tracepoint_header) + 3;
	trace_text("too", "long");
	UK_TEST_EXPECT_PTR_EQ(uk_trace_buffer_writep, before.writep);
	trace_nothing();
	UK_TEST_EXPECT_PTR_EQ(uk_trace_buffer_writep, before.writep);
	UK_TEST_EXPECT_SNUM_EQ(uk_trace_buffer_free, 0);
	restore(before);
}

uk_testsuite_register(uktrace, NULL);
