// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/target_edit.h"

#include "fixture.h"

using namespace kiln;

/// Targets changed in Kraftfiles of several styles, of which everything else stays.
class TargetEditTest : public QObject
{
    Q_OBJECT

    [[nodiscard]] QString kraftfile() const { return m_space.app() + QStringLiteral("/Kraftfile"); }

    test::Workspace m_space;

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void cleanup()
    {
        QVERIFY(selectTarget(m_space.app(), {}));
        QFile::remove(kraftfile());
    }

    void aKraftfileIsMade()
    {
        const auto added = addTarget(m_space.app(), {{}, "x86_64", "qemu", {}});
        QVERIFY2(added, added ? "" : qPrintable(added.error().text()));
        QCOMPARE(added->name, QStringLiteral("qemu-x86_64"));
        QCOMPARE(test::contents(kraftfile()),
                 QByteArray("spec: v0.6\nname: app\ntargets:\n- qemu/x86_64\n"));
        const auto twice = addTarget(m_space.app(), {{}, "x86_64", "qemu", {}});
        QVERIFY(!twice && twice.error().what.contains(QStringLiteral("already")));
    }

    void changes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("target"); // name, architecture, platform
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("a word") << QByteArray("- qemu/x86_64 # one\n- fc/x86_64\n")
                                << QStringLiteral("qemu/x86_64") << QStringList{"", "arm64", "qemu"}
                                << QByteArray("- qemu/arm64 # one\n- fc/x86_64\n");
        QTest::newRow("a word gets a name")
            << QByteArray("- qemu/x86_64\n- fc/x86_64\n") << QStringLiteral("qemu/x86_64")
            << QStringList{"big", "x86_64", "qemu"}
            << QByteArray("- fc/x86_64\n- name: big\n  platform: qemu\n  architecture: x86_64\n");
        QTest::newRow("settings") << QByteArray(
                                         "- name: a # A\n  architecture: x86_64\n  platform: qemu\n"
                                         "  kconfig:\n    CONFIG_X: y\n")
                                  << QStringLiteral("a") << QStringList{"b", "arm64", "qemu"}
                                  << QByteArray(
                                         "- name: b # A\n  architecture: arm64\n  platform: qemu\n"
                                         "  kconfig:\n    CONFIG_X: y\n");
        QTest::newRow("brief keys, platform with settings")
            << QByteArray("- arch: x86_64\n  plat:\n    name: kvm\n    x: 1\n")
            << QStringLiteral("kvm/x86_64") << QStringList{"", "x86_64", "linuxu"}
            << QByteArray("- arch: x86_64\n  plat:\n    name: linuxu\n    x: 1\n");
        QTest::newRow("platform with architecture")
            << QByteArray("- platform: kvm/x86_64\n") << QStringLiteral("kvm/x86_64")
            << QStringList{"", "arm64", "kvm"} << QByteArray("- platform: kvm/arm64\n");
    }
    void changes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, name);
        QFETCH(QStringList, target);
        QFETCH(QByteArray, after);
        const QByteArray head = "spec: v0.6 # spec\nname: app\ntargets:\n";
        QVERIFY(test::writeFile(kraftfile(), head + before));
        const auto changed =
            changeTarget(m_space.app(), name, {target[0], target[1], target[2], {}});
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().text()));
        QCOMPARE(test::contents(kraftfile()), head + after);
    }

    void configurationGoesAlong()
    {
        const QByteArray text = "spec: v0.6\ntargets:\n- name: a\n  platform: qemu\n"
                                "  architecture: x86_64\n- qemu/arm64\n";
        QVERIFY(test::writeFile(kraftfile(), text));
        QVERIFY(selectTarget(m_space.app(), QStringLiteral("a")));
        const QString former = m_space.app() + QStringLiteral("/.config.a");
        QVERIFY(test::writeFile(former, "CONFIG_A=y\n"));
        const auto taken =
            changeTarget(m_space.app(), QStringLiteral("a"), {{}, "arm64", "qemu", {}});
        QVERIFY(!taken && test::contents(kraftfile()) == text);
        const auto renamed =
            changeTarget(m_space.app(), QStringLiteral("a"), {"b", "x86_64", "qemu", {}});
        QVERIFY(renamed);
        QCOMPARE(test::contents(renamed->configFile), QByteArray("CONFIG_A=y\n"));
        QVERIFY(!QFileInfo::exists(former));
        QCOMPARE(selectedTarget(m_space.app()), QStringLiteral("b"));
        // Another machine wants other options: those of the former stay where they are.
        const auto other =
            changeTarget(m_space.app(), QStringLiteral("b"), {"c", "x86_64", "linuxu", {}});
        QVERIFY(other && !QFileInfo::exists(other->configFile));
        QVERIFY(removeTarget(m_space.app(), QStringLiteral("c")));
        QCOMPARE(selectedTarget(m_space.app()), QString());
        QCOMPARE(test::contents(kraftfile()), QByteArray("spec: v0.6\ntargets:\n- qemu/arm64\n"));
    }
};

QTEST_GUILESS_MAIN(TargetEditTest)
#include "target_edit_test.moc"
