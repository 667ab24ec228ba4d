// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The generator of the wizards: files of new projects as Kiln makes them everywhere.
#pragma once

#include "qtc_compat.h"

namespace kiln::creator {

/// Makes generators of the type "KilnProject". Their data is an object: `template` (see
/// ProjectTemplate::id), `name`, and where the template asks for them `tree`, `version` and
/// `source`; `project` is the file that opens the new project, `editor` one to show. Values are
/// expanded by the wizard. GUI thread.
class WizardGeneratorFactory : public WizardGeneratorFactoryBase
{
    Q_OBJECT

public:
    WizardGeneratorFactory();

    ProjectExplorer::JsonWizardGenerator *create(Utils::Id type, const QVariant &data,
                                                 const QString &path, Utils::Id platform,
                                                 const QVariantMap &variables) override;

protected:
    [[nodiscard]] QString faultOf(const QVariant &data) const override;
};

} // namespace kiln::creator
