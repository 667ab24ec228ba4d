// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "heap.hpp"

namespace uk {

namespace {

constexpr size_t pageSize = PageAllocator::pageSize;
constexpr size_t headerSize = 64;

/** Sizes of chunks: powers of two, sizes between them, and those that leave nothing of a page. */
constexpr uint16_t classSizes[] = {16,  32,  48,  64,  96,   128,  192,
                                   256, 384, 512, 672, 1008, 1344, 2016};
constexpr size_t largestChunk = 2016;
// The largest size that chunks are aligned to.
constexpr size_t largestAligned = 512;

bool isPowerOfTwo(size_t value)
{
    return (value & (value - 1)) == 0;
}

/** The chunks of a power of two begin at a multiple of their size. */
size_t firstChunk(size_t chunkSize)
{
    return isPowerOfTwo(chunkSize) && chunkSize > headerSize ? chunkSize : headerSize;
}

unsigned chunksOf(size_t chunkSize)
{
    return static_cast<unsigned>((pageSize - firstChunk(chunkSize)) / chunkSize);
}

unsigned classFor(size_t size)
{
    unsigned sizeClass = 0;
    while (classSizes[sizeClass] < size)
        ++sizeClass;
    return sizeClass;
}

} // namespace

/** The header of a page of chunks. */
struct Heap::Slab
{
    Slab *next;
    Slab *previous;
    uint64_t taken[4]; // a bit a chunk
    uint16_t freeCount;
    uint8_t sizeClass;
};

Heap::Slab *Heap::slabOf(const void *memory)
{
    return reinterpret_cast<Slab *>(reinterpret_cast<uintptr_t>(memory) & ~(pageSize - 1));
}

void Heap::linkSlab(Slab &slab)
{
    Slab *&head = m_slabs[slab.sizeClass];
    slab.previous = nullptr;
    slab.next = head;
    if (head)
        head->previous = &slab;
    head = &slab;
}

void Heap::unlinkSlab(Slab &slab)
{
    if (slab.next)
        slab.next->previous = slab.previous;
    if (slab.previous)
        slab.previous->next = slab.next;
    else
        m_slabs[slab.sizeClass] = slab.next;
}

void *Heap::allocateChunk(unsigned sizeClass)
{
    const size_t size = classSizes[sizeClass];
    Slab *slab = m_slabs[sizeClass];
    if (!slab) {
        static_assert(sizeof(Slab) <= headerSize);
        slab = static_cast<Slab *>(m_pages.allocate(1));
        if (!slab)
            return nullptr;
        m_pages.setTag(slab, slabTag);
        *slab = {};
        slab->sizeClass = static_cast<uint8_t>(sizeClass);
        slab->freeCount = static_cast<uint16_t>(chunksOf(size));
        linkSlab(*slab);
    }

    unsigned word = 0;
    while (!~slab->taken[word])
        ++word;
    const unsigned bit = static_cast<unsigned>(__builtin_ctzl(~slab->taken[word]));
    slab->taken[word] |= uint64_t{1} << bit;
    if (--slab->freeCount == 0)
        unlinkSlab(*slab);
    return reinterpret_cast<char *>(slab) + firstChunk(size) + (word * 64 + bit) * size;
}

size_t Heap::freeChunk(Slab &slab, void *memory)
{
    const size_t size = classSizes[slab.sizeClass];
    const size_t offset = reinterpret_cast<uintptr_t>(memory) & (pageSize - 1);
    if (offset < firstChunk(size) || (offset - firstChunk(size)) % size)
        return 0;
    const size_t chunk = (offset - firstChunk(size)) / size;
    uint64_t &word = slab.taken[chunk / 64];
    const uint64_t bit = uint64_t{1} << chunk % 64;
    if (!(word & bit))
        return 0;

    word &= ~bit;
    if (slab.freeCount++ == 0)
        linkSlab(slab);
    if (slab.freeCount == chunksOf(size)) {
        unlinkSlab(slab);
        m_pages.setTag(&slab, 0);
        m_pages.free(&slab);
    }
    return size;
}

void *Heap::allocate(size_t size)
{
    if (size <= largestChunk)
        return allocateChunk(classFor(size));
    if (size > SIZE_MAX - pageSize)
        return nullptr;
    return m_pages.allocate((size + pageSize - 1) / pageSize);
}

void *Heap::allocateAligned(size_t alignment, size_t size)
{
    if (alignment <= classSizes[0])
        return allocate(size);
    const size_t wanted = size > alignment ? size : alignment;
    if (wanted <= largestAligned) {
        unsigned sizeClass = classFor(wanted);
        while (!isPowerOfTwo(classSizes[sizeClass]))
            ++sizeClass;
        return allocateChunk(sizeClass);
    }
    if (size > SIZE_MAX - pageSize)
        return nullptr;
    const size_t pages = size ? (size + pageSize - 1) / pageSize : 1;
    return m_pages.allocate(pages, alignment > pageSize ? alignment / pageSize : 1);
}

size_t Heap::free(void *memory)
{
    if (!m_pages.isAllocated(memory))
        return 0;
    Slab *slab = slabOf(memory);
    if (m_pages.isHead(slab) && m_pages.tag(slab) == slabTag)
        return freeChunk(*slab, memory);
    if (!m_pages.isHead(memory))
        return 0;
    return m_pages.free(memory) * pageSize;
}

size_t Heap::sizeOf(const void *memory) const
{
    const Slab *slab = slabOf(memory);
    if (m_pages.tag(slab) == slabTag)
        return classSizes[slab->sizeClass];
    return m_pages.sizeOf(memory) * pageSize;
}

bool Heap::fits(const void *memory, size_t size) const
{
    const size_t present = sizeOf(memory);
    if (size > present)
        return false;
    const size_t fresh =
        size <= largestChunk ? classSizes[classFor(size)] : (size + pageSize - 1) & ~(pageSize - 1);
    // Not when a new block would take half the memory or less.
    return fresh * 2 > present;
}

} // namespace uk
