// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/kconfig_check.h"

#include <kconfig/load.h>

#include <QFile>
#include <QTemporaryDir>

namespace kiln {

namespace {

/// Blanks `source` statements, so that lines and columns stay.
QByteArray withoutSources(QByteArray text)
{
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = text.indexOf('\n', begin);
        if (end < 0)
            end = text.size();
        qsizetype word = begin;
        while (word < end && (text[word] == ' ' || text[word] == '\t'))
            ++word;
        const QByteArrayView rest = QByteArrayView(text).sliced(word, end - word);
        for (const char *statement : {"source", "rsource", "osource", "orsource"}) {
            const QByteArrayView name(statement);
            if (rest.startsWith(name) && rest.size() > name.size() &&
                (rest[name.size()] == ' ' || rest[name.size()] == '\t' || rest[name.size()] == '"'))
                text[word] = '#';
        }
        begin = end + 1;
    }
    return text;
}

} // namespace

QVector<ConfigDiagnostic> checkKconfig(const QByteArray &text, const QString &path,
                                       kconfig::Dialect dialect)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("Kconfig")));
    if (!file.open(QIODevice::WriteOnly) || file.write(withoutSources(text)) != text.size())
        return {};
    file.close();
    kconfig::LoadOptions options;
    options.rootFile = file.fileName().toStdString();
    options.directory = folder.path().toStdString();
    options.dialect = dialect;
    options.usesThreads = false;
    options.shell = [](const std::string &) { return kconfig::ShellResult{"y"}; };
    const kconfig::LoadResult result = kconfig::load(options);
    const kconfig::SourceMap &sources = result.model->sources();
    std::vector<kconfig::Diagnostic> kept;
    for (const kconfig::Diagnostic &diagnostic : result.diagnostics) {
        if (!diagnostic.isFromParsing || !diagnostic.position.isValid() ||
            diagnostic.severity == kconfig::Severity::note)
            continue;
        const std::string_view line =
            sources.line(diagnostic.position.file, diagnostic.position.line);
        // What a macro comes to is known to all of the tree only.
        if (line.find("$(") == std::string_view::npos)
            kept.push_back(diagnostic);
    }
    QVector<ConfigDiagnostic> found = configDiagnostics(kept, sources, folder.path());
    for (ConfigDiagnostic &diagnostic : found)
        diagnostic.file = path;
    return found;
}

} // namespace kiln
