// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The kernel's heap: any sequence of requests against a model. Each two bytes of the input are one
// step.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <heap.hpp>
#include <iterator>
#include <map>
#include <memory>

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

/** What is allocated, by address. Every piece is full of a byte of its own. */
class Model
{
public:
    Model()
        : m_arena(new char[arenaSize + 4096])
    {
        const auto address = reinterpret_cast<std::uintptr_t>(m_arena.get());
        m_base = m_arena.get() + (4096 - address % 4096);
        require(m_heap.addRegion(m_base, arenaSize));
        m_freePages = m_heap.freePages();
    }

    void step(unsigned operation, unsigned value)
    {
        switch (operation % 6) {
        case 0:
            add(m_heap.allocate(value), value, 16);
            break;
        case 1:
            add(m_heap.allocate(value * 37U), value * 37U, 16);
            break;
        case 2: {
            const std::size_t alignment = std::size_t{16} << value % 10;
            add(m_heap.allocateAligned(alignment, value), value, alignment);
            break;
        }
        case 3:
            addPages(value % 8 + 1);
            break;
        case 4:
            checkFits(value);
            break;
        default:
            removeOne(value);
        }
    }

    void finish()
    {
        while (!m_pieces.empty())
            removeOne(0);
        require(m_heap.freePages() == m_freePages);
    }

private:
    static constexpr std::size_t arenaSize = 64 * 4096;

    struct Piece
    {
        std::size_t size; // that was asked for
        std::uint8_t fill;
    };

    void add(void *memory, std::size_t size, std::size_t alignment)
    {
        if (!memory) {
            // There is no excuse for a small piece while pages are free.
            require(size > 2016 || alignment > 4096 || m_heap.freePages() == 0);
            return;
        }
        auto *begin = static_cast<char *>(memory);
        require(reinterpret_cast<std::uintptr_t>(begin) % alignment == 0);
        const std::size_t usable = m_heap.sizeOf(begin);
        require(usable >= size);
        require(begin >= m_base && begin + usable <= m_base + arenaSize);
        const auto next = m_pieces.lower_bound(begin);
        require(next == m_pieces.end() || begin + usable <= next->first);
        if (next != m_pieces.begin()) {
            const auto before = std::prev(next);
            require(before->first + m_heap.sizeOf(before->first) <= begin);
        }
        const Piece piece{size, ++m_nextFill};
        std::memset(begin, piece.fill, size);
        m_pieces.emplace(begin, piece);
    }

    void addPages(std::size_t count)
    {
        const std::size_t largest = m_heap.largestFree();
        void *memory = m_heap.allocatePages(count);
        require((memory != nullptr) == (count <= largest));
        add(memory, count * 4096, 4096);
    }

    void checkFits(std::size_t size)
    {
        if (!m_pieces.empty() && m_heap.fits(m_pieces.begin()->first, size))
            require(m_heap.sizeOf(m_pieces.begin()->first) >= size);
    }

    void removeOne(std::size_t which)
    {
        if (m_pieces.empty())
            return;
        const auto piece = std::next(m_pieces.begin(), long(which % m_pieces.size()));
        for (std::size_t i = 0; i < piece->second.size; ++i)
            require(std::uint8_t(piece->first[i]) == piece->second.fill);
        const std::size_t usable = m_heap.sizeOf(piece->first);
        require(m_heap.free(piece->first) == usable);
        // A second time there is nothing.
        require(m_heap.free(piece->first) == 0);
        m_pieces.erase(piece);
    }

    std::unique_ptr<char[]> m_arena;
    char *m_base;
    uk::Heap m_heap;
    std::size_t m_freePages;
    std::map<char *, Piece> m_pieces;
    std::uint8_t m_nextFill = 0;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Model model;
    for (std::size_t i = 0; i + 1 < size; i += 2)
        model.step(data[i], data[i + 1] * (data[i] / 16U + 1U));
    model.finish();
    return 0;
}
