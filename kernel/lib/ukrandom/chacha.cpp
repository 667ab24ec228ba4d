// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "chacha.hpp"

namespace uk::random {

namespace {

__u32 rotated(__u32 value, int bits)
{
    return value << bits | value >> (32 - bits);
}

/** RFC 8439, 2.1. */
void quarterRound(__u32 &a, __u32 &b, __u32 &c, __u32 &d)
{
    a += b;
    d = rotated(d ^ a, 16);
    c += d;
    b = rotated(b ^ c, 12);
    a += b;
    d = rotated(d ^ a, 8);
    c += d;
    b = rotated(b ^ c, 7);
}

} // namespace

void chachaBlock(const __u32 (&key)[keyWords], __u32 counter, const __u32 (&nonce)[3],
                 __u32 (&block)[blockWords])
{
    // "expand 32-byte k", little-endian
    __u32 start[blockWords] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
    for (unsigned int i = 0; i < keyWords; ++i)
        start[4 + i] = key[i];
    start[12] = counter;
    for (unsigned int i = 0; i < 3; ++i)
        start[13 + i] = nonce[i];

    for (unsigned int i = 0; i < blockWords; ++i)
        block[i] = start[i];
    for (int i = 0; i < 10; ++i) {
        for (unsigned int column = 0; column < 4; ++column)
            quarterRound(block[column], block[4 + column], block[8 + column], block[12 + column]);
        for (unsigned int column = 0; column < 4; ++column)
            quarterRound(block[column], block[4 + (column + 1) % 4], block[8 + (column + 2) % 4],
                         block[12 + (column + 3) % 4]);
    }
    for (unsigned int i = 0; i < blockWords; ++i)
        block[i] += start[i];
}

} // namespace uk::random
