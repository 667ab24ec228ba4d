// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Findings for people, for programs, and for CI systems.
#pragma once

#include "kconfig/lint.h"

#include <string>

namespace kconf {

struct LintOutput
{
    const kconfig::LintReport &report; ///< only what is to be shown
    const kconfig::SourceMap &sources;
    std::size_t hidden = 0; ///< findings below the severity asked for
    std::string root;       ///< the folder that relative paths start from, absolute
    bool complete = true;   ///< the tree had no errors
};

/// As a compiler prints them, with a count at the end.
void writeText(const LintOutput &output);
/// {findings: […], leftOut: […], suppressed, hidden}.
void writeJson(const LintOutput &output);
/// A log of the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0).
void writeSarif(const LintOutput &output);

/// "note", "warning" or "error", which are SARIF's names, too.
[[nodiscard]] const char *severityName(kconfig::Severity severity);

} // namespace kconf
