// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The kinds of links in texts of ours: to an option, to a place in a file, and to a way out.
#pragma once

#include <kconfig/model.h>

#include <QMetaType>
#include <QString>
#include <QUrl>

#include <optional>

namespace kiln {

/// A place in a source file.
struct SourcePlace
{
    QString file;
    int line = 0; ///< from 1; 0: the whole file
    int column = 0;

    friend bool operator==(const SourcePlace &, const SourcePlace &) = default;
};

/// A path as it is told to people: relative to `base` when it is below, else its last folder and
/// name.
[[nodiscard]] QString shownPath(const QString &file, const QString &base);
[[nodiscard]] QUrl optionLink(const QString &name);
[[nodiscard]] QUrl sourceLink(const SourcePlace &place);
/// Looks for the changes that give an option another value. Holds as long as the model does.
[[nodiscard]] QUrl fixLink(kconfig::SymbolId symbol);
/// The option's name, when the link is one of optionLink().
[[nodiscard]] std::optional<QString> linkedOption(const QUrl &url);
/// The place, when the link is one of sourceLink().
[[nodiscard]] std::optional<SourcePlace> linkedSource(const QUrl &url);
/// The option, when the link is one of fixLink().
[[nodiscard]] std::optional<kconfig::SymbolId> linkedFix(const QUrl &url);

} // namespace kiln

Q_DECLARE_METATYPE(kiln::SourcePlace)
