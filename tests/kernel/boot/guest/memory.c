/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include "scenarios.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <uk/alloc.h>

static int fail(const char *what)
{
	printf("failed: %s\n", what);
	return 1;
}

/* Takes all memory in pieces of many sizes, checks that they do not overlap, and gives it back. */
static int exhaust(int argc, char *argv[])
{
	struct piece {
		struct piece *next;
		size_t size;
	} *all = NULL;
	struct uk_alloc *a = uk_alloc_get_default();
	struct uk_alloc_stats before, after;
	const size_t available = uk_alloc_availmem(a);
	size_t count = 0, taken = 0, size = sizeof(*all);

	(void)argc;
	(void)argv;
	uk_alloc_stats_get(a, &before);
	for (;;) {
		struct piece *p = uk_malloc(a, size);

		if (!p) {
			if (size == sizeof(*all))
				break;
			size = sizeof(*all);
			continue;
		}
		memset(p, (int)size, size);
		p->next = all;
		p->size = size;
		all = p;
		taken += size;
		++count;
		size = size > 20000 ? sizeof(*all) : size * 3 / 2;
	}
	if (taken < available / 2 || taken > available)
		return fail("sum of all pieces");
	while (all) {
		struct piece *p = all;
		const unsigned char *bytes = (unsigned char *)p;

		for (size_t i = sizeof(*p); i < p->size; ++i) {
			if (bytes[i] != (unsigned char)p->size)
				return fail("pieces overlap");
		}
		all = p->next;
		uk_free(a, p);
	}
	if ((size_t)uk_alloc_availmem(a) != available)
		return fail("memory is lost");
	uk_alloc_stats_get(a, &after);
	if (after.cur_nb_allocs != before.cur_nb_allocs || after.cur_mem_use != before.cur_mem_use)
		return fail("statistics do not add up");
	if (after.tot_nb_allocs != before.tot_nb_allocs + count || after.nb_enomem == before.nb_enomem)
		return fail("statistics miscount");
	printf("took %lu pieces\n", (unsigned long)count);
	return 0;
}

static int pages(int argc, char *argv[])
{
	struct uk_alloc *a = uk_alloc_get_default();
	const long available = uk_alloc_pavailmem(a);
	void *three = uk_palloc(a, 3);
	void *aligned = uk_memalign(a, 65536, 100);
	void *zeroed = uk_calloc(a, 100, 100);
	void *moved;

	(void)argc;
	(void)argv;
	if (!three || (uintptr_t)three % 4096)
		return fail("uk_palloc");
	if (uk_alloc_pavailmem(a) > available - 3)
		return fail("uk_alloc_pavailmem");
	if (!aligned || (uintptr_t)aligned % 65536)
		return fail("uk_memalign");
	for (int i = 0; i < 10000; ++i) {
		if (!zeroed || ((char *)zeroed)[i])
			return fail("uk_calloc");
	}
	memset(zeroed, 7, 10000);
	moved = uk_realloc(a, zeroed, 100000);
	if (!moved || ((char *)moved)[9999] != 7)
		return fail("uk_realloc");
	if (uk_calloc(a, SIZE_MAX / 2, 3) || uk_malloc(a, SIZE_MAX))
		return fail("impossible sizes");
	uk_free(a, moved);
	uk_free(a, aligned);
	uk_pfree(a, three, 3);
	uk_free(a, NULL);
	if (uk_alloc_pavailmem(a) != available)
		return fail("pages are lost");
	puts("pages are fine");
	return 0;
}

static int free_twice(int argc, char *argv[])
{
	struct uk_alloc *a = uk_alloc_get_default();
	void *memory = uk_malloc(a, 100);

	(void)argc;
	(void)argv;
	uk_free(a, memory);
	uk_free(a, memory);
	return 0;
}

/* One byte beyond the end. */
static int overflow_heap(int argc, char *argv[])
{
	volatile char *block = uk_malloc(uk_alloc_get_default(), 40);

	(void)argv;
	block[argc + 40] = 'x';
	uk_free(uk_alloc_get_default(), (char *)block);
	return 0;
}

static int use_after_free(int argc, char *argv[])
{
	volatile int *block = uk_malloc(uk_alloc_get_default(), 24);

	(void)argv;
	uk_free(uk_alloc_get_default(), (int *)block);
	return block[argc + 2];
}

static int free_middle(int argc, char *argv[])
{
	char *block = uk_malloc(uk_alloc_get_default(), 64);

	(void)argc;
	(void)argv;
	uk_free(uk_alloc_get_default(), block + 16);
	return 0;
}

static volatile short numbers[10];

static int overflow_global(int argc, char *argv[])
{
	(void)argv;
	numbers[argc + 10] = 1;
	return 0;
}

const struct scenario memory_scenarios[] = {
	{ "exhaust", exhaust },
	{ "pages", pages },
	{ "free-twice", free_twice },
	{ "overflow-heap", overflow_heap },
	{ "use-after-free", use_after_free },
	{ "free-middle", free_middle },
	{ "overflow-global", overflow_global },
	{ 0, 0 },
};
