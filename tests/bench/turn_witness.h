// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What held the event loop, and why: its longest turn taken apart.
#pragma once

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QByteArray>
#include <QEvent>
#include <QMetaEnum>
#include <QObject>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

namespace kiln::test {

/// What a thread has had and gone without up to some moment. Times in nanoseconds.
struct ThreadAccount
{
    std::int64_t clock = 0;     ///< that passed
    std::int64_t processor = 0; ///< the thread's own processor time
    std::int64_t queued = 0;    ///< ready, but a processor had something else to do
    std::int64_t minorFaults = 0;
    std::int64_t majorFaults = 0;
    std::int64_t gaveUp = 0; ///< switches because the thread waited for something
    std::int64_t ousted = 0; ///< switches because another one was to run

    /// Neither computed nor ready: locks, other threads, the disk; or the host of a virtual
    /// machine had something else to do.
    [[nodiscard]] std::int64_t blocked() const
    {
        return std::max<std::int64_t>(0, clock - processor - queued);
    }
    friend ThreadAccount operator-(ThreadAccount a, const ThreadAccount &b)
    {
        for (const auto field :
             {&ThreadAccount::clock, &ThreadAccount::processor, &ThreadAccount::queued,
              &ThreadAccount::minorFaults, &ThreadAccount::majorFaults, &ThreadAccount::gaveUp,
              &ThreadAccount::ousted})
            a.*field -= b.*field;
        return a;
    }
};

/// An application that accounts for each event it hands out, and keeps the longest turn of the
/// event loop, by the clock: from its first event to the end of its last.
class WitnessedApplication : public QApplication
{
public:
    WitnessedApplication(int &count, char **arguments)
        : QApplication(count, arguments)
        , m_schedule(::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC))
    {
        QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake,
                         this, &WitnessedApplication::endTurn);
    }
    ~WitnessedApplication() override { ::close(m_schedule); }

    /// Timers inside of an object have no name of their own.
    template <typename Object>
    void name(const Object *object, const char *what)
    {
        const auto *begin = reinterpret_cast<const char *>(object);
        m_named.push_back({begin, begin + sizeof(Object), what});
    }

    void start()
    {
        m_turn.clear();
        m_byClock = m_byWork = {};
        m_turns = m_over = m_overWork = 0;
        m_running = true;
    }
    void stop()
    {
        endTurn();
        m_running = false;
    }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (!m_running || m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        std::string what = describe(receiver, event);
        const ThreadAccount before = account();
        const bool result = QApplication::notify(receiver, event);
        const ThreadAccount after = account();
        --m_depth;
        if (m_turn.empty())
            m_turnBegan = before;
        m_turnEnded = after;
        m_turn.push_back({std::move(what), after - before});
        return result;
    }

    void print() const
    {
        std::printf(
            "turns                        %10lld, over 16 ms by the clock %lld, of work %lld\n",
            static_cast<long long>(m_turns), static_cast<long long>(m_over),
            static_cast<long long>(m_overWork));
        print("longest turn by the clock", m_byClock);
        print("longest turn of work", m_byWork);
        std::fflush(stdout);
    }

private:
    struct Named
    {
        const char *begin;
        const char *end;
        const char *what;
    };
    struct Part
    {
        std::string what;
        ThreadAccount account;
    };

    struct Turn
    {
        ThreadAccount sum;
        std::vector<Part> parts;
    };

    static void print(const char *what, const Turn &turn)
    {
        std::printf("%-28s %s\n", what, text(turn.sum).c_str());
        for (const Part &part : turn.parts) {
            if (part.account.clock > 200'000)
                std::printf("  %-26s %s\n", part.what.c_str(), text(part.account).c_str());
        }
    }

    static std::int64_t nanoseconds(clockid_t which)
    {
        timespec time{};
        clock_gettime(which, &time);
        return std::int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
    }

    [[nodiscard]] ThreadAccount account() const
    {
        ThreadAccount now;
        char text[96] = {};
        if (::pread(m_schedule, text, sizeof text - 1, 0) > 0) {
            char *end = nullptr;
            (void)std::strtoll(text, &end, 10);
            now.queued = std::strtoll(end, nullptr, 10);
        }
        rusage usage{};
        getrusage(RUSAGE_THREAD, &usage);
        now.minorFaults = usage.ru_minflt;
        now.majorFaults = usage.ru_majflt;
        now.gaveUp = usage.ru_nvcsw;
        now.ousted = usage.ru_nivcsw;
        now.processor = nanoseconds(CLOCK_THREAD_CPUTIME_ID);
        now.clock = nanoseconds(CLOCK_MONOTONIC);
        return now;
    }

    [[nodiscard]] std::string describe(const QObject *receiver, const QEvent *event) const
    {
        const auto *place = reinterpret_cast<const char *>(receiver);
        std::string who = receiver->metaObject()->className();
        for (const Named &named : m_named) {
            if (named.begin <= place && place < named.end)
                who = named.what;
        }
        const char *type = QMetaEnum::fromType<QEvent::Type>().valueToKey(int(event->type()));
        return who + ' ' + (type != nullptr ? type : "event");
    }

    [[nodiscard]] static std::string text(const ThreadAccount &account)
    {
        char buffer[240];
        std::snprintf(buffer, sizeof buffer,
                      "%6.1f ms = %.1f work + %.1f ready, no processor + %.1f blocked; "
                      "%lld+%lld faults, switches %lld own, %lld ousted",
                      double(account.clock) / 1e6, double(account.processor) / 1e6,
                      double(account.queued) / 1e6, double(account.blocked()) / 1e6,
                      static_cast<long long>(account.minorFaults),
                      static_cast<long long>(account.majorFaults),
                      static_cast<long long>(account.gaveUp),
                      static_cast<long long>(account.ousted));
        return buffer;
    }

    void endTurn()
    {
        if (!m_running || m_turn.empty())
            return;
        constexpr std::int64_t frame = 16'000'000;
        const ThreadAccount sum = m_turnEnded - m_turnBegan;
        ++m_turns;
        m_over += sum.clock > frame ? 1 : 0;
        m_overWork += sum.processor > frame ? 1 : 0;
        if (sum.clock > m_byClock.sum.clock)
            m_byClock = {sum, m_turn};
        if (sum.processor > m_byWork.sum.processor)
            m_byWork = {sum, m_turn};
        m_turn.clear();
    }

    int m_schedule;
    int m_depth = 0;
    bool m_running = false;
    std::vector<Named> m_named;
    std::vector<Part> m_turn;
    ThreadAccount m_turnBegan;
    ThreadAccount m_turnEnded;
    Turn m_byClock;
    Turn m_byWork;
    std::int64_t m_turns = 0;
    std::int64_t m_over = 0;
    std::int64_t m_overWork = 0;
};

} // namespace kiln::test
