// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../workbench/fixture.h"
#include "kconfig_fixture.h"

#include "widgets/configure_page.h"
#include "widgets/configure_pane.h"
#include "widgets/option_view.h"
#include "widgets/trust_question.h"
#include "workbench/config_session.h"

#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace kiln;
using kiln::test::Workspace;

/// Options in somebody else's window, and the question before anything runs there.
class TestConfigurePane : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup();
    void searchesTogglesAndSaves();
    void undoesAndRedoes();
    void showsWhatWasLoadedBefore();
    void saysWhatIsWrong();
    void trustIsAskedOnce_data();
    void trustIsAskedOnce();

private:
    [[nodiscard]] QByteArray file() const
    {
        return kiln::test::contents(m_space->app() + QStringLiteral("/.config"));
    }
    void toggleConsole();

    std::unique_ptr<Workspace> m_space;
    std::unique_ptr<ConfigSession> m_session;
    std::unique_ptr<ConfigurePane> m_pane;
};

void TestConfigurePane::init()
{
    m_space = std::make_unique<Workspace>();
    QByteArray tree(kiln::test::smallTree);
    tree.remove(0, tree.indexOf("config NAME")); // the tree has a title of its own
    QVERIFY(kiln::test::writeFile(m_space->app() + QStringLiteral("/Config.uk"), tree));
    m_session = std::make_unique<ConfigSession>();
    m_pane = std::make_unique<ConfigurePane>(m_session.get());
    m_pane->resize(1000, 600);
    m_pane->show();
    QSignalSpy loaded(m_session.get(), &ConfigSession::loaded);
    m_session->load(m_space->project(), true);
    QVERIFY(loaded.wait(20'000));
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TestConfigurePane::cleanup()
{
    m_pane.reset();
    m_session.reset();
    m_space.reset();
}

void TestConfigurePane::toggleConsole()
{
    QTest::mouseClick(m_pane->searchField(), Qt::LeftButton);
    QTest::keyClicks(m_pane->searchField(), QStringLiteral("CONSOLE"));
    OptionView *view = m_pane->page()->optionView();
    QTRY_VERIFY(view->model()->rowCount() > 0);
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Space);
}

void TestConfigurePane::searchesTogglesAndSaves()
{
    QVERIFY(m_pane->saveButton()->isEnabled()); // there is no file yet
    QVERIFY(m_pane->status().contains(QStringLiteral(".config")));
    toggleConsole();
    QTest::mouseClick(m_pane->saveButton(), Qt::LeftButton);
    QTRY_VERIFY(file().contains("CONFIG_CONSOLE=y"));
    QTRY_VERIFY(!m_pane->saveButton()->isEnabled());
    QCOMPARE(m_pane->status(), QString());
    QTest::keyClick(m_pane->searchField(), Qt::Key_Escape);
    QCOMPARE(m_pane->searchField()->text(), QString());
}

void TestConfigurePane::undoesAndRedoes()
{
    QVERIFY(m_session->save().has_value());
    QVERIFY(!m_pane->undoButton()->isEnabled());
    toggleConsole();
    QVERIFY(m_pane->undoButton()->isEnabled());
    QVERIFY(m_pane->saveButton()->isEnabled());
    QVERIFY(!m_pane->status().isEmpty());
    QTest::mouseClick(m_pane->undoButton(), Qt::LeftButton);
    QVERIFY(!m_session->isDirty());
    QVERIFY(!m_pane->saveButton()->isEnabled());
    QTest::mouseClick(m_pane->redoButton(), Qt::LeftButton);
    QVERIFY(m_session->isDirty());
}

/// Another view of the same session, made once everything is there.
void TestConfigurePane::showsWhatWasLoadedBefore()
{
    QVERIFY(m_session->save().has_value());
    toggleConsole();
    ConfigurePane second(m_session.get());
    second.resize(1000, 600);
    second.show();
    QVERIFY(QTest::qWaitForWindowExposed(&second));
    QVERIFY(second.page()->optionView()->isVisible());
    QVERIFY(second.page()->optionView()->model()->rowCount() > 0);
    QVERIFY(second.saveButton()->isEnabled());
    QTest::mouseClick(second.undoButton(), Qt::LeftButton);
    QVERIFY(!m_pane->saveButton()->isEnabled());
}

void TestConfigurePane::saysWhatIsWrong()
{
    QVERIFY(m_session->save().has_value());
    toggleConsole();
    // The folder is no place for a file any more.
    const QString config = m_space->app() + QStringLiteral("/.config");
    QVERIFY(QFile::remove(config));
    QVERIFY(QDir().mkpath(config + QStringLiteral("/in-the-way")));
    QTest::mouseClick(m_pane->saveButton(), Qt::LeftButton);
    QTRY_VERIFY2(m_pane->status().contains(config), qPrintable(m_pane->status()));
    QVERIFY(m_session->isDirty());
}

void TestConfigurePane::trustIsAskedOnce_data()
{
    QTest::addColumn<bool>("agree");
    QTest::newRow("trusted") << true;
    QTest::newRow("refused") << false;
}

void TestConfigurePane::trustIsAskedOnce()
{
    QFETCH(bool, agree);
    int trusted = 0;
    int refused = 0;
    askTrust(
        m_pane.get(), m_space->project(), {m_space->app()}, [&] { ++trusted; }, [&] { ++refused; });
    auto *question = m_pane->findChild<QMessageBox *>(QStringLiteral("askTrust"));
    QVERIFY(question != nullptr && question->isVisible());
    QVERIFY(question->informativeText().contains(m_space->app()));
    if (agree) {
        for (QAbstractButton *button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::AcceptRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
    } else {
        QTest::keyClick(question, Qt::Key_Escape);
    }
    QCOMPARE(trusted, agree ? 1 : 0);
    QCOMPARE(refused, agree ? 0 : 1);
}

QTEST_MAIN(TestConfigurePane)
#include "configure_pane_test.moc"
