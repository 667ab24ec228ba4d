// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Following conf from the first error on, so that its words can be printed (conf_syntax.h).

#include "parser.h"

#include "byte_scan.h"

#include <algorithm>

namespace kconfig {

/// Whether only values of a choice may stand here.
bool Parser::insideChoice() const
{
    for (auto block = m_blocks.rbegin(); block != m_blocks.rend(); ++block) {
        if (block->kind == StatementKind::choice)
            return true;
        if (block->kind != StatementKind::ifBlock || m_options.dialect == Dialect::unikraft)
            return false;
    }
    return false;
}

/// Begins with the state before the statement at hand, which no error has touched yet.
void Parser::startConf()
{
    if (m_conf)
        return;
    std::vector<ConfSyntax::Block> blocks;
    for (std::size_t i = 0; i < m_blocksBefore && i < m_blocks.size(); ++i) {
        const Position &position = m_blocks[i].position;
        blocks.push_back(
            {m_blocks[i].kind, std::string(m_sources.path(position.file)), position.line, false});
    }
    m_conf.emplace(m_options.dialect, std::move(blocks), m_entryBefore, m_sawStatement);
}

/// Lets conf read the statement that has just been parsed.
void Parser::followConf(std::string_view path, std::uint32_t line)
{
    startConf();
    std::string text = m_conf->statement(m_tokens.from(0), path, line);
    if (!m_help.empty() && !m_conf->tookHelp())
        text += confReadingHelp(path);
    m_diagnostics.appendConfText(text,
                                 m_conf->hasStopped() ? ConfStops::atOnce : ConfStops::afterParsing,
                                 m_diagnosticsBefore);
}

/// The next line after a menuconfig without a prompt, which is where conf notices.
void Parser::reportPromptless(std::string_view path, std::uint32_t line)
{
    if (!m_promptless)
        return;
    m_diagnostics.add({Severity::warning,
                       *m_promptless,
                       "this menuconfig has no prompt, so there is no menu to see",
                       "add a prompt, or write config",
                       {},
                       confLine(path, line, "warning: menuconfig statement without prompt")});
    m_promptless.reset();
}

/// conf has dropped the entry that a help text belongs to and takes its lines for statements.
std::string Parser::confReadingHelp(std::string_view path)
{
    std::string copy(m_help);
    copy.append(scanSlack, '\0');
    const std::string_view text = m_texts->keep(copy).substr(0, m_help.size());
    const FileSyntax &unit = *file().unit;
    const auto before = static_cast<std::size_t>(m_help.data() - unit.text.data());
    const auto line = std::count(unit.text.begin(), unit.text.begin() + before, '\n') + 1;

    DiagnosticSink aside;
    Lexer lexer(file().id, path, text, m_options.dialect, m_macros, *m_texts, aside);
    lexer.startAtLine(static_cast<std::uint32_t>(line));
    m_macros.setIdle(true); // nothing in a text is run
    std::string said;
    TokenRow tokens;
    while (lexer.nextStatement(tokens)) {
        for (const Diagnostic &diagnostic : aside.take())
            said += diagnostic.confText.value_or("");
        said += m_conf->statement(tokens.from(0), path, tokens[0].line);
        if (m_conf->tookHelp())
            lexer.help();
    }
    m_macros.setIdle(false);
    return said;
}

/// The root file has ended: conf misses the ends of blocks, and 6.12 a last newline.
void Parser::endConf(const Position &here)
{
    const bool isCut =
        m_options.dialect == Dialect::linux_6_12 && file().lexer->endedWithoutNewline();
    if (isCut)
        startConf();
    if (m_conf)
        m_diagnostics.appendConfText(m_conf->end(file().unit->path, here.line, isCut),
                                     ConfStops::afterParsing);
}

} // namespace kconfig
