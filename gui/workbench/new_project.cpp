// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/new_project.h"

#include "workbench/kernel_tree.h"
#include "workbench/resource_words.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NewProject)
};

QString root()
{
    return QStringLiteral(":/kiln/templates/");
}

QByteArray resource(const QString &name)
{
    QFile file(root() + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonArray index()
{
    return QJsonDocument::fromJson(resource(QStringLiteral("templates.json"))).array();
}

bool matches(const char *pattern, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern)))
        .match(text)
        .hasMatch();
}

Result<void> check(const NewProject &project, bool isLibrary)
{
    constexpr qsizetype longestName = 64;
    if (!matches("[A-Za-z][A-Za-z0-9_-]*", project.name) || project.name.size() > longestName)
        return tl::unexpected(
            Problem{Text::tr("“%1” can't be the name of a project").arg(project.name),
                    {},
                    Text::tr("Use a letter, then letters, digits, “_” and “-”, 64 at most.")});
    if (isLibrary && !matches("[A-Za-z0-9][A-Za-z0-9._+~-]*", project.version))
        return tl::unexpected(
            Problem{Text::tr("“%1” is no version").arg(project.version),
                    {},
                    Text::tr("Name the release, tag or branch, such as 1.2.13 (--version).")});
    // Make and a shell read it: nothing that means something to them.
    if (isLibrary &&
        !matches("(https|http|git|ssh|file)://[A-Za-z0-9._~:/?@!&+,;=%-]+|"
                 "[A-Za-z0-9._-]+@[A-Za-z0-9._-]+:[A-Za-z0-9._~/-]+|/[A-Za-z0-9._~/+-]+",
                 project.source))
        return tl::unexpected(Problem{Text::tr("“%1” is no address of sources").arg(project.source),
                                      {},
                                      Text::tr("Name the archive or the git repository, such as "
                                               "https://example.org/zlib-1.3.tar.gz (--source).")});
    return {};
}

bool isArchive(const QString &source)
{
    static const QStringList endings{QStringLiteral(".tar.gz"),  QStringLiteral(".tgz"),
                                     QStringLiteral(".tar.xz"),  QStringLiteral(".tar.bz2"),
                                     QStringLiteral(".tar.zst"), QStringLiteral(".tar"),
                                     QStringLiteral(".zip")};
    return std::any_of(endings.begin(), endings.end(),
                       [&](const QString &ending) { return source.endsWith(ending); });
}

/// The folder that most archives unpack to: their own name without the ending.
QString archiveFolder(const NewProject &project)
{
    if (!isArchive(project.source))
        return QStringLiteral(".");
    QString name = project.source.section(u'/', -1);
    name.remove(QRegularExpression(QStringLiteral("\\.(tar(\\.\\w+)?|tgz|zip)$")));
    return name;
}

using Values = QMap<QString, QString>;

Values valuesOf(const NewProject &project, bool isLibrary)
{
    const QString id = identifierOf(project.name);
    Values values{{QStringLiteral("name"), project.name},
                  {QStringLiteral("id"), id},
                  {QStringLiteral("ID"), id.toUpper()},
                  {QStringLiteral("tree"), project.tree}};
    if (!isLibrary)
        return values;
    const QString prefix = QStringLiteral("LIB") + id.toUpper();
    const QString versionReference = QStringLiteral("$(%1_VERSION)").arg(prefix);
    const auto withVersion = [&](QString text) {
        return text.replace(project.version, versionReference);
    };
    values[QStringLiteral("version")] = project.version;
    values[QStringLiteral("source")] = project.source;
    values[QStringLiteral("url")] = withVersion(project.source);
    values[QStringLiteral("folder")] = withVersion(archiveFolder(project));
    values[QStringLiteral("fetch")] =
        isArchive(project.source)
            ? QStringLiteral("# %1_ORIGIN_SHA256 = the archive's sum, which is then checked\n"
                             "$(eval $(call fetch,lib%2,$(%1_URL)))")
                  .arg(prefix, id)
            : QStringLiteral("$(eval $(call clone,lib%2,$(%1_URL),$(%1_VERSION)))").arg(prefix, id);
    return values;
}

QByteArray filled(const QByteArray &text, const Values &values)
{
    QString result = QString::fromUtf8(text);
    for (auto each = values.begin(); each != values.end(); ++each)
        result.replace(u'@' + each.key() + u'@', each.value());
    return result.toUtf8();
}

} // namespace

QList<ProjectTemplate> projectTemplates()
{
    QList<ProjectTemplate> all;
    for (const QJsonValue &each : index())
        all.append({each[QStringLiteral("id")].toString(),
                    resourceWords(each[QStringLiteral("title")].toString()),
                    resourceWords(each[QStringLiteral("description")].toString()),
                    each[QStringLiteral("id")].toString() == QLatin1String("library-port")});
    return all;
}

QString identifierOf(const QString &name)
{
    return QString(name).replace(u'-', u'_').toLower();
}

Result<QList<NewFile>> filesOfNewProject(const NewProject &wanted)
{
    NewProject project = wanted;
    const QList<ProjectTemplate> templates = projectTemplates();
    const auto found = std::find_if(templates.begin(), templates.end(), [&](const auto &each) {
        return each.id == project.templateId;
    });
    if (found == templates.end()) {
        QStringList ids;
        for (const ProjectTemplate &each : templates)
            ids.append(each.id);
        return tl::unexpected(
            Problem{Text::tr("There is no template “%1”").arg(project.templateId),
                    {},
                    Text::tr("Choose one of: %1").arg(ids.join(QStringLiteral(", ")))});
    }
    if (auto good = check(project, found->isLibrary); !good)
        return tl::unexpected(good.error());
    if (!found->isLibrary) {
        const auto tree =
            openKernelTree(project.tree.isEmpty() ? bundledTreeDirectory() : project.tree);
        if (!tree)
            return tl::unexpected(tree.error());
        project.tree = tree->directory;
        if (!matches("[^\\s$#:\\\\\"'`*?\\[\\]|;&<>()]+", project.tree))
            return tl::unexpected(Problem{
                Text::tr("make can't work with the path of this kernel tree"), project.tree,
                Text::tr("Move it where no blanks, quotes, colons or other signs are in the "
                         "path.")});
    }
    const Values values = valuesOf(project, found->isLibrary);
    QMap<QString, QByteArray> files;
    for (const QJsonValue &each : index()) {
        if (each[QStringLiteral("id")].toString() != found->id)
            continue;
        // Files of later layers replace those of earlier ones.
        for (const QJsonValue &layer : each[QStringLiteral("layers")].toArray()) {
            const QDir folder(root() + layer.toString());
            QDirIterator entries(folder.path(), QDir::Files, QDirIterator::Subdirectories);
            while (entries.hasNext()) {
                const QString file = entries.next();
                QString path = folder.relativeFilePath(file);
                path.replace(QLatin1String("dot-"), QLatin1String("."));
                if (found->isLibrary)
                    path.replace(
                        QLatin1String("include/port.h"),
                        QStringLiteral("include/%1_port.h").arg(identifierOf(project.name)));
                files[path] = filled(
                    resource(layer.toString() + u'/' + folder.relativeFilePath(file)), values);
            }
        }
    }
    QList<NewFile> result;
    for (auto file = files.begin(); file != files.end(); ++file)
        result.append({file.key(), file.value()});
    return result;
}

Result<void> createFiles(const QString &directory, const QList<NewFile> &files)
{
    const QDir folder(QFileInfo(directory).absoluteFilePath());
    for (const NewFile &file : files) {
        const QFileInfo target(folder.filePath(file.path));
        if (target.exists() || target.isSymLink())
            return tl::unexpected(Problem{Text::tr("There is such a file already"),
                                          target.filePath(),
                                          Text::tr("Choose another folder; nothing was written.")});
    }
    QStringList written;
    QStringList folders;
    const auto makeFolder = [&folders](const QString &path) {
        QStringList missing;
        for (QString each = path; !QFileInfo::exists(each); each = QFileInfo(each).path())
            missing.prepend(each);
        for (const QString &each : missing) {
            if (!QDir().mkdir(each))
                return false;
            folders.append(each);
        }
        return true;
    };
    for (const NewFile &file : files) {
        const QString path = folder.filePath(file.path);
        QFile target(path);
        QString why;
        if (!makeFolder(QFileInfo(path).path()))
            why = Text::tr("its folder can't be made");
        else if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            why = target.errorString();
        else {
            written.append(path);
            if (target.write(file.content) != file.content.size() || !target.flush())
                why = target.errorString();
        }
        if (why.isEmpty())
            continue;
        target.close();
        for (const QString &each : written)
            QFile::remove(each);
        while (!folders.isEmpty())
            QDir().rmdir(folders.takeLast());
        return tl::unexpected(Problem{Text::tr("The file can't be written: %1").arg(why), path,
                                      Text::tr("Check permissions and free space.")});
    }
    return {};
}

} // namespace kiln
