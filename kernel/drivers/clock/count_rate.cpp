// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/clock.hpp>

namespace uk::kvm {

namespace {

// A second, as a product with 2^32 the largest that still fits into 64 bits.
constexpr __u64 scaledSecond = 1'000'000'000UL << 32;

} // namespace

CountRate CountRate::ofFrequency(__u64 hertz)
{
    return {hertz ? scaledSecond / hertz : 0};
}

__u64 CountRate::frequency() const
{
    return factor ? scaledSecond / factor : 0;
}

__u32 CountRate::toCounts(__nsec duration) const
{
    constexpr __u32 most = ~0U;
    if (duration >> 32 >= factor)
        return most;
    // duration * 2^32 / factor, which is less than 2^64, in two steps of 32 bits where the product
    // has more than 64.
    if (duration >> 32 == 0) {
        const __u64 counts = (duration << 32) / factor;
        return counts > most ? most : static_cast<__u32>(counts);
    }
    const __u64 high = (duration << 16) / factor;
    const __u64 rest = (duration << 16) % factor;
    const __u64 counts = duration >> 48 || high >> 16 ? most : (high << 16) + (rest << 16) / factor;
    return counts > most ? most : static_cast<__u32>(counts);
}

} // namespace uk::kvm
