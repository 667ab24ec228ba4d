// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/ring.h>
#include <uk/test.h>

namespace {

constexpr int slots = 8;
constexpr int capacity = slots - 1;

uk_ring *ring;
int numbers[4 * slots];

int openRing(uk_testsuite *)
{
    ring = uk_ring_alloc(slots, uk_alloc_get_default());
    return ring ? 0 : -ENOMEM;
}

void fill(int from, int count)
{
    for (int i = 0; i < count; ++i)
        uk_ring_enqueue(ring, &numbers[from + i]);
}

void drain()
{
    while (uk_ring_dequeue_mc(ring)) {
    }
}

/** Takes `count` with one of the functions; true when they come in order, beginning with `from`. */
bool comeInOrder(void *(*take)(uk_ring *), int from, int count)
{
    bool inOrder = true;
    for (int i = 0; i < count; ++i)
        inOrder = take(ring) == &numbers[from + i] && inOrder;
    return inOrder;
}

UK_TESTCASE(ukring, begins_empty)
{
    UK_TEST_EXPECT(uk_ring_empty(ring));
    UK_TEST_EXPECT(!uk_ring_full(ring));
    UK_TEST_EXPECT_ZERO(uk_ring_count(ring));
    UK_TEST_EXPECT_NULL(uk_ring_dequeue_mc(ring));
    UK_TEST_EXPECT_NULL(uk_ring_dequeue_sc(ring));
    UK_TEST_EXPECT_NULL(uk_ring_peek(ring));
}

UK_TESTCASE(ukring, first_in_first_out)
{
    fill(0, 5);
    UK_TEST_EXPECT_SNUM_EQ(uk_ring_count(ring), 5);
    UK_TEST_EXPECT(comeInOrder(uk_ring_dequeue_mc, 0, 5));
    UK_TEST_EXPECT(uk_ring_empty(ring));
}

UK_TESTCASE(ukring, one_consumer)
{
    fill(3, 6);
    UK_TEST_EXPECT(comeInOrder(uk_ring_dequeue_sc, 3, 6));
    UK_TEST_EXPECT_NULL(uk_ring_dequeue_sc(ring));
}

UK_TESTCASE_DESC(ukring, full, "one slot less than it has")
{
    const uint64_t drops = ring->br_drops;
    fill(0, capacity);
    UK_TEST_EXPECT(uk_ring_full(ring));
    UK_TEST_EXPECT_SNUM_EQ(uk_ring_count(ring), capacity);
    UK_TEST_EXPECT_SNUM_EQ(uk_ring_enqueue(ring, numbers), -ENOBUFS);
    UK_TEST_EXPECT_SNUM_EQ(ring->br_drops, drops + 1);
    drain();
}

UK_TESTCASE(ukring, wraps_around)
{
    bool inOrder = true;
    for (int round = 0; round < 5 * slots; ++round) {
        fill(round % slots, 3);
        inOrder =
            comeInOrder(round % 2 ? uk_ring_dequeue_mc : uk_ring_dequeue_sc, round % slots, 3) &&
            inOrder;
    }
    UK_TEST_EXPECT(inOrder);
    UK_TEST_EXPECT(uk_ring_empty(ring));
}

UK_TESTCASE(ukring, peeks)
{
    fill(1, 2);
    UK_TEST_EXPECT_PTR_EQ(uk_ring_peek(ring), &numbers[1]);
    UK_TEST_EXPECT_SNUM_EQ(uk_ring_count(ring), 2);
    uk_ring_advance_sc(ring);
    UK_TEST_EXPECT_PTR_EQ(uk_ring_peek_clear_sc(ring), &numbers[2]);
    drain();
}

UK_TESTCASE(ukring, advancing_an_empty_one)
{
    uk_ring_advance_sc(ring);
    UK_TEST_EXPECT(uk_ring_empty(ring));
    UK_TEST_EXPECT_ZERO(uk_ring_count(ring));
}

UK_TESTCASE(ukring, puts_back)
{
    fill(0, 2);
    uk_ring_peek_clear_sc(ring);
    uk_ring_putback_sc(ring, &numbers[9]);
    UK_TEST_EXPECT_PTR_EQ(uk_ring_dequeue_sc(ring), &numbers[9]);
    UK_TEST_EXPECT_PTR_EQ(uk_ring_dequeue_sc(ring), &numbers[1]);
}

UK_TESTCASE(ukring, sizes)
{
    uk_alloc *heap = uk_alloc_get_default();
    static const int wrongOnes[] = {-8, 0, 1, 3, 12};
    for (int wrong : wrongOnes)
        UK_TEST_EXPECT_NULL(uk_ring_alloc(wrong, heap));
    uk_ring *smallest = uk_ring_alloc(2, heap);
    UK_TEST_EXPECT_ZERO(uk_ring_enqueue(smallest, numbers));
    UK_TEST_EXPECT_SNUM_EQ(uk_ring_enqueue(smallest, numbers), -ENOBUFS);
    uk_ring_free(smallest, heap);
}

UK_TESTCASE(ukring, freeing_nothing)
{
    uk_alloc *heap = uk_alloc_get_default();
    const __ssz before = uk_alloc_availmem(heap);
    uk_ring_free(nullptr, heap);
    uk_ring_free(uk_ring_alloc(1024, heap), heap);
    UK_TEST_EXPECT_SNUM_EQ(uk_alloc_availmem(heap), before);
}

uk_testsuite_register(ukring, openRing);

} // namespace
