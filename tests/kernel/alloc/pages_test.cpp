// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "arena.hpp"
#include "check.hpp"

#include <map>
#include <pages.hpp>
#include <random>
#include <vector>

namespace {

using uk::PageAllocator;

constexpr size_t pageSize = PageAllocator::pageSize;

/** What is allocated, by address; checks that nothing overlaps. */
class Model
{
public:
    void add(char *memory, size_t pages)
    {
        const auto next = m_blocks.lower_bound(memory);
        CHECK(next == m_blocks.end() || memory + pages * pageSize <= next->first);
        if (next != m_blocks.begin()) {
            const auto previous = std::prev(next);
            CHECK(previous->first + previous->second * pageSize <= memory);
        }
        m_blocks[memory] = pages;
    }

    /** Removes a random block. */
    std::pair<char *, size_t> takeRandom(std::mt19937 &random)
    {
        auto at = m_blocks.begin();
        std::advance(at, random() % m_blocks.size());
        const auto block = *at;
        m_blocks.erase(at);
        return block;
    }

    bool isEmpty() const { return m_blocks.empty(); }

private:
    std::map<char *, size_t> m_blocks;
};

void testTooSmall()
{
    Arena arena(2 * pageSize, 0);
    PageAllocator pages;
    CHECK(!pages.addRegion(arena.base(), 100));
    CHECK(!pages.addRegion(arena.base(), pageSize));
    CHECK(!pages.allocate(1));
    CHECK(pages.largestFree() == 0);
    CHECK(pages.addRegion(arena.base(), 2 * pageSize));
    CHECK(pages.freePages() == 1);
}

void testAlignment()
{
    Arena arena(256 * pageSize, 0);
    PageAllocator pages;
    CHECK(pages.addRegion(arena.base(), arena.size()));
    const size_t before = pages.freePages();
    for (size_t alignment = 1; alignment <= 64; alignment *= 2) {
        void *memory = pages.allocate(3, alignment);
        CHECK(memory);
        CHECK(reinterpret_cast<uintptr_t>(memory) % (alignment * pageSize) == 0);
        CHECK(pages.sizeOf(memory) == 3);
        CHECK(pages.freePages() == before - 3);
        CHECK(pages.free(memory) == 3);
    }
    CHECK(pages.freePages() == before);
}

void testImpossible()
{
    Arena arena(64 * pageSize, 0);
    PageAllocator pages;
    CHECK(pages.addRegion(arena.base(), arena.size()));
    CHECK(!pages.allocate(0));
    CHECK(!pages.allocate(65));
    CHECK(!pages.allocate(SIZE_MAX));
    CHECK(!pages.allocate(1, size_t{1} << 40));
}

void testRandom(unsigned seed, size_t offset)
{
    std::mt19937 random(seed);
    Arena first(777 * pageSize, offset);
    Arena second(130 * pageSize, offset / 2);
    PageAllocator pages;
    CHECK(pages.addRegion(first.base(), first.size()));
    CHECK(pages.addRegion(second.base(), second.size()));
    const size_t freeAtStart = pages.freePages();
    const size_t largestAtStart = pages.largestFree();
    CHECK(freeAtStart >= 777 + 130 - 6);

    Model model;
    size_t used = 0;
    for (int step = 0; step < 20000; ++step) {
        if (model.isEmpty() || random() % 100 < 55) {
            const size_t count = random() % 8 ? 1 + random() % 9 : 1 + random() % 200;
            const size_t alignment = random() % 4 ? 1 : size_t{1} << random() % 6;
            const size_t largest = pages.largestFree();
            auto *memory = static_cast<char *>(pages.allocate(count, alignment));
            if (!memory) {
                CHECK(count > largest || alignment > largest);
                continue;
            }
            CHECK(reinterpret_cast<uintptr_t>(memory) % (alignment * pageSize) == 0);
            CHECK(first.contains(memory, count * pageSize) ||
                  second.contains(memory, count * pageSize));
            CHECK(pages.sizeOf(memory) == count);
            CHECK(pages.isAllocated(memory + count * pageSize - 1));
            model.add(memory, count);
            used += count;
        } else {
            const auto [memory, count] = model.takeRandom(random);
            CHECK(pages.free(memory) == count);
            CHECK(!pages.isAllocated(memory));
            used -= count;
        }
        CHECK(pages.freePages() == freeAtStart - used);
    }
    while (!model.isEmpty())
        pages.free(model.takeRandom(random).first);
    // All joined again.
    CHECK(pages.freePages() == freeAtStart);
    CHECK(pages.largestFree() == largestAtStart);
}

} // namespace

void testPages()
{
    testTooSmall();
    testAlignment();
    testImpossible();
    for (unsigned seed = 1; seed <= 8; ++seed)
        testRandom(seed, seed % 3 * 1000);
}
