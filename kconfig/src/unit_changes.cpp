// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "unit_changes.h"

#include "shell_text.h"
#include "side_task.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace kconfig {

namespace {

using Definitions = std::map<std::string_view, std::vector<std::pair<std::string_view, bool>>>;

/// The assignments of a load in the order in which they were made, by variable, and for every unit
/// how many of each variable's had been made when it began.
struct Assignments
{
    Definitions byName;
    /// By FileId; only for units that read variables, in the order of FileSyntax::reads.
    std::vector<std::vector<std::size_t>> madeBefore;
};

/// Walks a syntax in the order of reading.
class AssignmentWalk
{
public:
    AssignmentWalk(const Syntax &syntax, const SourceMap &sources)
        : m_syntax(syntax)
    {
        m_result.madeBefore.resize(syntax.units.size());
        for (std::uint32_t i = 0; i < syntax.units.size(); ++i) {
            const Position from = sources.includedFrom(FileId{i}).value_or(Position{});
            while (!m_open.empty() && m_open.back().file != from.file)
                close();
            if (!m_open.empty())
                makeUpTo(definitionAt(*syntax.units[from.file.index], from));
            m_open.push_back({FileId{i}, 0});
            const FileSyntax &unit = *syntax.units[i];
            for (const std::string_view name : unit.reads) {
                const auto found = m_result.byName.find(name);
                m_result.madeBefore[i].push_back(
                    found == m_result.byName.end() ? 0 : found->second.size());
            }
        }
        while (!m_open.empty())
            close();
    }
    Assignments take() { return std::move(m_result); }

private:
    struct OpenUnit
    {
        FileId file;
        std::size_t made = 0;
    };
    static std::size_t definitionAt(const FileSyntax &unit, const Position &position)
    {
        const auto source =
            std::find_if(unit.sources.begin(), unit.sources.end(), [&](const auto &each) {
                return each.line == position.line && each.column == position.column;
            });
        return source == unit.sources.end() ? 0 : source->definition;
    }
    void makeUpTo(std::size_t end)
    {
        OpenUnit &open = m_open.back();
        const FileSyntax &unit = m_syntax.unit(open.file);
        for (; open.made < end; ++open.made) {
            const MacroDefinition &each = unit.definitions[open.made];
            m_result.byName[each.name].emplace_back(each.value, each.isSimple);
        }
    }
    void close()
    {
        makeUpTo(m_syntax.unit(m_open.back().file).definitions.size());
        m_open.pop_back();
    }

    const Syntax &m_syntax;
    Assignments m_result;
    std::vector<OpenUnit> m_open;
};

std::string normal(const std::string &path)
{
    return std::filesystem::path(path).lexically_normal().string();
}

} // namespace

UnitChanges::UnitChanges(const Syntax &before, const SourceMap &sources, const LoadOptions &options,
                         std::int64_t trusted)
    : m_before(before)
    , m_sources(sources)
    , m_options(options)
    , m_trusted(trusted)
    , m_files(options.directory, options.environment)
{
    m_units.reserve(before.units.size());
    for (const auto &unit : before.units)
        m_units[unit->path].push_back(unit);
}

void UnitChanges::lookAtFile(const FileSyntax &unit, const std::optional<FileStamp> &stamp)
{
    ++m_lookedAt;
    if (!stamp) {
        m_missing.insert(unit.path);
        m_changed.insert(unit.path);
        return;
    }
    if (*stamp != unit.stamp || stamp->modified >= m_trusted)
        compareText(unit);
}

void UnitChanges::compareText(const FileSyntax &unit)
{
    const FoundFile found = m_files.read(unit.path, m_texts);
    if (found.errorNumber != 0 || found.text != unit.text)
        m_changed.insert(unit.path);
}

/// After all files have been looked at.
void UnitChanges::lookAtSources(const FileSyntax &unit)
{
    if (m_changed.count(unit.path) != 0)
        return;
    for (const SourceStatement &source : unit.sources) {
        const bool isPlain = source.paths.size() == 1 && source.paths[0] == source.pattern;
        bool isSame = true;
        // unikraft matches patterns in the working directory, but reads files from $srctree as
        // well.
        if (!isPlain ||
            (m_options.dialect == Dialect::unikraft &&
             (m_missing.count(source.pattern) != 0 || m_options.environment.count("srctree")))) {
            const std::vector<std::string> now = m_files.match(std::string(source.pattern));
            isSame = std::equal(now.begin(), now.end(), source.paths.begin(), source.paths.end());
        } else if (m_units.count(source.pattern) == 0) {
            isSame = !m_files.stamp(source.pattern); // it was missing, which was an error
        }
        if (!isSame) {
            m_changed.insert(unit.path);
            return;
        }
    }
}

void UnitChanges::lookAtAll()
{
    // Asking the system about every file is nearly all there is to do, so two ask.
    const std::size_t count = m_before.units.size();
    std::vector<std::optional<FileStamp>> stamps(count);
    const auto ask = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            stamps[i] = m_files.stamp(m_before.units[i]->path);
    };
    constexpr std::size_t worthwhile = 256;
    SideTask second(count > worthwhile, [&] { ask(count / 2, count); });
    ask(0, count / 2);
    second.finish();
    for (std::size_t i = 0; i < count; ++i)
        lookAtFile(*m_before.units[i], stamps[i]);
    for (const auto &unit : m_before.units)
        lookAtSources(*unit);
}

/// Whether a path of the tree means a file: in the working directory, or else below $srctree.
bool UnitChanges::isAt(std::string_view path, const std::string &file) const
{
    if (path.size() > file.size() ||
        file.compare(file.size() - path.size(), path.size(), path) != 0)
        return false;
    if (path.substr(0, 1) == "/")
        return path.size() == file.size();
    std::error_code ignored;
    const std::filesystem::path directory =
        m_options.directory.empty() ? std::filesystem::current_path(ignored)
                                    : std::filesystem::absolute(m_options.directory, ignored);
    if (normal((directory / path).string()) == file)
        return true;
    const auto tree = m_options.environment.find("srctree");
    return tree != m_options.environment.end() && !tree->second.empty() &&
           normal((directory / tree->second / path).string()) == file;
}

bool UnitChanges::lookAt(const std::vector<std::string> &files)
{
    std::vector<const FileSyntax *> found;
    for (const std::string &file : files) {
        const std::string place = normal(file);
        const std::size_t before = found.size();
        for (const auto &[path, units] : m_units)
            if (isAt(path, place))
                found.push_back(units.front().get());
        if (found.size() == before)
            return false;
    }
    for (const FileSyntax *unit : found)
        lookAtFile(*unit, m_files.stamp(unit->path));
    return m_missing.empty();
}

bool UnitChanges::readAgain(const std::vector<std::string> &paths)
{
    for (const std::string &path : paths) {
        const auto found = m_units.find(path);
        if (found == m_units.end() || !m_files.stamp(path))
            return false;
        ++m_lookedAt;
        compareText(*found->second.front());
    }
    return true;
}

std::size_t UnitChanges::askShells(const Shell &shell)
{
    std::size_t asked = 0;
    for (const auto &unit : m_before.units)
        for (const ShellCall &call : unit->shells) {
            if (m_changed.count(unit->path) != 0)
                break;
            ShellResult result = shell(std::string(call.command));
            asked += result.wasCached ? 0 : 1;
            if (result.wasRefused || !result.problem.isEmpty() ||
                shellText(std::move(result.output), m_options.dialect) != call.output)
                m_changed.insert(unit->path);
        }
    return asked;
}

std::shared_ptr<const FileSyntax> UnitChanges::find(std::string_view path, bool insideChoice)
{
    const auto found = m_units.find(path);
    if (found == m_units.end() || m_changed.count(path) != 0)
        return nullptr;
    for (const auto &unit : found->second)
        if (unit->insideChoice == insideChoice && unit->isReusable)
            return unit;
    return nullptr;
}

bool UnitChanges::agrees(const Syntax &after, const SourceMap &sources)
{
    const Assignments now = AssignmentWalk(after, sources).take();
    const Assignments before = AssignmentWalk(m_before, m_sources).take();
    std::unordered_map<const FileSyntax *, std::vector<std::size_t>> then;
    for (std::size_t i = 0; i < m_before.units.size(); ++i)
        if (!m_before.units[i]->reads.empty())
            then.emplace(m_before.units[i].get(), before.madeBefore[i]);
    bool doAgree = true;
    for (std::size_t i = 0; i < after.units.size(); ++i) {
        const FileSyntax &unit = *after.units[i];
        const auto known = then.find(&unit);
        if (known == then.end())
            continue; // read anew, or reads nothing
        const bool readsTheSame =
            known->second == now.madeBefore[i] &&
            std::all_of(unit.reads.begin(), unit.reads.end(), [&](std::string_view name) {
                const auto old = before.byName.find(name);
                const auto fresh = now.byName.find(name);
                const bool isThere = fresh != now.byName.end();
                return (old != before.byName.end()) == isThere &&
                       (!isThere || old->second == fresh->second);
            });
        if (!readsTheSame) {
            m_changed.insert(m_units.find(unit.path)->first);
            doAgree = false;
        }
    }
    return doAgree;
}

} // namespace kconfig
