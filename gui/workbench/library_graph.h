// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which library of an image needs which, and why one is in it.
#pragma once

#include "workbench/problem.h"
#include "workbench/size_report.h"

#include <kconfig/configuration.h>

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace kiln {

/// One library uses another, or switches it on.
struct LibraryLink
{
    int from = 0; ///< index in LibraryGraph::libraries
    int to = 0;
    QStringList symbols; ///< of `to` that `from` calls or reads; empty for links by options alone
    QStringList options; ///< of `from` that select or imply that of `to`

    friend bool operator==(const LibraryLink &, const LibraryLink &) = default;
};

struct GraphLibrary
{
    QString name;    ///< `libukboot`, `apphelloworld`
    qint64 size = 0; ///< bytes in the image file
    qint64 memory = 0;
    QString option;      ///< without CONFIG_; empty when the configuration has none of that name
    QString because;     ///< why the option is as it is, a sentence; empty: not known
    bool isRoot = false; ///< the application, or the platform that starts it

    friend bool operator==(const GraphLibrary &, const GraphLibrary &) = default;
};

struct LibraryGraph
{
    QVector<GraphLibrary> libraries; ///< by name
    QVector<LibraryLink> links;

    /// The index of a library; -1: it is not in the image.
    [[nodiscard]] int indexOf(const QString &name) const;
    /// Links from the application, or else from the platform, to the library, as few as there are;
    /// by symbols if they can be. Empty for roots and when nothing leads there.
    [[nodiscard]] QVector<LibraryLink> path(int library) const;
    /// Whether nobody uses a symbol of it; such a library is in only because an option says so, or
    /// because it registers itself.
    [[nodiscard]] bool isUnreferenced(int library) const;
    /// Why the library is in the image, in sentences.
    [[nodiscard]] QStringList reasons(int library) const;
    /// In graphviz' language.
    [[nodiscard]] QByteArray toDot() const;
};

/// Reads who uses whose symbols from the linked libraries (`LIB.o`) in the build folder; libraries
/// without a byte in the image are left out. With a configuration links by options are added, and
/// why an option is on. Any thread.
[[nodiscard]] Result<LibraryGraph>
readLibraryGraph(const SizeReport &report, const QString &buildDirectory,
                 const kconfig::Configuration *configuration = nullptr);

} // namespace kiln

Q_DECLARE_METATYPE(kiln::LibraryGraph)
