// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the steps of a build took, by library.
#pragma once

#include <QMetaType>
#include <QString>
#include <QVector>

#include <optional>

namespace kiln {

/// One step line of a build: `  CC      libfoo: main.o`. Times are seconds from the build's start.
struct BuildStep
{
    QString tool;     ///< `CC`, `LD`
    QString library;  ///< empty for steps of the whole image
    QString file;     ///< as printed
    double start = 0; ///< when the line came, which is before the step runs
    double end = 0;   ///< see measureSteps()
};

/// What a library's steps took.
struct LibraryBuildTime
{
    QString library; ///< empty: the image, and make itself
    int steps = 0;
    double work = 0; ///< seconds of its steps, one after the other
    /// Seconds of the build that were spent on it: time in which several steps ran is divided among
    /// them. The shares of all add up to what the build took.
    double share = 0;

    friend bool operator==(const LibraryBuildTime &, const LibraryBuildTime &) = default;
};

/// The step a line of a build's output tells of; nothing when it tells of none.
[[nodiscard]] std::optional<BuildStep> buildStep(const QString &line, double start);

/// Finds out when steps ended: when their files were last written, `startedAt` (milliseconds since
/// the epoch) being the build's start. A step whose file tells nothing is taken to have ended when
/// the next one began, and one whose file was written again later (an archive that is stripped)
/// when another took its place: no more than `jobs` run at once, 0 being any number. Reads the
/// files' dates; any thread.
void measureSteps(QVector<BuildStep> &steps, const QString &buildDirectory, qint64 startedAt,
                  double seconds, int jobs);

/// Adds up measured steps, largest share first.
[[nodiscard]] QVector<LibraryBuildTime> libraryBuildTimes(const QVector<BuildStep> &steps,
                                                          double seconds);

} // namespace kiln

Q_DECLARE_METATYPE(kiln::BuildStep)
