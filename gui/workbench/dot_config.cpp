// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/dot_config.h"

#include <QFile>

namespace kiln {

namespace {

QString unquoted(QByteArrayView value)
{
    if (value.size() < 2 || value.front() != '"' || value.back() != '"')
        return QString::fromUtf8(value);
    QByteArray text;
    const QByteArrayView inner = value.sliced(1, value.size() - 2);
    for (qsizetype at = 0; at < inner.size(); ++at) {
        if (inner[at] == '\\' && at + 1 < inner.size())
            ++at;
        text.append(inner[at]);
    }
    return QString::fromUtf8(text);
}

} // namespace

QHash<QString, QString> readDotConfig(const QString &path)
{
    QHash<QString, QString> values;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return values;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        const qsizetype equals = line.indexOf('=');
        if (!line.startsWith("CONFIG_") || equals < 0)
            continue;
        values.insert(QString::fromUtf8(line.sliced(7, equals - 7)),
                      unquoted(QByteArrayView(line).sliced(equals + 1)));
    }
    return values;
}

QString dotConfigValue(const QString &path, const QString &name)
{
    return readDotConfig(path).value(name);
}

} // namespace kiln
