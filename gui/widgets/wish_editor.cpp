// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/wish_editor.h"

#include "workbench/reason_words.h"

#include <kconfig/explain.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace kiln {

WishEditor::WishEditor(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel)
    , m_values(new QComboBox)
    , m_text(new QLineEdit)
{
    m_name->setTextFormat(Qt::RichText);
    m_name->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_values->setObjectName(QStringLiteral("wishValues"));
    m_values->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_values->setMinimumWidth(fontMetrics().averageCharWidth() * 10);
    m_text->setObjectName(QStringLiteral("wishText"));
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_name);
    layout->addWidget(new QLabel(QStringLiteral("=")));
    layout->addWidget(m_values);
    layout->addWidget(m_text);
    connect(m_name, &QLabel::linkActivated, this, &WishEditor::optionRequested);
    connect(m_values, &QComboBox::activated, this, [this] { emit wished(wish()); });
    connect(m_text, &QLineEdit::returnPressed, this, [this] { emit wished(wish()); });
    clear();
}

void WishEditor::setOption(const kconfig::Configuration &configuration, kconfig::SymbolId symbol,
                           const std::optional<kconfig::Wish> &wish)
{
    m_option = symbol;
    m_entries = wishEntries(configuration, symbol);
    const kconfig::Wish shown = wish.value_or(suggestedWish(configuration, symbol));
    const QString name =
        QString::fromStdString(kconfig::displayName(configuration.model(), symbol, ReasonWords()));
    m_name->setText(QStringLiteral("<a href=\"#\">%1</a>").arg(name.toHtmlEscaped()));
    m_name->setToolTip(tr("Go to %1").arg(name));
    m_values->clear();
    for (const WishEntry &entry : m_entries) {
        m_values->addItem(entry.text);
        if (entry.wish == shown)
            m_values->setCurrentIndex(m_values->count() - 1);
    }
    m_text->setText(QString::fromStdString(shown.value));
    const QString spoken = tr("Value wished for %1").arg(name);
    m_values->setAccessibleName(spoken);
    m_text->setAccessibleName(spoken);
    m_text->setToolTip(tr("The value that %1 should have; Return looks for ways").arg(name));
    m_values->setVisible(!isTyped());
    m_text->setVisible(isTyped());
}

void WishEditor::clear()
{
    m_option = {};
    m_entries.clear();
    m_name->clear();
    m_values->clear();
    m_text->clear();
    m_text->hide();
}

kconfig::Wish WishEditor::wish() const
{
    if (isTyped())
        return {m_option, m_text->text().toStdString()};
    const int at = m_values->currentIndex();
    return at < 0 || at >= m_entries.size() ? kconfig::Wish{} : m_entries[at].wish;
}

bool WishEditor::isTyped() const
{
    return m_entries.isEmpty();
}

QWidget *WishEditor::field() const
{
    return isTyped() ? static_cast<QWidget *>(m_text) : m_values;
}

} // namespace kiln
