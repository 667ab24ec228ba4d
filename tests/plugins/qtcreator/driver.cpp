// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "driver.h"

#include <coreplugin/actionmanager/actionmanager.h>
#include <coreplugin/actionmanager/command.h>
#include <coreplugin/icore.h>
#include <projectexplorer/buildmanager.h>
#include <projectexplorer/buildsystem.h>
#include <projectexplorer/project.h>
#include <projectexplorer/projectexplorer.h>
#include <projectexplorer/projectexplorerconstants.h>
#include <projectexplorer/projectnodes.h>
#include <projectexplorer/target.h>

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QMainWindow>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>
#include <QtTest>

#include <algorithm>

namespace kiln::test {

using namespace ProjectExplorer;

void trigger(const char *command)
{
    Core::Command *found = Core::ActionManager::command(Utils::Id::fromName(QByteArray(command)));
    QVERIFY2(found != nullptr, command);
    QTRY_VERIFY2_WITH_TIMEOUT(found->action()->isEnabled(), command, patience);
    found->action()->trigger();
}

bool isEnabled(const char *command)
{
    Core::Command *found = Core::ActionManager::command(Utils::Id::fromName(QByteArray(command)));
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

std::optional<bool> buildAnswering(bool isTrusted)
{
    QSignalSpy finished(BuildManager::instance(), &BuildManager::buildQueueFinished);
    trigger(Constants::BUILD);
    if (!QTest::qWaitFor([&] { return !finished.isEmpty() || trustQuestion() != nullptr; },
                         patience) ||
        !finished.isEmpty())
        return std::nullopt;
    const auto role = isTrusted ? QMessageBox::AcceptRole : QMessageBox::RejectRole;
    const auto buttons = trustQuestion()->buttons();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [&](QAbstractButton *button) {
        return trustQuestion()->buttonRole(button) == role;
    });
    if (found == buttons.end())
        return std::nullopt;
    QTest::mouseClick(*found, Qt::LeftButton);
    if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 4 * patience))
        return std::nullopt;
    return finished.first().first().toBool();
}

Project *openProject(const QString &file)
{
    const auto result = ProjectExplorerPlugin::openProject(Utils::FilePath::fromString(file));
    Project *project = result.project();
    const auto isRead = [project] {
        return project->activeTarget() != nullptr && project->rootProjectNode() != nullptr &&
               !project->activeTarget()->buildSystem()->isParsing();
    };
    if (project == nullptr || !QTest::qWaitFor(isRead, patience)) {
        QTest::qFail(qPrintable(file + QStringLiteral(": ") + result.errorMessage()), __FILE__,
                     __LINE__);
        return nullptr;
    }
    return project;
}

QString logText()
{
    const auto *table = qobject_cast<QAbstractItemView *>(visibleWidget("kiln::LogTable"));
    if (table == nullptr)
        return {};
    const QAbstractItemModel *model = table->model();
    QString text;
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column)
            text += model->index(row, column).data().toString() + u'\t';
        text += u'\n';
    }
    return text;
}

QString guestOfLog()
{
    const auto widgets = QApplication::allWidgets();
    for (QWidget *each : widgets) {
        const auto *tabs = qobject_cast<QTabWidget *>(each);
        if (tabs != nullptr && tabs->isVisible() &&
            tabs->objectName() == QLatin1String("Kiln.LogPane"))
            return tabs->tabText(tabs->currentIndex());
    }
    return {};
}

int countInOutput(const QString &text)
{
    int count = 0;
    const auto widgets = QApplication::allWidgets();
    for (QWidget *each : widgets) {
        if (const auto *output = qobject_cast<QPlainTextEdit *>(each))
            count += int(output->toPlainText().count(text));
    }
    return count;
}

int machineOf(const QString &image)
{
    // e_machine is the second half word after the 16 bytes of e_ident, of least byte first here.
    const QByteArray bytes = contents(image);
    if (!bytes.startsWith("\x7f"
                          "ELF") ||
        bytes.size() < 20)
        return 0;
    return uchar(bytes[18]) | uchar(bytes[19]) << 8;
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

QToolButton *buttonNamed(const QWidget *pane, const QString &text)
{
    const auto buttons = pane->findChildren<QToolButton *>();
    for (QToolButton *each : buttons) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

} // namespace kiln::test
