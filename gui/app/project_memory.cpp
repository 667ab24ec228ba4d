// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/project_memory.h"

#include "app/settings.h"

#include <QFileInfo>
#include <QVariantMap>

namespace kiln {

namespace {

QString keyOf(const QString &path)
{
    // Settings keys are paths; the project's own slashes would make groups of it.
    return QStringLiteral("projects/") + QString::fromLatin1(path.toUtf8().toHex());
}

/// Written more often than the facts.
QString filesKeyOf(const QString &path)
{
    return QStringLiteral("files/") + QString::fromLatin1(path.toUtf8().toHex());
}

constexpr QLatin1String architectureKey("architecture");
constexpr QLatin1String versionKey("version");
constexpr QLatin1String variablesKey("variables");
constexpr QLatin1String dialectKey("dialect");

} // namespace

ProjectMemory::ProjectMemory(Settings *settings)
    : m_settings(settings)
{}

void ProjectMemory::remember(const Project &project)
{
    QVariantMap facts;
    if (project.kind == ProjectKind::linuxTree) {
        facts.insert(architectureKey, project.linuxArchitecture);
        facts.insert(versionKey, project.linuxVersion);
    }
    QVariantMap variables;
    for (auto each = project.variables.begin(); each != project.variables.end(); ++each)
        variables.insert(each.key(), each.value());
    facts.insert(variablesKey, variables);
    if (!project.dialect.isEmpty())
        facts.insert(dialectKey, project.dialect);
    m_settings->setValue(keyOf(project.path), facts);
}

QString ProjectMemory::architecture(const QString &path) const
{
    return m_settings->value(keyOf(path)).toMap().value(architectureKey).toString();
}

Variables ProjectMemory::variables(const QString &path) const
{
    const QVariantMap stored = m_settings->value(keyOf(path)).toMap().value(variablesKey).toMap();
    Variables variables;
    for (auto each = stored.begin(); each != stored.end(); ++each)
        variables.insert(each.key(), each.value().toString());
    return variables;
}

QString ProjectMemory::dialect(const QString &path) const
{
    const QString name = m_settings->value(keyOf(path)).toMap().value(dialectKey).toString();
    // Another version of Kiln may have known others.
    return kconfig::dialectByName(name.toStdString()) ? name : QString();
}

QVariant ProjectMemory::openFiles(const QString &path) const
{
    return m_settings->value(filesKeyOf(path));
}

void ProjectMemory::rememberOpenFiles(const QString &path, const QVariant &files)
{
    if (m_settings->value(filesKeyOf(path)) != files)
        m_settings->setValue(filesKeyOf(path), files);
}

QString ProjectMemory::title(const QString &path) const
{
    const QString name = QFileInfo(path).fileName();
    const QVariantMap facts = m_settings->value(keyOf(path)).toMap();
    const QString architecture = facts.value(architectureKey).toString();
    return architecture.isEmpty()
               ? name
               : QStringLiteral("%1 (Linux %2, %3)")
                     .arg(name, facts.value(versionKey).toString(), architecture);
}

} // namespace kiln
