// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A dialog whose work is done on another thread.
#pragma once

#include "widgets/job_bar.h"

#include <QDialog>
#include <QDialogButtonBox>

class QVBoxLayout;

namespace kiln {

/// What is asked for above, a JobBar, and below a button that starts the work beside Cancel.
/// Closing it while the work runs cancels that first. Deletes itself when it is closed. Does not
/// block.
class JobDialog : public QDialog
{
    Q_OBJECT

public:
    JobDialog(const QString &name, const QString &title, const QString &button,
              QWidget *parent = nullptr);

    [[nodiscard]] JobBar *job() const { return m_job; }
    /// Starts the work.
    [[nodiscard]] QPushButton *startButton() const { return m_start; }
    void reject() override;

protected:
    /// Where the rest goes.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// What is missing before the work can start; an empty text enables the button.
    void setMissing(const QString &text);
    /// Called when the button is clicked.
    virtual void begin() = 0;

private:
    void update();

    JobBar *m_job;
    QVBoxLayout *m_body;
    QDialogButtonBox *m_buttons;
    QPushButton *m_start;
    QString m_missing;
    bool m_isClosing = false;
};

} // namespace kiln
