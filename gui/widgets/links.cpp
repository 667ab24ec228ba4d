// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/links.h"

#include <QUrlQuery>

namespace kiln {

namespace {

constexpr int shownFolders = 2; ///< parts of a path that is elsewhere, the file's name included

} // namespace

QString shownPath(const QString &file, const QString &base)
{
    if (!base.isEmpty() && file.startsWith(base + QLatin1Char('/')))
        return file.mid(base.size() + 1);
    return file.count(u'/') > shownFolders
               ? QStringLiteral("…/") + file.section(u'/', -shownFolders)
               : file;
}

QUrl optionLink(const QString &name)
{
    QUrl url;
    url.setScheme(QStringLiteral("kiln-option"));
    url.setPath(name);
    return url;
}

QUrl sourceLink(const SourcePlace &place)
{
    QUrl url;
    url.setScheme(QStringLiteral("kiln-source"));
    url.setPath(place.file);
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("line"), QString::number(place.line));
    query.addQueryItem(QStringLiteral("column"), QString::number(place.column));
    url.setQuery(query);
    return url;
}

QUrl fixLink(kconfig::SymbolId symbol)
{
    QUrl url;
    url.setScheme(QStringLiteral("kiln-fix"));
    url.setPath(QString::number(symbol.index));
    return url;
}

std::optional<QString> linkedOption(const QUrl &url)
{
    if (url.scheme() != QLatin1String("kiln-option"))
        return std::nullopt;
    return url.path();
}

std::optional<SourcePlace> linkedSource(const QUrl &url)
{
    if (url.scheme() != QLatin1String("kiln-source"))
        return std::nullopt;
    const QUrlQuery query(url);
    return SourcePlace{url.path(), query.queryItemValue(QStringLiteral("line")).toInt(),
                       query.queryItemValue(QStringLiteral("column")).toInt()};
}

std::optional<kconfig::SymbolId> linkedFix(const QUrl &url)
{
    bool isNumber = false;
    const std::uint32_t index = url.path().toUInt(&isNumber);
    if (url.scheme() != QLatin1String("kiln-fix") || !isNumber)
        return std::nullopt;
    return kconfig::SymbolId{index};
}

} // namespace kiln
