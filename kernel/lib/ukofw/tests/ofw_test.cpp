// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The machine's own tree. Where there is none, that has to be said.

#include <errno.h>
#include <uk/ofw/device_tree.hpp>
#include <uk/plat/memory.h>
#include <uk/test.h>

namespace {

bool hasTree()
{
    ukplat_memregion_desc *region;
    return ukplat_memregion_find_next(-1, UKPLAT_MEMRT_DEVICETREE, 0, 0, &region) >= 0;
}

UK_TESTCASE(ukofw, is_found)
{
    const auto tree = uk::ofw::machineTree();
    UK_TEST_EXPECT_SNUM_EQ(static_cast<bool>(tree), hasTree());
    UK_TEST_EXPECT_SNUM_EQ(tree ? 0 : tree.error().number, hasTree() ? 0 : ENOENT);
}

UK_TESTCASE_DESC(ukofw, tells_of_memory, "and of processors")
{
    const uk::DeviceTree tree = uk::ofw::machineTree().valueOr({});
    int memory = 0;
    int processors = 0;
    if (hasTree()) {
        for (uk::DeviceTree::Walk node(tree); node.next();) {
            memory += node.property("device_type").lists("memory");
            processors += node.property("device_type").lists("cpu");
        }
    }
    UK_TEST_EXPECT_SNUM_EQ(memory > 0, hasTree());
    UK_TEST_EXPECT_SNUM_EQ(processors > 0, hasTree());
}

uk_testsuite_register(ukofw, nullptr);

} // namespace
