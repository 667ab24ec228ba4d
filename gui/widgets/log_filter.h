// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a log view shows: levels, libraries, and any number of texts and expressions.
#pragma once

#include "workbench/log_pattern.h"
#include "workbench/log_store.h"

#include <QJsonObject>
#include <QStringList>
#include <QVector>

#include <array>

namespace kiln {

/// One of the filters that stack: rows must match it, or must not. Or one that hides nothing and
/// gives the rows it matches a colour.
struct LogRule
{
    static constexpr int noHighlight = -1;

    QString text;
    LogPattern::Options options;
    bool excludes = false;
    bool isEnabled = true;
    int highlight = noHighlight; ///< number of a highlightColor()

    [[nodiscard]] bool isHighlight() const { return highlight != noHighlight; }

    friend bool operator==(const LogRule &, const LogRule &) = default;
};

/// A row is shown when its level is on, its library passes, and each enabled rule agrees.
struct LogFilter
{
    std::array<bool, logLevelCount> levels{true, true, true, true, true, true};
    /// Libraries that are hidden or, with `onlyLibraries`, those that are shown; an empty name
    /// stands for rows without a library.
    QStringList libraries;
    bool onlyLibraries = false;
    QVector<LogRule> rules;

    /// Whether all levels and libraries pass, whatever the rules say.
    [[nodiscard]] bool takesAllLevels() const;
    [[nodiscard]] bool showsLibrary(const QString &name) const;
    void setLibraryShown(const QString &name, bool shown);

    [[nodiscard]] QJsonObject toJson() const;
    /// What is missing or of another shape stays as in a new filter.
    [[nodiscard]] static LogFilter fromJson(const QJsonObject &json);

    friend bool operator==(const LogFilter &, const LogFilter &) = default;
};

} // namespace kiln
