// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What differs between the configuration being edited and a reference: the saved file, the
// defconfig it began with, or any other file.
#pragma once

#include "workbench/background_jobs.h"
#include "workbench/config_difference.h"
#include "workbench/problem.h"

#include <kconfig/configuration.h>

#include <QObject>
#include <QString>
#include <QTimer>
#include <QVector>

#include <optional>

namespace kiln {

class ConfigSession;

/// Follows a ConfigSession, which must outlive it. The differences from the saved file follow each
/// edit at once while they are some hundreds; more of them, and those from other files, are found
/// on a worker thread and follow a little later.
class ChangesList : public QObject
{
    Q_OBJECT

public:
    explicit ChangesList(ConfigSession *session, QObject *parent = nullptr);

    /// While it is not, nothing is compared: nobody looks. It is at first.
    void setActive(bool active);
    /// Compares with what was saved.
    void compareWithSaved();
    /// Compares with a .config or defconfig; ends with changed() or failed(). Where it fails the
    /// former reference stays.
    void compareWithFile(const QString &file);
    /// The file compared with; empty: what was saved.
    [[nodiscard]] const QString &file() const { return m_file; }

    /// In the order of the menus.
    [[nodiscard]] const QVector<ConfigDifference> &differences() const { return m_differences; }
    /// Takes one of them back as one step of undo; the Problem says why that can't be.
    Result<void> revert(kconfig::SymbolId symbol);
    /// Gives all options the values of the reference, as one step of undo.
    void revertAll();
    [[nodiscard]] ConfigSession *session() const { return m_session; }

signals:
    void changed();
    /// The file to compare with could not be read.
    void failed(const kiln::Problem &problem);

private:
    void update();
    void readReference(const QString &file);
    void startComparing();
    void reset();

    ConfigSession *m_session;
    QString m_file;
    std::optional<kconfig::Configuration> m_reference; ///< of m_file
    QVector<ConfigDifference> m_differences;
    QTimer m_timer;
    int m_generation = 0;
    int m_update = 0; ///< counts what made another list necessary
    bool m_isActive = true;
    BackgroundJobs m_jobs;
};

} // namespace kiln
