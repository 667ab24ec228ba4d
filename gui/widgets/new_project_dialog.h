// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A new application or library from a template, its files shown before they are made.
#pragma once

#include "widgets/job_dialog.h"
#include "workbench/new_project.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace kiln {

class FilePreview;
class PathEdit;

class NewProjectDialog : public JobDialog
{
    Q_OBJECT

public:
    enum class Kind
    {
        application,
        library
    };

    /// `parentFolder` is where its folder will be made, `tree` the kernel tree of an application's
    /// Makefile; empty: the bundled one.
    NewProjectDialog(Kind kind, const QString &parentFolder, const QString &tree,
                     QWidget *parent = nullptr);

    /// The folder that will be made.
    [[nodiscard]] QString directory() const;
    [[nodiscard]] QLineEdit *nameEdit() const { return m_name; }
    [[nodiscard]] QLineEdit *versionEdit() const { return m_version; }
    [[nodiscard]] QLineEdit *sourceEdit() const { return m_source; }
    [[nodiscard]] QComboBox *templateBox() const { return m_template; }
    [[nodiscard]] PathEdit *folderEdit() const { return m_folder; }
    [[nodiscard]] FilePreview *preview() const { return m_preview; }

signals:
    /// The files are there.
    void created(const QString &directory);

protected:
    void begin() override;

private:
    void addFields(QFormLayout *form);
    void refresh();

    Kind m_kind;
    QString m_tree;
    QComboBox *m_template;
    QLabel *m_description;
    QLineEdit *m_name;
    QLineEdit *m_version;
    QLineEdit *m_source;
    PathEdit *m_folder;
    QLabel *m_where;
    FilePreview *m_preview;
    QList<NewFile> m_files;
};

} // namespace kiln
