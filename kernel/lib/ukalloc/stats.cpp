// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/alloc_impl.h>

namespace {

#ifdef CONFIG_LIBUKALLOC_IFSTATS_GLOBAL
constinit uk_alloc_stats globalStats{};
#endif

void count(uk_alloc_stats &stats, const void *memory, __sz size)
{
    if (!memory) {
        ++stats.nb_enomem;
        return;
    }
    ++stats.tot_nb_allocs;
    ++stats.cur_nb_allocs;
    stats.cur_mem_use += static_cast<__ssz>(size);
    stats.last_alloc_size = size;
    if (stats.tot_nb_allocs == 1 || size < stats.min_alloc_size)
        stats.min_alloc_size = size;
    if (size > stats.max_alloc_size)
        stats.max_alloc_size = size;
    if (stats.cur_nb_allocs > stats.max_nb_allocs)
        stats.max_nb_allocs = stats.cur_nb_allocs;
    if (stats.cur_mem_use > stats.max_mem_use)
        stats.max_mem_use = stats.cur_mem_use;
}

void countFree(uk_alloc_stats &stats, const void *memory, __sz size)
{
    if (!memory)
        return;
    ++stats.tot_nb_frees;
    --stats.cur_nb_allocs;
    stats.cur_mem_use -= static_cast<__ssz>(size);
}

} // namespace

extern "C" {

void uk_alloc_stats_count_alloc(struct uk_alloc *self, const void *memory, __sz bytes)
{
    count(self->_stats, memory, bytes);
#ifdef CONFIG_LIBUKALLOC_IFSTATS_GLOBAL
    count(globalStats, memory, bytes);
#endif
}

void uk_alloc_stats_count_free(struct uk_alloc *self, const void *memory, __sz bytes)
{
    countFree(self->_stats, memory, bytes);
#ifdef CONFIG_LIBUKALLOC_IFSTATS_GLOBAL
    countFree(globalStats, memory, bytes);
#endif
}

void uk_alloc_stats_reset(struct uk_alloc *self)
{
    self->_stats = {};
}

void uk_alloc_stats_get(struct uk_alloc *self, struct uk_alloc_stats *result)
{
    *result = self->_stats;
}

#ifdef CONFIG_LIBUKALLOC_IFSTATS_GLOBAL
void uk_alloc_stats_get_global(struct uk_alloc_stats *result)
{
    *result = globalStats;
}
#endif
}
