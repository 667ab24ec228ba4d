// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/project_state.h"

#include <QCryptographicHash>
#include <QStandardPaths>

namespace kiln {

QString projectStateDirectory(const QString &directory)
{
    const QByteArray key =
        QCryptographicHash::hash(directory.toUtf8(), QCryptographicHash::Sha256).toHex().first(24);
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/kiln/projects/") + QString::fromLatin1(key);
}

} // namespace kiln
