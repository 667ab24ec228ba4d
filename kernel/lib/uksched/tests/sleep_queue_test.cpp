// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The heap of sleeping threads against a plain list.

#include "threads.hpp"

#include <uk/sleep_queue.hpp>
#include <uk/test.h>

using namespace uk::test;
using uk::SleepQueue;

namespace {

constexpr int threadCount = 64;
constinit uk_thread threads[threadCount]{};

void forgetThreads()
{
    for (uk_thread &thread : threads)
        thread = uk_thread{};
}

bool isIn(const uk_thread &thread)
{
    return thread.flags & UK_THREADF_SLEEPING;
}

/** The least time of those that are in; 0: there are none. */
__snsec leastTime()
{
    __snsec least = 0;
    for (const uk_thread &thread : threads) {
        if (isIn(thread) && (!least || thread.wakeup_time < least))
            least = thread.wakeup_time;
    }
    return least;
}

void insert(SleepQueue &queue, uk_thread &thread, __snsec time)
{
    thread.wakeup_time = time;
    queue.insert(&thread);
}

/** Empties the queue; true when the times came in order. */
bool comeInOrder(SleepQueue &queue, int expected)
{
    __snsec last = 0;
    int count = 0;
    while (uk_thread *first = queue.first()) {
        if (first->wakeup_time < last)
            return false;
        last = first->wakeup_time;
        queue.remove(first);
        ++count;
    }
    return count == expected;
}

} // namespace

UK_TESTCASE(sleepQueue, beginsEmpty)
{
    const SleepQueue queue;
    UK_TEST_EXPECT(queue.isEmpty());
    UK_TEST_EXPECT_NULL(queue.first());
}

UK_TESTCASE(sleepQueue, ascendingTimes)
{
    forgetThreads();
    SleepQueue queue;
    for (int i = 0; i < threadCount; ++i)
        insert(queue, threads[i], i + 1);
    UK_TEST_EXPECT(comeInOrder(queue, threadCount));
}

UK_TESTCASE(sleepQueue, descendingTimes)
{
    forgetThreads();
    SleepQueue queue;
    for (int i = 0; i < threadCount; ++i)
        insert(queue, threads[i], threadCount - i);
    UK_TEST_EXPECT(comeInOrder(queue, threadCount));
}

UK_TESTCASE(sleepQueue, equalTimes)
{
    forgetThreads();
    SleepQueue queue;
    for (uk_thread &thread : threads)
        insert(queue, thread, 5);
    UK_TEST_EXPECT(comeInOrder(queue, threadCount));
}

UK_TESTCASE(sleepQueue, removingWhatIsNotIn)
{
    forgetThreads();
    SleepQueue queue;
    insert(queue, threads[0], 1);
    queue.remove(&threads[1]);
    UK_TEST_EXPECT_PTR_EQ(queue.first(), &threads[0]);
    queue.remove(&threads[0]);
    queue.remove(&threads[0]);
    UK_TEST_EXPECT(queue.isEmpty());
}

UK_TESTCASE(sleepQueue, randomOperations)
{
    forgetThreads();
    SleepQueue queue;
    Random random(20'260'101);
    int wrong = 0;
    for (int step = 0; step < 5000; ++step) {
        uk_thread &thread = threads[random.below(threadCount)];
        if (isIn(thread))
            queue.remove(&thread);
        else
            insert(queue, thread, 1 + static_cast<__snsec>(random.below(1000)));
        const uk_thread *first = queue.first();
        wrong += (first ? first->wakeup_time : 0) != leastTime();
    }
    UK_TEST_EXPECT_ZERO(wrong);
    int left = 0;
    for (const uk_thread &thread : threads)
        left += isIn(thread);
    UK_TEST_EXPECT(comeInOrder(queue, left));
}

uk_testsuite_register(sleepQueue, NULL);
