// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "test_plugin.h"

#include "journey.h"

#include <coreplugin/icore.h>

#include <QFile>
#include <QTimer>
#include <QtTest>

namespace kiln::test {

bool TestPlugin::initialize(const QStringList &, QString *)
{
    QFile begun(qEnvironmentVariable("KILN_BEGUN"));
    if (!begun.open(QIODevice::WriteOnly))
        return false;
    // Once the window is there, and everything else that begins with it has had its turn.
    connect(Core::ICore::instance(), &Core::ICore::coreOpened, this, [] {
        QTimer::singleShot(1000, [] {
            Journey journey;
            const QStringList arguments =
                QStringList{QStringLiteral("journey")} +
                qEnvironmentVariable("KILN_JOURNEY").split(u' ', Qt::SkipEmptyParts);
            const int failures = QTest::qExec(&journey, arguments);
            // Questions on the way out have nobody to answer them.
            fflush(nullptr);
            std::_Exit(failures == 0 ? 0 : 1);
        });
    });
    return true;
}

} // namespace kiln::test
