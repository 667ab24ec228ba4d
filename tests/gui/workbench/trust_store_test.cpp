// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/trust_store.h"

#include "fixture.h"

#include <QStandardPaths>

using namespace kiln;

class TrustStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void asksOnce()
    {
        const test::Workspace workspace;
        const Project project = workspace.project();
        const QString file = workspace.path(QStringLiteral("settings/trusted"));
        TrustStore store(file);
        QVERIFY(!store.isTrusted(project));
        QCOMPARE(store.untrustedFolders(project),
                 QStringList({project.directory, project.tree.directory}));
        QVERIFY(store.trust(project));
        QVERIFY(store.isTrusted(project));
        // Another program sees it, too.
        QVERIFY(TrustStore(file).isTrusted(project));
        QVERIFY(store.forget(project.tree.directory));
        QVERIFY(!store.isTrusted(project));
        QCOMPARE(store.untrustedFolders(project), QStringList({project.tree.directory}));
    }

    void foldersBelow()
    {
        const test::Workspace workspace;
        TrustStore store(workspace.path(QStringLiteral("trusted")));
        QVERIFY(store.trust(workspace.app()));
        QDir().mkpath(workspace.app() + QStringLiteral("/inner"));
        QVERIFY(store.isTrusted(workspace.app() + QStringLiteral("/inner")));
        QDir().mkpath(workspace.app() + QStringLiteral("-other"));
        QVERIFY(!store.isTrusted(workspace.app() + QStringLiteral("-other")));
        // By whatever name the folder is reached.
        const QString link = workspace.path(QStringLiteral("link"));
        QVERIFY(QFile::link(workspace.app(), link));
        QVERIFY(store.isTrusted(link));
    }

    void bundledTreeNeedsNoTrust()
    {
        const test::Workspace workspace;
        TrustStore store(workspace.path(QStringLiteral("trusted")));
        QVERIFY(!store.isTrusted(workspace.tree()));
        qputenv("KILN_KERNEL_DIR", workspace.tree().toLocal8Bit());
        QVERIFY(store.isTrusted(workspace.tree() + QStringLiteral("/lib")));
        QVERIFY(!store.isTrusted(workspace.app()));
        qunsetenv("KILN_KERNEL_DIR");
    }

    void strangeNames()
    {
        const test::Workspace workspace;
        TrustStore store(workspace.path(QStringLiteral("trusted")));
        const QString strange = workspace.path(QStringLiteral("new\nline 100% caf\u00e9"));
        QDir().mkpath(strange);
        QVERIFY(store.trust(strange));
        QVERIFY(store.isTrusted(strange));
        QCOMPARE(store.folders(), QStringList({strange}));
    }

    void unwritable()
    {
        TrustStore store(QStringLiteral("/proc/kiln/trusted"));
        const auto done = store.trust(QDir::tempPath());
        QVERIFY(!done);
        QCOMPARE(done.error().where, QStringLiteral("/proc/kiln/trusted"));
    }

    void ownFileIsInTheConfigurationFolder()
    {
        TrustStore store;
        const test::Workspace workspace;
        QVERIFY(store.trust(workspace.app()));
        const QString file =
            QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
            QStringLiteral("/kiln/trusted-folders");
        QVERIFY(QFileInfo::exists(file));
        QVERIFY(store.forget(workspace.app()));
    }
};

QTEST_GUILESS_MAIN(TrustStoreTest)
#include "trust_store_test.moc"
