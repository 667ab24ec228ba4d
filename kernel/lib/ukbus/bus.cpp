// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/bus.h>
#include <uk/print.h>

extern "C" {

constinit struct uk_list_head uk_bus_list = UK_LIST_HEAD_INIT(uk_bus_list);

unsigned int uk_bus_count(void)
{
    unsigned int count = 0;
    uk_list_head *each;
    uk_list_for_each(each, &uk_bus_list)++ count;
    return count;
}

void _uk_bus_register(struct uk_bus *b)
{
    uk_list_add_tail(&b->list, &uk_bus_list);
}

void _uk_bus_unregister(struct uk_bus *b)
{
    uk_list_del_init(&b->list);
}

} // extern "C"

namespace {

/** A bus that does not work must not keep the guest from booting: what needs its devices says what
 * it misses. */
int startBuses(uk_init_ctx *)
{
    uk_bus *each;
    uk_bus *following;
    uk_list_for_each_entry_safe(each, following, &uk_bus_list, list)
    {
        if (!each->init)
            continue;
        if (const int error = each->init(uk_alloc_get_default()); error < 0) {
            uk_pr_err("Bus %p does not start (error %d): its devices are missing\n",
                      static_cast<void *>(each), -error);
            _uk_bus_unregister(each);
        }
    }
    uk_list_for_each_entry(each, &uk_bus_list, list)
    {
        if (const int error = each->probe ? each->probe() : 0; error < 0)
            uk_pr_err("Bus %p cannot be searched (error %d): devices may be missing\n",
                      static_cast<void *>(each), -error);
    }
    return 0;
}

} // namespace

uk_initcall_class_prio(startBuses, 0, UK_BUS_INIT_CLASS, UK_BUS_INIT_PRIO);
