// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// `source` statements: files within files.

#include "parser.h"

#include "bounds.h"

#include <algorithm>
#include <cstring>

namespace kconfig {

void Parser::parseSource(TokenCursor &cursor, Position position)
{
    Operand path;
    if (!parseText(cursor, path, "the path of a file") || !expectEnd(cursor))
        return;
    std::string pattern(path.text);
    if (m_options.dialect != Dialect::unikraft) {
        openSourced({pattern}, position);
        return;
    }
    std::vector<std::string> paths = m_files.match(pattern);
    // A pattern may well match nothing, and an empty path comes from a refused shell; a plain path
    // that is not there is likely a slip.
    if (paths.empty() && !pattern.empty() && pattern.find_first_of("*?[") == std::string::npos)
        m_diagnostics.note(path.position, "no file matches '" + pattern + "'",
                           "nothing is read for it; correct the path if that is not intended");
    openSourced(std::move(paths), position);
}

/// Opens the first of the files; the others wait until it has been read. The text that
/// `$(filename)` and messages show is the path as written.
void Parser::openSourced(std::vector<std::string> paths, Position position)
{
    // conf looks the files up from the last to the first; its list for make shows it.
    std::for_each(paths.rbegin(), paths.rend(), [this](const std::string &path) {
        if (m_madePaths.insert(path).second)
            m_syntax.filesForMake.push_back(path);
    });
    while (!paths.empty()) {
        const std::string path = paths.front();
        paths.erase(paths.begin());
        if (openFile(path, position)) {
            m_open.back()->waiting = std::move(paths);
            return;
        }
    }
}

bool Parser::openFile(const std::string &path, std::optional<Position> includedFrom)
{
    FoundFile file = m_files.read(path);
    if (file.errorNumber != 0) {
        reportUnreadable(file, includedFrom);
        return false;
    }
    const auto same = std::find_if(m_open.begin(), m_open.end(), [&](const auto &open) {
        return open->path == path || open->identity == file.identity;
    });
    if (same != m_open.end()) {
        Diagnostic diagnostic{Severity::error,
                              *includedFrom,
                              "'" + path + "' sources itself",
                              "remove one of the source statements in the circle",
                              {}};
        for (auto open = m_open.rbegin(); open.base() != same && (*open)->includedFrom; ++open)
            if (open.base() != same + 1)
                diagnostic.notes.push_back({*(*open)->includedFrom, "sourced from here"});
        m_diagnostics.add(std::move(diagnostic));
        return false;
    }
    if (m_open.size() >= limits::sourceNesting || m_inclusions >= limits::sourcedFiles) {
        m_diagnostics.error(*includedFrom, "too many files source each other",
                            "the file is not read; look for generated files that grow");
        return false;
    }
    ++m_inclusions;
    if (m_seenPaths.insert(path).second)
        m_syntax.files.push_back(path);
    const FileId id = m_sources.add(path, std::move(file.text), includedFrom);
    m_open.push_back(std::make_unique<OpenFile>(OpenFile{
        Lexer(id, m_sources.path(id), m_sources.text(id), m_macros, m_syntax.texts, m_diagnostics),
        path,
        std::move(file.identity),
        includedFrom,
        m_blocks.size(),
        {}}));
    m_entry.reset();
    m_entryIsBroken = false;
    return true;
}

void Parser::reportUnreadable(const FoundFile &file, std::optional<Position> position)
{
    const std::string message =
        "can't read '" + file.path + "': " + std::strerror(file.errorNumber);
    if (position) {
        m_diagnostics.error(*position, message, "correct the path, or create the file");
        return;
    }
    const FileId id = m_sources.add(file.path, {}, std::nullopt);
    m_diagnostics.error({id, 0, 0}, message, "name the root file of the tree (Config.uk, Kconfig)");
}

void Parser::closeFile()
{
    OpenFile &file = *m_open.back();
    const Position here = file.lexer.here();
    while (m_blocks.size() > file.blockDepth) {
        const Block block = m_blocks.back();
        m_blocks.pop_back();
        if (!m_cancelled) {
            const std::string kind = block.kind == StatementKind::menu     ? "menu"
                                     : block.kind == StatementKind::choice ? "choice"
                                                                           : "if";
            m_diagnostics.add({Severity::error,
                               block.position,
                               "this " + kind + " is not closed in its file",
                               "add 'end" + kind + "'",
                               {{here, "the file ends here"}}});
        }
        Statement end;
        end.kind = StatementKind::end;
        end.position = here;
        add(end);
    }
    m_skippedBlocks = 0;
    std::vector<std::string> waiting = std::move(file.waiting);
    const std::optional<Position> includedFrom = file.includedFrom;
    m_open.pop_back();
    m_entry.reset();
    m_entryIsBroken = false;
    if (!waiting.empty() && !m_cancelled)
        openSourced(std::move(waiting), *includedFrom);
}

} // namespace kconfig
