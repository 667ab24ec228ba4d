// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/option_filter_model.h"

#include "widgets/option_tree_model.h"

namespace kiln {

OptionFilterModel::OptionFilterModel(Show show, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_show(show)
{}

void OptionFilterModel::setShowAll(bool showAll)
{
    if (m_showAll == showAll)
        return;
    m_showAll = showAll;
    invalidateFilter();
}

bool OptionFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    const QModelIndex index = sourceModel()->index(sourceRow, 0, sourceParent);
    if (m_show == Show::menusOnly && !index.data(OptionTreeModel::MenuRole).toBool())
        return false;
    // The main menu is where everything hangs, and stays even when nothing in it is visible.
    return m_showAll || !sourceParent.isValid() ||
           index.data(OptionTreeModel::VisibleRole).toBool();
}

} // namespace kiln
