// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Folders and programs that the workbench's tests work on.
#pragma once

#include "workbench/project.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QString>
#include <QTemporaryDir>
#include <QtTest>

namespace kiln::test {

inline QString dataPath(const QString &name)
{
    return QStringLiteral(KILN_TEST_DATA "/") + name;
}

inline QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeFile(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

inline bool copyFolder(const QString &from, const QString &to)
{
    bool ok = QDir().mkpath(to);
    for (const QFileInfo &entry :
         QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden)) {
        const QString target = to + u'/' + entry.fileName();
        ok = ok && (entry.isDir() ? copyFolder(entry.filePath(), target)
                                  : QFile::copy(entry.filePath(), target));
    }
    return ok;
}

/// A scratch copy of the fixture application and tree, gone with the object. The fake emulator
/// comes first on PATH, and any program serves as kconf: the fixture's make does not call it.
class Workspace
{
public:
    Workspace()
    {
        m_ok = m_directory.isValid() && copyFolder(dataPath(QStringLiteral("app")), app()) &&
               copyFolder(dataPath(QStringLiteral("tree")), tree());
        qputenv("KILN_KCONF", "/bin/true");
        qputenv("PATH", dataPath(QStringLiteral("bin")).toLocal8Bit() + ':' + m_path);
    }
    ~Workspace()
    {
        qputenv("PATH", m_path);
        qunsetenv("KILN_KCONF");
    }
    Workspace(const Workspace &) = delete;
    Workspace &operator=(const Workspace &) = delete;

    [[nodiscard]] bool isValid() const { return m_ok; }
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    [[nodiscard]] QString app() const { return path(QStringLiteral("app")); }
    [[nodiscard]] QString tree() const { return path(QStringLiteral("tree")); }
    [[nodiscard]] Project project() const
    {
        ProjectOptions options;
        options.tree = tree();
        return openProject(app(), options).value();
    }
    /// A .config that suffices for the fixture's make.
    bool configure() const
    {
        return writeFile(app() + QStringLiteral("/.config"),
                         "CONFIG_UK_NAME=\"app\"\nCONFIG_UK_ARCH=\"x86_64\"\n");
    }
    bool setGuest(const QByteArray &script) const
    {
        return writeFile(app() + QStringLiteral("/guest.sh"), script);
    }

private:
    QTemporaryDir m_directory;
    QByteArray m_path = qgetenv("PATH");
    bool m_ok = false;
};

} // namespace kiln::test
