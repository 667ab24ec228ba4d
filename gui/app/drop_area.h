// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is shown over the window while a file or folder is dragged over it.
#pragma once

#include "workbench/background_jobs.h"
#include "workbench/problem.h"

#include <QString>
#include <QWidget>

#include <optional>

class QMimeData;

namespace kiln {

/// Covers its window while something is dragged over it, and says what would be opened, or why that
/// can't be. Takes the window's drag and drop events; the window must accept drops. What a path
/// means is found out on a worker thread. GUI thread.
class DropArea : public QWidget
{
    Q_OBJECT

public:
    explicit DropArea(QWidget *window);

    /// What it says now: a title and a line below; empty while it is hidden.
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString detail() const { return m_detail; }
    /// Whether what is dragged can't be opened.
    [[nodiscard]] bool isRefusal() const { return m_problem.has_value(); }

signals:
    void dropped(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void begin(const QMimeData *dragged);
    void end();
    void find();
    void tell(const QString &title, const QString &detail, std::optional<Problem> problem);

    QString m_path;
    QString m_title;
    QString m_detail;
    std::optional<Problem> m_problem;
    int m_generation = 0;
    BackgroundJobs m_jobs; ///< last: goes first, and waits for the others
};

} // namespace kiln
