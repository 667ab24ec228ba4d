// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kconfig_fixture.h"

#include "widgets/consequences.h"
#include "widgets/links.h"
#include "widgets/option_details.h"
#include "widgets/option_filter_model.h"
#include "widgets/option_search_model.h"
#include "widgets/option_tree_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace kiln;
using kiln::test::Tree;

class TestOptionModels : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsTheTree();
    void togglesAndTellsViews();
    void locksWhatIsSelected();
    void refusesWithAReason();
    void editsValues();
    void switchesChoices();
    void countsChanges();
    void hidesAndShows();
    void menusOnly();
    void listsFlat();
    void narrows();
    void keepsPlacesInNewLayouts();
    void showsNamesFirst();
    void searches();
    void searchFollowsEdits();
    void describesOptions();
    void tellsConsequences();
    void linksGoBothWays();

private:
    [[nodiscard]] QModelIndex at(const char *name, int column = 0) const
    {
        return m_model->indexOf(m_tree->symbol(name), column);
    }
    [[nodiscard]] QModelIndex child(const QAbstractItemModel &model, const QModelIndex &parent,
                                    const QString &text) const
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            if (model.index(row, 0, parent).data().toString() == text)
                return model.index(row, 0, parent);
        }
        return {};
    }

    std::unique_ptr<Tree> m_tree;
    std::unique_ptr<OptionTreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    kconfig::SymbolId m_touched;
};

void TestOptionModels::init()
{
    QStandardPaths::setTestModeEnabled(true);
    m_tree = std::make_unique<Tree>();
    QVERIFY(!m_tree->loaded().hasErrors());
    m_model = std::make_unique<OptionTreeModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setConfiguration(&m_tree->configuration(), [this](const kconfig::Edit &edit) {
        m_touched = edit.symbol;
        const kconfig::Configuration before = m_tree->configuration();
        const auto result = m_tree->configuration().apply(edit);
        if (!result)
            return QString::fromStdString(result.error().message);
        const auto changed = kconfig::Configuration::differences(before, m_tree->configuration());
        m_model->symbolsChanged({changed.begin(), changed.end()});
        return QString();
    });
}

void TestOptionModels::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_tree.reset();
}

void TestOptionModels::showsTheTree()
{
    QCOMPARE(m_model->rowCount(), 1);
    const QModelIndex root = m_model->index(0, 0);
    QCOMPARE(root.data().toString(), QStringLiteral("Small tree"));
    QCOMPARE(m_model->rowCount(root), 3);
    const QModelIndex platform = child(*m_model, root, QStringLiteral("Platform"));
    QVERIFY(platform.data(OptionTreeModel::MenuRole).toBool());
    QCOMPARE(at("NAME", OptionTreeModel::valueColumn).data().toString(), QStringLiteral("demo"));
    QCOMPARE(at("NAME", OptionTreeModel::nameColumn).data().toString(), QStringLiteral("NAME"));
    QCOMPARE(OptionEditor(at("BASE").data(OptionTreeModel::EditorRole).toInt()), OptionEditor::hex);
    QVERIFY(at("KVM").data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("value y")));
    m_model->setConfiguration(nullptr);
    QCOMPARE(m_model->rowCount(), 0);
}

void TestOptionModels::togglesAndTellsViews()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QCOMPARE(at("CONSOLE").data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(m_model->setData(at("CONSOLE"), {}, Qt::CheckStateRole));
    QCOMPARE(at("CONSOLE").data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QVERIFY(changed.count() > 0);
    QVERIFY(at("SPEED").data(OptionTreeModel::VisibleRole).toBool());
    QVERIFY(m_model->setData(at("CONSOLE"), {}, Qt::CheckStateRole));
    QCOMPARE(at("CONSOLE").data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(!at("SPEED").data(OptionTreeModel::VisibleRole).toBool());
}

void TestOptionModels::locksWhatIsSelected()
{
    QVERIFY(!at("DEVICES").data(OptionTreeModel::FixedRole).toBool());
    QVERIFY(m_model->setData(at("CONSOLE"), {}, Qt::CheckStateRole));
    QVERIFY(at("DEVICES").data(OptionTreeModel::FixedRole).toBool());
    QVERIFY(!(m_model->flags(at("DEVICES")) & Qt::ItemIsUserCheckable));
    QVERIFY(at("DEVICES")
                .data(OptionTreeModel::WhyFixedRole)
                .toString()
                .contains(QStringLiteral("CONSOLE")));
    QVERIFY(!at("DEVICES", OptionTreeModel::valueColumn)
                 .data(Qt::DecorationRole)
                 .value<QIcon>()
                 .isNull());
}

void TestOptionModels::refusesWithAReason()
{
    QVERIFY(m_model->setData(at("CONSOLE"), {}, Qt::CheckStateRole));
    QSignalSpy refused(m_model.get(), &OptionTreeModel::editRefused);
    QVERIFY(!m_model->setData(at("DEVICES"), {}, Qt::CheckStateRole));
    QCOMPARE(refused.count(), 1);
    QVERIFY(refused.first().at(1).toString().contains(QStringLiteral("CONSOLE")));
    QVERIFY(!m_model->setData(at("SPEED", OptionTreeModel::valueColumn), QStringLiteral("7"),
                              Qt::EditRole));
    QCOMPARE(refused.count(), 2);
}

void TestOptionModels::editsValues()
{
    const QModelIndex name = at("NAME", OptionTreeModel::valueColumn);
    QVERIFY(name.flags() & Qt::ItemIsEditable);
    QVERIFY(m_model->setData(name, QStringLiteral("a \"quoted\" name"), Qt::EditRole));
    QCOMPARE(name.data().toString(), QStringLiteral("a \"quoted\" name"));
    QVERIFY(m_model->setData(at("CONSOLE"), {}, Qt::CheckStateRole));
    const QModelIndex speed = at("SPEED", OptionTreeModel::valueColumn);
    const auto range = m_model->rangeAt(speed);
    QVERIFY(range.has_value());
    QCOMPARE(range->high, std::string("115200"));
    QVERIFY(m_model->setData(speed, QStringLiteral("57600"), Qt::EditRole));
    QCOMPARE(speed.data().toString(), QStringLiteral("57600"));
}

void TestOptionModels::switchesChoices()
{
    const kconfig::NodeId error = m_model->nodeAt(at("LEVEL_ERROR"));
    const QModelIndex choice =
        m_model->indexOf(m_tree->model().node(error).parent, OptionTreeModel::valueColumn);
    QCOMPARE(choice.data().toString(), QStringLiteral("Errors only"));
    QCOMPARE(choice.data(Qt::EditRole).toString(), QStringLiteral("LEVEL_ERROR"));
    QCOMPARE(m_model->choiceEntries(choice).size(), 2);
    QVERIFY(choice.flags() & Qt::ItemIsEditable);
    QVERIFY(m_model->setData(choice, QStringLiteral("LEVEL_ALL"), Qt::EditRole));
    QCOMPARE(choice.data().toString(), QStringLiteral("Everything"));
    QVERIFY(m_model->setData(at("LEVEL_ERROR"), {}, Qt::CheckStateRole));
    QCOMPARE(choice.data().toString(), QStringLiteral("Errors only"));
    QCOMPARE(at("LEVEL_ALL").data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
}

void TestOptionModels::countsChanges()
{
    const QModelIndex root = m_model->index(0, 0);
    const QModelIndex platform = child(*m_model, root, QStringLiteral("Platform"));
    QCOMPARE(root.data(OptionTreeModel::ChangesBelowRole).toInt(), 0);
    QVERIFY(m_model->setData(at("BASE", 1), QStringLiteral("0x2f8"), Qt::EditRole));
    QVERIFY(at("BASE").data(OptionTreeModel::ChangedRole).toBool());
    QCOMPARE(platform.data(OptionTreeModel::ChangesBelowRole).toInt(), 1);
    QCOMPARE(root.data(OptionTreeModel::ChangesBelowRole).toInt(), 1);
    QVERIFY(m_model->setData(at("BASE", 1), QStringLiteral("0x3f8"), Qt::EditRole));
    QCOMPARE(root.data(OptionTreeModel::ChangesBelowRole).toInt(), 0);
    QVERIFY(m_model->setData(at("BASE", 1), QStringLiteral("0x2f8"), Qt::EditRole));
    m_model->takeReference();
    QCOMPARE(root.data(OptionTreeModel::ChangesBelowRole).toInt(), 0);
    QVERIFY(!at("BASE").data(OptionTreeModel::ChangedRole).toBool());
}

void TestOptionModels::hidesAndShows()
{
    OptionFilterModel filter(OptionFilterModel::Show::options);
    const QAbstractItemModelTester tester(&filter,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(m_model.get());
    QVERIFY(!filter.mapFromSource(at("SPEED")).isValid());
    QVERIFY(m_model->setData(at("CONSOLE"), {}, Qt::CheckStateRole));
    QVERIFY(filter.mapFromSource(at("SPEED")).isValid());
    QVERIFY(m_model->setData(at("CONSOLE"), {}, Qt::CheckStateRole));
    QVERIFY(!filter.mapFromSource(at("SPEED")).isValid());
    filter.setShowAll(true);
    QVERIFY(filter.mapFromSource(at("SPEED")).isValid());
    // A menu with `visible if` goes with its condition.
    filter.setShowAll(false);
    const QModelIndex root = filter.index(0, 0);
    QVERIFY(child(filter, root, QStringLiteral("Libraries")).isValid());
    QVERIFY(m_model->setData(at("KVM"), {}, Qt::CheckStateRole));
    QVERIFY(!child(filter, root, QStringLiteral("Libraries")).isValid());
}

void TestOptionModels::menusOnly()
{
    OptionFilterModel filter(OptionFilterModel::Show::menusOnly);
    const QAbstractItemModelTester tester(&filter,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(m_model.get());
    const QModelIndex root = filter.index(0, 0);
    QCOMPARE(filter.rowCount(root), 2);
    const QModelIndex libraries = child(filter, root, QStringLiteral("Libraries"));
    QVERIFY(child(filter, libraries, QStringLiteral("Allocator")).isValid());
}

void TestOptionModels::listsFlat()
{
    OptionFilterModel filter(OptionFilterModel::Show::flat);
    const QAbstractItemModelTester tester(&filter,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(m_model.get());
    // NAME, KVM, CONSOLE, BASE, DEVICES, the choice and its two values, ALLOC
    QCOMPARE(filter.rowCount(), 9);
    QCOMPARE(filter.mapFromSource(at("NAME")).row(), 0);
    QVERIFY(!filter.mapFromSource(at("KVM")).parent().isValid());
    QVERIFY(m_model->setData(at("CONSOLE"), {}, Qt::CheckStateRole));
    QCOMPARE(filter.rowCount(), 10);
    QCOMPARE(filter.mapFromSource(at("SPEED")).row(),
             filter.mapFromSource(at("CONSOLE")).row() + 1);
    filter.setShow(OptionFilterModel::Show::options);
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.mapFromSource(at("SPEED")).parent(), filter.mapFromSource(at("CONSOLE")));
}

void TestOptionModels::narrows()
{
    OptionFilterModel filter(OptionFilterModel::Show::options);
    const QAbstractItemModelTester tester(&filter,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(m_model.get());
    OptionFilter changed;
    changed.onlyChanged = true;
    filter.setFilter(changed);
    QCOMPARE(filter.matchCount(), 0);
    QCOMPARE(filter.shownCount(), 1); // the main menu
    QVERIFY(m_model->setData(at("ALLOC"), {}, Qt::CheckStateRole));
    QCOMPARE(filter.matchCount(), 1);
    QVERIFY(filter.mapFromSource(at("ALLOC")).isValid());
    QVERIFY(!filter.mapFromSource(at("KVM")).isValid());
    QCOMPARE(filter.shownCount(), 3); // with the menu around it
    m_model->takeReference();
    QCOMPARE(filter.matchCount(), 0);
    QCOMPARE(filter.shownCount(), 1);

    // What the user has set stays different from the default, saved or not.
    OptionFilter own;
    own.onlyNonDefault = true;
    filter.setFilter(own);
    QCOMPARE(filter.matchCount(), 1);
    QVERIFY(m_model->setData(at("BASE", 1), QStringLiteral("0x2f8"), Qt::EditRole));
    QCOMPARE(filter.matchCount(), 2);
    QVERIFY(m_model->setData(at("ALLOC"), {}, Qt::CheckStateRole));
    QCOMPARE(filter.matchCount(), 1);
    QVERIFY(m_model->setData(at("BASE", 1), QStringLiteral("0x3f8"), Qt::EditRole));
    QCOMPARE(filter.matchCount(), 0);

    OptionFilter found;
    found.only = QVector<kconfig::NodeId>{m_model->nodeAt(at("LEVEL_ALL"))};
    filter.setFilter(found);
    QCOMPARE(filter.matchCount(), 1);
    QCOMPARE(filter.shownCount(), 4); // main menu, menu, choice, value
}

void TestOptionModels::keepsPlacesInNewLayouts()
{
    OptionFilterModel filter(OptionFilterModel::Show::options);
    const QAbstractItemModelTester tester(&filter,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(m_model.get());
    const QPersistentModelIndex base = filter.mapFromSource(at("BASE"));
    const QPersistentModelIndex kvm = filter.mapFromSource(at("KVM"));
    QCOMPARE(base.row(), 1);
    OptionFilter found;
    found.only = QVector<kconfig::NodeId>{m_model->nodeAt(at("BASE"))};
    filter.setFilter(found);
    QCOMPARE(base.row(), 0);
    QCOMPARE(base.data().toString(), QStringLiteral("Base address"));
    QVERIFY(!kvm.isValid());
    filter.setFilter({});
    QCOMPARE(base.row(), 1);
    QCOMPARE(base.data().toString(), QStringLiteral("Base address"));
    m_model->setConfiguration(nullptr);
    QCOMPARE(filter.rowCount(), 0);
    QVERIFY(!base.isValid());
}

void TestOptionModels::showsNamesFirst()
{
    OptionFilterModel filter(OptionFilterModel::Show::options);
    filter.setSourceModel(m_model.get());
    QSignalSpy laidOut(&filter, &QAbstractItemModel::layoutChanged);
    m_model->setNamesFirst(true);
    QCOMPARE(laidOut.count(), 1);
    const QModelIndex speed = filter.mapFromSource(at("KVM"));
    QCOMPARE(speed.data().toString(), QStringLiteral("KVM"));
    QCOMPARE(speed.siblingAtColumn(OptionTreeModel::nameColumn).data().toString(),
             QStringLiteral("KVM guest"));
    QCOMPARE(filter.headerData(0, Qt::Horizontal).toString(), QStringLiteral("Name"));
    // Menus have no name.
    QCOMPARE(speed.parent().data().toString(), QStringLiteral("Platform"));
}

void TestOptionModels::searches()
{
    OptionSearchModel search(m_model.get());
    const QAbstractItemModelTester tester(&search,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(search.rowCount(), 0);
    search.setText(QStringLiteral("CONFIG_ALLOC"));
    QCOMPARE(search.index(0, OptionTreeModel::nameColumn).data().toString(),
             QStringLiteral("ALLOC"));
    search.setText(QStringLiteral("memory")); // only in the help
    QCOMPARE(search.rowCount(), 1);
    search.setText(QStringLiteral("speed")); // hidden while there is no console
    QCOMPARE(search.rowCount(), 0);
    search.setShowAll(true);
    QCOMPARE(search.rowCount(), 1);
    search.setText(QStringLiteral("no such option"));
    QCOMPARE(search.rowCount(), 0);
    search.setText(QStringLiteral("lvlall")); // letters in order
    QCOMPARE(search.rowCount(), 1);
    QCOMPARE(search.toTree(search.index(0, 0)), at("LEVEL_ALL"));
    search.setText(QStringLiteral("devcies")); // a slip
    QCOMPARE(search.rowCount(), 1);
    QCOMPARE(search.toTree(search.index(0, 0)), at("DEVICES"));
    QCOMPARE(search.total(), 1);
}

void TestOptionModels::searchFollowsEdits()
{
    OptionSearchModel search(m_model.get());
    search.setText(QStringLiteral("console"));
    QCOMPARE(search.rowCount(), 1);
    QSignalSpy changed(&search, &QAbstractItemModel::dataChanged);
    QVERIFY(search.setData(search.index(0, 0), {}, Qt::CheckStateRole));
    QVERIFY(changed.count() > 0);
    QCOMPARE(at("CONSOLE").data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    m_model->setConfiguration(nullptr);
    QCOMPARE(search.rowCount(), 0);
}

void TestOptionModels::describesOptions()
{
    const auto describe = [this](const char *name) {
        const OptionDetails details =
            optionDetails(m_tree->configuration(), m_model->nodeAt(at(name)), {}, QPalette());
        return details.top + details.bottom;
    };
    QVERIFY(describe("SPEED").contains(QStringLiteral("Line speed")));
    QVERIFY(m_model->setData(at("CONSOLE"), {}, Qt::CheckStateRole));
    QVERIFY(describe("SPEED").contains(QStringLiteral("300 to 115200")));
    const QString devices = describe("DEVICES");
    QVERIFY(devices.contains(QStringLiteral("selected by")));
    QVERIFY(devices.contains(QStringLiteral("Config.uk:")));
    QVERIFY(describe("ALLOC").contains(QStringLiteral("Hands out memory.")));
    QVERIFY(describe("CONSOLE").contains(QStringLiteral("kiln-option:DEVICES")));
}

void TestOptionModels::tellsConsequences()
{
    ValueWatch watch;
    watch.take(m_tree->configuration());
    const auto changed = m_tree->apply({m_tree->symbol("CONSOLE"), "y"});
    const auto changes = watch.update(m_tree->configuration(), changed);
    const QString text =
        consequencesText(m_tree->configuration(), changes, m_tree->symbol("CONSOLE"));
    QVERIFY2(text.startsWith(QStringLiteral("CONSOLE: y")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("also turned on: DEVICES (selected)")), qPrintable(text));
    QVERIFY(watch.update(m_tree->configuration(), changed).isEmpty());
}

void TestOptionModels::linksGoBothWays()
{
    QCOMPARE(linkedOption(optionLink(QStringLiteral("LIBUKDEBUG"))).value(),
             QStringLiteral("LIBUKDEBUG"));
    const SourcePlace place{QStringLiteral("/a folder/with#odd?names/Config.uk"), 12, 3};
    QCOMPARE(linkedSource(QUrl(sourceLink(place).toString())).value(), place);
    QVERIFY(!linkedOption(sourceLink(place)));
    QVERIFY(!linkedSource(QUrl(QStringLiteral("https://example.org/"))));
}

QTEST_MAIN(TestOptionModels)
#include "option_models_test.moc"
