// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Why an option can't be changed, as rich text.
#pragma once

#include <kconfig/configuration.h>

#include <QPalette>
#include <QString>

namespace kiln {

/// How much of the story is told.
enum class WhyDetail
{
    brief, ///< what is in the way, as a list
    full   ///< with a heading, and the reasons for the reasons
};

/// What is in the way of a change (from kconfig::explain()); options named are links, and so are
/// the places of statements (links.h). Paths under `base` are shown relative to it. Empty when
/// nothing is in the way.
[[nodiscard]] QString whyText(const kconfig::Configuration &configuration, kconfig::SymbolId symbol,
                              const QString &base, const QPalette &palette, WhyDetail detail);

/// A place as a link, shown relative to `base` when it is below, else by its last folder; empty
/// when it is none.
[[nodiscard]] QString placeLink(const kconfig::Model &model, const kconfig::Position &position,
                                const QString &base);

} // namespace kiln
