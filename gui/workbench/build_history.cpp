// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/build_history.h"

#include "workbench/project_state.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QThread>
#include <QUuid>

namespace kiln {

namespace {

constexpr int lockMilliseconds = 3000;
constexpr qint64 longestLine = 1 << 20;

QString outcomeName(BuildRecord::Outcome outcome)
{
    switch (outcome) {
    case BuildRecord::Outcome::built:
        break;
    case BuildRecord::Outcome::failed:
        return QStringLiteral("failed");
    case BuildRecord::Outcome::cancelled:
        return QStringLiteral("cancelled");
    }
    return QStringLiteral("built");
}

std::optional<BuildRecord::Outcome> outcomeFromName(const QString &name)
{
    for (const auto outcome : {BuildRecord::Outcome::built, BuildRecord::Outcome::failed,
                               BuildRecord::Outcome::cancelled}) {
        if (outcomeName(outcome) == name)
            return outcome;
    }
    return std::nullopt;
}

QByteArray toLine(const BuildRecord &record)
{
    QJsonArray times;
    for (const LibraryBuildTime &time : record.times)
        times.append(QJsonArray{time.library, time.steps, time.work, time.share});
    const QJsonObject object{{QStringLiteral("id"), record.id},
                             {QStringLiteral("time"), record.time.toString(Qt::ISODateWithMs)},
                             {QStringLiteral("outcome"), outcomeName(record.outcome)},
                             {QStringLiteral("seconds"), record.seconds},
                             {QStringLiteral("steps"), record.steps},
                             {QStringLiteral("warnings"), record.warnings},
                             {QStringLiteral("errors"), record.errors},
                             {QStringLiteral("jobs"), record.jobs},
                             {QStringLiteral("compiler"), record.compiler},
                             {QStringLiteral("launcher"), record.launcher},
                             {QStringLiteral("image"), record.image},
                             {QStringLiteral("imageSize"), record.imageSize},
                             {QStringLiteral("hasSizes"), record.hasSizes},
                             {QStringLiteral("times"), times}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<BuildRecord> fromLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    BuildRecord record;
    record.id = object.value(QLatin1String("id")).toString();
    // It becomes part of a file's name.
    static const QRegularExpression plain(QStringLiteral("^[0-9a-f]{32}$"));
    const auto outcome = outcomeFromName(object.value(QLatin1String("outcome")).toString());
    if (!plain.match(record.id).hasMatch() || !outcome)
        return std::nullopt;
    record.time =
        QDateTime::fromString(object.value(QLatin1String("time")).toString(), Qt::ISODateWithMs);
    record.outcome = *outcome;
    record.seconds = object.value(QLatin1String("seconds")).toDouble();
    record.steps = object.value(QLatin1String("steps")).toInt();
    record.warnings = object.value(QLatin1String("warnings")).toInt();
    record.errors = object.value(QLatin1String("errors")).toInt();
    record.jobs = object.value(QLatin1String("jobs")).toInt();
    record.compiler = object.value(QLatin1String("compiler")).toString();
    record.launcher = object.value(QLatin1String("launcher")).toString();
    record.image = object.value(QLatin1String("image")).toString();
    record.imageSize = object.value(QLatin1String("imageSize")).toInteger();
    record.hasSizes = object.value(QLatin1String("hasSizes")).toBool();
    for (const QJsonValue &each : object.value(QLatin1String("times")).toArray()) {
        const QJsonArray fields = each.toArray();
        record.times.append({fields.at(0).toString(), fields.at(1).toInt(), fields.at(2).toDouble(),
                             fields.at(3).toDouble()});
    }
    return record;
}

} // namespace

BuildHistory::BuildHistory(const QString &directory)
    : m_directory(projectStateDirectory(directory))
{}

QString BuildHistory::listFile() const
{
    return m_directory + QStringLiteral("/builds.jsonl");
}

QString BuildHistory::sizesFile(const QString &id) const
{
    return m_directory + QStringLiteral("/sizes-") + id;
}

QVector<BuildRecord> BuildHistory::records() const
{
    QVector<BuildRecord> records;
    QFile file(listFile());
    if (!file.open(QIODevice::ReadOnly))
        return records;
    while (!file.atEnd()) {
        if (auto record = fromLine(file.readLine(longestLine)))
            records.append(std::move(*record));
    }
    return records;
}

Result<void> BuildHistory::add(const BuildRecord &record, const SizeReport *sizes)
{
    const Problem unwritable{QStringLiteral("The history of builds can't be written"), listFile(),
                             QStringLiteral("Check the folder's permissions and free space.")};
    if (!QDir().mkpath(m_directory))
        return tl::unexpected(unwritable);
    QLockFile lock(m_directory + QStringLiteral("/builds.lock"));
    if (!lock.tryLock(lockMilliseconds))
        return tl::unexpected(unwritable);
    BuildRecord kept = record;
    kept.hasSizes = sizes && saveSizeReport(*sizes, sizesFile(record.id));
    QVector<BuildRecord> all = records();
    all.append(kept);
    all = all.last(std::min<qsizetype>(all.size(), mostRecords));
    int withSizes = 0;
    for (auto it = all.rbegin(); it != all.rend(); ++it) {
        if (it->hasSizes && ++withSizes > mostSizes) {
            QFile::remove(sizesFile(it->id));
            it->hasSizes = false;
        }
    }
    QSaveFile file(listFile());
    if (!file.open(QIODevice::WriteOnly))
        return tl::unexpected(unwritable);
    for (const BuildRecord &each : std::as_const(all))
        file.write(toLine(each));
    if (!file.commit())
        return tl::unexpected(unwritable);
    return {};
}

Result<SizeReport> BuildHistory::sizes(const QString &id) const
{
    return loadSizeReport(sizesFile(id));
}

Result<std::optional<BuildRecord>> recordBuild(const BuildRequest &request,
                                               const BuildResult &result)
{
    if (request.target != QLatin1String("all") || result.startedAt == 0 ||
        (result.ok && result.steps == 0))
        return std::nullopt;
    BuildRecord record;
    record.id = QUuid::createUuid().toString(QUuid::Id128);
    record.time = QDateTime::fromMSecsSinceEpoch(result.startedAt);
    record.outcome = result.ok          ? BuildRecord::Outcome::built
                     : result.cancelled ? BuildRecord::Outcome::cancelled
                                        : BuildRecord::Outcome::failed;
    record.seconds = result.seconds;
    record.steps = result.steps;
    record.warnings = result.warnings;
    record.errors = result.errors;
    record.jobs = effectiveJobs(request);
    record.compiler = request.settings.compiler;
    record.launcher = compilerLauncherName(request.settings.launcher);
    QVector<BuildStep> steps = result.stepTimes;
    measureSteps(steps, request.project.buildDirectory, result.startedAt, result.seconds,
                 effectiveJobs(request));
    record.times = libraryBuildTimes(steps, result.seconds);
    std::optional<SizeReport> sizes;
    if (result.ok && !result.imagePath.isEmpty()) {
        record.image = result.imagePath;
        record.imageSize = result.imageSize;
        if (auto read = readSizeReport(result.imagePath, request.project.buildDirectory))
            sizes = std::move(*read);
        record.hasSizes = sizes.has_value();
    }
    BuildHistory history(request.project.directory);
    if (auto added = history.add(record, sizes ? &*sizes : nullptr); !added)
        return tl::unexpected(added.error());
    return record;
}

} // namespace kiln
