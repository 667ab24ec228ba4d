// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/open_file.h"

#include <QVariantMap>

#include <algorithm>

namespace kiln {

namespace {

constexpr QLatin1String pathKey("path");
constexpr QLatin1String lineKey("line");
constexpr QLatin1String columnKey("column");
constexpr QLatin1String topKey("top");
constexpr QLatin1String currentKey("current");

} // namespace

QVariant toVariant(const QList<OpenFile> &files)
{
    QVariantList list;
    for (const OpenFile &file : files)
        list.append(QVariantMap{{pathKey, file.path},
                                {lineKey, file.line},
                                {columnKey, file.column},
                                {topKey, file.top},
                                {currentKey, file.isCurrent}});
    return list;
}

QList<OpenFile> openFiles(const QVariant &stored)
{
    QList<OpenFile> files;
    for (const QVariant &each : stored.toList()) {
        const QVariantMap facts = each.toMap();
        const auto number = [&facts](QLatin1String key) {
            return std::max(1, facts.value(key).toInt());
        };
        const QString path = facts.value(pathKey).toString();
        if (!path.isEmpty())
            files.append({path, number(lineKey), number(columnKey), number(topKey),
                          facts.value(currentKey).toBool()});
    }
    return files;
}

} // namespace kiln
