// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/thread.h>

namespace uk {

/** Threads by the time at which they are to be woken: a pairing heap (Fredman, Sedgewick, Sleator,
 * Tarjan: The Pairing Heap, 1986) whose links lie in the threads. To add a thread and to see the
 * first takes constant time, to take one out logarithmic time on average. */
class SleepQueue
{
public:
    bool isEmpty() const { return !m_root; }
    /** The thread with the least wakeup_time; nullptr when there is none. */
    uk_thread *first() const { return m_root; }

    /** Adds a thread that is in no such queue. */
    void insert(uk_thread *thread)
    {
        thread->flags |= UK_THREADF_SLEEPING;
        thread->sleep = {nullptr, nullptr, nullptr};
        m_root = m_root ? merge(m_root, thread) : thread;
    }

    /** Takes a thread out, if it is in. */
    void remove(uk_thread *thread)
    {
        if (!(thread->flags & UK_THREADF_SLEEPING))
            return;
        thread->flags &= ~static_cast<__u32>(UK_THREADF_SLEEPING);
        uk_thread *children = mergeSiblings(thread->sleep.child);
        if (thread == m_root) {
            m_root = children;
            return;
        }
        uk_thread *before = thread->sleep.prev;
        (before->sleep.child == thread ? before->sleep.child : before->sleep.next) =
            thread->sleep.next;
        if (thread->sleep.next)
            thread->sleep.next->sleep.prev = before;
        if (children)
            m_root = merge(m_root, children);
    }

private:
    /** Of two heaps one; neither root has siblings. */
    static uk_thread *merge(uk_thread *a, uk_thread *b)
    {
        if (b->wakeup_time < a->wakeup_time) {
            uk_thread *earlier = b;
            b = a;
            a = earlier;
        }
        b->sleep.next = a->sleep.child;
        b->sleep.prev = a;
        if (b->sleep.next)
            b->sleep.next->sleep.prev = b;
        a->sleep.child = b;
        return a;
    }

    /** Takes the first of a row of heaps off. */
    static uk_thread *takeFirst(uk_thread *&row)
    {
        uk_thread *first = row;
        row = first->sleep.next;
        first->sleep.next = nullptr;
        first->sleep.prev = nullptr;
        return first;
    }

    /** Of a row of heaps one: in pairs from left to right, then all from right to left. */
    static uk_thread *mergeSiblings(uk_thread *row)
    {
        uk_thread *pairs = nullptr; // the last one first
        while (row) {
            uk_thread *pair = takeFirst(row);
            if (row)
                pair = merge(pair, takeFirst(row));
            pair->sleep.next = pairs;
            pairs = pair;
        }
        if (!pairs)
            return nullptr;
        uk_thread *whole = takeFirst(pairs);
        while (pairs)
            whole = merge(whole, takeFirst(pairs));
        return whole;
    }

    uk_thread *m_root = nullptr;
};

} // namespace uk
