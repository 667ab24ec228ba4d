// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/boot_history.h"

#include "workbench/project_state.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace kiln {

namespace {

const QLatin1String startKey("start"), endKey("end"), phaseKey("phase"), textKey("text"),
    libraryKey("library"), spansKey("spans"), slowestKey("slowest"), bootKey("boot"),
    mainKey("reached_main");

std::optional<BootPhase> phaseOf(const QJsonObject &from)
{
    const QString key = from.value(phaseKey).toString();
    for (int phase = 0; phase < bootPhaseCount; ++phase) {
        if (bootPhaseKey(BootPhase(phase)) == key)
            return BootPhase(phase);
    }
    return std::nullopt;
}

template <typename Timed>
bool readTimes(const QJsonObject &from, Timed &to)
{
    const auto phase = phaseOf(from);
    to.start = qint64(from.value(startKey).toDouble(-1));
    to.end = qint64(from.value(endKey).toDouble(-1));
    if (!phase || to.start < 0 || to.end < to.start)
        return false;
    to.phase = *phase;
    return true;
}

template <typename Timed>
QJsonObject writeTimes(const Timed &from)
{
    return {{phaseKey, bootPhaseKey(from.phase)}, {startKey, from.start}, {endKey, from.end}};
}

} // namespace

QString bootHistoryFile(const QString &directory, const QString &image)
{
    const QByteArray hash =
        QCryptographicHash::hash(image.toUtf8(), QCryptographicHash::Sha1).toHex().left(12);
    return projectStateDirectory(directory) +
           QStringLiteral("/boot-%1.json").arg(QLatin1String(hash));
}

Result<void> saveBoot(const QString &path, const BootSummary &boot)
{
    QJsonArray spans, slowest;
    for (const BootSpan &span : boot.spans)
        spans.append(writeTimes(span));
    for (const BootStep &step : boot.slowest) {
        QJsonObject object = writeTimes(step);
        object.insert(textKey, step.text);
        object.insert(libraryKey, step.library);
        slowest.append(object);
    }
    const QJsonObject all{{bootKey, boot.bootTime},
                          {mainKey, boot.reachedMain},
                          {spansKey, spans},
                          {slowestKey, slowest}};
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(all).toJson(QJsonDocument::Compact);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return tl::unexpected(
            Problem{QStringLiteral("The boot's times could not be kept: ") + file.errorString(),
                    path, QStringLiteral("The next boot has nothing to be compared with.")});
    return {};
}

BootSummary loadBoot(const QString &path)
{
    // A handful of phases and steps take a few kilobytes.
    constexpr qint64 most = 1 << 18;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject all = QJsonDocument::fromJson(file.read(most)).object();
    BootSummary boot;
    boot.bootTime = qint64(all.value(bootKey).toDouble());
    boot.reachedMain = all.value(mainKey).toBool();
    for (const QJsonValue &value : all.value(spansKey).toArray()) {
        BootSpan span;
        if (readTimes(value.toObject(), span))
            boot.spans.append(span);
    }
    for (const QJsonValue &value : all.value(slowestKey).toArray()) {
        BootStep step;
        const QJsonObject object = value.toObject();
        if (!readTimes(object, step))
            continue;
        step.text = object.value(textKey).toString();
        step.library = object.value(libraryKey).toString();
        boot.slowest.append(step);
    }
    return boot;
}

} // namespace kiln
