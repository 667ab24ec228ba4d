// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The builds of a project so far: when, how long, what came out, and what the image consisted of.
#pragma once

#include "workbench/build_runner.h"
#include "workbench/build_times.h"
#include "workbench/problem.h"
#include "workbench/size_report.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QVector>

#include <optional>

namespace kiln {

struct BuildRecord
{
    enum class Outcome
    {
        built,
        failed,
        cancelled
    };

    QString id;     ///< names the size report; unique in a history
    QDateTime time; ///< when the build began
    Outcome outcome = Outcome::built;
    double seconds = 0;
    int steps = 0;
    int warnings = 0;
    int errors = 0;
    int jobs = 0;          ///< parallel jobs
    QString compiler;      ///< as chosen; empty: the tree's
    QString launcher;      ///< as compilerLauncherName() has it
    QString image;         ///< path; empty when there was none
    qint64 imageSize = 0;  ///< bytes
    bool hasSizes = false; ///< whether there is a size report of it
    QVector<LibraryBuildTime> times;

    friend bool operator==(const BuildRecord &, const BuildRecord &) = default;
};

/// Kept in the project's state folder, one line a build. Several programs may add at once. Any
/// thread; reads and writes files.
class BuildHistory
{
public:
    /// Of the project in `directory`.
    explicit BuildHistory(const QString &directory);

    /// Oldest first. Lines that make no sense are left out.
    [[nodiscard]] QVector<BuildRecord> records() const;
    /// The oldest go when there are more than mostRecords.
    [[nodiscard]] Result<void> add(const BuildRecord &record, const SizeReport *sizes);
    [[nodiscard]] Result<SizeReport> sizes(const QString &id) const;

    static constexpr int mostRecords = 400;
    /// Size reports are larger than lines: only so many are kept.
    static constexpr int mostSizes = 60;

private:
    [[nodiscard]] QString listFile() const;
    [[nodiscard]] QString sizesFile(const QString &id) const;

    QString m_directory;
};

/// Records a build that has ended: measures its steps, reads the image's sizes. A build that had
/// nothing to do is none, and gives nothing. Takes some tens of milliseconds; any thread.
[[nodiscard]] Result<std::optional<BuildRecord>> recordBuild(const BuildRequest &request,
                                                             const BuildResult &result);

} // namespace kiln

Q_DECLARE_METATYPE(kiln::BuildRecord)
