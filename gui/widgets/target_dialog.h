// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A target of an application: what it is called, and what it is built for.
#pragma once

#include "workbench/kraftfile.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace kiln {

/// Deletes itself when it is closed. Does not block.
class TargetDialog : public QDialog
{
    Q_OBJECT

public:
    /// `former` is what is changed; null: a new one is made. `taken` are targets there are (see
    /// KraftTarget::text()), the former not among them.
    TargetDialog(const KraftTarget *former, const QStringList &taken, QWidget *parent = nullptr);

    [[nodiscard]] KraftTarget target() const;
    [[nodiscard]] QLineEdit *nameEdit() const { return m_name; }
    [[nodiscard]] QComboBox *platformBox() const { return m_platform; }
    [[nodiscard]] QComboBox *architectureBox() const { return m_architecture; }

private:
    void check();

    QStringList m_taken;
    QComboBox *m_architecture;
    QComboBox *m_platform;
    QLineEdit *m_name;
    QLabel *m_remark;
    QDialogButtonBox *m_buttons;
};

} // namespace kiln
