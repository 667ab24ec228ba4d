// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/arch/types.h>

/** Where seeds come from, besides devices. Each writes up to `size` bytes and returns how many: 0
 * where there is no such thing. */
namespace uk::random {

/** The processor: RDSEED, RDRAND, RNDR. */
__sz seedFromProcessor(unsigned char *bytes, __sz size);

/** What the loader or the platform gives; the loader only once. */
__sz seedFromPlatform(unsigned char *bytes, __sz size);

} // namespace uk::random
