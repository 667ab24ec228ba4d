// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "targets_journey.h"

#include "driver.h"
#include "qtc_compat.h"

#include <coreplugin/editormanager/editormanager.h>
#include <coreplugin/editormanager/ieditor.h>
#include <cppeditor/cppmodelmanager.h>
#include <cppeditor/projectpart.h>
#include <debugger/debuggeritem.h>
#include <debugger/debuggeritemmanager.h>
#include <projectexplorer/buildconfiguration.h>
#include <projectexplorer/buildsystem.h>
#include <projectexplorer/kitmanager.h>
#include <projectexplorer/project.h>
#include <projectexplorer/projectexplorer.h>
#include <projectexplorer/projectexplorerconstants.h>
#include <projectexplorer/projectnodes.h>
#include <projectexplorer/target.h>
#include <utils/environment.h>

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace ProjectExplorer;
using Utils::FilePath;

namespace kiln::test {

namespace {

// As <elf.h> has them.
constexpr int machineX86 = 62;
constexpr int machineArm = 183;

constexpr char kraftfile[] = R"(spec: '0.6'

name: twofold

unikraft: stable

targets:
  - qemu/x86_64
  - qemu/arm64
)";

} // namespace

TargetsJourney::TargetsJourney() = default;
TargetsJourney::~TargetsJourney() = default;

QString TargetsJourney::path(const QString &name) const
{
    return m_folder->filePath(QStringLiteral("twofold/") + name);
}

BuildConfiguration *TargetsJourney::configuration(const QString &name) const
{
    const auto all = m_project->activeTarget()->buildConfigurations();
    const auto found = std::find_if(all.begin(), all.end(), [&](BuildConfiguration *each) {
        return each->displayName() == name;
    });
    return found == all.end() ? nullptr : *found;
}

void TargetsJourney::activate(const QString &name)
{
    BuildConfiguration *wanted = configuration(name);
    QVERIFY2(wanted != nullptr, qPrintable(name));
    creator::activate(wanted);
    QCOMPARE(m_project->activeTarget()->activeBuildConfiguration(), wanted);
    // Reading begins a moment later.
    QTest::qWait(500);
    QTRY_VERIFY_WITH_TIMEOUT(!m_project->activeTarget()->buildSystem()->isParsing(), patience);
}

void TargetsJourney::boot(const QString &program)
{
    const int before = countInOutput(program);
    trigger("ProjectExplorer.Run");
    QTRY_VERIFY2_WITH_TIMEOUT(countInOutput(program) > before, qPrintable(program), patience);
    QTRY_COMPARE_WITH_TIMEOUT(guestOfLog(), QStringLiteral("twofold"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(logText().contains(QStringLiteral("Hello world!")), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!isEnabled("ProjectExplorer.Stop"), patience);
}

void TargetsJourney::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("twofold")));
    const QString from = qEnvironmentVariable("KILN_APPLICATION") + u'/';
    for (const QString &name : {QStringLiteral("Config.uk"), QStringLiteral("Makefile.uk"),
                                QStringLiteral("main.c"), QStringLiteral("Makefile")})
        QVERIFY2(QFile::copy(from + name, path(name)), qPrintable(name));
    QFile file(path(QStringLiteral("Kraftfile")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(kraftfile) > 0);
}

void TargetsJourney::opensAKraftfile()
{
    m_project = openProject(path(QStringLiteral("Kraftfile")));
    QVERIFY(m_project != nullptr);
    QCOMPARE(m_project->id(), Utils::Id("Kiln.Project"));
    creator::Session::setStartupProject(m_project);
    QStringList names;
    QStringList folders;
    const auto all = m_project->activeTarget()->buildConfigurations();
    for (BuildConfiguration *each : all) {
        names.append(each->displayName());
        folders.append(each->buildDirectory().path());
    }
    QCOMPARE(names, (QStringList{QStringLiteral("qemu/x86_64"), QStringLiteral("qemu/arm64"),
                                 QStringLiteral("Default (.config)")}));
    QCOMPARE(folders, (QStringList{path(QStringLiteral("build-qemu-x86_64")),
                                   path(QStringLiteral("build-qemu-arm64")),
                                   path(QStringLiteral("build"))}));
    QVERIFY(m_project->rootProjectNode()->fileNode(
                FilePath::fromString(path(QStringLiteral("Kraftfile")))) != nullptr);
    QVERIFY(trustQuestion() == nullptr);
}

void TargetsJourney::buildsForAnotherArchitecture()
{
    activate(QStringLiteral("qemu/arm64"));
    QCOMPARE(buildAnswering(true), std::optional(true));
    const QString folder = path(QStringLiteral("build-qemu-arm64/"));
    QCOMPARE(machineOf(folder + QStringLiteral("twofold_qemu-arm64.dbg")), machineArm);
    QVERIFY(contents(path(QStringLiteral(".config.qemu-arm64"))).contains("CONFIG_ARCH_ARM_64=y"));
    // Nothing of another target was made.
    QVERIFY(!QFile::exists(path(QStringLiteral("build-qemu-x86_64"))));
    QVERIFY(!QFile::exists(path(QStringLiteral("build"))));
    QVERIFY(!QFile::exists(path(QStringLiteral(".config"))));
}

void TargetsJourney::knowsTheCodeOfTheOtherArchitecture()
{
    const auto find = [this] {
        const auto parts = CppEditor::CppModelManager::instance()->projectPart(
            FilePath::fromString(path(QStringLiteral("main.c"))));
        return std::any_of(parts.begin(), parts.end(), [this](const auto &part) {
            const auto &macros = creator::compilerMacros(*part);
            if (std::none_of(macros.begin(), macros.end(),
                             [](const Macro &each) { return each.key == "__aarch64__"; }))
                return false;
            const auto &paths = part->headerPaths;
            return std::any_of(paths.begin(), paths.end(), [this](const HeaderPath &each) {
                return each.path == path(QStringLiteral("build-qemu-arm64/include"));
            });
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(find(), patience);
}

void TargetsJourney::bootsTheOtherArchitecture()
{
    boot(QStringLiteral("qemu-system-aarch64"));
    picture(QStringLiteral("arm64"));
}

void TargetsJourney::saysThatADebuggerLacks()
{
    const auto known = Debugger::DebuggerItemManager::debuggers();
    for (const Debugger::DebuggerItem &each : known) {
        const QString name = each.command().fileName();
        if (name == QLatin1String("gdb-multiarch") || name.startsWith(QStringLiteral("aarch64-")))
            QSKIP("Qt Creator knows of a debugger for arm64 on this machine");
    }
    // Where Qt Creator looks for programs now there is none.
    const QTemporaryDir empty;
    const QString path = Utils::Environment::systemEnvironment().value(QStringLiteral("PATH"));
    const auto lookIn = [](const QString &folders) {
        Utils::Environment::modifySystemEnvironment({{QStringLiteral("PATH"), folders}});
    };
    lookIn(empty.path());
    const auto back = qScopeGuard([&] { lookIn(path); });
    const QString message = QStringLiteral("twofold: There is no debugger for arm64.");
    QCOMPARE(countInOutput(message), 0);
    trigger("Debugger.Debug");
    QVERIFY(QTest::qWaitFor([&] { return countInOutput(message) > 0; }, patience));
    QVERIFY(QTest::qWaitFor([] { return !isEnabled("ProjectExplorer.Stop"); }, patience));
    QVERIFY(!isEnabled("Debugger.Continue"));
}

void TargetsJourney::debugsTheOtherArchitecture()
{
    if (QStandardPaths::findExecutable(QStringLiteral("gdb-multiarch")).isEmpty())
        QSKIP("gdb-multiarch is missing");
    const QVariant ofKit =
        Debugger::DebuggerKitAspect::debugger(m_project->activeTarget()->kit())->id();
    const QByteArray source = contents(path(QStringLiteral("main.c")));
    const int line = int(source.left(source.indexOf("printf(\"Hello")).count('\n')) + 1;
    auto *editor = Core::EditorManager::openEditorAt(
        Utils::Link(FilePath::fromString(path(QStringLiteral("main.c"))), line));
    QVERIFY(editor != nullptr);
    const int before = countInOutput(QStringLiteral("qemu-system-aarch64"));
    trigger("Debugger.ToggleBreak");
    trigger("Debugger.Debug");
    QVERIFY(QTest::qWaitFor([] { return isEnabled("Debugger.Continue"); }, patience));
    QVERIFY(countInOutput(QStringLiteral("qemu-system-aarch64")) > before);
    picture(QStringLiteral("debugger-arm64"));
    QCOMPARE(guestOfLog(), QStringLiteral("twofold"));
    QVERIFY(!logText().contains(QStringLiteral("Hello world!")));
    QCOMPARE(Core::EditorManager::currentEditor()->currentLine(), line);
    trigger("Debugger.Continue");
    QVERIFY(QTest::qWaitFor(
        [] { return !isEnabled("Debugger.Stop") && !isEnabled("Debugger.Interrupt"); }, patience));
    QVERIFY(QTest::qWaitFor([] { return logText().contains(QStringLiteral("Hello world!")); },
                            patience));
    // The kit has the debugger that it had.
    QCOMPARE(Debugger::DebuggerKitAspect::debugger(m_project->activeTarget()->kit())->id(), ofKit);
    trigger("Debugger.ToggleBreak");
    QVERIFY(Core::EditorManager::closeAllEditors(false));
}

void TargetsJourney::keepsTargetsApart()
{
    const QString other = path(QStringLiteral("build-qemu-arm64/twofold_qemu-arm64"));
    const QByteArray before = contents(other);
    const QDateTime written = QFileInfo(other).lastModified();
    QVERIFY(!before.isEmpty());
    activate(QStringLiteral("qemu/x86_64"));
    QCOMPARE(build(), std::optional(true));
    QCOMPARE(machineOf(path(QStringLiteral("build-qemu-x86_64/twofold_qemu-x86_64.dbg"))),
             machineX86);
    QVERIFY(contents(path(QStringLiteral(".config.qemu-x86_64"))).contains("CONFIG_ARCH_X86_64=y"));
    QCOMPARE(contents(other), before);
    QCOMPARE(QFileInfo(other).lastModified(), written);
    boot(QStringLiteral("qemu-system-x86_64"));
}

void TargetsJourney::usesTheCompilerOfTheKit()
{
    const auto commandsOf = [this] {
        return contents(path(QStringLiteral("build-qemu-x86_64/compile_commands.json")));
    };
    QVERIFY(!commandsOf().isEmpty());
    // Which of the two the kit for the desktop has differs between machines: this one has the
    // other.
    const bool hadClang = commandsOf().contains("clang");
    const QString other = hadClang ? QStringLiteral("gcc") : QStringLiteral("clang");
    auto *compiler = creator::findCompiler([&](const creator::Toolchain *each) {
        return each->compilerCommand().fileName().contains(other) &&
               each->language() == Utils::Id(Constants::C_LANGUAGE_ID) &&
               each->targetAbi().architecture() == Abi::X86Architecture &&
               each->targetAbi().wordWidth() == 64;
    });
    if (compiler == nullptr)
        QSKIP(qPrintable(QStringLiteral("Qt Creator knows of no %1 on this machine").arg(other)));
    Kit *kit = KitManager::registerKit([&](Kit *made) {
        made->setUnexpandedDisplayName(other);
        creator::setCompiler(made, compiler);
    });
    QVERIFY(kit != nullptr);
    Target *target = m_project->addTargetForKit(kit);
    QVERIFY(target != nullptr);
    creator::activate(target);
    activate(QStringLiteral("qemu/x86_64"));
    // Another compiler needs other objects.
    QVERIFY(QDir(path(QStringLiteral("build-qemu-x86_64"))).removeRecursively());
    QCOMPARE(build(), std::optional(true));
    QVERIFY(!commandsOf().isEmpty());
    QCOMPARE(commandsOf().contains("clang"), !hadClang);
    // Of a kit whose compiler makes no code for arm64, that target does without it.
    activate(QStringLiteral("qemu/arm64"));
    QVERIFY(QDir(path(QStringLiteral("build-qemu-arm64"))).removeRecursively());
    QCOMPARE(build(), std::optional(true));
    const QByteArray arm = contents(path(QStringLiteral("build-qemu-arm64/compile_commands.json")));
    QVERIFY(arm.contains("aarch64-linux-gnu-gcc"));
    QVERIFY(!arm.contains("clang"));
}

} // namespace kiln::test
