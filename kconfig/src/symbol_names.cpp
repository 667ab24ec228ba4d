// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig/symbol_names.h"

#include "byte_scan.h"
#include "lexer.h"

#include "kconfig/load.h"

#include <algorithm>

namespace kconfig {

namespace {

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool isName(std::string_view word)
{
    return !word.empty() && std::all_of(word.begin(), word.end(), isNameCharacter);
}

bool isAssignment(const TokenRow &tokens)
{
    return std::any_of(tokens.begin(), tokens.end(),
                       [](const Token &token) { return token.kind == TokenKind::assignedText; });
}

bool defines(Keyword keyword)
{
    return keyword == Keyword::config || keyword == Keyword::menuConfig ||
           keyword == Keyword::choice;
}

} // namespace

std::vector<SymbolName> symbolNames(std::string_view text, Dialect dialect)
{
    std::string storage(text);
    storage.append(scanSlack, '\0');
    LoadOptions options;
    DiagnosticSink diagnostics;
    Macros macros(options, diagnostics);
    macros.setIdle(true);
    TextArena arena;
    Lexer lexer({}, {}, {storage.data(), text.size()}, dialect, macros, arena, diagnostics);
    std::vector<SymbolName> names;
    TokenRow tokens;
    while (lexer.nextStatement(tokens)) {
        const Token &first = tokens[0];
        if (first.kind == TokenKind::keyword && first.keyword == Keyword::help)
            (void)lexer.help();
        if (isAssignment(tokens) || first.kind != TokenKind::keyword)
            continue;
        for (std::size_t i = 1; i < tokens.size(); ++i) {
            const Token &token = tokens[i];
            if (token.kind == TokenKind::word && isName(token.text))
                names.push_back({std::string(token.text), token.line, token.column,
                                 i == 1 && defines(first.keyword)});
        }
    }
    return names;
}

} // namespace kconfig
