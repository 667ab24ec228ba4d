// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <string.h>
#include <uk/alloc_impl.h>
#include <uk/allocstack.h>
#include <uk/page.h>
#include <uk/plat/memory.h>
#include <uk/preempt.h>
#include <uk/print.h>

namespace {

/** What is known about a stack. It lies in the page below, which is given back to be read. */
struct Record
{
    __u64 mark;
    unsigned long pages; // with that page
};

constexpr __u64 stackMark = 0x6b63617473206b75ULL;

struct State
{
    uk_alloc *parent;
    bool hasWarned;
};

State &stateOf(uk_alloc *self)
{
    return *reinterpret_cast<State *>(self->priv);
}

void *allocateStack(uk_alloc *self, __sz size)
{
    const uk::PreemptGuard preemptGuard;
    State &state = stateOf(self);
    void *guard = nullptr;
    unsigned long pages = 0;
    if (size <= __SZ_MAX - 2 * PAGE_SIZE) {
        pages = DIV_ROUND_UP(size ? size : 1, PAGE_SIZE) + 1;
        guard = uk_palloc(state.parent, pages);
    }
    if (!guard) {
        uk_alloc_stats_count_alloc(self, nullptr, size);
        return nullptr;
    }
    *static_cast<Record *>(guard) = {stackMark, pages};
    if (const int error = ukplat_page_guard(guard, 1); error && !state.hasWarned) {
        state.hasWarned = true;
        uk_pr_warn("Stacks have no guard pages (error %d): an overflow overwrites other memory\n",
                   -error);
    }
    uk_alloc_stats_count_alloc(self, guard, (pages - 1) * PAGE_SIZE);
    return static_cast<char *>(guard) + PAGE_SIZE;
}

void *allocate(uk_alloc *self, __sz size)
{
    void *stack = allocateStack(self, size);
    if (!stack)
        errno = ENOMEM;
    return stack;
}

int allocateAligned(uk_alloc *self, void **result, __sz alignment, __sz size)
{
    if (!POWER_OF_2(alignment) || alignment % sizeof(void *) || alignment > PAGE_SIZE)
        return EINVAL;
    *result = allocateStack(self, size);
    return *result ? 0 : ENOMEM;
}

void release(uk_alloc *self, void *memory)
{
    if (!memory)
        return;
    UK_ASSERT(IS_ALIGNED(reinterpret_cast<__uptr>(memory), PAGE_SIZE));
    const uk::PreemptGuard preemptGuard;
    void *guard = static_cast<char *>(memory) - PAGE_SIZE;
    ukplat_page_guard(guard, 0);
    auto &record = *static_cast<Record *>(guard);
    if (record.mark != stackMark)
        UK_CRASH("%p is no stack of this allocator\n", memory);
    record.mark = 0;
    const unsigned long pages = record.pages;
    uk_alloc_stats_count_free(self, memory, (pages - 1) * PAGE_SIZE);
    uk_pfree(stateOf(self).parent, guard, pages);
}

/** Stacks stay where they are and as they are. */
void *resize(uk_alloc *self, void *memory, __sz size)
{
    if (!memory)
        return allocate(self, size);
    if (!size) {
        release(self, memory);
        return nullptr;
    }
    errno = ENOMEM;
    return nullptr;
}

__ssz withoutGuard(long pages)
{
    return pages <= 1 ? 0 : static_cast<__ssz>(pages - 1) << PAGE_SHIFT;
}

__ssz largestBytes(uk_alloc *self)
{
    return withoutGuard(uk_alloc_pmaxalloc(stateOf(self).parent));
}

__ssz freeBytes(uk_alloc *self)
{
    return withoutGuard(uk_alloc_pavailmem(stateOf(self).parent));
}

} // namespace

extern "C" struct uk_alloc *uk_allocstack_init(struct uk_alloc *parent)
{
    auto *self = static_cast<uk_alloc *>(uk_zalloc(parent, sizeof(uk_alloc) + sizeof(State)));
    if (!self)
        return nullptr;
    stateOf(self) = {parent, false};
    uk_alloc_init_malloc(self, allocate, uk_calloc_compat, resize, release, allocateAligned,
                         uk_memalign_compat, largestBytes, freeBytes, nullptr);
    return self;
}
