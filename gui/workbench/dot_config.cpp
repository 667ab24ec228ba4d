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

QHash<QString, QString> readDotConfig(const QString &path, const QStringList &names)
{
    QHash<QString, QString> values;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return values;
    const QByteArray text = file.readAll();
    // A large file says thousands of things of which a few are asked for: each of these is looked
    // for from the end, where the line stands that counts.
    for (const QString &name : names) {
        const QByteArray key = "CONFIG_" + name.toUtf8() + '=';
        for (qsizetype at = text.lastIndexOf(key); at >= 0;
             at = at == 0 ? -1 : text.lastIndexOf(key, at - 1)) {
            const qsizetype start = at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
            if (!QByteArrayView(text).sliced(start, at - start).trimmed().isEmpty())
                continue; // within another line
            const qsizetype from = at + key.size();
            const qsizetype end = text.indexOf('\n', from);
            values.insert(name, unquoted(QByteArrayView(text)
                                             .sliced(from, (end < 0 ? text.size() : end) - from)
                                             .trimmed()));
            break;
        }
    }
    return values;
}

QString dotConfigValue(const QString &path, const QString &name)
{
    return readDotConfig(path, {name}).value(name);
}

QVector<DotConfigLine> dotConfigLines(const QByteArray &text)
{
    constexpr QByteArrayView set = "CONFIG_";
    constexpr QByteArrayView unset = "# CONFIG_";
    constexpr QByteArrayView notSet = " is not set";
    QVector<DotConfigLine> lines;
    QHash<QString, qsizetype> known;
    int number = 0;
    for (const QByteArray &raw : text.split('\n')) {
        ++number;
        const QByteArrayView line = QByteArrayView(raw).trimmed();
        DotConfigLine found;
        found.number = number;
        if (line.startsWith(unset) && line.endsWith(notSet)) {
            found.name = QString::fromUtf8(line.chopped(notSet.size()).sliced(unset.size()));
            found.value = QStringLiteral("n");
        } else if (const qsizetype equals = line.indexOf('='); line.startsWith(set) && equals > 0) {
            found.name = QString::fromUtf8(line.sliced(set.size(), equals - set.size()));
            found.value = unquoted(line.sliced(equals + 1));
        } else {
            continue;
        }
        if (const auto earlier = known.constFind(found.name); earlier != known.constEnd()) {
            lines[*earlier] = found;
        } else {
            known.insert(found.name, lines.size());
            lines.append(found);
        }
    }
    return lines;
}

} // namespace kiln
