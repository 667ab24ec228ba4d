// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/catalogue.h"

#include "workbench/resource_words.h"
#include "workbench/yaml_text.h"

#include <QCoreApplication>

namespace kiln {

QString CatalogueEntry::versionFor(const QString &treeVersion) const
{
    return versions.value(treeVersion.section(u'.', 0, 1));
}

Result<QList<CatalogueEntry>> readCatalogue(const QString &file)
{
    const auto text =
        YamlText::read(file.isEmpty() ? QStringLiteral(":/kiln/catalogue.yaml") : file);
    if (!text)
        return tl::unexpected(text.error());
    QList<CatalogueEntry> entries(text->size({}));
    for (const YamlValue &value : text->values()) {
        const int index = value.path.value(0).toInt();
        if (index >= entries.size())
            continue;
        CatalogueEntry &entry = entries[index];
        const QString key = value.path.value(1);
        if (key == QLatin1String("name"))
            entry.name = value.text;
        else if (key == QLatin1String("kind"))
            entry.kind = value.text;
        else if (key == QLatin1String("what"))
            entry.what = resourceWords(value.text);
        else if (key == QLatin1String("repository"))
            entry.repository = value.text;
        else if (key == QLatin1String("versions"))
            entry.versions.insert(value.path.value(2), value.text);
    }
    for (int i = 0; i < entries.size(); ++i) {
        if (entries[i].name.isEmpty() || entries[i].repository.isEmpty())
            return tl::unexpected(Problem{
                QCoreApplication::translate("Catalogue", "The entry lacks its name or repository"),
                text->place({QString::number(i)}),
                QCoreApplication::translate("Catalogue", "Add lines “name: …” and "
                                                         "“repository: …”.")});
    }
    return entries;
}

std::optional<CatalogueEntry> findInCatalogue(const QString &name, const QString &kind)
{
    const auto entries = readCatalogue();
    if (!entries)
        return std::nullopt;
    for (const CatalogueEntry &entry : *entries) {
        if (entry.name == name && (kind.isEmpty() || entry.kind == kind))
            return entry;
    }
    return std::nullopt;
}

} // namespace kiln
