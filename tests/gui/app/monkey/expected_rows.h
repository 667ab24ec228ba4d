// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a fresh kconf makes of a saved file, as rows of a view.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QVector>

namespace kiln::test {

/// What a row should show. Node numbers are those of the model.
struct ExpectedRow
{
    QString kind;     ///< mainmenu, config, menu, choice, comment
    QString prompt;   ///< empty: none
    QString name;     ///< of the symbol; empty: none
    QString type;     ///< of the symbol: bool, tristate, int, hex, string, unknown
    QString value;    ///< of the symbol
    QString selected; ///< of a choice: the prompt or name of the value that is on, if one is
    bool isVisible = false;
    bool isChangeable = false;
    bool isMenu = false;
    int parent = -1;
    QVector<int> children;
};

/// Reads `kconf dump`. Which rows are visible is worked out here, from the conditions in the dump
/// and by the rules of menuconfig, not taken from the engine.
class ExpectedRows
{
public:
    /// Empty when the text is no dump of a tree with a configuration.
    explicit ExpectedRows(const QByteArray &dump);

    [[nodiscard]] const QVector<ExpectedRow> &rows() const { return m_rows; }

private:
    [[nodiscard]] int evaluate(const QJsonValue &expression) const;
    [[nodiscard]] int compare(const QString &sign, const QJsonArray &operands) const;
    [[nodiscard]] QString textOf(const QJsonObject &operand) const;
    [[nodiscard]] QString typeOf(const QJsonObject &operand) const;
    [[nodiscard]] bool isVisible(int node) const;
    void readNode(const QJsonObject &node);
    void readSelection(ExpectedRow &row, const QJsonObject &choice) const;

    QHash<int, QJsonObject> m_symbols; ///< by id
    QJsonArray m_nodes;
    QVector<int> m_promptValues; ///< of each node, what its prompt's condition gives; -1: no prompt
    QVector<ExpectedRow> m_rows;
};

} // namespace kiln::test
