// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "check.hpp"

#include <cstring>

int main(int argc, char *argv[])
{
    struct
    {
        const char *name;
        void (*run)();
    } const suites[] = {
        {"pages", testPages},
        {"heap", testHeap},
        {"memory_map", testMemoryMap},
    };
    for (const auto &suite : suites) {
        if (argc == 2 && std::strcmp(argv[1], suite.name) == 0) {
            suite.run();
            return 0;
        }
    }
    std::fprintf(stderr, "usage: %s pages|heap|memory_map\n", argv[0]);
    return 2;
}
