// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The conditions of one option as a tree, each part with its truth now.
#pragma once

#include <kconfig/configuration.h>

#include <QAbstractItemModel>
#include <QVector>

namespace kiln {

/// What an entry of the menu tree needs: what it depends on, and what its prompt or `visible if`
/// asks for on top of that. Operators that follow one another are one row with all their parts
/// ("all of", "any of"). The shape belongs to the entry; refresh() brings values up to date.
class DependencyModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column
    {
        conditionColumn, ///< "NET", "not NET", "any of"; its icon says true or false
        valueColumn,     ///< what the options in it are now
        truthColumn,     ///< "true", "module" or "false"
        columnCount_
    };

    enum Role
    {
        SymbolRole = Qt::UserRole + 1, ///< quint32: the option a leaf names; invalid for others
        TruthRole                      ///< int: kconfig::Tristate
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// Shows an entry of a configuration that must outlive its showing; nullptr shows nothing.
    void setNode(const kconfig::Configuration *configuration, kconfig::NodeId node);
    /// Values may have changed.
    void refresh();
    /// The option a leaf names; invalid for other rows.
    [[nodiscard]] kconfig::SymbolId symbolAt(const QModelIndex &index) const;
    /// Its first definition that has a prompt, else its first.
    [[nodiscard]] kconfig::NodeId nodeAt(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Item
    {
        kconfig::ExpressionId expression;
        QString heading; ///< of the rows at the top; empty below
        /// What a row at the top is about: all of these.
        QVector<kconfig::ExpressionId> needed;
        bool isNegated = false;
        int parent = -1;
        int row = 0;
        QVector<int> children;
        kconfig::Tristate truth = kconfig::Tristate::no;
        QString value;
    };

    /// The conditions that an expression joins by "and".
    [[nodiscard]] QVector<kconfig::ExpressionId> parts(kconfig::ExpressionId expression) const;
    void addSection(const QString &heading, kconfig::ExpressionId expression,
                    const QVector<kconfig::ExpressionId> &needed);
    int append(int parent, kconfig::ExpressionId expression);
    void addParts(int item, kconfig::ExpressionId expression);
    void collect(kconfig::ExpressionId expression, kconfig::ExpressionKind kind,
                 QVector<kconfig::ExpressionId> &parts) const;
    [[nodiscard]] QString conditionText(const Item &item) const;
    [[nodiscard]] QString operandText(kconfig::SymbolId symbol) const;
    [[nodiscard]] QString valueText(const Item &item) const;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const;

    const kconfig::Configuration *m_configuration = nullptr;
    QVector<Item> m_items;
    QVector<int> m_sections;
};

} // namespace kiln
