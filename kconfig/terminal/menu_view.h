// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Which entries a menu shows, flattened as menuconfig does it.
#pragma once

#include "kconfig/configuration.h"

#include <vector>

namespace kconfig::terminal {

enum class RowKind
{
    menu,        ///< opens another page
    option,      ///< a symbol; with a page of its own if it is a `menuconfig`
    choice,      ///< opens the page of its values
    choiceValue, ///< one of the values, on the page of its choice
    selection,   ///< the value that is on, below its choice, for the sake of its children
    comment,
};

/// One line of a menu.
struct Row
{
    NodeId node;
    RowKind kind = RowKind::option;
    int depth = 0;         ///< how many entries it hangs below on this page
    bool isVisible = true; ///< false only where hidden options are shown, too
    bool opens = false;    ///< has a page of its own

    friend bool operator==(const Row &, const Row &) = default;
};

/// The rows of a page. `menu`: the root, a menu, a `menuconfig` symbol or a choice. With `showAll`
/// those that can't be seen now as well.
[[nodiscard]] std::vector<Row> rowsOf(const Configuration &configuration, NodeId menu,
                                      bool showAll);
/// Whether an entry has a page of its own.
[[nodiscard]] bool isPage(const Model &model, NodeId node);
/// Whether nothing would be on a page.
[[nodiscard]] bool isEmptyPage(const Configuration &configuration, NodeId menu, bool showAll);
/// The page that an entry stands on; the root for the root.
[[nodiscard]] NodeId pageOf(const Model &model, NodeId node);
/// The pages from the root's child down to this one; empty for the root.
[[nodiscard]] std::vector<NodeId> pathTo(const Model &model, NodeId page);
/// `Drivers > Network`, the prompts along the path; the root's prompt for the root.
[[nodiscard]] std::string pathText(const Model &model, NodeId page);

} // namespace kconfig::terminal
