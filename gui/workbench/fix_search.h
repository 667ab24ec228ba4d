// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Looks for the fewest edits that make wishes come true, beside the event loop.
#pragma once

#include "workbench/background_jobs.h"
#include "workbench/fix_way.h"
#include "workbench/problem.h"

#include <kconfig/explain.h>
#include <kconfig/resolve.h>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QVector>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace kiln {

class ConfigSession;

/// What became of a question.
struct FixAnswer
{
    std::optional<Problem> problem; ///< the wishes make no sense for this tree
    /// Certain: nothing that a user can do makes the wishes come true.
    std::optional<kconfig::Impossibility> impossible;
    /// Why the first wish can't simply be set, when it can't.
    std::optional<kconfig::Refusal> refusal;
    bool isSmallest = false; ///< proven: nothing has fewer edits than the first way
    bool isPartial = false;  ///< time was up before everything was found
};

/// One question at a time, on a copy of the session's configuration and on a thread of its own;
/// what was learnt about the tree is kept for the next question. Ways are told as they are found,
/// those with the fewest edits first. An edit made meanwhile makes them stale: they can't be
/// applied any more, and the search begins again on its own. When the session reads its tree again,
/// so does the search; when that has the options no more, or the session goes elsewhere, the
/// question is forgotten. Lives on the session's thread; the session must outlive it.
class FixSearch : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        idle,       ///< nothing is asked
        searching,  ///< ways() grows
        found,      ///< there are ways
        fulfilled,  ///< the wishes hold: nothing to do
        impossible, ///< see answer()
        refused,    ///< the wishes make no sense, see answer()
        nothing,    ///< time was up before any was found: there may be one
        stopped,    ///< by cancel(); ways() has what was found until then
        applied     ///< one of the ways was taken; ways() has it alone
    };
    Q_ENUM(State)

    explicit FixSearch(ConfigSession *session, QObject *parent = nullptr);
    /// Stops the search and waits for its thread.
    ~FixSearch() override;

    /// Begins; another search ends. Options in `keep` are not to change their values.
    void start(const QVector<kconfig::Wish> &wishes, const QVector<kconfig::SymbolId> &keep = {});
    /// The same question again, with so much patience.
    void restart(std::chrono::milliseconds patience);
    /// Ends the search at once; what was found stays.
    void cancel();
    /// Forgets the question and all that was learnt.
    void clear();
    /// Makes the edits of a way, as one step of undo. The Problem says why that can't be done now.
    Result<void> apply(int way);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QVector<kconfig::Wish> &wishes() const { return m_wishes; }
    [[nodiscard]] const QVector<kconfig::SymbolId> &keep() const { return m_keep; }
    /// The same with names and values.
    [[nodiscard]] const QVector<FixValue> &kept() const { return m_kept; }
    /// Fewest edits first, then fewest consequences.
    [[nodiscard]] const QVector<FixWayPointer> &ways() const { return m_ways; }
    /// Whole once the search has ended.
    [[nodiscard]] const FixAnswer &answer() const { return m_answer; }
    /// The configuration has changed since: the ways are of another one.
    [[nodiscard]] bool isStale() const { return m_again.isActive(); }
    /// How long the search takes or took.
    [[nodiscard]] std::chrono::milliseconds elapsed() const;
    /// When a search gives up.
    [[nodiscard]] std::chrono::milliseconds patience() const { return m_patience; }
    /// "NET=y", or "NET=y, USB=n".
    [[nodiscard]] QString wishText() const;

signals:
    /// state(), answer(), isStale(), wishes() or keep() is another.
    void changed();
    /// ways() has one more, at this place.
    void wayInserted(int way);
    /// ways() is another list.
    void waysReset();

private:
    struct Learnt;
    struct Outcome;

    void begin();
    void end();
    void setWays(const QVector<FixWayPointer> &ways);
    void insert(const FixWayPointer &way);
    void take(Outcome outcome);
    void beginAgain();
    void rememberNames();
    void listKeys();
    void findNames();
    static Outcome search(Learnt &learnt, const kconfig::Configuration &configuration,
                          const std::vector<kconfig::Wish> &wishes,
                          const kconfig::ResolveOptions &options, const QStringList &folders);

    ConfigSession *m_session;
    State m_state = State::idle;
    QVector<kconfig::Wish> m_wishes;
    QVector<kconfig::SymbolId> m_keep;
    QVector<FixValue> m_kept;
    std::vector<std::string> m_wishKeys; ///< names of the options while the tree is read again
    std::vector<std::string> m_keepKeys;
    QVector<FixWayPointer> m_ways;
    FixAnswer m_answer;
    std::chrono::milliseconds m_patience;
    std::chrono::milliseconds m_took{0};
    QElapsedTimer m_clock;
    QTimer m_again;         ///< runs while stale
    quint64 m_question = 0; ///< counts searches, so that late answers are known
    bool m_isApplying = false;
    std::stop_source m_stop;
    std::shared_ptr<Learnt> m_learnt; ///< used by jobs only
    BackgroundJobs m_jobs;            ///< last: goes first, and waits for the search
};

} // namespace kiln
