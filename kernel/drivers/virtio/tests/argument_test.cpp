// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "../mmio/argument.hpp"

#include <errno.h>
#include <uk/test.h>

namespace {

using namespace uk::virtio;

int errorOf(const char *argument)
{
    const auto place = readMmioArgument(argument);
    return place ? 0 : place.error().number;
}

UK_TESTCASE_DESC(virtio_argument, places, "as QEMU and Linux write them")
{
    const MmioPlace place = readMmioArgument("virtio_mmio.device=512@0xfeb00e00:12").valueOr({});
    UK_TEST_EXPECT(place.base == 0xfeb00e00);
    UK_TEST_EXPECT_SNUM_EQ(place.size, 512);
    UK_TEST_EXPECT_SNUM_EQ(place.wire, 12);
    UK_TEST_EXPECT_SNUM_EQ(
        readMmioArgument("virtio_mmio.device=1K@0x1001e000:74:3").valueOr({}).size, 1024);
    UK_TEST_EXPECT_SNUM_EQ(readMmioArgument("virtio_mmio.device=0x200@4096:5").valueOr({}).base,
                           4096);
}

UK_TESTCASE(virtio_argument, others)
{
    UK_TEST_EXPECT_SNUM_EQ(errorOf(""), ENOENT);
    UK_TEST_EXPECT_SNUM_EQ(errorOf("virtio_mmio.device"), ENOENT);
    UK_TEST_EXPECT_SNUM_EQ(errorOf("virtio_mmio.devices=1"), ENOENT);
}

UK_TESTCASE(virtio_argument, wrong_ones)
{
    static const char *const rests[] = {"",
                                        "512",
                                        "512@",
                                        "512@0x",
                                        "512@0xfeb00000",
                                        "@0x1000:1",
                                        "512@0x1000:",
                                        "512@0x1000:1:",
                                        "512@0x1000:1:2x",
                                        "512@0x1001:1",
                                        "1@0x1000:1",
                                        "2048M@0x1000:1",
                                        "0x99999999999999999@0x1000:1",
                                        "512@0xfffffffffffffffc:1",
                                        "512@0x1000:4294967295",
                                        "-512@0x1000:1"};
    for (const char *rest : rests) {
        char argument[80] = "virtio_mmio.device=";
        strcpy(argument + strlen(argument), rest);
        UK_TEST_EXPECT_SNUM_EQ(errorOf(argument), EINVAL);
    }
}

uk_testsuite_register(virtio_argument, nullptr);

} // namespace
