// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expected_rows.h"

#include <QJsonDocument>

#include <algorithm>

namespace kiln::test {

namespace {

int truth(const QString &text)
{
    return text == QLatin1String("y") ? 2 : text == QLatin1String("m") ? 1 : 0;
}

bool isTruthType(const QString &type)
{
    return type == QLatin1String("bool") || type == QLatin1String("tristate");
}

/// A number as comparisons of the language read it; `isNumber` says whether it is one.
qlonglong number(const QString &text, const QString &type, bool *isNumber)
{
    if (isTruthType(type)) {
        *isNumber =
            text == QLatin1String("y") || text == QLatin1String("m") || text == QLatin1String("n");
        return truth(text);
    }
    const int base = type == QLatin1String("int") ? 10 : type == QLatin1String("hex") ? 16 : 0;
    return text.toLongLong(isNumber, base);
}

QJsonObject currentOf(const QJsonObject &symbol)
{
    return symbol.value(QLatin1String("current")).toObject();
}

} // namespace

ExpectedRows::ExpectedRows(const QByteArray &dump)
{
    const QJsonObject top = QJsonDocument::fromJson(dump).object();
    if (!top.value(QLatin1String("complete")).toBool())
        return;
    for (const QJsonValue &value : top.value(QLatin1String("symbols")).toArray()) {
        const QJsonObject symbol = value.toObject();
        m_symbols.insert(symbol.value(QLatin1String("id")).toInt(), symbol);
    }
    m_nodes = top.value(QLatin1String("nodes")).toArray();
    m_promptValues.fill(-1, m_nodes.size());
    for (const QJsonObject &symbol : std::as_const(m_symbols)) {
        const QJsonArray properties = symbol.value(QLatin1String("properties")).toArray();
        for (const QJsonValue &value : properties) {
            const QJsonObject property = value.toObject();
            if (property.value(QLatin1String("kind")).toString() == QLatin1String("prompt"))
                m_promptValues[property.value(QLatin1String("node")).toInt()] =
                    evaluate(property.value(QLatin1String("condition")));
        }
    }
    for (const QJsonValue &node : std::as_const(m_nodes))
        readNode(node.toObject());
    for (int i = 0; i < m_rows.size(); ++i)
        m_rows[i].isVisible = isVisible(i);
}

void ExpectedRows::readNode(const QJsonObject &node)
{
    ExpectedRow row;
    row.kind = node.value(QLatin1String("kind")).toString();
    row.prompt = node.value(QLatin1String("prompt")).toString();
    row.parent = node.value(QLatin1String("parent")).toInt(-1);
    for (const QJsonValue &child : node.value(QLatin1String("children")).toArray())
        row.children.append(child.toInt());
    row.isMenu = row.kind == QLatin1String("menu") || row.kind == QLatin1String("mainmenu") ||
                 (node.value(QLatin1String("menuconfig")).toBool() && !row.children.isEmpty());
    if (const QJsonValue id = node.value(QLatin1String("symbol")); id.isDouble()) {
        const QJsonObject symbol = m_symbols.value(id.toInt());
        const QJsonObject current = currentOf(symbol);
        row.name = symbol.value(QLatin1String("name")).toString();
        row.type = symbol.value(QLatin1String("type")).toString();
        row.value = current.value(QLatin1String("value")).toString();
        row.isChangeable = current.value(QLatin1String("changeable")).toBool();
        if (symbol.value(QLatin1String("isChoice")).toBool())
            readSelection(row, symbol);
    } else if (!node.value(QLatin1String("prompt")).isNull()) {
        m_promptValues[m_rows.size()] = evaluate(node.value(QLatin1String("dependency")));
    }
    m_rows.append(row);
}

void ExpectedRows::readSelection(ExpectedRow &row, const QJsonObject &choice) const
{
    for (const QJsonValue &id : choice.value(QLatin1String("choiceValues")).toArray()) {
        const QJsonObject symbol = m_symbols.value(id.toInt());
        if (currentOf(symbol).value(QLatin1String("value")).toString() != QLatin1String("y"))
            continue;
        row.selected = symbol.value(QLatin1String("name")).toString();
        for (const QJsonValue &node : symbol.value(QLatin1String("nodes")).toArray()) {
            const QJsonValue prompt =
                m_nodes.at(node.toInt()).toObject().value(QLatin1String("prompt"));
            if (prompt.isString()) {
                row.selected = prompt.toString();
                return;
            }
        }
        return;
    }
}

QString ExpectedRows::textOf(const QJsonObject &operand) const
{
    if (operand.contains(QLatin1String("constant")))
        return operand.value(QLatin1String("constant")).toString();
    const QJsonObject symbol = m_symbols.value(operand.value(QLatin1String("id")).toInt());
    // What nothing defines is a text that says its name.
    if (!symbol.value(QLatin1String("defined")).toBool())
        return symbol.value(QLatin1String("name")).toString();
    return currentOf(symbol).value(QLatin1String("value")).toString();
}

QString ExpectedRows::typeOf(const QJsonObject &operand) const
{
    if (!operand.contains(QLatin1String("constant")))
        return m_symbols.value(operand.value(QLatin1String("id")).toInt())
            .value(QLatin1String("type"))
            .toString();
    const QString text = operand.value(QLatin1String("constant")).toString();
    const bool isTruth = text.size() == 1 && QStringLiteral("nmy").contains(text);
    return isTruth ? QStringLiteral("tristate") : QStringLiteral("unknown");
}

int ExpectedRows::compare(const QString &sign, const QJsonArray &operands) const
{
    const QJsonObject left = operands.at(0).toObject();
    const QJsonObject right = operands.at(1).toObject();
    const QString leftText = textOf(left);
    const QString rightText = textOf(right);
    bool isLeft = false;
    bool isRight = false;
    const qlonglong leftNumber = number(leftText, typeOf(left), &isLeft);
    const qlonglong rightNumber = number(rightText, typeOf(right), &isRight);
    const int order = isLeft && isRight ? (leftNumber < rightNumber   ? -1
                                           : leftNumber > rightNumber ? 1
                                                                      : 0)
                                        : leftText.toUtf8().compare(rightText.toUtf8());
    const bool holds = sign == QLatin1String("=")    ? order == 0
                       : sign == QLatin1String("!=") ? order != 0
                       : sign == QLatin1String("<")  ? order < 0
                       : sign == QLatin1String("<=") ? order <= 0
                       : sign == QLatin1String(">")  ? order > 0
                                                     : order >= 0;
    return holds ? 2 : 0;
}

int ExpectedRows::evaluate(const QJsonValue &expression) const
{
    if (expression.isNull() || expression.isUndefined())
        return 2;
    const QJsonObject node = expression.toObject();
    if (node.contains(QLatin1String("tree")))
        return evaluate(node.value(QLatin1String("tree")));
    // An m of a dependency stands as "m && MODULES" in the dump already.
    if (node.contains(QLatin1String("constant")))
        return truth(node.value(QLatin1String("constant")).toString());
    if (node.contains(QLatin1String("symbol")))
        return isTruthType(typeOf(node)) ? truth(textOf(node)) : 0;
    const QString sign = node.value(QLatin1String("op")).toString();
    const QJsonArray operands = node.value(QLatin1String("of")).toArray();
    if (sign == QLatin1String("!"))
        return 2 - evaluate(operands.at(0));
    if (sign != QLatin1String("&&") && sign != QLatin1String("||"))
        return compare(sign, operands);
    int value = evaluate(operands.at(0));
    for (int i = 1; i < operands.size(); ++i)
        value = sign == QLatin1String("&&") ? std::min(value, evaluate(operands.at(i)))
                                            : std::max(value, evaluate(operands.at(i)));
    return value;
}

bool ExpectedRows::isVisible(int node) const
{
    if (m_promptValues[node] < 0)
        return false;
    const QJsonValue visibleIf = m_nodes.at(node).toObject().value(QLatin1String("visibleIf"));
    if (evaluate(visibleIf) == 0)
        return false;
    if (m_promptValues[node] > 0)
        return true;
    const ExpectedRow &row = m_rows[node];
    if (row.type.isEmpty() || (row.value != QLatin1String("y") && row.value != QLatin1String("m")))
        return false;
    return std::any_of(row.children.begin(), row.children.end(),
                       [this](int child) { return isVisible(child); });
}

} // namespace kiln::test
