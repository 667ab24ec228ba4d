// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the open project is built, as a menu of the button that builds.
#pragma once

#include "workbench/build_settings.h"

#include <QMenu>

class QActionGroup;

namespace kiln {

/// Compiler, launcher, parallel jobs, prefix. Choices whose program is missing say which package
/// has it, and can't be taken.
class BuildMenu : public QMenu
{
    Q_OBJECT

public:
    explicit BuildMenu(QWidget *parent = nullptr);

    void setSettings(const BuildSettings &settings);
    [[nodiscard]] const BuildSettings &settings() const { return m_settings; }

signals:
    /// The user chose other ones.
    void settingsChanged(const kiln::BuildSettings &settings);

private:
    QActionGroup *addChoices(const QString &title,
                             const QVector<std::pair<QString, QString>> &choices,
                             void (*apply)(BuildSettings &, const QString &));
    void askPrefix();
    void refresh();
    void change(const BuildSettings &settings);

    BuildSettings m_settings;
    QActionGroup *m_compilers;
    QActionGroup *m_launchers;
    QActionGroup *m_jobs;
    QAction *m_prefix;
};

} // namespace kiln
