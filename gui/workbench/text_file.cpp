// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/text_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringDecoder>

#include <algorithm>

#include <sys/stat.h>
#include <unistd.h>

namespace kiln {

namespace {

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TextFile)
};

constexpr qsizetype probe = 128 << 10; // bytes

/// Without what may be the beginning of a character that the probe cut in two.
bool isUtf8(QByteArrayView text, bool isCut)
{
    if (isCut) {
        constexpr int longestTail = 3;
        for (int i = 0; i < longestTail && !text.isEmpty(); ++i) {
            const auto last = uchar(text.back());
            if (last < 0x80)
                break;
            text.chop(1);
            if (last >= 0xc0)
                break;
        }
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(text);
    return !decoder.hasError();
}

Problem notSaved(const QString &path, const QSaveFile &file)
{
    const QFileInfo info(path);
    QString remedy =
        Words::tr("Free some space, or save under another name; what is in the editor stays.");
    if (info.isDir())
        remedy = Words::tr("It is a folder: save under another name.");
    else if (!QFileInfo(info.absolutePath()).isDir())
        remedy = Words::tr("Its folder is gone: make it again, or save under another name.");
    else if ((info.exists() && !info.isWritable()) ||
             !QFileInfo(info.absolutePath()).isWritable() ||
             file.error() == QFileDevice::PermissionsError)
        remedy = Words::tr("It and its folder must be writable: permit that (chmod u+w), or save "
                           "under another name; what is in the editor stays.");
    return {Words::tr("The file can't be saved: %1").arg(file.errorString()), path, remedy};
}

} // namespace

TextForm textForm(QByteArrayView text)
{
    const bool isCut = text.size() > probe;
    const QByteArrayView head = text.first(std::min(text.size(), probe));
    TextForm form;
    form.isBinary = head.contains('\0');
    form.isUtf8 = isUtf8(head, isCut);
    qsizetype lf = 0;
    qsizetype crlf = 0;
    qsizetype cr = 0;
    for (qsizetype i = 0; i < head.size(); ++i) {
        if (head[i] == '\n')
            ++lf;
        if (head[i] != '\r')
            continue;
        const bool isPair = i + 1 < head.size() && head[i + 1] == '\n';
        (isPair ? crlf : cr) += 1;
        i += isPair;
    }
    if (crlf > lf && crlf >= cr)
        form.lineEnd = LineEnd::crlf;
    else if (cr > lf)
        form.lineEnd = LineEnd::cr;
    form.hasMixedLineEnds = (lf > 0) + (crlf > 0) + (cr > 0) > 1;
    return form;
}

FileStamp fileStamp(const QString &path)
{
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return {};
    constexpr qint64 nanoseconds = 1'000'000'000;
    return {true, qint64(found.st_size),
            qint64(found.st_mtim.tv_sec) * nanoseconds + found.st_mtim.tv_nsec,
            quint64(found.st_ino)};
}

Result<FileStamp> saveTextFile(const QString &path, const QList<QByteArray> &pieces)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return tl::unexpected(notSaved(path, file));
    for (const QByteArray &piece : pieces) {
        if (file.write(piece) != piece.size())
            return tl::unexpected(notSaved(path, file));
    }
    if (!file.flush())
        return tl::unexpected(notSaved(path, file));
    ::fdatasync(file.handle());
    if (!file.commit())
        return tl::unexpected(notSaved(path, file));
    return fileStamp(path);
}

} // namespace kiln
