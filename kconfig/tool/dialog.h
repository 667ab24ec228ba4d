// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Questions and answers, line by line, on a terminal or a pipe.
#pragma once

#include "session.h"

namespace kconf {

class Dialog
{
public:
    explicit Dialog(Session &session);

    /// Asks about everything that can be seen; false when the input ended before an answer was
    /// found that can be accepted.
    bool askAll();
    /// Asks about what is new until nothing is.
    bool askNew();
    /// Prints what is new.
    void listNew();

private:
    void ask(kconfig::NodeId node, bool everything);
    void askAboutNew(kconfig::NodeId node);
    void askTruth(kconfig::NodeId node);
    void askText(kconfig::NodeId node);
    void askChoice(kconfig::NodeId node);
    bool readAnswer(kconfig::SymbolId symbol, const std::string &shown, std::string &answer);
    void readLine(std::string &line);
    void printPrompt(kconfig::NodeId node) const;
    void printHelp(kconfig::NodeId node) const;
    [[nodiscard]] kconfig::NodeId menuOf(kconfig::NodeId node) const;
    [[nodiscard]] bool isOpen(kconfig::SymbolId symbol) const;
    void set(kconfig::SymbolId symbol, const std::string &value);

    Session &m_session;
    kconfig::Configuration &m_configuration;
    const kconfig::Model &m_model;
    bool m_echo; ///< the input is no terminal: show what was read
    bool m_onlyNew = false;
    bool m_failed = false;
    bool m_atEnd = false;
    int m_asked = 0;
    int m_indent = 0;
    int m_rejected = 0; ///< answers in a row, after the end of the input
    kconfig::NodeId m_restart;
};

} // namespace kconf
