// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "chacha.hpp"

namespace uk::random {

/** ChaCha20 with fast key erasure: each request uses up the key, and what the key was cannot be
 * found from the one that follows it. Not to be used by two at once. */
class Generator
{
public:
    constexpr Generator() = default;

    /** Mixes bytes into the key. However many and whatever they are, what was there is not lost. */
    void absorb(const void *bytes, __sz size);

    /** Writes random bytes. */
    void generate(void *bytes, __sz size);

private:
    __u32 m_key[keyWords]{};
};

/** Overwrites a secret; the compiler may not leave it out. */
void wipe(void *bytes, __sz size);

} // namespace uk::random
