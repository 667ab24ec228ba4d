// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig/reload.h"

#include "macros.h"
#include "model_builder.h"
#include "parser.h"
#include "read_ahead.h"
#include "tree_watch.h"
#include "unit_changes.h"

#include <chrono>
#include <optional>
#include <unordered_set>

namespace kconfig {

namespace {

std::size_t shellsIn(const Syntax &syntax)
{
    std::size_t count = 0;
    for (const auto &unit : syntax.units)
        count += unit->shells.size();
    return count;
}

} // namespace

struct ReloadableTree::State
{
    LoadOptions options;
    ShellOfLoad shellOfLoad;
    Syntax syntax;
    LoadResult result;
    std::shared_ptr<const Model> lastGoodModel;
    ReloadEffort effort;
    std::int64_t trusted = 0;
    int copies = 0; ///< how many models, each a copy of the one before, led to this one
    bool mayWatch = true;
    bool canWatch = true;           ///< as far as known since the last load
    std::optional<TreeWatch> watch; ///< of everything, if it is there
    bool isUntold = true;           ///< something may have happened that the watch has not told

    /// What a parse brings, until it is known that it holds.
    struct Parsed
    {
        Syntax syntax;
        SourceMap sources;
        DiagnosticSink diagnostics;
        LoadResult result; ///< without model and diagnostics
    };

    void parse(Parsed &parsed, UnitReuse *reuse) const;
    void take(Parsed &parsed, std::size_t shellsAsked);
    [[nodiscard]] std::shared_ptr<const Model> withTexts(const Parsed &parsed);
    void loadAll();
    void cover();
    [[nodiscard]] TreeWatch::News news();
    void prepare();
    void update(const std::vector<std::string> *files);
};

void ReloadableTree::State::parse(Parsed &parsed, UnitReuse *reuse) const
{
    Macros macros(options, parsed.diagnostics);
    Parser parser(options, parsed.sources, macros, parsed.diagnostics, reuse);
    std::optional<ReadAhead> ahead;
    if (reuse == nullptr && options.usesThreads && ReadAhead::isWorthwhile())
        parser.useReadAhead(ahead.emplace(options));
    parsed.syntax = parser.parse();
    parsed.result.messages = macros.takeMessages();
    parsed.result.shells = macros.shellCounts().all;
    parsed.result.refusedShells = macros.shellCounts().refused;
    parsed.result.cachedShells = macros.shellCounts().cached;
    parsed.result.wasCancelled = parser.wasCancelled();
}

/// The last model with other texts, if nothing but help texts, comments and empty lines differ.
std::shared_ptr<const Model> ReloadableTree::State::withTexts(const Parsed &parsed)
{
    // Every copy keeps the texts of the one before.
    constexpr int most = 50;
    if (copies >= most || !result.model || !result.diagnostics.empty() || result.wasCancelled ||
        parsed.diagnostics.count() != 0 || parsed.result.wasCancelled ||
        parsed.result.messages != result.messages ||
        parsed.syntax.units.size() != syntax.units.size() ||
        parsed.syntax.environment != syntax.environment)
        return nullptr;
    std::vector<TextChange> changes;
    for (std::uint32_t i = 0; i < syntax.units.size(); ++i) {
        if (parsed.syntax.units[i] == syntax.units[i])
            continue;
        auto change = textChange(FileId{i}, *syntax.units[i], *parsed.syntax.units[i]);
        if (!change)
            return nullptr;
        changes.push_back(std::move(*change));
    }
    return ModelBuilder::withTexts(*result.model, parsed.sources, changes);
}

/// Makes the model. `shellsAsked`: commands of units used again that did not come from a cache.
void ReloadableTree::State::take(Parsed &parsed, std::size_t shellsAsked)
{
    effort = {};
    const std::unordered_set<std::shared_ptr<const FileSyntax>> old(syntax.units.begin(),
                                                                    syntax.units.end());
    for (const auto &unit : parsed.syntax.units)
        ++(old.count(unit) != 0 ? effort.filesReused : effort.filesRead);
    const LoadResult &read = parsed.result;
    effort.shellsRun = shellsAsked + static_cast<std::size_t>(read.shells - read.refusedShells -
                                                              read.cachedShells);
    effort.isNewModel = true;
    const std::size_t all = shellsIn(parsed.syntax) + static_cast<std::size_t>(read.refusedShells);
    parsed.result.shells = static_cast<int>(all);
    parsed.result.cachedShells =
        static_cast<int>(all) - read.refusedShells - static_cast<int>(effort.shellsRun);
    parsed.result.model = withTexts(parsed);
    copies = parsed.result.model ? copies + 1 : 0;
    if (!parsed.result.model) {
        ModelBuilder builder(options, parsed.diagnostics);
        builder.sources() = std::move(parsed.sources);
        builder.read(parsed.syntax);
        parsed.result.model = builder.finish(parsed.syntax, parsed.result.messages);
    }
    parsed.result.diagnostics = parsed.diagnostics.take();
    result = std::move(parsed.result);
    syntax = std::move(parsed.syntax);
    if (!result.hasErrors() && !result.wasCancelled)
        lastGoodModel = result.model;
}

void ReloadableTree::State::loadAll()
{
    if (shellOfLoad)
        options.shell = shellOfLoad();
    trusted = surelyPast();
    copies = 0;
    result = {};
    watch.reset();
    canWatch = mayWatch;
    isUntold = true;
    Parsed parsed;
    parse(parsed, nullptr);
    take(parsed, 0);
}

/// Watches what there is to watch, before anybody looks at it.
void ReloadableTree::State::cover()
{
    if (!canWatch)
        return;
    if (!watch)
        watch.emplace(options);
    if (watch->cover(syntax))
        isUntold = true;
    if (!watch->isComplete()) { // nor will it be the next time
        watch.reset();
        canWatch = false;
    }
}

/// What the watches tell. `isStructure` where that may not be everything.
TreeWatch::News ReloadableTree::State::news()
{
    TreeWatch::News told;
    if (watch)
        told = watch->take();
    if (told.isAnything)
        watch.reset();
    if (!watch || told.isStructure)
        cover();
    told.isStructure = told.isStructure || isUntold || !watch || result.wasCancelled;
    return told;
}

void ReloadableTree::State::prepare()
{
    if (!result.model || result.wasCancelled || !canWatch || !isUntold)
        return;
    const std::int64_t now = surelyPast();
    static_cast<void>(news());
    UnitChanges changes(syntax, result.model->sources(), options, trusted);
    changes.lookAtAll();
    if (!watch || !changes.isNothing())
        return; // for the next reload, which looks again
    trusted = now;
    isUntold = false;
}

/// `files`: those that may have changed; null: any.
void ReloadableTree::State::update(const std::vector<std::string> *files)
{
    if (!result.model) {
        loadAll();
        return;
    }
    const std::int64_t now = surelyPast();
    std::optional<UnitChanges> changes;
    std::size_t asked = 0;
    if (shellOfLoad) {
        options.shell = shellOfLoad();
        changes.emplace(syntax, result.model->sources(), options, trusted);
        asked = changes->askShells(options.shell);
    }
    TreeWatch::News told;
    if (files == nullptr)
        told = news();
    else
        told.isStructure = asked > 0; // a command that ran may have written anything
    const bool isQuiet = files == nullptr && !told.isStructure && told.paths.empty();
    if (!changes && !isQuiet)
        changes.emplace(syntax, result.model->sources(), options, trusted);
    if (!isQuiet) {
        if (!told.isStructure)
            told.isStructure =
                !(files != nullptr ? changes->lookAt(*files) : changes->readAgain(told.paths));
        if (told.isStructure) {
            changes->lookAtAll();
            isUntold = false;
            trusted = now;
        }
    }
    const std::size_t looked = changes ? changes->lookedAt() : 0;
    if ((!changes || changes->isNothing()) && !result.wasCancelled) {
        effort = {0, syntax.units.size(), asked, false, looked};
        return;
    }
    while (true) {
        Parsed parsed;
        parse(parsed, &*changes);
        if (!parsed.result.wasCancelled && !changes->agrees(parsed.syntax, parsed.sources))
            continue; // fewer units are used again each time
        take(parsed, asked);
        effort.filesLookedAt = looked;
        break;
    }
    if (watch)
        cover();
    else
        isUntold = true;
}

ReloadableTree::ReloadableTree(LoadOptions options, ShellOfLoad shell, ChangeDetection detection)
    : m_state(std::make_unique<State>())
{
    m_state->mayWatch = detection == ChangeDetection::watch;
    m_state->options = std::move(options);
    m_state->options.headStart = nullptr; // load()'s alone
    m_state->shellOfLoad = std::move(shell);
}

ReloadableTree::~ReloadableTree() = default;

const LoadResult &ReloadableTree::load()
{
    m_state->loadAll();
    return m_state->result;
}

void ReloadableTree::prepareReload()
{
    m_state->prepare();
}

const LoadResult &ReloadableTree::reload()
{
    m_state->update(nullptr);
    return m_state->result;
}

const LoadResult &ReloadableTree::reload(const std::vector<std::string> &changed)
{
    m_state->update(&changed);
    return m_state->result;
}

const LoadResult &ReloadableTree::result() const
{
    return m_state->result;
}

const std::shared_ptr<const Model> &ReloadableTree::lastGoodModel() const
{
    return m_state->lastGoodModel;
}

const ReloadEffort &ReloadableTree::effort() const
{
    return m_state->effort;
}

} // namespace kconfig
