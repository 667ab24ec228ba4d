// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `.config` as a document of Qt Creator: options instead of lines.
#pragma once

#include <coreplugin/editormanager/ieditor.h>
#include <coreplugin/editormanager/ieditorfactory.h>
#include <coreplugin/idocument.h>

#include <memory>

namespace kiln {
class ConfigSession;
class ConfigurePane;
} // namespace kiln

namespace kiln::creator {

/// Shares its session with the page in Projects mode when the file is the configuration of an open
/// project. GUI thread.
class ConfigDocument : public Core::IDocument
{
    Q_OBJECT

public:
    ConfigDocument();
    ~ConfigDocument() override;

    [[nodiscard]] const std::shared_ptr<ConfigSession> &session() const { return m_session; }

    OpenResult open(QString *error, const Utils::FilePath &file,
                    const Utils::FilePath &realFile) override;
    bool save(QString *error, const Utils::FilePath &file, bool isAutoSave) override;
    [[nodiscard]] bool isModified() const override;
    [[nodiscard]] bool isSaveAsAllowed() const override { return true; }
    [[nodiscard]] bool shouldAutoSave() const override { return false; }
    [[nodiscard]] ReloadBehavior reloadBehavior(ChangeTrigger trigger,
                                                ChangeType type) const override;
    bool reload(QString *error, ReloadFlag flag, ChangeType type) override;

signals:
    void opened();

private:
    std::shared_ptr<ConfigSession> m_session;
};

class ConfigEditor : public Core::IEditor
{
    Q_OBJECT

public:
    ConfigEditor();
    ~ConfigEditor() override;

    [[nodiscard]] Core::IDocument *document() const override;
    QWidget *toolBar() override { return nullptr; }

private:
    std::unique_ptr<ConfigDocument> m_document;
    QWidget *m_frame;
    ConfigurePane *m_pane = nullptr;
};

class ConfigEditorFactory : public Core::IEditorFactory
{
public:
    ConfigEditorFactory();
};

} // namespace kiln::creator
