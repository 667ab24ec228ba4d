// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Inline editors for numbers and texts. Whatever is typed stays visible; what can't be the value
// is marked, and a bubble and the accessible description say why.
#pragma once

#include "widgets/value_check.h"

#include <QAbstractSpinBox>
#include <QLineEdit>

namespace kiln {

/// A line of text.
class ValueLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit ValueLine(ValueRules rules, QWidget *parent = nullptr);

    /// Why the text can't be the value; empty when it can.
    [[nodiscard]] QString whyNot() const { return m_rules.whyNot(text()); }
    /// Adds a button that asks for a file or folder.
    void addBrowseButton();

signals:
    void browseRequested();

private:
    ValueRules m_rules;
};

/// A number with up and down, decimal or hexadecimal, of 64 bits.
class NumberBox : public QAbstractSpinBox
{
    Q_OBJECT

public:
    explicit NumberBox(ValueRules rules, QWidget *parent = nullptr);

    void setValueText(const QString &text);
    [[nodiscard]] QString valueText() const { return text().trimmed(); }
    /// Why the text can't be the value; empty when it can.
    [[nodiscard]] QString whyNot() const { return m_rules.whyNot(valueText()); }
    [[nodiscard]] const ValueRules &rules() const { return m_rules; }

    void stepBy(int steps) override;
    QValidator::State validate(QString &input, int &position) const override;

protected:
    [[nodiscard]] StepEnabled stepEnabled() const override;

private:
    ValueRules m_rules;
};

/// Why the text in one of these editors can't be the value; empty when it can, and for other
/// widgets.
[[nodiscard]] QString whyNot(const QWidget *editor);
/// Shows or takes away the bubble and the mark of one of these editors.
void showWhyNot(QWidget *editor);

} // namespace kiln
