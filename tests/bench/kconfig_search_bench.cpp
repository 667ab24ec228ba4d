// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// How long a search takes over names, prompts and help of a large tree; no command of it is run:
//   cd LINUX && SRCARCH=x86 srctree=. kconfig_search_bench Kconfig
// Prints the time of each query: the median and the worst of some runs. Judges nothing.

#include "kconfig/load.h"
#include "kconfig/search.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <vector>

namespace {

double millisecondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
        .count();
}

} // namespace

int main(int count, char **arguments)
{
    using namespace kconfig;
    if (count != 2) {
        std::fprintf(stderr, "usage: kconfig_search_bench ROOT-FILE\n");
        return 2;
    }
    LoadOptions options;
    options.rootFile = arguments[1];
    options.environment = processEnvironment();
    options.dialect = guessDialect(options.rootFile, options.environment);
    const LoadResult tree = load(options);
    const auto begin = std::chrono::steady_clock::now();
    const SearchIndex index(tree.model);
    std::printf("%zu symbols; index %.2f ms\n", tree.model->symbols().size(),
                millisecondsSince(begin));
    constexpr std::array queries{"e",       "usb",          "CONFIG_NET", "network driver",
                                 "the",     "memory debug", "zzzzqq",     "virtio block device",
                                 "e a s t", "SCHED",        "if unsure",  "MODUELS"};
    for (const char *query : queries) {
        std::vector<double> times;
        std::size_t total = 0;
        for (int run = 0; run < 15; ++run) {
            const auto start = std::chrono::steady_clock::now();
            total = index.search(query).total;
            times.push_back(millisecondsSince(start));
        }
        std::sort(times.begin(), times.end());
        std::printf("%-22s %6zu hits  %7.3f ms  worst %7.3f ms\n", query, total,
                    times[times.size() / 2], times.back());
    }
    return 0;
}
