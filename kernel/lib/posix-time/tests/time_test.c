/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* Clocks and sleeping, by POSIX.1-2017. */

#include <errno.h>
#include <sys/time.h>
#include <time.h>
#include <uk/plat/time.h>
#include <uk/test.h>
#include <unistd.h>

/* In nanoseconds; every clock of these tests is after 1970. */
static __nsec now(clockid_t clock)
{
	struct timespec time = { 0, -1 };

	clock_gettime(clock, &time);
	return (__nsec)time.tv_sec * 1000000000 + (__nsec)time.tv_nsec;
}

UK_TESTCASE(posix_time, clocks_have_nanoseconds)
{
	struct timespec time = { -1, -1 };

	UK_TEST_EXPECT_ZERO(clock_gettime(CLOCK_REALTIME, &time));
	UK_TEST_EXPECT(time.tv_sec >= 0 && time.tv_nsec >= 0 && time.tv_nsec < 1000000000);
	UK_TEST_EXPECT_ZERO(clock_getres(CLOCK_MONOTONIC, &time));
	UK_TEST_EXPECT(time.tv_sec == 0 && time.tv_nsec > 0);
}

UK_TESTCASE(posix_time, the_monotonic_clock_is_the_platforms)
{
	const __nsec before = ukplat_monotonic_clock();
	const __nsec between = now(CLOCK_MONOTONIC);
	const __nsec after = ukplat_monotonic_clock();

	UK_TEST_EXPECT(before <= between && between <= after);
}

UK_TESTCASE(posix_time, unknown_clocks)
{
	struct timespec time;

	errno = 0;
	UK_TEST_EXPECT_SNUM_EQ(clock_gettime((clockid_t)999, &time), -1);
	UK_TEST_EXPECT_SNUM_EQ(errno, EINVAL);
}

UK_TESTCASE(posix_time, nanosleep_takes_as_long)
{
	const struct timespec wanted = { 0, 3000000 };
	struct timespec left = { 7, 7 };
	const __nsec begin = now(CLOCK_MONOTONIC);

	UK_TEST_EXPECT_ZERO(nanosleep(&wanted, &left));
	UK_TEST_EXPECT(now(CLOCK_MONOTONIC) - begin >= 3000000);
}

UK_TESTCASE(posix_time, nanosleep_refuses_what_is_no_time)
{
	const struct timespec wrong[] = { { 0, 1000000000 }, { 0, -1 }, { -1, 0 } };

	for (int i = 0; i < 3; ++i) {
		errno = 0;
		UK_TEST_EXPECT_SNUM_EQ(nanosleep(&wrong[i], NULL), -1);
		UK_TEST_EXPECT_SNUM_EQ(errno, EINVAL);
	}
}

UK_TESTCASE(posix_time, sleep_until_a_time)
{
	const __nsec end = now(CLOCK_MONOTONIC) + 2000000;
	const struct timespec until = { (time_t)(end / 1000000000), (long)(end % 1000000000) };

	UK_TEST_EXPECT_ZERO(clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL));
	UK_TEST_EXPECT(now(CLOCK_MONOTONIC) >= end);
	/* A time that is over */
	UK_TEST_EXPECT_ZERO(clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL));
}

UK_TESTCASE(posix_time, seconds_of_all_functions_agree)
{
	struct timeval day;
	time_t stored = -1;
	const time_t seconds = time(&stored);

	UK_TEST_EXPECT_SNUM_EQ(seconds, stored);
	UK_TEST_EXPECT_ZERO(gettimeofday(&day, NULL));
	UK_TEST_EXPECT(day.tv_sec >= seconds && day.tv_sec <= seconds + 60);
	UK_TEST_EXPECT(day.tv_usec >= 0 && day.tv_usec < 1000000);
}

uk_testsuite_register(posix_time, NULL);
