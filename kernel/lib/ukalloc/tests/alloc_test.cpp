// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Functions that one kind of allocator gets from those that it has.

#include "page_source.hpp"

#include <errno.h>
#include <uk/test.h>

namespace {

UK_TESTCASE(ukalloc, bytes_from_pages)
{
    PageSource source;
    auto *block = static_cast<unsigned char *>(uk_malloc(&source.allocator, 5000));
    UK_TEST_EXPECT_NOT_NULL(block);
    UK_TEST_EXPECT_SNUM_EQ(PageSource::used, 2);
    memset(block, 1, 5000);
    uk_free(&source.allocator, block);
    UK_TEST_EXPECT_ZERO(PageSource::used);
    uk_free(&source.allocator, nullptr);
}

UK_TESTCASE(ukalloc, alignment_from_pages)
{
    PageSource source;
    void *block = nullptr;
    UK_TEST_EXPECT_ZERO(uk_posix_memalign(&source.allocator, &block, 1024, 100));
    UK_TEST_EXPECT_ZERO(reinterpret_cast<__uptr>(block) % 1024);
    uk_free(&source.allocator, block);
    UK_TEST_EXPECT_SNUM_EQ(uk_posix_memalign(&source.allocator, &block, 1000, 100), EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(uk_posix_memalign(&source.allocator, &block, 16, __SZ_MAX), ENOMEM);
    UK_TEST_EXPECT_ZERO(PageSource::used);
}

UK_TESTCASE(ukalloc, resizes_pages)
{
    PageSource source;
    auto *block = static_cast<char *>(uk_realloc(&source.allocator, nullptr, 10));
    memcpy(block, "content", 8);
    UK_TEST_EXPECT_PTR_EQ(uk_realloc(&source.allocator, block, 4000), block);
    auto *moved = static_cast<char *>(uk_realloc(&source.allocator, block, 6000));
    UK_TEST_EXPECT(moved != block);
    UK_TEST_EXPECT_ZERO(strcmp(moved, "content"));
    UK_TEST_EXPECT_NULL(uk_realloc(&source.allocator, moved, 0));
    UK_TEST_EXPECT_SNUM_EQ(PageSource::given, 1 + 2);
}

UK_TESTCASE(ukalloc, zeroes)
{
    PageSource source;
    memset(PageSource::memory, 0xff, 4096);
    auto *block = static_cast<unsigned char *>(uk_zalloc(&source.allocator, 200));
    int sum = 0;
    for (int i = 0; i < 200; ++i)
        sum += block[i];
    UK_TEST_EXPECT_ZERO(sum);
    uk_free(&source.allocator, block);
    UK_TEST_EXPECT_NULL(uk_calloc(&source.allocator, __SZ_MAX / 2, 3));
}

UK_TESTCASE(ukalloc, runs_out)
{
    PageSource source;
    errno = 0;
    UK_TEST_EXPECT_NULL(uk_malloc(&source.allocator, PageSource::pages * 4096));
    UK_TEST_EXPECT_SNUM_EQ(errno, ENOMEM);
    UK_TEST_EXPECT_NULL(uk_malloc(&source.allocator, __SZ_MAX));
    const __ssz most = uk_alloc_maxalloc(&source.allocator);
    void *all = uk_malloc(&source.allocator, static_cast<__sz>(most));
    UK_TEST_EXPECT_NOT_NULL(all);
    UK_TEST_EXPECT_ZERO(uk_alloc_availmem(&source.allocator));
    uk_free(&source.allocator, all);
}

UK_TESTCASE(ukalloc, without_allocator)
{
    void *block = &errno;
    errno = 0;
    UK_TEST_EXPECT_NULL(uk_malloc(nullptr, 1));
    UK_TEST_EXPECT_SNUM_EQ(errno, ENOMEM);
    UK_TEST_EXPECT_NULL(uk_calloc(nullptr, 1, 1));
    UK_TEST_EXPECT_NULL(uk_palloc(nullptr, 1));
    UK_TEST_EXPECT_SNUM_EQ(uk_posix_memalign(nullptr, &block, 16, 1), ENOMEM);
    UK_TEST_EXPECT_NULL(block);
}

UK_TESTCASE(ukalloc, adds_up)
{
    const __sz before = uk_alloc_availmem_total();
    void *block = uk_malloc(uk_alloc_get_default(), 100000);
    UK_TEST_EXPECT_SNUM_LT(uk_alloc_availmem_total(), before);
    UK_TEST_EXPECT_SNUM_LE(uk_alloc_pavailmem_total(), before / 4096);
    uk_free(uk_alloc_get_default(), block);
    UK_TEST_EXPECT_SNUM_EQ(uk_alloc_availmem_total(), before);
}

uk_testsuite_register(ukalloc, nullptr);

} // namespace
