// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/allocpool.h>
#include <uk/test.h>

namespace {

constexpr unsigned int objects = 12;
constexpr __sz objectSize = 40;

uk_allocpool *pool;

int openPool(uk_testsuite *)
{
    pool = uk_allocpool_alloc(uk_alloc_get_default(), objects, objectSize, 32);
    return pool ? 0 : -ENOMEM;
}

/** All that a pool has, for the length of a test. */
struct Everything
{
    Everything() { count = uk_allocpool_take_batch(pool, taken, objects + 4); }
    ~Everything() { uk_allocpool_return_batch(pool, taken, count); }

    void *taken[objects + 4]{};
    unsigned int count;
};

UK_TESTCASE(ukallocpool, has_what_was_asked_for)
{
    UK_TEST_EXPECT(uk_allocpool_availcount(pool) >= objects);
    UK_TEST_EXPECT_SNUM_EQ(uk_allocpool_objlen(pool), 64);
}

UK_TESTCASE(ukallocpool, takes_and_returns)
{
    const unsigned int before = uk_allocpool_availcount(pool);
    void *object = uk_allocpool_take(pool);
    UK_TEST_EXPECT_NOT_NULL(object);
    UK_TEST_EXPECT_SNUM_EQ(uk_allocpool_availcount(pool), before - 1);
    uk_allocpool_return(pool, object);
    UK_TEST_EXPECT_SNUM_EQ(uk_allocpool_availcount(pool), before);
    UK_TEST_EXPECT_PTR_EQ(uk_allocpool_take(pool), object);
    uk_allocpool_return(pool, object);
}

UK_TESTCASE(ukallocpool, aligns_every_object)
{
    Everything all;
    __uptr bits = 0;
    for (unsigned int i = 0; i < all.count; ++i)
        bits |= reinterpret_cast<__uptr>(all.taken[i]);
    UK_TEST_EXPECT_ZERO(bits % 32);
}

UK_TESTCASE(ukallocpool, objects_do_not_overlap)
{
    Everything all;
    for (unsigned int i = 0; i < all.count; ++i)
        memset(all.taken[i], static_cast<int>(i), objectSize);
    unsigned int intact = 0;
    for (unsigned int i = 0; i < all.count; ++i) {
        const auto *bytes = static_cast<unsigned char *>(all.taken[i]);
        intact += bytes[0] == i && bytes[objectSize - 1] == i;
    }
    UK_TEST_EXPECT_SNUM_EQ(intact, all.count);
}

UK_TESTCASE(ukallocpool, ends)
{
    Everything all;
    UK_TEST_EXPECT_ZERO(uk_allocpool_availcount(pool));
    UK_TEST_EXPECT_NULL(uk_allocpool_take(pool));
}

UK_TESTCASE(ukallocpool, takes_what_there_is)
{
    void *some[3];
    UK_TEST_EXPECT_SNUM_EQ(uk_allocpool_take_batch(pool, some, 3), 3);
    UK_TEST_EXPECT(some[0] != some[1] && some[1] != some[2]);
    {
        Everything rest;
        UK_TEST_EXPECT_ZERO(uk_allocpool_take_batch(pool, some, 0));
    }
    uk_allocpool_return_batch(pool, some, 3);
}

UK_TESTCASE(ukallocpool, as_allocator)
{
    uk_alloc *allocator = uk_allocpool2ukalloc(pool);
    void *a = uk_malloc(allocator, 1);
    void *b = uk_malloc(allocator, 64);
    UK_TEST_EXPECT_NOT_NULL(a);
    UK_TEST_EXPECT_NOT_NULL(b);
    UK_TEST_EXPECT_NULL(uk_malloc(allocator, 65));
    UK_TEST_EXPECT_SNUM_EQ(errno, ENOMEM);
    uk_free(allocator, a);
    uk_free(allocator, b);
    uk_free(allocator, nullptr);
}

UK_TESTCASE(ukallocpool, allocator_aligns)
{
    uk_alloc *allocator = uk_allocpool2ukalloc(pool);
    void *object = uk_memalign(allocator, 32, 10);
    UK_TEST_EXPECT_NOT_NULL(object);
    UK_TEST_EXPECT_NULL(uk_memalign(allocator, 64, 10));
    UK_TEST_EXPECT_PTR_EQ(uk_realloc(allocator, object, 64), object);
    UK_TEST_EXPECT_NULL(uk_realloc(allocator, object, 65));
    UK_TEST_EXPECT_NULL(uk_realloc(allocator, object, 0));
}

UK_TESTCASE(ukallocpool, allocator_tells)
{
    uk_alloc *allocator = uk_allocpool2ukalloc(pool);
    UK_TEST_EXPECT_SNUM_EQ(uk_alloc_availmem(allocator), 64 * uk_allocpool_availcount(pool));
    UK_TEST_EXPECT_SNUM_EQ(uk_alloc_maxalloc(allocator), 64);
    Everything all;
    UK_TEST_EXPECT_ZERO(uk_alloc_maxalloc(allocator));
}

UK_TESTCASE(ukallocpool, in_memory_of_ones_own)
{
    static unsigned char memory[2048];
    // Whatever the address, the required size is enough.
    int enough = 0;
    for (unsigned int offset = 0; offset < 32; ++offset) {
        const __sz size = uk_allocpool_reqmem(4, 24, 64);
        uk_allocpool *own = uk_allocpool_init(memory + offset, size, 24, 64);
        enough += own && uk_allocpool_availcount(own) >= 4;
        // Its allocator must not stay registered, as the memory is used again.
        for (uk_alloc **link = &_uk_alloc_head; own && *link; link = &(*link)->next) {
            if (*link == uk_allocpool2ukalloc(own)) {
                *link = (*link)->next;
                break;
            }
        }
    }
    UK_TEST_EXPECT_SNUM_EQ(enough, 32);
}

UK_TESTCASE(ukallocpool, impossible_ones)
{
    char few[8];
    UK_TEST_EXPECT_ZERO(uk_allocpool_reqmem(1, 8, 3));
    UK_TEST_EXPECT_ZERO(uk_allocpool_reqmem(2, __SZ_MAX / 2, 8));
    UK_TEST_EXPECT_ZERO(uk_allocpool_reqmem(1, __SZ_MAX, 8));
    UK_TEST_EXPECT_NULL(uk_allocpool_init(few, sizeof(few), 1, 1));
    UK_TEST_EXPECT_NULL(uk_allocpool_alloc(uk_alloc_get_default(), 1, 8, 0));
    UK_TEST_EXPECT_SNUM_EQ(errno, EINVAL);
    UK_TEST_EXPECT_NULL(uk_allocpool_alloc(uk_alloc_get_default(), 1, __SZ_MAX / 4, 8));
}

UK_TESTCASE(ukallocpool, gives_its_memory_back)
{
    uk_alloc *heap = uk_alloc_get_default();
    const __ssz before = uk_alloc_availmem(heap);
    uk_allocpool *other = uk_allocpool_alloc(heap, 100, 100, 16);
    UK_TEST_EXPECT_SNUM_LT(uk_alloc_availmem(heap), before);
    uk_allocpool_free(other);
    UK_TEST_EXPECT_SNUM_EQ(uk_alloc_availmem(heap), before);
}

uk_testsuite_register(ukallocpool, openPool);

} // namespace
