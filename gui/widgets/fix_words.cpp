// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/fix_words.h"

#include "workbench/fix_search.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace kiln {

using State = FixSearch::State;

namespace {

class FixWords
{
    Q_DECLARE_TR_FUNCTIONS(FixWords)

public:
    explicit FixWords(const FixSearch &search)
        : m_search(search)
    {}
    [[nodiscard]] QString all() const;

private:
    [[nodiscard]] QString seconds() const;
    [[nodiscard]] QString found() const;

    const FixSearch &m_search;
};

QString FixWords::seconds() const
{
    const auto count = std::chrono::duration_cast<std::chrono::seconds>(m_search.elapsed());
    return tr("%1 s").arg(QLocale().toString(qlonglong(count.count())));
}

QString FixWords::found() const
{
    const auto &ways = m_search.ways();
    const auto count = int(ways.size());
    QString text = count == 1
                       ? tr("There is one way.")
                       : tr("%n way(s), those with the fewest changes first.", nullptr, count);
    if (m_search.answer().isPartial)
        text =
            tr("%n way(s) found in %1; there may be better ones.", nullptr, count).arg(seconds());
    else if (m_search.answer().isSmallest && ways.first()->edits.size() > 1)
        text += u' ' + tr("Fewer changes don't do it.");
    QStringList kept;
    for (const FixValue &each : m_search.kept())
        kept << each.name;
    return kept.isEmpty()
               ? text
               : text + u' ' + tr("%1 stays as it is.").arg(kept.join(QStringLiteral(", ")));
}

QString FixWords::all() const
{
    const QString wish = m_search.wishText();
    const auto count = int(m_search.ways().size());
    if (m_search.isStale())
        return tr("The configuration has changed; looking again…");
    switch (m_search.state()) {
    case State::idle:
        return tr("Type the value that it should have, and press Return.");
    case State::searching:
        return count == 0
                   ? tr("Looking for the fewest changes… %1").arg(seconds())
                   : tr("Looking for more… %1, %n way(s) found", nullptr, count).arg(seconds());
    case State::found:
        return found();
    case State::fulfilled:
        return tr("%1 already; there is nothing to do.").arg(wish);
    case State::impossible:
        return m_search.keep().isEmpty()
                   ? tr("%1 is impossible, whatever else is set.").arg(wish)
                   : tr("%1 is impossible while these options stay as they are.").arg(wish);
    case State::refused:
        return m_search.answer().problem ? m_search.answer().problem->text() : QString();
    case State::nothing:
        return tr("No way was found in %1, but there may be one.").arg(seconds());
    case State::stopped:
        return count == 0
                   ? tr("Stopped before a way was found.")
                   : tr("Stopped after %n way(s); there may be better ones.", nullptr, count);
    case State::applied: {
        QStringList edits;
        for (const FixValue &step : m_search.ways().first()->steps)
            edits << QStringLiteral("%1=%2").arg(step.name, step.after);
        return tr("Done: %1.").arg(edits.join(QStringLiteral(", ")));
    }
    }
    return {};
}

} // namespace

QString fixStateText(const FixSearch &search)
{
    return FixWords(search).all();
}

} // namespace kiln
