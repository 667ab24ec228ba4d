// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/fix_search.h"

#include "workbench/config_session.h"
#include "workbench/fix_wish.h"
#include "workbench/reason_words.h"
#include "workbench/symbol_key.h"

#ifdef KILN_HAS_SOLVER
#include <solver.h>
#endif

#include <QStringList>

#include <algorithm>
#include <utility>

namespace kiln {

namespace {

constexpr std::chrono::milliseconds usualPatience{20'000};
constexpr std::size_t mostWays = 5;
/// Milliseconds without an edit before a stale search begins again.
constexpr int settled = 150;

std::unique_ptr<kconfig::Resolver>
resolverFor([[maybe_unused]] const std::shared_ptr<const kconfig::Model> &model)
{
#ifdef KILN_HAS_SOLVER
    return kconfig::makeResolver(model);
#else
    return nullptr;
#endif
}

bool isBefore(const FixWayPointer &a, const FixWayPointer &b)
{
    return std::pair(a->edits.size(), a->effectCount()) <
           std::pair(b->edits.size(), b->effectCount());
}

} // namespace

/// What is known of a tree.
struct FixSearch::Learnt
{
    std::shared_ptr<const kconfig::Model> model;
    std::unique_ptr<kconfig::Resolver> resolver;
};

struct FixSearch::Outcome
{
    State state = State::found;
    FixAnswer answer;
    QVector<FixWayPointer> ways;
};

FixSearch::FixSearch(ConfigSession *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_patience(usualPatience)
    , m_learnt(std::make_shared<Learnt>())
    , m_jobs(this)
{
    m_again.setSingleShot(true);
    m_again.setInterval(settled);
    connect(&m_again, &QTimer::timeout, this, &FixSearch::begin);
    connect(session, &ConfigSession::edited, this, &FixSearch::beginAgain);
    connect(session, &ConfigSession::loadStarted, this, &FixSearch::rememberNames);
    connect(session, &ConfigSession::loaded, this, &FixSearch::findNames);
}

FixSearch::~FixSearch()
{
    m_stop.request_stop();
}

void FixSearch::start(const QVector<kconfig::Wish> &wishes, const QVector<kconfig::SymbolId> &keep)
{
    m_wishes = wishes;
    m_keep = keep;
    m_patience = usualPatience;
    begin();
    if (m_session->isLoading())
        listKeys(); // of these, for the tree that comes
}

void FixSearch::restart(std::chrono::milliseconds patience)
{
    m_patience = patience;
    begin();
}

void FixSearch::begin()
{
    end();
    m_answer = {};
    m_kept.clear();
    if (m_session->isLoaded()) {
        for (const kconfig::SymbolId symbol : m_keep)
            m_kept.append(presentValue(m_session->configuration(), symbol));
    }
    setWays({});
    if (m_wishes.isEmpty() || !m_session->isLoaded()) {
        m_state = State::idle;
        emit changed();
        return;
    }
    m_state = State::searching;
    m_clock.start();
    m_stop = std::stop_source();
    const quint64 question = m_question;
    const Project &project = m_session->project();
    const QStringList folders{project.treeDirectory(), project.directory};
    kconfig::ResolveOptions options;
    options.keep.assign(m_keep.begin(), m_keep.end());
    options.mostAlternatives = mostWays;
    options.stop = m_stop.get_token();
    m_jobs.run(
        [this, question, options, learnt = m_learnt, patience = m_patience, folders,
         copy = m_session->configuration(),
         wishes = std::vector<kconfig::Wish>(m_wishes.begin(), m_wishes.end())]() mutable {
            const ReasonWords words;
            options.wording = &words;
            options.deadline = std::chrono::steady_clock::now() + patience;
            options.found = [&](const kconfig::Alternative &found) {
                // The search's thread is waited for, so this object is still there.
                QMetaObject::invokeMethod(
                    this,
                    [this, question, way = describeWay(copy, found, folders)] {
                        if (question == m_question)
                            insert(way);
                    },
                    Qt::QueuedConnection);
            };
            return search(*learnt, copy, wishes, options, folders);
        },
        [this, question](Outcome outcome) {
            if (question == m_question)
                take(std::move(outcome));
        });
    emit changed();
}

/// Nothing that is under way counts any more.
void FixSearch::end()
{
    m_again.stop();
    m_stop.request_stop();
    ++m_question;
    if (m_state == State::searching)
        m_took = std::chrono::milliseconds(m_clock.elapsed());
}

FixSearch::Outcome FixSearch::search(Learnt &learnt, const kconfig::Configuration &configuration,
                                     const std::vector<kconfig::Wish> &wishes,
                                     const kconfig::ResolveOptions &options,
                                     const QStringList &folders)
{
    Outcome outcome;
    const auto refuse = [&](const Problem &problem) {
        outcome.state = State::refused;
        outcome.answer.problem = problem;
        return outcome;
    };
    if (options.stop.stop_requested())
        return outcome; // another question came, nobody waits for this one
    if (const auto error =
            kconfig::checkWishes(configuration.model(), wishes, options.keep, ReasonWords()))
        return refuse(Problem{QString::fromStdString(error->message), {}, {}});
    if (learnt.model != configuration.sharedModel()) {
        learnt.model = configuration.sharedModel();
        learnt.resolver = resolverFor(learnt.model);
    }
    if (!learnt.resolver)
        return refuse(Problem{tr("Kiln was built without a solver, which looks for the changes"),
                              {},
                              tr("Install CaDiCaL (Debian: libcadical-dev) and build it again")});
    const kconfig::Wish &first = wishes.front();
    outcome.answer.refusal =
        kconfig::whyNot(configuration, first.symbol, first.value, ReasonWords());
    const kconfig::Resolution resolution = learnt.resolver->resolve(configuration, wishes, options);
    outcome.answer.impossible = resolution.impossible;
    outcome.answer.isSmallest = resolution.isSmallest;
    outcome.answer.isPartial = resolution.isPartial;
    for (const kconfig::Alternative &alternative : resolution.alternatives)
        outcome.ways.append(describeWay(configuration, alternative, folders));
    if (resolution.impossible)
        outcome.state = State::impossible;
    else if (outcome.ways.isEmpty())
        outcome.state = State::nothing;
    else if (outcome.ways.first()->edits.empty())
        outcome.state = State::fulfilled;
    return outcome;
}

void FixSearch::take(Outcome outcome)
{
    m_took = std::chrono::milliseconds(m_clock.elapsed());
    m_state = outcome.state;
    m_answer = std::move(outcome.answer);
    if (m_state == State::fulfilled)
        outcome.ways.clear();
    const bool areTold =
        std::equal(m_ways.begin(), m_ways.end(), outcome.ways.begin(), outcome.ways.end(),
                   [](const auto &a, const auto &b) { return a->edits == b->edits; });
    if (!areTold)
        setWays(outcome.ways);
    emit changed();
}

void FixSearch::setWays(const QVector<FixWayPointer> &ways)
{
    if (ways.isEmpty() && m_ways.isEmpty())
        return;
    m_ways = ways;
    emit waysReset();
}

void FixSearch::insert(const FixWayPointer &way)
{
    const auto isTold = [&](const FixWayPointer &each) { return each->edits == way->edits; };
    if (std::any_of(m_ways.begin(), m_ways.end(), isTold))
        return;
    const auto at = std::upper_bound(m_ways.begin(), m_ways.end(), way, isBefore);
    const auto place = int(at - m_ways.begin());
    m_ways.insert(place, way);
    emit wayInserted(place);
    emit changed();
}

void FixSearch::cancel()
{
    if (m_state != State::searching && !isStale())
        return;
    if (isStale())
        setWays({}); // they are of another configuration
    end();
    m_state = State::stopped;
    emit changed();
}

void FixSearch::clear()
{
    end();
    m_state = State::idle;
    m_wishes.clear();
    m_keep.clear();
    m_wishKeys.clear();
    m_keepKeys.clear();
    m_kept.clear();
    m_answer = {};
    setWays({});
    // What was learnt may be large, and it keeps the tree.
    m_jobs.run([learnt = m_learnt] { *learnt = {}; });
    emit changed();
}

Result<void> FixSearch::apply(int way)
{
    if (way < 0 || way >= m_ways.size() || isStale() || m_state == State::applied)
        return tl::unexpected(Problem{
            tr("The configuration has changed since this was found"), {}, tr("Search again")});
    const FixWayPointer chosen = m_ways[way];
    m_isApplying = true;
    const auto done = m_session->edit(
        {chosen->edits.begin(), chosen->edits.end()},
        tr("%1 by %n change(s)", nullptr, int(chosen->edits.size())).arg(wishText()));
    m_isApplying = false;
    if (!done)
        return done;
    end();
    m_state = State::applied;
    m_answer = {};
    setWays({chosen});
    emit changed();
    return {};
}

void FixSearch::beginAgain()
{
    if (m_isApplying || m_wishes.isEmpty() || m_state == State::idle)
        return;
    end();
    m_again.start();
    emit changed();
}

void FixSearch::rememberNames()
{
    end();
    if (!m_wishes.isEmpty() && !m_session->isLoaded())
        clear(); // another project is opened
    listKeys();
}

void FixSearch::listKeys()
{
    m_wishKeys.clear();
    m_keepKeys.clear();
    if (!m_session->isLoaded())
        return;
    for (const kconfig::Wish &wish : m_wishes)
        m_wishKeys.push_back(symbolKey(m_session->model(), wish.symbol));
    for (const kconfig::SymbolId symbol : m_keep)
        m_keepKeys.push_back(symbolKey(m_session->model(), symbol));
}

void FixSearch::findNames()
{
    const kconfig::Model &model = m_session->model();
    QVector<kconfig::Wish> wishes;
    for (std::size_t i = 0; i < m_wishKeys.size(); ++i)
        wishes.append({symbolOfKey(model, m_wishKeys[i]), m_wishes[qsizetype(i)].value});
    QVector<kconfig::SymbolId> keep;
    for (const std::string &key : m_keepKeys) {
        if (const kconfig::SymbolId symbol = symbolOfKey(model, key); symbol.isValid())
            keep.append(symbol);
    }
    m_wishKeys.clear();
    m_keepKeys.clear();
    if (wishes.isEmpty() && m_state == State::idle)
        return; // nothing was looked for
    const bool isKnown = std::all_of(wishes.begin(), wishes.end(),
                                     [](const auto &wish) { return wish.symbol.isValid(); });
    if (wishes.isEmpty() || !isKnown) {
        clear();
        return;
    }
    m_wishes = wishes;
    m_keep = keep;
    begin();
}

std::chrono::milliseconds FixSearch::elapsed() const
{
    return m_state == State::searching ? std::chrono::milliseconds(m_clock.elapsed()) : m_took;
}

QString FixSearch::wishText() const
{
    QStringList texts;
    if (m_session->isLoaded()) {
        for (const kconfig::Wish &wish : m_wishes)
            texts << kiln::wishText(m_session->model(), wish);
    }
    return texts.join(QStringLiteral(", "));
}

} // namespace kiln
