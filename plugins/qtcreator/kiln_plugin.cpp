// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiln_plugin.h"

#include "config_editor.h"
#include "config_panel.h"
#include "debug_worker.h"
#include "ids.h"
#include "log_pane.h"
#include "make_step.h"
#include "qtc_compat.h"
#include "text.h"
#include "unikernel_build_configuration.h"
#include "unikernel_project.h"
#include "unikernel_run.h"
#include "wizard_generator.h"

#include <coreplugin/icore.h>
#include <projectexplorer/jsonwizard/jsonwizardfactory.h>
#include <projectexplorer/projectexplorerconstants.h>
#include <projectexplorer/projectmanager.h>
#include <utils/macroexpander.h>

#include <QCoreApplication>
#include <QTranslator>

namespace kiln::creator {

using namespace ProjectExplorer;

/// All that Qt Creator has to know of while the plugin is there; each registers itself.
struct KilnPlugin::Parts
{
    LogPane log;
    UnikernelBuildConfigurationFactory buildConfigurations;
    BuildStepFactory buildSteps;
    CleanStepFactory cleanSteps;
    UnikernelRunConfigurationFactory runConfigurations;
    WorkerFactory boot{[this](RunControl *control) { return new BootWorker(control, &log); },
                       Constants::NORMAL_RUN_MODE, ids::runConfiguration};
    ConfigEditorFactory editors;
};

// The debugger's own way to debug claims every run configuration of a kit for the desktop, and the
// first one that claims it gets it: this one is there before plugins are initialized. That there
// are two, Qt Creator notes on its standard error at each start ("candidates.size() == 1"); only a
// kit for another type of device would keep the other away, and any kit shall do.
KilnPlugin::KilnPlugin()
    : m_debug(std::make_unique<WorkerFactory>(
          [this](RunControl *control) {
              return debugWorker(control, debuggedGuest(control, &m_parts->log));
          },
          Constants::DEBUG_RUN_MODE, ids::runConfiguration))
{}

KilnPlugin::~KilnPlugin() = default;

void KilnPlugin::begin()
{
    auto *words = new QTranslator(this);
    const QString folder = QStringLiteral(":/kiln/translations");
    if (words->load(QStringLiteral("kiln_") + Core::ICore::userInterfaceLanguage(), folder) ||
        words->load(QStringLiteral("kiln_en"), folder))
        QCoreApplication::installTranslator(words);
    m_parts = std::make_unique<Parts>();
    ProjectManager::registerProjectType<UnikernelProject>(QLatin1String(ids::projectMimeType));
    registerFactory(new ConfigPanelFactory);
    registerFactory(new WizardGeneratorFactory);
    // Of a field's texts Qt Creator translates only the name; this one it expands.
    Utils::globalMacroExpander()->registerVariable(
        "Kiln:NoTree",
        Text::tr("Kernel tree for Kiln's wizards: the message about a folder that is none."),
        [] {
            return Text::tr("This is no kernel tree. Name the top folder of a Unikraft tree, or "
                            "leave it out to use the bundled one.");
        },
        false);
    JsonWizardFactory::addWizardPath(
        Utils::FilePath::fromString(QStringLiteral(":/kiln/wizards/")));
}

} // namespace kiln::creator
