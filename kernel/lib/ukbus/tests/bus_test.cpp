// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <uk/bus.h>
#include <uk/test.h>

namespace {

struct Events
{
    int initialised, probed, refusedProbed;
    uk_alloc *allocator;
    int order;
};
Events events;

int initialise(uk_alloc *a)
{
    ++events.initialised;
    events.allocator = a;
    events.order = events.probed;
    return 0;
}

int probe()
{
    ++events.probed;
    return -EIO; // is reported, and nothing else
}

int refuse(uk_alloc *)
{
    return -ENODEV;
}

int probeRefused()
{
    ++events.refusedProbed;
    return 0;
}

uk_bus works{{}, initialise, probe};
uk_bus refuses{{}, refuse, probeRefused};
uk_bus onlyProbes{{}, nullptr, probe};

void registerBuses()
{
    _uk_bus_register(&works);
    _uk_bus_register(&refuses);
    _uk_bus_register(&onlyProbes);
}
UK_CTOR_PRIO(registerBuses, 3);

UK_TESTCASE(ukbus, initialised_before_probed)
{
    UK_TEST_EXPECT_SNUM_EQ(events.initialised, 1);
    UK_TEST_EXPECT_ZERO(events.order);
    UK_TEST_EXPECT_PTR_EQ(events.allocator, uk_alloc_get_default());
}

UK_TESTCASE_DESC(ukbus, probed_once, "also without an init function")
{
    UK_TEST_EXPECT_SNUM_EQ(events.probed, 2);
}

UK_TESTCASE(ukbus, refused_is_not_probed)
{
    UK_TEST_EXPECT_ZERO(events.refusedProbed);
}

UK_TESTCASE(ukbus, counts)
{
    const unsigned int before = uk_bus_count();
    UK_TEST_EXPECT_SNUM_GE(before, 2);
    _uk_bus_unregister(&onlyProbes);
    UK_TEST_EXPECT_SNUM_EQ(uk_bus_count(), before - 1);
    _uk_bus_register(&onlyProbes);
    UK_TEST_EXPECT_SNUM_EQ(uk_bus_count(), before);
}

uk_testsuite_register(ukbus, nullptr);

} // namespace
