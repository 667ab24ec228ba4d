// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/words_line.h"

#include "cli/exit_status.h"

#include <cstdlib>

namespace kiln::cli {

WordsLine::WordsLine(QString usage, const QString &description)
    : m_usage(std::move(usage))
{
    m_parser.setApplicationDescription(description);
    m_parser.addOption(
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this.")});
}

bool WordsLine::parse(const QStringList &arguments, qsizetype least, qsizetype most,
                      Console &console)
{
    if (!m_parser.parse(arguments)) {
        console.note(m_parser.errorText() + QStringLiteral(" See --help."));
        return false;
    }
    if (m_parser.isSet(QStringLiteral("help"))) {
        QString text = m_parser.helpText();
        text.remove(0, text.indexOf(u'\n') + 1);
        const QString forms = QString(m_usage).replace(u'\n', QStringLiteral("\n       kiln "));
        console.write(
            (QStringLiteral("usage: kiln ") + forms + QStringLiteral("\n\n") + text + m_ending)
                .toUtf8());
        ::exit(success);
    }
    // The command's own name comes first.
    m_words = m_parser.positionalArguments().mid(1);
    if (m_words.size() >= least && m_words.size() <= most)
        return true;
    (void)refuse(m_words.size() < least
                     ? QStringLiteral("Something is missing")
                     : QStringLiteral("“%1” is too much").arg(m_words.value(most)),
                 console);
    return false;
}

int WordsLine::refuse(const QString &why, Console &console) const
{
    console.note(QStringLiteral("%1. Usage: kiln %2 (--help)")
                     .arg(why, QString(m_usage).replace(u'\n', QStringLiteral(" or "))));
    return usage;
}

} // namespace kiln::cli
