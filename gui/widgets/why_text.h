// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Why an option can't be changed, as rich text.
#pragma once

#include <kconfig/explain.h>

#include <QPalette>
#include <QString>

#include <string>
#include <vector>

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

/// Reasons as a list with links, and the reasons for them.
[[nodiscard]] QString reasonsText(const kconfig::Model &model,
                                  const std::vector<kconfig::Reason> &reasons, const QString &base,
                                  const QPalette &palette);

/// A sentence of the engine's in which options are links.
[[nodiscard]] QString sentenceText(const kconfig::Model &model, const std::string &sentence,
                                   const QString &base, const QPalette &palette);

/// A place as a link, shown relative to `base` when it is below, else by its last folder; empty
/// when it is none.
[[nodiscard]] QString placeLink(const kconfig::Model &model, const kconfig::Position &position,
                                const QString &base);

} // namespace kiln
