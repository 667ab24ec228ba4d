// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln build`, `size`, `libraries` and `history` on the bundled tree's example: a build that is
// stopped half way, one that is not, and what they say of the image.

#include "../workbench/fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <csignal>

using namespace kiln;

namespace {

QByteArray run(const QStringList &arguments, int expected = 0)
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(KILN_PROGRAM), arguments);
    if (!process.waitForFinished(100000) || process.exitCode() != expected)
        qWarning("kiln %s: status %d: %s", qPrintable(arguments.join(u' ')), process.exitCode(),
                 process.readAllStandardError().constData());
    return process.readAllStandardOutput() + process.readAllStandardError();
}

QJsonArray rows(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object().value(QLatin1String("rows")).toArray();
}

} // namespace

class KilnAnalysisTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder.filePath(QStringLiteral("c"))));
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.filePath(QStringLiteral("d"))));
        // The same folder each time: what a former run compiled need not be compiled again.
        if (qEnvironmentVariableIsEmpty("CCACHE_DIR"))
            qputenv("CCACHE_DIR", QFile::encodeName(m_folder.filePath(QStringLiteral("cache"))));
        for (const char *name : {"c", "d", "hello"})
            QDir(m_folder.filePath(QLatin1String(name))).removeRecursively();
        QVERIFY(test::copyFolder(QStringLiteral(KILN_TEST_KERNEL "/apps/helloworld"), app()));
    }

    void stoppedBuildGoesOnToTheSameImage()
    {
        // What was compiled once need not be again, where there is a cache.
        QStringList build{QStringLiteral("build"), app()};
        if (!QStandardPaths::findExecutable(QStringLiteral("ccache")).isEmpty())
            build.append({QStringLiteral("--launcher"), QStringLiteral("ccache")});
        QProcess process;
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(QStringLiteral(KILN_PROGRAM), build);
        QByteArray seen;
        // On the way: some of the platform's objects are made, the libraries' are not.
        while (!seen.contains("libkvmplat") && process.waitForReadyRead(60000))
            seen += process.readAllStandardOutput();
        QVERIFY(seen.contains("libkvmplat"));
        kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(!QFileInfo::exists(image()));
        (void)run(build);
        const QByteArray afterStop = test::contents(image());
        QVERIFY(!afterStop.isEmpty());
        // The same from nothing.
        (void)run({QStringLiteral("clean"), app(), QStringLiteral("--all")});
        (void)run(build);
        QCOMPARE(test::contents(image()), afterStop);
    }

    void historyKnowsThem()
    {
        const QList<QByteArray> lines =
            run({QStringLiteral("history"), app(), QStringLiteral("--json")}).trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        const QJsonObject stopped = QJsonDocument::fromJson(lines[0]).object();
        const QJsonObject built = QJsonDocument::fromJson(lines[2]).object();
        QCOMPARE(stopped.value(QLatin1String("outcome")).toString(), QStringLiteral("cancelled"));
        QCOMPARE(built.value(QLatin1String("outcome")).toString(), QStringLiteral("built"));
        QCOMPARE(built.value(QLatin1String("imageSize")).toInteger(), QFileInfo(image()).size());
        double share = 0;
        for (const QJsonValue &library : built.value(QLatin1String("libraries")).toArray())
            share += library.toObject().value(QLatin1String("share")).toDouble();
        QVERIFY(std::abs(share - built.value(QLatin1String("seconds")).toDouble()) < 0.01);
        QVERIFY(run({QStringLiteral("history"), app()}).contains("cancelled"));
        QVERIFY(run({QStringLiteral("history"), app(), QStringLiteral("--times")})
                    .contains("libnolibc"));
    }

    void sizesAddUp()
    {
        for (const char *by : {"library", "object", "symbol", "section"}) {
            qint64 total = 0;
            for (const QJsonValue &row :
                 rows(run({QStringLiteral("size"), app(), QStringLiteral("--by"), QLatin1String(by),
                           QStringLiteral("--json")})))
                total += row.toObject().value(QLatin1String("size")).toInteger();
            QCOMPARE(total, QFileInfo(image()).size());
        }
        const QByteArray text = run({QStringLiteral("size"), image()});
        QVERIFY(text.contains("libnolibc"));
        // Compared with itself, nothing has changed.
        for (const QJsonValue &row :
             rows(run({QStringLiteral("size"), app(), QStringLiteral("--diff"), image(),
                       QStringLiteral("--json")})))
            QCOMPARE(row.toObject().value(QLatin1String("change")).toInteger(-1), 0);
    }

    void librariesTellWhy()
    {
        const QByteArray why = run({QStringLiteral("libraries"), app(), QStringLiteral("--why"),
                                    QStringLiteral("libnolibc")});
        QVERIFY2(why.contains("apphelloworld uses"), why.constData());
        QVERIFY2(why.contains("LIBNOLIBC is y"), why.constData());
        QVERIFY(run({QStringLiteral("libraries"), app(), QStringLiteral("--dot")})
                    .startsWith("digraph"));
        const QByteArray none = run({QStringLiteral("libraries"), app(), QStringLiteral("--why"),
                                     QStringLiteral("libnone")},
                                    1);
        QVERIFY(none.contains("libnone is not in the image"));
    }

    void wrongUsageIsTold()
    {
        QVERIFY(run({QStringLiteral("size")}, 2).contains("kiln size IMAGE|DIR"));
        QVERIFY(run({QStringLiteral("size"), app(), QStringLiteral("--by"), QStringLiteral("x")}, 2)
                    .contains("library, object, symbol or section"));
        QVERIFY(run({QStringLiteral("size"), QStringLiteral("/nowhere")}, 1).contains("/nowhere"));
        QVERIFY(
            run({QStringLiteral("build"), app(), QStringLiteral("--launcher"), QStringLiteral("x")},
                2)
                .contains("ccache, distcc, icecream"));
        QVERIFY(run({QStringLiteral("build"), app(), QStringLiteral("--compiler"),
                     QStringLiteral("tcc")},
                    2)
                    .contains("gcc or clang"));
    }

private:
    [[nodiscard]] QString app() const { return m_folder.filePath(QStringLiteral("hello")); }
    [[nodiscard]] QString image() const
    {
        return app() + QStringLiteral("/build/hello_qemu-x86_64");
    }

    QDir m_folder{QStringLiteral(KILN_TEST_WORK)};
};

QTEST_GUILESS_MAIN(KilnAnalysisTest)
#include "kiln_analysis_test.moc"
