// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/port_log.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace kiln {

namespace {

QString absolute(const QString &folder, const QString &path)
{
    return QDir::cleanPath(QDir(folder).absoluteFilePath(path));
}

const QRegularExpression &objectEnding()
{
    static const QRegularExpression ending(QStringLiteral("\\.(o|lo|obj|os)$"));
    return ending;
}

bool isObject(const QString &word)
{
    return objectEnding().match(word).hasMatch();
}

/// The name of an object by which what links it finds it: libtool and others have several endings.
QString plainObject(const QString &path)
{
    return QString(path).remove(objectEnding()) + QStringLiteral(".o");
}

bool isArchive(const QString &word)
{
    static const QRegularExpression pattern(QStringLiteral("\\.(a|la|so(\\.[0-9.]+)?)$"));
    return pattern.match(word).hasMatch();
}

bool isSource(const QString &word)
{
    static const QRegularExpression pattern(QStringLiteral("\\.(c|cc|cpp|cxx|C|S|s)$"));
    return !word.startsWith(u'-') && pattern.match(word).hasMatch();
}

enum class Tool
{
    none,
    c,
    cxx,
    archiver
};

Tool toolOf(const QString &word)
{
    static const QRegularExpression pattern(QRegularExpression::anchoredPattern(
        QStringLiteral("(?:.*/)?(?:[A-Za-z0-9_.]+-)*(?:(?<cxx>g\\+\\+|c\\+\\+|clang\\+\\+)|"
                       "(?<c>gcc|cc|clang|c99|c89|tcc)|(?<ar>ar))(?:-[0-9.]+)?")));
    const auto match = pattern.match(word);
    if (!match.hasMatch())
        return Tool::none;
    if (!match.captured(QStringLiteral("cxx")).isEmpty())
        return Tool::cxx;
    return match.captured(QStringLiteral("c")).isEmpty() ? Tool::archiver : Tool::c;
}

/// Options whose value is the next word.
bool takesWord(const QString &option)
{
    static const QStringList options{
        QStringLiteral("-o"),       QStringLiteral("-I"),         QStringLiteral("-D"),
        QStringLiteral("-U"),       QStringLiteral("-L"),         QStringLiteral("-l"),
        QStringLiteral("-MF"),      QStringLiteral("-MT"),        QStringLiteral("-MQ"),
        QStringLiteral("-include"), QStringLiteral("-isystem"),   QStringLiteral("-iquote"),
        QStringLiteral("-x"),       QStringLiteral("-idirafter"), QStringLiteral("-Xlinker"),
        QStringLiteral("-rpath"),   QStringLiteral("-T"),         QStringLiteral("-version-info"),
        QStringLiteral("-arch"),    QStringLiteral("-imacros")};
    return options.contains(option);
}

class LogReader
{
public:
    explicit LogReader(const QString &folder)
        : m_folders({folder})
    {}

    void take(const QString &line, int number)
    {
        static const QRegularExpression moved(QStringLiteral(
            "^\\S*make(?:\\[\\d+\\])?: (Entering|Leaving) directory [`'‘](.+)['’]$"));
        if (const auto match = moved.match(line); match.hasMatch()) {
            if (match.captured(1) == QLatin1String("Entering"))
                m_folders.append(absolute(m_folders.last(), match.captured(2)));
            else if (m_folders.size() > 1)
                m_folders.removeLast();
            return;
        }
        m_line = number;
        m_folder = m_folders.last();
        for (const QStringList &command : commandsOfLine(line))
            run(command);
    }

    PortLog result() { return std::move(m_log); }

private:
    void run(const QStringList &command)
    {
        if (command.isEmpty())
            return;
        if (command.first() == QLatin1String("cd") && command.size() == 2) {
            m_folder = absolute(m_folder, command[1]);
            return;
        }
        if (command.first() == QLatin1String("mv") && command.size() == 3)
            return rename(command[1], command[2]);
        // Words before it are libtool, a cache, or settings of the environment.
        for (qsizetype i = 0; i < command.size(); ++i) {
            const Tool tool = toolOf(command[i]);
            if (tool == Tool::none)
                continue;
            if (tool == Tool::archiver && i == 0)
                archive(command.mid(1));
            else if (tool != Tool::archiver)
                compile(command.mid(i + 1), tool == Tool::cxx);
            return;
        }
    }

    void rename(const QString &from, const QString &to)
    {
        if (!isObject(from) || !isObject(to))
            return;
        const QString old = plainObject(absolute(m_folder, from));
        for (CompiledUnit &unit : m_log.units) {
            if (unit.object == old && isNewest(unit))
                unit.object = plainObject(absolute(m_folder, to));
        }
    }

    bool isNewest(const CompiledUnit &unit) const { return &unit == &m_log.units.last(); }

    void archive(const QStringList &words)
    {
        LinkedOutput output;
        output.kind = LinkedOutput::Kind::archive;
        output.line = m_line;
        for (const QString &word : words) {
            if (isObject(word))
                output.inputs.append(plainObject(absolute(m_folder, word)));
            else if (isArchive(word) && output.path.isEmpty())
                output.path = absolute(m_folder, word);
        }
        if (output.path.isEmpty() || output.inputs.isEmpty())
            return;
        for (LinkedOutput &known : m_log.outputs) {
            // `ar r` adds to what is there.
            if (known.path == output.path) {
                known.inputs += output.inputs;
                return;
            }
        }
        m_log.outputs.append(output);
    }

    void compile(const QStringList &words, bool isCxx)
    {
        QStringList arguments;
        QStringList sources;
        QStringList inputs;
        QString output;
        bool onlyCompiles = false;
        bool isShared = false;
        for (qsizetype i = 0; i < words.size(); ++i) {
            const QString &word = words[i];
            if (word == QLatin1String("-E") || word == QLatin1String("-M") ||
                word == QLatin1String("-MM") || word == QLatin1String("--version"))
                return;
            if (word == QLatin1String("-c"))
                onlyCompiles = true;
            else if (word == QLatin1String("-o") && i + 1 < words.size())
                output = words[++i];
            else if (isSource(word))
                sources.append(word);
            else if (isObject(word) && !word.startsWith(u'-'))
                inputs.append(plainObject(absolute(m_folder, word)));
            else if (isArchive(word) && !word.startsWith(u'-'))
                inputs.append(absolute(m_folder, word));
            else if (word.startsWith(QLatin1String("-l")) && word.size() > 2)
                inputs.append(word);
            else {
                isShared = isShared || word == QLatin1String("-shared");
                arguments.append(word);
                if (takesWord(word) && i + 1 < words.size())
                    arguments.append(words[++i]);
            }
        }
        for (const QString &source : sources) {
            CompiledUnit unit;
            unit.source = absolute(m_folder, source);
            const QString plain = QFileInfo(source).completeBaseName() + QStringLiteral(".o");
            unit.object =
                plainObject(absolute(m_folder, onlyCompiles && !output.isEmpty() ? output : plain));
            unit.isCxx =
                isCxx ||
                QRegularExpression(QStringLiteral("\\.(cc|cpp|cxx|C)$")).match(source).hasMatch();
            unit.arguments = arguments;
            unit.folder = m_folder;
            unit.line = m_line;
            inputs.append(unit.object);
            m_log.units.append(unit);
        }
        if (onlyCompiles || inputs.isEmpty())
            return;
        if (output.isEmpty())
            output = QStringLiteral("a.out");
        LinkedOutput linked;
        linked.path = absolute(m_folder, output);
        if (output.endsWith(QLatin1String(".la")) || output.endsWith(QLatin1String(".a")))
            linked.kind = LinkedOutput::Kind::archive;
        else if (isShared || isArchive(output))
            linked.kind = LinkedOutput::Kind::sharedLibrary;
        linked.inputs = inputs;
        linked.line = m_line;
        const auto same =
            std::find_if(m_log.outputs.begin(), m_log.outputs.end(),
                         [&](const LinkedOutput &each) { return each.path == linked.path; });
        if (same == m_log.outputs.end())
            m_log.outputs.append(linked);
    }

    QStringList m_folders; ///< make's own, the innermost last
    QString m_folder;      ///< of the command in hand
    int m_line = 0;
    PortLog m_log;
};

} // namespace

QVector<QStringList> commandsOfLine(const QString &line)
{
    QVector<QStringList> commands(1);
    QString word;
    bool hasWord = false;
    const auto endWord = [&] {
        if (hasWord)
            commands.last().append(word);
        word.clear();
        hasWord = false;
    };
    const auto endCommand = [&] {
        endWord();
        if (!commands.last().isEmpty())
            commands.append(QStringList());
    };
    QChar quote;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        const QChar next = i + 1 < line.size() ? line[i + 1] : QChar();
        if (quote == u'\'') {
            if (c == quote)
                quote = QChar();
            else
                word += c;
        } else if (quote == u'"') {
            if (c == quote)
                quote = QChar();
            else if (c == u'\\' && (next == u'"' || next == u'\\' || next == u'$' || next == u'`'))
                word += line[++i];
            else
                word += c;
        } else if (c == u'\'' || c == u'"') {
            quote = c;
            hasWord = true;
        } else if (c == u'\\' && !next.isNull()) {
            word += line[++i];
            hasWord = true;
        } else if (c == u';' || c == u'&' || c == u'|' || c == u'(' || c == u')' || c == u'`') {
            endCommand();
        } else if (c == u'#' && !hasWord) {
            break;
        } else if (c.isSpace()) {
            endWord();
        } else {
            word += c;
            hasWord = true;
        }
    }
    endCommand();
    if (commands.last().isEmpty())
        commands.removeLast();
    return commands;
}

PortLog readPortLog(const QString &text, const QString &folder)
{
    LogReader reader(QDir::cleanPath(folder));
    QString pending;
    int number = 0;
    int first = 0;
    for (QString line : text.split(u'\n')) {
        ++number;
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (pending.isEmpty())
            first = number;
        if (line.endsWith(u'\\') && !line.endsWith(QLatin1String("\\\\"))) {
            pending += line.chopped(1) + u' ';
            continue;
        }
        reader.take((pending + line).trimmed(), first);
        pending.clear();
    }
    reader.take(pending.trimmed(), first);
    return reader.result();
}

} // namespace kiln
