// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/arch/types.h>

namespace uk::random {

constexpr unsigned int keyWords = 8;
constexpr unsigned int blockWords = 16;

/** One block of ChaCha20's key stream (RFC 8439, 2.3): of a key, a block counter and a nonce. */
void chachaBlock(const __u32 (&key)[keyWords], __u32 counter, const __u32 (&nonce)[3],
                 __u32 (&block)[blockWords]);

} // namespace uk::random
