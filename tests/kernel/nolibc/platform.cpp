// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
//
// What nolibc takes from the kernel, for a test on the host: a console that collects text, and the
// host's memory.

#include "nolibc.hpp"

#include <cstdlib>

namespace {

std::string console;

} // namespace

std::string takeConsole()
{
    std::string text;
    text.swap(console);
    return text;
}

extern "C" {

int nl_ukplat_coutk(const char *text, unsigned int length)
{
    console.append(text, length);
    return static_cast<int>(length);
}

void *nl_malloc(size_t size)
{
    return std::malloc(size);
}

void *nl_realloc(void *memory, size_t size)
{
    return std::realloc(memory, size);
}

void nl_free(void *memory)
{
    std::free(memory);
}

ssize_t nl_read(int, void *, size_t)
{
    return -1;
}

} // extern "C"
