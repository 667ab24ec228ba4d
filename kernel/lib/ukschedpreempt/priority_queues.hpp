// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/sched_core.hpp>

namespace uk {

/** Threads by priority, and of one priority in the order in which they became ready. All operations
 * take constant time. */
class PriorityQueues
{
public:
    bool isEmpty() const { return !m_filled; }
    /** The highest priority of a thread in the queue; -1: there is none. */
    int top() const { return m_filled ? 31 - __builtin_clz(m_filled) : -1; }

    void push(uk_thread *thread)
    {
        m_queues[thread->prio].push(thread);
        m_filled |= 1U << thread->prio;
    }
    void pushFront(uk_thread *thread)
    {
        m_queues[thread->prio].pushFront(thread);
        m_filled |= 1U << thread->prio;
    }
    uk_thread *pop()
    {
        if (isEmpty())
            return nullptr;
        const int prio = top();
        uk_thread *first = m_queues[prio].pop();
        update(prio);
        return first;
    }
    void remove(uk_thread *thread)
    {
        m_queues[thread->prio].remove(thread);
        update(thread->prio);
    }

private:
    void update(int prio)
    {
        if (m_queues[prio].isEmpty())
            m_filled &= ~(1U << prio);
    }

    static_assert(UK_THREAD_PRIO_MIN == 0 && UK_THREAD_PRIO_MAX < 32, "a bit for each priority");
    FifoQueue m_queues[UK_THREAD_PRIO_MAX + 1];
    __u32 m_filled = 0; // a bit for each queue that is not empty
};

} // namespace uk
