// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The header of a kernel message in the formats of ukdebug, old and new. Works on bytes and without
// Qt, as it is read a million times a second.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kiln {

/// Ascending in weight. `plain` is output without a header.
enum class LogLevel : std::uint8_t
{
    plain,
    debug,
    info,
    warning,
    error,
    critical
};
inline constexpr int logLevelCount = 6;

/// The header of one record, as views into its bytes.
struct LogHeader
{
    LogLevel level = LogLevel::plain;
    std::optional<std::int64_t> timeMicroseconds; ///< guest clock
    std::string_view thread, caller, library, file;
    int line = 0;
    std::size_t messageStart = 0; ///< index of the first byte after the header
};

/// Reads the header at the start of a record: `[time] HDR <thread> {caller} [library] <file @ line>
/// `, any part of which may be missing and each of which may be coloured. Never fails: without one
/// the level is plain.
[[nodiscard]] LogHeader parseLogHeader(std::string_view record);

/// The same without the source, which stays in front of messageStart's byte: all an index asks for.
[[nodiscard]] LogHeader parseLogFront(std::string_view record);

} // namespace kiln
