// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig/load.h"

#include "macros.h"
#include "model_builder.h"
#include "parser.h"
#include "read_ahead.h"

#include <algorithm>
#include <optional>

namespace kconfig {

bool LoadResult::hasErrors() const
{
    return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic &diagnostic) {
        return diagnostic.severity == Severity::error;
    });
}

LoadResult load(const LoadOptions &options)
{
    LoadResult result;
    DiagnosticSink diagnostics;
    SourceMap sources;
    Macros macros(options, diagnostics);
    Parser parser(options, sources, macros, diagnostics);
    std::optional<ReadAhead> ahead;
    if (options.usesThreads && ReadAhead::isWorthwhile())
        parser.useReadAhead(ahead.emplace(options));
    const Syntax syntax = parser.parse();
    ahead.reset();
    result.messages = macros.takeMessages();
    result.model =
        ModelBuilder::build(syntax, std::move(sources), options, diagnostics, &result.messages);
    result.diagnostics = diagnostics.take();
    result.shells = macros.shellCounts().all;
    result.refusedShells = macros.shellCounts().refused;
    result.cachedShells = macros.shellCounts().cached;
    result.wasCancelled = parser.wasCancelled();
    return result;
}

} // namespace kconfig
