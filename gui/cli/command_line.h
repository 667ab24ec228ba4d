// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the commands' command lines have in common.
#pragma once

#include "cli/console.h"
#include "workbench/project.h"

#include <QCommandLineParser>
#include <QStringList>

#include <optional>

namespace kiln::cli {

/// A command's options: the common ones (--tree, --lib, --arch, --variable, --dialect, --target,
/// --build-dir, --config, --trust), then what
/// the command adds before it calls parse().
class CommandLine
{
public:
    CommandLine(QString command, const QString &description);

    void add(const QCommandLineOption &option) { m_parser.addOption(option); }
    /// What --help says after the options.
    void setEnding(const QString &text) { m_ending = text; }
    /// False after wrong usage, which it reports. `--help` prints the help and ends the program.
    [[nodiscard]] bool parse(const QStringList &arguments, Console &console);

    [[nodiscard]] bool isSet(const QString &name) const { return m_parser.isSet(name); }
    [[nodiscard]] QString value(const QString &name) const { return m_parser.value(name); }
    [[nodiscard]] QStringList values(const QString &name) const { return m_parser.values(name); }
    /// What follows `--`.
    [[nodiscard]] const QStringList &afterDashes() const { return m_afterDashes; }
    /// A whole number from 1 up; nothing, and a complaint, when it is none.
    [[nodiscard]] std::optional<int> number(const QString &name, int otherwise,
                                            Console &console) const;

    /// Opens the project named on the command line; the status to end with on failure.
    [[nodiscard]] tl::expected<Project, int> openProject(Console &console) const;
    /// The same for what Kiln can build and boot.
    [[nodiscard]] tl::expected<Project, int> openApplication(Console &console) const;
    /// The defconfig that was named in place of a folder; empty: none.
    [[nodiscard]] QString valuesFile() const;

private:
    [[nodiscard]] QString help() const;

    QString m_command;
    QCommandLineParser m_parser;
    QStringList m_afterDashes;
    QString m_directory;
    QString m_ending;
};

} // namespace kiln::cli
