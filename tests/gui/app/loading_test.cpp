// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window says while a tree is read that takes its time, and how that is ended.

#include "../workbench/tree_fixture.h"
#include "window_driver.h"

#include <QLabel>

#include <algorithm>

using namespace kiln;
using namespace kiln::test;

class TestLoading : public QObject
{
    Q_OBJECT

private:
    LinuxWorkspace m_space;
    QByteArray m_options;

    [[nodiscard]] QString source() const
    {
        return m_space.tree() + QStringLiteral("/init/Kconfig");
    }
    bool makeSlow() const
    {
        return writeFile(source(), m_options + "\nconfig SLOW\n\tdef_bool $(holds,sleep 60)\n");
    }
    static QPushButton *cancel(const WindowDriver &window)
    {
        return window->findChild<QPushButton *>(QStringLiteral("cancelLoading"));
    }
    static bool says(const WindowDriver &window, const QString &text)
    {
        const auto labels = window->configurePage()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }

private slots:
    void initTestCase()
    {
        useScratchSettings();
        QVERIFY(m_space.isValid());
        m_options = contents(source());
        QVERIFY(TrustStore().trust(m_space.project()));
    }

    void tellsAndIsCancelled()
    {
        QVERIFY(makeSlow());
        WindowDriver window;
        window->open(m_space.tree(), QStringLiteral("x86_64"));
        QVERIFY(says(window, QStringLiteral("Reading the options")));
        QVERIFY(cancel(window) && !cancel(window)->isVisible()); // not for what is over soon
        QTRY_VERIFY(cancel(window)->isVisible());
        QTRY_VERIFY(says(window, QStringLiteral("of the tree answered")));
        QVERIFY(window.session()->commandsAnswered() > 0);
        QElapsedTimer clock;
        clock.start();
        QTest::mouseClick(cancel(window), Qt::LeftButton);
        QVERIFY(!window.session()->isLoading());
        QVERIFY(!window.session()->isLoaded());
        QVERIFY(!cancel(window)->isVisible());
        QVERIFY(says(window, QStringLiteral("cancelled")));
        QVERIFY(says(window, QStringLiteral("Reload Configuration")));

        // As it says.
        QVERIFY(writeFile(source(), m_options));
        window->actions()->reload->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window.session()->isLoaded(), 20'000);
        QVERIFY(clock.elapsed() < 40'000); // the command has been ended, not waited for
        QTRY_VERIFY(window->configurePage()->optionView()->isVisible());
    }

    void whatWasLoadedStays()
    {
        QVERIFY(writeFile(source(), m_options));
        WindowDriver window;
        window->open(m_space.tree(), QStringLiteral("x86_64"));
        QTRY_VERIFY_WITH_TIMEOUT(window.session()->isLoaded(), 20'000);
        const kconfig::SymbolId modules = window.session()->model().find("MODULES");
        const QString before = window.value("MODULES");
        QVERIFY(window.toggle(QStringLiteral("MODULES")));
        const QString edited = window.value("MODULES");
        QVERIFY(edited != before);
        const int changes = window.session()->changeCount();
        QVERIFY(makeSlow());
        window.session()->reload(ConfigSession::ReloadMode::keepEdits);
        QTRY_VERIFY(cancel(window)->isVisible());
        QVERIFY(!window->configurePage()->optionView()->isVisible());
        QTest::mouseClick(cancel(window), Qt::LeftButton);
        QVERIFY(window.session()->isLoaded() && !window.session()->isLoading());
        QCOMPARE(window.session()->model().find("MODULES"), modules);
        QCOMPARE(window.value("MODULES"), edited);
        QCOMPARE(window.session()->changeCount(), changes);
        QTRY_VERIFY(window->configurePage()->optionView()->isVisible());
        window.session()->undo();
        QCOMPARE(window.value("MODULES"), before);
    }
};

QTEST_MAIN(TestLoading)
#include "loading_test.moc"
