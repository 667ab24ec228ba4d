// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A small folder shaped like a Linux source tree.
#pragma once

#include "fixture.h"

namespace kiln::test {

/// A scratch copy of the tree, gone with the object. What a test's machine has for Linux's make in
/// its environment does not count.
class LinuxWorkspace
{
public:
    LinuxWorkspace()
    {
        for (const char *name : {"ARCH", "SUBARCH", "CROSS_COMPILE", "LLVM"})
            qunsetenv(name);
        m_ok = m_directory.isValid() && copyFolder(dataPath(QStringLiteral("linux")), tree());
    }

    [[nodiscard]] bool isValid() const { return m_ok; }
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    [[nodiscard]] QString tree() const { return path(QStringLiteral("linux")); }
    [[nodiscard]] QString canonicalTree() const { return QFileInfo(tree()).canonicalFilePath(); }
    [[nodiscard]] Project project(const QString &architecture = QStringLiteral("x86_64")) const
    {
        ProjectOptions options;
        options.architecture = architecture;
        return openProject(tree(), options).value();
    }

private:
    QTemporaryDir m_directory;
    bool m_ok = false;
};

} // namespace kiln::test
