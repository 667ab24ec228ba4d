// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "generator.hpp"
#include "seeds.hpp"

#include <errno.h>
#include <string.h>
#include <sys/random.h>
#include <uk/init.h>
#include <uk/irq_guard.hpp>
#include <uk/plat/time.h>
#include <uk/print.h>
#include <uk/random.h>
#include <uk/random/source.h>
#include <uk/swrand.h>

using namespace uk::random;

extern "C" {
struct uk_swrand uk_swrand_def;
}

namespace {

constexpr __sz seedSize = 64;
/** Fewer bytes than these can be guessed. */
constexpr __sz enough = 16;
constexpr __sz reseedAfter = 1UL << 20;

constinit Generator generator;
constinit bool isSeeded = false;
constinit uk_random_source *sources = nullptr;
constinit __sz sinceSeed = 0;

__sz absorb(unsigned char (&seed)[seedSize], __sz got)
{
    if (got > 0) {
        const uk::IrqGuard guard;
        generator.absorb(seed, got);
        isSeeded = isSeeded || got >= enough;
        sinceSeed = 0;
    }
    wipe(seed, sizeof(seed));
    return got;
}

__sz absorbFrom(uk_random_source &source)
{
    unsigned char seed[seedSize]{};
    const __ssz got = source.read(&source, seed, sizeof(seed));
    return absorb(seed, got <= 0                            ? 0
                        : static_cast<__sz>(got) < seedSize ? static_cast<__sz>(got)
                                                            : seedSize);
}

void seedFromEverything()
{
    unsigned char seed[seedSize]{};
    absorb(seed, seedFromProcessor(seed, sizeof(seed)));
    absorb(seed, seedFromPlatform(seed, sizeof(seed)));
    for (uk_random_source *each = sources; each; each = each->next)
        absorbFrom(*each);
    // Guests that start from the same image at least differ in this.
    const __nsec times[] = {ukplat_monotonic_clock(), ukplat_wall_clock()};
    const uk::IrqGuard guard;
    generator.absorb(times, sizeof(times));
}

int start(uk_init_ctx *)
{
    seedFromEverything();
    __u32 seeds[8];
    uk_random_fill_buffer(seeds, sizeof(seeds));
    uk_swrand_init_r(&uk_swrand_def, 8, seeds);
    return 0;
}

/** By now the devices are known. */
int report(uk_init_ctx *)
{
    if (!isSeeded)
        uk_pr_err("Random numbers can be guessed: this machine has no source of them. Give it a "
                  "processor with RDRAND or RNDR (QEMU: -cpu max) or a device virtio-rng\n");
    return 0;
}

/** True for one of those who ask when it is time for it. */
bool takesOnReseeding()
{
    const uk::IrqGuard guard;
    if (sinceSeed < reseedAfter)
        return false;
    sinceSeed = 0;
    return true;
}

} // namespace

uk_early_initcall_prio(start, 0, UK_PRIO_EARLIEST);
uk_lib_initcall_prio(report, 0, UK_PRIO_EARLIEST);

extern "C" {

void uk_random_fill_buffer(void *buf, __sz buflen)
{
    // Devices are waited for, which interrupt handlers cannot.
    if (!ukplat_lcpu_irqs_disabled() && takesOnReseeding())
        seedFromEverything();
    const uk::IrqGuard guard;
    sinceSeed += buflen;
    generator.generate(buf, buflen);
}

int uk_random_is_seeded(void)
{
    return isSeeded;
}

int uk_random_source_register(struct uk_random_source *source)
{
    if (absorbFrom(*source) == 0)
        return -EIO;
    source->next = sources;
    sources = source;
    uk_pr_info("Random numbers: %s\n", source->name);
    return 0;
}

ssize_t getrandom(void *buffer, size_t length, unsigned int flags)
{
    constexpr unsigned int both = GRND_INSECURE | GRND_RANDOM;
    if ((flags & ~(both | GRND_NONBLOCK)) || (flags & both) == both) {
        errno = EINVAL;
        return -1;
    }
    if (!isSeeded && !(flags & GRND_INSECURE)) {
        errno = EAGAIN;
        return -1;
    }
    uk_random_fill_buffer(buffer, length);
    return static_cast<ssize_t>(length);
}

void uk_swrand_init_r(struct uk_swrand *r, unsigned int seedc, const __u32 seedv[])
{
    *r = {};
    for (unsigned int i = 0; i < seedc; ++i)
        r->key[i % keyWords] ^= seedv[i];
    r->used = blockWords;
}

__u32 uk_swrand_randr_r(struct uk_swrand *r)
{
    if (r->used >= blockWords) {
        const __u32 nonce[3] = {static_cast<__u32>(r->counter >> 32), 0, 0};
        chachaBlock(r->key, static_cast<__u32>(r->counter), nonce, r->output);
        ++r->counter;
        r->used = 0;
    }
    return r->output[r->used++];
}

__u32 uk_swrand_randr(void)
{
    const uk::IrqGuard guard;
    return uk_swrand_randr_r(&uk_swrand_def);
}

void uk_swrand_fill_buffer(void *buf, __sz buflen)
{
    auto *to = static_cast<unsigned char *>(buf);
    while (buflen > 0) {
        const __u32 number = uk_swrand_randr();
        const __sz part = buflen < sizeof(number) ? buflen : sizeof(number);
        memcpy(to, &number, part);
        to += part;
        buflen -= part;
    }
}

} // extern "C"
