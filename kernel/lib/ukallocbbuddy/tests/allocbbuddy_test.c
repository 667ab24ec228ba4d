/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include <errno.h>
#include <stdint.h>
#include <uk/alloc.h>
#include <uk/test.h>

/* The system's own heap, where it is one of this allocator; everything is given back. */
static struct uk_alloc *heap;

static int find_heap(struct uk_testsuite *suite __unused)
{
	heap = uk_alloc_get_default();
	return heap ? 0 : -ENOMEM;
}

/* Blocks that live at the same time do not overlap: each keeps the byte it was filled with. */
static int is_filled(const unsigned char *block, size_t size, unsigned char with)
{
	for (size_t i = 0; i < size; ++i) {
		if (block[i] != with)
			return 0;
	}
	return 1;
}

UK_TESTCASE(ukallocbbuddy, allocates_and_frees)
{
	const __ssz before = uk_alloc_availmem(heap);
	void *block = uk_malloc(heap, 100000);

	UK_TEST_EXPECT_NOT_NULL(block);
	UK_TEST_EXPECT_SNUM_LT(uk_alloc_availmem(heap), before);
	uk_free(heap, block);
	UK_TEST_EXPECT_SNUM_EQ(uk_alloc_availmem(heap), before);
}

UK_TESTCASE_DESC(ukallocbbuddy, aligned_to_16, "for every size up to a page")
{
	uintptr_t bits = 0;

	for (__sz size = 1; size <= 4096; size += 61) {
		void *block = uk_malloc(heap, size);

		bits |= (uintptr_t)block;
		uk_free(heap, block);
	}
	UK_TEST_EXPECT_ZERO(bits % 16);
}

UK_TESTCASE(ukallocbbuddy, zero_bytes_are_unique)
{
	void *a = uk_malloc(heap, 0), *b = uk_malloc(heap, 0);

	UK_TEST_EXPECT_NOT_NULL(a);
	UK_TEST_EXPECT(a != b);
	uk_free(heap, a);
	uk_free(heap, b);
}

UK_TESTCASE(ukallocbbuddy, frees_null)
{
	uk_free(heap, NULL);
	UK_TEST_EXPECT_SNUM_GT(uk_alloc_availmem(heap), 0);
}

UK_TESTCASE(ukallocbbuddy, blocks_do_not_overlap)
{
	enum { COUNT = 32 };
	unsigned char *blocks[COUNT];
	int intact = 0;

	for (int i = 0; i < COUNT; ++i) {
		blocks[i] = uk_malloc(heap, (__sz)i * 37 + 1);
		memset(blocks[i], i, (size_t)i * 37 + 1);
	}
	for (int i = 0; i < COUNT; ++i)
		intact += is_filled(blocks[i], (size_t)i * 37 + 1, (unsigned char)i);
	UK_TEST_EXPECT_SNUM_EQ(intact, COUNT);
	for (int i = 0; i < COUNT; i += 2)
		uk_free(heap, blocks[i]);
	for (int i = 1; i < COUNT; i += 2)
		uk_free(heap, blocks[i]);
}

UK_TESTCASE(ukallocbbuddy, zeroes)
{
	unsigned char *block = uk_malloc(heap, 3000);

	memset(block, 0xff, 3000);
	uk_free(heap, block);
	block = uk_calloc(heap, 3, 1000);
	UK_TEST_EXPECT(is_filled(block, 3000, 0));
	uk_free(heap, block);
}

UK_TESTCASE(ukallocbbuddy, calloc_overflow)
{
	errno = 0;
	UK_TEST_EXPECT_NULL(uk_calloc(heap, SIZE_MAX / 2, 4));
	UK_TEST_EXPECT_SNUM_EQ(errno, ENOMEM);
}

UK_TESTCASE(ukallocbbuddy, too_much)
{
	errno = 0;
	UK_TEST_EXPECT_NULL(uk_malloc(heap, SIZE_MAX / 4));
	UK_TEST_EXPECT_SNUM_EQ(errno, ENOMEM);
}

UK_TESTCASE(ukallocbbuddy, grows)
{
	unsigned char *block = uk_realloc(heap, NULL, 100);

	memset(block, 7, 100);
	block = uk_realloc(heap, block, 20000);
	UK_TEST_EXPECT(is_filled(block, 100, 7));
	uk_free(heap, block);
}

UK_TESTCASE(ukallocbbuddy, shrinks)
{
	unsigned char *block = uk_malloc(heap, 20000);

	memset(block, 9, 20000);
	block = uk_realloc(heap, block, 50);
	UK_TEST_EXPECT(is_filled(block, 50, 9));
	UK_TEST_EXPECT_NULL(uk_realloc(heap, block, 0));
}

UK_TESTCASE(ukallocbbuddy, aligns)
{
	for (__sz alignment = 16; alignment <= 65536; alignment *= 8) {
		void *block = uk_memalign(heap, alignment, 24);

		UK_TEST_EXPECT_NOT_NULL(block);
		UK_TEST_EXPECT_ZERO((uintptr_t)block % alignment);
		uk_free(heap, block);
	}
}

UK_TESTCASE(ukallocbbuddy, posix_memalign)
{
	void *block = NULL;

	UK_TEST_EXPECT_ZERO(uk_posix_memalign(heap, &block, 256, 10));
	UK_TEST_EXPECT_ZERO((uintptr_t)block % 256);
	uk_free(heap, block);
	UK_TEST_EXPECT_SNUM_EQ(uk_posix_memalign(heap, &block, 3, 10), EINVAL);
}

UK_TESTCASE(ukallocbbuddy, pages)
{
	const long before = uk_alloc_pavailmem(heap);
	void *pages = uk_palloc(heap, 3);

	UK_TEST_EXPECT_NOT_NULL(pages);
	UK_TEST_EXPECT_ZERO((uintptr_t)pages % 4096);
	UK_TEST_EXPECT_SNUM_LE(uk_alloc_pavailmem(heap), before - 3);
	uk_pfree(heap, pages, 3);
	UK_TEST_EXPECT_SNUM_EQ(uk_alloc_pavailmem(heap), before);
}

UK_TESTCASE_DESC(ukallocbbuddy, largest, "what is said to fit does fit")
{
	const long most = uk_alloc_pmaxalloc(heap);
	void *pages = uk_palloc(heap, (unsigned long)most);

	UK_TEST_EXPECT_SNUM_GT(most, 0);
	UK_TEST_EXPECT_NOT_NULL(pages);
	uk_pfree(heap, pages, (unsigned long)most);
}

uk_testsuite_register(ukallocbbuddy, find_heap);
