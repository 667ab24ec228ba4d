// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// `source` statements: files within files, each a unit.

#include "parser.h"

#include "bounds.h"
#include "read_ahead.h"

#include <algorithm>
#include <cstring>

namespace kconfig {

namespace {

bool hasWildcards(std::string_view pattern)
{
    return pattern.find_first_of("*?[") != std::string_view::npos;
}

/// What a relative path of `rsource` is relative to.
std::string_view folderOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash + 1);
}

} // namespace

void Parser::parseSource(Keyword keyword, TokenCursor &cursor, const Statement &statement)
{
    Operand path;
    if (!parseText(cursor, path, Phrase::filePath) || !expectEnd(cursor))
        return;
    if (m_options.dialect != Dialect::unikraft && insideChoice())
        m_diagnostics.error(positionOf(statement), "a 'source' can't stand in a choice",
                            "write the config entries themselves, or source the whole choice");
    const bool isRelative =
        keyword == Keyword::relativeSource || keyword == Keyword::optionalRelativeSource;
    const bool isOptional =
        keyword == Keyword::optionalSource || keyword == Keyword::optionalRelativeSource;
    std::string_view named = path.text;
    std::vector<std::string_view> &paths = m_found;
    paths.clear();
    if (m_options.dialect == Dialect::unikraft || keyword != Keyword::source) {
        std::string pattern(path.text);
        if (isRelative) {
            pattern.insert(0, folderOf(file().unit->path));
            named = m_texts->keep(pattern);
        }
        for (const std::string &match : m_files.match(pattern))
            paths.push_back(m_texts->keep(match));
        // A pattern may well match nothing, and an empty path comes from a refused shell; a plain
        // path that is not there is likely a slip.
        if (paths.empty() && !pattern.empty() && !hasWildcards(pattern) && !isOptional)
            reportUnmatched({file().id, path.line, path.column}, pattern);
    } else {
        paths.push_back(m_texts->keep(path.text));
    }
    noteSource(statement, named, paths);
    if (!m_isAlone)
        openSourced(file().made->sources.back().paths, positionOf(statement));
}

/// Keeps the statement in the unit, for whoever uses the unit again.
void Parser::noteSource(const Statement &statement, std::string_view pattern,
                        const std::vector<std::string_view> &paths)
{
    OpenFile &open = file();
    SourceStatement &source = open.made->sources.emplace_back();
    source.statement = static_cast<std::uint32_t>(open.rows->statements.size());
    source.definition = static_cast<std::uint32_t>(open.made->definitions.size());
    source.line = statement.line;
    source.column = statement.column;
    source.pattern = pattern;
    source.paths = m_storage->lists.keepRow(paths);
    m_openBlocks.clear();
    for (std::size_t i = open.blockDepth; i < m_blocks.size(); ++i)
        m_openBlocks.push_back(
            {m_blocks[i].kind, m_blocks[i].position.line, m_blocks[i].position.column});
    source.blocks = m_storage->lists.keepRow(m_openBlocks);
    if (m_skippedBlocks > 0)
        open.made->isReusable = false;
}

/// conf looks the files up from the last to the first; its list for make shows it.
void Parser::listForMake(std::span<const std::string_view> paths)
{
    std::for_each(paths.rbegin(), paths.rend(), [this](std::string_view path) {
        PathUse &use = m_paths[path];
        if (!use.isForMake)
            m_syntax.filesForMake.push_back(path);
        use.isForMake = true;
    });
}

/// Opens the first of the files; the others wait until it has been read. The text that
/// `$(filename)` and messages show is the path as written.
void Parser::openSourced(std::span<const std::string_view> paths, Position position)
{
    listForMake(paths);
    endSegment(file().lexer ? file().rows->statements.size()
                            : file().unit->sources[file().nextSource - 1].statement);
    file().waiting.assign(paths.rbegin(), paths.rend());
    openWaiting(position);
}

void Parser::openWaiting(Position position)
{
    std::vector<std::string_view> &waiting = file().waiting;
    while (!waiting.empty()) {
        const std::string_view path = waiting.back();
        waiting.pop_back();
        if (openFile(path, position))
            return;
    }
}

/// Ends the row of statements before a `source` statement or the end of the file.
void Parser::endSegment(std::size_t end)
{
    OpenFile &open = file();
    const auto last = static_cast<std::uint32_t>(end);
    if (last > open.segmentBegin)
        m_syntax.segments.push_back({open.id, open.segmentBegin, last});
    if (!open.lexer) {
        m_added += last - open.segmentBegin;
        m_diagnostics.setProgress(m_added * 2);
    }
    open.segmentBegin = last;
    if (m_listener == nullptr || !m_ahead->isHelped())
        return;
    for (std::size_t i = 0; i < m_openCount; ++i) {
        OpenFile &outer = *m_open[i];
        if (outer.made == nullptr)
            continue;
        outer.made->statements = outer.rows->statements.row();
        outer.made->expressions = outer.rows->expressions.row();
    }
    m_listener->hasGrown(m_syntax);
}

Parser::OpenFile &Parser::push()
{
    noteDiagnostics();
    if (m_openCount == m_open.size())
        m_open.push_back(std::make_unique<OpenFile>());
    OpenFile &opened = *m_open[m_openCount++];
    m_file = &opened;
    opened.blockDepth = m_blocks.size();
    opened.waiting.clear();
    opened.nextSource = 0;
    opened.segmentBegin = 0;
    m_entryIsElsewhere = true; // that of the file before it, if one `source` brings in both
    return opened;
}

bool Parser::openFile(std::string_view path, std::optional<Position> includedFrom)
{
    const bool isInChoice = insideChoice();
    if (m_reuse != nullptr && m_skippedBlocks == 0) {
        std::shared_ptr<const FileSyntax> unit = m_reuse->find(path, isInChoice);
        if (unit != nullptr && unit->isReusable && unit->insideChoice == isInChoice &&
            m_blocks.size() + unit->deepest < limits::blockNesting &&
            m_openCount < limits::sourceNesting && m_inclusions < limits::sourcedFiles) {
            if (includedFrom && reportCircle(path, unit->stamp, *includedFrom))
                return false;
            useAgain(std::move(unit), includedFrom);
            return true;
        }
    }
    if (m_ahead != nullptr && includedFrom) {
        if (std::shared_ptr<const FileSyntax> unit = readAhead(path, false)) {
            useAgain(std::move(unit), includedFrom);
            return true;
        }
    }
    const FoundFile found = m_files.read(path, *m_texts);
    if (found.errorNumber != 0) {
        reportUnreadable(path, found.errorNumber, includedFrom);
        return false;
    }
    if (includedFrom && reportCircle(path, found.stamp, *includedFrom))
        return false;
    if (m_openCount >= limits::sourceNesting || m_inclusions >= limits::sourcedFiles) {
        m_diagnostics.error(*includedFrom, "too many files source each other",
                            "the file is not read; look for generated files that grow");
        return false;
    }
    OpenFile &opened = push();
    opened.includedFrom = includedFrom;
    beginUnit(opened, path, found);
    opened.made->insideChoice = isInChoice;
    if (m_ahead != nullptr)
        m_ahead->expectSourcesOf(found.text);
    return true;
}

void Parser::beginUnit(OpenFile &opened, std::string_view path, const FoundFile &found)
{
    ++m_inclusions;
    if (m_reuse != nullptr || m_isAlone) // the path may live in what goes before this unit
        path = m_texts->keep(path);
    FileSyntax &unit = m_storage->units.emplace_back();
    unit.path = path;
    unit.text = found.text;
    unit.stamp = found.stamp;
    unit.texts = m_texts;
    opened.made = &unit;
    opened.unit = std::shared_ptr<const FileSyntax>(m_storage, &unit);
    while (m_storage->rows.size() < m_openCount)
        m_storage->rows.emplace_back();
    opened.rows = &m_storage->rows[m_openCount - 1];
    // The parts of a unit that is parsed alone have no place in a tree: one will do for all.
    opened.id = m_isAlone && !m_syntax.units.empty() ? FileId{0} : enlist(opened);
    opened.lexer.emplace(opened.id, unit.path, unit.text, m_options.dialect, m_macros, *m_texts,
                         m_diagnostics);
    m_statements = &opened.rows->statements;
    m_expressions.writeTo(opened.rows->expressions);
    m_macros.recordIn(&unit, *m_texts);
}

/// Gives the unit of a file its place in what is read.
FileId Parser::enlist(const OpenFile &opened)
{
    const FileSyntax &unit = *opened.unit;
    if (m_keptTexts.insert(unit.texts.get()).second)
        m_sources.keep(unit.texts);
    m_syntax.units.push_back(opened.unit);
    if (PathUse &use = m_paths[unit.path]; !use.isRead) {
        use.isRead = true;
        m_syntax.files.push_back(unit.path);
    }
    return m_sources.add(unit.path, unit.text, opened.includedFrom);
}

void Parser::useAgain(std::shared_ptr<const FileSyntax> unit, std::optional<Position> includedFrom)
{
    OpenFile &opened = push();
    opened.includedFrom = includedFrom;
    ++m_inclusions;
    m_macros.recordIn(nullptr, *m_texts);
    opened.lexer.reset();
    opened.made = nullptr;
    opened.unit = std::move(unit);
    opened.id = enlist(opened);
    const FileSyntax &used = *opened.unit;
    for (const std::string_view name : used.environment)
        m_macros.environmentVariable(name);
    m_sawStatement = m_sawStatement || !used.statements.empty() || !used.definitions.empty();
}

/// Knows the entry that is open after some statements of a unit that was not read here.
void Parser::knowEntryAt(const FileSyntax &unit, std::size_t begin, std::size_t end)
{
    bool hasHelp = false;
    for (std::size_t i = end; i-- > begin;) {
        const Statement &statement = unit.statements[i];
        hasHelp = hasHelp || statement.kind == StatementKind::help;
        if (statement.kind > StatementKind::end)
            continue;
        clearEntry();
        if (statement.kind == StatementKind::end || statement.kind == StatementKind::ifBlock ||
            statement.kind == StatementKind::mainMenu)
            return;
        setEntry(statement.kind);
        m_entryName = statement.operand.text;
        m_entryHasHelp = hasHelp;
        return;
    }
}

/// Takes a unit that is used again to its next `source` statement, or to its end.
void Parser::goOn()
{
    OpenFile &open = file();
    const FileSyntax &unit = *open.unit;
    const bool atEnd = open.nextSource == unit.sources.size();
    const std::uint32_t from =
        open.nextSource == 0 ? 0 : unit.sources[open.nextSource - 1].definition;
    const std::size_t to =
        atEnd ? unit.definitions.size() : unit.sources[open.nextSource].definition;
    for (std::size_t i = from; i < to; ++i)
        m_macros.replay(unit.definitions[i]);
    m_blocks.resize(open.blockDepth);
    knowEntryAt(unit, open.segmentBegin,
                atEnd ? unit.statements.size() : unit.sources[open.nextSource].statement);
    if (atEnd) {
        closeFile();
        return;
    }
    const SourceStatement &source = unit.sources[open.nextSource++];
    for (const OpenBlock &block : source.blocks)
        m_blocks.push_back({block.kind, {open.id, block.line, block.column}});
    const Position position{open.id, source.line, source.column};
    if (m_ahead == nullptr) {
        clearEntry();
        openSourced(source.paths, position);
        return;
    }
    std::shared_ptr<const FileSyntax> next = readAhead(source.paths.front(), true);
    if (next == nullptr) {
        readOn(source);
        return;
    }
    listForMake(source.paths);
    endSegment(source.statement);
    clearEntry();
    useAgain(std::move(next), position);
}

/// Whether a file is being read already. As conf, this knows files by their names: one that sources
/// itself under another name is read again, and found out when that name comes again. Should names
/// never repeat (`rsource` makes ever longer ones), twice is enough.
bool Parser::isOpen(std::string_view path, const FileStamp &stamp) const
{
    int others = 0;
    for (std::size_t i = 0; i < m_openCount; ++i) {
        if (m_open[i]->unit->path == path)
            return true;
        others += m_open[i]->unit->stamp.isSameFile(stamp) ? 1 : 0;
    }
    return others > 1;
}

bool Parser::reportCircle(std::string_view path, const FileStamp &stamp, const Position &from)
{
    if (!isOpen(path, stamp))
        return false;
    const auto begin = m_open.begin();
    const auto end = begin + static_cast<std::ptrdiff_t>(m_openCount);
    const auto named =
        std::find_if(begin, end, [&](const auto &open) { return open->unit->path == path; });
    const auto same = named != end ? named : std::find_if(begin, end, [&](const auto &open) {
        return open->unit->stamp.isSameFile(stamp);
    });
    Diagnostic diagnostic =
        diagnosticOf(Severity::error, from, say(Phrase::sourcesItself, asText(path)),
                     "remove one of the source statements in the circle");
    for (auto open = end; open != same + 1; --open)
        if ((*(open - 1))->includedFrom)
            diagnostic.notes.push_back(
                noteAt(*(*(open - 1))->includedFrom, say(Phrase::sourcedFromHere)));
    if (named != end) {
        diagnostic.confText = confCircle(
            path, from.line,
            static_cast<std::size_t>(m_options.dialect == Dialect::linux_6_12 ? 0 : named - begin));
        diagnostic.confStops = ConfStops::atOnce;
    }
    m_diagnostics.add(std::move(diagnostic));
    return true;
}

/// What conf prints about a circle; `outermost` is the last file that it lists.
std::string Parser::confCircle(std::string_view path, std::uint32_t line,
                               std::size_t outermost) const
{
    std::string text = "Recursive inclusion detected.\nInclusion path:\n  current file : ";
    text += path;
    text += '\n';
    for (std::size_t i = m_openCount; i-- > outermost;) {
        text += "  included from: ";
        text += m_open[i]->unit->path;
        text += ':' + std::to_string(line) + '\n';
        line = m_open[i]->includedFrom ? m_open[i]->includedFrom->line : 0;
    }
    return text;
}

void Parser::reportUnmatched(const Position &position, const std::string &pattern)
{
    Diagnostic diagnostic =
        diagnosticOf(Severity::note, position, say(Phrase::noFileMatches, asText(pattern)),
                     "nothing is read for it; correct the path if that is not intended");
    diagnostic.confText.emplace(); // conf says nothing
    m_diagnostics.add(std::move(diagnostic));
}

void Parser::reportUnreadable(std::string_view path, int errorNumber,
                              std::optional<Position> position)
{
    Diagnostic diagnostic =
        diagnosticOf(Severity::error, {},
                     say(Phrase::cantRead, asText(path), asText(std::strerror(errorNumber))));
    diagnostic.confStops = ConfStops::atOnce;
    if (position) {
        diagnostic.position = *position;
        diagnostic.hint = "correct the path, or create the file";
        diagnostic.confText = confLine(m_sources.path(position->file), position->line,
                                       "can't open file \"" + std::string(path) + '"');
    } else {
        m_sources.keep(m_texts);
        diagnostic.position.file = m_sources.add(path, {}, std::nullopt);
        m_syntax.units.push_back(std::make_shared<FileSyntax>());
        diagnostic.hint = "name the root file of the tree (Config.uk, Kconfig)";
        diagnostic.confText = "can't find file " + std::string(path) + '\n';
    }
    m_diagnostics.add(std::move(diagnostic));
}

/// A unit about which something was said has to be read again to say it again.
void Parser::noteDiagnostics()
{
    if (m_diagnostics.count() != m_notedDiagnostics && m_openCount > 0 && file().made != nullptr)
        file().made->isReusable = false;
    m_notedDiagnostics = m_diagnostics.count();
}

void Parser::closeBlocks(const Position &here)
{
    if (m_blocks.size() > file().blockDepth && !m_cancelled) {
        m_blocksBefore = m_blocks.size();
        m_entryBefore = m_entry;
        startConf();
    }
    while (m_blocks.size() > file().blockDepth) {
        const Block block = m_blocks.back();
        m_blocks.pop_back();
        if (!m_cancelled) {
            const Argument kind = asText(blockName(block.kind));
            Diagnostic diagnostic =
                diagnosticOf(Severity::error, block.position, say(Phrase::notClosed, kind),
                             say(Phrase::addEndHere, kind), {noteAt(here, "the file ends here")});
            diagnostic.confText.emplace(); // conf says it where the tree ends
            m_diagnostics.add(std::move(diagnostic));
        }
        Statement end;
        end.kind = StatementKind::end;
        end.line = here.line;
        end.column = here.column;
        add(end);
        clearEntry();
    }
    m_skippedBlocks = 0;
}

/// Moves what was made of the file to where it stays.
void Parser::endUnit(OpenFile &ending)
{
    ending.made->statements = ending.rows->statements.finish();
    ending.made->expressions = ending.rows->expressions.finish();
    if (m_cancelled)
        ending.made->isReusable = false;
}

void Parser::closeFile()
{
    OpenFile &ending = file();
    if (ending.made != nullptr) {
        closeBlocks(ending.lexer->here());
        if (m_openCount == 1 && m_promptless)
            reportPromptless(m_options.dialect == Dialect::linux_6_12 ? ending.unit->path
                                                                      : "<none>",
                             ending.lexer->here().line);
        if (m_openCount == 1)
            endConf(ending.lexer->here());
    }
    noteDiagnostics();
    endSegment(ending.made != nullptr ? ending.rows->statements.size()
                                      : ending.unit->statements.size());
    if (ending.made != nullptr)
        endUnit(ending);
    else
        m_blocks.resize(ending.blockDepth);
    const std::optional<Position> includedFrom = ending.includedFrom;
    ending.lexer.reset();
    ending.unit.reset();
    ending.waiting.clear();
    --m_openCount;
    m_file = m_openCount > 0 ? m_open[m_openCount - 1].get() : nullptr;
    // As in conf, the last entry of the file goes on behind the `source` statement.
    m_entryIsElsewhere = true;
    if (m_openCount == 0)
        return;
    OpenFile &outer = file();
    if (outer.made != nullptr) {
        m_statements = &outer.rows->statements;
        m_expressions.writeTo(outer.rows->expressions);
    }
    m_macros.recordIn(outer.made, *m_texts);
    if (!m_cancelled)
        openWaiting(*includedFrom);
}

} // namespace kconfig
