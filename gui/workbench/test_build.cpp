// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/test_build.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <optional>

namespace kiln {

namespace {

using kconfig::SymbolId;

std::optional<SymbolId> find(const ConfigSession &session, const char *name)
{
    const SymbolId symbol = session.model().find(name);
    if (!symbol.isValid() || !session.model().symbol(symbol).isDefined())
        return std::nullopt;
    return symbol;
}

/// Sets an option where the tree has it; true when it has the value afterwards.
bool set(ConfigSession &session, const char *name, const std::string &value)
{
    const auto symbol = find(session, name);
    if (!symbol)
        return false;
    if (session.configuration().value(*symbol) == value)
        return true;
    return session.edit(kconfig::Edit{*symbol, value}).has_value() &&
           session.configuration().value(*symbol) == value;
}

} // namespace

Project testProject(const Project &project)
{
    Project tests = project;
    tests.buildDirectory = project.buildDirectory + QStringLiteral("/tests");
    tests.configFile = tests.buildDirectory + QStringLiteral("/.config");
    return tests;
}

Result<void> prepareTestConfig(const Project &project, const Project &tests)
{
    const auto refuse = [&tests](const QString &why) {
        return tl::unexpected(
            Problem{QStringLiteral("The tests' configuration could not be written: ") + why,
                    tests.configFile, QStringLiteral("Check that the folder can be written.")});
    };
    if (!QDir().mkpath(tests.buildDirectory))
        return refuse(QStringLiteral("the folder could not be made"));
    const QString start =
        QFileInfo::exists(project.configFile) ? project.configFile : defaultConfigFile(project);
    // What is not there is set by the tree's defaults.
    if (QFile::exists(tests.configFile) && !QFile::remove(tests.configFile))
        return refuse(QStringLiteral("the former one could not be removed"));
    if (!start.isEmpty() && QFileInfo::exists(start)) {
        QFile from(start);
        if (!from.copy(tests.configFile))
            return refuse(from.errorString());
        QFile::setPermissions(tests.configFile, QFile::ReadOwner | QFile::WriteOwner |
                                                    QFile::ReadGroup | QFile::ReadOther);
    }
    return {};
}

Result<void> enableTests(ConfigSession &session, const QStringList &suites, bool everything)
{
    const Project &project = session.project();
    if (!find(session, "LIBUKTEST"))
        return tl::unexpected(
            Problem{QStringLiteral("The kernel tree has no uktest"), project.tree.directory,
                    QStringLiteral("Use the bundled tree, or Unikraft 0.6 or newer.")});
    if (!set(session, "LIBUKTEST", "y"))
        return tl::unexpected(
            Problem{QStringLiteral("LIBUKTEST can't be switched on"), project.configFile,
                    QStringLiteral("kiln config DIR --fix LIBUKTEST=y says what it takes.")});
    if (everything) {
        for (const char *library : {"LIBUKBITOPS", "LIBUKATOMIC", "LIBUKTIMECONV"})
            set(session, library, "y");
    }
    set(session, "LIBUKTEST_ALL", "y");
    set(session, "LIBUKTEST_LOG_TESTS", "y");
    set(session, "LIBUKTEST_LOG_STATS", "y");
    set(session, "LIBUKTEST_FAILFAST", "n");
    // The bundled tree prints results whatever the level, and ends with their status. Upstream has
    // neither: there, results are messages like others, and main() follows.
    if (find(session, "LIBUKTEST_EXIT")) {
        set(session, "LIBUKTEST_EXIT", "y");
        set(session, "LIBUKTEST_SUITES", suites.join(u',').toStdString());
    } else {
        set(session, "LIBUKDEBUG_PRINTK", "y");
        set(session, "LIBUKDEBUG_PRINTK_INFO", "y");
    }
    return {};
}

} // namespace kiln
