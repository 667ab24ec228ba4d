// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/submenu_shell.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <optional>

namespace kiln {

namespace {

/// Words of a simple command; nothing when it holds anything that a shell would have to interpret.
std::optional<QStringList> simpleWords(const QString &command)
{
    QStringList words;
    QString word;
    bool inWord = false;
    for (qsizetype at = 0; at < command.size(); ++at) {
        const QChar character = command[at];
        if (character == u'\'' || character == u'"') {
            const qsizetype end = command.indexOf(character, at + 1);
            if (end < 0)
                return std::nullopt;
            word += QStringView(command).mid(at + 1, end - at - 1);
            inWord = true;
            at = end;
        } else if (character.isSpace()) {
            if (inWord)
                words.append(std::exchange(word, {}));
            inWord = false;
        } else if (QStringView(u"|;<>&$`(){}*?[]#~!\\").contains(character)) {
            return std::nullopt;
        } else {
            word += character;
            inWord = true;
        }
    }
    if (inWord)
        words.append(word);
    return words;
}

std::optional<kconfig::ShellResult> answerTest(const QString &command)
{
    static const QString tail = QStringLiteral("&& echo y || echo n");
    const QString trimmed = command.trimmed();
    if (!trimmed.endsWith(tail))
        return std::nullopt;
    const auto words = simpleWords(trimmed.chopped(tail.size()));
    if (!words || words->size() != 4 || words->at(0) != QLatin1String("test") ||
        words->at(2) != QLatin1String("="))
        return std::nullopt;
    return kconfig::ShellResult{words->at(1) == words->at(3) ? "y\n" : "n\n", 0};
}

QString withoutSlash(QString path)
{
    while (path.size() > 1 && path.endsWith(u'/'))
        path.chop(1);
    return path;
}

struct Submenu
{
    QString output;
    QString title;
    QStringList folders;
    QStringList excluded;
};

std::optional<Submenu> parseSubmenu(const QStringList &arguments)
{
    Submenu menu;
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        const QString &option = arguments[at];
        if (option == QLatin1String("-q"))
            continue;
        if (at + 1 >= arguments.size())
            return std::nullopt;
        const QString value = arguments[++at];
        if (option == QLatin1String("-o")) {
            menu.output = value;
        } else if (option == QLatin1String("-t")) {
            menu.title = value;
        } else if (option == QLatin1String("-l")) {
            menu.folders.append(withoutSlash(value));
        } else if (option == QLatin1String("-r")) {
            const QDir dir(value);
            if (!value.isEmpty()) {
                for (const QString &name :
                     dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
                    menu.folders.append(withoutSlash(value) + u'/' + name);
            }
        } else if (option == QLatin1String("-c") || option == QLatin1String("-e")) {
            auto &list = option == QLatin1String("-c") ? menu.folders : menu.excluded;
            for (const QString &folder : value.split(u':', Qt::SkipEmptyParts))
                list.append(withoutSlash(folder));
        } else {
            return std::nullopt;
        }
    }
    return menu;
}

std::optional<kconfig::ShellResult> answerSubmenu(const Submenu &menu, const QString &directory)
{
    if (QFileInfo(menu.output).absolutePath() != directory)
        return std::nullopt;
    QByteArray text = "# Folders found while the tree was read.\n";
    if (!menu.title.isEmpty())
        text += "menu \"" + menu.title.toUtf8() + "\"\n";
    for (const QString &folder : menu.folders) {
        const QFileInfo config(folder + QStringLiteral("/Config.uk"));
        if (config.isFile() && !menu.excluded.contains(folder))
            text += "source \"" + config.canonicalFilePath().toUtf8() + "\"\n";
    }
    if (!menu.title.isEmpty())
        text += "endmenu\n";
    QFile file(menu.output);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return std::nullopt;
    return kconfig::ShellResult{menu.output.toStdString() + '\n', 0};
}

} // namespace

kconfig::Shell submenuShell(const QString &tree, const QString &directory, int *refused)
{
    const QString script = tree + QStringLiteral("/support/build/config-submenu.sh");
    return [script, directory, refused](const std::string &text) -> kconfig::ShellResult {
        const QString command = QString::fromStdString(text);
        if (const auto answer = answerTest(command))
            return *answer;
        if (const auto words = simpleWords(command); words && words->value(0) == script) {
            if (const auto menu = parseSubmenu(words->mid(1))) {
                if (const auto answer = answerSubmenu(*menu, directory))
                    return *answer;
            }
        }
        ++*refused;
        return {};
    };
}

} // namespace kiln
