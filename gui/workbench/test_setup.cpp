// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/test_setup.h"

#include <QTimer>

namespace kiln {

TestSetup::TestSetup(QObject *parent)
    : QObject(parent)
{
    connect(&m_session, &ConfigSession::loadFailed, this, &TestSetup::failed);
    connect(&m_session, &ConfigSession::loaded, this, [this] {
        const bool isBundled = m_session.project().tree.kind == KernelTree::Kind::bundled;
        if (const auto enabled = enableTests(m_session, {}, isBundled); !enabled) {
            emit failed(enabled.error());
            return;
        }
        m_session.startSave(ConfigSession::SaveMode::careful, [this](const Result<void> &saved) {
            if (saved)
                emit ready(m_session.project());
            else
                emit failed(saved.error());
        });
    });
}

void TestSetup::start(const Project &project)
{
    const Project tests = testProject(project);
    if (const auto prepared = prepareTestConfig(project, tests); !prepared) {
        QTimer::singleShot(0, this, [this, problem = prepared.error()] { emit failed(problem); });
        return;
    }
    m_session.load(tests, true);
}

} // namespace kiln
