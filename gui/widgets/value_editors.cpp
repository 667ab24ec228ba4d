// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/value_editors.h"

#include "widgets/level_style.h"
#include "widgets/palette_icon.h"

#include <QAction>
#include <QToolTip>

namespace kiln {

ValueLine::ValueLine(ValueRules rules, QWidget *parent)
    : QLineEdit(parent)
    , m_rules(std::move(rules))
{
    connect(this, &QLineEdit::textEdited, this, [this] { showWhyNot(this); });
}

void ValueLine::addBrowseButton()
{
    QAction *browse =
        addAction(paletteIcon(QStringLiteral("open-folder")), QLineEdit::TrailingPosition);
    browse->setText(tr("Browse"));
    browse->setToolTip(tr("Choose in a file dialog (Ctrl+Space)"));
    browse->setShortcut(QKeySequence(QStringLiteral("Ctrl+Space")));
    browse->setShortcutContext(Qt::WidgetShortcut);
    connect(browse, &QAction::triggered, this, &ValueLine::browseRequested);
}

NumberBox::NumberBox(ValueRules rules, QWidget *parent)
    : QAbstractSpinBox(parent)
    , m_rules(std::move(rules))
{
    setAccelerated(true);
    setAlignment(Qt::AlignRight);
    setCorrectionMode(QAbstractSpinBox::CorrectToPreviousValue);
    connect(lineEdit(), &QLineEdit::textEdited, this, [this] { showWhyNot(this); });
}

void NumberBox::setValueText(const QString &text)
{
    lineEdit()->setText(text);
    showWhyNot(this);
}

void NumberBox::stepBy(int steps)
{
    const auto number = m_rules.number(valueText());
    lineEdit()->setText(m_rules.text(m_rules.stepped(number.value_or(0), number ? steps : 0)));
    selectAll();
    showWhyNot(this);
}

QValidator::State NumberBox::validate(QString &, int &) const
{
    // Nothing is swallowed while typing: a text that can't be the value is marked instead.
    return QValidator::Acceptable;
}

QAbstractSpinBox::StepEnabled NumberBox::stepEnabled() const
{
    const auto number = m_rules.number(valueText());
    if (isReadOnly() || !number)
        return StepUpEnabled | StepDownEnabled;
    StepEnabled enabled = StepNone;
    if (m_rules.stepped(*number, 1) != *number)
        enabled |= StepUpEnabled;
    if (m_rules.stepped(*number, -1) != *number)
        enabled |= StepDownEnabled;
    return enabled;
}

QString whyNot(const QWidget *editor)
{
    if (const auto *line = qobject_cast<const ValueLine *>(editor))
        return line->whyNot();
    if (const auto *box = qobject_cast<const NumberBox *>(editor))
        return box->whyNot();
    return {};
}

void showWhyNot(QWidget *editor)
{
    const QString why = whyNot(editor);
    editor->setAccessibleDescription(why);
    // The palette of the editor's own, so that the mark goes with it.
    QPalette palette;
    if (!why.isEmpty())
        palette.setColor(QPalette::Text, levelColor(LogLevel::error, editor->palette()));
    editor->setPalette(palette);
    if (why.isEmpty())
        QToolTip::hideText();
    else if (editor->isVisible())
        QToolTip::showText(editor->mapToGlobal(QPoint(0, editor->height())), why, editor,
                           editor->rect(), 10'000);
}

} // namespace kiln
