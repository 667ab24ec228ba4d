// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "heap.h"

#include <cstdint>
#include <cstdlib> // tells whose C library it is
#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace kconf {

namespace {

#ifdef __GLIBC__
/// Asks for large pages. A load of Linux touches 6,500 small ones, one fault each: a fifth of its
/// time. The heap has to get its addresses at once for that, which costs nothing until they are
/// used. A large page can begin at few places, and nothing of it may have been written before it is
/// asked for. So the heap goes on shortly below such a place, where it has its first small pages.
void preferLargePages()
{
    constexpr int addresses = 64 << 20;
    constexpr std::uintptr_t largePage = std::uintptr_t{2} << 20U;
    constexpr std::size_t first = std::size_t{200} << 10U; // more than the heap has to begin with
    constexpr std::uintptr_t room = std::uintptr_t{256} << 10U; // for it and what the heap notes
    const auto end = [] { return reinterpret_cast<std::uintptr_t>(::sbrk(0)); };
    const std::uintptr_t begin = (end() + room + largePage - 1) & ~(largePage - 1);
    // The heap bears that others move its end; without memory nothing is lost.
    (void)::sbrk(static_cast<std::intptr_t>(begin - room - end()));
    mallopt(M_TOP_PAD, addresses);
    void *volatile grown = std::malloc(first); // volatile: or it is left out
    std::free(grown);
    if (begin < end()) // a system that has no large pages says so
        ::madvise(reinterpret_cast<void *>(begin), end() - begin, MADV_HUGEPAGE);
}
#endif

} // namespace

void prepareHeap()
{
#ifdef __GLIBC__
    // What is freed is needed again at once: keeping it is quicker than handing it back to the
    // system and getting empty pages for it.
    constexpr int never = 1 << 30;
    constexpr int step = 1 << 20;
    mallopt(M_MMAP_THRESHOLD, never);
    mallopt(M_TRIM_THRESHOLD, never);
    // The second thread shares the heap, for its own would be one of small pages.
    mallopt(M_ARENA_MAX, 1);
    preferLargePages();
    mallopt(M_TOP_PAD, step);
#endif
}

} // namespace kconf
