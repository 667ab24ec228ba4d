// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What somebody does on Configure, from one end to the other, in the real window by mouse and keys.

#include "window_driver.h"

#include "app/project_page.h"
#include "widgets/compare_model.h"
#include "widgets/compare_view.h"
#include "widgets/details_pane.h"
#include "widgets/fitted_text.h"
#include "widgets/value_editors.h"
#include "widgets/why_popup.h"
#include "workbench/comparison.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QTextBlock>
#include <QTextBrowser>

using namespace kiln;
using kiln::test::WindowDriver;
using kiln::test::Workspace;

namespace {

/// Clicks on a word of a text.
bool clickWord(QTextBrowser *text, const QString &word)
{
    const QTextCursor found = text->document()->find(word);
    if (found.isNull())
        return false;
    QTextCursor middle(text->document());
    middle.setPosition((found.selectionStart() + found.selectionEnd()) / 2);
    const QPoint at = text->cursorRect(middle).center();
    QTest::mouseClick(text->viewport(), Qt::LeftButton, {}, at);
    return true;
}

QPushButton *buttonIn(const QWidget *widget, const QString &text)
{
    for (QPushButton *button : widget->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text && button->isVisible())
            return button;
    }
    return nullptr;
}

bool press(const QWidget *widget, const QString &text)
{
    QPushButton *found = nullptr;
    if (!QTest::qWaitFor([&] { return (found = buttonIn(widget, text)) != nullptr; }))
        return false;
    QTest::mouseClick(found, Qt::LeftButton);
    return true;
}

/// Line of a file, from 1, that has a text; 0: none.
int lineOf(const QString &file, const QByteArray &text)
{
    const QList<QByteArray> lines = test::contents(file).split('\n');
    return int(lines.indexOf(text)) + 1;
}

} // namespace

class TestConfigureTasks : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Workspace> m_space;
    std::unique_ptr<WindowDriver> m_window;

    [[nodiscard]] ConfigurePage *page() const { return (*m_window)->configurePage(); }
    [[nodiscard]] OptionView *view() const { return page()->optionView(); }
    [[nodiscard]] QString value(const char *name) const { return m_window->value(name); }
    /// The cell of an option, scrolled to.
    [[nodiscard]] QModelIndex cell(const char *name, int column) const
    {
        page()->showOption(QString::fromLatin1(name));
        return view()->currentIndex().siblingAtColumn(column);
    }
    void clickCell(const char *name, int column) const
    {
        const QModelIndex at = cell(name, column);
        QVERIFY(at.isValid());
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(at).center());
    }

private slots:
    void initTestCase() { kiln::test::useScratchSettings(); }
    void init()
    {
        for (const QString &trusted : TrustStore().folders())
            QVERIFY(TrustStore().forget(trusted));
        m_space = std::make_unique<Workspace>();
        const QString config = m_space->app() + QStringLiteral("/Config.uk");
        QVERIFY(test::writeFile(config, test::contents(config) +
                                            "\nconfig ADDRESS\n\thex \"Address\"\n"
                                            "\trange 0x100 0x1ff\n\tdefault 0x180\n\n"
                                            "config GREETING\n\tstring \"Greeting\"\n"
                                            "\tdefault \"hello\"\n\n"
                                            "config IMAGE_FILE\n\tstring \"Image\"\n"));
        m_window = std::make_unique<WindowDriver>(m_space->tree());
        QVERIFY(m_window->openTrusted(m_space->project()));
        (*m_window)->actions()->placeConfigure->trigger();
    }
    void cleanup()
    {
        m_window.reset();
        m_space.reset();
    }

    /// Where a value came from, and the way there.
    void whereFrom()
    {
        page()->showOption(QStringLiteral("LIBFIRST"));
        QVERIFY(page()->detailsText().contains(QStringLiteral("Value")));
        QVERIFY(m_window->toggle(QStringLiteral("LIBSECOND")));
        page()->showOption(QStringLiteral("LIBFIRST"));
        QVERIFY2(page()->detailsText().contains(QStringLiteral("selected by LIBSECOND")),
                 qPrintable(page()->detailsText()));
        FittedText *top = page()->details()->top();
        QVERIFY(clickWord(top, QStringLiteral("LIBSECOND")));
        QVERIFY(page()->detailsText().contains(QStringLiteral("you chose it")));

        // A default is at a line of a file, which opens there.
        QVERIFY(m_window->toggle(QStringLiteral("LIBSECOND")));
        page()->showOption(QStringLiteral("ADDRESS"));
        QVERIFY(page()->detailsText().contains(QStringLiteral("default, ")));
        const EditPage *source = (*m_window)->editPage();
        QVERIFY(!source->isVisible());
        const QString file =
            QFileInfo(m_space->app() + QStringLiteral("/Config.uk")).canonicalFilePath();
        QVERIFY(clickWord(top, QStringLiteral("Config.uk:")));
        QTRY_VERIFY(source->isVisible());
        QCOMPARE(QFileInfo(source->file()).canonicalFilePath(), file);
        QCOMPARE(source->line(), lineOf(file, "\tdefault 0x180"));
    }

    void jumpToDefinition()
    {
        page()->showOption(QStringLiteral("LIBFIRST"));
        QVERIFY(page()->detailsText().contains(QStringLiteral("Defined at")));
        FittedText *bottom = nullptr;
        for (auto *text : page()->details()->findChildren<FittedText *>()) {
            if (text->toPlainText().contains(QStringLiteral("Defined at")))
                bottom = text;
        }
        QVERIFY(bottom);
        QVERIFY(clickWord(bottom, QStringLiteral("Config.uk:")));
        const EditPage *source = (*m_window)->editPage();
        QTRY_VERIFY(source->isVisible());
        const QString file =
            QFileInfo(m_space->tree() + QStringLiteral("/lib/first/Config.uk")).canonicalFilePath();
        QCOMPARE(QFileInfo(source->file()).canonicalFilePath(), file);
        QCOMPARE(source->line(), lineOf(file, "config LIBFIRST"));
    }

    void takesLeftAndRight()
    {
        const QString file = m_space->path(QStringLiteral("other"));
        QVERIFY(test::writeFile(file, "CONFIG_LEVEL_HIGH=y\n"));
        QVERIFY(m_window->save());
        QVERIFY(m_window->toggle(QStringLiteral("LIBFIRST"))); // the saved one, at the left, has n
        (*m_window)->actions()->compare->trigger();
        CompareView *compare = (*m_window)->configFiles()->comparison();
        compare->addFile(file);
        QTRY_COMPARE(compare->comparison()->columnCount(), 3);
        const auto select = [compare](const char *name) {
            for (int row = 0; row < compare->model()->rowCount(); ++row) {
                const QModelIndex at = compare->model()->index(row, 0);
                if (at.data(CompareModel::NameRole).toString() == QLatin1String(name)) {
                    QTest::mouseClick(compare->table()->viewport(), Qt::LeftButton, {},
                                      compare->table()->visualRect(at).center());
                    return true;
                }
            }
            return false;
        };
        QVERIFY(select("LEVEL_HIGH"));
        QVERIFY(press(compare, QStringLiteral("Take Right")));
        QTRY_COMPARE(value("LEVEL_HIGH"), QStringLiteral("y"));
        QCOMPARE(value("LIBFIRST"), QStringLiteral("y"));
        QVERIFY(select("LIBFIRST"));
        QVERIFY(press(compare, QStringLiteral("Take Left")));
        QTRY_COMPARE(value("LIBFIRST"), QStringLiteral("n"));
        QCOMPARE(value("LEVEL_HIGH"), QStringLiteral("y"));
        // Each is one step of undo.
        (*m_window)->actions()->undo->trigger();
        QCOMPARE(value("LIBFIRST"), QStringLiteral("y"));
        (*m_window)->actions()->undo->trigger();
        QCOMPARE(value("LEVEL_HIGH"), QStringLiteral("n"));
        // What a menu offers for a column goes with it.
        QHeaderView *header = compare->table()->horizontalHeader();
        const int last = compare->model()->columnCount() - 1;
        emit header->customContextMenuRequested({header->sectionViewportPosition(last) + 4, 4});
        const QPointer<QMenu> menu = compare->findChild<QMenu *>(QStringLiteral("compareColumn"));
        QVERIFY(menu && menu->isVisible());
        m_window->session()->reload(ConfigSession::ReloadMode::keepEdits);
        QVERIFY(!menu->isVisible());
        QTRY_COMPARE(compare->comparison()->columnCount(), 3);
    }

    void trustIsExplainedOfferedAndRemembered()
    {
        const QString root = m_space->app() + QStringLiteral("/Config.uk");
        QVERIFY(test::writeFile(root, test::contents(root) + "\nconfig FROM_SHELL\n\tstring\n"
                                                             "\tdefault \"$(shell,echo told)\"\n"));
        for (const QString &trusted : TrustStore().folders())
            QVERIFY(TrustStore().forget(trusted));
        m_window = std::make_unique<WindowDriver>(m_space->tree());
        QVERIFY(m_window->open(m_space->app()));
        const NoticeBar *bar = (*m_window)->trustBar();
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(QStringLiteral("1 command")), qPrintable(bar->text()));
        QCOMPARE(value("FROM_SHELL"), QString());
        QVERIFY(press(bar, QStringLiteral("Trust…")));
        QMessageBox *question = m_window->question(QStringLiteral("askTrust"));
        QVERIFY(question);
        // It says what trust is about before it is given, and no is an answer.
        QVERIFY(
            question->informativeText().contains(QFileInfo(m_space->app()).canonicalFilePath()));
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->question(QStringLiteral("askTrust")));
        QVERIFY(bar->isVisible());
        QCOMPARE(value("FROM_SHELL"), QString());

        QVERIFY(press(bar, QStringLiteral("Trust…")));
        QVERIFY(press(m_window->question(QStringLiteral("askTrust")),
                      QStringLiteral("Trust and Go On")));
        QTRY_COMPARE(value("FROM_SHELL"), QStringLiteral("told"));
        QVERIFY(!bar->isVisible());

        m_window = std::make_unique<WindowDriver>(m_space->tree());
        QVERIFY(m_window->open(m_space->app()));
        QVERIFY(!(*m_window)->trustBar()->isVisible());
        QCOMPARE(value("FROM_SHELL"), QStringLiteral("told"));
    }

    void locksTellWhyByPointerAndSpace()
    {
        QVERIFY(m_window->toggle(QStringLiteral("LIBSECOND")));
        WhyPopup *why = page()->whyPopup();
        const QModelIndex locked = cell("LIBFIRST", OptionTreeModel::optionColumn);
        // The lock itself is in sight.
        QVERIFY(!locked.siblingAtColumn(OptionTreeModel::valueColumn)
                     .data(Qt::DecorationRole)
                     .value<QIcon>()
                     .isNull());
        const QPoint at =
            view()->visualRect(locked.siblingAtColumn(OptionTreeModel::valueColumn)).center();
        QHelpEvent rest(QEvent::ToolTip, at, view()->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(view()->viewport(), &rest);
        QTRY_VERIFY(why->isVisible());
        QVERIFY2(why->browser()->toPlainText().contains(QStringLiteral("LIBSECOND")),
                 qPrintable(why->browser()->toPlainText()));
        QTest::keyClick(view(), Qt::Key_Escape);
        QVERIFY(!why->isVisible());
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_Space);
        QTRY_VERIFY(why->isVisible());
        // Its links lead on.
        QVERIFY(clickWord(why->browser(), QStringLiteral("LIBSECOND")));
        QVERIFY(page()->detailsText().contains(QStringLiteral("LIBSECOND")));
        QCOMPARE(value("LIBFIRST"), QStringLiteral("y"));
    }

    void numbersStayInTheirRange()
    {
        QVERIFY(m_window->toggle(QStringLiteral("LIBFIRST")));
        clickCell("LIBFIRST_SIZE", OptionTreeModel::valueColumn);
        auto *box = view()->findChild<NumberBox *>();
        QVERIFY(box);
        QCOMPARE(box->valueText(), QStringLiteral("8"));
        QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(box, QStringLiteral("63"));
        for (int step = 0; step < 3; ++step)
            QTest::keyClick(box, Qt::Key_Up);
        QCOMPARE(box->valueText(), QStringLiteral("64"));
        for (int page = 0; page < 10; ++page)
            QTest::keyClick(box, Qt::Key_PageDown);
        QCOMPARE(box->valueText(), QStringLiteral("1"));
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(value("LIBFIRST_SIZE"), QStringLiteral("1"));

        // The same of a hexadecimal one, which is typed with 0x or without.
        clickCell("ADDRESS", OptionTreeModel::valueColumn);
        QTRY_VERIFY(box = view()->findChild<NumberBox *>());
        QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(box, QStringLiteral("0x200"));
        QVERIFY(box->whyNot().contains(QStringLiteral("0x100 to 0x1ff")));
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(value("ADDRESS"), QStringLiteral("0x180"));
        QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(box, QStringLiteral("0x1fe"));
        for (int step = 0; step < 3; ++step)
            QTest::keyClick(box, Qt::Key_Up);
        QCOMPARE(box->valueText(), QStringLiteral("0x1ff"));
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(value("ADDRESS"), QStringLiteral("0x1ff"));
    }

    void textsAndPathsAreTyped()
    {
        clickCell("GREETING", OptionTreeModel::valueColumn);
        auto *line = view()->findChild<ValueLine *>();
        QVERIFY(line);
        QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(line, QStringLiteral("good day \"all\""));
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(value("GREETING"), QStringLiteral("good day \"all\""));

        // The name tells that it is a file: a button asks for one, and so does a key.
        clickCell("IMAGE_FILE", OptionTreeModel::valueColumn);
        QTRY_VERIFY(line = view()->findChild<ValueLine *>());
        QCOMPARE(line->actions().size(), 1);
        QTest::keyClick(line, Qt::Key_Space, Qt::ControlModifier);
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY(dialog = (*m_window)->findChild<QFileDialog *>(QStringLiteral("browse")));
        const QString image = m_space->path(QStringLiteral("image.bin"));
        QVERIFY(test::writeFile(image, "x"));
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        QVERIFY(name);
        name->setText(image); // as a paste; typing opens a list of its own
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->isDefault())
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE(value("IMAGE_FILE"), image);
        QVERIFY(m_window->save());
        const QByteArray text = test::contents(m_space->app() + QStringLiteral("/.config"));
        QVERIFY(text.contains("CONFIG_GREETING=\"good day \\\"all\\\"\"\n"));
        QVERIFY(text.contains("CONFIG_IMAGE_FILE=\"" + image.toUtf8() + "\"\n"));
    }
};

QTEST_MAIN(TestConfigureTasks)
#include "configure_tasks_test.moc"
