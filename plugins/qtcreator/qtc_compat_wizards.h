// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of qtc_compat.h for wizards that Qt Creator reads from JSON.
#pragma once

#include <coreplugin/generatedfile.h>
#include <projectexplorer/jsonwizard/jsonwizardgeneratorfactory.h>

#include <QString>
#include <QVariant>

namespace kiln::creator {

/// Makes files, and writes the ones that the user has not chosen to keep. GUI thread.
class WizardGeneratorBase : public ProjectExplorer::JsonWizardGenerator
{
protected:
    /// All are written; this is one of them.
    virtual void done(const Core::GeneratedFile &file) = 0;

private:
    static bool isKept(const Core::GeneratedFile &file)
    {
        return file.attributes().testFlag(Core::GeneratedFile::KeepExistingFileAttribute);
    }

#if KILN_QTC_VERSION >= 160082
    Outcome writeFile(const ProjectExplorer::JsonWizard *, Core::GeneratedFile *file) final
    {
        return isKept(*file) ? outcome(QString()) : file->write();
    }
    Outcome allDone(const ProjectExplorer::JsonWizard *, Core::GeneratedFile *file) final
    {
        done(*file);
        return outcome(QString());
    }
#else
    bool writeFile(const ProjectExplorer::JsonWizard *, Core::GeneratedFile *file,
                   QString *error) final
    {
        return isKept(*file) || file->write(error);
    }
    bool allDone(const ProjectExplorer::JsonWizard *, Core::GeneratedFile *file, QString *) final
    {
        done(*file);
        return true;
    }
#endif
};

/// Knows what the file of a wizard may say of a generator. GUI thread.
class WizardGeneratorFactoryBase : public ProjectExplorer::JsonWizardGeneratorFactory
{
protected:
    /// What is wrong with the part of the file that is for the generator; empty: nothing.
    [[nodiscard]] virtual QString faultOf(const QVariant &data) const = 0;

private:
#if KILN_QTC_VERSION >= 160082
    Outcome validateData(Utils::Id, const QVariant &data) final
    {
        return outcome(faultOf(data));
    }
#else
    bool validateData(Utils::Id, const QVariant &data, QString *error) final
    {
        const QString fault = faultOf(data);
        if (!fault.isEmpty())
            *error = fault;
        return fault.isEmpty();
    }
#endif
};

} // namespace kiln::creator
