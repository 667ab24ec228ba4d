// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// All matches in a text replaced at once.
#pragma once

#include "widgets/text_terms.h"
#include "workbench/background_jobs.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <atomic>
#include <memory>

namespace kiln {

class EditorDocument;

/// Looks for matches on another thread and replaces them in slices, as one step of undo, however
/// large the text is. Meanwhile nobody else can edit it. GUI thread.
class TextReplacer : public QObject
{
    Q_OBJECT

public:
    explicit TextReplacer(QObject *parent = nullptr);
    ~TextReplacer() override;

    /// Replaces the matches in [begin, end) (bytes) of a document, which may go meanwhile. The
    /// terms must be valid. What runs already is cancelled.
    void start(EditorDocument *document, const SearchTerms &terms, const QString &replacement,
               long begin, long end);
    /// Replaces nothing more. What has been replaced so far is taken back, in several turns of the
    /// event loop where it was much; the document is held so long.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

signals:
    /// From 0 to 100.
    void progress(int percent);
    /// All of them are replaced; also when there were none.
    void finished(int count);
    /// See cancel().
    void cancelled();

private:
    struct Change
    {
        long begin = 0; ///< bytes
        long end = 0;
        QByteArray text;
    };
    struct Found
    {
        int count = 0;           ///< matches
        QList<Change> changes;   ///< in order; several matches may be one
        bool isComplete = false; ///< not cancelled
    };
    struct Task
    {
        SearchTerms terms;
        QString replacement;
        long begin = 0;
        bool isUtf8 = true;
    };

    static Found look(const Task &task, const QList<QByteArray> &pieces,
                      const std::atomic<bool> &isOver);
    static QList<Change> merged(const QList<Change> &changes, const QByteArray &text, long begin);
    void take(const Found &found);
    void work();
    void end();
    void onHoldLost();

    QPointer<EditorDocument> m_document;
    bool m_isRunning = false;
    int m_hold = 0; ///< see EditorDocument::hold()
    int m_count = 0;
    QList<Change> m_changes; ///< those not made yet, in order
    long m_first = 0;        ///< where the first one is
    long m_span = 1;         ///< from the first to the end of the last
    std::shared_ptr<std::atomic<bool>> m_isOver;
    QTimer m_timer;
    BackgroundJobs m_jobs;
};

} // namespace kiln
