// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "banner.hpp"

#include <uk/config.h>
#include <uk/plat/console.h>
#include <uk/version.h>

#define VERSION_LINE "Kiln " CONFIG_UK_FULLVERSION " \"" CONFIG_UK_CODENAME "\""

namespace uk {

namespace {

#if defined CONFIG_LIBUKBOOT_BANNER_NONE
constexpr const char *banner = "";
#elif defined CONFIG_LIBUKBOOT_BANNER_MINIMAL
constexpr const char *banner = "Fired by " VERSION_LINE "\n";
#else

// A bottle kiln with its fire, beside the name.
#ifdef CONFIG_LIBUKBOOT_BANNER_POWEREDBY_ANSI
#define BRICK UK_ANSI_MOD_COLORFG(UK_ANSI_COLOR_RED)
#define FIRE UK_ANSI_MOD_BOLD UK_ANSI_MOD_COLORFG(UK_ANSI_COLOR_YELLOW)
#define PLAIN UK_ANSI_MOD_RESET
#else
#define BRICK ""
#define FIRE ""
#define PLAIN ""
#endif

constexpr const char *banner = BRICK
    "    _" PLAIN "\n" BRICK "   / \\" PLAIN "    Kiln\n" BRICK "  /   \\" PLAIN
    "   " CONFIG_UK_FULLVERSION " \"" CONFIG_UK_CODENAME "\"\n" BRICK " | " PLAIN FIRE
    "(^)" PLAIN BRICK " |" PLAIN "\n" BRICK " |_" PLAIN FIRE "\\_/" PLAIN BRICK "_|" PLAIN "\n";
#endif

constexpr unsigned int lengthOf(const char *text)
{
    unsigned int length = 0;
    while (text[length])
        ++length;
    return length;
}

} // namespace

void printBanner()
{
    ukplat_coutk(banner, lengthOf(banner));
}

} // namespace uk

extern "C" void uk_version(void)
{
    static const char line[] = VERSION_LINE "\n";
    ukplat_coutk(line, sizeof(line) - 1);
}
