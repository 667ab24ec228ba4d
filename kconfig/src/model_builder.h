// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The last step of a load: from a draft to the model that everybody shares.
#pragma once

#include "diagnostic_sink.h"
#include "draft.h"
#include "syntax.h"
#include "text_change.h"

#include "kconfig/load.h"

namespace kconfig {

class ModelBuilder
{
public:
    /// Reads the syntax, forms the menu tree and plans the evaluation. Lines that conf prints on
    /// its standard output on the way are appended to `messages`, if given.
    static std::shared_ptr<const Model> build(const Syntax &syntax, SourceMap sources,
                                              const LoadOptions &options,
                                              DiagnosticSink &diagnostics,
                                              std::vector<std::string> *messages = nullptr);
    /// A copy of a model in which only help texts and positions of some files differ; `sources` are
    /// those of the whole tree as it is now. Null when a position can't be told.
    static std::shared_ptr<const Model> withTexts(const Model &old, SourceMap sources,
                                                  const std::vector<TextChange> &changes);

private:
    static std::vector<NodeId> moveNodes(Draft &draft, Model &model);
    static void orderSymbols(Model &model);
    static void moveSymbols(Draft &draft, const std::vector<NodeId> &renamed, Model &model);
};

} // namespace kconfig
