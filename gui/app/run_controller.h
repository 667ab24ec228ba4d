// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Save, build, boot, stop: the order of things.
#pragma once

#include "workbench/build_runner.h"
#include "workbench/guest.h"
#include "workbench/machine.h"
#include "workbench/test_setup.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace kiln {

/// Runs one build at a time for one project, and any number of guests. Asks nobody: trust and
/// saving are settled by the caller before build() or buildAndBoot(). GUI thread.
class RunController : public QObject
{
    Q_OBJECT

public:
    /// Of the build, when one runs, else of the current guest.
    enum class State
    {
        idle,
        building,
        booting, ///< the machine was started; nothing printed yet
        running,
        paused,
        stopping
    };

    explicit RunController(QObject *parent = nullptr);
    ~RunController() override;

    /// Guests of the former project are ended and go.
    void setProject(const Project &project);
    /// The project's .config is another file from the next build on.
    void setConfigFile(const QString &file);
    /// What it leaves open is settled by the project when it boots.
    void setMachine(const Machine &machine);
    [[nodiscard]] const Machine &machine() const { return m_machine; }

    void build();
    /// Builds and boots in the current guest's place; in another one's when that still runs.
    void buildAndBoot();
    /// The same beside what runs.
    void buildAndBootAnother();
    /// Builds with unit tests, in a build folder of its own, and boots that.
    void test();
    /// Removes what builds have made; the configuration stays.
    void clean();
    /// Ends the build, when one runs, else the current guest.
    void stop();
    /// Ends whatever runs.
    void stopAll();
    /// To the current guest.
    void sendInput(const QByteArray &bytes) { m_current->write(bytes); }

    /// At least one, in order of creation.
    [[nodiscard]] QList<Guest *> guests() const;
    /// The one that stop() ends and buildAndBoot() starts.
    [[nodiscard]] Guest *currentGuest() const { return m_current; }
    void setCurrentGuest(Guest *guest);
    /// Ends it; the last one stays, empty.
    void removeGuest(Guest *guest);

    [[nodiscard]] State state() const;
    /// Whether a build runs, or any guest.
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] bool isBuilding() const { return m_building; }
    /// How many guests run.
    [[nodiscard]] int runningGuests() const;
    /// The current guest's.
    [[nodiscard]] LogStore *logStore() { return m_current->log(); }
    [[nodiscard]] const std::optional<BuildResult> &lastBuild() const { return m_lastBuild; }
    /// Whether the last build was one with unit tests, in a folder of its own.
    [[nodiscard]] bool hasBuiltTests() const { return m_buildsTests; }
    /// Whether what runs, and isBuilding() tells of, is clean().
    [[nodiscard]] bool isCleaning() const { return m_cleaning; }

    /// How long a guest may be silent before Guest::silent() is signalled.
    void setSilenceLimit(int milliseconds);

signals:
    void stateChanged(kiln::RunController::State state);
    void buildStarted(const QString &command);
    void buildOutput(const QByteArray &bytes);
    void buildProgress(int done, int total);
    void buildIssue(const kiln::BuildIssue &issue);
    void buildFinished(const kiln::BuildResult &result);
    /// clean() is over; it is no build.
    void cleanFinished(const kiln::BuildResult &result);
    void guestAdded(kiln::Guest *guest);
    /// Its title is another.
    void guestRenamed(kiln::Guest *guest);
    /// Views of it and of its log must go now.
    void guestAboutToBeRemoved(kiln::Guest *guest);

private:
    void startBuild(const Project &project, bool boot, bool another);
    void failTests(const Problem &problem);
    void onBuildFinished(const BuildResult &result);
    void announce();
    Guest *addGuest();
    void dismiss(std::unique_ptr<Guest> guest);
    [[nodiscard]] QString titleFor(int number) const;

    BuildRunner m_builder;
    Project m_project;
    bool m_buildsTests = false;
    Machine m_machine;
    std::vector<std::unique_ptr<Guest>> m_guests;
    std::vector<std::unique_ptr<Guest>> m_leaving; ///< removed, and still ending
    Guest *m_current = nullptr;
    bool m_building = false;
    bool m_cleaning = false;
    bool m_stoppingBuild = false;
    bool m_bootAfterBuild = false;
    bool m_bootAnother = false;
    int m_silenceLimit = 0; ///< milliseconds; 0: the guest's own
    std::optional<BuildResult> m_lastBuild;
    std::unique_ptr<TestSetup> m_testSetup; ///< while one is under way
};

} // namespace kiln
