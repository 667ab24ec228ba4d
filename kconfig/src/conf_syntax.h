// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What conf prints about statements that are no Kconfig, word for word.
//
// conf's parser is made by bison: after an error it drops the entry it was in, skips to the end of
// the line and stays quiet until three tokens have gone well. What it says about the lines that
// follow depends on that, so from the first error on it is imitated here, a statement at a time.
// A tree without errors never gets here.
#pragma once

#include "syntax.h"
#include "token.h"

#include "kconfig/dialect.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kconfig {

class ConfSyntax
{
public:
    /// A menu, choice or if that conf takes for open.
    struct Block
    {
        StatementKind kind = StatementKind::ifBlock;
        std::string path;
        std::uint32_t line = 0;
        bool holdsChoiceValues = false; ///< filled in by ConfSyntax
    };

    /// The state before the first statement with an error: open blocks, outermost first, and the
    /// entry whose attributes may follow (of a menu or choice: the innermost block).
    ConfSyntax(Dialect dialect, std::vector<Block> blocks, std::optional<StatementKind> entry,
               bool sawStatement);

    /// Takes a statement in; gives what conf prints for it.
    std::string statement(std::span<const Token> tokens, std::string_view path, std::uint32_t line);
    /// Whether the last statement was a `help` line to conf, so that a text follows.
    [[nodiscard]] bool tookHelp() const { return m_tookHelp; }
    /// The end of the root file; `isCut`: in the middle of a statement.
    std::string end(std::string_view path, std::uint32_t line, bool isCut);
    /// conf has given up and reads nothing more.
    [[nodiscard]] bool hasStopped() const { return m_hasStopped; }

private:
    class Reader;
    enum class List
    {
        general,
        choice
    };

    void open(StatementKind kind, std::string_view path, std::uint32_t line);
    [[nodiscard]] List list() const;
    [[nodiscard]] bool isOption(const Token &first) const;
    void closeOptions();
    bool readOption(Reader &reader);
    bool readConfigOption(Keyword keyword, Reader &reader);
    bool readChoiceOption(Keyword keyword, Reader &reader);
    bool readStatement(Reader &reader);
    bool readEnd(Keyword keyword, Reader &reader);
    void recover(const Token &first, std::size_t taken, bool isOption);
    void dropInnermost();
    void say(std::uint32_t line, const std::string &words);
    void sayMissingEnd(const Block &block);

    Dialect m_dialect;
    std::vector<Block> m_blocks; ///< as the grammar sees them
    std::vector<Block> m_menus;  ///< as the menu tree sees them: ends that don't fit close none
    std::optional<StatementKind> m_entry;
    bool m_sawStatement;
    bool m_tookHelp = false;
    bool m_hasStopped = false;
    std::size_t m_quiet = 0; ///< tokens that must go well before the next "syntax error"
    std::string_view m_path; ///< of the statement at hand
    std::uint32_t m_line = 0;
    std::string m_said;
};

} // namespace kconfig
