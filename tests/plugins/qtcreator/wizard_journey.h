// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way to a new application and to a new library: File > New Project, to the last page.
#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QTemporaryDir;
class QWizard;

namespace kiln::test {

class WizardJourney : public QObject
{
    Q_OBJECT

public:
    WizardJourney();
    ~WizardJourney() override;

private slots:
    void initTestCase();
    void makesAnApplication();
    void refusesWhatIsNoTree();
    void makesALibrary();

private:
    /// Chooses the wizard of this title, and fills the page that asks for name and folder.
    void begin(const QString &title, const QString &name);
    /// To the next page, by its button.
    void next();
    void finish();
    [[nodiscard]] QString path(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QWizard *m_wizard = nullptr; ///< the one that is shown
};

} // namespace kiln::test
