// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/changes_list.h"

#include "workbench/config_session.h"
#include "workbench/file_error_words.h"

#include <kconfig/config_file.h>

#include <utility>

namespace kiln {

namespace {

constexpr int settleDelay = 60; // milliseconds after the last edit
/// So many changes are told at once; more are put into words on another thread.
constexpr int mostAtOnce = 400;

QVector<ConfigDifference> inWords(const kconfig::Configuration &saved,
                                  const kconfig::Configuration &now,
                                  const QVector<kconfig::SymbolId> &symbols)
{
    QVector<ConfigDifference> differences;
    differences.reserve(symbols.size());
    for (const kconfig::SymbolId symbol : symbols)
        differences.append(differenceOf(saved, now, symbol));
    sortByMenu(differences, now.model());
    return differences;
}

} // namespace

ChangesList::ChangesList(ConfigSession *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_jobs(this)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(settleDelay);
    connect(&m_timer, &QTimer::timeout, this, &ChangesList::startComparing);
    connect(m_session, &ConfigSession::loadStarted, this, &ChangesList::reset);
    connect(m_session, &ConfigSession::loaded, this, [this] {
        if (m_file.isEmpty())
            update();
        else
            readReference(m_file); // on the new model
    });
    connect(m_session, &ConfigSession::edited, this, &ChangesList::update);
    connect(m_session, &ConfigSession::savedStateChanged, this, [this] {
        if (m_file.isEmpty())
            update();
    });
    update();
}

void ChangesList::reset()
{
    ++m_generation;
    m_timer.stop();
    m_reference.reset();
    m_differences.clear();
    emit changed();
}

void ChangesList::setActive(bool active)
{
    if (std::exchange(m_isActive, active) != active)
        update();
}

void ChangesList::compareWithSaved()
{
    ++m_generation;
    m_file.clear();
    m_reference.reset();
    update();
}

void ChangesList::compareWithFile(const QString &file)
{
    if (m_session->isLoaded())
        readReference(file);
}

void ChangesList::readReference(const QString &file)
{
    const int generation = ++m_generation;
    m_jobs.run(
        [file,
         model = m_session->configuration().sharedModel()]() -> Result<kconfig::Configuration> {
            kconfig::Configuration reference(model);
            if (const auto read = kconfig::readConfigFile(reference, file.toStdString()); !read)
                return tl::unexpected(Problem{unreadable(read.error()), file,
                                              tr("Name a .config or defconfig file.")});
            return reference;
        },
        [this, file, generation](Result<kconfig::Configuration> reference) {
            if (generation != m_generation || !m_session->isLoaded())
                return;
            if (!reference) {
                if (m_file == file)
                    compareWithSaved(); // it could be read before the tree was loaded again
                emit failed(reference.error());
                return;
            }
            if (reference->sharedModel() != m_session->configuration().sharedModel()) {
                readReference(file); // the tree was read again meanwhile
                return;
            }
            m_file = file;
            m_reference = std::move(*reference);
            startComparing();
        });
}

void ChangesList::update()
{
    if (!m_isActive || !m_session->isLoaded() || m_session->isLoading())
        return;
    ++m_update;
    if (!m_file.isEmpty() || m_session->changeCount() > mostAtOnce) {
        m_timer.start();
        return;
    }
    m_timer.stop();
    m_differences = inWords(m_session->savedConfiguration(), m_session->configuration(),
                            m_session->changedSymbols());
    emit changed();
}

void ChangesList::startComparing()
{
    if (!m_session->isLoaded() || m_session->isLoading())
        return;
    const auto take = [this, generation = m_generation,
                       number = m_update](QVector<ConfigDifference> differences) {
        if (generation != m_generation || number != m_update)
            return; // another is on its way
        m_differences = std::move(differences);
        emit changed();
    };
    if (m_file.isEmpty())
        m_jobs.run([saved = m_session->savedConfiguration(), now = m_session->configuration(),
                    symbols = m_session->changedSymbols()] { return inWords(saved, now, symbols); },
                   take);
    else if (m_reference)
        m_jobs.run([reference = *m_reference,
                    now = m_session->configuration()] { return configDifferences(reference, now); },
                   take);
}

Result<void> ChangesList::revert(kconfig::SymbolId symbol)
{
    return m_session->revert(symbol, m_reference ? *m_reference : m_session->savedConfiguration());
}

void ChangesList::revertAll()
{
    const kconfig::Configuration &reference =
        m_reference ? *m_reference : m_session->savedConfiguration();
    m_session->startEdit(
        tr("All changes taken back"),
        [values = reference.userValues()](kconfig::Configuration &now) -> Result<void> {
            now.restore(values);
            return {};
        },
        {});
}

} // namespace kiln
