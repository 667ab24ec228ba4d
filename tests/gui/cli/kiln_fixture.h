// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln` on a folder of its own: what it prints and with which status it ends.
#pragma once

#include "fixture.h"
#include "tree_fixture.h"

#include <QProcess>

namespace kiln::test {

struct Outcome
{
    int status = -1;
    QString output;
    QString errors;
};

/// The fixture's folders, and `kiln` run on them with settings of their own.
class Bench : public Workspace
{
public:
    Bench() { qputenv("XDG_CONFIG_HOME", path(QStringLiteral("settings")).toLocal8Bit()); }

    [[nodiscard]] QStringList command(const QString &name, const QStringList &options = {}) const
    {
        return QStringList{name, app(), QStringLiteral("--tree"), tree()} + options;
    }

    [[nodiscard]] Outcome kiln(const QStringList &arguments) const
    {
        QProcess process;
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(QStringLiteral(KILN_PROGRAM), arguments);
        Outcome outcome;
        if (!process.waitForFinished(30000))
            return outcome;
        outcome.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        outcome.output = QString::fromUtf8(process.readAllStandardOutput());
        outcome.errors = QString::fromUtf8(process.readAllStandardError());
        return outcome;
    }

    [[nodiscard]] QByteArray config() const { return contents(app() + QStringLiteral("/.config")); }
};

} // namespace kiln::test

#define CONTAINS(text, part)                                                                       \
    QVERIFY2((text).contains(QStringLiteral(part)), qPrintable(QStringLiteral("in: ") + (text)))
