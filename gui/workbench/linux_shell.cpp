// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/linux_shell.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <optional>

namespace kiln {

namespace {

kconfig::ShellResult says(const QString &text)
{
    return kconfig::ShellResult{text.toStdString() + '\n', 0};
}

/// Words that are nothing but themselves to a shell, with or without double quotes around them.
std::optional<QStringList> plainWords(const QString &text)
{
    static const QRegularExpression word(
        QStringLiteral("\\s*(?:\"([^\"$`\\\\]*)\"|([\\w.,:/+%@=-]+))(?=\\s|$)"));
    QStringList words;
    const QString trimmed = text.trimmed();
    qsizetype at = 0;
    while (at < trimmed.size()) {
        const auto match = word.match(trimmed, at, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return std::nullopt;
        words << (match.hasCaptured(2) ? match.captured(2) : match.captured(1));
        at = match.capturedEnd();
    }
    return words;
}

/// `set -- GCC 120200 && echo $2`
std::optional<kconfig::ShellResult> answerSet(const QString &command)
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(QStringLiteral("set -- (.*?)&& echo \\$([1-9])")));
    const auto match = pattern.match(command);
    if (!match.hasMatch())
        return std::nullopt;
    const auto words = plainWords(match.captured(1));
    if (!words)
        return std::nullopt;
    return says(words->value(match.captured(2).toInt() - 1));
}

/// `{ test "GCC" = GCC; } >/dev/null 2>&1 && echo "y" || echo "n"`
std::optional<kconfig::ShellResult> answerTest(const QString &command)
{
    static const QRegularExpression pattern(QRegularExpression::anchoredPattern(
        QStringLiteral("\\{ test (.*); \\} >/dev/null 2>&1 && echo \"([^\"$`\\\\]*)\" \\|\\| echo "
                       "\"([^\"$`\\\\]*)\"")));
    const auto match = pattern.match(command);
    if (!match.hasMatch())
        return std::nullopt;
    const auto words = plainWords(match.captured(1));
    if (!words)
        return std::nullopt;
    bool holds = false;
    if (words->size() == 3 && words->at(1) == QLatin1String("="))
        holds = words->at(0) == words->at(2);
    else if (words->size() == 2 && words->at(0) == QLatin1String("-z"))
        holds = words->at(1).isEmpty();
    else
        return std::nullopt;
    return says(match.captured(holds ? 2 : 3));
}

/// What a version script would say of a tool of this name, but for the version.
std::optional<kconfig::ShellResult> answerVersion(const QString &command)
{
    static const QRegularExpression pattern(QRegularExpression::anchoredPattern(
        QStringLiteral("\\S*/scripts/([a-z-]+)-version\\.sh(.*)")));
    const auto match = pattern.match(command);
    if (!match.hasMatch())
        return std::nullopt;
    const QString what = match.captured(1);
    const QString tool = match.captured(2);
    const bool isLlvm =
        tool.contains(QLatin1String("clang")) || tool.contains(QLatin1String("lld"));
    if (what == QLatin1String("cc"))
        return says(isLlvm ? QStringLiteral("Clang 0") : QStringLiteral("GCC 0"));
    if (what == QLatin1String("as"))
        return says(isLlvm ? QStringLiteral("LLVM 0") : QStringLiteral("GNU 0"));
    if (what == QLatin1String("ld"))
        return says(isLlvm ? QStringLiteral("LLD 0") : QStringLiteral("BFD 0"));
    return says(QStringLiteral("0"));
}

/// Nobody knows whether `{ …; } >/dev/null 2>&1 && echo X || echo Y` would succeed: a question for
/// y or n is answered n whichever way it is put, another as if the command had failed.
std::optional<kconfig::ShellResult> answerSuccess(const QString &command)
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(
            QStringLiteral("\\{ .*; \\} >/dev/null 2>&1 && echo \"(.*)\" \\|\\| echo \"(.*)\"")),
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = pattern.match(command);
    if (!match.hasMatch())
        return std::nullopt;
    const bool isDenial = match.captured(1) == QLatin1String("n");
    return says(match.captured(isDenial ? 1 : 2));
}

} // namespace

kconfig::Shell untrustedLinuxShell(int *refused)
{
    return [refused](const std::string &text) -> kconfig::ShellResult {
        const QString command = QString::fromStdString(text);
        if (const auto answer = answerSet(command))
            return *answer;
        if (const auto answer = answerTest(command))
            return *answer;
        for (const auto &guess : {answerVersion(command), answerSuccess(command)}) {
            if (!guess)
                continue;
            ++*refused;
            return *guess;
        }
        kconfig::ShellResult nothing;
        nothing.wasRefused = true;
        return nothing;
    };
}

} // namespace kiln
