// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The filters of the open project's log: in its folder or, where that can't be written to, in the
// user's settings.
#pragma once

#include "widgets/log_filter.h"
#include "workbench/background_jobs.h"

#include <QObject>

namespace kiln {

class Settings;

class LogFilterStore : public QObject
{
    Q_OBJECT

public:
    /// The settings must outlive it.
    explicit LogFilterStore(Settings *settings, QObject *parent = nullptr);

    /// The filters of the project in `directory`, which save() is about from now on. What is wrong
    /// with a file of filters is as if it was not there.
    [[nodiscard]] LogFilter open(const QString &directory);
    /// Writes on another thread; ignored while no project is open.
    void save(const LogFilter &filter);
    /// Waits until all that was saved is on disk.
    void flush();

private:
    [[nodiscard]] QString key() const;
    void takeResult(const QString &key, const LogFilter &filter, bool isInProject);

    Settings *m_settings;
    QString m_directory;
    LogFilter m_known;
    BackgroundJobs m_jobs; ///< last: goes first, and waits for what is being written
};

} // namespace kiln
