// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "check.hpp"

#include <cstdio>
#include <cstring>
#include <random>

namespace {

std::mt19937_64 generator(42);
int checks = 0;
int failures = 0;

struct Suite
{
    const char *name;
    void (*run)();
};

constexpr Suite suites[] = {{"argparse", testArgparse},
                            {"bitops", testBitops},
                            {"isr", testIsr},
                            {"timeconv", testTimeconv}};

} // namespace

void check(bool condition, const std::string &what)
{
    ++checks;
    if (!condition && ++failures <= 20)
        std::printf("FAIL %s\n", what.c_str());
}

uint64_t pick(uint64_t below)
{
    return generator() % below;
}

int main(int argc, char *argv[])
{
    for (const Suite &suite : suites) {
        if (argc < 2 || std::strcmp(argv[1], suite.name) == 0)
            suite.run();
    }
    std::printf("%d checks, %d failures\n", checks, failures);
    return checks > 0 && failures == 0 ? 0 : 1;
}
