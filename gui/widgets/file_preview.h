// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files that are to be written, to be looked at first.
#pragma once

#include "workbench/new_project.h"

#include <QWidget>

class QListWidget;
class QPlainTextEdit;

namespace kiln {

/// A list of the files, and the text of the chosen one.
class FilePreview : public QWidget
{
    Q_OBJECT

public:
    explicit FilePreview(QWidget *parent = nullptr);

    /// The chosen file stays chosen when it is among them.
    void setFiles(const QList<NewFile> &files);
    [[nodiscard]] QListWidget *list() const { return m_list; }
    [[nodiscard]] QPlainTextEdit *text() const { return m_text; }

private:
    void showCurrent();

    QList<NewFile> m_files;
    QListWidget *m_list;
    QPlainTextEdit *m_text;
};

} // namespace kiln
