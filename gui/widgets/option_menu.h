// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The context menu of an option: its values, also those it can't have now.
#pragma once

#include "widgets/links.h"

#include <kconfig/resolve.h>

#include <QMenu>

#include <optional>

namespace kiln {

class OptionMenu : public QMenu
{
    Q_OBJECT

public:
    /// For an entry of the menu tree; empty for one without an option.
    OptionMenu(const kconfig::Configuration &configuration, kconfig::NodeId node,
               QWidget *parent = nullptr);

signals:
    void editRequested(const kconfig::Edit &edit);
    /// The changes that give the option the value should be looked for. Without a wish the user
    /// has not said which value.
    void fixRequested(kconfig::SymbolId symbol, const std::optional<kconfig::Wish> &wish);
    void openRequested(const kiln::SourcePlace &place);
};

} // namespace kiln
