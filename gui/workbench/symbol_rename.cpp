// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/symbol_rename.h"

#include <QCoreApplication>
#include <QFile>
#include <QMap>
#include <QSaveFile>

#include <algorithm>
#include <memory>
#include <vector>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SymbolRename)
};

bool isName(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               c == '_';
    });
}

/// Words that a reader of `config WORD` would not take for a name, or that mean a value.
bool isReserved(const QByteArray &name)
{
    static const QVector<QByteArray> words{
        "y",           "m",       "n",        "config",   "menuconfig", "choice",
        "endchoice",   "menu",    "endmenu",  "if",       "endif",      "source",
        "rsource",     "osource", "orsource", "mainmenu", "comment",    "bool",
        "tristate",    "string",  "hex",      "int",      "default",    "depends",
        "on",          "select",  "imply",    "range",    "visible",    "help",
        "prompt",      "option",  "optional", "modules",  "def_bool",   "transitional",
        "def_tristate"};
    return words.contains(name);
}

QString placeOf(const SymbolReference &reference)
{
    return QStringLiteral("%1:%2:%3").arg(reference.file).arg(reference.line).arg(reference.column);
}

struct Replacement
{
    QString file;
    QByteArray before, after;
    std::unique_ptr<QSaveFile> target;
};

Problem changedSince(const SymbolReference &place)
{
    return {Text::tr("The file is not as it was when the places were found"), placeOf(place),
            Text::tr("Look at the changes again, then rename; nothing has been changed.")};
}

Problem notWritten(const QString &file, const QString &why)
{
    return {Text::tr("The file can't be written: %1").arg(why), file,
            Text::tr("Make it and its folder writable, or free some space, and rename again; "
                     "no file has been changed.")};
}

/// The file's text with the new name at all its places, which are in order.
Result<Replacement> replaced(const QString &path, const QVector<SymbolReference> &places,
                             const QByteArray &to)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(notWritten(path, file.errorString()));
    Replacement result{path, file.readAll(), {}, {}};
    qsizetype copied = 0;
    qsizetype lineBegin = 0;
    int line = 1;
    for (const SymbolReference &place : places) {
        for (; line < place.line; ++line) {
            const qsizetype end = result.before.indexOf('\n', lineBegin);
            if (end < 0)
                return tl::unexpected(changedSince(place));
            lineBegin = end + 1;
        }
        const qsizetype at = lineBegin + place.column - 1;
        if (result.before.mid(lineBegin, place.text.size()) != place.text || at < copied ||
            result.before.mid(at, place.name.size()) != place.name)
            return tl::unexpected(changedSince(place));
        result.after += result.before.mid(copied, at - copied) + to;
        copied = at + place.name.size();
    }
    result.after += result.before.mid(copied);
    return result;
}

/// Gives files back what they were; what cannot be is said.
Problem undo(const std::vector<Replacement> &done, std::size_t count, const Problem &why)
{
    Problem problem = why;
    for (std::size_t i = 0; i < count; ++i) {
        QSaveFile file(done[i].file);
        if (!file.open(QIODevice::WriteOnly) || file.write(done[i].before) < 0 || !file.commit())
            problem.remedy = Text::tr("%1 has the new name already and could not be given "
                                      "its old contents back: %2")
                                 .arg(done[i].file, file.errorString());
    }
    return problem;
}

} // namespace

QByteArray SymbolRename::lineAfter(const SymbolReference &place) const
{
    QByteArray line = place.text;
    // The last first, so that the columns of those before stay.
    for (auto it = places.rbegin(); it != places.rend(); ++it) {
        if (it->file == place.file && it->line == place.line)
            line.replace(it->column - 1, from.size(), to);
    }
    return line;
}

int SymbolRename::fileCount() const
{
    QStringList files;
    for (const SymbolReference &place : places)
        files.append(place.file);
    files.removeDuplicates();
    return int(files.size());
}

Result<SymbolRename> planRename(const Project &project, const QByteArray &from,
                                const QByteArray &to, JobWatch *watch)
{
    if (!isName(to) || isReserved(to))
        return tl::unexpected(
            Problem{Text::tr("“%1” can't be the name of an option").arg(QString::fromUtf8(to)),
                    {},
                    Text::tr("Choose one of letters, digits and underscores, without "
                             "CONFIG_, that is no word of the Kconfig language.")});
    if (from == to)
        return tl::unexpected(Problem{
            Text::tr("The option has that name already"), {}, Text::tr("Choose another name.")});
    auto found = findReferences(project, {from, to}, watch);
    if (!found)
        return tl::unexpected(found.error());
    SymbolRename rename{from, to, {}};
    bool isDefined = false;
    for (const SymbolReference &reference : *found) {
        if (reference.name == to)
            return tl::unexpected(
                Problem{Text::tr("%1 is taken already").arg(QString::fromUtf8(to)),
                        placeOf(reference), Text::tr("Choose another name.")});
        isDefined = isDefined || reference.kind == ReferenceKind::definition;
        rename.places.append(reference);
    }
    if (!isDefined)
        return tl::unexpected(Problem{
            Text::tr("No Kconfig file of the project defines %1").arg(QString::fromUtf8(from)),
            project.directory, Text::tr("Give the name as `config` has it, without CONFIG_.")});
    return rename;
}

Result<void> applyRename(const SymbolRename &rename)
{
    QMap<QString, QVector<SymbolReference>> byFile;
    for (const SymbolReference &place : rename.places)
        byFile[place.file].append(place);
    std::vector<Replacement> files;
    for (auto it = byFile.begin(); it != byFile.end(); ++it) {
        // A file has places of several kinds.
        std::sort(it->begin(), it->end(), [](const auto &a, const auto &b) {
            return std::tie(a.line, a.column) < std::tie(b.line, b.column);
        });
        auto file = replaced(it.key(), *it, rename.to);
        if (!file)
            return tl::unexpected(file.error());
        files.push_back(std::move(*file));
    }
    for (Replacement &file : files) {
        file.target = std::make_unique<QSaveFile>(file.file);
        if (!file.target->open(QIODevice::WriteOnly) ||
            file.target->write(file.after) != file.after.size() || !file.target->flush())
            return tl::unexpected(notWritten(file.file, file.target->errorString()));
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!files[i].target->commit())
            return tl::unexpected(
                undo(files, i, notWritten(files[i].file, files[i].target->errorString())));
    }
    return {};
}

} // namespace kiln
