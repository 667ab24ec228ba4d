// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A C program that builds with make, made a library for unikernels.
#pragma once

#include "widgets/job_dialog.h"
#include "workbench/port_plan.h"

#include <QTimer>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;
class QRadioButton;
class QTabWidget;

namespace kiln {

class FilePreview;
class PathEdit;

/// Reads what make would do, shows the port's files and why they are so, and writes them.
class PortDialog : public JobDialog
{
    Q_OBJECT

public:
    /// The port's folder will be made in `parentFolder`.
    explicit PortDialog(const QString &parentFolder, QWidget *parent = nullptr);

    [[nodiscard]] PathEdit *sourceEdit() const { return m_source; }
    [[nodiscard]] PathEdit *logEdit() const { return m_log; }
    [[nodiscard]] PathEdit *folderEdit() const { return m_folder; }
    [[nodiscard]] QPushButton *readButton() const { return m_read; }
    [[nodiscard]] QCheckBox *trustBox() const { return m_trust; }
    [[nodiscard]] FilePreview *preview() const { return m_preview; }
    [[nodiscard]] QListWidget *notes() const { return m_notes; }
    [[nodiscard]] QComboBox *programBox() const { return m_program; }

signals:
    /// The files are there.
    void written(const QString &directory);

protected:
    void begin() override;

private:
    QWidget *fields();
    void sourceChanged();
    void refresh();
    void read();
    /// Plans again from what make has said already.
    void plan();
    void showPlan(const PortPlan &plan);
    [[nodiscard]] PortRequest request() const;

    QString m_parentFolder;
    PathEdit *m_source;
    QRadioButton *m_fromMake;
    QRadioButton *m_fromLog;
    QLineEdit *m_targets;
    QCheckBox *m_trust;
    PathEdit *m_log;
    QLineEdit *m_name;
    QComboBox *m_program;
    PathEdit *m_folder;
    QPushButton *m_read;
    QTabWidget *m_tabs;
    QListWidget *m_notes;
    FilePreview *m_preview;
    QTimer m_replan;
    QString m_said; ///< by make
    QList<NewFile> m_files;
    bool m_isFilling = false;
};

} // namespace kiln
