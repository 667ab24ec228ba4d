// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journey.h"

#include "driver.h"
#include "qtc_compat.h"

#include <coreplugin/editormanager/editormanager.h>
#include <coreplugin/editormanager/ieditor.h>
#include <coreplugin/icore.h>
#include <coreplugin/idocument.h>
#include <coreplugin/modemanager.h>
#include <cppeditor/cppmodelmanager.h>
#include <cppeditor/projectpart.h>
#include <projectexplorer/buildconfiguration.h>
#include <projectexplorer/buildmanager.h>
#include <projectexplorer/buildsystem.h>
#include <projectexplorer/project.h>
#include <projectexplorer/projectexplorer.h>
#include <projectexplorer/projectexplorerconstants.h>
#include <projectexplorer/projectnodes.h>
#include <projectexplorer/runcontrol.h>
#include <projectexplorer/target.h>
#include <projectexplorer/taskhub.h>
#include <texteditor/textdocument.h>

#include <QAbstractItemView>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMainWindow>
#include <QMessageBox>
#include <QMutex>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QToolButton>
#include <QtTest>

#include <algorithm>
#include <optional>

using namespace ProjectExplorer;
using Utils::FilePath;

namespace kiln::test {

namespace {

QStringList foldersIn(const FolderNode *folder)
{
    QStringList names;
    const auto nodes = folder->nodes();
    for (const Node *node : nodes) {
        if (node->asFolderNode() != nullptr)
            names.append(node->displayName());
    }
    return names;
}

/// Collects what Qt Creator notes of its own checks that fail, while this lives. One at a time.
class FailedChecks
{
public:
    FailedChecks()
    {
        state().notes.clear();
        state().next = qInstallMessageHandler(take);
    }
    ~FailedChecks() { qInstallMessageHandler(state().next); }
    Q_DISABLE_COPY_MOVE(FailedChecks)

    /// Those in the source file of this name, a line each.
    [[nodiscard]] QString in(const QString &file) const
    {
        const QMutexLocker locker(&state().mutex);
        return state().notes.filter(u'/' + file).join(u'\n');
    }

private:
    struct State
    {
        QMutex mutex;
        QStringList notes;
        QtMessageHandler next = nullptr;
    };
    static State &state()
    {
        static State only;
        return only;
    }
    static void take(QtMsgType type, const QMessageLogContext &context, const QString &text)
    {
        if (text.contains(QStringLiteral("SOFT ASSERT"))) {
            const QMutexLocker locker(&state().mutex);
            state().notes.append(text);
        }
        state().next(type, context, text);
    }
};

} // namespace

QString Journey::path(const QString &name) const
{
    return m_directory + u'/' + name;
}

QAbstractItemView *Journey::logTable() const
{
    return qobject_cast<QAbstractItemView *>(visibleWidget("kiln::LogTable"));
}

void Journey::initTestCase()
{
    m_directory = qEnvironmentVariable("KILN_APPLICATION");
    QVERIFY(QFile::exists(path(QStringLiteral("Makefile.uk"))));
    QVERIFY(QTest::qWaitForWindowExposed(Core::ICore::mainWindow()));
}

void Journey::opensTheProject()
{
    const FailedChecks checks;
    const auto result = ProjectExplorerPlugin::openProject(
        FilePath::fromString(path(QStringLiteral("Makefile.uk"))));
    QVERIFY2(bool(result), qPrintable(result.errorMessage()));
    m_project = result.project();
    QCOMPARE(m_project->id(), Utils::Id("Kiln.Project"));
    QVERIFY(m_project->activeTarget() != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(m_project->rootProjectNode() != nullptr, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_project->activeTarget()->buildSystem()->isParsing(), patience);
    // Opening runs nothing, and so asks nothing.
    QVERIFY(trustQuestion() == nullptr);
    // Its run configuration is one as Qt Creator wants them.
    const QString failed = checks.in(QStringLiteral("runconfiguration.cpp"));
    QVERIFY2(failed.isEmpty(), qPrintable(failed));
}

void Journey::showsTheTree()
{
    const ProjectNode *root = m_project->rootProjectNode();
    QVERIFY(root->fileNode(FilePath::fromString(path(QStringLiteral("main.c")))) != nullptr);
    QVERIFY(root->fileNode(FilePath::fromString(path(QStringLiteral("Makefile.uk")))) != nullptr);
    FolderNode *kernel = nullptr;
    root->forEachGenericNode([&](Node *node) {
        if (node->isVirtualFolderType() && node->displayName().startsWith(QStringLiteral("Kernel")))
            kernel = node->asFolderNode();
    });
    QVERIFY(kernel != nullptr);
    const QStringList folders = foldersIn(kernel);
    for (const QString &name :
         {QStringLiteral("lib"), QStringLiteral("plat"), QStringLiteral("arch")})
        QVERIFY2(folders.contains(name), qPrintable(folders.join(u' ')));
    trigger("QtCreator.Sidebar.Projects");
}

void Journey::offersTargets()
{
    // Without a Kraftfile there is the plain .config alone.
    const auto configurations = m_project->activeTarget()->buildConfigurations();
    QCOMPARE(configurations.size(), 1);
    QCOMPARE(configurations.first()->buildDirectory().path(), path(QStringLiteral("build")));
}

void Journey::asksForTrustAndBuilds()
{
    QCOMPARE(buildAnswering(true), std::optional(true));
    QVERIFY(QFile::exists(path(QStringLiteral(".config"))));
    QVERIFY(QFile::exists(path(QStringLiteral("build/helloworld_qemu-x86_64"))));
}

void Journey::knowsTheCode()
{
    const auto find = [this] {
        const auto parts = CppEditor::CppModelManager::instance()->projectPart(
            FilePath::fromString(path(QStringLiteral("main.c"))));
        return std::any_of(parts.begin(), parts.end(), [this](const auto &part) {
            return std::any_of(part->headerPaths.begin(), part->headerPaths.end(),
                               [this](const HeaderPath &header) {
                                   return header.path == path(QStringLiteral("build/include"));
                               });
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(find(), patience);
    QVERIFY(Core::EditorManager::openEditor(FilePath::fromString(path(QStringLiteral("main.c")))) !=
            nullptr);
    // What the headers of the tree declare is known in main.c: its includes were found.
    const auto snapshotHas = [](const QString &ending) {
        const auto snapshot = CppEditor::CppModelManager::instance()->snapshot();
        for (auto each = snapshot.begin(); each != snapshot.end(); ++each) {
            if (each.key().path().endsWith(ending))
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(snapshotHas(QStringLiteral("/build/include/uk/_config.h")) ||
                                 snapshotHas(QStringLiteral("/include/uk/config.h")),
                             patience);
    QTRY_VERIFY_WITH_TIMEOUT(snapshotHas(QStringLiteral("nolibc/include/stdio.h")), patience);
}

void Journey::bootsAndShowsTheLog()
{
    trigger("ProjectExplorer.Run");
    QTRY_VERIFY_WITH_TIMEOUT(logTable() != nullptr, patience);
    QTRY_VERIFY_WITH_TIMEOUT(logText().contains(QStringLiteral("Hello world!")), patience);
    QTRY_VERIFY_WITH_TIMEOUT(ProjectExplorerPlugin::allRunControls().isEmpty() ||
                                 !isEnabled("ProjectExplorer.Stop"),
                             patience);
    picture(QStringLiteral("log"));
}

/// Qt Creator keeps what has run, and starts it again.
void Journey::bootsAgain()
{
    const auto controls = ProjectExplorerPlugin::allRunControls();
    QVERIFY(!controls.isEmpty());
    RunControl *control = controls.last();
    QVERIFY(control->isStopped());
    QSignalSpy started(control, &RunControl::started);
    QSignalSpy stopped(control, &RunControl::stopped);
    control->initiateReStart();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, patience);
    QCOMPARE(started.count(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(logText().contains(QStringLiteral("Hello world!")), patience);
}

void Journey::filtersByLevel()
{
    auto *table = logTable();
    QVERIFY(table != nullptr);
    const int all = table->model()->rowCount();
    auto *view = visibleWidget("kiln::LogView");
    QVERIFY(view != nullptr);
    auto *chip = view->findChild<QToolButton *>(QStringLiteral("chip-plain"));
    QVERIFY(chip != nullptr && chip->isVisible());
    QTest::mouseClick(chip, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!logText().contains(QStringLiteral("Hello world!")), patience);
    QVERIFY(table->model()->rowCount() < all);
    picture(QStringLiteral("level-filter"));
    QTest::mouseClick(chip, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(logText().contains(QStringLiteral("Hello world!")), patience);
    QCOMPARE(table->model()->rowCount(), all);
}

void Journey::configures()
{
    QVERIFY(contents(path(QStringLiteral(".config"))).contains("CONFIG_APPHELLOWORLD_PRINTARGS=y"));
    ProjectExplorerPlugin::activateProjectPanel("Kiln.ConfigurationPanel");
    Core::ModeManager::activateMode(Constants::MODE_SESSION);
    QTRY_VERIFY_WITH_TIMEOUT(visibleWidget("kiln::ConfigurePane") != nullptr, patience);
    QWidget *pane = visibleWidget("kiln::ConfigurePane");
    QTRY_VERIFY_WITH_TIMEOUT(visibleWidget("kiln::OptionView") != nullptr, patience);
    // The page is as high as its place is, without a bar to scroll it.
    QScrollArea *place = nullptr;
    for (QWidget *each = pane; each != nullptr && place == nullptr; each = each->parentWidget())
        place = qobject_cast<QScrollArea *>(each);
    QVERIFY(place != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(pane->height() > place->viewport()->height() * 3 / 4, patience);
    QVERIFY(!place->verticalScrollBar()->isVisible());
    picture(QStringLiteral("options"));
    auto *search = pane->findChild<QLineEdit *>();
    QVERIFY(search != nullptr);
    QTest::mouseClick(search, Qt::LeftButton);
    QTest::keyClicks(search, QStringLiteral("PRINTARGS"));
    auto *options = qobject_cast<QAbstractItemView *>(visibleWidget("kiln::OptionView"));
    QTRY_VERIFY_WITH_TIMEOUT(options->model()->rowCount() == 1, patience);
    QTest::keyClick(search, Qt::Key_Return);
    options->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(options->hasFocus(), patience);
    options->setCurrentIndex(options->model()->index(0, 0));
    QTest::keyClick(options, Qt::Key_Space);
    QToolButton *save = buttonNamed(pane, QStringLiteral("Save"));
    QVERIFY(save != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(save->isEnabled(), patience);
    picture(QStringLiteral("option-toggled"));
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(contents(path(QStringLiteral(".config")))
                                 .contains("# CONFIG_APPHELLOWORLD_PRINTARGS is not set"),
                             patience);
}

void Journey::editsTheConfigurationFile()
{
    auto *editor =
        Core::EditorManager::openEditor(FilePath::fromString(path(QStringLiteral(".config"))));
    QVERIFY(editor != nullptr);
    QCOMPARE(editor->document()->id(), Utils::Id("Kiln.ConfigurationEditor"));
    // The file is there a moment before the session knows of it.
    QTRY_VERIFY_WITH_TIMEOUT(!editor->document()->isModified(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(visibleWidget("kiln::OptionView") != nullptr, patience);
    QWidget *pane = visibleWidget("kiln::ConfigurePane");
    QVERIFY(editor->widget()->isAncestorOf(pane));
    // Undo in this view takes back what was toggled on the page in Projects mode.
    const auto buttons = pane->findChildren<QToolButton *>();
    for (QToolButton *each : buttons) {
        if (each->text() == QLatin1String("Undo"))
            QTest::mouseClick(each, Qt::LeftButton);
    }
    QTRY_VERIFY_WITH_TIMEOUT(editor->document()->isModified(), patience);
    picture(QStringLiteral("config-editor"));
    trigger("QtCreator.Save");
    QTRY_VERIFY_WITH_TIMEOUT(!editor->document()->isModified(), patience);
    QVERIFY(contents(path(QStringLiteral(".config"))).contains("CONFIG_APPHELLOWORLD_PRINTARGS=y"));
    Core::EditorManager::closeAllEditors();
}

void Journey::tellsIssues()
{
    const QByteArray good = contents(path(QStringLiteral("main.c")));
    QFile file(path(QStringLiteral("main.c")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(good).replace("return 0;", "return nothing_like_it;"));
    file.close();
    QList<Task> tasks;
    const auto connection = connect(&creator::issues(), &TaskHub::taskAdded, this,
                                    [&](const Task &task) { tasks.append(task); });
    QCOMPARE(build(), std::optional(false));
    disconnect(connection);
    const auto found = std::find_if(tasks.begin(), tasks.end(), [](const Task &task) {
        return task.type == Task::Error && task.summary.contains(QStringLiteral("nothing_like_it"));
    });
    QVERIFY(found != tasks.end());
    QCOMPARE(found->file.path(), path(QStringLiteral("main.c")));
    const int line = int(good.left(good.indexOf("return 0;")).count('\n')) + 1;
    QCOMPARE(found->line, line);
    picture(QStringLiteral("issues"));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(good);
    file.close();
    QCOMPARE(build(), std::optional(true));
}

void Journey::coloursConfigFiles()
{
    for (const QString &name : {QStringLiteral("Config.uk"), QStringLiteral("Makefile.uk")}) {
        auto *editor = Core::EditorManager::openEditor(FilePath::fromString(path(name)));
        QVERIFY(editor != nullptr);
        auto *document = qobject_cast<TextEditor::TextDocument *>(editor->document());
        QVERIFY(document != nullptr);
        const auto isColoured = [document] {
            for (QTextBlock block = document->document()->begin(); block.isValid();
                 block = block.next()) {
                if (block.text().startsWith(u'#') && !block.layout()->formats().isEmpty())
                    return true;
            }
            return false;
        };
        QTRY_VERIFY2_WITH_TIMEOUT(isColoured(), qPrintable(name), 20'000);
    }
    Core::EditorManager::closeAllEditors();
}

void Journey::leavesOtherMakefilesAlone()
{
    const QByteArray text = "$(eval $(call addlib,libx))\nLIBX_SRCS-$(CONFIG_LIBX) += x.c\n";
    const auto colours = [&](const QString &name) {
        QFile file(path(QStringLiteral("other/") + name));
        QList<QList<QTextLayout::FormatRange>> lines;
        if (!QDir().mkpath(path(QStringLiteral("other"))) || !file.open(QIODevice::WriteOnly) ||
            file.write(text) != text.size())
            return lines;
        file.close();
        auto *editor = Core::EditorManager::openEditor(FilePath::fromString(file.fileName()));
        auto *document = editor == nullptr
                             ? nullptr
                             : qobject_cast<TextEditor::TextDocument *>(editor->document());
        if (document == nullptr)
            return lines;
        const QTextBlock first = document->document()->begin();
        if (!QTest::qWaitFor([&] { return !first.layout()->formats().isEmpty(); }, patience))
            return lines;
        for (QTextBlock block = first; block.isValid(); block = block.next())
            lines.append(block.layout()->formats());
        return lines;
    };
    const auto ours = colours(QStringLiteral("Makefile.uk"));
    QVERIFY(!ours.isEmpty());
    QCOMPARE(colours(QStringLiteral("Makefile.uk.musl")), ours);
    // Qt Creator has a definition of its own for make, which tells other things apart.
    const auto plain = colours(QStringLiteral("rules.mk"));
    QVERIFY(!plain.isEmpty());
    QVERIFY(plain != ours);
    QCOMPARE(colours(QStringLiteral("Makefile")), plain);
    Core::EditorManager::closeAllEditors();
}

void Journey::debugs()
{
    const QByteArray source = contents(path(QStringLiteral("main.c")));
    const int line = int(source.left(source.indexOf("printf(\"Hello")).count('\n')) + 1;
    auto *editor = Core::EditorManager::openEditorAt(
        Utils::Link(FilePath::fromString(path(QStringLiteral("main.c"))), line));
    QVERIFY(editor != nullptr);
    trigger("Debugger.ToggleBreak");
    trigger("Debugger.Debug");
    QTRY_VERIFY_WITH_TIMEOUT(isEnabled("Debugger.Continue"), patience);
    picture(QStringLiteral("debugger"));
    QVERIFY(!logText().contains(QStringLiteral("Hello world!")));
    QCOMPARE(Core::EditorManager::currentEditor()->currentLine(), line);
    trigger("Debugger.Continue");
    QTRY_VERIFY_WITH_TIMEOUT(!isEnabled("Debugger.Stop") && !isEnabled("Debugger.Interrupt"),
                             patience);
}

} // namespace kiln::test
