// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Random clicks, keys and meddling with files, on three trees. Options of this program, before
// those of Qt Test: --seconds=N for each tree (5), --seed=N (another for each run), --linux=FOLDER
// (a tree of Linux 6.1). A run that fails prints its seed and what was done last.

#include "monkey/action_log.h"
#include "monkey/judge.h"
#include "monkey/monkey.h"

#include "widgets/changes_model.h"
#include "widgets/changes_view.h"
#include "widgets/option_filter_model.h"
#include "widgets/option_pane.h"

#include <QAbstractItemModelTester>
#include <QDesktopServices>
#include <QTreeView>

#include <random>

using namespace kiln;
using kiln::test::ActionLog;
using kiln::test::Judge;
using kiln::test::Monkey;
using kiln::test::Place;
using kiln::test::WindowDriver;

namespace {

/// How long it plays before it is judged, milliseconds.
int roundOf(Place::Kind kind)
{
    return kind == Place::Kind::linux61 ? 10'000 : 1500;
}

} // namespace

class TestMonkey : public QObject
{
    Q_OBJECT

public:
    unsigned seed = std::random_device()();
    int seconds = 5;
    QString linuxSource = qEnvironmentVariable("KCONFIG_LINUX_SOURCE");

public slots:
    /// Where links of help texts lead to.
    void openUrl(const QUrl &url) { ActionLog::note(QStringLiteral("url ") + url.toString()); }

private slots:
    void initTestCase();
    void plays_data();
    void plays();

private:
    void testModels(const WindowDriver &window) const;
    void compareWithin(const WindowDriver &window) const;
};

void TestMonkey::initTestCase()
{
    kiln::test::useScratchSettings();
    QApplication::setQuitOnLastWindowClosed(false);
    for (const char *scheme : {"http", "https", "file", "mailto"})
        QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "openUrl");
}

void TestMonkey::plays_data()
{
    QTest::addColumn<Place::Kind>("kind");
    QTest::newRow("bundled") << Place::Kind::bundled;
    QTest::newRow("generated") << Place::Kind::generated;
    QTest::newRow("linux") << Place::Kind::linux61;
}

/// Models must be in order, whatever was done.
void TestMonkey::testModels(const WindowDriver &window) const
{
    const ConfigurePage *page = window->configurePage();
    const QAbstractItemModel *const models[] = {
        page->treeModel(), page->optionPane()->filter(), page->menuView()->model(),
        page->optionView()->model(), window->configFiles()->changes()->model()};
    for (const QAbstractItemModel *model : models)
        const QAbstractItemModelTester tester(
            const_cast<QAbstractItemModel *>(model),
            QAbstractItemModelTester::FailureReportingMode::QtTest);
}

/// What is shown before anything is saved, against the configuration it is about.
void TestMonkey::compareWithin(const WindowDriver &window) const
{
    const ConfigSession *session = window.session();
    if (!session->isLoaded() || session->isLoading())
        return;
    const OptionTreeModel *tree = window->configurePage()->treeModel();
    for (std::uint32_t i = 0; i < session->model().nodeCount(); ++i)
        QCOMPARE(tree->isVisible(kconfig::NodeId{i}),
                 session->configuration().isVisible(kconfig::NodeId{i}));
}

void TestMonkey::plays()
{
    QFETCH(Place::Kind, kind);
    if (kind == Place::Kind::linux61 && linuxSource.isEmpty())
        QFAIL(
            "no tree of Linux 6.1 was given: name one with --linux=FOLDER, or run the test through "
            "ctest, which unpacks Debian's linux-source-6.1");
    ActionLog::setTitle(QStringLiteral("monkey:%1 --seed=%2 --seconds=%3; the last actions:")
                            .arg(QString::fromLatin1(QTest::currentDataTag()))
                            .arg(seed)
                            .arg(seconds));
    qInfo("seed %u", seed);
    Place place(kind, seed, linuxSource);
    QVERIFY(place.isValid());
    WindowDriver window(place.tree());
    QVERIFY(window.open(place.folder()));
    window->projects()->trust();
    QVERIFY(QTest::qWaitFor([&] { return !window.session()->isLoading(); }, 180'000));

    Monkey monkey(window, place, seed);
    Judge judge(QStringLiteral(KILN_TEST_KCONF), place.path(QStringLiteral("bin")));
    QElapsedTimer clock;
    clock.start();
    qint64 judged = 0;
    int actions = 0;
    bool isOver = false;
    while (!isOver) {
        monkey.act();
        ++actions;
        if (actions % 50 == 0)
            compareWithin(window);
        isOver = clock.elapsed() >= seconds * 1000 || QTest::currentTestFailed();
        if (!isOver && clock.elapsed() - judged < roundOf(kind))
            continue;
        QString why;
        const bool isSettled = !QTest::currentTestFailed() && monkey.settle(&why);
        const QStringList differences = isSettled ? judge.differences(window) : QStringList();
        if (isSettled && differences.isEmpty())
            testModels(window);
        if (!isSettled || !differences.isEmpty() || QTest::currentTestFailed()) {
            ActionLog::print();
            QVERIFY2(isSettled, qPrintable(QStringLiteral("waited in vain for ") + why));
            QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
            return;
        }
        judged = clock.elapsed();
    }
    qInfo("%d actions, %d files and %d rows compared", actions, judge.savedFiles(),
          judge.comparedRows());
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QVERIFY(judge.comparedRows() > 0);
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    TestMonkey test;
    // Each window of the platform without a screen has something to say.
    QStringList rest;
    for (const QString &argument : QCoreApplication::arguments()) {
        const QString value = argument.section(u'=', 1);
        if (argument.startsWith(QLatin1String("--seed=")))
            test.seed = value.toUInt();
        else if (argument.startsWith(QLatin1String("--seconds=")))
            test.seconds = value.toInt();
        else if (argument.startsWith(QLatin1String("--linux=")))
            test.linuxSource = value;
        else
            rest << argument;
    }
    rest << QStringLiteral("-maxwarnings") << QStringLiteral("2000");
    return QTest::qExec(&test, rest);
}

#include "monkey_test.moc"
