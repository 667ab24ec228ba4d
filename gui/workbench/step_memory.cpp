// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/step_memory.h"

#include <QFile>
#include <QSaveFile>

namespace kiln {

namespace {

QString path(const QString &buildDirectory)
{
    return buildDirectory + QStringLiteral("/.kiln-steps");
}

} // namespace

int rememberedSteps(const QString &buildDirectory)
{
    QFile file(path(buildDirectory));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return std::max(0, file.readLine(16).trimmed().toInt());
}

void rememberSteps(const QString &buildDirectory, int steps)
{
    if (steps <= rememberedSteps(buildDirectory))
        return;
    QSaveFile file(path(buildDirectory));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QByteArray::number(steps) + '\n');
        file.commit();
    }
}

} // namespace kiln
