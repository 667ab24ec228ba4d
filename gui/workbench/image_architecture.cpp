// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/image_architecture.h"

#include <QFile>

#include <elf.h>

namespace kiln {

QString imageArchitecture(const QString &path)
{
    constexpr qsizetype headerSize = 64;
    constexpr qsizetype machineOffset = 18;
    constexpr qsizetype arm64MagicOffset = 56;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray header = file.read(headerSize);
    if (header.size() < headerSize)
        return {};
    if (header.startsWith(QByteArrayView(ELFMAG, SELFMAG))) {
        const int machine = quint8(header[machineOffset]) | quint8(header[machineOffset + 1]) << 8;
        if (machine == EM_X86_64 || machine == EM_386)
            return QStringLiteral("x86_64");
        return machine == EM_AARCH64 ? QStringLiteral("arm64") : QString();
    }
    return header.mid(arm64MagicOffset, 4) == "ARM\x64" ? QStringLiteral("arm64") : QString();
}

} // namespace kiln
