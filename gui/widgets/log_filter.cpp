// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/log_filter.h"

#include <QJsonArray>

#include <algorithm>

namespace kiln {

bool LogFilter::takesAllLevels() const
{
    return std::all_of(levels.begin(), levels.end(), [](bool on) { return on; });
}

bool LogFilter::showsLibrary(const QString &name) const
{
    return libraries.contains(name) == onlyLibraries;
}

void LogFilter::setLibraryShown(const QString &name, bool shown)
{
    if (showsLibrary(name) == shown)
        return;
    if (shown == onlyLibraries)
        libraries.append(name);
    else
        libraries.removeAll(name);
}

QJsonObject LogFilter::toJson() const
{
    QJsonObject json;
    QJsonArray hidden;
    for (int level = 0; level < logLevelCount; ++level) {
        if (!levels[std::size_t(level)])
            hidden.append(logLevelName(LogLevel(level)));
    }
    json[QStringLiteral("hiddenLevels")] = hidden;
    json[QStringLiteral("libraries")] = QJsonArray::fromStringList(libraries);
    json[QStringLiteral("onlyLibraries")] = onlyLibraries;
    QJsonArray list;
    for (const LogRule &rule : rules)
        list.append(QJsonObject{{QStringLiteral("text"), rule.text},
                                {QStringLiteral("regex"), rule.options.isRegex},
                                {QStringLiteral("case"), rule.options.isCaseSensitive},
                                {QStringLiteral("excludes"), rule.excludes},
                                {QStringLiteral("enabled"), rule.isEnabled},
                                {QStringLiteral("highlight"), rule.highlight}});
    json[QStringLiteral("rules")] = list;
    return json;
}

LogFilter LogFilter::fromJson(const QJsonObject &json)
{
    LogFilter filter;
    const QJsonArray hidden = json[QStringLiteral("hiddenLevels")].toArray();
    for (int level = 0; level < logLevelCount; ++level)
        filter.levels[std::size_t(level)] = !hidden.contains(logLevelName(LogLevel(level)));
    for (const QJsonValue &name : json[QStringLiteral("libraries")].toArray())
        filter.libraries.append(name.toString());
    filter.onlyLibraries = json[QStringLiteral("onlyLibraries")].toBool();
    for (const QJsonValue &value : json[QStringLiteral("rules")].toArray()) {
        const QJsonObject rule = value.toObject();
        if (const QString text = rule[QStringLiteral("text")].toString(); !text.isEmpty())
            filter.rules.append(
                {text,
                 {rule[QStringLiteral("regex")].toBool(), rule[QStringLiteral("case")].toBool()},
                 rule[QStringLiteral("excludes")].toBool(),
                 rule[QStringLiteral("enabled")].toBool(true),
                 std::max(rule[QStringLiteral("highlight")].toInt(LogRule::noHighlight),
                          LogRule::noHighlight)});
    }
    return filter;
}

} // namespace kiln
