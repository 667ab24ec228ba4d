// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "generator.hpp"

#include <string.h>

namespace uk::random {

namespace {

constexpr __sz keySize = keyWords * sizeof(__u32);
constexpr __sz blockSize = blockWords * sizeof(__u32);

// Keys that are output and keys that are mixed with seeds come from streams of their own.
constexpr __u32 outputStream[3] = {0, 0, 0};
constexpr __u32 seedStream[3] = {1, 0, 0};

} // namespace

void wipe(void *bytes, __sz size)
{
    memset(bytes, 0, size);
    asm volatile("" : : "r"(bytes) : "memory");
}

void Generator::absorb(const void *bytes, __sz size)
{
    const auto *from = static_cast<const unsigned char *>(bytes);
    while (size > 0) {
        const __sz part = size < keySize ? size : keySize;
        __u32 seed[keyWords]{};
        memcpy(seed, from, part);
        for (unsigned int i = 0; i < keyWords; ++i)
            m_key[i] ^= seed[i];
        __u32 block[blockWords];
        // The length keeps "a", "b" apart from "ab".
        chachaBlock(m_key, static_cast<__u32>(part), seedStream, block);
        memcpy(m_key, block, keySize);
        wipe(block, sizeof(block));
        wipe(seed, sizeof(seed));
        from += part;
        size -= part;
    }
}

void Generator::generate(void *bytes, __sz size)
{
    __u32 key[keyWords];
    __u32 block[blockWords];
    memcpy(key, m_key, keySize);
    chachaBlock(key, 0, outputStream, block);
    // The next key is in place before anything is given out.
    memcpy(m_key, block, keySize);

    auto *to = static_cast<unsigned char *>(bytes);
    const auto *rest = reinterpret_cast<const unsigned char *>(block) + keySize;
    __sz part = size < blockSize - keySize ? size : blockSize - keySize;
    memcpy(to, rest, part);
    for (__u32 counter = 1; (to += part, size -= part) > 0; ++counter) {
        chachaBlock(key, counter, outputStream, block);
        part = size < blockSize ? size : blockSize;
        memcpy(to, block, part);
    }
    wipe(key, sizeof(key));
    wipe(block, sizeof(block));
}

} // namespace uk::random
