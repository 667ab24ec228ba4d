// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judge.h"

#include "widgets/option_filter_model.h"
#include "widgets/option_pane.h"
#include "widgets/option_view_actions.h"

#include "workbench/linux_tree.h"

#include <QProcess>
#include <QTreeView>

#include <set>

namespace kiln::test {

namespace {

constexpr int mostTold = 20;

QString yesOrNo(bool value)
{
    return value ? QStringLiteral("yes") : QStringLiteral("no");
}

/// The nodes of all rows of a model, as its views see them.
std::multiset<int> nodesOf(const QAbstractItemModel &model)
{
    std::multiset<int> nodes;
    QVector<QModelIndex> rest{QModelIndex()};
    while (!rest.isEmpty()) {
        const QModelIndex above = rest.takeLast();
        for (int row = 0; row < model.rowCount(above); ++row) {
            const QModelIndex index = model.index(row, 0, above);
            nodes.insert(int(index.data(OptionTreeModel::NodeRole).toUInt()));
            rest.append(index);
        }
    }
    return nodes;
}

} // namespace

Judge::Judge(QString kconf, QString folder)
    : m_kconf(std::move(kconf))
    , m_folder(std::move(folder))
{}

void Judge::tell(const QString &text)
{
    if (m_differences.size() < mostTold)
        m_differences.append(text);
}

QStringList Judge::differences(const WindowDriver &window)
{
    m_differences.clear();
    const Project &project = *window->projects()->project();
    if (const auto prepared = prepareKconfig(project); !prepared)
        return {prepared.error().text()};
    compareFile(project, window.session()->text());
    m_rows = ExpectedRows(run(project, {QStringLiteral("dump"),
                                        QStringLiteral("--tree=") + project.rootConfigFile()}))
                 .rows();
    if (m_rows.size() != qsizetype(window.session()->model().nodeCount())) {
        tell(QStringLiteral("kconf has %1 rows, the window's model %2")
                 .arg(m_rows.size())
                 .arg(window.session()->model().nodeCount()));
        return m_differences;
    }
    compareModel(window);
    compareShown(window);
    compareMenus(window);
    return m_differences;
}

/// What the project's Kconfig files read, in the folder where they are read from.
QProcessEnvironment Judge::environmentOf(const Project &project) const
{
    QProcessEnvironment environment;
    for (const auto &[name, value] : kconfigEnvironment(project))
        environment.insert(QString::fromStdString(name), QString::fromStdString(value));
    environment.insert(QStringLiteral("KCONFIG_CONFIG"), m_folder + QStringLiteral("/.config"));
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), qEnvironmentVariable("XDG_CACHE_HOME"));
    if (project.kind != ProjectKind::linuxTree)
        return environment;
    for (const auto &[name, command] : linuxVersionCommands(project)) {
        QProcess shell;
        shell.setProcessEnvironment(environment);
        shell.start(QStringLiteral("/bin/sh"),
                    {QStringLiteral("-c"), QString::fromStdString(command)});
        shell.waitForFinished();
        const QString line = QString::fromUtf8(shell.readAllStandardOutput()).section(u'\n', 0, 0);
        environment.insert(QString::fromStdString(name), QString(line).remove(u'#'));
    }
    return environment;
}

QByteArray Judge::run(const Project &project, const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(environmentOf(project));
    process.setWorkingDirectory(m_folder);
    process.start(m_kconf, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        tell(QStringLiteral("kconf %1: %2")
                 .arg(arguments.join(u' '),
                      QString::fromUtf8(process.readAllStandardError()).left(2000)));
    return process.readAllStandardOutput();
}

void Judge::compareFile(const Project &project, const QByteArray &mineText)
{
    const QString copy = m_folder + QStringLiteral("/.config");
    const QByteArray saved = contents(project.configFile);
    if (!writeFile(copy, saved))
        tell(QStringLiteral("the copy of .config can't be written"));
    (void)run(project,
              {QStringLiteral("-s"), QStringLiteral("--olddefconfig"), project.rootConfigFile()});
    const QByteArray settled = contents(copy);
    // What is compared next is the file that was saved.
    if (!writeFile(copy, saved))
        tell(QStringLiteral("the copy of .config can't be written"));
    // A file that others wrote may say the same in other words.
    if (saved == mineText)
        ++m_settled;
    if (settled == mineText)
        return;
    const QList<QByteArray> mine = mineText.split('\n');
    const QList<QByteArray> theirs = settled.split('\n');
    const std::set<QByteArray> mineSet(mine.begin(), mine.end());
    const std::set<QByteArray> theirSet(theirs.begin(), theirs.end());
    tell(QStringLiteral("olddefconfig of the saved file is not what the window has (%1 bytes, %2)")
             .arg(mineText.size())
             .arg(settled.size()));
    for (const QByteArray &line : mine) {
        if (!theirSet.contains(line))
            tell(QStringLiteral("  - ") + QString::fromUtf8(line));
    }
    for (const QByteArray &line : theirs) {
        if (!mineSet.contains(line))
            tell(QStringLiteral("  + ") + QString::fromUtf8(line));
    }
}

void Judge::require(int node, const char *what, const QString &shown, const QString &expected)
{
    if (shown == expected)
        return;
    const ExpectedRow &row = m_rows[node];
    tell(QStringLiteral("node %1 (%2 %3 “%4”): %5 is “%6”, kconf says “%7”")
             .arg(node)
             .arg(row.kind, row.name, row.prompt, QString::fromLatin1(what), shown, expected));
}

void Judge::compareRow(int node, const QModelIndex &index)
{
    const ExpectedRow &row = m_rows[node];
    ++m_compared;
    const QModelIndex name = index.siblingAtColumn(OptionTreeModel::nameColumn);
    const bool namesFirst = !row.name.isEmpty() && index.data().toString() == row.name;
    if (!namesFirst)
        require(node, "name", name.data().toString(), row.name);
    if (!row.prompt.isEmpty())
        require(node, "prompt", index.data(OptionTreeModel::PromptRole).toString(), row.prompt);
    require(node, "visible", yesOrNo(index.data(OptionTreeModel::VisibleRole).toBool()),
            yesOrNo(row.isVisible));
    require(node, "changed", yesOrNo(index.data(OptionTreeModel::ChangedRole).toBool()),
            yesOrNo(false));
    require(node, "menu", yesOrNo(index.data(OptionTreeModel::MenuRole).toBool()),
            yesOrNo(row.isMenu));
    QString value = index.siblingAtColumn(OptionTreeModel::valueColumn).data().toString();
    // What the fix panel previews stands behind what is.
    const QString preview = index.data(OptionTreeModel::PreviewRole).toString();
    if (!preview.isEmpty() && value.endsWith(QStringLiteral(" → ") + preview))
        value.chop(preview.size() + 3);
    if (row.kind == QLatin1String("choice")) {
        if (!row.selected.isEmpty())
            require(node, "value", value, row.selected);
        return;
    }
    if (row.type.isEmpty())
        return;
    const bool isTruth = row.type == QLatin1String("bool") || row.type == QLatin1String("tristate");
    if (isTruth && row.kind == QLatin1String("config")) {
        static const char *const letters[] = {"n", "m", "y"};
        require(node, "check", QString::fromLatin1(letters[index.data(Qt::CheckStateRole).toInt()]),
                row.value);
    } else if (row.type != QLatin1String("unknown")) {
        require(node, "value", value, row.value);
    }
    const Qt::ItemFlags editable =
        index.flags() | index.siblingAtColumn(OptionTreeModel::valueColumn).flags();
    require(node, "editable",
            yesOrNo(bool(editable & (Qt::ItemIsUserCheckable | Qt::ItemIsEditable))),
            yesOrNo(row.isChangeable && row.type != QLatin1String("unknown")));
    require(node, "locked", yesOrNo(index.data(OptionTreeModel::FixedRole).toBool()),
            yesOrNo(row.isVisible && !row.isChangeable));
}

void Judge::compareModel(const WindowDriver &window)
{
    const OptionTreeModel *model = window->configurePage()->treeModel();
    for (int node = 0; node < m_rows.size(); ++node)
        compareRow(node, model->indexOf(kconfig::NodeId{std::uint32_t(node)}));
}

/// Whether a row and all above it are there.
bool Judge::isShown(int node, bool showAll) const
{
    for (int at = node; at > 0; at = m_rows[at].parent) {
        if (!showAll && !m_rows[at].isVisible)
            return false;
    }
    return true;
}

void Judge::compareShown(const WindowDriver &window)
{
    const ConfigurePage *page = window->configurePage();
    const OptionFilterModel *filter = page->optionPane()->filter();
    if (filter->filter().onlyNonDefault || filter->filter().only)
        return;
    const bool isFlat = filter->show() == OptionFilterModel::Show::flat;
    const bool showAll = filter->showAll();
    std::multiset<int> expected;
    for (int node = 0; node < m_rows.size(); ++node) {
        const ExpectedRow &row = m_rows[node];
        const bool isThere = filter->filter().onlyChanged ? node == 0 && !isFlat // all is saved
                             : isFlat
                                 ? (showAll || row.isVisible) &&
                                       (!row.name.isEmpty() || row.kind == QLatin1String("choice"))
                                 : isShown(node, showAll);
        if (isThere)
            expected.insert(node);
    }
    const std::multiset<int> shown = nodesOf(*filter);
    for (const int node : expected) {
        if (shown.count(node) != 1)
            require(node, "rows", QString::number(shown.count(node)), QStringLiteral("1"));
    }
    for (const int node : shown) {
        if (!expected.count(node))
            require(node, "rows", QString::number(shown.count(node)), QStringLiteral("0"));
    }
}

void Judge::compareMenus(const WindowDriver &window)
{
    const auto *filter =
        qobject_cast<OptionFilterModel *>(window->configurePage()->menuView()->model());
    if (!filter || filter->filter().narrows())
        return;
    const bool showAll = filter->showAll();
    std::multiset<int> expected;
    for (int node = 0; node < m_rows.size(); ++node) {
        bool isThere = m_rows[node].isMenu && (showAll || node == 0 || m_rows[node].isVisible);
        for (int at = m_rows[node].parent; at > 0 && !showAll; at = m_rows[at].parent)
            isThere = isThere && (!m_rows[at].isMenu || m_rows[at].isVisible);
        if (isThere)
            expected.insert(node);
    }
    if (nodesOf(*filter) != expected)
        tell(QStringLiteral("the menus shown are %1, kconf has %2")
                 .arg(nodesOf(*filter).size())
                 .arg(expected.size()));
}

} // namespace kiln::test
