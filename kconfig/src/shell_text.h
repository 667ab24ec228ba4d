// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What the text of a command tells without running it.
#pragma once

#include "kconfig/dialect.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kconfig {

/// Names of the variables in `$NAME` and `${NAME…}`, sorted, each once; quotes are not looked at.
[[nodiscard]] std::vector<std::string> variablesNamed(std::string_view text);

/// `NAME=VALUE`, or `NAME` for a variable that is not set, of every variable that the text names.
[[nodiscard]] std::vector<std::string>
environmentNamed(std::string_view text, const std::map<std::string, std::string> &environment);

/// What `$(shell,…)` makes of a command's output: at most what fits into conf's buffer, up to the
/// first NUL, without newlines at its end, the others blanks.
[[nodiscard]] std::string shellText(std::string output, Dialect dialect);

/// Replaces folders by others in texts: only whole paths, `/a` in `/a/b` but not in `/ab`; where
/// several begin alike, the longest.
class Relocation
{
public:
    Relocation() = default;
    /// From, to.
    explicit Relocation(std::vector<std::pair<std::string, std::string>> folders);

    [[nodiscard]] std::string apply(std::string_view text) const;
    [[nodiscard]] bool isEmpty() const { return m_folders.empty(); }

private:
    std::vector<std::pair<std::string, std::string>> m_folders; ///< longest first
};

/// Adds FNV-1a of `bytes` to a hash, which starts as fnvBasis.
inline constexpr unsigned long long fnvBasis = 0xcbf29ce484222325ULL;
[[nodiscard]] inline unsigned long long fnv(std::string_view bytes,
                                            unsigned long long hash = fnvBasis)
{
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return hash;
}

} // namespace kconfig
