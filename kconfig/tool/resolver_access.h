// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The solver as the sub-commands use it.
#pragma once

#include "command.h"

#include "kconfig/resolve.h"

#include <memory>
#include <optional>

namespace kconf {

/// Whether this kconf was built with a solver.
[[nodiscard]] bool hasResolver();
/// One for the model; null in a kconf without a solver.
[[nodiscard]] std::unique_ptr<kconfig::Resolver>
resolverFor(const std::shared_ptr<const kconfig::Model> &model);
/// Says that `what` needs a solver, and how to get one; returns statusTrouble.
int complainAboutSolver(const char *what);

/// The time that --timeout= gives, counted from now; nothing without one. The error is a sentence.
[[nodiscard]] kconfig::Expected<std::optional<std::chrono::steady_clock::time_point>, std::string>
deadlineOf(const CommandLine &line, std::optional<int> defaultSeconds);

/// Says on a terminal's standard error what is being done; gone when it ends.
class BusyLine
{
public:
    explicit BusyLine(const std::string &what);
    BusyLine(const BusyLine &) = delete;
    BusyLine &operator=(const BusyLine &) = delete;
    ~BusyLine();

private:
    bool m_isShown;
};

} // namespace kconf
