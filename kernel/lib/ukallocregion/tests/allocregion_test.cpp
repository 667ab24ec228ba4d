// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/alloc_impl.h>
#include <uk/allocregion.h>
#include <uk/test.h>

namespace {

alignas(4096) unsigned char memory[16384];
uk_alloc *region;

/** Begins with an unused region, the same one, not registered twice. */
int openRegion(uk_testsuite *)
{
    region = uk_allocregion_init(memory, sizeof(memory));
    return region ? 0 : -ENOMEM;
}

bool isInside(const void *at, __sz size)
{
    const auto *begin = static_cast<const unsigned char *>(at);
    return begin >= memory && begin + size <= memory + sizeof(memory);
}

UK_TESTCASE(ukallocregion, allocates_inside)
{
    void *a = uk_malloc(region, 100);
    void *b = uk_malloc(region, 1);
    UK_TEST_EXPECT(isInside(a, 100));
    UK_TEST_EXPECT(isInside(b, 1));
    UK_TEST_EXPECT(static_cast<char *>(b) - static_cast<char *>(a) >= 100);
}

UK_TESTCASE(ukallocregion, aligned_to_16)
{
    uk_malloc(region, 3);
    UK_TEST_EXPECT_ZERO(reinterpret_cast<__uptr>(uk_malloc(region, 5)) % 16);
}

UK_TESTCASE(ukallocregion, zero_bytes_are_unique)
{
    UK_TEST_EXPECT(uk_malloc(region, 0) != uk_malloc(region, 0));
}

UK_TESTCASE(ukallocregion, aligns)
{
    void *at = nullptr;
    UK_TEST_EXPECT_ZERO(uk_posix_memalign(region, &at, 1024, 10));
    UK_TEST_EXPECT_ZERO(reinterpret_cast<__uptr>(at) % 1024);
    UK_TEST_EXPECT_SNUM_EQ(uk_posix_memalign(region, &at, 24, 10), EINVAL);
}

UK_TESTCASE(ukallocregion, takes_back_the_last)
{
    void *first = uk_malloc(region, 200);
    uk_free(region, first);
    UK_TEST_EXPECT_PTR_EQ(uk_malloc(region, 50), first);
}

UK_TESTCASE(ukallocregion, keeps_older_ones)
{
    void *first = uk_malloc(region, 64);
    uk_malloc(region, 64);
    const __ssz before = uk_alloc_availmem(region);
    uk_free(region, first);
    uk_free(region, nullptr);
    UK_TEST_EXPECT_SNUM_EQ(uk_alloc_availmem(region), before);
}

UK_TESTCASE_DESC(ukallocregion, grows_in_place, "what was given out last")
{
    void *block = uk_malloc(region, 10);
    UK_TEST_EXPECT_PTR_EQ(uk_realloc(region, block, 500), block);
    UK_TEST_EXPECT_PTR_EQ(uk_realloc(region, block, 20), block);
    UK_TEST_EXPECT_NULL(uk_realloc(region, block, 0));
}

UK_TESTCASE(ukallocregion, moves_older_ones)
{
    char *block = static_cast<char *>(uk_malloc(region, 8));
    memcpy(block, "content", 8);
    uk_malloc(region, 8);
    char *moved = static_cast<char *>(uk_realloc(region, block, 300));
    UK_TEST_EXPECT(moved != block);
    UK_TEST_EXPECT_ZERO(strcmp(moved, "content"));
}

UK_TESTCASE(ukallocregion, too_much)
{
    errno = 0;
    UK_TEST_EXPECT_NULL(uk_malloc(region, sizeof(memory)));
    UK_TEST_EXPECT_SNUM_EQ(errno, ENOMEM);
    UK_TEST_EXPECT_NULL(uk_malloc(region, __SZ_MAX));
    UK_TEST_EXPECT_NULL(uk_malloc(region, __SZ_MAX - 15));
    UK_TEST_EXPECT_NULL(uk_calloc(region, __SZ_MAX / 2, 3));
}

UK_TESTCASE(ukallocregion, zeroes)
{
    unsigned char *block = static_cast<unsigned char *>(uk_malloc(region, 64));
    memset(block, 0xff, 64);
    uk_free(region, block);
    block = static_cast<unsigned char *>(uk_calloc(region, 8, 8));
    int sum = 0;
    for (int i = 0; i < 64; ++i)
        sum += block[i];
    UK_TEST_EXPECT_ZERO(sum);
}

UK_TESTCASE(ukallocregion, pages)
{
    void *page = uk_palloc(region, 1);
    UK_TEST_EXPECT_NOT_NULL(page);
    UK_TEST_EXPECT_ZERO(reinterpret_cast<__uptr>(page) % 4096);
}

UK_TESTCASE_DESC(ukallocregion, what_is_left, "fits")
{
    const __ssz left = uk_alloc_maxalloc(region);
    UK_TEST_EXPECT_SNUM_GT(left, 0);
    UK_TEST_EXPECT_NOT_NULL(uk_malloc(region, static_cast<__sz>(left)));
    UK_TEST_EXPECT_ZERO(uk_alloc_availmem(region));
    UK_TEST_EXPECT_NULL(uk_malloc(region, 0));
}

UK_TESTCASE(ukallocregion, too_small)
{
    alignas(16) static unsigned char few[sizeof(uk_alloc)];
    UK_TEST_EXPECT_NULL(uk_allocregion_init(few, sizeof(few)));
    UK_TEST_EXPECT_NULL(uk_allocregion_init(few, 0));
}

uk_testsuite_register(ukallocregion, openRegion);

} // namespace
