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

namespace {

/// Reads the files, and fills in all of the result but the model and the diagnostics.
Syntax parse(const LoadOptions &options, ModelBuilder &builder, DiagnosticSink &diagnostics,
             LoadResult &result)
{
    Macros macros(options, diagnostics);
    Parser parser(options, builder.sources(), macros, diagnostics);
    std::optional<ReadAhead> ahead;
    if (options.usesThreads && ReadAhead::isWorthwhile())
        parser.useReadAhead(ahead.emplace(options), &builder);
    Syntax syntax = parser.parse();
    result.messages = macros.takeMessages();
    result.shells = macros.shellCounts().all;
    result.refusedShells = macros.shellCounts().refused;
    result.cachedShells = macros.shellCounts().cached;
    result.wasCancelled = parser.wasCancelled();
    return syntax;
}

} // namespace

LoadResult load(const LoadOptions &options)
{
    LoadResult result;
    DiagnosticSink diagnostics;
    ModelBuilder builder(options, diagnostics);
    Syntax syntax = parse(options, builder, diagnostics, result);
    builder.read(syntax);
    syntax.units.clear(); // the model is made where they were
    result.model = builder.finish(syntax, result.messages);
    result.diagnostics = diagnostics.take();
    return result;
}

} // namespace kconfig
