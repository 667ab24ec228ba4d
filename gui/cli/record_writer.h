// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Records of a guest's output that pass filters, written as they are or as JSON.
#pragma once

#include "cli/console.h"
#include "workbench/log_parser.h"
#include "workbench/log_pattern.h"

#include <QByteArray>
#include <QStringList>

#include <array>
#include <vector>

namespace kiln::cli {

/// A record passes when its level is on, its library is one of those named, every pattern matches,
/// and none of those excluded. The functions that read options report what is wrong with them and
/// return false then.
struct RecordFilter
{
    std::array<bool, logLevelCount> levels{true, true, true, true, true, true};
    QStringList libraries;            ///< empty: all
    std::vector<LogMatcher> patterns; ///< all must match
    std::vector<LogMatcher> excluded; ///< none may

    /// `warning`: that and worse; `info,error`: just these.
    bool setLevels(const QString &text, Console &console);
    /// A regular expression.
    bool addPattern(const QString &text, Console &console);
    bool addExcluded(const QString &text, Console &console);
    /// `level=LEVELS`, `library=NAME`, `exclude=REGEX`, or a regular expression.
    bool add(const QString &text, Console &console);
    /// Not const: patterns keep room to match in.
    [[nodiscard]] bool passes(const LogPiece &piece);

private:
    std::vector<std::uint32_t> m_matched;
};

/// Writes the records that pass, in blocks; of JSON one object a line.
class RecordWriter
{
public:
    /// Both must outlive it.
    RecordWriter(RecordFilter &filter, bool json, Console &console);

    void take(const LogPiece &piece);
    /// Call when no more comes for a while.
    void flush();
    /// False when nobody reads the output any more.
    [[nodiscard]] bool isRead() const { return m_isRead; }

private:
    RecordFilter &m_filter;
    bool m_json;
    Console &m_console;
    QByteArray m_out;
    bool m_isRead = true;
};

} // namespace kiln::cli
