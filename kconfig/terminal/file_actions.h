// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Saving, leaving, loading, and what an interrupted sitting left behind.
#pragma once

#include <functional>
#include <string>

namespace kconfig::terminal {

class Application;

class FileActions
{
public:
    explicit FileActions(Application &application)
        : m_application(application)
    {}

    /// What there is to ask or say when the sitting begins.
    void start();
    /// Saves; asks when the file was changed by others in between. `then` runs when it is saved.
    void save(std::function<void()> then = {});
    /// Leaves; asks when there is something to save.
    void leave();
    /// Asks for a file and writes a copy of the configuration there.
    void writeCopy();
    /// Asks for a file and takes its values.
    void load();
    /// Whether there is unsaved work that is not in the recovery file yet.
    [[nodiscard]] bool hasWorkToKeep() const;
    /// Brings the recovery file up to date.
    void keepWork();

private:
    void write(const std::function<void()> &then);
    void takeOver(bool keepsMine);
    void discard();
    /// Takes the values of a text; the error is a sentence for the user.
    void replaceBy(const std::string &text, const std::string &path, const std::string &what);
    [[nodiscard]] std::string currentText() const;

    Application &m_application;
    unsigned m_keptRevision = 0;
    bool m_canKeep = true;
};

} // namespace kconfig::terminal
