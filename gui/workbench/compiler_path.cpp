// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/compiler_path.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace kiln {

BuildSettings settingsWithCompiler(BuildSettings settings, const QString &path,
                                   const QString &target, const QString &architecture)
{
    if (target != architecture)
        return settings;
    // A prefix is a triple; `c99-gcc` is a wrapper for standards.
    static const QRegularExpression name(
        QStringLiteral("^(?<prefix>([A-Za-z0-9_.]+-){2,})?(?<family>gcc|clang)(-[0-9.]+)?$"));
    const auto match = name.match(QFileInfo(path).fileName());
    if (!match.hasMatch())
        return settings;
    if (settings.compiler.isEmpty())
        settings.compiler = match.captured(QStringLiteral("family"));
    if (settings.crossPrefix.isEmpty())
        settings.crossPrefix = match.captured(QStringLiteral("prefix"));
    return settings;
}

} // namespace kiln
