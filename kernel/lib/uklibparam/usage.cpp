// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "parameters.hpp"

#include <uk/print.h>

namespace uk::libparam {

const char *nameOf(uk_libparam_param_type type)
{
    static constexpr const char *names[] = {"?",   "bool", "s8",  "u8",  "s16",     "u16",
                                            "s32", "u32",  "s64", "u64", "address", "text"};
    const auto index = static_cast<__sz>(type);
    return index < sizeof(names) / sizeof(names[0]) ? names[index] : names[0];
}

void showUsage()
{
    // The user asked: whatever the log level is.
    uk_printk(KLVL_CRIT, "[PREFIX.NAME=VALUE]... -- [ARGUMENT OF THE PROGRAM]...\n");
    for (const uk_libparam_param &each : Parameters()) {
        uk_printk(KLVL_CRIT, "  %s.%s", shownPrefix(each), each.name);
        if (each.count > 1)
            uk_printk(KLVL_CRIT, " [up to %zu]", each.count);
        uk_printk(KLVL_CRIT, " (%s)%s%s\n", nameOf(each.type), each.desc ? ": " : "",
                  each.desc ? each.desc : "");
    }
}

} // namespace uk::libparam
