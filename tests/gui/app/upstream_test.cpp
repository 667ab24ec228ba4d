// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A checkout of upstream Unikraft with an application in the real window: opened, changed and saved
// as users do, and the file compared with what kconf makes of the tree, and with what upstream's
// own make and conf do. The checkout and the application are no part of this project: they are
// named by KILN_UPSTREAM_UNIKRAFT and KILN_UPSTREAM_APP, and without them the test is skipped.

#include "window_driver.h"

#include <QProcess>
#include <QTreeView>

using kiln::Project;
using kiln::test::contents;
using kiln::test::WindowDriver;

namespace {

QString upstream()
{
    return QDir(qEnvironmentVariable("KILN_UPSTREAM_UNIKRAFT")).canonicalPath();
}

/// The lines that say something about options, in their order: not the head with the date.
QList<QByteArray> values(const QByteArray &file)
{
    QList<QByteArray> lines;
    for (const QByteArray &line : file.split('\n')) {
        if (line.startsWith("CONFIG_") || line.endsWith(" is not set"))
            lines.append(line);
    }
    return lines;
}

/// What one has and the other has not, for a message.
QByteArray difference(const QList<QByteArray> &a, const QList<QByteArray> &b)
{
    QByteArray text;
    for (const QByteArray &line : a)
        text += b.contains(line) ? QByteArray() : "- " + line + '\n';
    for (const QByteArray &line : b)
        text += a.contains(line) ? QByteArray() : "+ " + line + '\n';
    return text.isEmpty() && a != b ? "the order" : text;
}

} // namespace

class UpstreamTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void opensWithAllItsMenus();
    void isTheTreeThatKconfReads();
    void savesWhatIsChanged();
    void agreesWithItsOwnConf();
    void cleanupTestCase() { m_window.reset(); }

private:
    /// Runs a program in the project's environment; false when it fails, with what it said.
    bool run(const QString &program, const QStringList &arguments, const QString &config,
             QByteArray *said) const;

    /// The tree's version with its commit, as upstream's Makefile has it.
    [[nodiscard]] QString fullVersion() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowDriver> m_window;
    std::optional<Project> m_project;
};

void UpstreamTest::initTestCase()
{
    if (upstream().isEmpty() || !qEnvironmentVariableIsSet("KILN_UPSTREAM_APP"))
        QSKIP("KILN_UPSTREAM_UNIKRAFT and KILN_UPSTREAM_APP name no checkout");
    kiln::test::useScratchSettings();
    m_folder = std::make_unique<QTemporaryDir>();
    const QString app = m_folder->filePath(QStringLiteral("app"));
    QVERIFY(kiln::test::copyFolder(qEnvironmentVariable("KILN_UPSTREAM_APP"), app));
    kiln::ProjectOptions options;
    options.tree = upstream();
    const auto project = kiln::openProject(app, options);
    QVERIFY2(project, project ? "" : qPrintable(project.error().text()));
    m_project = *project;
    QCOMPARE(m_project->tree.kind, kiln::KernelTree::Kind::upstream);
    QFile::remove(m_project->configFile);
}

QString UpstreamTest::fullVersion() const
{
    QProcess git;
    git.start(QStringLiteral("git"), {QStringLiteral("-C"), upstream(), QStringLiteral("rev-parse"),
                                      QStringLiteral("--short"), QStringLiteral("HEAD")});
    git.waitForFinished();
    const QString commit = QString::fromUtf8(git.readAllStandardOutput()).trimmed();
    return commit.isEmpty() ? m_project->tree.version : m_project->tree.version + u'~' + commit;
}

bool UpstreamTest::run(const QString &program, const QStringList &arguments, const QString &config,
                       QByteArray *said) const
{
    QProcess process;
    QProcessEnvironment environment;
    for (const auto &[name, value] : kiln::kconfigEnvironment(*m_project))
        environment.insert(QString::fromStdString(name), QString::fromStdString(value));
    environment.insert(QStringLiteral("KCONFIG_CONFIG"), config);
    environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
    environment.insert(QStringLiteral("UK_FULLVERSION"), fullVersion());
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder->path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(60'000);
    *said = process.readAll();
    return ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

void UpstreamTest::opensWithAllItsMenus()
{
    m_window = std::make_unique<WindowDriver>(upstream());
    QVERIFY(m_window->openTrusted(*m_project));
    QCOMPARE(m_window->session()->refusedShells(), 0);
    for (const kiln::ConfigDiagnostic &each : m_window->session()->diagnostics())
        QVERIFY2(each.severity != kconfig::Severity::error, qPrintable(each.message));
    const auto *menus =
        (*m_window)->configurePage()->findChild<QTreeView *>(QStringLiteral("menus"));
    QVERIFY(menus);
    const QModelIndex top = menus->model()->index(0, 0);
    QVERIFY2(top.data().toString().startsWith(QStringLiteral("Unikraft/")),
             qPrintable(top.data().toString()));
    QStringList shown;
    for (int row = 0; row < menus->model()->rowCount(top); ++row)
        shown << menus->model()->index(row, 0, top).data().toString();
    for (const char *menu : {"Architecture Selection", "Platform Configuration", "Device Drivers",
                             "Library Configuration", "Application Options", "Build Options"})
        QVERIFY2(shown.contains(QString::fromLatin1(menu)), qPrintable(shown.join(u'\n')));
    // Those below are lists that the tree's scripts have made.
    QVERIFY(m_window->session()->model().find("PLAT_KVM").isValid());
    QVERIFY(m_window->session()->model().find("LIBUKDEBUG").isValid());
    QVERIFY(m_window->session()->model().nodeCount() > 500);
}

void UpstreamTest::isTheTreeThatKconfReads()
{
    QVERIFY(m_window);
    const QString config = m_folder->filePath(QStringLiteral("fresh.config"));
    QByteArray said;
    // What make does first: scripts of the tree write their lists there.
    QVERIFY(kiln::prepareKconfig(*m_project));
    // An application may have a defconfig that it begins with.
    const QString start = m_window->session()->startedFrom();
    const QString mode =
        start.isEmpty() ? QStringLiteral("--alldefconfig") : QStringLiteral("--defconfig=") + start;
    QVERIFY2(run(QStringLiteral(KILN_TEST_KCONF),
                 {QStringLiteral("-s"), mode, m_project->rootConfigFile()}, config, &said),
             said.constData());
    const auto theirs = values(contents(config));
    const auto mine = values(m_window->session()->text());
    QVERIFY2(mine.size() > 30, contents(config).constData());
    QVERIFY2(mine == theirs, difference(mine, theirs).constData());
}

void UpstreamTest::savesWhatIsChanged()
{
    QVERIFY(m_window);
    const QByteArray before = m_window->session()->text();
    for (const char *name : {"PLAT_KVM", "LIBUKTEST"}) {
        const QString former = m_window->value(name);
        QVERIFY(m_window->toggle(QString::fromLatin1(name)));
        QVERIFY2(m_window->value(name) != former, name);
        if (former == QLatin1String("y"))
            QVERIFY(m_window->toggle(QString::fromLatin1(name)));
        QCOMPARE(m_window->value(name), QStringLiteral("y"));
    }
    QVERIFY(m_window->save());
    const QByteArray saved = contents(m_project->configFile);
    QVERIFY(saved.contains("CONFIG_PLAT_KVM=y\n"));
    QVERIFY(saved.contains("CONFIG_LIBUKTEST=y\n"));
    QVERIFY(values(saved) != values(before));
    // Nothing is left to settle, neither for kconf nor for a window that opens it.
    const QString copy = m_folder->filePath(QStringLiteral("settled.config"));
    QVERIFY(kiln::test::writeFile(copy, saved));
    QByteArray said;
    QVERIFY2(
        run(QStringLiteral(KILN_TEST_KCONF),
            {QStringLiteral("-s"), QStringLiteral("--olddefconfig"), m_project->rootConfigFile()},
            copy, &said),
        said.constData());
    QVERIFY2(contents(copy) == saved,
             difference(values(saved), values(contents(copy))).constData());
    m_window = std::make_unique<WindowDriver>(upstream());
    QVERIFY(m_window->openTrusted(*m_project));
    QCOMPARE(m_window->value("LIBUKTEST"), QStringLiteral("y"));
    QCOMPARE(m_window->session()->text(), saved);
    QVERIFY(!m_window->session()->isDirty());
}

void UpstreamTest::agreesWithItsOwnConf()
{
    QVERIFY(m_window);
    const QByteArray saved = contents(m_project->configFile);
    QVERIFY(!saved.isEmpty());
    for (const char *tool : {"make", "flex", "bison", "cc"}) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty())
            QSKIP("what upstream's conf is built with is not installed");
    }
    QProcess make;
    make.setProcessChannelMode(QProcess::MergedChannels);
    make.start(QStringLiteral("make"),
               {QStringLiteral("-C"), upstream(), QStringLiteral("A=") + m_project->directory,
                QStringLiteral("O=") + m_folder->filePath(QStringLiteral("build")),
                QStringLiteral("olddefconfig")});
    QVERIFY(make.waitForFinished(110'000));
    const QByteArray said = make.readAll();
    QVERIFY2(make.exitCode() == 0, said.constData());
    const auto mine = values(saved);
    const auto theirs = values(contents(m_project->configFile));
    QVERIFY2(mine == theirs, (difference(mine, theirs) + said).constData());
}

QTEST_MAIN(UpstreamTest)
#include "upstream_test.moc"
