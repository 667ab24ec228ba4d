// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "test_plugin.h"

#include "code_journey.h"
#include "journey.h"
#include "targets_journey.h"
#include "upstream_journey.h"
#include "wizard_journey.h"

#include <coreplugin/icore.h>

#include <QFile>
#include <QMainWindow>
#include <QTimer>
#include <QtTest>

namespace kiln::test {

namespace {

/// Runs the functions that KILN_JOURNEY names, or all. How many have failed.
int run(QObject &&journey)
{
    const QStringList wanted = qEnvironmentVariable("KILN_JOURNEY").split(u' ', Qt::SkipEmptyParts);
    QStringList arguments{QStringLiteral("journey")};
    for (const QString &each : wanted) {
        if (journey.metaObject()->indexOfMethod(qPrintable(each + QStringLiteral("()"))) >= 0)
            arguments.append(each);
    }
    if (!wanted.isEmpty() && arguments.size() == 1)
        return 0;
    return QTest::qExec(&journey, arguments);
}

} // namespace

void TestPlugin::begin()
{
    QFile begun(qEnvironmentVariable("KILN_BEGUN"));
    if (!begun.open(QIODevice::WriteOnly))
        return;
    // Once the window is there, and everything else that begins with it has had its turn.
    connect(Core::ICore::instance(), &Core::ICore::coreOpened, this, [] {
        QTimer::singleShot(1000, [] {
            Core::ICore::mainWindow()->setGeometry(0, 0, 1440, 900);
            const int failures = run(Journey()) + run(WizardJourney()) + run(TargetsJourney()) +
                                 run(CodeJourney()) + run(UpstreamJourney());
            // Questions on the way out have nobody to answer them.
            fflush(nullptr);
            std::_Exit(failures == 0 ? 0 : 1);
        });
    });
}

} // namespace kiln::test
