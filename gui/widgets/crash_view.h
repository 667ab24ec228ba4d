// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The crashes of a guest: what happened, where, the call trace, the registers.
#pragma once

#include "workbench/background_jobs.h"
#include "workbench/crash_decoder.h"

#include <QVector>
#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace kiln {

class CrashReader;
class NoticeBar;

/// Shows reports, whose reader must outlive it, as they were at the last refresh(). Functions and
/// lines come from an image with symbols, which is read on another thread.
class CrashView : public QWidget
{
    Q_OBJECT

public:
    explicit CrashView(const CrashReader *reader, QWidget *parent = nullptr);

    void refresh();
    /// The image with symbols; empty: bare addresses.
    void setImage(const QString &path);
    [[nodiscard]] QString image() const { return m_image; }
    /// Whether decoding is under way.
    [[nodiscard]] bool isDecoding() const { return m_decoding > 0; }
    /// The reports as they are shown, decoded.
    [[nodiscard]] const QVector<CrashReport> &reports() const { return m_reports; }
    [[nodiscard]] QTreeWidget *trace() const { return m_trace; }
    [[nodiscard]] QTreeWidget *registers() const { return m_registers; }
    [[nodiscard]] QToolButton *copyButton() const { return m_copy; }
    /// What happened and where, as the view says it.
    [[nodiscard]] QString headline() const;

signals:
    /// File absolute, or as printed by the guest; the library is empty if it is not known.
    void sourceRequested(const QString &file, int line, const QString &library);
    void recordRequested(qsizetype record);
    /// What is shown has been decoded anew.
    void decoded();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildHead(QWidget *head);
    void decode();
    void showReports(const QVector<CrashReport> &reports);
    void showReport();
    void fillTrace(const CrashReport &report);
    void fillRegisters(const CrashReport &report);
    void activate(const QTreeWidgetItem *item);
    void copy();
    void askForImage();
    [[nodiscard]] const CrashReport *current() const;

    const CrashReader *m_reader;
    QString m_image;
    QVector<CrashReport> m_reports;
    int m_revision = -1;
    int m_decoding = 0;
    QComboBox *m_choice;
    QLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_explanation;
    QToolButton *m_copy;
    QToolButton *m_choose;
    NoticeBar *m_notice;
    QLabel *m_empty;
    QWidget *m_content;
    QTreeWidget *m_trace;
    QTreeWidget *m_registers;
    BackgroundJobs m_jobs{this}; ///< last: its jobs' results go to what is above
};

} // namespace kiln
