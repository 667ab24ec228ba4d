// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `.config` as a document of Qt Creator: options instead of lines.
#pragma once

#include "qtc_compat.h"

#include <coreplugin/editormanager/ieditor.h>
#include <coreplugin/editormanager/ieditorfactory.h>

#include <memory>

namespace kiln {
class ConfigSession;
class ConfigurePane;
} // namespace kiln

namespace kiln::creator {

/// Shares its session with the page in Projects mode when the file is the configuration of an open
/// project. GUI thread.
class ConfigDocument : public DocumentBase
{
    Q_OBJECT

public:
    ConfigDocument();
    ~ConfigDocument() override;

    [[nodiscard]] const std::shared_ptr<ConfigSession> &session() const { return m_session; }

    [[nodiscard]] bool isModified() const override;
    [[nodiscard]] bool isSaveAsAllowed() const override { return true; }
    [[nodiscard]] ReloadBehavior reloadBehavior(ChangeTrigger trigger,
                                                ChangeType type) const override;

signals:
    void opened();

protected:
    Result<void> openFile(const Utils::FilePath &file) override;
    Result<void> saveFile(const Utils::FilePath &file) override;
    Result<void> reloadFile(ReloadFlag flag, ChangeType type) override;

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
