// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "code_journey.h"

#include "driver.h"
#include "qtc_compat.h"

#include <coreplugin/editormanager/editormanager.h>
#include <coreplugin/editormanager/ieditor.h>
#include <coreplugin/icore.h>
#include <coreplugin/idocument.h>
#include <coreplugin/progressmanager/futureprogress.h>
#include <coreplugin/progressmanager/progressmanager.h>
#include <cplusplus/CppDocument.h>
#include <cppeditor/builtineditordocumentparser.h>
#include <cppeditor/cppmodelmanager.h>
#include <cppeditor/projectpart.h>
#include <projectexplorer/buildconfiguration.h>
#include <projectexplorer/project.h>
#include <projectexplorer/projectnodes.h>
#include <projectexplorer/target.h>
#include <texteditor/texteditor.h>
#include <texteditor/texteditorconstants.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QListView>
#include <QMainWindow>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTextCursor>
#include <QTextDocument>
#include <QTreeView>
#include <QtTest>

#include <algorithm>

using namespace ProjectExplorer;
using Utils::FilePath;

namespace kiln::test {

namespace {

struct SourceFile
{
    const char *name;
    const char *text;
};

constexpr SourceFile sources[] = {
    {"kraft.yaml", R"(specification: '0.5'
name: greeter
unikraft: stable
libraries:
  greeting:
    version: stable
    kconfig:
      - CONFIG_LIBGREETING=y
targets:
  - architecture: x86_64
    platform: kvm
)"},
    {"Config.uk", R"(config APPGREETER_NEEDS
	bool
	default y
	select LIBNOLIBC if !HAVE_LIBC
)"},
    {"Makefile.uk", R"($(eval $(call addlib,appgreeter))
APPGREETER_CFLAGS-y += -DGREETING_TIMES=3
APPGREETER_SRCS-y += $(APPGREETER_BASE)/main.c
)"},
    {"main.c", R"(#include <stdio.h>
#include <uk/print.h>
#include <greeting.h>

int main(void)
{
#if GREETING_TIMES == 3
	for (int i = 0; i < GREETING_TIMES; ++i)
		greet_world();
#else
	never();
#endif
	return 0;
}
)"},
    {".unikraft/libs/greeting/Config.uk", R"(config LIBGREETING
	bool "greeting: says hello"
)"},
    {".unikraft/libs/greeting/Makefile.uk",
     R"($(eval $(call addlib_s,libgreeting,$(CONFIG_LIBGREETING)))
CINCLUDES-$(CONFIG_LIBGREETING) += -I$(LIBGREETING_BASE)/include
LIBGREETING_SRCS-y += $(LIBGREETING_BASE)/greeting.c
)"},
    {".unikraft/libs/greeting/include/greeting.h", R"(#pragma once

void greet_world(void);
void greet_the_moon(void);
)"},
    {".unikraft/libs/greeting/greeting.c", R"(#include <greeting.h>
#include <stdio.h>

void greet_world(void)
{
	printf("Hello world!\n");
}

void greet_the_moon(void)
{
	printf("Hello moon!\n");
}
)"},
};

/// What Qt Creator shows of a build under way; null: nothing.
Core::FutureProgress *shownProgress()
{
    const auto widgets = QApplication::allWidgets();
    for (QWidget *each : widgets) {
        auto *progress = qobject_cast<Core::FutureProgress *>(each);
        if (progress != nullptr && progress->type() == Utils::Id("ProjectExplorer.Task.Build") &&
            !progress->future().isFinished())
            return progress;
    }
    return nullptr;
}

/// What is proposed now; empty: nothing.
QStringList proposals()
{
    QWidget *popup = visibleWidget("TextEditor::GenericProposalWidget");
    const auto *list = popup == nullptr ? nullptr : popup->findChild<QListView *>();
    QStringList names;
    if (list != nullptr && list->model() != nullptr) {
        for (int row = 0; row < list->model()->rowCount(); ++row)
            names.append(list->model()->index(row, 0).data().toString());
    }
    return names;
}

} // namespace

CodeJourney::CodeJourney() = default;
CodeJourney::~CodeJourney() = default;

QString CodeJourney::path(const QString &name) const
{
    return m_folder->filePath(QStringLiteral("greeter/") + name);
}

QTreeView *CodeJourney::projectTree() const
{
    QWidget *tree = visibleWidget("ProjectExplorer::Internal::ProjectTreeWidget");
    return tree == nullptr ? nullptr : tree->findChild<QTreeView *>();
}

QModelIndex CodeJourney::row(const QString &text) const
{
    const QTreeView *view = projectTree();
    if (view == nullptr)
        return {};
    const QAbstractItemModel *model = view->model();
    for (int top = 0; top < model->rowCount(); ++top) {
        const QModelIndex application = model->index(top, 0);
        if (!application.data().toString().startsWith(QStringLiteral("greeter")))
            continue;
        for (int each = 0; each < model->rowCount(application); ++each) {
            const QModelIndex index = model->index(each, 0, application);
            if (index.data().toString().startsWith(text))
                return index;
        }
    }
    return {};
}

void CodeJourney::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    for (const SourceFile &source : sources) {
        const QString name = path(QString::fromLatin1(source.name));
        QVERIFY(QDir().mkpath(QFileInfo(name).path()));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(source.text) > 0);
    }
    QVERIFY(QTest::qWaitForWindowExposed(Core::ICore::mainWindow()));
}

void CodeJourney::opensAKraftYaml()
{
    m_project = openProject(path(QStringLiteral("kraft.yaml")));
    QVERIFY(m_project != nullptr);
    QCOMPARE(m_project->id(), Utils::Id("Kiln.Project"));
    QCOMPARE(m_project->displayName(), QStringLiteral("greeter"));
    creator::Session::setStartupProject(m_project);
    QStringList names;
    const auto all = m_project->activeTarget()->buildConfigurations();
    for (BuildConfiguration *each : all)
        names.append(each->displayName());
    QCOMPARE(names,
             (QStringList{QStringLiteral("kvm/x86_64"), QStringLiteral("Default (.config)")}));
    QVERIFY(trustQuestion() == nullptr);
}

void CodeJourney::showsExternalLibraries()
{
    trigger("QtCreator.Sidebar.Projects");
    QVERIFY(QTest::qWaitFor([this] { return row(QStringLiteral("External Libraries")).isValid(); },
                            patience));
    const QModelIndex libraries = row(QStringLiteral("External Libraries"));
    const QAbstractItemModel *model = libraries.model();
    QCOMPARE(model->rowCount(libraries), 1);
    const QModelIndex greeting = model->index(0, 0, libraries);
    QCOMPARE(greeting.data().toString(), QStringLiteral("greeting"));
    // Its files stand there, each at one place.
    QStringList files;
    m_project->rootProjectNode()->forEachNode([&](FileNode *file) {
        const QString name = file->filePath().path();
        if (name.contains(QStringLiteral("greeting")))
            files.append(name);
    });
    files.sort();
    const QString folder = path(QStringLiteral(".unikraft/libs/greeting/"));
    QStringList expected;
    for (const char *name : {"Config.uk", "Makefile.uk", "greeting.c", "include/greeting.h"})
        expected.append(folder + QLatin1String(name));
    QCOMPARE(files, expected);
}

void CodeJourney::foldsTheKernelTree()
{
    const QModelIndex kernel = row(QStringLiteral("Kernel Tree"));
    QVERIFY(kernel.isValid());
    QTreeView *view = projectTree();
    view->expand(kernel.parent());
    QVERIFY(!view->isExpanded(kernel));
    QVERIFY(view->model()->rowCount(kernel) > 0);
    picture(QStringLiteral("tree"));
}

void CodeJourney::showsProgress()
{
    QStringList texts;
    QList<int> values;
    int most = 0;
    QFutureWatcher<void> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::progressTextChanged, &watcher,
                     [&](const QString &text) { texts.append(text); });
    QObject::connect(&watcher, &QFutureWatcherBase::progressValueChanged, &watcher, [&](int value) {
        values.append(value);
        most = watcher.progressMaximum();
    });
    const auto connection = connect(Core::ProgressManager::instance(),
                                    &Core::ProgressManager::taskStarted, this, [&](Utils::Id type) {
                                        if (type != Utils::Id("ProjectExplorer.Task.Build"))
                                            return;
                                        if (Core::FutureProgress *shown = shownProgress())
                                            watcher.setFuture(shown->future());
                                    });
    QCOMPARE(buildAnswering(true), std::optional(true));
    disconnect(connection);
    QVERIFY(QTest::qWaitFor([&] { return !values.isEmpty() && values.last() == most; }, patience));
    QVERIFY(std::is_sorted(values.begin(), values.end()));
    // Not at its beginning and its end alone.
    const auto between = std::count_if(values.begin(), values.end(),
                                       [&](int value) { return value > 0 && value < most; });
    QVERIFY2(between >= 3, qPrintable(QString::number(between)));
    const QRegularExpression steps(QStringLiteral("Step (\\d+) of (\\d+)"));
    int last = 0;
    for (const QString &text : std::as_const(texts)) {
        const auto match = steps.match(text);
        if (!match.hasMatch())
            continue;
        QVERIFY2(match.captured(1).toInt() >= last &&
                     match.captured(1).toInt() <= match.captured(2).toInt(),
                 qPrintable(texts.join(u'\n')));
        last = match.captured(1).toInt();
    }
    QVERIFY2(last > 3, qPrintable(texts.join(u'\n')));
}

void CodeJourney::knowsMacrosOfTheBuild()
{
    const FilePath source = FilePath::fromString(path(QStringLiteral("main.c")));
    const auto valueOf = [&](const char *name) {
        const auto parts = CppEditor::CppModelManager::instance()->projectPart(source);
        for (const auto &part : parts) {
            for (const Macro &macro : part->projectMacros) {
                if (macro.key == name)
                    return macro.value;
            }
        }
        return QByteArray();
    };
    QVERIFY(QTest::qWaitFor([&] { return valueOf("GREETING_TIMES") == "3"; }, patience));
    // The tree's own reach it, too.
    QVERIFY(!valueOf("UK_FULLVERSION").isEmpty());
    QVERIFY(Core::EditorManager::openEditor(source) != nullptr);
    // What the compiler leaves out is what the editor leaves out.
    const QByteArray text = contents(source.path());
    const auto isLeftOut = [&](const char *what) {
        const auto parser = CppEditor::BuiltinEditorDocumentParser::get(creator::AnyPath(source));
        const auto document = parser ? parser->document() : CPlusPlus::Document::Ptr();
        if (!document)
            return false;
        const int at = int(text.indexOf(what));
        const auto blocks = document->skippedBlocks();
        return std::any_of(blocks.begin(), blocks.end(), [at](const auto &block) {
            return block.utf16charsBegin() <= at && at < block.utf16charsEnd();
        });
    };
    QVERIFY(QTest::qWaitFor([&] { return isLeftOut("never();"); }, patience));
    QVERIFY(!isLeftOut("greet_world();"));
}

void CodeJourney::completes()
{
    const FilePath source = FilePath::fromString(path(QStringLiteral("main.c")));
    auto *editor =
        qobject_cast<TextEditor::BaseTextEditor *>(Core::EditorManager::openEditor(source));
    QVERIFY(editor != nullptr);
    TextEditor::TextEditorWidget *widget = editor->editorWidget();
    QVERIFY(widget != nullptr);
    const auto knows = [](const QString &ending) {
        const auto snapshot = CppEditor::CppModelManager::instance()->snapshot();
        for (auto each = snapshot.begin(); each != snapshot.end(); ++each) {
            if (each.key().path().endsWith(ending))
                return true;
        }
        return false;
    };
    QVERIFY(QTest::qWaitFor([&] { return knows(QStringLiteral("greeting/include/greeting.h")); },
                            patience));
    QVERIFY(QTest::qWaitFor([&] { return knows(QStringLiteral("ukdebug/include/uk/print.h")); },
                            patience));
    widget->setFocus();
    const auto write = [&](const QString &text) {
        QTextCursor cursor = widget->document()->find(QStringLiteral("\treturn 0;"));
        cursor.setPosition(cursor.selectionStart());
        cursor.insertText(u'\t' + text + u'\n');
        cursor.movePosition(QTextCursor::Left);
        widget->setTextCursor(cursor);
    };
    // On a busy machine it was seen that nothing was proposed once, so it is asked for again.
    const auto proposes = [](const QString &name) {
        QElapsedTimer asked;
        return QTest::qWaitFor(
            [&] {
                if (proposals().isEmpty() && (!asked.isValid() || asked.hasExpired(3000))) {
                    trigger(TextEditor::Constants::COMPLETE_THIS);
                    asked.start();
                }
                return proposals().contains(name);
            },
            patience);
    };
    // A function of the external library.
    write(QStringLiteral("greet_"));
    QVERIFY(proposes(QStringLiteral("greet_the_moon")));
    QVERIFY(proposals().contains(QStringLiteral("greet_world")));
    picture(QStringLiteral("completion"), visibleWidget("TextEditor::GenericProposalWidget"));
    QTest::keyClick(visibleWidget("TextEditor::GenericProposalWidget"), Qt::Key_Escape);
    QVERIFY(QTest::qWaitFor([&] { return proposals().isEmpty(); }, patience));
    // Functions and macros of the kernel tree.
    write(QStringLiteral("uk_pr_"));
    QVERIFY(proposes(QStringLiteral("uk_pr_info")));
    QVERIFY(!proposals().contains(QStringLiteral("greet_world")));
    QTest::keyClick(visibleWidget("TextEditor::GenericProposalWidget"), Qt::Key_Escape);
    QVERIFY(QTest::qWaitFor([&] { return proposals().isEmpty(); }, patience));
    QVERIFY(Core::EditorManager::closeAllEditors(false));
}

} // namespace kiln::test
