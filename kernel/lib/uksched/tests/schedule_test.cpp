// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Many threads that do things in an order that looks random, and what must hold all the same.

#include "threads.hpp"

#include <stdlib.h>
#include <uk/plat/time.h>
#include <uk/test.h>

using namespace uk::test;

namespace {

constexpr int workers = 12;
constexpr int steps = 150;

/** What the workers share. */
struct World
{
    uk_waitq queue;
    int tokens = 0; // put less taken
    int put = 0;
    int taken = 0;
    int wrong = 0;
    int ended = 0;
    int left = 0; // it is not touched any more
    uk_thread *threads[workers]{};

    World() { uk_waitq_init(&queue); }
};

/** One worker: puts as many tokens as it takes, so that nobody waits for ever. */
class Worker
{
public:
    Worker(World &world, unsigned int seed)
        : m_world(world)
        , m_random(seed)
    {}

    void run()
    {
        for (int step = 0; step < steps; ++step) {
            const unsigned int marker = m_random.below(1'000'000);
            volatile unsigned int onStack = marker;
            act();
            if (onStack != marker)
                ++m_world.wrong;
        }
        ++m_world.ended;
        // The others may still try to wake this one.
        while (m_world.ended < workers)
            uk_sched_thread_sleep(10'000);
        ++m_world.left;
    }

private:
    void act()
    {
        switch (m_random.below(6)) {
        case 0:
            uk_sched_thread_sleep(m_random.below(20'000));
            break;
        case 1:
            uk_thread_wake(m_world.threads[m_random.below(workers)]);
            break;
        case 2: {
            put();
            uk_waitq_wait_event(&m_world.queue, m_world.tokens > 0);
            --m_world.tokens;
            ++m_world.taken;
            break;
        }
        case 3: {
            // One that is in vain, most of the time
            const __nsec until = ukplat_monotonic_clock() + m_random.below(10'000);
            uk_waitq_wait_event_deadline(&m_world.queue, false, until);
            if (ukplat_monotonic_clock() < until)
                ++m_world.wrong;
            break;
        }
        case 4: {
            void *memory = malloc(16 + m_random.below(3000));
            uk_sched_yield();
            free(memory);
            break;
        }
        default:
            uk_sched_yield();
        }
    }

    void put()
    {
        ++m_world.tokens;
        ++m_world.put;
        uk_waitq_wake_up(&m_world.queue);
    }

    World &m_world;
    Random m_random;
};

void runWorld(const uk_testcase *esac, unsigned int seed)
{
    World world;
    {
        alignas(Worker) static char memory[workers][sizeof(Worker)];
        const auto entry = [](void *worker) __attribute__((noreturn))
        {
            static_cast<Worker *>(worker)->run();
            uk_sched_thread_exit();
        };
        for (int i = 0; i < workers; ++i) {
            Worker worker(world, seed + static_cast<unsigned int>(i) * 7919);
            memcpy(memory[i], &worker, sizeof(worker));
            world.threads[i] = uk_thread_create_fn1(
                uk_alloc_get_default(), entry, memory[i], uk_alloc_get_default(), 16384, nullptr, 0,
                uk_alloc_get_default(), false, "worker", nullptr, nullptr);
            uk_thread_set_timeslice(world.threads[i], forever);
        }
        for (uk_thread *thread : world.threads)
            uk_sched_thread_add(uk_sched_current(), thread);
        while (world.left < workers)
            uk_sched_thread_sleep(10'000);
    }
    UK_TEST_EXPECT_ZERO(world.wrong);
    UK_TEST_EXPECT_SNUM_EQ(world.put, world.taken);
    UK_TEST_EXPECT_ZERO(world.tokens);
    UK_TEST_EXPECT(uk_waitq_empty(&world.queue));
}

} // namespace

UK_TESTCASE(schedule, firstWorld)
{
    runWorld(esac, 1);
}

UK_TESTCASE(schedule, secondWorld)
{
    runWorld(esac, 4711);
}

UK_TESTCASE(schedule, thirdWorld)
{
    runWorld(esac, 999'983);
}

uk_testsuite_register(schedule, keepProcessor);
