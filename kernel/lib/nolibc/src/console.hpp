// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/config.h>
#include <uk/plat/console.h>
#ifdef CONFIG_LIBUKCONSOLE
#include <uk/console.h>
#endif

/** Standard output and input: all consoles where ukconsole knows them, else the platform's. */
namespace nolibc {

inline int writeConsole(const char *data, unsigned int size)
{
#ifdef CONFIG_LIBUKCONSOLE
    uk_console_out(data, size);
    return static_cast<int>(size);
#else
    return ukplat_coutk(data, size);
#endif
}

/** Without waiting; negative when no more can come. */
inline int readConsole(char *to, unsigned int size)
{
#ifdef CONFIG_LIBUKCONSOLE
    return static_cast<int>(uk_console_in(to, size));
#else
    return ukplat_cink(to, size);
#endif
}

} // namespace nolibc
