// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/kraftfile_editor.h"

#include "fixture.h"

using namespace kiln;

namespace {

/// What the one changed stretch of lines is: how many lines stand before it, and how many it had
/// and has.
struct Stretch
{
    qsizetype first = 0;
    qsizetype before = 0;
    qsizetype after = 0;
};

Stretch changedLines(const QByteArray &before, const QByteArray &after)
{
    const QList<QByteArray> old = before.split('\n');
    const QList<QByteArray> now = after.split('\n');
    qsizetype first = 0;
    while (first < old.size() && first < now.size() && old[first] == now[first])
        ++first;
    qsizetype last = 0;
    while (last < old.size() - first && last < now.size() - first &&
           old[old.size() - 1 - last] == now[now.size() - 1 - last])
        ++last;
    return {first, old.size() - first - last, now.size() - first - last};
}

} // namespace

class KraftfileEditorTest : public QObject
{
    Q_OBJECT

    KraftfileEditor editor(const QByteArray &text)
    {
        test::writeFile(path(), text);
        return KraftfileEditor::open(path()).value();
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("Kraftfile")); }

    QTemporaryDir m_folder;

private slots:
    void oneValueChangesOneLine_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(test::dataPath(QStringLiteral("kraftfiles")));
        for (const QString &name : folder.entryList({QStringLiteral("*.yaml")}, QDir::Files))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }

    /// For every value of every file: another value changes the lines of that value and no other.
    void oneValueChangesOneLine()
    {
        QFETCH(QString, file);
        const QByteArray before = test::contents(file);
        const auto original = YamlText::parse(file, before);
        QVERIFY2(original, original ? "" : qPrintable(original.error().text()));
        const auto read = readKraftfile(file);
        QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
        QCOMPARE(read->specification,
                 QStringLiteral("0.%1").arg(QFileInfo(file).fileName().mid(1, 1)));
        const QList<YamlValue> values = original->values();
        QVERIFY(!values.isEmpty());
        int refused = 0;
        for (qsizetype i = 0; i < values.size(); ++i) {
            const YamlPath &at = values[i].path;
            const QString &old = values[i].text;
            const QString name = at.join(u'.');
            for (const QString &value :
                 {QStringLiteral("other"), QStringLiteral("it's: \"quoted\" # \\ text"),
                  QStringLiteral("null"), QString(), QStringLiteral("two\nlines")}) {
                YamlText text = *original;
                const auto done = text.set(at, value);
                if (!done) {
                    QCOMPARE(text.bytes(), before);
                    QVERIFY(!done.error().where.isEmpty() && !done.error().remedy.isEmpty());
                    ++refused;
                    continue;
                }
                QList<YamlValue> wanted = values;
                wanted[i].text = value;
                QCOMPARE(text.values(), wanted);
                const Stretch stretch = changedLines(before, text.bytes());
                // A value on one line is changed on that line; one on several becomes one.
                const int line = original->place(at).section(u':', -2, -2).toInt();
                QVERIFY2(stretch.first + 1 >= line, qPrintable(name));
                QVERIFY2(stretch.after <= 1, qPrintable(name));
                const bool isLong = old.contains(u'\n') || old.contains(QStringLiteral("go on")) ||
                                    old == QLatin1String("and in single ones") ||
                                    old == QLatin1String("a b") ||
                                    old.startsWith(QLatin1String("Several"));
                QVERIFY2(stretch.before <= 1 || isLong, qPrintable(name));
                // And back: the same meaning, in the same lines.
                QVERIFY2(text.set(at, old), qPrintable(name));
                QCOMPARE(text.values(), values);
            }
        }
        // Only what several places share can't be changed in one of them.
        QVERIFY2(refused == 0 || before.contains("*"), qPrintable(QString::number(refused)));
    }

    void thereAreEnoughFiles()
    {
        const QDir folder(test::dataPath(QStringLiteral("kraftfiles")));
        const auto count = [&](const char *pattern) {
            return folder.entryList({QLatin1String(pattern)}, QDir::Files).size();
        };
        QVERIFY(count("05-*.yaml") >= 20 && count("06-*.yaml") >= 20);
    }

    void keepsTheWayItIsWritten()
    {
        auto kraft = editor("spec: v0.6   # which\n"
                            "name: 'shop' # who\r\n"
                            "x: {a: \"b\",  c: d} # e\n"
                            "unikraft:\n"
                            "  kconfig:\n"
                            "    CONFIG_A: y   # on\n");
        QVERIFY(kraft.text().set({"name"}, QStringLiteral("it's")));
        QVERIFY(kraft.text().set({"x", "a"}, QStringLiteral("tab\t")));
        QVERIFY(kraft.text().set({"x", "c"}, QStringLiteral("e, f")));
        QVERIFY(kraft.setOption(QStringLiteral("A"), QStringLiteral("n")));
        QCOMPARE(kraft.text().bytes(), QByteArray("spec: v0.6   # which\n"
                                                  "name: 'it''s' # who\r\n"
                                                  "x: {a: \"tab\\t\",  c: \"e, f\"} # e\n"
                                                  "unikraft:\n"
                                                  "  kconfig:\n"
                                                  "    CONFIG_A: n   # on\n"));
        QVERIFY(kraft.save());
        QCOMPARE(test::contents(path()), kraft.text().bytes());
    }

    void options_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after);
        };
        row("settings", "spec: v0.6\nunikraft:\n  kconfig:\n    CONFIG_A: y # a\n# end\nname: x\n",
            "spec: v0.6\nunikraft:\n  kconfig:\n    CONFIG_A: y # a\n    CONFIG_NEW: y\n# end\n"
            "name: x\n");
        row("list", "spec: v0.6\nunikraft:\n  kconfig:\n  - CONFIG_A=y\nname: x\n",
            "spec: v0.6\nunikraft:\n  kconfig:\n  - CONFIG_A=y\n  - CONFIG_NEW=y\nname: x\n");
        row("braces", "spec: v0.6\nunikraft: {kconfig: {CONFIG_A: y}}\n",
            "spec: v0.6\nunikraft: {kconfig: {CONFIG_A: y, CONFIG_NEW: y}}\n");
        row("brackets", "spec: v0.6\nunikraft: {kconfig: [ ]}\n",
            "spec: v0.6\nunikraft: {kconfig: [CONFIG_NEW=y ]}\n");
        row("no kconfig", "spec: v0.6\nunikraft:\n  version: stable\n",
            "spec: v0.6\nunikraft:\n  version: stable\n  kconfig:\n    CONFIG_NEW: y\n");
        row("empty kconfig", "spec: v0.6\nunikraft:\n  kconfig: # none\nname: x\n",
            "spec: v0.6\nunikraft:\n  kconfig: # none\n    CONFIG_NEW: y\nname: x\n");
        row("no kernel", "spec: v0.6", "spec: v0.6\nunikraft:\n  kconfig:\n    CONFIG_NEW: y");
        row("crlf", "spec: v0.6\r\nunikraft:\r\n  kconfig:\r\n    CONFIG_A: y\r\n",
            "spec: v0.6\r\nunikraft:\r\n  kconfig:\r\n    CONFIG_A: y\r\n    CONFIG_NEW: y\r\n");
    }

    void options()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        auto kraft = editor(before);
        const auto done = kraft.setOption(QStringLiteral("CONFIG_NEW"), QStringLiteral("y"));
        QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
        QCOMPARE(kraft.text().bytes(), after);
        const auto gone = kraft.removeOption(QStringLiteral("NEW"));
        QVERIFY2(gone, gone ? "" : qPrintable(gone.error().text()));
        QVERIFY(!kraft.text().bytes().contains("NEW"));
        QVERIFY(!kraft.removeOption(QStringLiteral("NEW")));
    }

    void kernelThatIsAVersionAlone()
    {
        auto kraft = editor("spec: v0.6\nunikraft: stable\n");
        const auto done = kraft.setOption(QStringLiteral("A"), QStringLiteral("y"));
        QVERIFY(!done);
        QCOMPARE(done.error().where, path() + QStringLiteral(":2:1"));
        QVERIFY(done.error().remedy.contains(QStringLiteral("version: stable")));
        QCOMPARE(kraft.text().bytes(), QByteArray("spec: v0.6\nunikraft: stable\n"));
    }

    void targets()
    {
        auto kraft = editor("spec: v0.6\ntargets:\n- qemu/x86_64 # one\n# end\n");
        QVERIFY(kraft.addTarget({{}, QStringLiteral("arm64"), QStringLiteral("qemu"), {}}));
        QVERIFY(kraft.addTarget(
            {QStringLiteral("proc"), QStringLiteral("x86_64"), QStringLiteral("linuxu"), {}}));
        QVERIFY(kraft.save());
        QCOMPARE(test::contents(path()), QByteArray("spec: v0.6\ntargets:\n- qemu/x86_64 # one\n"
                                                    "- qemu/arm64\n"
                                                    "- name: proc\n"
                                                    "  platform: linuxu\n"
                                                    "  architecture: x86_64\n"
                                                    "# end\n"));
        QVERIFY(!kraft.addTarget({{}, QStringLiteral("arm64"), QStringLiteral("qemu"), {}}));
        QVERIFY(kraft.removeTarget(QStringLiteral("qemu/arm64")));
        QVERIFY(kraft.save());
        QVERIFY(kraft.removeTarget(QStringLiteral("proc")));
        QCOMPARE(kraft.text().bytes(), QByteArray("spec: v0.6\ntargets:\n- qemu/x86_64 # one\n"
                                                  "# end\n"));
        auto none = editor("spec: v0.6\n");
        QVERIFY(none.addTarget({{}, QStringLiteral("x86_64"), QStringLiteral("qemu"), {}}));
        QCOMPARE(none.text().bytes(), QByteArray("spec: v0.6\ntargets:\n- qemu/x86_64\n"));
    }

    void libraries()
    {
        auto kraft = editor("spec: v0.6\nlibraries:\n  musl: stable\nname: x\n");
        KraftComponent lwip;
        lwip.name = QStringLiteral("lwip");
        lwip.source = QStringLiteral("https://example.org/lwip.git");
        lwip.version = QStringLiteral("stable");
        QVERIFY(kraft.setLibrary(lwip));
        QCOMPARE(kraft.text().bytes(),
                 QByteArray("spec: v0.6\nlibraries:\n  musl: stable\n  lwip:\n"
                            "    source: https://example.org/lwip.git\n    version: stable\n"
                            "name: x\n"));
        lwip.version = QStringLiteral("0.17");
        QVERIFY(kraft.setLibrary(lwip));
        QVERIFY(kraft.text().bytes().contains("    version: 0.17\n"));
        QVERIFY(kraft.removeLibrary(QStringLiteral("lwip")));
        QCOMPARE(kraft.text().bytes(),
                 QByteArray("spec: v0.6\nlibraries:\n  musl: stable\nname: x\n"));
        QVERIFY(!kraft.removeLibrary(QStringLiteral("lwip")));
    }

    void whatIsSharedIsNotChanged()
    {
        auto kraft = editor("spec: v0.6\na: &x\n  b: c\nd: *x\n");
        const auto done = kraft.text().set({"a", "b"}, QStringLiteral("e"));
        QVERIFY(!done);
        QVERIFY(done.error().what.contains(QStringLiteral("shared")));
        QCOMPARE(done.error().where, path() + QStringLiteral(":3:3"));
    }

    void badFiles()
    {
        const auto problem = [this](const QByteArray &text) {
            test::writeFile(path(), text);
            const auto kraft = KraftfileEditor::open(path());
            return kraft ? Problem() : kraft.error();
        };
        QCOMPARE(problem("a: [b\n").where, path() + QStringLiteral(":2:1"));
        QVERIFY(problem("a: \xff\n").what.contains(QStringLiteral("UTF-8")));
        QVERIFY(problem(QByteArray(2 << 20, ' ')).what.contains(QStringLiteral("1 MiB")));
        // A list that holds itself has no end, either.
        auto loop = editor("a: &a [*a, b]\nc: &c {d: *c}\nname: x\n");
        QVERIFY(!loop.text().set({"name"}, QStringLiteral("y")));
        QVERIFY(!loop.text().values().isEmpty());
        // Aliases of aliases mean more than any file says; that is found out, not written out.
        QByteArray bomb("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; ++i) {
            const QByteArray former = "*a" + QByteArray::number(i - 1);
            bomb += 'a' + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + former +
                    (", " + former).repeated(9) + "]\n";
        }
        auto kraft = editor(bomb + "name: x\n");
        QVERIFY(!kraft.text().set({"name"}, QStringLiteral("y")));
    }
};

QTEST_GUILESS_MAIN(KraftfileEditorTest)
#include "kraftfile_editor_test.moc"
