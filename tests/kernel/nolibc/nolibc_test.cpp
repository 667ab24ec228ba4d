// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// nolibc against the host's C library: random inputs, the same results. The seed is printed and
// can be given as the first argument, the number of rounds as the second.

#include "oracle.hpp"

#include <cstdio>
#include <cstdlib>
#include <random>

int main(int argc, char *argv[])
{
    const uint64_t start = argc > 1 ? std::strtoull(argv[1], nullptr, 0) : std::random_device{}();
    const long rounds = argc > 2 ? std::atol(argv[2]) : 20000;
    seed(start);
    std::printf("seed %llu, %ld rounds\n", static_cast<unsigned long long>(start), rounds);
    testCharacters();
    testConsole();
    testEnvironment();
    for (long round = 0; round < rounds; ++round) {
        testIntegers();
        testFloats();
        testTexts();
        testStrtol();
        testStrtod();
        testStrings();
        testScan();
        testTime();
        testSort();
        testOptions();
        testLongOptions();
    }
    std::printf("%d failures\n", failureCount());
    return failureCount() == 0 ? 0 : 1;
}
