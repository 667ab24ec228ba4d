/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** A ring of pointers. Producers first reserve a slot (prod_head), fill it, then publish it
 * (prod_tail) in the order of their reservations; consumers do the same at the other end. One slot
 * stays empty: it tells a full ring from an empty one.
 *
 * Functions without a suffix and those ending in _mc may be called by any number of threads; those
 * ending in _sc only by one consumer at a time, with no _mc call beside it.
 *
 * Interrupt handlers may have one end for themselves; one that they share with threads, these use
 * with interrupts off, because a handler would wait for ever for the thread that it interrupted. */

#include <errno.h>
#include <stdint.h>
#include <uk/alloc.h>
#include <uk/arch/lcpu.h>
#include <uk/assert.h>
#include <uk/atomic.h>
#include <uk/essentials.h>
#include <uk/preempt.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The ends are indexes into br_ring, below the size. */
struct uk_ring
{
    uint32_t br_prod_head;
    uint32_t br_prod_tail;
    int br_prod_size; /**< slots, a power of two */
    int br_prod_mask;
    uint64_t br_drops; /**< how often the ring was full */
    /* Producers and consumers write to cache lines of their own. */
    uint32_t br_cons_head __align(CACHE_LINE_SIZE);
    uint32_t br_cons_tail;
    int br_cons_size;
    int br_cons_mask;
    void *br_ring[] __align(CACHE_LINE_SIZE);
};

/** A ring for `count` - 1 pointers; `count` is a power of two. Returns NULL when it is not, or when
 * there is no memory. */
struct uk_ring *uk_ring_alloc(int count, struct uk_alloc *a);

/** Frees a ring; what is in it is forgotten. NULL is ignored. */
void uk_ring_free(struct uk_ring *br, struct uk_alloc *a);

/* Reserves the slot at *head, unless the next one is `end`: the other side's tail, or for consumers
 * the slot itself is (`gap` 0). Returns 0 when there is none. */
static inline int _uk_ring_reserve(uint32_t *head, const uint32_t *end, uint32_t mask, uint32_t gap,
                                   uint32_t *slot)
{
    uint32_t at = uk_load_n(head);
    do {
        if (((at + gap) & mask) == uk_load_n(end))
            return 0;
    } while (!uk_compare_exchange_n(head, &at, (at + 1) & mask));
    *slot = at;
    return 1;
}

/* Publishes `slot`, after those that were reserved before it. */
static inline void _uk_ring_publish(uint32_t *tail, uint32_t slot, uint32_t mask)
{
    while (uk_load_n(tail) != slot)
        ukarch_spinwait();
    uk_store_n(tail, (slot + 1) & mask);
}

/** Appends `buf`. Returns 0, or -ENOBUFS when the ring is full. */
static inline int uk_ring_enqueue(struct uk_ring *br, void *buf)
{
    const uint32_t mask = (uint32_t)br->br_prod_mask;
    uint32_t slot;
    /* Between reserving and publishing, others wait for this thread. */
    uk_preempt_disable();
    if (!_uk_ring_reserve(&br->br_prod_head, &br->br_cons_tail, mask, 1, &slot)) {
        uk_inc(&br->br_drops);
        uk_preempt_enable();
        return -ENOBUFS;
    }
    br->br_ring[slot] = buf;
    _uk_ring_publish(&br->br_prod_tail, slot, mask);
    uk_preempt_enable();
    return 0;
}

/** Takes the first pointer; NULL when there is none. */
static inline void *uk_ring_dequeue_mc(struct uk_ring *br)
{
    const uint32_t mask = (uint32_t)br->br_cons_mask;
    void *buf = __NULL;
    uint32_t slot;
    uk_preempt_disable();
    if (_uk_ring_reserve(&br->br_cons_head, &br->br_prod_tail, mask, 0, &slot)) {
        buf = br->br_ring[slot];
        _uk_ring_publish(&br->br_cons_tail, slot, mask);
    }
    uk_preempt_enable();
    return buf;
}

/** Not 0 when there is nothing in the ring. */
static inline int uk_ring_empty(struct uk_ring *br)
{
    return uk_load_n(&br->br_cons_head) == uk_load_n(&br->br_prod_tail);
}

/** Not 0 when nothing more fits. */
static inline int uk_ring_full(struct uk_ring *br)
{
    return ((uk_load_n(&br->br_prod_head) + 1) & (uint32_t)br->br_prod_mask) ==
           uk_load_n(&br->br_cons_tail);
}

/** How many pointers there are. */
static inline int uk_ring_count(struct uk_ring *br)
{
    return (int)((uk_load_n(&br->br_prod_tail) - uk_load_n(&br->br_cons_tail)) &
                 (uint32_t)br->br_prod_mask);
}

/** The first pointer, which stays where it is; NULL when there is none. For one consumer. */
static inline void *uk_ring_peek(struct uk_ring *br)
{
    return uk_ring_empty(br) ? __NULL : br->br_ring[br->br_cons_head];
}

/** The same. What is returned has to be removed by uk_ring_advance_sc() or put back. */
static inline void *uk_ring_peek_clear_sc(struct uk_ring *br)
{
    return uk_ring_peek(br);
}

/** Removes the first pointer, if there is one. */
static inline void uk_ring_advance_sc(struct uk_ring *br)
{
    const uint32_t next = (br->br_cons_head + 1) & (uint32_t)br->br_cons_mask;
    if (uk_ring_empty(br))
        return;
    uk_store_n(&br->br_cons_head, next);
    uk_store_n(&br->br_cons_tail, next);
}

/** Takes the first pointer; NULL when there is none. */
static inline void *uk_ring_dequeue_sc(struct uk_ring *br)
{
    void *buf = uk_ring_peek(br);
    uk_ring_advance_sc(br);
    return buf;
}

/** Replaces the first pointer, after uk_ring_peek_clear_sc(). */
static inline void uk_ring_putback_sc(struct uk_ring *br, void *buf)
{
    UK_ASSERT(!uk_ring_empty(br));
    br->br_ring[br->br_cons_head] = buf;
}

#ifdef __cplusplus
}
#endif
