// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which records of a log match a pattern: found progressively, on all processors.
#pragma once

#include "workbench/log_pattern.h"
#include "workbench/log_store.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace kiln {

/// Long stretches are searched by threads of a pool, in the order of the log; what has just come is
/// searched on the caller's thread, in slices of two milliseconds from the event loop. Belongs to
/// one thread (the GUI's), like the store, which must outlive it.
class LogSearch : public QObject
{
    Q_OBJECT

public:
    /// Nothing begins before advance().
    LogSearch(const LogStore *store, LogPattern pattern, QObject *parent = nullptr);
    /// Stops the threads; does not wait for them.
    ~LogSearch() override;

    /// Goes on to the store's end. To be called whenever the store has grown.
    void advance();
    /// The record has changed.
    void retest(qsizetype record);
    /// The store was cleared.
    void restart();

    /// Records below searched() that match.
    [[nodiscard]] const LineSet &matches() const { return m_matches; }
    /// How many of the store's first records are known.
    [[nodiscard]] qsizetype searched() const { return m_searched; }
    [[nodiscard]] bool isComplete() const { return m_searched >= m_store->count(); }
    /// For marking matches in single lines.
    [[nodiscard]] const LogMatcher &matcher() const { return m_matcher; }

signals:
    /// searched() has grown.
    void advanced();

private:
    struct Job;

    void step();
    void startJob();
    void takeResults();
    void searchSlice();
    static void work(const std::shared_ptr<Job> &job, const LogPattern &pattern);

    const LogStore *m_store;
    LogPattern m_pattern;
    LogMatcher m_matcher;
    LineSet m_matches;
    qsizetype m_searched = 0;
    std::shared_ptr<Job> m_job;
    QTimer m_timer;
};

} // namespace kiln
