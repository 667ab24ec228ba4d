// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "oracle.hpp"
#include "nolibc.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <random>

namespace {

std::mt19937_64 generator;
int failures = 0;

} // namespace

void seed(uint64_t value)
{
    generator.seed(value);
}

int failureCount()
{
    return failures;
}

uint64_t bits()
{
    return generator();
}

uint64_t pick(uint64_t below)
{
    return bits() % below;
}

void fail(const std::string &what, const std::string &got, const std::string &expected)
{
    if (++failures <= 40)
        std::printf("FAIL %s\n  nolibc: %s\n  host:   %s\n", what.c_str(), got.c_str(),
                    expected.c_str());
}

std::string escaped(const std::string &text)
{
    std::string result;
    for (unsigned char c : text) {
        char piece[8];
        std::snprintf(piece, sizeof(piece), c >= ' ' && c < 127 ? "%c" : "\\x%02x", c);
        result += piece;
    }
    return result;
}

double randomDouble()
{
    switch (pick(6)) {
    case 0: { // any bits
        const uint64_t pattern = bits();
        double value;
        std::memcpy(&value, &pattern, sizeof(value));
        return std::isnan(value) ? 0.5 : value;
    }
    case 1: // few decimals: ties
        return static_cast<double>(static_cast<int64_t>(pick(2000001)) - 1000000) /
               static_cast<double>(1U << pick(12));
    case 2: {
        static const double special[] = {0.0,
                                         -0.0,
                                         INFINITY,
                                         -INFINITY,
                                         1.0,
                                         9.5,
                                         0.5,
                                         99999.5,
                                         999999.5,
                                         1e-5,
                                         0.0001,
                                         123456789.0,
                                         5e-324,
                                         2.2250738585072014e-308,
                                         1.7976931348623157e308,
                                         1e22,
                                         1e23};
        return special[pick(sizeof(special) / sizeof(special[0]))];
    }
    case 3:
        return std::ldexp(static_cast<double>(pick(1000)), static_cast<int>(pick(200)) - 100);
    case 4:
        return std::strtod(
            (std::to_string(pick(100000)) + "e" + std::to_string(static_cast<int>(pick(40)) - 20))
                .c_str(),
            nullptr);
    default:
        return static_cast<double>(pick(100000)) / 1000.0;
    }
}
