// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kconfig_fixture.h"

#include "widgets/option_filter_model.h"
#include "widgets/option_tree_model.h"
#include "widgets/option_view.h"

#include "widgets/value_editors.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>

#include <limits>

using namespace kiln;
using kiln::test::Tree;

/// Drives the view by mouse and keys.
class TestOptionView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup();
    void clickOnBoxToggles();
    void clickBesideBoxSelects();
    void keysToggle();
    void lettersAreOneEdit();
    void spinBoxKeepsRange();
    void textIsEdited();
    void hexIsEdited();
    void pathsAreBrowsed();
    void valuesAreJudged_data();
    void valuesAreJudged();
    void stepsStayInRange();
    void choiceDropsDown();
    void lockedOptionTellsWhy();
    void menusAreEntered();
    void signsAreHeard();
    void escapesTwice();
    void pointerAsksWhy();

private:
    [[nodiscard]] QModelIndex at(const char *name, int column = 0) const
    {
        return m_filter->mapFromSource(m_model->indexOf(m_tree->symbol(name), column));
    }
    [[nodiscard]] QString value(const char *name) const
    {
        return QString::fromStdString(m_tree->configuration().value(m_tree->symbol(name)));
    }
    void click(const QModelIndex &index, int x = -1)
    {
        const QRect rect = m_view->visualRect(index);
        QVERIFY(rect.isValid());
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                          x < 0 ? rect.center() : QPoint(rect.left() + x, rect.center().y()));
    }

    std::unique_ptr<Tree> m_tree;
    std::unique_ptr<OptionTreeModel> m_model;
    std::unique_ptr<OptionFilterModel> m_filter;
    std::unique_ptr<OptionView> m_view;
};

void TestOptionView::init()
{
    m_tree = std::make_unique<Tree>();
    m_model = std::make_unique<OptionTreeModel>();
    m_model->setConfiguration(&m_tree->configuration(), [this](const kconfig::Edit &edit) {
        const kconfig::Configuration before = m_tree->configuration();
        const auto result = m_tree->configuration().apply(edit);
        if (!result)
            return QString::fromStdString(result.error().message);
        const auto changed = kconfig::Configuration::differences(before, m_tree->configuration());
        m_model->symbolsChanged({changed.begin(), changed.end()});
        return QString();
    });
    m_filter = std::make_unique<OptionFilterModel>(OptionFilterModel::Show::options);
    m_filter->setSourceModel(m_model.get());
    m_view = std::make_unique<OptionView>();
    m_view->setModel(m_filter.get());
    m_view->resize(800, 600);
    m_view->expandAll();
    m_view->setColumnWidth(0, 400);
    m_view->setColumnWidth(1, 200);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestOptionView::cleanup()
{
    m_view.reset();
    m_filter.reset();
    m_model.reset();
    m_tree.reset();
}

void TestOptionView::clickOnBoxToggles()
{
    QCOMPARE(value("CONSOLE"), QStringLiteral("n"));
    click(at("CONSOLE"), 10);
    QCOMPARE(value("CONSOLE"), QStringLiteral("y"));
    QCOMPARE(value("DEVICES"), QStringLiteral("y"));
    QVERIFY(at("SPEED").isValid());
    click(at("CONSOLE"), 10);
    QCOMPARE(value("CONSOLE"), QStringLiteral("n"));
    QVERIFY(!at("SPEED").isValid());
}

void TestOptionView::clickBesideBoxSelects()
{
    click(at("CONSOLE"), 80);
    QCOMPARE(value("CONSOLE"), QStringLiteral("n"));
    QCOMPARE(m_view->currentIndex(), at("CONSOLE"));
}

void TestOptionView::keysToggle()
{
    m_view->setCurrentIndex(at("CONSOLE"));
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QCOMPARE(value("CONSOLE"), QStringLiteral("y"));
    QTest::keyClick(m_view.get(), Qt::Key_N);
    QCOMPARE(value("CONSOLE"), QStringLiteral("n"));
    QTest::keyClick(m_view.get(), Qt::Key_N);
    QCOMPARE(value("CONSOLE"), QStringLiteral("n"));
    QTest::keyClick(m_view.get(), Qt::Key_Y);
    QCOMPARE(value("CONSOLE"), QStringLiteral("y"));
}

void TestOptionView::lettersAreOneEdit()
{
    m_model->setConfiguration(nullptr);
    m_tree = std::make_unique<Tree>("config MODULES\n\tbool\n\tdefault y\n\toption modules\n"
                                    "config MODULE\n\ttristate \"A part\"\n"
                                    "config CONSOLE\n\tbool \"Console\"\n\tselect DEVICES\n"
                                    "config DEVICES\n\tbool \"Devices\"\n");
    int edits = 0;
    m_model->setConfiguration(&m_tree->configuration(), [&](const kconfig::Edit &edit) {
        ++edits;
        if (const auto done = m_tree->configuration().apply(edit); !done)
            return QString::fromStdString(done.error().message);
        const auto changed = m_tree->configuration().takeChanges();
        m_model->symbolsChanged({changed.begin(), changed.end()});
        return QString();
    });
    m_view->expandAll();
    // From n to y of a tristate, past m; and m of what has none.
    m_view->setCurrentIndex(at("MODULE"));
    QTest::keyClick(m_view.get(), Qt::Key_Y);
    QCOMPARE(value("MODULE"), QStringLiteral("y"));
    QCOMPARE(edits, 1);
    QTest::keyClick(m_view.get(), Qt::Key_M);
    QCOMPARE(value("MODULE"), QStringLiteral("m"));
    QCOMPARE(edits, 2);
    QTest::keyClick(m_view.get(), Qt::Key_M);
    QCOMPARE(edits, 2);
    QSignalSpy refused(m_model.get(), &OptionTreeModel::editRefused);
    m_view->setCurrentIndex(at("CONSOLE"));
    QTest::keyClick(m_view.get(), Qt::Key_M);
    QCOMPARE(value("CONSOLE"), QStringLiteral("n"));
    QCOMPARE(refused.count(), 1);
    // A letter on what is locked says why, and does not jump elsewhere.
    QTest::keyClick(m_view.get(), Qt::Key_Y);
    m_view->setCurrentIndex(at("DEVICES"));
    QTest::keyClick(m_view.get(), Qt::Key_N);
    QCOMPARE(m_view->currentIndex(), at("DEVICES"));
    QCOMPARE(refused.count(), 2);
    QVERIFY(refused.last().at(1).toString().contains(QStringLiteral("CONSOLE")));
}

void TestOptionView::spinBoxKeepsRange()
{
    click(at("CONSOLE"), 10);
    m_view->setCurrentIndex(at("SPEED"));
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    auto *box = m_view->findChild<NumberBox *>();
    QVERIFY(box);
    QCOMPARE(box->valueText(), QStringLiteral("9600"));
    box->selectAll();
    // What can't be is not swallowed but told, and the editor stays.
    QTest::keyClicks(box, QStringLiteral("576000"));
    QVERIFY2(box->whyNot().contains(QStringLiteral("300 to 115200")), qPrintable(box->whyNot()));
    QCOMPARE(box->accessibleDescription(), box->whyNot());
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(value("SPEED"), QStringLiteral("9600"));
    QVERIFY(m_view->findChild<NumberBox *>());
    QTest::keyClick(box, Qt::Key_Backspace);
    QVERIFY(box->whyNot().isEmpty());
    QVERIFY(box->accessibleDescription().isEmpty());
    QTest::keyClick(box, Qt::Key_Up);
    QCOMPARE(box->valueText(), QStringLiteral("57601"));
    QTest::keyClick(box, Qt::Key_Down);
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_COMPARE(value("SPEED"), QStringLiteral("57600"));
}

void TestOptionView::textIsEdited()
{
    click(at("NAME", OptionTreeModel::valueColumn));
    auto *line = m_view->findChild<ValueLine *>();
    QVERIFY(line);
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("other"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(value("NAME"), QStringLiteral("other"));
    click(at("NAME", OptionTreeModel::valueColumn));
    line = m_view->findChild<ValueLine *>();
    QVERIFY(line);
    QTest::keyClicks(line, QStringLiteral("not this"));
    QTest::keyClick(line, Qt::Key_Escape);
    QCOMPARE(value("NAME"), QStringLiteral("other"));
}

void TestOptionView::hexIsEdited()
{
    click(at("BASE", OptionTreeModel::valueColumn));
    auto *box = m_view->findChild<NumberBox *>();
    QVERIFY(box);
    QTest::keyClick(box, Qt::Key_Up);
    QCOMPARE(box->valueText(), QStringLiteral("0x3f9"));
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("0xg"));
    QVERIFY(box->whyNot().contains(QStringLiteral("hexadecimal")));
    QTest::keyClick(box, Qt::Key_Escape);
    QCOMPARE(value("BASE"), QStringLiteral("0x3f8"));
}

void TestOptionView::pathsAreBrowsed()
{
    bool isFolder = false;
    QVERIFY(isPathLike(QStringLiteral("UK_ROOT_DIR"), {}, &isFolder));
    QVERIFY(isFolder);
    QVERIFY(isPathLike(QStringLiteral("INITRAMFS_FILE"), {}, &isFolder));
    QVERIFY(!isFolder);
    QVERIFY(!isPathLike(QStringLiteral("NAME"), QStringLiteral("demo")));
    // A value that is a path makes its option one.
    QVERIFY(m_model->setData(m_model->indexOf(m_tree->symbol("NAME"), 1), QStringLiteral("/boot"),
                             Qt::EditRole));
    click(at("NAME", OptionTreeModel::valueColumn));
    auto *line = m_view->findChild<ValueLine *>();
    QVERIFY(line);
    QCOMPARE(line->actions().size(), 1);
    line->actions().first()->trigger();
    QPointer<QFileDialog> dialog = m_view->findChild<QFileDialog *>(QStringLiteral("browse"));
    QVERIFY(dialog);
    emit dialog->fileSelected(QStringLiteral("/boot/image"));
    QCOMPARE(value("NAME"), QStringLiteral("/boot/image"));
    dialog->close();
}

void TestOptionView::valuesAreJudged_data()
{
    QTest::addColumn<int>("editor");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");
    const auto integer = int(OptionEditor::integer);
    const auto hex = int(OptionEditor::hex);
    QTest::newRow("fits") << integer << "16"
                          << "";
    QTest::newRow("low") << integer << "3"
                         << "Too small";
    QTest::newRow("high") << integer << "17"
                          << "Too large";
    QTest::newRow("empty") << integer << ""
                           << "A number";
    QTest::newRow("letters") << integer << "1a"
                             << "Only digits";
    QTest::newRow("huge") << integer << "99999999999999999999"
                          << "This number";
    QTest::newRow("hex fits") << hex << "0x10"
                              << "";
    QTest::newRow("hex bare") << hex << "10"
                              << "";
    QTest::newRow("hex high") << hex << "0xffffffffffffffff"
                              << "Too large";
    QTest::newRow("hex sign") << hex << "-0x5"
                              << "Only hexadecimal";
}

void TestOptionView::valuesAreJudged()
{
    QFETCH(int, editor);
    QFETCH(QString, text);
    QFETCH(QString, why);
    const bool isHex = OptionEditor(editor) == OptionEditor::hex;
    const ValueRules rules{OptionEditor(editor),
                           kconfig::Range{isHex ? "0x4" : "4", isHex ? "0x10" : "16"}};
    if (why.isEmpty())
        QCOMPARE(rules.whyNot(text), QString());
    else
        QVERIFY2(rules.whyNot(text).startsWith(why), qPrintable(rules.whyNot(text)));
}

void TestOptionView::stepsStayInRange()
{
    const ValueRules integer{OptionEditor::integer, kconfig::Range{"-2", "16"}};
    QCOMPARE(integer.stepped(15, 10), 16);
    QCOMPARE(integer.stepped(0, -1), -1);
    QCOMPARE(integer.stepped(0, -10), -2);
    QCOMPARE(integer.stepped(std::numeric_limits<qint64>::max(), 1), 16);
    const ValueRules hex{OptionEditor::hex, std::nullopt};
    QCOMPARE(hex.text(hex.stepped(hex.number(QStringLiteral("0xffffffffffffffff")).value(), 1)),
             QStringLiteral("0xffffffffffffffff"));
    QCOMPARE(hex.stepped(0, -1), 0);
    QCOMPARE(hex.text(hex.stepped(0x0f, 1)), QStringLiteral("0x10"));
}

void TestOptionView::choiceDropsDown()
{
    const kconfig::NodeId error = m_model->nodeAt(m_model->indexOf(m_tree->symbol("LEVEL_ERROR")));
    const QModelIndex choice = m_filter->mapFromSource(
        m_model->indexOf(m_tree->model().node(error).parent, OptionTreeModel::valueColumn));
    click(choice);
    auto *box = m_view->findChild<QComboBox *>();
    QVERIFY(box);
    QCOMPARE(box->count(), 2);
    QCOMPARE(box->currentText(), QStringLiteral("Errors only"));
    box->setCurrentIndex(1);
    emit box->activated(1);
    QTRY_COMPARE(value("LEVEL_ALL"), QStringLiteral("y"));
    // The values themselves work as radio buttons, too.
    click(at("LEVEL_ERROR"), 10);
    QCOMPARE(value("LEVEL_ALL"), QStringLiteral("n"));
}

void TestOptionView::lockedOptionTellsWhy()
{
    click(at("CONSOLE"), 10);
    QSignalSpy refused(m_model.get(), &OptionTreeModel::editRefused);
    m_view->setCurrentIndex(at("DEVICES"));
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QCOMPARE(refused.count(), 1);
    QVERIFY(refused.first().at(1).toString().contains(QStringLiteral("CONSOLE")));
    click(at("DEVICES"), 10);
    QCOMPARE(refused.count(), 2);
    QCOMPARE(value("DEVICES"), QStringLiteral("y"));
}

void TestOptionView::menusAreEntered()
{
    QSignalSpy entered(m_view.get(), &OptionView::menuEntered);
    QSignalSpy left(m_view.get(), &OptionView::leftMenu);
    const QModelIndex menu = at("KVM").parent();
    m_view->setCurrentIndex(menu);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(entered.count(), 1);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, m_view->visualRect(menu).center());
    QCOMPARE(entered.count(), 2);
    QTest::keyClick(m_view.get(), Qt::Key_Backspace);
    QCOMPARE(left.count(), 1);
}

void TestOptionView::signsAreHeard()
{
    QSignalSpy search(m_view.get(), &OptionView::searchRequested);
    QSignalSpy help(m_view.get(), &OptionView::helpRequested);
    QSignalSpy all(m_view.get(), &OptionView::showAllRequested);
    QTest::keyClicks(m_view.get(), QStringLiteral("/?z"));
    QCOMPARE(search.count(), 1);
    QCOMPARE(help.count(), 1);
    QCOMPARE(all.count(), 1);
    QVERIFY(OptionView::keyHelp().size() > 5);
}

void TestOptionView::escapesTwice()
{
    QSignalSpy left(m_view.get(), &OptionView::leftMenu);
    QSignalSpy once(m_view.get(), &OptionView::escaped);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(once.count(), 1);
    QCOMPARE(left.count(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(once.count(), 2);
    QCOMPARE(left.count(), 1);
}

void TestOptionView::pointerAsksWhy()
{
    click(at("CONSOLE"), 10);
    QSignalSpy why(m_view.get(), &OptionView::whyRequested);
    const auto rest = [this](const QModelIndex &index) {
        const QPoint at = m_view->visualRect(index).center();
        QHelpEvent event(QEvent::ToolTip, at, m_view->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(m_view->viewport(), &event);
    };
    rest(at("CONSOLE"));
    QCOMPARE(why.count(), 0);
    rest(at("DEVICES"));
    QCOMPARE(why.count(), 1);
    QCOMPARE(why.first().first().toModelIndex(), at("DEVICES"));
}

QTEST_MAIN(TestOptionView)
#include "option_view_test.moc"
