// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/libraries_view.h"

#include "widgets/library_colors.h"
#include "widgets/library_graph_view.h"
#include "widgets/links.h"
#include "widgets/number_header.h"
#include "widgets/remembered_layout.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPalette>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace kiln {

LibraryModel::LibraryModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void LibraryModel::setGraph(std::shared_ptr<const LibraryGraph> graph)
{
    beginResetModel();
    m_graph = std::move(graph);
    endResetModel();
}

int LibraryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_graph ? 0 : int(m_graph->libraries.size());
}

int LibraryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columnCount_);
}

QVariant LibraryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const GraphLibrary &library = m_graph->libraries[index.row()];
    const auto count = [&](auto end) {
        return qint64(std::count_if(m_graph->links.begin(), m_graph->links.end(),
                                    [&](const LibraryLink &link) {
                                        return link.*end == index.row() && !link.symbols.isEmpty();
                                    }));
    };
    const auto number = [&]() -> qint64 {
        switch (index.column()) {
        case sizeColumn:
            return library.size;
        case usesColumn:
            return count(&LibraryLink::from);
        default:
            return count(&LibraryLink::to);
        }
    };
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == nameColumn ? library.name : QLocale().toString(number());
    case SortRole:
        return index.column() == nameColumn ? QVariant(library.name) : QVariant(number());
    case Qt::DecorationRole:
        return index.column() == nameColumn
                   ? QVariant(libraryColor(library.name, true, QGuiApplication::palette()))
                   : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == nameColumn ? QVariant()
                                            : QVariant(int(Qt::AlignTrailing | Qt::AlignVCenter));
    case Qt::ToolTipRole:
        return index.column() == nameColumn ? library.name : QString();
    default:
        return {};
    }
}

QVariant LibraryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return numberHeader(section, orientation, role,
                        {tr("Library"), tr("Bytes"), tr("Uses"), tr("Used by")});
}

LibrariesView::LibrariesView(QWidget *parent)
    : QWidget(parent)
    , m_model(new LibraryModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_view(new LibraryGraphView)
    , m_list(new QTreeView)
    , m_why(new QTextBrowser)
    , m_empty(new QLabel)
    , m_stack(new QStackedWidget)
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(LibraryModel::SortRole);
    m_list->setModel(m_sorted);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(LibraryModel::sizeColumn, Qt::DescendingOrder);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Libraries of the image"));
    m_list->setObjectName(QStringLiteral("libraryList"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(LibraryModel::nameColumn, QHeaderView::Stretch);
    const int digits = m_list->fontMetrics().horizontalAdvance(QStringLiteral("00.000.000 "));
    for (int column = LibraryModel::sizeColumn; column < LibraryModel::columnCount_; ++column)
        header->resizeSection(column, digits + 8);
    m_why->setFrameShape(QFrame::NoFrame);
    m_why->setOpenLinks(false);
    m_why->setAccessibleName(tr("Why the library is in the image"));
    m_why->document()->setDocumentMargin(12);
    m_why->setObjectName(QStringLiteral("libraryWhy"));

    auto *side = new QSplitter(Qt::Vertical);
    side->addWidget(m_list);
    side->addWidget(m_why);
    side->setSizes({300, 200});
    side->setChildrenCollapsible(false);
    rememberSplitter(side, QStringLiteral("analyse/librariesReasons"));
    auto *splitter = new QSplitter;
    splitter->addWidget(m_view);
    splitter->addWidget(side);
    splitter->setSizes({660, 400});
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    rememberSplitter(splitter, QStringLiteral("analyse/libraries"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    m_view->select(m_sorted->mapToSource(current).row());
            });
    connect(m_view, &LibraryGraphView::selectionChanged, this, &LibrariesView::showWhy);
    connect(m_view, &LibraryGraphView::problem, this,
            [this](const Problem &problem) { m_why->setPlainText(problem.text()); });
    connect(m_why, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (const auto option = linkedOption(url))
            emit optionRequested(*option);
        else if (m_graph)
            m_view->select(m_graph->indexOf(url.fragment()));
    });
    setGraph(nullptr);
}

void LibrariesView::setGraph(std::shared_ptr<const LibraryGraph> graph, const QString &whyEmpty)
{
    const QString selected = m_graph && m_view->selected() >= 0
                                 ? m_graph->libraries[m_view->selected()].name
                                 : QString();
    m_graph = std::move(graph);
    m_empty->setText(!whyEmpty.isEmpty() ? whyEmpty
                                         : tr("There is no image yet. Build (Ctrl+B) makes one."));
    m_stack->setCurrentIndex(m_graph ? 1 : 0);
    m_model->setGraph(m_graph);
    m_view->setGraph(m_graph);
    showWhy(-1);
    if (m_graph && !selected.isEmpty())
        m_view->select(m_graph->indexOf(selected));
}

void LibrariesView::showWhy(int library)
{
    if (!m_graph || library < 0) {
        m_why->setHtml(tr("Select a library to see why it is in the image."));
        return;
    }
    const QModelIndex row = m_sorted->mapFromSource(m_model->index(library, 0));
    if (row != m_list->currentIndex().siblingAtColumn(0)) {
        m_list->setCurrentIndex(row);
        m_list->scrollTo(row);
    }
    const GraphLibrary &what = m_graph->libraries[library];
    QString html = QStringLiteral("<p><b>%1</b></p>").arg(what.name.toHtmlEscaped());
    for (const QString &reason : m_graph->reasons(library))
        html += QStringLiteral("<p>%1</p>").arg(reason.toHtmlEscaped());
    if (!what.option.isEmpty())
        html += QStringLiteral("<p><a href=\"%1\">%2</a></p>")
                    .arg(QString::fromUtf8(optionLink(what.option).toEncoded()),
                         tr("Show %1 in Configure").arg(what.option).toHtmlEscaped());
    const auto list = [&](const QString &title, bool isUses) {
        QStringList names;
        for (const LibraryLink &link : m_graph->links) {
            const int other = isUses ? link.to : link.from;
            if ((isUses ? link.from : link.to) != library || link.symbols.isEmpty())
                continue;
            const QString name = m_graph->libraries[other].name.toHtmlEscaped();
            names.append(
                QStringLiteral("<a href=\"#%1\">%1</a> (%2)").arg(name).arg(link.symbols.size()));
        }
        if (!names.isEmpty())
            html += QStringLiteral("<p>%1 %2</p>").arg(title, names.join(QStringLiteral(", ")));
    };
    list(tr("Uses symbols of:"), true);
    list(tr("Its symbols are used by:"), false);
    m_why->setHtml(html);
}

} // namespace kiln
