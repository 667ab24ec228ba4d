// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "check.hpp"

#include <random>
#include <uk/plat/common/memory_map.hpp>
#include <vector>

namespace {

using uk::MemoryMap;

constexpr __u64 page = 4096;

void checkInvariants(MemoryMap &map)
{
    for (int i = 0; i < map.count(); ++i) {
        CHECK(map[i].pbase % page == 0);
        CHECK(map[i].pg_count > 0);
        CHECK(map[i].vbase == map[i].pbase);
        if (i)
            CHECK(map[i - 1].pbase + map[i - 1].pg_count * page <= map[i].pbase);
    }
}

void testRounding()
{
    MemoryMap map;
    CHECK(map.set(100, 3 * page, UKPLAT_MEMRT_FREE, 3));
    CHECK(map.count() == 1 && map[0].pbase == page && map[0].pg_count == 2);
    CHECK(map.set(page + 10, 20, UKPLAT_MEMRT_INITRD, 3));
    CHECK(map.count() == 2);
    CHECK(map[0].type == UKPLAT_MEMRT_INITRD && map[0].pg_off == 10 && map[0].len == 20);
    CHECK(map[1].pbase == 2 * page && map[1].len == page);
    // Less than a page of free memory is none; reserved memory up to the end of all addresses is.
    CHECK(map.set(100 * page + 1, page, UKPLAT_MEMRT_FREE, 3));
    CHECK(map.count() == 2);
    CHECK(map.set(~0UL - 2 * page, ~0UL, UKPLAT_MEMRT_RESERVED, 1));
    CHECK(map.count() == 3);
    checkInvariants(map);
}

void testHole()
{
    MemoryMap map;
    CHECK(map.set(0, 100 * page, UKPLAT_MEMRT_FREE, 3));
    CHECK(map.set(10 * page, 5 * page, UKPLAT_MEMRT_KERNEL, 7));
    CHECK(map.count() == 3);
    CHECK(map[0].pg_count == 10 && map[1].pg_count == 5 && map[2].pg_count == 85);
    // Freed again, the three are one.
    CHECK(map.set(10 * page, 5 * page, UKPLAT_MEMRT_FREE, 3));
    CHECK(map.count() == 1 && map[0].pg_count == 100 && map[0].len == 100 * page);
}

void testTake()
{
    MemoryMap map;
    CHECK(map.set(page, 2 * page, UKPLAT_MEMRT_FREE, 3));
    CHECK(map.set(10 * page, 20 * page, UKPLAT_MEMRT_FREE, 3));
    CHECK(map.take(1, UKPLAT_MEMRT_KERNEL, 3, ~0UL) == page);
    CHECK(map.take(1, UKPLAT_MEMRT_KERNEL, 3, ~0UL) == 2 * page);
    // Neighbours of a kind are one region.
    CHECK(map.count() == 2 && map[0].pg_count == 2);
    CHECK(map.take(5, UKPLAT_MEMRT_KERNEL, 3, ~0UL) == 10 * page);
    CHECK(map.take(15, UKPLAT_MEMRT_KERNEL, 3, 20 * page) == 0);
    CHECK(map.take(16, UKPLAT_MEMRT_KERNEL, 3, ~0UL) == 0);
    CHECK(map.take(15, UKPLAT_MEMRT_KERNEL, 3, ~0UL) == 15 * page);
    checkInvariants(map);
}

void testFull()
{
    MemoryMap map;
    __u64 at = 0;
    while (map.set(at, page, UKPLAT_MEMRT_FREE, 3))
        at += 2 * page;
    const int count = map.count();
    CHECK(count >= CONFIG_UKPLAT_MEMREGION_MAX_COUNT - 2);
    checkInvariants(map);
}

/** Against a model that knows the type of each page. */
void testRandom(unsigned seed)
{
    std::mt19937 random(seed);
    constexpr unsigned pages = 40;
    constexpr __u16 types[] = {UKPLAT_MEMRT_FREE, UKPLAT_MEMRT_RESERVED, UKPLAT_MEMRT_KERNEL};
    MemoryMap map;
    std::vector<__u16> model(pages, 0);
    for (int step = 0; step < 500; ++step) {
        const unsigned first = random() % pages;
        const unsigned count = 1 + random() % (pages - first);
        const __u16 type = types[random() % 3];
        CHECK(map.set(first * page, count * page, type, 3));
        for (unsigned i = first; i < first + count; ++i)
            model[i] = type;
        checkInvariants(map);

        std::vector<__u16> seen(pages, 0);
        for (int i = 0; i < map.count(); ++i) {
            for (__u64 p = 0; p < map[i].pg_count; ++p)
                seen.at(map[i].pbase / page + p) = map[i].type;
            // Joined wherever possible.
            if (i && map[i - 1].type == map[i].type)
                CHECK(map[i - 1].pbase + map[i - 1].len < map[i].pbase);
        }
        CHECK(seen == model);
    }
}

} // namespace

void testMemoryMap()
{
    testRounding();
    testHole();
    testTake();
    testFull();
    for (unsigned seed = 1; seed <= 10; ++seed)
        testRandom(seed);
}
