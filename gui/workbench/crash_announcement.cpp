// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/crash_announcement.h"

#include <QLatin1String>

namespace kiln {

bool isCrashAnnouncement(QStringView message)
{
    static constexpr QLatin1String beginnings[] = {QLatin1String("Unhandled Trap"),
                                                   QLatin1String("Unhandled trap"),
                                                   QLatin1String("Assertion failure"),
                                                   QLatin1String("EL1 SError"),
                                                   QLatin1String("Unhandled page fault"),
                                                   QLatin1String("RIP: "),
                                                   QLatin1String("Aborted")};
    for (const QLatin1String beginning : beginnings) {
        if (message.startsWith(beginning))
            return true;
    }
    // Of the other exception vectors of arm64: "EL0 invalid SError trap caught".
    return message.startsWith(QLatin1String("EL")) &&
           message.endsWith(QLatin1String("trap caught"));
}

} // namespace kiln
