// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/fix_option.h"

#include "workbench/fix_search.h"

#include <QEventLoop>

namespace kiln::cli {

namespace {

using State = FixSearch::State;

void complainOfNone(const FixSearch &search, Console &console)
{
    const FixAnswer &answer = search.answer();
    if (answer.problem) {
        console.complain(*answer.problem);
    } else if (answer.impossible) {
        console.complain({QString::fromStdString(answer.impossible->sentence), {}, {}});
    } else {
        console.complain({QStringLiteral("No way to %1 was found in time, but there may be one")
                              .arg(search.wishText()),
                          {},
                          QStringLiteral("Try one option at a time, or set what you know it "
                                         "needs with --set.")});
    }
}

} // namespace

bool applyFix(ConfigSession &session, const QVector<kconfig::Wish> &wishes, Console &console)
{
    if (wishes.isEmpty())
        return true;
    FixSearch search(&session);
    QEventLoop loop;
    QObject::connect(&search, &FixSearch::changed, &loop, [&] {
        if (search.state() != State::searching)
            loop.quit();
    });
    search.start(wishes);
    loop.exec();
    if (search.state() == State::fulfilled) {
        console.say(QStringLiteral("%1 already").arg(search.wishText()));
        return true;
    }
    if (search.state() != State::found) {
        complainOfNone(search, console);
        return false;
    }
    const auto count = search.ways().size();
    QStringList steps;
    for (const FixValue &step : search.ways().first()->steps)
        steps << step.name + u'=' + step.after;
    if (const auto done = search.apply(0); !done) {
        console.complain(done.error());
        return false;
    }
    const QString others =
        count < 2
            ? QString()
            : QStringLiteral(" (%1 in kiln-studio)")
                  .arg(count == 2
                           ? QStringLiteral("there is another way; see it")
                           : QStringLiteral("there are %1 other ways; see them").arg(count - 1));
    console.say(QStringLiteral("%1 by setting %2%3")
                    .arg(search.wishText(), steps.join(QStringLiteral(", ")), others));
    return true;
}

} // namespace kiln::cli
