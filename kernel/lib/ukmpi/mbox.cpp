// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/assert.h>
#include <uk/irq_guard.hpp>
#include <uk/isr/mbox.h>

using uk::IrqGuard;

/** A ring of messages. Of two semaphores, one counts the places that are free, the other the
 * messages; whoever took one may put a message in, or take one out. */
struct uk_mbox
{
    uk_semaphore places;
    uk_semaphore messages;
    size_t size;
    size_t first; // the oldest message
    size_t end;   // the place for the next one
    void *ring[];

    void put(void *message)
    {
        {
            IrqGuard guard;
            ring[end] = message;
            end = after(end);
        }
        uk_semaphore_up(&messages);
    }

    void take(void **message)
    {
        {
            IrqGuard guard;
            if (message)
                *message = ring[first];
            first = after(first);
        }
        uk_semaphore_up(&places);
    }

private:
    size_t after(size_t place) const { return place + 1 == size ? 0 : place + 1; }
};

extern "C" {

struct uk_mbox *uk_mbox_create(struct uk_alloc *a, size_t size)
{
    size_t bytes = 0;
    if (size == 0 || __builtin_mul_overflow(size, sizeof(void *), &bytes) ||
        __builtin_add_overflow(bytes, sizeof(uk_mbox), &bytes))
        return nullptr;
    auto *m = static_cast<uk_mbox *>(uk_malloc(a, bytes));
    if (!m)
        return nullptr;
    uk_semaphore_init(&m->places, static_cast<long>(size));
    uk_semaphore_init(&m->messages, 0);
    m->size = size;
    m->first = m->end = 0;
    return m;
}

void uk_mbox_free(struct uk_alloc *a, struct uk_mbox *m)
{
    UK_ASSERT(m && uk_waitq_empty(&m->places.wait) && uk_waitq_empty(&m->messages.wait));
    uk_free(a, m);
}

void uk_mbox_post(struct uk_mbox *m, void *msg)
{
    uk_semaphore_down(&m->places);
    m->put(msg);
}

int uk_mbox_post_try(struct uk_mbox *m, void *msg)
{
    if (!uk_semaphore_down_try(&m->places))
        return -ENOBUFS;
    m->put(msg);
    return 0;
}

int uk_mbox_post_try_isr(struct uk_mbox *m, void *msg)
{
    return uk_mbox_post_try(m, msg);
}

__nsec uk_mbox_post_to(struct uk_mbox *m, void *msg, __nsec timeout)
{
    const __nsec waited = uk_semaphore_down_to(&m->places, timeout);
    if (waited != __NSEC_MAX)
        m->put(msg);
    return waited;
}

void uk_mbox_recv(struct uk_mbox *m, void **msg)
{
    uk_semaphore_down(&m->messages);
    m->take(msg);
}

int uk_mbox_recv_try(struct uk_mbox *m, void **msg)
{
    if (!uk_semaphore_down_try(&m->messages)) {
        if (msg)
            *msg = nullptr;
        return -ENOMSG;
    }
    m->take(msg);
    return 0;
}

int uk_mbox_recv_try_isr(struct uk_mbox *m, void **msg)
{
    return uk_mbox_recv_try(m, msg);
}

__nsec uk_mbox_recv_to(struct uk_mbox *m, void **msg, __nsec timeout)
{
    const __nsec waited = uk_semaphore_down_to(&m->messages, timeout);
    if (waited != __NSEC_MAX)
        m->take(msg);
    else if (msg)
        *msg = nullptr;
    return waited;
}

} // extern "C"
