// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/library_folder.h"

#include <QFileInfo>
#include <QStringList>

namespace kiln {

QString LibraryFolder::nameFor(const QString &file)
{
    QString folder = file.section(u'/', 0, -2);
    QStringList passed;
    QString name;
    while (!folder.isEmpty()) {
        const auto known = m_names.constFind(folder);
        if (known != m_names.cend()) {
            name = *known;
            break;
        }
        passed.append(folder);
        if (QFileInfo::exists(folder + QStringLiteral("/Makefile.uk"))) {
            name = folder.section(u'/', -1);
            break;
        }
        folder = folder.section(u'/', 0, -2);
    }
    for (const QString &each : std::as_const(passed))
        m_names.insert(each, name);
    return name;
}

} // namespace kiln
