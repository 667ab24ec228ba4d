// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes the configuration of a build with unit tests, without stopping the window.
#pragma once

#include "workbench/config_session.h"
#include "workbench/test_build.h"

#include <QObject>

namespace kiln {

/// For a project that is trusted: reading an upstream tree runs its scripts. GUI thread.
class TestSetup : public QObject
{
    Q_OBJECT

public:
    explicit TestSetup(QObject *parent = nullptr);

    /// ready() or failed() follows through the event loop.
    void start(const Project &project);

signals:
    /// `tests` can be built.
    void ready(const kiln::Project &tests);
    void failed(const kiln::Problem &problem);

private:
    ConfigSession m_session;
};

} // namespace kiln
