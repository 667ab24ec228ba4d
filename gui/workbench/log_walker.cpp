// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/log_walker.h"

#include "workbench/log_record.h"
#include "workbench/log_store.h"

#include <QElapsedTimer>

namespace kiln {

namespace {

constexpr int sliceMilliseconds = 4;
constexpr int pauseMilliseconds = 4;
constexpr int quietMilliseconds = 300;

} // namespace

LogWalker::LogWalker(LogStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_slice.setSingleShot(true);
    m_slice.setInterval(pauseMilliseconds);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietMilliseconds);
    connect(&m_slice, &QTimer::timeout, this, &LogWalker::walk);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        if (m_next < m_store->count() && show(m_next, true))
            emit advanced();
    });
    const auto wake = [this] {
        if (!m_slice.isActive())
            m_slice.start();
    };
    connect(m_store, &LogStore::recordsAppended, this, wake);
    connect(m_store, &LogStore::lastRecordChanged, this, wake);
    connect(m_store, &LogStore::loaded, this, wake);
    connect(m_store, &LogStore::cleared, this, &LogWalker::restart);
    if (m_store->count() > 0)
        m_slice.start();
}

void LogWalker::add(LogAnalyser *analyser)
{
    m_analysers.push_back(analyser);
}

bool LogWalker::isCaughtUp() const
{
    return m_next >= m_store->count();
}

void LogWalker::catchUp()
{
    while (m_next < m_store->count() && show(m_next, true)) {
    }
    m_slice.stop();
    m_quiet.stop();
    emit advanced();
}

void LogWalker::restart()
{
    m_next = 0;
    m_slice.stop();
    m_quiet.stop();
    for (LogAnalyser *analyser : m_analysers)
        analyser->clear();
    emit restarted();
}

void LogWalker::walk()
{
    constexpr int stepsBetweenLooks = 16;
    QElapsedTimer clock;
    clock.start();
    const qsizetype before = m_next;
    bool goesOn = true;
    while (goesOn && !clock.hasExpired(sliceMilliseconds)) {
        for (int step = 0; goesOn && step < stepsBetweenLooks; ++step)
            goesOn = m_next < m_store->count() && show(m_next, false);
    }
    if (goesOn)
        m_slice.start();
    else if (m_next < m_store->count())
        m_quiet.start();
    if (m_next > before)
        emit advanced();
}

bool LogWalker::show(qsizetype record, bool evenUnfinished)
{
    const QByteArray raw = m_store->raw(record);
    // More of the last line may follow.
    if (!evenUnfinished && record == m_store->count() - 1 && !raw.endsWith('\n'))
        return false;
    LogPiece piece;
    piece.offset = m_store->offset(record);
    piece.bytes = logBytes(raw);
    piece.header = parseLogHeader(piece.bytes);
    m_next = record + 1;
    for (LogAnalyser *analyser : m_analysers)
        analyser->take(record, piece);
    return true;
}

} // namespace kiln
