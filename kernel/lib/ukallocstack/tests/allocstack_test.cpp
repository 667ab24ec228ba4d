// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/allocstack.h>
#include <uk/page.h>
#include <uk/plat/memory.h>
#include <uk/test.h>

namespace {

uk_alloc *heap;
uk_alloc *stacks;

int openAllocator(uk_testsuite *)
{
    heap = uk_alloc_get_default();
    stacks = uk_allocstack_init(heap);
    return stacks ? 0 : -ENOMEM;
}

UK_TESTCASE(ukallocstack, gives_whole_pages)
{
    auto *stack = static_cast<unsigned char *>(uk_malloc(stacks, 10000));
    UK_TEST_EXPECT_NOT_NULL(stack);
    UK_TEST_EXPECT_ZERO(reinterpret_cast<__uptr>(stack) % PAGE_SIZE);
    memset(stack, 0x5a, 3 * PAGE_SIZE);
    UK_TEST_EXPECT_SNUM_EQ(stack[3 * PAGE_SIZE - 1], 0x5a);
    uk_free(stacks, stack);
}

UK_TESTCASE(ukallocstack, gives_them_back)
{
    const long before = uk_alloc_pavailmem(heap);
    void *stack = uk_malloc(stacks, 4 * PAGE_SIZE);
    UK_TEST_EXPECT_SNUM_LE(uk_alloc_pavailmem(heap), before - 5);
    uk_free(stacks, stack);
    // Tables that large pages were divided with stay.
    UK_TEST_EXPECT_SNUM_GE(uk_alloc_pavailmem(heap), before - 3);
    const long between = uk_alloc_pavailmem(heap);
    uk_free(stacks, uk_malloc(stacks, 4 * PAGE_SIZE));
    UK_TEST_EXPECT_SNUM_EQ(uk_alloc_pavailmem(heap), between);
}

UK_TESTCASE_DESC(ukallocstack, memory_is_whole_again, "also the page that was a guard")
{
    enum
    {
        count = 16
    };
    void *several[count];
    for (void *&stack : several)
        stack = uk_malloc(stacks, PAGE_SIZE);
    for (void *stack : several)
        uk_free(stacks, stack);
    auto *pages = static_cast<unsigned char *>(uk_palloc(heap, 2 * count));
    memset(pages, 0x33, 2 * count * PAGE_SIZE);
    UK_TEST_EXPECT_SNUM_EQ(pages[2 * count * PAGE_SIZE - 1], 0x33);
    uk_pfree(heap, pages, 2 * count);
}

UK_TESTCASE(ukallocstack, stacks_do_not_touch)
{
    enum
    {
        count = 8
    };
    unsigned char *several[count];
    for (unsigned char i = 0; i < count; ++i) {
        several[i] = static_cast<unsigned char *>(uk_malloc(stacks, 2 * PAGE_SIZE));
        memset(several[i], i, 2 * PAGE_SIZE);
    }
    int intact = 0;
    for (unsigned char i = 0; i < count; ++i)
        intact += several[i][0] == i && several[i][2 * PAGE_SIZE - 1] == i;
    UK_TEST_EXPECT_SNUM_EQ(intact, count);
    for (unsigned char *stack : several)
        uk_free(stacks, stack);
}

UK_TESTCASE(ukallocstack, alignments)
{
    void *stack = nullptr;
    UK_TEST_EXPECT_ZERO(uk_posix_memalign(stacks, &stack, 64, PAGE_SIZE));
    uk_free(stacks, stack);
    UK_TEST_EXPECT_SNUM_EQ(uk_posix_memalign(stacks, &stack, 2 * PAGE_SIZE, PAGE_SIZE), EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(uk_posix_memalign(stacks, &stack, 24, PAGE_SIZE), EINVAL);
}

UK_TESTCASE(ukallocstack, too_large)
{
    UK_TEST_EXPECT_NULL(uk_malloc(stacks, __SZ_MAX));
    UK_TEST_EXPECT_SNUM_EQ(errno, ENOMEM);
    UK_TEST_EXPECT_NULL(uk_malloc(stacks, __SZ_MAX / 2));
}

UK_TESTCASE(ukallocstack, cannot_be_resized)
{
    void *stack = uk_realloc(stacks, nullptr, 100);
    UK_TEST_EXPECT_NOT_NULL(stack);
    UK_TEST_EXPECT_NULL(uk_realloc(stacks, stack, 2 * PAGE_SIZE));
    UK_TEST_EXPECT_NULL(uk_realloc(stacks, stack, 0));
    uk_free(stacks, nullptr);
}

UK_TESTCASE(ukallocstack, what_is_left)
{
    UK_TEST_EXPECT_SNUM_GT(uk_alloc_maxalloc(stacks), 0);
    UK_TEST_EXPECT_SNUM_LT(uk_alloc_maxalloc(stacks), uk_alloc_pmaxalloc(heap) << PAGE_SHIFT);
    UK_TEST_EXPECT_SNUM_GE(uk_alloc_availmem(stacks), uk_alloc_maxalloc(stacks));
}

UK_TESTCASE_DESC(ukallocstack, a_page_keeps_its_content, "while it is away")
{
    auto *page = static_cast<unsigned char *>(uk_palloc(heap, 1));
    memset(page, 0x77, PAGE_SIZE);
    UK_TEST_EXPECT_ZERO(ukplat_page_guard(page, 1));
    UK_TEST_EXPECT_ZERO(ukplat_page_guard(page, 0));
    UK_TEST_EXPECT_SNUM_EQ(page[PAGE_SIZE - 1], 0x77);
    uk_pfree(heap, page, 1);
}

UK_TESTCASE(ukallocstack, only_whole_pages_go)
{
    UK_TEST_EXPECT_SNUM_EQ(ukplat_page_guard(reinterpret_cast<void *>(&heap), 1) < 0,
                           reinterpret_cast<__uptr>(&heap) % PAGE_SIZE != 0);
}

uk_testsuite_register(ukallocstack, openAllocator);

} // namespace
