/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include <errno.h>
#include <fcntl.h>
#include <uk/test.h>
#include <unistd.h>

UK_TESTCASE(nolibc_descriptor, there_are_no_files)
{
	UK_TEST_EXPECT_SNUM_EQ(open("/etc/passwd", O_RDONLY), -1);
	UK_TEST_EXPECT_SNUM_EQ(errno, ENOENT);
	UK_TEST_EXPECT_SNUM_EQ(open("/new", O_WRONLY | O_CREAT, 0600), -1);
	UK_TEST_EXPECT_SNUM_EQ(errno, EROFS);
}

UK_TESTCASE(nolibc_descriptor, only_the_console_is_open)
{
	UK_TEST_EXPECT_ZERO(close(STDIN_FILENO));
	UK_TEST_EXPECT_SNUM_EQ(close(3), -1);
	UK_TEST_EXPECT_SNUM_EQ(errno, EBADF);
	UK_TEST_EXPECT_SNUM_EQ(lseek(STDOUT_FILENO, 0, SEEK_SET), -1);
	UK_TEST_EXPECT_SNUM_EQ(errno, ESPIPE);
	UK_TEST_EXPECT_SNUM_EQ(write(3, "x", 1), -1);
	UK_TEST_EXPECT_SNUM_EQ(errno, EBADF);
}

uk_testsuite_register(nolibc_descriptor, NULL);
