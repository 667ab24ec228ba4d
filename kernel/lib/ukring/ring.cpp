// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <string.h>
#include <uk/ring.h>

extern "C" {

struct uk_ring *uk_ring_alloc(int count, struct uk_alloc *a)
{
    if (count < 2 || !POWER_OF_2(count))
        return nullptr;
    const __sz size = sizeof(uk_ring) + static_cast<__sz>(count) * sizeof(void *);
    auto *ring = static_cast<uk_ring *>(uk_memalign(a, alignof(uk_ring), size));
    if (!ring)
        return nullptr;
    memset(static_cast<void *>(ring), 0, size);
    ring->br_prod_size = ring->br_cons_size = count;
    ring->br_prod_mask = ring->br_cons_mask = count - 1;
    return ring;
}

void uk_ring_free(struct uk_ring *br, struct uk_alloc *a)
{
    uk_free(a, br);
}

} // extern "C"
