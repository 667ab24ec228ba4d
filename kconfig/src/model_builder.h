// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The last step of a load: from a draft to the model that everybody shares.
#pragma once

#include "diagnostic_sink.h"
#include "draft.h"
#include "draft_diagnostics.h"
#include "syntax.h"
#include "syntax_reader.h"
#include "text_change.h"

#include "kconfig/load.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kconfig {

class ModelBuilder : public SyntaxListener
{
public:
    /// Both must outlive the builder.
    ModelBuilder(const LoadOptions &options, DiagnosticSink &diagnostics);

    /// Where the texts of the files belong.
    [[nodiscard]] SourceMap &sources();
    /// Reads what has been parsed so far.
    void hasGrown(const Syntax &soFar) override;
    /// Reads what is left of the complete syntax. Its units and segments are not needed after that.
    void read(const Syntax &syntax);
    /// Forms the menu tree of what was read and plans the evaluation, once. Lines that conf prints
    /// on its standard output on the way are appended to `messages`.
    std::shared_ptr<const Model> finish(const Syntax &syntax, std::vector<std::string> &messages);
    /// A copy of a model in which only help texts and positions of some files differ; `sources` are
    /// those of the whole tree as it is now. Null when a position can't be told.
    static std::shared_ptr<const Model> withTexts(const Model &old, SourceMap sources,
                                                  const std::vector<TextChange> &changes);

private:
    static std::vector<NodeId> numberNodes(const Draft &draft);
    static void moveNodes(Draft &draft, const std::vector<NodeId> &renamed, Model &model);
    static void moveProperties(Draft &draft, const std::vector<NodeId> &renamed, Model &model);
    [[nodiscard]] std::vector<SymbolId> orderSymbols(const Draft &draft) const;
    static void moveSymbols(Draft &draft, const std::vector<NodeId> &renamed, Model &model);

    const LoadOptions &m_options;
    DiagnosticSink &m_diagnostics;
    std::shared_ptr<Model> m_model;
    DraftDiagnostics m_said;
    std::optional<SyntaxReader> m_reader; ///< once it is known how large the tree is, about
};

} // namespace kconfig
