// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/initrd_archive.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

#include <climits>
#include <sys/stat.h>
#include <unistd.h>

namespace kiln {

namespace {

constexpr qint64 blockBytes = 1 << 18;

struct FreeArchive
{
    void operator()(archive *it) const { archive_write_free(it); }
    void operator()(archive_entry *it) const { archive_entry_free(it); }
};

/// One archive that is being written.
class InitrdWriter
{
public:
    InitrdWriter(const QString &folder, const QString &archive, qint64 mostBytes,
                 const std::atomic<bool> &cancelled)
        : m_folder(folder)
        , m_file(archive)
        , m_left(mostBytes)
        , m_mostBytes(mostBytes)
        , m_cancelled(cancelled)
    {}

    Result<InitrdArchive> write()
    {
        if (!m_file.open(QIODevice::WriteOnly))
            return tl::unexpected(Problem{
                QStringLiteral("The archive of the initial RAM disk could not be written: ") +
                    m_file.errorString(),
                m_file.fileName(), QStringLiteral("Check that its folder can be written to.")});
        m_archive.reset(archive_write_new());
        archive_write_set_format_cpio_newc(m_archive.get());
        archive_write_set_bytes_in_last_block(m_archive.get(), 1);
        if (archive_write_open_fd(m_archive.get(), m_file.handle()) != ARCHIVE_OK)
            return tl::unexpected(failure(m_file.fileName()));
        if (const auto added = addFolder({}); !added)
            return tl::unexpected(added.error());
        if (archive_write_close(m_archive.get()) != ARCHIVE_OK)
            return tl::unexpected(failure(m_file.fileName()));
        if (!m_file.commit())
            return tl::unexpected(Problem{m_file.errorString(), m_file.fileName(),
                                          QStringLiteral("Check that there is room on the disk.")});
        m_made.bytes = QFileInfo(m_file.fileName()).size();
        return m_made;
    }

private:
    [[nodiscard]] Problem failure(const QString &where) const
    {
        const char *const text = archive_error_string(m_archive.get());
        return {QStringLiteral("The initial RAM disk could not be packed: ") +
                    QString::fromLocal8Bit(text != nullptr ? text : "unknown cause"),
                where, QStringLiteral("Check that it can be read, and that there is room.")};
    }

    /// `below`: path from the folder on, empty for itself.
    Result<void> addFolder(const QString &below)
    {
        const QDir directory(m_folder + u'/' + below);
        if (!directory.isReadable())
            return tl::unexpected(
                Problem{QStringLiteral("The folder can't be read"), directory.path(),
                        QStringLiteral("Allow that it is read, or move it away.")});
        QStringList names = directory.entryList(QDir::AllEntries | QDir::Hidden | QDir::System |
                                                QDir::NoDotAndDotDot);
        std::sort(names.begin(), names.end());
        for (const QString &name : std::as_const(names)) {
            const QString path = below.isEmpty() ? name : below + u'/' + name;
            if (const auto added = add(path); !added)
                return added;
        }
        return {};
    }

    Result<void> add(const QString &path)
    {
        if (m_cancelled)
            return tl::unexpected(Problem{QStringLiteral("Packing was stopped"), m_folder, {}});
        const QString full = m_folder + u'/' + path;
        const QByteArray name = QFile::encodeName(full);
        struct stat facts = {};
        if (::lstat(name.constData(), &facts) != 0)
            return {}; // gone in the meantime
        const bool isFolder = S_ISDIR(facts.st_mode);
        const bool isLink = S_ISLNK(facts.st_mode);
        const bool isFile = S_ISREG(facts.st_mode);
        // Not the last archive, nor the one that is being written, when they are in the folder.
        if (isFile && full.startsWith(m_file.fileName()))
            return {};
        if (!isFolder && !isLink && !isFile) {
            m_made.skipped.append(path);
            return {};
        }
        m_left -= isFile ? facts.st_size : 0;
        if (m_left < 0)
            return tl::unexpected(
                Problem{QStringLiteral("The folder holds more than the machine's memory of %1 MiB")
                            .arg(m_mostBytes >> 20),
                        m_folder,
                        QStringLiteral("Give the machine more memory, share the folder (9P), or "
                                       "take a smaller one.")});
        const std::unique_ptr<archive_entry, FreeArchive> entry(archive_entry_new());
        archive_entry_copy_stat(entry.get(), &facts);
        archive_entry_set_uid(entry.get(), 0);
        archive_entry_set_gid(entry.get(), 0);
        archive_entry_set_nlink(entry.get(), 1); // each name has contents of its own
        archive_entry_copy_pathname(entry.get(), QFile::encodeName(path).constData());
        if (isLink)
            archive_entry_copy_symlink(entry.get(), QFile::encodeName(readLink(name)).constData());
        if (!isFile)
            archive_entry_set_size(entry.get(), 0);
        if (archive_write_header(m_archive.get(), entry.get()) != ARCHIVE_OK)
            return tl::unexpected(failure(full));
        if (isFolder)
            return addFolder(path);
        return isFile ? addContents(full) : Result<void>();
    }

    [[nodiscard]] static QString readLink(const QByteArray &name)
    {
        QByteArray target(PATH_MAX, '\0');
        const ssize_t length =
            ::readlink(name.constData(), target.data(), std::size_t(target.size()));
        return QFile::decodeName(target.left(std::max<ssize_t>(length, 0)));
    }

    Result<void> addContents(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return tl::unexpected(
                Problem{QStringLiteral("The file can't be read: ") + file.errorString(), path,
                        QStringLiteral("Allow that it is read, or move it away.")});
        // One that grows or shrinks meanwhile is cut or filled up by the library.
        while (!m_cancelled) {
            const QByteArray block = file.read(blockBytes);
            if (block.isEmpty())
                break;
            if (archive_write_data(m_archive.get(), block.constData(), std::size_t(block.size())) <
                0)
                return tl::unexpected(failure(path));
        }
        return {};
    }

    QString m_folder;
    QSaveFile m_file;
    qint64 m_left;
    qint64 m_mostBytes;
    const std::atomic<bool> &m_cancelled;
    std::unique_ptr<archive, FreeArchive> m_archive;
    InitrdArchive m_made;
};

} // namespace

QString packedInitrdPath(const QString &image)
{
    return image + QStringLiteral(".initrd.cpio");
}

Result<InitrdArchive> packInitrd(const QString &folder, const QString &archive, qint64 mostBytes,
                                 const std::atomic<bool> &cancelled)
{
    return InitrdWriter(QDir::cleanPath(folder), archive, mostBytes, cancelled).write();
}

} // namespace kiln
