// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <cstdint>
#include <string>

/** Counts a failure and prints what was to be so. */
void check(bool condition, const std::string &what);

/** A random number below `below`, which is not 0. The sequence is the same in every run. */
uint64_t pick(uint64_t below);

void testArgparse();
void testBitops();
void testIsr();
void testTimeconv();
