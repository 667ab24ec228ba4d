// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "driver.h"

#include <coreplugin/actionmanager/actionmanager.h>
#include <coreplugin/actionmanager/command.h>
#include <coreplugin/icore.h>
#include <projectexplorer/buildmanager.h>
#include <projectexplorer/projectexplorerconstants.h>

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QMainWindow>
#include <QMessageBox>
#include <QSignalSpy>
#include <QtTest>

namespace kiln::test {

using namespace ProjectExplorer;

void trigger(const char *command)
{
    Core::Command *found = Core::ActionManager::command(command);
    QVERIFY2(found != nullptr, command);
    QTRY_VERIFY2_WITH_TIMEOUT(found->action()->isEnabled(), command, patience);
    found->action()->trigger();
}

bool isEnabled(const char *command)
{
    Core::Command *found = Core::ActionManager::command(command);
    return found != nullptr && found->action() != nullptr && found->action()->isEnabled();
}

std::optional<bool> build()
{
    QSignalSpy finished(BuildManager::instance(), &BuildManager::buildQueueFinished);
    trigger(Constants::BUILD);
    static_cast<void>(QTest::qWaitFor(
        [&] { return !finished.isEmpty() || trustQuestion() != nullptr; }, patience));
    if (finished.isEmpty())
        return std::nullopt;
    return finished.first().first().toBool();
}

QMessageBox *trustQuestion()
{
    const auto widgets = QApplication::topLevelWidgets();
    for (QWidget *each : widgets) {
        if (each->isVisible() && each->objectName() == QLatin1String("askTrust"))
            return qobject_cast<QMessageBox *>(each);
    }
    return nullptr;
}

QWidget *visibleWidget(const char *className)
{
    const auto widgets = QApplication::allWidgets();
    for (QWidget *each : widgets) {
        if (each->isVisible() && qstrcmp(each->metaObject()->className(), className) == 0)
            return each;
    }
    return nullptr;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void picture(const QString &name, QWidget *of)
{
    // What was changed just now is painted first.
    QTest::qWait(300);
    const QString file =
        qEnvironmentVariable("KILN_PICTURES") +
        QStringLiteral("/qtcreator-%1%2.png").arg(name, qEnvironmentVariable("KILN_SUFFIX"));
    QVERIFY((of == nullptr ? Core::ICore::mainWindow() : of)->grab().save(file));
}

} // namespace kiln::test
