// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/run_controller.h"

#include <algorithm>

namespace kiln {

RunController::RunController(QObject *parent)
    : QObject(parent)
{
    connect(&m_builder, &BuildRunner::started, this,
            [this](const QStringList &command) { emit buildStarted(shellQuoted(command)); });
    connect(&m_builder, &BuildRunner::output, this, &RunController::buildOutput);
    connect(&m_builder, &BuildRunner::progress, this, &RunController::buildProgress);
    connect(&m_builder, &BuildRunner::issueFound, this, &RunController::buildIssue);
    connect(&m_builder, &BuildRunner::finished, this, &RunController::onBuildFinished);
    m_current = addGuest();
}

RunController::~RunController()
{
    // What still runs is ended by the members' destructors; nobody here is left to be told.
    m_builder.disconnect(this);
    for (const auto *list : {&m_guests, &m_leaving}) {
        for (const auto &guest : *list)
            guest->disconnect(this);
    }
}

QString RunController::titleFor(int number) const
{
    const QString name = m_project.name.isEmpty() ? tr("Guest") : m_project.name;
    return number == 1 ? name : tr("%1 (%2)").arg(name).arg(number);
}

Guest *RunController::addGuest()
{
    // The smallest number that is free.
    int number = 1;
    const auto isTaken = [this](const QString &title) {
        return std::any_of(m_guests.begin(), m_guests.end(),
                           [&](const auto &guest) { return guest->title() == title; });
    };
    while (isTaken(titleFor(number)))
        ++number;
    m_guests.push_back(std::make_unique<Guest>(titleFor(number)));
    Guest *guest = m_guests.back().get();
    if (m_silenceLimit > 0)
        guest->setSilenceLimit(m_silenceLimit);
    connect(guest, &Guest::stateChanged, this, &RunController::announce);
    emit guestAdded(guest);
    return guest;
}

/// Lets a guest end without being waited for, and go then.
void RunController::dismiss(std::unique_ptr<Guest> guest)
{
    guest->disconnect(this);
    if (!guest->isRunning())
        return;
    connect(guest.get(), &Guest::finished, this, [this, leaving = guest.get()] {
        const auto found = std::find_if(m_leaving.begin(), m_leaving.end(),
                                        [&](const auto &each) { return each.get() == leaving; });
        found->release()->deleteLater();
        m_leaving.erase(found);
    });
    guest->stop();
    m_leaving.push_back(std::move(guest));
}

void RunController::setProject(const Project &project)
{
    m_project = project;
    m_machine = {};
    m_lastBuild.reset();
    if (m_testSetup) {
        m_testSetup.reset();
        m_building = false;
    }
    auto former = std::exchange(m_guests, {});
    // One that has never been booted serves the next project as well: making all its views anew
    // would be felt.
    const auto unused = std::find_if(former.begin(), former.end(),
                                     [](const auto &guest) { return guest->image().isEmpty(); });
    if (unused != former.end()) {
        m_current = unused->get();
        m_guests.push_back(std::move(*unused));
        former.erase(unused);
        m_current->setTitle(titleFor(1));
        emit guestRenamed(m_current);
    } else {
        m_current = addGuest();
    }
    for (auto &guest : former) {
        emit guestAboutToBeRemoved(guest.get());
        dismiss(std::move(guest));
    }
    announce();
}

void RunController::setConfigFile(const QString &file)
{
    m_project.configFile = file;
}

void RunController::setMachine(const Machine &machine)
{
    m_machine = machine;
}

void RunController::setSilenceLimit(int milliseconds)
{
    m_silenceLimit = milliseconds;
    for (const auto &guest : m_guests)
        guest->setSilenceLimit(milliseconds);
}

QList<Guest *> RunController::guests() const
{
    QList<Guest *> all;
    for (const auto &guest : m_guests)
        all.append(guest.get());
    return all;
}

void RunController::setCurrentGuest(Guest *guest)
{
    if (guest == m_current)
        return;
    m_current = guest;
    announce();
}

void RunController::removeGuest(Guest *guest)
{
    const auto found = std::find_if(m_guests.begin(), m_guests.end(),
                                    [guest](const auto &each) { return each.get() == guest; });
    if (found == m_guests.end())
        return;
    std::unique_ptr<Guest> removed = std::move(*found);
    m_guests.erase(found);
    if (m_current == guest)
        m_current = m_guests.empty() ? addGuest() : m_guests.back().get();
    emit guestAboutToBeRemoved(guest);
    dismiss(std::move(removed));
    announce();
}

RunController::State RunController::state() const
{
    if (m_building)
        return m_stoppingBuild ? State::stopping : State::building;
    switch (m_current->state()) {
    case Guest::State::booting:
        return State::booting;
    case Guest::State::running:
        return State::running;
    case Guest::State::paused:
        return State::paused;
    case Guest::State::stopping:
        return State::stopping;
    case Guest::State::idle:
        break;
    }
    return State::idle;
}

int RunController::runningGuests() const
{
    return int(std::count_if(m_guests.begin(), m_guests.end(),
                             [](const auto &guest) { return guest->isRunning(); }));
}

bool RunController::isBusy() const
{
    return m_building || runningGuests() > 0;
}

void RunController::announce()
{
    emit stateChanged(state());
}

void RunController::startBuild(const Project &project, bool boot, bool another)
{
    if (m_building)
        return;
    m_bootAfterBuild = boot;
    m_bootAnother = another;
    m_building = true;
    m_buildsTests = project.buildDirectory != m_project.buildDirectory;
    m_stoppingBuild = false;
    announce();
    BuildRequest request;
    request.project = project;
    request.settings = loadBuildSettings(m_project.directory);
    m_builder.start(request);
}

void RunController::build()
{
    startBuild(m_project, false, false);
}

void RunController::buildAndBoot()
{
    startBuild(m_project, true, false);
}

void RunController::buildAndBootAnother()
{
    startBuild(m_project, true, true);
}

void RunController::test()
{
    if (m_building)
        return;
    m_building = true;
    m_buildsTests = true;
    m_stoppingBuild = false;
    announce();
    m_testSetup = std::make_unique<TestSetup>();
    // Once it has signalled it is not needed any more, but it still stands on the stack.
    connect(m_testSetup.get(), &TestSetup::ready, this, [this](const Project &tests) {
        m_testSetup.release()->deleteLater();
        m_building = false;
        if (m_stoppingBuild)
            announce();
        else
            startBuild(tests, true, false);
    });
    connect(m_testSetup.get(), &TestSetup::failed, this, &RunController::failTests);
    m_testSetup->start(m_project);
}

void RunController::clean()
{
    if (m_building)
        return;
    m_bootAfterBuild = false;
    m_building = true;
    m_cleaning = true;
    m_stoppingBuild = false;
    announce();
    BuildRequest request;
    request.project = m_project;
    request.settings = loadBuildSettings(m_project.directory);
    request.target = cleanTarget(m_project);
    m_builder.start(request);
}

void RunController::failTests(const Problem &problem)
{
    m_testSetup.release()->deleteLater();
    m_building = false;
    BuildResult result;
    result.exitCode = -1;
    result.problem = problem;
    announce();
    emit buildFinished(result);
}

void RunController::onBuildFinished(const BuildResult &result)
{
    if (m_cleaning) {
        m_cleaning = false;
        m_building = false;
        m_lastBuild.reset();
        announce();
        emit cleanFinished(result);
        return;
    }
    m_lastBuild = result;
    Guest *guest = nullptr;
    if (m_bootAfterBuild && result.ok && !m_stoppingBuild)
        guest = m_bootAnother || m_current->isRunning() ? addGuest() : m_current;
    if (guest == nullptr) {
        m_building = false;
        announce();
        emit buildFinished(result);
        return;
    }
    emit buildFinished(result);
    m_building = false;
    m_current = guest;
    guest->boot(m_machine.settled(&m_project), result.imagePath);
}

void RunController::stop()
{
    if (m_builder.isRunning()) {
        m_stoppingBuild = true;
        announce();
        m_builder.cancel();
    } else if (m_testSetup) {
        m_stoppingBuild = true;
        announce();
    } else {
        m_current->stop();
    }
}

void RunController::stopAll()
{
    if (m_building)
        stop();
    for (const auto &guest : m_guests)
        guest->stop();
}

} // namespace kiln
