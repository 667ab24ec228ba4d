/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <uk/test.h>
#include <unistd.h>

static jmp_buf place;

static int leave(int depth, int value);
static int (*volatile leave_deeper)(int, int) = leave;

/** Uses the registers that functions keep, and leaves from within. */
static int leave(int depth, int value)
{
	const int sum = depth * value;

	if (depth == 0)
		longjmp(place, value);
	return leave_deeper(depth - 1, value) + sum;
}

UK_TESTCASE(nolibc_jump, returns_the_value)
{
	volatile int times = 0;
	const int value = setjmp(place);

	++times;
	if (value == 0)
		leave(5, 42);
	UK_TEST_EXPECT_SNUM_EQ(value, 42);
	UK_TEST_EXPECT_SNUM_EQ(times, 2);
}

UK_TESTCASE_DESC(nolibc_jump, zero_becomes_one, "and all other values stay")
{
	static const int given[] = {0, 1, -1, 2, -2147483647 - 1};
	static const int expected[] = {1, 1, -1, 2, -2147483647 - 1};

	for (volatile int i = 0; i < 5; ++i) {
		const int value = setjmp(place);

		if (value == 0)
			leave(0, given[i]);
		UK_TEST_EXPECT_SNUM_EQ(value, expected[i]);
	}
}

/** Keeps numbers in registers, of which there are more than others use, across jumps. */
static __attribute__((noinline)) long sum_across_jumps(long a, long b, long c, long d, double e,
						       double f)
{
	static int jumps;

	jumps = 0;
	if (setjmp(place) < 3)
		leave(2, ++jumps);
	return a + 2 * b + 3 * c + 4 * d + (long)(e * 10) + (long)(f * 100);
}

UK_TESTCASE(nolibc_jump, registers_are_kept)
{
	UK_TEST_EXPECT_SNUM_EQ(sum_across_jumps(1, 2, 3, 4, 0.5, 0.25), 1 + 4 + 9 + 16 + 5 + 25);
}

UK_TESTCASE_DESC(nolibc_jump, no_files, "but a console, which is always open")
{
	errno = 0;
	UK_TEST_EXPECT(open("/file", O_RDONLY) == -1 && errno == ENOENT);
	UK_TEST_EXPECT(open("/file", O_WRONLY | O_CREAT, 0644) == -1 && errno == EROFS);
	UK_TEST_EXPECT(access("/file", F_OK) == -1 && errno == ENOENT);
	UK_TEST_EXPECT(close(7) == -1 && errno == EBADF);
	UK_TEST_EXPECT(lseek(7, 0, SEEK_SET) == -1 && errno == EBADF);
	UK_TEST_EXPECT(lseek(STDOUT_FILENO, 0, SEEK_CUR) == -1 && errno == ESPIPE);
	UK_TEST_EXPECT_SNUM_EQ(close(STDIN_FILENO), 0);
}

uk_testsuite_register(nolibc_jump, NULL);
