// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "page_source.hpp"

#include <uk/test.h>

namespace {

uk_alloc_stats of(PageSource &source)
{
    uk_alloc_stats stats;
    uk_alloc_stats_get(&source.allocator, &stats);
    return stats;
}

UK_TESTCASE(ukalloc_stats, begin_with_nothing)
{
    PageSource source;
    const uk_alloc_stats stats = of(source);
    UK_TEST_EXPECT(stats.tot_nb_allocs == 0 && stats.cur_mem_use == 0 && stats.nb_enomem == 0);
}

UK_TESTCASE(ukalloc_stats, counts)
{
    PageSource source;
    void *first = uk_palloc(&source.allocator, 1);
    void *second = uk_palloc(&source.allocator, 3);
    uk_pfree(&source.allocator, second, 3);
    const uk_alloc_stats stats = of(source);
    UK_TEST_EXPECT_SNUM_EQ(stats.tot_nb_allocs, 2);
    UK_TEST_EXPECT_SNUM_EQ(stats.tot_nb_frees, 1);
    UK_TEST_EXPECT_SNUM_EQ(stats.cur_nb_allocs, 1);
    UK_TEST_EXPECT_SNUM_EQ(stats.max_nb_allocs, 2);
    UK_TEST_EXPECT_SNUM_EQ(stats.cur_mem_use, 4096);
    UK_TEST_EXPECT_SNUM_EQ(stats.max_mem_use, 4 * 4096);
    uk_pfree(&source.allocator, first, 1);
}

UK_TESTCASE(ukalloc_stats, sizes)
{
    PageSource source;
    static const unsigned long counts[] = {2, 1, 3};
    for (unsigned long count : counts)
        uk_pfree(&source.allocator, uk_palloc(&source.allocator, count), count);
    const uk_alloc_stats stats = of(source);
    UK_TEST_EXPECT_SNUM_EQ(stats.min_alloc_size, 4096);
    UK_TEST_EXPECT_SNUM_EQ(stats.max_alloc_size, 3 * 4096);
    UK_TEST_EXPECT_SNUM_EQ(stats.last_alloc_size, 3 * 4096);
}

UK_TESTCASE(ukalloc_stats, requests_that_fail)
{
    PageSource source;
    uk_palloc(&source.allocator, PageSource::pages + 1);
    UK_TEST_EXPECT_SNUM_EQ(of(source).nb_enomem, 1);
    UK_TEST_EXPECT_ZERO(of(source).tot_nb_allocs);
    uk_alloc_stats_count_free(&source.allocator, nullptr, 100);
    UK_TEST_EXPECT_ZERO(of(source).tot_nb_frees);
}

UK_TESTCASE_DESC(ukalloc_stats, of_the_heap, "what is freed is no longer in use")
{
    uk_alloc *heap = uk_alloc_get_default();
    uk_alloc_stats before, between, after;
    uk_alloc_stats_get(heap, &before);
    void *block = uk_malloc(heap, 12345);
    uk_alloc_stats_get(heap, &between);
    uk_free(heap, block);
    uk_alloc_stats_get(heap, &after);
    UK_TEST_EXPECT_SNUM_GE(between.cur_mem_use, before.cur_mem_use + 12345);
    UK_TEST_EXPECT_SNUM_EQ(after.cur_mem_use, before.cur_mem_use);
    UK_TEST_EXPECT_SNUM_EQ(after.tot_nb_frees, before.tot_nb_frees + 1);
}

uk_testsuite_register(ukalloc_stats, nullptr);

} // namespace
