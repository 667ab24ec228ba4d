// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/linux_tree.h"

#include "session_fixture.h"
#include "tree_fixture.h"

#include "workbench/linux_shell.h"
#include "workbench/trust_store.h"

#include <kconfig/shell_recording.h>

using namespace kiln;

namespace {

QString valueOf(const std::map<std::string, std::string> &environment, const char *name)
{
    const auto found = environment.find(name);
    return found == environment.end() ? QStringLiteral("<unset>")
                                      : QString::fromStdString(found->second);
}

} // namespace

class LinuxTreeTest : public QObject
{
    Q_OBJECT

private slots:
    void recognized()
    {
        const test::LinuxWorkspace workspace;
        const auto tree = openLinuxTree(workspace.tree());
        QVERIFY(tree);
        QCOMPARE(tree->directory, workspace.canonicalTree());
        QCOMPARE(tree->version, QStringLiteral("6.1.7-rc2"));
        // The Makefile knows no sparc64 or sh64.
        QCOMPARE(tree->architectures,
                 QStringList({QStringLiteral("arm64"), QStringLiteral("i386"), QStringLiteral("um"),
                              QStringLiteral("x86"), QStringLiteral("x86_64")}));
        QVERIFY(!openLinuxTree(workspace.tree() + QStringLiteral("/drivers")));
        QVERIFY(QFile::remove(workspace.tree() + QStringLiteral("/Makefile")));
        QVERIFY(!openLinuxTree(workspace.tree()));
    }

    void architecture()
    {
        const test::LinuxWorkspace workspace;
        const auto chosen = [&] { return openProject(workspace.tree())->linuxArchitecture; };
        qputenv("ARCH", "um");
        QCOMPARE(chosen(), QStringLiteral("um"));
        QVERIFY(test::writeFile(workspace.tree() + QStringLiteral("/.config"),
                                "#\n# Automatically generated file; DO NOT EDIT.\n"
                                "# Linux/arm64 6.1.7-rc2 Kernel Configuration\n#\n"));
        QCOMPARE(chosen(), QStringLiteral("arm64"));
        QCOMPARE(workspace.project(QStringLiteral("i386")).linuxArchitecture,
                 QStringLiteral("i386"));
        qunsetenv("ARCH");
        ProjectOptions options;
        options.architecture = QStringLiteral("vax");
        const auto none = openProject(workspace.tree(), options);
        QVERIFY(!none);
        QVERIFY(none.error().what.contains(QStringLiteral("vax")));
        QVERIFY(none.error().remedy.contains(QStringLiteral("arm64, i386")));
    }

    void environment()
    {
        const test::LinuxWorkspace workspace;
        Project project = workspace.project(QStringLiteral("i386"));
        auto environment = kconfigEnvironment(project);
        QCOMPARE(valueOf(environment, "ARCH"), QStringLiteral("i386"));
        QCOMPARE(valueOf(environment, "SRCARCH"), QStringLiteral("x86"));
        QCOMPARE(valueOf(environment, "KERNELVERSION"), QStringLiteral("6.1.7-rc2"));
        QCOMPARE(valueOf(environment, "srctree"), workspace.canonicalTree());
        QCOMPARE(valueOf(environment, "CC"), QStringLiteral("gcc"));
        QCOMPARE(valueOf(environment, "CPP"), QStringLiteral("gcc -E"));
        QCOMPARE(valueOf(environment, "UK_BASE"), QStringLiteral("<unset>"));
        QCOMPARE(valueOf(environment, "SUBARCH"), QStringLiteral("<unset>"));

        project.variables = {{QStringLiteral("CROSS_COMPILE"), QStringLiteral("i686-linux-gnu-")},
                             {QStringLiteral("LD"), QStringLiteral("gold")}};
        environment = kconfigEnvironment(project);
        QCOMPARE(valueOf(environment, "CC"), QStringLiteral("i686-linux-gnu-gcc"));
        QCOMPARE(valueOf(environment, "HOSTCC"), QStringLiteral("gcc"));
        QCOMPARE(valueOf(environment, "LD"), QStringLiteral("gold"));

        project.variables = {{QStringLiteral("LLVM"), QStringLiteral("-15")}};
        environment = kconfigEnvironment(project);
        QCOMPARE(valueOf(environment, "CC"), QStringLiteral("clang-15"));
        QCOMPARE(valueOf(environment, "AR"), QStringLiteral("llvm-ar-15"));
        QVERIFY(valueOf(environment, "CLANG_FLAGS").startsWith(QStringLiteral("--target=x86_64-")));

        Project um = workspace.project(QStringLiteral("um"));
        um.variables = {{QStringLiteral("SUBARCH"), QStringLiteral("i386")}};
        environment = kconfigEnvironment(um);
        QCOMPARE(valueOf(environment, "SRCARCH"), QStringLiteral("um"));
        QCOMPARE(valueOf(environment, "HEADER_ARCH"), QStringLiteral("x86"));
    }

    void defaultConfigs()
    {
        const test::LinuxWorkspace workspace;
        const auto last = [&](const char *architecture) {
            const auto files = linuxDefaultConfigs(workspace.project(QLatin1String(architecture)));
            return QFileInfo(files.constLast()).fileName();
        };
        QCOMPARE(last("i386"), QStringLiteral("i386_defconfig"));
        QCOMPARE(last("x86_64"), QStringLiteral("x86_64_defconfig"));
        QCOMPARE(last("arm64"), QStringLiteral("defconfig"));
        const QString other = hostLinuxArchitecture() == QLatin1String("arm64")
                                  ? QStringLiteral("x86_64")
                                  : QStringLiteral("arm64");
        QCOMPARE(linuxDefaultConfigs(workspace.project(other)).size(), 1);
    }

    void opensWithoutRunningAnything()
    {
        const test::LinuxWorkspace workspace;
        // A script that would tell if it were run.
        const QString script = workspace.tree() + QStringLiteral("/scripts/cc-version.sh");
        QVERIFY(test::writeFile(script, "#!/bin/sh\ntouch " +
                                            workspace.path(QStringLiteral("ran")).toUtf8() + '\n'));
        ConfigSession session;
        QVERIFY(test::load(session, workspace.project(), false));
        QVERIFY(!QFileInfo::exists(workspace.path(QStringLiteral("ran"))));
        QVERIFY(session.diagnostics().isEmpty());
        // The compiler's presence, its version, one of its options.
        QCOMPARE(session.refusedShells(), 3);
        QCOMPARE(test::value(session, "COMPILER_IS_GCC"), QStringLiteral("y"));
        QCOMPARE(test::value(session, "COMPILER_NUMBER"), QStringLiteral("0"));
        QCOMPARE(test::value(session, "COMPILER_WARNS"), QStringLiteral("n"));
        QCOMPARE(test::value(session, "COMPILER_TEXT"), QStringLiteral("<>"));
        QVERIFY(session.edit(test::edit(session, "NET_DEBUG", "y")));
        const auto saved = session.save();
        QVERIFY(!saved);
        QVERIFY(saved.error().remedy.contains(QStringLiteral("Trust")));
        session.reload(ConfigSession::ReloadMode::keepEdits, true);
        QVERIFY(QTest::qWaitFor([&] { return !session.isLoading(); }, 10'000));
        QCOMPARE(session.refusedShells(), 0);
        QCOMPARE(test::value(session, "NET_DEBUG"), QStringLiteral("y"));
        QVERIFY(QFileInfo::exists(workspace.path(QStringLiteral("ran"))));
    }

    void savesWhereTheBuildIs()
    {
        const test::LinuxWorkspace workspace;
        const QString build = workspace.path(QStringLiteral("out"));
        QVERIFY(QDir().mkpath(build));
        ProjectOptions options;
        options.architecture = QStringLiteral("arm64");
        options.buildDirectory = build;
        const auto project = openProject(workspace.tree(), options);
        QVERIFY(project);
        ConfigSession session;
        QVERIFY(test::load(session, *project, true));
        QCOMPARE(test::value(session, "NET"), QStringLiteral("y")); // of the defconfig
        QCOMPARE(test::value(session, "COMPILER_NUMBER"), QStringLiteral("120345"));
        QVERIFY(test::value(session, "COMPILER_TEXT").size() > 2);
        QVERIFY(session.save());
        const QByteArray text = test::contents(build + QStringLiteral("/.config"));
        QVERIFY(text.contains("# Linux/arm64 6.1.7-rc2 Kernel Configuration\n"));
        QVERIFY(text.contains("CONFIG_ARM64_SVE=y\n"));
        // Nothing but .config anywhere: the tree may be read-only.
        QCOMPARE(QDir(workspace.tree())
                     .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QDir(test::dataPath(QStringLiteral("linux")))
                     .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        QCOMPARE(QDir(build).entryList(QDir::Files | QDir::Hidden),
                 QStringList(QStringLiteral(".config")));
        // The next time, the file tells its architecture.
        options.architecture.clear();
        QCOMPARE(openProject(workspace.tree(), options)->linuxArchitecture,
                 QStringLiteral("arm64"));
    }

    void recordedAnswersReplaceTheMachine()
    {
        const test::LinuxWorkspace workspace;
        auto recording = std::make_shared<kconfig::ShellRecording>();
        ConfigSession session;
        session.setShellSource([&](const kconfig::HostShellOptions &host) {
            kconfig::RecordingOptions options;
            options.directory = host.directory;
            options.environment = host.environment;
            return kconfig::recordingShell(kconfig::hostShell(host), options, recording);
        });
        Project project = workspace.project();
        project.variables = {{QStringLiteral("CC_VERSION_TEXT"), QStringLiteral("cc of old")}};
        QVERIFY(test::load(session, project, true));
        QVERIFY(!recording->calls.empty());
        const QByteArray text = session.text();
        QVERIFY(text.contains("CONFIG_COMPILER_TEXT=\"<cc of old>\"\n"));

        QVERIFY(QFile::remove(workspace.tree() + QStringLiteral("/scripts/cc-version.sh")));
        ConfigSession replayed;
        replayed.setShellSource([&](const kconfig::HostShellOptions &host) {
            return kconfig::replayShell(recording, {host.directory, host.environment});
        });
        QVERIFY(test::load(replayed, project, false));
        QCOMPARE(replayed.refusedShells(), 0);
        QCOMPARE(replayed.text(), text);
    }

    void anotherArchitectureIsAnotherHistory()
    {
        const test::LinuxWorkspace workspace;
        ConfigSession session;
        QVERIFY(test::load(session, workspace.project(), true));
        QVERIFY(session.edit(test::edit(session, "NET_DEBUG", "y")));
        QVERIFY(session.canUndo());
        QVERIFY(test::load(session, workspace.project(QStringLiteral("arm64")), true));
        QVERIFY(!session.canUndo());
        QCOMPARE(test::value(session, "NET_DEBUG"), QStringLiteral("n"));
        QVERIFY(test::symbol(session, "ARM64").isValid());
    }

    void placesAreInTheTree()
    {
        const test::LinuxWorkspace workspace;
        QVERIFY(test::writeFile(workspace.tree() + QStringLiteral("/drivers/Kconfig"),
                                "config NET\n\ttristate \"Network\"\n\tdepends NET\n"));
        ConfigSession session;
        QVERIFY(test::load(session, workspace.project(), true));
        QVERIFY(session.isIncomplete());
        QCOMPARE(session.diagnostics().constFirst().file,
                 workspace.canonicalTree() + QStringLiteral("/drivers/Kconfig"));
        QCOMPARE(session.diagnostics().constFirst().line, 3);
    }

    void trust()
    {
        const test::LinuxWorkspace workspace;
        TrustStore store(workspace.path(QStringLiteral("trusted")));
        const Project project = workspace.project();
        QCOMPARE(store.untrustedFolders(project), QStringList(workspace.canonicalTree()));
        QVERIFY(store.trust(project));
        QVERIFY(store.isTrusted(workspace.project(QStringLiteral("arm64"))));
    }

    void answersWithoutPrograms()
    {
        int refused = 0;
        const kconfig::Shell shell = untrustedLinuxShell(&refused);
        const auto output = [&shell](const char *command) { return shell(command).output; };
        QCOMPARE(output("set -- GCC 120200 && echo $2"), std::string("120200\n"));
        QCOMPARE(output("set --  && echo $1"), std::string("\n"));
        QCOMPARE(output(R"({ test "GCC" = GCC; } >/dev/null 2>&1 && echo "y" || echo "n")"),
                 std::string("y\n"));
        QCOMPARE(output(R"({ test "GCC" = Clang; } >/dev/null 2>&1 && echo "y" || echo "n")"),
                 std::string("n\n"));
        QCOMPARE(output(R"({ test -z ""; } >/dev/null 2>&1 && echo "y" || echo "n")"),
                 std::string("y\n"));
        QCOMPARE(refused, 0);
        QCOMPARE(output("/a/scripts/cc-version.sh clang-15"), std::string("Clang 0\n"));
        QCOMPARE(output("/a/scripts/ld-version.sh ld"), std::string("BFD 0\n"));
        QCOMPARE(output("/a/scripts/pahole-version.sh pahole"), std::string("0\n"));
        // Whether there is a compiler is unknown; that there is none must not end the reading.
        QCOMPARE(output(R"({ command -v gcc; } >/dev/null 2>&1 && echo "n" || echo "y")"),
                 std::string("n\n"));
        QCOMPARE(output(R"({ gcc -m32; } >/dev/null 2>&1 && echo "-m32" || echo "")"),
                 std::string("\n"));
        QCOMPARE(refused, 5);
        QVERIFY(!shell("{ gcc; } >/dev/null 2>&1 && echo \"y\" || echo \"n\"").wasRefused);
        for (const char *command :
             {"gcc --version", "set -- $(gcc -v) && echo $1", "set -- `gcc` && echo $1"}) {
            QVERIFY2(shell(command).wasRefused, command);
            QVERIFY(shell(command).output.empty());
        }
    }
};

QTEST_GUILESS_MAIN(LinuxTreeTest)
#include "linux_tree_test.moc"
