// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Command lines of commands that make something or have actions, such as `kiln target list DIR`.
#pragma once

#include "cli/console.h"

#include <QCommandLineParser>
#include <QStringList>

namespace kiln::cli {

/// The words of a command, and options of its own only.
class WordsLine
{
public:
    /// `usage` is what follows "usage: kiln ", with further lines for further forms.
    WordsLine(QString usage, const QString &description);

    void add(const QCommandLineOption &option) { m_parser.addOption(option); }
    /// What --help says after the options.
    void setEnding(const QString &text) { m_ending = text; }
    /// False after wrong usage, which it reports: fewer than `least` words, or more than `most`.
    /// `--help` prints the help and ends the program.
    [[nodiscard]] bool parse(const QStringList &arguments, qsizetype least, qsizetype most,
                             Console &console);

    /// The word at `index`, the first after the command's name being 0; empty when it is not there.
    [[nodiscard]] QString word(qsizetype index) const { return m_words.value(index); }
    [[nodiscard]] qsizetype count() const { return m_words.size(); }
    [[nodiscard]] bool isSet(const QString &name) const { return m_parser.isSet(name); }
    [[nodiscard]] QString value(const QString &name) const { return m_parser.value(name); }
    [[nodiscard]] QStringList values(const QString &name) const { return m_parser.values(name); }
    /// Reports wrong usage; returns the exit status for it.
    int refuse(const QString &why, Console &console) const;

private:
    QString m_usage;
    QCommandLineParser m_parser;
    QStringList m_words;
    QString m_ending;
};

} // namespace kiln::cli
