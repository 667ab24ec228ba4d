// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "../random.hpp"

#include <uk/asm/random_number.hpp>

__u64 uk::processorRandom()
{
    __u64 value;
    return arch::readRandomNumber(value) ? value : x86::readTsc();
}
