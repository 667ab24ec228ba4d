// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/log_filter_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace kiln {

namespace {

constexpr int formatVersion = 1;
constexpr qint64 mostBytes = 1 << 20;

QString versionKey()
{
    return QStringLiteral("version");
}

} // namespace

QString logFilterPath(const QString &directory)
{
    return directory + QStringLiteral("/.kiln/log-filter.json");
}

Result<std::optional<LogFilter>> readLogFilter(const QString &path)
{
    const auto refused = [&path](const QString &why, const QString &remedy) {
        return tl::unexpected(
            Problem{QStringLiteral("The saved filters can't be used: ") + why, path, remedy});
    };
    if (!QFileInfo(path).isFile())
        return std::nullopt;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(file.errorString(), QStringLiteral("Allow that it is read, or remove it."));
    if (file.size() > mostBytes)
        return refused(QStringLiteral("the file is too large"), QStringLiteral("Remove it."));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return refused(
            error.error == QJsonParseError::NoError
                ? QStringLiteral("the file holds no JSON object")
                : QStringLiteral("%1 at byte %2").arg(error.errorString()).arg(error.offset),
            QStringLiteral("Correct the file, or remove it."));
    const int version = document.object()[versionKey()].toInt();
    if (version != formatVersion)
        return refused(
            QStringLiteral("version %1 of the format is not known").arg(version),
            QStringLiteral("A newer Kiln may have written it; use that one, or remove the file."));
    return LogFilter::fromJson(document.object());
}

Result<void> writeLogFilter(const QString &path, const LogFilter &filter)
{
    const auto refused = [&path](const QString &why) {
        return tl::unexpected(
            Problem{QStringLiteral("The filters can't be saved: ") + why, path,
                    QStringLiteral("Check that the folder of the project can be written to.")});
    };
    const QString folder = QFileInfo(path).absolutePath();
    if (QFileInfo(path).isSymLink() || QFileInfo(folder).isSymLink())
        return refused(QStringLiteral("the file or its folder is a symbolic link"));
    if (const auto there = readLogFilter(path); !there)
        return tl::unexpected(there.error());
    if (filter == LogFilter()) {
        if (QFileInfo::exists(path) && !QFile::remove(path))
            return refused(QStringLiteral("the file can't be removed"));
        QDir().rmdir(folder); // if nothing else is in it
        return {};
    }
    if (!QDir().mkpath(folder))
        return refused(QStringLiteral("the folder can't be made"));
    QJsonObject json = filter.toJson();
    json[versionKey()] = formatVersion;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return refused(file.errorString());
    file.write(QJsonDocument(json).toJson());
    if (!file.commit())
        return refused(file.errorString());
    return {};
}

} // namespace kiln
