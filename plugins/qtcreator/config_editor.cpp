// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config_editor.h"

#include "config_panel.h"
#include "ids.h"
#include "text.h"
#include "unikernel_project.h"

#include "widgets/configure_pane.h"
#include "workbench/config_session.h"
#include "workbench/project_location.h"
#include "workbench/trust_store.h"

#include <utils/filepath.h>

#include <QLineEdit>
#include <QSaveFile>
#include <QVBoxLayout>

namespace kiln::creator {

using Utils::FilePath;

namespace {

/// A session of its own for a file that belongs to no open project.
Result<std::shared_ptr<ConfigSession>> sessionFor(const QString &file)
{
    const auto location = locateProject(file);
    if (!location)
        return tl::unexpected(location.error());
    ProjectOptions options;
    options.configFile = location->configFile;
    options.architecture = location->architecture;
    const auto project = openProject(location->path(), options);
    if (!project)
        return tl::unexpected(project.error());
    auto session = std::make_shared<ConfigSession>();
    session->load(*project, TrustStore().isTrusted(*project));
    return session;
}

} // namespace

ConfigDocument::ConfigDocument()
{
    setId(ids::configEditor);
    setMimeType(QLatin1String(ids::configMimeType));
}

ConfigDocument::~ConfigDocument() = default;

Result<void> ConfigDocument::openFile(const FilePath &file)
{
    if (UnikernelProject *project = UnikernelProject::forConfigFile(file.path())) {
        m_session = project->session();
    } else if (auto session = sessionFor(file.path())) {
        m_session = *session;
    } else {
        return tl::unexpected(session.error());
    }
    connect(m_session.get(), &ConfigSession::dirtyChanged, this, &IDocument::changed);
    connect(m_session.get(), &ConfigSession::edited, this, &IDocument::contentsChanged);
    setFilePath(file);
    emit opened();
    return {};
}

Result<void> ConfigDocument::saveFile(const FilePath &file)
{
    if (!m_session->isLoaded())
        return tl::unexpected(
            Problem{Text::tr("The options have not been read, so there is nothing to save"),
                    filePath().toUserOutput(),
                    Text::tr("Wait until they are shown, or mend what is told instead.")});
    Result<void> saved;
    if (file.isEmpty() || file == filePath()) {
        saved = m_session->save();
    } else {
        QSaveFile copy(file.path());
        if (!copy.open(QIODevice::WriteOnly) || copy.write(m_session->text()) < 0 || !copy.commit())
            saved = tl::unexpected(
                Problem{Text::tr("The file can't be written: %1").arg(copy.errorString()),
                        file.toUserOutput(), Text::tr("Check permissions and free space.")});
    }
    emit changed();
    return saved;
}

bool ConfigDocument::isModified() const
{
    return m_session && m_session->isLoaded() && m_session->isDirty();
}

Core::IDocument::ReloadBehavior ConfigDocument::reloadBehavior(ChangeTrigger, ChangeType) const
{
    return isModified() ? BehaviorAsk : BehaviorSilent;
}

Result<void> ConfigDocument::reloadFile(ReloadFlag flag, ChangeType type)
{
    if (flag == FlagReload && type == TypeContents)
        m_session->reload();
    return {};
}

ConfigEditor::ConfigEditor()
    : m_document(std::make_unique<ConfigDocument>())
    , m_frame(new QWidget)
{
    auto *layout = new QVBoxLayout(m_frame);
    layout->setContentsMargins(0, 0, 0, 0);
    setWidget(m_frame);
    connect(m_document.get(), &ConfigDocument::opened, this, [this] {
        delete m_pane;
        m_pane = new ConfigurePane(m_document->session().get());
        followSources(m_pane);
        m_frame->layout()->addWidget(m_pane);
        m_frame->setFocusProxy(m_pane->searchField());
    });
}

ConfigEditor::~ConfigEditor()
{
    // The views before the session that they show.
    delete m_frame;
}

Core::IDocument *ConfigEditor::document() const
{
    return m_document.get();
}

ConfigEditorFactory::ConfigEditorFactory()
{
    setId(ids::configEditor);
    setDisplayName(Text::tr("Unikernel Options"));
    addMimeType(QLatin1String(ids::configMimeType));
    setEditorCreator([] { return new ConfigEditor; });
}

} // namespace kiln::creator
