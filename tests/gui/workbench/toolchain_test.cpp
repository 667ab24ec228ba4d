// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/toolchain.h"

#include "fixture.h"

using namespace kiln;

namespace {

/// PATH for one scope.
class Path
{
public:
    explicit Path(const QString &path) { qputenv("PATH", path.toLocal8Bit()); }
    ~Path() { qputenv("PATH", m_former); }
    Path(const Path &) = delete;
    Path &operator=(const Path &) = delete;

private:
    QByteArray m_former = qgetenv("PATH");
};

} // namespace

class ToolchainTest : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatIsThere()
    {
        const auto make = findTool(QStringLiteral("make"));
        QVERIFY(make);
        QVERIFY(QFileInfo(*make).isExecutable());
    }

    void missingCompiler()
    {
        const test::Workspace workspace;
        const Project project = workspace.project();
        const QTemporaryDir tools;
        for (const QString &tool : buildTools(project)) {
            if (tool != QLatin1String("gcc"))
                QFile::link(QStringLiteral("/bin/true"), tools.filePath(tool));
        }
        const Path path(tools.path());
        const auto checked = checkBuildTools(project);
        QVERIFY(!checked);
        QCOMPARE(checked.error().text(),
                 QStringLiteral("gcc was not found. Install it: sudo apt install gcc"));
    }

    void everythingMissing()
    {
        const test::Workspace workspace;
        const Project project = workspace.project();
        const Path path(QStringLiteral("/nonexistent"));
        const auto checked = checkBuildTools(project);
        QVERIFY(!checked);
        QVERIFY(checked.error().remedy.endsWith(QStringLiteral("make gcc binutils g++")));
    }

    void unknownToolStillHasAWayOut()
    {
        const auto tool = findTool(QStringLiteral("no-such-program"));
        QVERIFY(!tool);
        QVERIFY(tool.error().remedy.contains(QStringLiteral("PATH")));
    }

    void kconf()
    {
        qputenv("KILN_KCONF", "/nonexistent/kconf");
        const auto wrong = findKconf();
        qunsetenv("KILN_KCONF");
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().where, QStringLiteral("/nonexistent/kconf"));
    }
};

QTEST_GUILESS_MAIN(ToolchainTest)
#include "toolchain_test.moc"
