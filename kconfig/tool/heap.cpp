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
/// used.
void preferLargePages()
{
    constexpr int addresses = 64 << 20;
    constexpr std::uintptr_t largePage = std::uintptr_t{2} << 20U;
    mallopt(M_TOP_PAD, addresses);
    const auto begin = reinterpret_cast<std::uintptr_t>(::sbrk(0));
    void *volatile first = std::malloc(std::size_t{1} << 20U); // volatile: or it is left out
    std::free(first);
    const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0));
    const std::uintptr_t aligned = (begin + largePage - 1) & ~(largePage - 1);
    if (aligned < end) // a system that has none says so, and nothing is lost
        ::madvise(reinterpret_cast<void *>(aligned), end - aligned, MADV_HUGEPAGE);
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
