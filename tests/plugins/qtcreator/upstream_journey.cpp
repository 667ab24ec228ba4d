// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream_journey.h"

#include "driver.h"
#include "qtc_compat.h"

#include <coreplugin/modemanager.h>
#include <projectexplorer/project.h>
#include <projectexplorer/projectexplorer.h>
#include <projectexplorer/projectexplorerconstants.h>
#include <projectexplorer/projectnodes.h>
#include <projectexplorer/taskhub.h>

#include <QAbstractItemView>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include <algorithm>

using namespace ProjectExplorer;

namespace kiln::test {

UpstreamJourney::UpstreamJourney() = default;
UpstreamJourney::~UpstreamJourney() = default;

QString UpstreamJourney::path(const QString &name) const
{
    return m_folder->filePath(name);
}

void UpstreamJourney::initTestCase()
{
    const QString tree = qEnvironmentVariable("KILN_UPSTREAM_TREE");
    if (tree.isEmpty())
        QSKIP("KILN_UPSTREAM_TREE names no checkout of Unikraft");
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    const QString from = qEnvironmentVariable("KILN_APPLICATION") + u'/';
    for (const QString &name : {QStringLiteral("Config.uk"), QStringLiteral("Makefile.uk")})
        QVERIFY2(QFile::copy(from + name, path(name)), qPrintable(name));
    QFile source(path(QStringLiteral("main.c")));
    QVERIFY(source.open(QIODevice::WriteOnly));
    source.write("#include <stdio.h>\n\nint main(void)\n{\n\tprintf(\"Hello upstream!\\n\");\n"
                 "\treturn 0;\n}\n");
    // A copy: the tree builds its tools within itself.
    QVERIFY(QDir().mkpath(path(QStringLiteral("workdir"))));
    QCOMPARE(QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-r"), tree,
                                                      path(QStringLiteral("workdir/unikraft"))}),
             0);
}

void UpstreamJourney::opensUpstream()
{
    m_project = openProject(path(QStringLiteral("Makefile.uk")));
    QVERIFY(m_project != nullptr);
    creator::Session::setStartupProject(m_project);
    QStringList folders;
    m_project->rootProjectNode()->forEachGenericNode([&](Node *node) {
        if (node->isVirtualFolderType())
            folders.append(node->displayName());
    });
    const QStringList kernel = folders.filter(QStringLiteral("Kernel Tree (Unikraft "));
    QVERIFY2(kernel.size() == 1, qPrintable(folders.join(u' ')));
    QVERIFY(trustQuestion() == nullptr);
}

void UpstreamJourney::runsNothingUntrusted()
{
    QList<Task> tasks;
    const auto connection = connect(&creator::issues(), &TaskHub::taskAdded, this,
                                    [&](const Task &task) { tasks.append(task); });
    QCOMPARE(buildAnswering(false), std::optional(false));
    disconnect(connection);
    QVERIFY(std::any_of(tasks.begin(), tasks.end(), [](const Task &task) {
        return task.type == Task::Error && task.summary.contains(QStringLiteral("not trusted"));
    }));
    QVERIFY(!QFile::exists(path(QStringLiteral("build"))));
    QVERIFY(!QFile::exists(path(QStringLiteral(".config"))));
}

void UpstreamJourney::buildsUpstream()
{
    QCOMPARE(buildAnswering(true), std::optional(true));
    QVERIFY(QFile::exists(path(QStringLiteral(".config"))));
    const QStringList images = QDir(path(QStringLiteral("build")))
                                   .entryList({QStringLiteral("*_qemu-x86_64")}, QDir::Files);
    QCOMPARE(images.size(), 1);
    QVERIFY(machineOf(path(QStringLiteral("build/") + images.first() + QStringLiteral(".dbg"))) !=
            0);
}

void UpstreamJourney::changesOptionsOfUpstream()
{
    QVERIFY(contents(path(QStringLiteral(".config"))).contains("CONFIG_LIBUKRANDOM=y"));
    ProjectExplorerPlugin::activateProjectPanel("Kiln.ConfigurationPanel");
    Core::ModeManager::activateMode(Constants::MODE_SESSION);
    QVERIFY(QTest::qWaitFor([] { return visibleWidget("kiln::OptionView") != nullptr; }, patience));
    QWidget *pane = visibleWidget("kiln::ConfigurePane");
    QVERIFY(pane != nullptr);
    auto *search = pane->findChild<QLineEdit *>();
    QVERIFY(search != nullptr);
    auto *options = qobject_cast<QAbstractItemView *>(visibleWidget("kiln::OptionView"));
    QModelIndex found;
    // What the search finds with this in its prompt or name.
    const auto find = [&](const QString &words, const QString &text) {
        QTest::mouseClick(search, Qt::LeftButton);
        QTest::keyClick(search, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(search, words);
        return QTest::qWaitFor(
            [&] {
                const QAbstractItemModel *model = options->model();
                for (int row = 0; row < std::min(model->rowCount(), 5); ++row) {
                    found = model->index(row, 0);
                    if (found.data().toString().contains(text))
                        return true;
                }
                return false;
            },
            patience);
    };
    // A library that the bundled tree does not have.
    QVERIFY(find(QStringLiteral("LIBPOSIX_UNIXSOCKET"), QStringLiteral("posix-unixsocket")));
    picture(QStringLiteral("upstream-options"));
    // This one needs a processor with RDSEED, which QEMU translates only from 8.1 on.
    QVERIFY(find(QStringLiteral("LIBUKRANDOM"), QStringLiteral("ukrandom: Random number")));
    QTest::keyClick(search, Qt::Key_Return);
    options->setFocus();
    options->setCurrentIndex(found);
    QTest::keyClick(options, Qt::Key_Space);
    QToolButton *save = buttonNamed(pane, QStringLiteral("Save"));
    QVERIFY(save != nullptr);
    QVERIFY(QTest::qWaitFor([save] { return save->isEnabled(); }, patience));
    QTest::mouseClick(save, Qt::LeftButton);
    QVERIFY(QTest::qWaitFor(
        [this] {
            return contents(path(QStringLiteral(".config")))
                .contains("# CONFIG_LIBUKRANDOM is not set");
        },
        patience));
    QCOMPARE(build(), std::optional(true));
}

void UpstreamJourney::bootsUpstream()
{
    trigger("ProjectExplorer.Run");
    QVERIFY2(QTest::qWaitFor([] { return logText().contains(QStringLiteral("Hello upstream!")); },
                             patience),
             qPrintable(logText()));
    picture(QStringLiteral("upstream-log"));
    QVERIFY(QTest::qWaitFor([] { return !isEnabled("ProjectExplorer.Stop"); }, patience));
}

} // namespace kiln::test
