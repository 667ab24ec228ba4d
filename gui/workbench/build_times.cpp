// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/build_times.h"

#include <QDateTime>
#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace kiln {

namespace {

// File dates are as coarse as the kernel's clock tick.
constexpr double tick = 0.01;

/// Where make puts what a step makes.
QString pathOf(const BuildStep &step, const QString &buildDirectory)
{
    if (step.file.startsWith(u'/'))
        return step.file;
    return step.library.isEmpty() ? buildDirectory + u'/' + step.file
                                  : buildDirectory + u'/' + step.library + u'/' + step.file;
}

/// `libfoo.ld.o` and `libfoo.o` are steps of libfoo, though the line names no library.
QString libraryOf(const QString &file)
{
    static const QRegularExpression linked(QStringLiteral("^([A-Za-z]\\w*?)(?:\\.ld)?\\.o$"));
    const QRegularExpressionMatch match = linked.match(file);
    return match.hasMatch() ? match.captured(1) : QString();
}

/// Ends steps so that each finds a free job when it begins. They are in the order of their starts.
void limitParallel(QVector<BuildStep> &steps, int jobs)
{
    QVector<BuildStep *> running;
    for (BuildStep &step : steps) {
        const auto isOver = [&step](const BuildStep *other) { return other->end <= step.start; };
        running.erase(std::remove_if(running.begin(), running.end(), isOver), running.end());
        if (running.size() == jobs) {
            const auto next = std::min_element(
                running.begin(), running.end(),
                [](const BuildStep *a, const BuildStep *b) { return a->end < b->end; });
            (*next)->end = step.start;
            running.erase(next);
        }
        running.append(&step);
    }
}

} // namespace

std::optional<BuildStep> buildStep(const QString &line, double start)
{
    static const QRegularExpression pattern(
        QStringLiteral("^  ([A-Z][A-Z0-9_+]{0,9}) +(?:([^\\s:]+): )?(\\S.*)$"));
    const QRegularExpressionMatch match = pattern.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    BuildStep step;
    step.tool = match.captured(1);
    step.library = match.captured(2);
    step.file = match.captured(3).trimmed();
    step.start = start;
    step.end = start;
    return step;
}

void measureSteps(QVector<BuildStep> &steps, const QString &buildDirectory, qint64 startedAt,
                  double seconds, int jobs)
{
    for (qsizetype i = 0; i < steps.size(); ++i) {
        BuildStep &step = steps[i];
        const QFileInfo made(pathOf(step, buildDirectory));
        const double written =
            made.isFile() ? double(made.lastModified().toMSecsSinceEpoch() - startedAt) / 1000.0
                          : -1.0;
        const double next = i + 1 < steps.size() ? steps[i + 1].start : seconds;
        step.end = written + tick >= step.start && written <= seconds + tick
                       ? std::clamp(written, step.start, std::max(step.start, seconds))
                       : std::max(step.start, next);
        if (step.library.isEmpty())
            step.library = libraryOf(step.file);
    }
    if (jobs > 0)
        limitParallel(steps, jobs);
}

QVector<LibraryBuildTime> libraryBuildTimes(const QVector<BuildStep> &steps, double seconds)
{
    QMap<QString, LibraryBuildTime> libraries;
    // Moments at which something begins or ends, and what.
    QMap<double, QVector<std::pair<qsizetype, bool>>> moments;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        LibraryBuildTime &time = libraries[steps[i].library];
        time.library = steps[i].library;
        ++time.steps;
        time.work += steps[i].end - steps[i].start;
        moments[steps[i].start].append({i, true});
        moments[steps[i].end].append({i, false});
    }
    moments[seconds];
    QSet<qsizetype> running;
    double before = 0;
    for (auto it = moments.cbegin(); it != moments.cend(); ++it) {
        const double now = std::clamp(it.key(), before, std::max(before, seconds));
        if (running.isEmpty())
            libraries[QString()].share += now - before;
        for (const qsizetype step : std::as_const(running))
            libraries[steps[step].library].share += (now - before) / double(running.size());
        before = now;
        for (const auto &[step, begins] : it.value()) {
            if (begins && steps[step].end > steps[step].start)
                running.insert(step);
            else if (!begins)
                running.remove(step);
        }
    }
    QVector<LibraryBuildTime> list = libraries.values().toVector();
    std::stable_sort(
        list.begin(), list.end(),
        [](const LibraryBuildTime &a, const LibraryBuildTime &b) { return a.share > b.share; });
    return list;
}

} // namespace kiln
