/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* What may be accessed; that wrong accesses are noticed ends the system, so it is tried elsewhere. */

#include <setjmp.h>
#include <string.h>
#include <uk/alloc.h>
#include <uk/kasan.h>
#include <uk/test.h>

UK_TESTCASE_DESC(kasan, blocks_are_accessible, "to the last byte, and no further")
{
	for (__sz size = 1; size <= 40; ++size) {
		char *block = uk_malloc(uk_alloc_get_default(), size);

		UK_TEST_ASSERT(block && uk_kasan_may_access(block, size));
		UK_TEST_ASSERT(!uk_kasan_may_access(block, size + 1));
		UK_TEST_ASSERT(!uk_kasan_may_access(block + size, 1));
		UK_TEST_ASSERT(!uk_kasan_may_access(block - 1, 1));
		uk_free(uk_alloc_get_default(), block);
	}
}

UK_TESTCASE(kasan, freed_blocks_are_not)
{
	char *block = uk_malloc(uk_alloc_get_default(), 100);

	uk_free(uk_alloc_get_default(), block);
	UK_TEST_EXPECT(!uk_kasan_may_access(block, 1));
	UK_TEST_EXPECT(!uk_kasan_may_access(block + 99, 1));
}

UK_TESTCASE(kasan, freed_memory_is_not_used_at_once)
{
	char *first = uk_malloc(uk_alloc_get_default(), 64);

	uk_free(uk_alloc_get_default(), first);
	char *second = uk_malloc(uk_alloc_get_default(), 64);

	UK_TEST_EXPECT(first != second);
	uk_free(uk_alloc_get_default(), second);
}

UK_TESTCASE(kasan, aligned_blocks)
{
	for (__sz alignment = 16; alignment <= 8192; alignment *= 2) {
		char *block = uk_memalign(uk_alloc_get_default(), alignment, 24);

		UK_TEST_ASSERT(block && (__uptr)block % alignment == 0);
		UK_TEST_ASSERT(uk_kasan_may_access(block, 24) && !uk_kasan_may_access(block, 25));
		uk_free(uk_alloc_get_default(), block);
	}
}

UK_TESTCASE(kasan, resized_blocks)
{
	char *block = uk_malloc(uk_alloc_get_default(), 10);

	block[9] = 'x';
	block = uk_realloc(uk_alloc_get_default(), block, 20);
	UK_TEST_EXPECT(block[9] == 'x');
	UK_TEST_EXPECT(uk_kasan_may_access(block, 20) && !uk_kasan_may_access(block, 21));
	uk_free(uk_alloc_get_default(), block);
}

UK_TESTCASE_DESC(kasan, memory_comes_back, "the quarantine is no leak")
{
	for (int i = 0; i < 3000; ++i) {
		char *block = uk_malloc(uk_alloc_get_default(), 64 << 10);

		UK_TEST_ASSERT(block);
		uk_free(uk_alloc_get_default(), block);
	}
}

/* Leaves functions with variables that have zones. */
static void __attribute__((noinline)) leave(jmp_buf *back, int depth)
{
	char bytes[40];

	memset(bytes, depth, sizeof(bytes));
	if (depth > 0)
		leave(back, depth - 1);
	else if (bytes[39] == 0)
		longjmp(*back, 1);
}

static int __attribute__((noinline)) count_forbidden(const char *begin, const char *end)
{
	int count = 0;

	for (; begin < end; begin += 8)
		count += !uk_kasan_may_access(begin, 1);
	return count;
}

UK_TESTCASE_DESC(kasan, local_variables, "to the last byte, and neither before nor after")
{
	char bytes[21];
	char *begin = bytes;

	__asm__ volatile("" : "+r"(begin) : : "memory");
	UK_TEST_EXPECT(uk_kasan_may_access(begin, sizeof(bytes)));
	UK_TEST_EXPECT(!uk_kasan_may_access(begin + sizeof(bytes), 1));
	UK_TEST_EXPECT(!uk_kasan_may_access(begin - 1, 1));
}

UK_TESTCASE_DESC(kasan, stacks_are_left, "by longjmp(): nothing of them stays forbidden")
{
	jmp_buf back;
	const char *here = __builtin_frame_address(0);

	if (setjmp(back) == 0)
		leave(&back, 10);
	UK_TEST_EXPECT_ZERO(count_forbidden(here - 2048, here - 512));
}

uk_testsuite_register(kasan, NULL);
