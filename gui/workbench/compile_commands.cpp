// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/compile_commands.h"

#include "workbench/library_folder.h"
#include "workbench/port_log.h"
#include "workbench/project_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <initializer_list>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CompileCommands)
};

/// Takes a compiler's arguments apart.
class ArgumentReader
{
public:
    explicit ArgumentReader(CompileCommand &command)
        : m_command(command)
        , m_directory(command.directory)
    {}

    void read(const QStringList &arguments)
    {
        for (m_at = 1; m_at < arguments.size(); ++m_at)
            readOne(arguments);
    }

private:
    void readOne(const QStringList &arguments)
    {
        const QString &word = arguments[m_at];
        QString value;
        const auto is = [&](const char *option) {
            return takeValue(arguments, QLatin1String(option), value);
        };
        if (is("-iquote") || is("-I"))
            m_command.includePaths.append(path(value));
        else if (is("-isystem") || is("-idirafter"))
            m_command.systemIncludePaths.append(path(value));
        else if (is("-include"))
            m_command.includedFiles.append(path(value));
        else if (is("-D"))
            m_command.defines.append(value);
        else if (is("-U"))
            m_command.undefines.append(value);
        else if (word == QLatin1String("-o") || word == QLatin1String("-MF") ||
                 word == QLatin1String("-MT") || word == QLatin1String("-MQ"))
            ++m_at;
        else if (tellsMeaning(word))
            m_command.flags.append(word);
    }

    /// `-Ivalue` or `-I value`.
    bool takeValue(const QStringList &arguments, QLatin1String option, QString &value)
    {
        const QString &word = arguments[m_at];
        if (!word.startsWith(option))
            return false;
        value = word.mid(option.size());
        if (value.isEmpty() && m_at + 1 < arguments.size())
            value = arguments[++m_at];
        return true;
    }

    [[nodiscard]] QString path(const QString &path) const
    {
        return QDir::cleanPath(m_directory.absoluteFilePath(path));
    }

    static bool tellsMeaning(const QString &word)
    {
        static const std::initializer_list<QLatin1String> beginnings{
            QLatin1String("-std="), QLatin1String("-m"), QLatin1String("-f"),
            QLatin1String("-nostdinc"), QLatin1String("-ansi")};
        return std::any_of(beginnings.begin(), beginnings.end(),
                           [&](QLatin1String each) { return word.startsWith(each); });
    }

    CompileCommand &m_command;
    QDir m_directory;
    qsizetype m_at = 0;
};

QStringList argumentsOf(const QJsonObject &entry)
{
    QStringList words;
    const QJsonArray given = entry[QStringLiteral("arguments")].toArray();
    for (const QJsonValue &word : given)
        words.append(word.toString());
    if (!words.isEmpty())
        return words;
    const auto commands = commandsOfLine(entry[QStringLiteral("command")].toString());
    return commands.isEmpty() ? QStringList() : commands.first();
}

/// Where the trees have headers of their own that do not belong to one library.
CompileCommand guess(const Project &project)
{
    CompileCommand command;
    command.directory = project.directory;
    const QString tree = project.tree.directory;
    command.includePaths = {project.buildDirectory + QStringLiteral("/include"), project.directory,
                            project.directory + QStringLiteral("/include"),
                            tree + QStringLiteral("/include")};
    const QDir libraries(tree + QStringLiteral("/lib"));
    for (const QString &name : libraries.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString headers = libraries.filePath(name + QStringLiteral("/include"));
        if (QFileInfo(headers).isDir())
            command.includePaths.append(headers);
    }
    for (const QString &library : project.libraries)
        command.includePaths.append(library + QStringLiteral("/include"));
    command.defines = {QStringLiteral("__Unikraft__")};
    command.flags = {QStringLiteral("-nostdinc")};
    return command;
}

} // namespace

Result<QVector<CompileCommand>> readCompileCommands(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(
            Problem{Text::tr("The list of compilations can't be read: %1").arg(file.errorString()),
                    path, Text::tr("Build the application: that makes it.")});
    QJsonParseError error;
    const QByteArray text = file.readAll();
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (!document.isArray()) {
        const QByteArray before = text.left(error.offset);
        const qsizetype column = before.size() - before.lastIndexOf('\n');
        return tl::unexpected(
            Problem{Text::tr("This is no list of compilations: %1").arg(error.errorString()),
                    QStringLiteral("%1:%2:%3").arg(path).arg(before.count('\n') + 1).arg(column),
                    Text::tr("Remove the file and build again.")});
    }
    QVector<CompileCommand> commands;
    const QJsonArray entries = document.array();
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        CompileCommand command;
        command.directory = entry[QStringLiteral("directory")].toString();
        if (!QDir::isAbsolutePath(command.directory))
            command.directory = QFileInfo(path).absolutePath();
        const QString name = entry[QStringLiteral("file")].toString();
        if (name.isEmpty())
            continue;
        command.file = QDir::cleanPath(QDir(command.directory).absoluteFilePath(name));
        ArgumentReader(command).read(argumentsOf(entry));
        commands.append(command);
    }
    return commands;
}

QVector<CompileCommand> compileCommands(const Project &project)
{
    const auto known =
        readCompileCommands(project.buildDirectory + QStringLiteral("/compile_commands.json"));
    if (known && !known->isEmpty())
        return *known;
    static const QStringList sources{QStringLiteral("c"), QStringLiteral("cc"),
                                     QStringLiteral("cpp"), QStringLiteral("cxx"),
                                     QStringLiteral("S")};
    QVector<CompileCommand> commands;
    CompileCommand command = guess(project);
    for (const QString &file : applicationFiles(project)) {
        if (!sources.contains(QFileInfo(file).suffix()))
            continue;
        command.file = file;
        commands.append(command);
    }
    return commands;
}

QVector<CompileGroup> groupedAlike(const QVector<CompileCommand> &commands)
{
    QVector<CompileGroup> groups;
    QHash<QString, qsizetype> known;
    LibraryFolder libraries;
    for (const CompileCommand &command : commands) {
        QString name = libraries.nameFor(command.file);
        if (name.isEmpty())
            name = QFileInfo(command.file).dir().dirName();
        const QString key = QStringList{name,
                                        command.directory,
                                        command.includePaths.join(u'\n'),
                                        command.systemIncludePaths.join(u'\n'),
                                        command.defines.join(u'\n'),
                                        command.undefines.join(u'\n'),
                                        command.includedFiles.join(u'\n'),
                                        command.flags.join(u'\n')}
                                .join(u'\0');
        const auto found = known.constFind(key);
        if (found != known.constEnd()) {
            groups[*found].files.append(command.file);
            continue;
        }
        known.insert(key, groups.size());
        CompileGroup group;
        static_cast<CompileCommand &>(group) = command;
        group.name = name;
        group.files = {command.file};
        groups.append(group);
    }
    return groups;
}

} // namespace kiln
