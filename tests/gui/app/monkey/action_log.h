// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was done last, told when the program fails or dies.
#pragma once

#include <QString>

namespace kiln::test {

/// The last fifty actions. From the first note on, a fatal signal prints them before the program
/// ends as it would have. GUI thread.
class ActionLog
{
public:
    /// What to repeat the run with; printed above the actions.
    static void setTitle(const QString &title);
    static void note(const QString &action);
    /// Prints title and actions to standard error, oldest first.
    static void print();
};

} // namespace kiln::test
