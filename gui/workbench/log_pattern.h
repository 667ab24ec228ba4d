// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Text or a regular expression, looked for in the lines of a log.
#pragma once

#include "workbench/problem.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kiln {

/// A compiled pattern; copies share it, and any thread may use it, each through its own LogMatcher.
/// Regular expressions are Perl's (PCRE2). A record matches when its line does, as it was printed:
/// header included, colours and line end left out. Invalid UTF-8 is no error; it matches nothing.
class LogPattern
{
public:
    struct Options
    {
        bool isRegex = false;
        bool isCaseSensitive = false;
        friend bool operator==(const Options &, const Options &) = default;
    };

    /// On failure, `where` names the column the expression is wrong at.
    [[nodiscard]] static Result<LogPattern> compile(const QString &text, Options options);

private:
    friend class LogMatcher;
    LogPattern() = default;

    std::shared_ptr<void> m_code; ///< pcre2_code
    bool m_staysInLine = false;   ///< safe and quick over many lines at once
};

/// Where a line matches, bytes.
struct LogMatch
{
    std::size_t start = 0;
    std::size_t length = 0;
};

/// Looks for a pattern on one thread.
class LogMatcher
{
public:
    explicit LogMatcher(LogPattern pattern);

    /// The first match in a line from `from` on; the line without its end.
    [[nodiscard]] std::optional<LogMatch> match(std::string_view line, std::size_t from = 0) const;
    /// Appends to `matched` which records of `block` match; record i reaches from starts[i] to
    /// starts[i + 1], the last to the block's end. `starts` begins with 0 and ascends.
    void scan(std::string_view block, std::span<const std::uint32_t> starts,
              std::vector<std::uint32_t> &matched);

private:
    void scanTogether(std::string_view block, std::span<const std::uint32_t> starts,
                      std::vector<std::uint32_t> &matched) const;
    void scanEach(std::string_view block, std::span<const std::uint32_t> starts, std::size_t from,
                  std::vector<std::uint32_t> &matched) const;

    LogPattern m_pattern;
    std::shared_ptr<void> m_data;  ///< pcre2_match_data
    std::shared_ptr<void> m_stack; ///< pcre2_jit_stack
    std::shared_ptr<void> m_context;
    std::string m_plain; ///< a block without colours
    std::vector<std::uint32_t> m_plainStarts;
};

} // namespace kiln
