// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What names an option, in every file of a project, and another name for it.
#include "fixture.h"

#include "workbench/symbol_rename.h"

#include <QProcess>

using namespace kiln;

namespace {

/// `FILE:LINE` below a folder, in the order they come in.
QStringList places(const QVector<SymbolReference> &references, const QString &folder)
{
    QStringList list;
    for (const SymbolReference &reference : references)
        list.append(QStringLiteral("%1:%2")
                        .arg(QDir(folder).relativeFilePath(reference.file))
                        .arg(reference.line));
    return list;
}

/// The fixture's application and tree with a library FIRST_AID that much names.
class NamedProject : public test::Workspace
{
public:
    NamedProject()
    {
        m_written = put("app/Config.uk",
                        "# FIRST_AID in a comment\nconfig FIRST_AID\n\tbool \"FIRST_AID\"\n"
                        "\thelp\n\t  FIRST_AID, by CONFIG_FIRST_AID.\n\n"
                        "config FIRST_AID_KIT\n\tint \"x\" if FIRST_AID && !OTHER\n"
                        "\tdefault 2 if \"FIRST_AID\" = \"a\"\n") &&
                    put("app/Makefile.uk", "APP_SRCS-$(CONFIG_FIRST_AID) += a.c\n"
                                           "X-$(CONFIG_FIRST_AID_KIT) = $(CONFIG_FIRST_AID)\n") &&
                    put("app/a.c", "#if CONFIG_FIRST_AID && !defined(XCONFIG_FIRST_AID)\n#endif\n"
                                   "int FIRST_AID; // CONFIG_FIRST_AIDS\n") &&
                    put("app/.config", "# CONFIG_FIRST_AID is not set\nCONFIG_FIRST_AID_KIT=2\n") &&
                    put("app/defconfig", "CONFIG_FIRST_AID=y\r\n") &&
                    put("app/notes.md", "Set `CONFIG_FIRST_AID`.\n") &&
                    put("app/build/a.i", "CONFIG_FIRST_AID\n") &&
                    put("app/.git/config", "CONFIG_FIRST_AID\n") &&
                    put("app/image.bin", QByteArray("\0CONFIG_FIRST_AID\n", 18)) &&
                    QFile::link(path(QStringLiteral("app/a.c")), path(QStringLiteral("app/b.c")));
    }
    [[nodiscard]] bool isReady() const { return isValid() && m_written; }

private:
    [[nodiscard]] bool put(const char *name, const QByteArray &text) const
    {
        return test::writeFile(path(QString::fromLatin1(name)), text);
    }

    bool m_written = false;
};

} // namespace

class SymbolRenameTest : public QObject
{
    Q_OBJECT

private slots:
    void findsByKind()
    {
        const NamedProject bench;
        QVERIFY(bench.isReady());
        const Project project = bench.project();
        const auto found = findReferences(project, {"FIRST_AID"});
        QVERIFY(found);
        QCOMPARE(places(*found, project.directory),
                 QStringList({QStringLiteral("Config.uk:2"), QStringLiteral("Config.uk:5"),
                              QStringLiteral("Config.uk:8"), QStringLiteral("Makefile.uk:1"),
                              QStringLiteral("Makefile.uk:2"), QStringLiteral("a.c:1"),
                              QStringLiteral(".config:1"), QStringLiteral("defconfig:1"),
                              QStringLiteral("notes.md:1")}));
        QCOMPARE(found->first().kind, ReferenceKind::definition);
        QCOMPARE(found->at(5).kind, ReferenceKind::source);
        for (const SymbolReference &reference : *found)
            QCOMPARE(reference.text.mid(reference.column - 1, 9), QByteArray("FIRST_AID"));
    }

    /// grep -w finds the same lines, but for what is no reference.
    void agreesWithGrep()
    {
        const NamedProject bench;
        const Project project = bench.project();
        QProcess grep;
        grep.start(QStringLiteral("grep"),
                   {QStringLiteral("-rnwI"), QStringLiteral("CONFIG_FIRST_AID"),
                    QStringLiteral("--exclude-dir=build"), QStringLiteral("--exclude-dir=.git"),
                    project.directory});
        QVERIFY(grep.waitForFinished());
        QStringList expected;
        for (const QByteArray &line : grep.readAllStandardOutput().split('\n')) {
            const QList<QByteArray> parts = line.split(':');
            if (parts.size() > 2)
                expected.append(QStringLiteral("%1:%2").arg(
                    QDir(project.directory).relativeFilePath(QString::fromUtf8(parts[0])),
                    QString::fromUtf8(parts[1])));
        }
        QStringList found;
        const auto references = findReferences(project, {"FIRST_AID"});
        QVERIFY(references);
        for (const SymbolReference &reference : *references) {
            if (reference.text.mid(reference.column - 8, 7) == "CONFIG_")
                found.append(places({reference}, project.directory));
        }
        expected.sort();
        found.sort();
        QVERIFY(expected.size() > 5);
        QCOMPARE(found, expected);
    }

    void renamesAll()
    {
        const NamedProject bench;
        const Project project = bench.project();
        const auto plan = planRename(project, "FIRST_AID", "BANDAGE");
        QVERIFY(plan);
        QCOMPARE(plan->fileCount(), 6);
        const QByteArray makefile = test::contents(bench.path(QStringLiteral("app/Makefile.uk")));
        QVERIFY(applyRename(*plan));
        const auto now = [&](const char *name) {
            return test::contents(bench.path(QString::fromLatin1(name)));
        };
        QCOMPARE(now("app/Config.uk"),
                 QByteArray("# FIRST_AID in a comment\nconfig BANDAGE\n\tbool \"FIRST_AID\"\n"
                            "\thelp\n\t  FIRST_AID, by CONFIG_BANDAGE.\n\n"
                            "config FIRST_AID_KIT\n\tint \"x\" if BANDAGE && !OTHER\n"
                            "\tdefault 2 if \"FIRST_AID\" = \"a\"\n"));
        QCOMPARE(now("app/Makefile.uk"), QByteArray("APP_SRCS-$(CONFIG_BANDAGE) += a.c\n"
                                                    "X-$(CONFIG_FIRST_AID_KIT) = "
                                                    "$(CONFIG_BANDAGE)\n"));
        QCOMPARE(now("app/defconfig"), QByteArray("CONFIG_BANDAGE=y\r\n"));
        QVERIFY(now("app/a.c").contains("XCONFIG_FIRST_AID)"));
        QVERIFY(QFileInfo(bench.path(QStringLiteral("app/b.c"))).isSymLink());
        QVERIFY(findReferences(project, {"FIRST_AID"})->isEmpty());
        // And back: everything is as it was.
        const auto back = planRename(project, "BANDAGE", "FIRST_AID");
        QVERIFY(back && applyRename(*back));
        QCOMPARE(now("app/Makefile.uk"), makefile);
    }

    void showsLinesAfterwards()
    {
        const NamedProject bench;
        QVERIFY(test::writeFile(bench.path(QStringLiteral("app/twice.mk")),
                                "$(CONFIG_FIRST_AID)$(CONFIG_FIRST_AID)é\n"));
        const auto plan = planRename(bench.project(), "FIRST_AID", "B");
        QVERIFY(plan);
        int seen = 0;
        for (const SymbolReference &place : plan->places) {
            if (place.file.endsWith(QLatin1String("twice.mk"))) {
                QCOMPARE(plan->lineAfter(place), QByteArray("$(CONFIG_B)$(CONFIG_B)é"));
                ++seen;
            }
        }
        QCOMPARE(seen, 2);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("words");
        QTest::newRow("no name") << QByteArray("FIRST_AID") << QByteArray("A-B")
                                 << QStringLiteral("can't be the name");
        QTest::newRow("keyword") << QByteArray("FIRST_AID") << QByteArray("select")
                                 << QStringLiteral("can't be the name");
        QTest::newRow("taken") << QByteArray("FIRST_AID") << QByteArray("FIRST_AID_KIT")
                               << QStringLiteral("taken already");
        QTest::newRow("used but not defined")
            << QByteArray("FIRST_AID") << QByteArray("OTHER") << QStringLiteral("taken already");
        QTest::newRow("unknown") << QByteArray("OTHER") << QByteArray("ANOTHER")
                                 << QStringLiteral("defines OTHER");
        QTest::newRow("same") << QByteArray("FIRST_AID") << QByteArray("FIRST_AID")
                              << QStringLiteral("that name already");
    }
    void refuses()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, words);
        const NamedProject bench;
        const auto plan = planRename(bench.project(), from, to);
        QVERIFY(!plan);
        QVERIFY2(plan.error().text().contains(words), qPrintable(plan.error().text()));
        QVERIFY(!plan.error().remedy.isEmpty());
    }

    /// A file edited in between is not touched, nor is any other.
    void changedFilesAreLeftAlone()
    {
        const NamedProject bench;
        const auto plan = planRename(bench.project(), "FIRST_AID", "BANDAGE");
        QVERIFY(plan);
        const QString makefile = bench.path(QStringLiteral("app/Makefile.uk"));
        QVERIFY(test::writeFile(makefile, "# edited\n" + test::contents(makefile)));
        const QByteArray config = test::contents(bench.path(QStringLiteral("app/Config.uk")));
        const auto done = applyRename(*plan);
        QVERIFY(!done);
        QVERIFY(done.error().where.contains(QStringLiteral("Makefile.uk:1:")));
        QCOMPARE(test::contents(bench.path(QStringLiteral("app/Config.uk"))), config);
    }

    /// One folder can't be written to: no file has changed.
    void allOrNothing()
    {
        const NamedProject bench;
        const QString folder = bench.path(QStringLiteral("app/sub"));
        QVERIFY(test::writeFile(folder + QStringLiteral("/z.c"), "CONFIG_FIRST_AID\n"));
        const auto plan = planRename(bench.project(), "FIRST_AID", "BANDAGE");
        QVERIFY(plan);
        // Nobody, not even root, can replace a file by what can't be made beside it.
        QVERIFY(QDir().rename(folder, folder + QStringLiteral("2")));
        const QByteArray config = test::contents(bench.path(QStringLiteral("app/Config.uk")));
        const auto done = applyRename(*plan);
        QVERIFY(!done);
        QCOMPARE(test::contents(bench.path(QStringLiteral("app/Config.uk"))), config);
        QCOMPARE(test::contents(folder + QStringLiteral("2/z.c")),
                 QByteArray("CONFIG_FIRST_AID\n"));
    }

    void canBeCancelled()
    {
        const NamedProject bench;
        JobWatch watch;
        watch.cancel();
        const auto found = findReferences(bench.project(), {"FIRST_AID"}, &watch);
        QVERIFY(!found);
        QCOMPARE(found.error(), cancelledProblem());
    }
};

QTEST_GUILESS_MAIN(SymbolRenameTest)
#include "symbol_rename_test.moc"
