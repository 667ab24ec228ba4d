// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard_generator.h"

#include "text.h"

#include "workbench/new_project.h"
#include "workbench/trust_store.h"

#include <utils/filepath.h>
#include <utils/macroexpander.h>

#include <QDir>

namespace kiln::creator {

using namespace ProjectExplorer;

namespace {

class WizardGenerator : public WizardGeneratorBase
{
public:
    explicit WizardGenerator(QVariantMap data)
        : m_data(std::move(data))
    {}

    Core::GeneratedFiles fileList(Utils::MacroExpander *expander, const Utils::FilePath &,
                                  const Utils::FilePath &directory, QString *error) override
    {
        const auto value = [&](const char *key) {
            return expander->expand(m_data.value(QLatin1String(key)).toString());
        };
        NewProject wanted;
        wanted.templateId = value("template");
        wanted.name = value("name");
        wanted.tree = value("tree");
        wanted.version = value("version");
        wanted.source = value("source");
        const auto files = filesOfNewProject(wanted);
        if (!files) {
            *error = files.error().text();
            return {};
        }
        m_isNewFolder = QDir(directory.path()).isEmpty();
        Core::GeneratedFiles generated;
        for (const NewFile &each : *files) {
            Core::GeneratedFile file(directory.pathAppended(each.path));
            file.setBinary(true);
            file.setBinaryContents(each.content);
            Core::GeneratedFile::Attributes attributes;
            if (each.path == value("project"))
                attributes |= Core::GeneratedFile::OpenProjectAttribute;
            if (each.path.startsWith(value("editor")))
                attributes |= Core::GeneratedFile::OpenEditorAttribute;
            file.setAttributes(attributes);
            generated.append(file);
        }
        return generated;
    }

protected:
    void done(const Core::GeneratedFile &file) override
    {
        // The user has just made it, and nothing else is in its folder. Where this can't be kept,
        // the first build asks.
        if (m_isNewFolder && file.attributes().testFlag(Core::GeneratedFile::OpenProjectAttribute))
            static_cast<void>(TrustStore().trust(file.filePath().parentDir().path()));
    }

private:
    QVariantMap m_data;
    bool m_isNewFolder = false;
};

} // namespace

WizardGeneratorFactory::WizardGeneratorFactory()
{
    setTypeIdsSuffix(QStringLiteral("KilnProject"));
}

JsonWizardGenerator *WizardGeneratorFactory::create(Utils::Id, const QVariant &data,
                                                    const QString &, Utils::Id, const QVariantMap &)
{
    return new WizardGenerator(data.toMap());
}

QString WizardGeneratorFactory::faultOf(const QVariant &data) const
{
    if (data.toMap().contains(QStringLiteral("template")))
        return {};
    return Text::tr("A generator of the type KilnProject needs to know its “template”.");
}

} // namespace kiln::creator
