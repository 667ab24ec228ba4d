// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/job_watch.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace kiln {

namespace {

constexpr qint64 pieceSize = 256 << 10; // bytes between two looks at the watch

} // namespace

Result<QByteArray> readWatched(const QString &path, JobWatch *watch)
{
    const auto unreadable = [&path](const QString &why) {
        return tl::unexpected(Problem{
            QCoreApplication::translate("JobWatch", "The file can't be read: %1").arg(why), path,
            QCoreApplication::translate("JobWatch", "Name a .config or defconfig file.")});
    };
    if (const QFileInfo info(path); info.exists() && !info.isFile())
        return unreadable(QCoreApplication::translate("JobWatch", "it is no regular file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    QByteArray text;
    while (true) {
        if (watch && watch->isCancelled())
            return tl::unexpected(cancelledProblem());
        const QByteArray piece = file.read(pieceSize);
        if (piece.isEmpty())
            break;
        text += piece;
        if (watch)
            watch->setProgress(int(50 * text.size() / std::max(file.size(), text.size())));
    }
    if (file.error() != QFileDevice::NoError)
        return unreadable(file.errorString());
    return text;
}

Problem cancelledProblem()
{
    return {QCoreApplication::translate("JobWatch", "Cancelled; nothing was changed"), {}, {}};
}

} // namespace kiln
