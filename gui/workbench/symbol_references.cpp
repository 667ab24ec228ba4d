// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/symbol_references.h"

#include <kconfig/symbol_names.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <cctype>
#include <tuple>

namespace kiln {

namespace {

bool isKconfigFile(const QString &name)
{
    return name == QLatin1String("Config.uk") || name.startsWith(QLatin1String("Kconfig")) ||
           name.startsWith(QLatin1String("Config.in"));
}

ReferenceKind kindOf(const QString &name)
{
    if (isKconfigFile(name))
        return ReferenceKind::kconfig;
    if (name.startsWith(QLatin1String("Makefile")) || name.startsWith(QLatin1String("Kbuild")) ||
        name.endsWith(QLatin1String(".mk")) || name == QLatin1String("Linker.uk"))
        return ReferenceKind::makefile;
    if (name.startsWith(QLatin1String(".config")) || name.contains(QLatin1String("defconfig")) ||
        name.endsWith(QLatin1String(".config")))
        return ReferenceKind::configuration;
    for (const char *ending : {".c", ".cc", ".cpp", ".cxx", ".h", ".hh", ".hpp", ".in.h", ".S",
                               ".s", ".lds", ".ld", ".lds.S", ".dts", ".dtsi", ".inc", ".rs"}) {
        if (name.endsWith(QLatin1String(ending)))
            return ReferenceKind::source;
    }
    return ReferenceKind::other;
}

bool isWordByte(char c)
{
    return c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// The text of one file, with the beginnings of its lines as far as somebody asked.
class Lines
{
public:
    explicit Lines(const QByteArray &text)
        : m_text(text)
    {}

    /// Moves on to the line of a place; places come in order.
    void advanceTo(qsizetype place)
    {
        for (qsizetype end = m_text.indexOf('\n', m_begin); end >= 0 && end < place;
             end = m_text.indexOf('\n', m_begin)) {
            m_begin = end + 1;
            ++m_line;
        }
    }
    /// Moves on to a line by its number.
    void advanceToLine(int line)
    {
        for (; m_line < line; ++m_line) {
            const qsizetype end = m_text.indexOf('\n', m_begin);
            if (end < 0)
                return;
            m_begin = end + 1;
        }
    }
    [[nodiscard]] int number() const { return m_line; }
    [[nodiscard]] qsizetype begin() const { return m_begin; }
    [[nodiscard]] QByteArray text() const
    {
        const qsizetype end = m_text.indexOf('\n', m_begin);
        return m_text.mid(m_begin, end < 0 ? -1 : end - m_begin);
    }

private:
    const QByteArray &m_text;
    qsizetype m_begin = 0;
    int m_line = 1;
};

class Search
{
public:
    Search(QVector<QByteArray> names, kconfig::Dialect dialect, UnsavedTexts unsaved)
        : m_names(std::move(names))
        , m_dialect(dialect)
        , m_unsaved(std::move(unsaved))
    {
        for (auto each = m_unsaved.begin(); each != m_unsaved.end(); ++each)
            m_unsavedNames.insert(nameOf(each.key()));
    }

    void read(const QString &path, const QString &name)
    {
        // Few are: only their names are looked at more closely.
        if (m_unsavedNames.contains(name)) {
            const QString canonical = QFileInfo(path).canonicalFilePath();
            if (m_unsaved.contains(canonical)) {
                readText(path, name, m_unsaved.take(canonical));
                return;
            }
        }
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            readText(path, name, file.readAll());
    }

    /// What is unsaved of files that are on no disk, as far as it belongs to the folders.
    void readRemoved(const QStringList &folders)
    {
        for (auto each = m_unsaved.begin(); each != m_unsaved.end(); ++each) {
            const bool isOurs =
                std::any_of(folders.begin(), folders.end(), [&](const QString &folder) {
                    return each.key().startsWith(folder + u'/');
                });
            if (isOurs && !QFileInfo::exists(each.key()))
                readText(each.key(), nameOf(each.key()), *each);
        }
    }

    [[nodiscard]] QVector<SymbolReference> take()
    {
        std::sort(m_found.begin(), m_found.end(), [](const auto &a, const auto &b) {
            return std::tie(a.kind, a.file, a.line, a.column) <
                   std::tie(b.kind, b.file, b.line, b.column);
        });
        return std::move(m_found);
    }

private:
    static QString nameOf(const QString &path) { return path.mid(path.lastIndexOf(u'/') + 1); }

    void readText(const QString &path, const QString &name, const QByteArray &text)
    {
        constexpr qsizetype probe = 4096;
        if (text.left(probe).contains('\0'))
            return;
        if (!std::any_of(m_names.begin(), m_names.end(),
                         [&](const QByteArray &wanted) { return text.contains(wanted); }))
            return;
        const ReferenceKind kind = kindOf(name);
        if (kind == ReferenceKind::kconfig)
            readKconfig(path, text);
        readWords(path, text, kind);
    }

    void readKconfig(const QString &path, const QByteArray &text)
    {
        Lines lines(text);
        for (const kconfig::SymbolName &word :
             kconfig::symbolNames({text.constData(), std::size_t(text.size())}, m_dialect)) {
            const QByteArray name = QByteArray::fromStdString(word.name);
            if (!m_names.contains(name))
                continue;
            lines.advanceToLine(int(word.line));
            m_found.append(
                {path, int(word.line), int(word.column), name, lines.text(),
                 word.isDefinition ? ReferenceKind::definition : ReferenceKind::kconfig});
        }
    }

    void readWords(const QString &path, const QByteArray &text, ReferenceKind kind)
    {
        static const QByteArray prefix("CONFIG_");
        Lines lines(text);
        for (qsizetype at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
            if (at > 0 && isWordByte(text[at - 1]))
                continue;
            const qsizetype begin = at + prefix.size();
            qsizetype end = begin;
            while (end < text.size() && isWordByte(text[end]))
                ++end;
            const QByteArray name = text.mid(begin, end - begin);
            if (!m_names.contains(name))
                continue;
            lines.advanceTo(at);
            m_found.append(
                {path, lines.number(), int(begin - lines.begin()) + 1, name, lines.text(), kind});
        }
    }

    QVector<QByteArray> m_names;
    kconfig::Dialect m_dialect;
    UnsavedTexts m_unsaved; ///< those not met yet
    QSet<QString> m_unsavedNames;
    QVector<SymbolReference> m_found;
};

bool isInside(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder + u'/');
}

/// Walks a folder; false when cancelled. Links are left out: what they lead to is found where it
/// is.
bool walk(const QString &folder, const QString &buildFolder, Search &search, JobWatch *watch)
{
    QStringList folders{folder};
    while (!folders.isEmpty()) {
        QDirIterator entries(folders.takeLast(), QDir::AllEntries | QDir::Hidden |
                                                     QDir::NoDotAndDotDot | QDir::NoSymLinks);
        while (entries.hasNext()) {
            if (watch && watch->isCancelled())
                return false;
            entries.next();
            const QFileInfo info = entries.fileInfo();
            const QString name = entries.fileName();
            if (info.isDir()) {
                if (!name.startsWith(u'.') && info.filePath() != buildFolder)
                    folders.append(info.filePath());
            } else if (info.isFile()) {
                search.read(info.filePath(), name);
            }
        }
    }
    return true;
}

} // namespace

QStringList referenceFolders(const Project &project)
{
    QStringList all{project.treeDirectory(), project.directory};
    if (!project.tree.directory.isEmpty())
        all.append(project.tree.directory);
    all.append(project.libraries);
    all.removeDuplicates();
    QStringList folders;
    for (const QString &folder : all) {
        const bool isCovered = std::any_of(all.begin(), all.end(), [&](const QString &other) {
            return other != folder && isInside(folder, other);
        });
        if (!isCovered)
            folders.append(folder);
    }
    return folders;
}

Result<QVector<SymbolReference>> findReferences(const Project &project,
                                                const QVector<QByteArray> &names, JobWatch *watch,
                                                const UnsavedTexts &unsaved)
{
    Search search(names, projectDialect(project, kconfigEnvironment(project)).dialect, unsaved);
    // Linux is built in its own folder.
    const QString build =
        project.buildDirectory == project.directory ? QString() : project.buildDirectory;
    for (const QString &folder : referenceFolders(project)) {
        if (!walk(folder, build, search, watch))
            return tl::unexpected(cancelledProblem());
    }
    search.readRemoved(referenceFolders(project));
    return search.take();
}

} // namespace kiln
