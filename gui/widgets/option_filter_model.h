// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which nodes of an OptionTreeModel a view shows.
#pragma once

#include <QSortFilterProxyModel>

namespace kiln {

/// Leaves out hidden nodes, and, for the menu pane, everything that is no menu.
class OptionFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Show
    {
        menusOnly,
        options
    };

    explicit OptionFilterModel(Show show, QObject *parent = nullptr);

    /// Also shows what menuconfig would hide (in grey).
    void setShowAll(bool showAll);
    [[nodiscard]] bool showAll() const { return m_showAll; }

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    Show m_show;
    bool m_showAll = false;
};

} // namespace kiln
