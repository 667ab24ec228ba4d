// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "arena.hpp"
#include "check.hpp"

#include <cstring>
#include <heap.hpp>
#include <random>
#include <vector>

namespace {

using uk::Heap;

/** An allocation, filled with a byte of its own so that overlaps show. */
struct Block
{
    unsigned char *memory;
    size_t size;
    unsigned char fill;

    bool isIntact() const
    {
        for (size_t i = 0; i < size; ++i) {
            if (memory[i] != fill)
                return false;
        }
        return true;
    }
};

void testSmall()
{
    Arena arena(64 * 4096, 0);
    Heap heap;
    CHECK(heap.addRegion(arena.base(), arena.size()));
    const size_t before = heap.freePages();
    for (size_t size = 0; size <= 20000; size += size < 3000 ? 1 : 997) {
        void *memory = heap.allocate(size);
        CHECK(memory);
        CHECK(reinterpret_cast<uintptr_t>(memory) % 16 == 0);
        CHECK(heap.sizeOf(memory) >= size);
        CHECK(heap.fits(memory, size));
        CHECK(!heap.fits(memory, heap.sizeOf(memory) + 1));
        const size_t usable = heap.sizeOf(memory);
        CHECK(heap.free(memory) == usable);
        CHECK(heap.freePages() == before);
    }
    CHECK(!heap.allocate(SIZE_MAX));
    CHECK(!heap.allocate(SIZE_MAX - 4096));
    CHECK(!heap.allocateAligned(4096, SIZE_MAX));
}

void testWrongFree()
{
    Arena arena(64 * 4096, 0);
    Heap heap;
    CHECK(heap.addRegion(arena.base(), arena.size()));
    char local;
    CHECK(heap.free(&local) == 0);
    auto *small = static_cast<char *>(heap.allocate(40));
    auto *other = static_cast<char *>(heap.allocate(40));
    CHECK(heap.free(small + 8) == 0);
    CHECK(heap.free(small) == 48);
    CHECK(heap.free(small) == 0);
    CHECK(heap.free(other) == 48);
    CHECK(heap.free(other) == 0);
    auto *large = static_cast<char *>(heap.allocate(5 * 4096));
    CHECK(heap.free(large + 16) == 0);
    CHECK(heap.free(large) == 5 * 4096);
    CHECK(heap.free(large) == 0);
}

void testAligned()
{
    Arena arena(512 * 4096, 0);
    Heap heap;
    CHECK(heap.addRegion(arena.base(), arena.size()));
    const size_t before = heap.freePages();
    std::vector<void *> all;
    for (size_t alignment = 1; alignment <= 65536; alignment *= 2) {
        for (const size_t size : {0, 1, 24, 100, 513, 2016, 4096, 5000}) {
            void *memory = heap.allocateAligned(alignment, size);
            CHECK(memory);
            CHECK(reinterpret_cast<uintptr_t>(memory) % alignment == 0);
            CHECK(heap.sizeOf(memory) >= size);
            std::memset(memory, 0xa5, size);
            all.push_back(memory);
        }
    }
    for (void *memory : all)
        CHECK(heap.free(memory));
    CHECK(heap.freePages() == before);
}

size_t randomSize(std::mt19937 &random)
{
    switch (random() % 4) {
    case 0:
        return random() % 64;
    case 1:
        return random() % 700;
    case 2:
        return random() % 3000;
    default:
        return random() % 40000;
    }
}

void testRandom(unsigned seed)
{
    std::mt19937 random(seed);
    Arena arena(600 * 4096, seed * 8);
    Heap heap;
    CHECK(heap.addRegion(arena.base(), arena.size()));
    const size_t freeAtStart = heap.freePages();
    const size_t largestAtStart = heap.largestFree();

    std::vector<Block> blocks;
    const auto takeRandom = [&] {
        std::swap(blocks[random() % blocks.size()], blocks.back());
        const Block block = blocks.back();
        blocks.pop_back();
        return block;
    };
    for (int step = 0; step < 20000; ++step) {
        const unsigned action = random() % 100;
        if (blocks.empty() || action < 50) {
            const size_t size = randomSize(random);
            const size_t alignment = random() % 3 ? 1 : size_t{1} << random() % 14;
            auto *memory = static_cast<unsigned char *>(heap.allocateAligned(alignment, size));
            if (!memory)
                continue;
            CHECK(arena.contains(memory, size));
            CHECK(reinterpret_cast<uintptr_t>(memory) % alignment == 0);
            const auto fill = static_cast<unsigned char>(random());
            std::memset(memory, fill, size);
            blocks.push_back({memory, size, fill});
        } else if (action < 65) {
            // What realloc() does.
            Block block = takeRandom();
            CHECK(block.isIntact());
            const size_t size = randomSize(random);
            const size_t kept = size < block.size ? size : block.size;
            if (!heap.fits(block.memory, size)) {
                auto *moved = static_cast<unsigned char *>(heap.allocate(size));
                if (!moved) {
                    blocks.push_back(block);
                    continue;
                }
                std::memcpy(moved, block.memory, kept);
                CHECK(heap.free(block.memory));
                block.memory = moved;
            }
            std::memset(block.memory + kept, block.fill, size - kept);
            block.size = size;
            blocks.push_back(block);
        } else {
            const Block block = takeRandom();
            CHECK(block.isIntact());
            CHECK(heap.free(block.memory) >= block.size);
        }
    }
    while (!blocks.empty()) {
        const Block block = takeRandom();
        CHECK(block.isIntact());
        CHECK(heap.free(block.memory));
    }
    CHECK(heap.freePages() == freeAtStart);
    CHECK(heap.largestFree() == largestAtStart);
}

} // namespace

void testHeap()
{
    testSmall();
    testWrongFree();
    testAligned();
    for (unsigned seed = 1; seed <= 8; ++seed)
        testRandom(seed);
}
