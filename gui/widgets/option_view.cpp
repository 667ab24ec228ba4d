// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/option_view.h"

#include "widgets/option_delegate.h"
#include "widgets/option_tree_model.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QSignalBlocker>

#include <algorithm>
#include <vector>

namespace kiln {

namespace {

/// Rows looked at for the width of the names.
constexpr std::size_t mostMeasured = 500;
/// The names with most letters among them, of which one is the widest.
constexpr std::size_t mostCandidates = 8;
/// Milliseconds within which a second Escape counts as one of two.
constexpr qint64 escapeTwice = 1000;

} // namespace

OptionView::OptionView(QWidget *parent)
    : QTreeView(parent)
{
    auto *delegate = new OptionDelegate(this);
    setItemDelegate(delegate);
    connect(delegate, &OptionDelegate::browseRequested, this, &OptionView::browse);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(false);
    setEditTriggers(EditKeyPressed);
    setExpandsOnDoubleClick(false);
    setIndentation(20);
    header()->setStretchLastSection(false);
    m_fit.setSingleShot(true);
    m_fit.setInterval(0);
    connect(&m_fit, &QTimer::timeout, this, &OptionView::fitNames);
}

void OptionView::expandOptions(const QModelIndex &under)
{
    for (int row = 0; row < model()->rowCount(under); ++row) {
        const QModelIndex index = model()->index(row, 0, under);
        const auto editor = OptionEditor(index.data(OptionTreeModel::EditorRole).toInt());
        if (index.data(OptionTreeModel::MenuRole).toBool() || editor == OptionEditor::choice)
            continue;
        if (model()->hasChildren(index)) {
            expand(index);
            expandOptions(index);
        }
    }
}

void OptionView::expandEverything()
{
    {
        // One word about all of them is enough; QTreeView has one for each row.
        const QSignalBlocker quiet(this);
        expandAll();
    }
    fitNamesSoon();
}

void OptionView::fitNames()
{
    if (model() == nullptr)
        return;
    struct Name
    {
        qsizetype letters;
        QModelIndex index;
    };
    std::vector<Name> names;
    std::vector<QModelIndex> rest{rootIndex()};
    while (!rest.empty() && names.size() < mostMeasured) {
        const QModelIndex under = rest.back();
        rest.pop_back();
        const int count = model()->rowCount(under);
        for (int row = 0; row < count && names.size() < mostMeasured; ++row) {
            const QModelIndex option = model()->index(row, OptionTreeModel::optionColumn, under);
            const QModelIndex name = option.siblingAtColumn(OptionTreeModel::nameColumn);
            names.push_back({name.data().toString().size(), name});
            if (isExpanded(option))
                rest.push_back(option);
        }
    }
    const auto kept = names.begin() + std::ptrdiff_t(std::min(names.size(), mostCandidates));
    std::partial_sort(names.begin(), kept, names.end(),
                      [](const Name &a, const Name &b) { return a.letters > b.letters; });
    int width = header()->sectionSizeHint(OptionTreeModel::nameColumn);
    for (auto name = names.begin(); name != kept; ++name)
        width = std::max(width, sizeHintForIndex(name->index).width());
    header()->resizeSection(OptionTreeModel::nameColumn, width);
}

bool OptionView::activateCurrent()
{
    const QModelIndex current = currentIndex().siblingAtColumn(OptionTreeModel::optionColumn);
    if (!current.isValid())
        return false;
    const auto editor = OptionEditor(current.data(OptionTreeModel::EditorRole).toInt());
    if (editor == OptionEditor::none)
        return false;
    const QModelIndex value = current.siblingAtColumn(OptionTreeModel::valueColumn);
    if (value.flags() & Qt::ItemIsEditable) {
        setCurrentIndex(value);
        edit(value);
        return true;
    }
    // The model says why when it can't be changed.
    model()->setData(current, QVariant(), Qt::CheckStateRole);
    return true;
}

bool OptionView::setValue(const QString &value)
{
    const QModelIndex current = currentIndex().siblingAtColumn(OptionTreeModel::optionColumn);
    const auto editor = OptionEditor(current.data(OptionTreeModel::EditorRole).toInt());
    if (editor != OptionEditor::check && editor != OptionEditor::threeState &&
        editor != OptionEditor::radio)
        return false;
    if (!(current.flags() & Qt::ItemIsUserCheckable))
        return activateCurrent(); // the model says why not
    // One edit, however far the way is for a toggle: one step of undo takes it back.
    model()->setData(current.siblingAtColumn(OptionTreeModel::valueColumn), value, Qt::EditRole);
    return true;
}

void OptionView::escape()
{
    if (m_escaped.isValid() && m_escaped.elapsed() < escapeTwice) {
        m_escaped.invalidate();
        emit leftMenu();
        return;
    }
    m_escaped.start();
    emit escaped();
}

bool OptionView::handleKey(const QKeyEvent *event)
{
    const QModelIndex current = currentIndex().siblingAtColumn(OptionTreeModel::optionColumn);
    // Signs are where the keyboard has them, on whatever key.
    const QChar letter = event->text().isEmpty() ? QChar() : event->text().front().toLower();
    if (letter == u'/' || letter == u'?' || letter == u'z') {
        emit(letter == u'/'   ? searchRequested()
             : letter == u'?' ? helpRequested()
                              : showAllRequested());
        return true;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current.data(OptionTreeModel::MenuRole).toBool()) {
            if (m_menusOpenInPlace)
                setExpanded(current, !isExpanded(current));
            else
                emit menuEntered(current);
            return true;
        }
        return activateCurrent();
    case Qt::Key_Asterisk:
        // All there is at once; one by one, as of other rows, takes several times as long.
        if (!m_menusOpenInPlace || current.parent().isValid())
            return false;
        expandEverything();
        return true;
    case Qt::Key_Space:
    case Qt::Key_Select:
    case Qt::Key_F2:
        return activateCurrent();
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (event->key() != (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left) ||
            current.parent() != rootIndex() || isExpanded(current))
            return false;
        emit leftMenu();
        return true;
    case Qt::Key_Backspace:
        emit leftMenu();
        return true;
    case Qt::Key_Escape:
        escape();
        return true;
    case Qt::Key_Y:
        return setValue(QStringLiteral("y"));
    case Qt::Key_N:
        return setValue(QStringLiteral("n"));
    case Qt::Key_M:
        return setValue(QStringLiteral("m"));
    default:
        return false;
    }
}

void OptionView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (plain && state() != EditingState && handleKey(event))
        return;
    QTreeView::keyPressEvent(event);
}

QVector<KeyHelp> OptionView::keyHelp()
{
    return {{tr("Up, Down, Page Up, Page Down"), tr("Move among the options")},
            {tr("Space"), tr("Toggle the option, edit its value, or say why it is locked")},
            {tr("Return"), tr("Go into a menu; else the same as Space")},
            {tr("y, m, n"), tr("Yes, module, no")},
            {tr("F2"), tr("Edit the value")},
            {tr("Left, Right"), tr("Close and open what is below an option")},
            {tr("Backspace, Esc Esc"), tr("Back to the menu above")},
            {tr("/"), tr("Search")},
            {tr("?"), tr("Read the help and what the option needs")},
            {tr("z"), tr("Show hidden options, too")},
            {tr("Tab"), tr("To the links of an explanation")}};
}

void OptionView::browse(const QModelIndex &index, const QString &path, bool isFolder)
{
    const QPersistentModelIndex at = index;
    auto *dialog =
        new QFileDialog(window(), isFolder ? tr("Choose a folder") : tr("Choose a file"), path);
    dialog->setObjectName(QStringLiteral("browse"));
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::AnyFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, isFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, at](const QString &chosen) {
        if (at.isValid())
            model()->setData(at, chosen, Qt::EditRole);
    });
    dialog->open();
}

bool OptionView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const QModelIndex index = indexAt(static_cast<QHelpEvent *>(event)->pos());
        const QModelIndex option = index.siblingAtColumn(OptionTreeModel::optionColumn);
        if (!option.data(OptionTreeModel::WhyFixedRole).toString().isEmpty()) {
            emit whyRequested(option);
            return true;
        }
    }
    return QTreeView::viewportEvent(event);
}

void OptionView::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    QTreeView::mouseReleaseEvent(event);
    // One click on a field opens it, as one click on a box toggles it.
    if (event->button() == Qt::LeftButton && index.isValid() && index == currentIndex() &&
        index.column() == OptionTreeModel::valueColumn && (index.flags() & Qt::ItemIsEditable) &&
        state() != EditingState)
        edit(index);
}

void OptionView::resizeEvent(QResizeEvent *event)
{
    const int least = fontMetrics().averageCharWidth() * 64;
    setColumnHidden(OptionTreeModel::nameColumn, viewport()->width() < least);
    QTreeView::resizeEvent(event);
}

void OptionView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos()).siblingAtColumn(0);
    if (event->button() == Qt::LeftButton && index.data(OptionTreeModel::MenuRole).toBool()) {
        if (m_menusOpenInPlace)
            setExpanded(index, !isExpanded(index));
        else
            emit menuEntered(index);
        return;
    }
    QTreeView::mouseDoubleClickEvent(event);
}

} // namespace kiln
