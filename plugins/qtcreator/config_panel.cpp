// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config_panel.h"

#include "ids.h"
#include "text.h"
#include "unikernel_project.h"

#include "widgets/configure_pane.h"
#include "workbench/config_session.h"

#include <coreplugin/editormanager/editormanager.h>
#include <utils/link.h>

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace kiln::creator {

namespace {

/// Projects mode lets a page scroll; below this the panes of options are of no use. Pixels at 96
/// DPI.
constexpr int leastHeight = 560;

} // namespace

void followSources(const ConfigurePane *pane)
{
    QObject::connect(pane, &ConfigurePane::openRequested, pane, [](const SourcePlace &place) {
        Core::EditorManager::openEditorAt(Utils::Link(Utils::FilePath::fromString(place.file),
                                                      place.line, std::max(0, place.column - 1)));
    });
}

ConfigPanel::ConfigPanel(UnikernelProject *project)
    : m_project(project)
{
    setUseGlobalSettingsCheckBoxVisible(false);
    setUseGlobalSettingsLabelVisible(false);
    setMinimumHeight(leastHeight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    connect(project, &UnikernelProject::applicationChanged, this, &ConfigPanel::renew);
    renew();
}

ConfigPanel::~ConfigPanel()
{
    delete m_pane;
}

void ConfigPanel::showEvent(QShowEvent *event)
{
    ProjectSettingsWidget::showEvent(event);
    for (QWidget *each = parentWidget(); each != nullptr && m_scroller == nullptr;
         each = each->parentWidget())
        m_scroller = qobject_cast<QScrollArea *>(each);
    if (m_scroller == nullptr)
        return;
    // Again when it is shown again is no harm: a filter is installed once.
    m_scroller->viewport()->installEventFilter(this);
    fill();
}

bool ConfigPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fill();
    return ProjectSettingsWidget::eventFilter(watched, event);
}

void ConfigPanel::fill()
{
    if (m_scroller == nullptr || m_scroller->widget() == nullptr ||
        m_scroller->widget()->layout() == nullptr)
        return;
    QLayout *page = m_scroller->widget()->layout();
    page->activate();
    const int others = page->minimumSize().height() - minimumHeight();
    setMinimumHeight(std::max(leastHeight, m_scroller->viewport()->height() - others));
}

void ConfigPanel::renew()
{
    const auto session = m_project->session();
    if (session == m_session)
        return;
    delete m_pane;
    m_session = session;
    m_pane = new ConfigurePane(session.get());
    followSources(m_pane);
    layout()->addWidget(m_pane);
}

ConfigPanelFactory::ConfigPanelFactory()
{
    setId(ids::configPanel);
    setPriority(15);
    setDisplayName(Text::tr("Unikernel Options"));
    setSupportsFunction([](ProjectExplorer::Project *project) {
        return qobject_cast<UnikernelProject *>(project) != nullptr;
    });
    setCreateWidgetFunction([](ProjectExplorer::Project *project) {
        return new ConfigPanel(qobject_cast<UnikernelProject *>(project));
    });
}

} // namespace kiln::creator
