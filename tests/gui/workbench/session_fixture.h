// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A configuration session on the fixture's application, for tests.
#pragma once

#include "fixture.h"

#include "workbench/config_session.h"

#include <QSignalSpy>

namespace kiln::test {

inline bool load(ConfigSession &session, const Project &project, bool trusted = true)
{
    bool ended = false;
    QObject context;
    QObject::connect(&session, &ConfigSession::loaded, &context, [&] { ended = true; });
    QObject::connect(&session, &ConfigSession::loadFailed, &context, [&] { ended = true; });
    session.load(project, trusted);
    return QTest::qWaitFor([&] { return ended; }, 10000) && session.isLoaded();
}

inline kconfig::SymbolId symbol(const ConfigSession &session, const char *name)
{
    return session.model().find(name);
}

inline kconfig::Edit edit(const ConfigSession &session, const char *name, const char *value)
{
    return {symbol(session, name), std::string(value)};
}

inline QString value(const ConfigSession &session, const char *name)
{
    return QString::fromStdString(session.configuration().value(symbol(session, name)));
}

/// Puts a line for a line of a file.
inline bool replaceLine(const QString &file, const QByteArray &line, const QByteArray &by)
{
    const QByteArray text = contents(file);
    return text.contains(line + '\n') && writeFile(file, QByteArray(text).replace(line, by));
}

} // namespace kiln::test
