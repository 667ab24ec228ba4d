// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/placement_new.hpp>
#include <uk/sched_core.hpp>
#include <uk/schedcoop.h>

namespace {

class Cooperative : public uk::SchedulerCore<uk::FifoQueue, Cooperative>
{
public:
    using SchedulerCore::SchedulerCore;

    void switching(uk_thread *) {}
    void readied(uk_thread *) {}
    void idled() {}
};

} // namespace

extern "C" struct uk_sched *uk_schedcoop_create(struct uk_alloc *a, struct uk_alloc *a_stack,
                                                struct uk_alloc *a_auxstack,
                                                struct uk_alloc *a_uktls)
{
    void *memory = uk_malloc(a, sizeof(Cooperative));
    return memory ? new (memory) Cooperative(a, a_stack, a_auxstack, a_uktls) : nullptr;
}
