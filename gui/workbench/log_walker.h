// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Goes through the records of a log once, also while they still come, for whoever draws conclusions
// from them.
#pragma once

#include "workbench/log_parser.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace kiln {

class LogStore;

/// Draws conclusions from a log: takes its records one by one and in order.
class LogAnalyser
{
public:
    virtual ~LogAnalyser() = default;

    /// Forgets everything: the log starts anew.
    virtual void clear() = 0;
    /// `record` is the record's number; the views in `piece`, whose header has the source, too
    /// (parseLogHeader()), are valid during the call only.
    virtual void take(qsizetype record, const LogPiece &piece) = 0;
};

/// Shows records to analysers in slices of a few milliseconds, so that a log of millions of lines
/// does not stop the window. An unfinished last line waits until it is complete or nothing more
/// comes for a moment. GUI thread.
class LogWalker : public QObject
{
    Q_OBJECT

public:
    /// The store must outlive it.
    explicit LogWalker(LogStore *store, QObject *parent = nullptr);

    /// Must outlive the walker. Not once walking has begun.
    void add(LogAnalyser *analyser);
    /// Whether all records that are there have been shown.
    [[nodiscard]] bool isCaughtUp() const;
    /// Shows everything that is there, at once and however long it takes.
    void catchUp();

signals:
    /// The analysers were cleared.
    void restarted();
    /// A slice is done.
    void advanced();

private:
    void restart();
    void walk();
    bool show(qsizetype record, bool evenUnfinished);

    LogStore *m_store;
    std::vector<LogAnalyser *> m_analysers;
    qsizetype m_next = 0;
    QTimer m_slice;
    QTimer m_quiet; ///< until an unfinished line counts as it is
};

} // namespace kiln
