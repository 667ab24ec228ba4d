// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is wished of an option: "NET = y", with the value to choose or to type.
#pragma once

#include "workbench/fix_wish.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;

namespace kiln {

class WishEditor : public QWidget
{
    Q_OBJECT

public:
    explicit WishEditor(QWidget *parent = nullptr);

    /// Shows an option with a wish, or with what is most probably wished.
    void setOption(const kconfig::Configuration &configuration, kconfig::SymbolId symbol,
                   const std::optional<kconfig::Wish> &wish);
    /// Shows nothing.
    void clear();
    [[nodiscard]] kconfig::SymbolId option() const { return m_option; }
    /// As it is chosen or typed.
    [[nodiscard]] kconfig::Wish wish() const;
    /// Whether the value is typed.
    [[nodiscard]] bool isTyped() const;
    /// The widget that takes the value.
    [[nodiscard]] QWidget *field() const;

signals:
    /// The user has chosen or typed a value.
    void wished(const kconfig::Wish &wish);
    /// The option's name was clicked.
    void optionRequested();

private:
    QLabel *m_name;
    QComboBox *m_values;
    QLineEdit *m_text;
    kconfig::SymbolId m_option;
    QVector<WishEntry> m_entries;
};

} // namespace kiln
