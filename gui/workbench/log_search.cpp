// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/log_search.h"

#include <QElapsedTimer>
#include <QThread>
#include <QThreadPool>

#include <atomic>
#include <map>
#include <mutex>

namespace kiln {

namespace {

constexpr qsizetype slicedAtMost = 8192; ///< records; more are worth threads
constexpr qsizetype sliceStride = 256;
constexpr qint64 sliceNanoseconds = 2'000'000;
constexpr int pollMilliseconds = 8;

} // namespace

/// Shared with the threads, which may outlive the search.
struct LogSearch::Job
{
    LogSnapshot log;
    std::size_t from = 0; ///< records before it are known
    std::atomic<std::size_t> next{0};
    std::atomic<bool> stopped{false};
    std::mutex mutex; ///< guards what follows
    std::map<std::size_t, std::vector<std::uint32_t>> waiting;
    std::size_t committed = 0;
    LineSet found; ///< since it was last taken

    void commit(std::size_t stretch, std::vector<std::uint32_t> numbers)
    {
        const std::lock_guard lock(mutex);
        waiting.emplace(stretch, std::move(numbers));
        for (auto turn = waiting.begin(); turn != waiting.end() && turn->first == committed;
             turn = waiting.erase(turn), ++committed)
            found.add(turn->second);
    }
};

LogSearch::LogSearch(const LogStore *store, LogPattern pattern, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_pattern(std::move(pattern))
    , m_matcher(m_pattern)
{
    connect(&m_timer, &QTimer::timeout, this, &LogSearch::step);
}

LogSearch::~LogSearch()
{
    if (m_job)
        m_job->stopped = true;
}

void LogSearch::restart()
{
    if (m_job)
        m_job->stopped = true;
    m_job.reset();
    m_matches.clear();
    m_searched = 0;
    m_timer.stop();
    advance();
}

void LogSearch::advance()
{
    if (m_job || m_timer.isActive() || isComplete())
        return;
    if (m_store->settledCount() - m_searched > slicedAtMost) {
        startJob();
        return;
    }
    // A few are taken at once, as a row should appear without delay.
    if (m_store->count() - m_searched <= sliceStride)
        searchSlice();
    if (!isComplete())
        m_timer.start(0);
}

void LogSearch::step()
{
    if (m_job)
        takeResults();
    else
        searchSlice();
    if (m_job)
        return;
    m_timer.stop();
    advance();
}

void LogSearch::startJob()
{
    m_job = std::make_shared<Job>();
    m_job->log = m_store->snapshot(m_searched);
    m_job->from = std::size_t(m_searched);
    const int threads = std::max(1, QThread::idealThreadCount());
    for (int i = 0; i < threads; ++i)
        QThreadPool::globalInstance()->start(
            [job = m_job, pattern = m_pattern] { work(job, pattern); });
    m_timer.start(pollMilliseconds);
}

void LogSearch::work(const std::shared_ptr<Job> &job, const LogPattern &pattern)
{
    LogMatcher matcher(pattern);
    std::string block;
    std::vector<std::uint32_t> matched;
    const std::vector<LogStretch> &stretches = job->log.stretches;
    for (std::size_t i = 0; !job->stopped && (i = job->next++) < stretches.size();) {
        const LogStretch &stretch = stretches[i];
        const auto segment = job->log.index->load(stretch);
        matched.clear();
        // Lines without an end can make a stretch longer than memory: it is read in parts.
        constexpr std::int64_t mostAtOnce = 4 << 20;
        std::vector<std::uint32_t> starts;
        for (std::size_t first = 0; first < stretch.count && !job->stopped;) {
            const std::int64_t begin = stretch.offset + segment->starts[first];
            std::size_t last = first + 1;
            if (stretch.end - begin <= mostAtOnce)
                last = stretch.count;
            while (last < stretch.count &&
                   stretch.offset + segment->starts[last] - begin < mostAtOnce)
                ++last;
            const std::int64_t end =
                last < stretch.count ? stretch.offset + segment->starts[last] : stretch.end;
            block.resize(std::size_t(std::min(end - begin, 2 * mostAtOnce)));
            const std::int64_t got =
                job->log.bytes->read(begin, block.data(), std::int64_t(block.size()));
            starts.assign(segment->starts.begin() + std::ptrdiff_t(first),
                          segment->starts.begin() + std::ptrdiff_t(last));
            const std::uint32_t base = starts.front();
            for (std::uint32_t &start : starts)
                start = std::uint32_t(std::min<std::int64_t>(start - base, got));
            const std::size_t before = matched.size();
            matcher.scan(std::string_view(block.data(), std::size_t(got)), starts, matched);
            for (std::size_t k = before; k < matched.size(); ++k)
                matched[k] += std::uint32_t(stretch.first + first);
            first = last;
        }
        std::erase_if(matched, [&job](std::uint32_t number) { return number < job->from; });
        job->commit(i, matched);
    }
}

void LogSearch::takeResults()
{
    LineSet found;
    std::size_t committed = 0;
    {
        const std::lock_guard lock(m_job->mutex);
        std::swap(found, m_job->found);
        committed = m_job->committed;
    }
    const qsizetype before = m_searched;
    m_matches |= found;
    if (committed > 0) {
        const LogStretch &last = m_job->log.stretches[committed - 1];
        m_searched = qsizetype(last.first + last.count);
    }
    if (committed == m_job->log.stretches.size())
        m_job.reset();
    if (m_searched > before)
        emit advanced();
}

void LogSearch::searchSlice()
{
    QElapsedTimer clock;
    clock.start();
    const qsizetype before = m_searched;
    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> matched;
    while (!isComplete() && clock.nsecsElapsed() < sliceNanoseconds) {
        const qsizetype stop = std::min(m_searched + sliceStride, m_store->count());
        const qint64 begin = m_store->offset(m_searched);
        starts.clear();
        for (qsizetype i = m_searched; i < stop; ++i)
            starts.push_back(std::uint32_t(m_store->offset(i) - begin));
        matched.clear();
        const QByteArray block = m_store->rawBytes(begin, m_store->offset(stop) - begin);
        m_matcher.scan(logBytes(block), starts, matched);
        for (const std::uint32_t number : matched)
            m_matches.add(std::size_t(m_searched) + number);
        m_searched = stop;
    }
    if (m_searched > before)
        emit advanced();
}

void LogSearch::retest(qsizetype record)
{
    if (record >= m_searched)
        return;
    std::vector<std::uint32_t> matched;
    const QByteArray line = m_store->raw(record);
    const std::uint32_t start = 0;
    m_matcher.scan(logBytes(line), std::span(&start, 1), matched);
    if (matched.empty())
        m_matches.remove(std::size_t(record));
    else
        m_matches.add(std::size_t(record));
}

} // namespace kiln
