// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What is true of every machine, with PCI or without.

#include <uk/bus/pci.h>
#include <uk/test.h>

namespace {

UK_TESTCASE(ukbus_pci, devices_where_there_is_a_bus)
{
    UK_TEST_EXPECT_SNUM_EQ(uk_pci_first() != nullptr, uk_pci_is_present() != 0);
}

UK_TESTCASE_DESC(ukbus_pci, first_is_the_host, "a bridge, at 00:00.0")
{
    const pci_device *first = uk_pci_first();
    UK_TEST_EXPECT_SNUM_EQ(first ? first->id.class_id : 6, 6);
    UK_TEST_EXPECT_ZERO(first ? first->addr.bus + first->addr.devid + first->addr.function : 0);
}

UK_TESTCASE(ukbus_pci, each_device_is_another)
{
    int same = 0;
    for (pci_device *one = uk_pci_first(); one; one = uk_pci_next(one)) {
        for (pci_device *other = uk_pci_next(one); other; other = uk_pci_next(other))
            same += one->addr.bus == other->addr.bus && one->addr.devid == other->addr.devid &&
                    one->addr.function == other->addr.function;
    }
    UK_TEST_EXPECT_ZERO(same);
}

UK_TESTCASE(ukbus_pci, reads_parts_of_words)
{
    int wrong = 0;
    for (pci_device *each = uk_pci_first(); each; each = uk_pci_next(each)) {
        const __u32 word = uk_pci_read(each, 0, 4);
        wrong += uk_pci_read(each, 0, 2) != (word & 0xffff);
        wrong += uk_pci_read(each, 2, 2) != word >> 16;
        wrong += uk_pci_read(each, 3, 1) != word >> 24;
        wrong += each->id.vendor_id != (word & 0xffff);
    }
    UK_TEST_EXPECT_ZERO(wrong);
}

UK_TESTCASE(ukbus_pci, nothing_behind_the_end)
{
    int wrong = 0;
    for (pci_device *each = uk_pci_first(); each; each = uk_pci_next(each)) {
        wrong += uk_pci_read(each, 256, 4) != ~0U;
        wrong += uk_pci_map(each, 6, 0, 4) != nullptr;
        wrong += uk_pci_map(each, 0, ~0UL, 4) != nullptr;
        wrong += uk_pci_map(each, 0, 0, 0) != nullptr;
    }
    UK_TEST_EXPECT_ZERO(wrong);
}

UK_TESTCASE(ukbus_pci, capabilities_end)
{
    int most = 0;
    for (pci_device *each = uk_pci_first(); each; each = uk_pci_next(each)) {
        int count = 0;
        for (unsigned int at = 0; (at = uk_pci_find_capability(each, 9, at)) && count < 100;)
            ++count;
        most = count > most ? count : most;
    }
    UK_TEST_EXPECT_SNUM_LT(most, 100);
}

uk_testsuite_register(ukbus_pci, nullptr);

} // namespace
