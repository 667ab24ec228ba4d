// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/makefile_variables.h"

#include <QFile>

namespace kiln {

QHash<QString, QString> makefileVariables(const QString &path, int lines)
{
    QHash<QString, QString> variables;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return variables;
    for (int number = 1; !file.atEnd() && (lines == 0 || number <= lines); ++number) {
        QString line = QString::fromUtf8(file.readLine());
        line.truncate(line.indexOf(u'#') >= 0 ? line.indexOf(u'#') : line.size());
        const qsizetype equals = line.indexOf(u'=');
        if (equals <= 0)
            continue;
        QString name = line.left(equals).trimmed();
        while (name.endsWith(u':') || name.endsWith(u'?'))
            name.chop(1);
        variables.insert(name.trimmed(), line.mid(equals + 1).trimmed());
    }
    return variables;
}

} // namespace kiln
