// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Repositories that are known by name.
#pragma once

#include "workbench/problem.h"

#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace kiln {

struct CatalogueEntry
{
    QString name;
    QString kind; ///< "kernel", "library" or "application"
    QString what; ///< one sentence
    QString repository;
    QMap<QString, QString> versions; ///< release of the kernel tree ("0.17") to branch or tag

    /// The branch or tag that goes with a kernel tree of this version ("0.17.0"); empty: unknown.
    [[nodiscard]] QString versionFor(const QString &treeVersion) const;
};

/// The catalogue that comes with Kiln, or another file of its form. Any thread.
[[nodiscard]] Result<QList<CatalogueEntry>> readCatalogue(const QString &file = {});

/// The entry of this name and, unless empty, kind.
[[nodiscard]] std::optional<CatalogueEntry> findInCatalogue(const QString &name,
                                                            const QString &kind = {});

} // namespace kiln
