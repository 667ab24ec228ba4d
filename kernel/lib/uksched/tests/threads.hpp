// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/irq_guard.hpp>
#include <uk/sched.h>
#include <uk/test.h>
#include <uk/wait.h>

namespace uk::test {

/** Long enough for no time slice to end in a test that looks at the order of threads. */
constexpr __nsec forever = 1'000'000'000'000;

/** The init function of suites whose threads are switched only where the cases say so: the thread
 * that runs them is not interrupted by the end of a time slice. */
inline int keepProcessor(uk_testsuite *)
{
    return uk_thread_set_timeslice(uk_thread_current(), forever);
}

/** A thread that calls a function, and that is waited for at the end of the block. */
template <typename Function>
class Thread
{
public:
    /** It runs when the caller lets it. */
    Thread(const char *name, Function function, int prio = UK_THREAD_PRIO_DEFAULT)
        : m_function(function)
    {
        uk_waitq_init(&m_ended);
        // In between, nothing is to preempt the caller.
        uk_thread_set_timeslice(uk_thread_current(), forever);
        m_thread = uk_thread_create_fn1(heap(), run, this, heap(), 0, nullptr, 0, heap(), false,
                                        name, nullptr, nullptr);
        if (!m_thread)
            UK_CRASH("Too little memory for the threads of a test\n");
        uk_thread_set_timeslice(m_thread, forever);
        m_thread->prio = prio;
        uk_sched_thread_add(uk_sched_current(), m_thread);
    }
    ~Thread() { join(); }
    Thread(const Thread &) = delete;
    Thread &operator=(const Thread &) = delete;

    uk_thread *get() const { return m_thread; }
    bool hasEnded() const { return m_hasEnded; }
    /** Waits until the function has returned. */
    void join() { uk_waitq_wait_event(&m_ended, m_hasEnded); }
    /** Ends it wherever it is. */
    void terminate()
    {
        uk_sched_thread_terminate(m_thread);
        m_hasEnded = true;
    }

private:
    static uk_alloc *heap() { return uk_alloc_get_default(); }
    [[noreturn]] static void run(void *argument)
    {
        auto *self = static_cast<Thread *>(argument);
        self->m_function();
        {
            // As soon as whoever waits can run, the object may be gone.
            const IrqGuard guard;
            self->m_hasEnded = true;
            uk_waitq_wake_up(&self->m_ended);
        }
        uk_sched_thread_exit();
    }

    Function m_function;
    uk_thread *m_thread = nullptr;
    uk_waitq m_ended;
    volatile bool m_hasEnded = false;
};

/** Lets others run until a condition holds; false when that takes too many turns. */
template <typename Condition>
bool yieldUntil(Condition condition)
{
    for (int turns = 0; turns < 100'000; ++turns) {
        if (condition())
            return true;
        uk_sched_yield();
    }
    return false;
}

/** Sleeps until the caller is the only thread, and the memory of those that have ended is free:
 * those of lower priority, too, get the time for it. False when they take a minute. */
inline bool sleepUntilAlone()
{
    const auto isAlone = [] {
        const IrqGuard guard;
        const uk_sched *s = uk_sched_current();
        const uk_list_head &own = uk_thread_current()->thread_list;
        return uk_list_empty(&s->exited_threads.head) && own.next == &s->thread_list.head &&
               own.prev == &s->thread_list.head;
    };
    for (__nsec duration = 1'000; duration < 60'000'000'000; duration *= 2) {
        uk_sched_yield();
        if (isAlone())
            return true;
        uk_sched_thread_sleep(duration);
    }
    return false;
}

/** What happened, in order: one character each. */
class Journal
{
public:
    void add(char c)
    {
        if (m_length + 1 < sizeof(m_text))
            m_text[m_length++] = c;
    }
    const char *text() const { return m_text; }

private:
    char m_text[64]{};
    unsigned int m_length = 0;
};

/** Expects a journal to be a text. */
#define EXPECT_JOURNAL(journal, expected)                                                          \
    UK_TEST_ASSERTF(strcmp((journal).text(), (expected)) == 0,                                     \
                    "expected the order to be %s and was %s", (expected), (journal).text())

/** Numbers that look random (xorshift; G. Marsaglia, 2003), the same in every run. */
class Random
{
public:
    explicit Random(unsigned int seed)
        : m_state(seed)
    {}
    unsigned int below(unsigned int limit)
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 17;
        m_state ^= m_state << 5;
        return m_state % limit;
    }

private:
    unsigned int m_state;
};

} // namespace uk::test
