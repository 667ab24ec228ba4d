// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Questions and answers, line by line, on a terminal or a pipe: conf's, to the letter.
#pragma once

#include "session.h"

namespace kconf {

class Dialog
{
public:
    explicit Dialog(Session &session);

    /// Asks about everything that can be seen, then about what is new; false when the input ended
    /// before an answer was found that can be accepted, which has been said.
    bool askAll();
    /// Asks about what is new until nothing is; false as above.
    bool askNew();
    /// Prints what is new: `CONFIG_X=value`.
    void listNew();
    /// Prints what is new, with all that is known of it.
    void helpNew();

private:
    enum class Purpose
    {
        askAll,
        askNew,
        list,
        help
    };

    void ask(kconfig::NodeId node);
    void check(kconfig::NodeId node);
    [[nodiscard]] bool isNew(kconfig::SymbolId symbol);
    void askTruth(kconfig::NodeId node);
    void askText(kconfig::NodeId node);
    void askChoice(kconfig::NodeId node);
    void askChoiceMember(kconfig::NodeId node, bool isNew);
    bool settleMode(kconfig::NodeId node);
    std::size_t printMembers(kconfig::NodeId node, std::size_t &selected, bool &isNew);
    [[nodiscard]] kconfig::NodeId memberAt(kconfig::NodeId node, std::size_t place);
    bool readAnswer(kconfig::SymbolId symbol, const std::string &shown);
    void readLine();
    bool endsHere(kconfig::SymbolId symbol);
    void printPrompt(kconfig::NodeId node) const;
    void printHelp(kconfig::NodeId node);
    [[nodiscard]] kconfig::NodeId menuOf(kconfig::NodeId node) const;

    Session &m_session;
    const kconfig::Model &m_model;
    Purpose m_purpose = Purpose::askAll;
    bool m_echo;           ///< the input or the output is no terminal: show what was read
    bool m_failed = false; ///< the input has ended where an answer is needed
    bool m_atEnd = false;
    int m_asked = 0; ///< new symbols that were come across in this round
    int m_indent = 0;
    std::string m_line; ///< the answer, newline included
    kconfig::NodeId m_start;
};

} // namespace kconf
