// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "file_actions.h"

#include "application.h"
#include "input_page.h"
#include "question_page.h"

#include <memory>
#include <optional>
#include <utility>

namespace kconfig::terminal {

namespace {

std::string counted(std::size_t count, const char *one, const char *many)
{
    return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

/// What `from` says in contrast to `base`, on top of `onto`.
void applyDifference(const Configuration &from, const Configuration &base, Configuration &onto)
{
    // userValues() has the values that decide a choice last, so the order is kept.
    for (const auto &[symbol, value] : from.userValues())
        if (base.userValue(symbol) != value ||
            (from.model().symbol(symbol).choice.isValid() &&
             from.selection(from.model().symbol(symbol).choice) !=
                 base.selection(from.model().symbol(symbol).choice)))
            onto.assume(symbol, value);
    for (const auto &[symbol, value] : base.userValues())
        if (!from.userValue(symbol))
            (void)onto.apply(Edit{symbol, std::nullopt});
}

} // namespace

std::string FileActions::currentText() const
{
    return writeConfig(m_application.session().configuration(),
                       m_application.storage().options().prefix);
}

void FileActions::replaceBy(const std::string &text, const std::string &path,
                            const std::string &what)
{
    Configuration configuration(m_application.session().configuration().sharedModel());
    ReadOptions options;
    options.prefix = m_application.storage().options().prefix;
    const ReadReport report = readConfig(configuration, text, path, options);
    m_application.session().replace(configuration, what);
    std::string message = "Took the values of " + path;
    if (!report.diagnostics.empty())
        message += "; " + counted(report.diagnostics.size(), "line does", "lines do") +
                   " not fit this tree: " + report.diagnostics.front().message;
    m_application.say(message, report.diagnostics.empty() ? Style::normal : Style::problem);
}

void FileActions::start()
{
    m_keptRevision = m_application.session().revision();
    const ConfigStorage &storage = m_application.storage();
    if (const auto other = storage.otherSession()) {
        m_application.say("Process " + std::to_string(*other) +
                              " has unsaved changes to this file, too",
                          Style::problem);
        return;
    }
    const auto found = storage.findRecovery();
    if (!found)
        return;
    if (!storage.differsFrom(found->text)) {
        m_application.storage().discardFound(*found);
        return;
    }
    const auto recover = [this, found = *found] {
        replaceBy(found.text, found.path, "recovered work");
        m_application.storage().takeOver(found);
        m_application.say("Recovered. Press D to see what differs from " +
                          m_application.storage().path() + ", s to save it");
    };
    const auto discard = [this, found = *found] { m_application.storage().discardFound(found); };
    m_application.push(std::make_unique<QuestionPage>(
        m_application, "Unsaved work",
        std::vector<std::string>{"A sitting that was interrupted left unsaved work in",
                                 found->path + ".", "Go on with it?"},
        std::vector<Answer>{{'r', "Recover it", recover},
                            {'d', "Discard it", discard},
                            {'l', "Leave it there", {}}}));
}

void FileActions::write(const std::function<void()> &then)
{
    MenuSession &session = m_application.session();
    ConfigStorage &storage = m_application.storage();
    const bool differs = storage.differsFrom(currentText());
    const std::size_t count = m_application.changeCount();
    const auto saved = storage.save(currentText());
    if (saved) {
        session.markSaved();
        m_keptRevision = session.revision();
        m_application.say(!differs     ? "No change to " + storage.path()
                          : count == 0 ? "Saved " + storage.path()
                                       : "Saved " + counted(count, "change", "changes") + " to " +
                                             storage.path());
        if (then)
            then();
        return;
    }
    m_application.push(std::make_unique<QuestionPage>(
        m_application, "Not saved", std::vector<std::string>{saved.error().message},
        std::vector<Answer>{{'t', "Try again", [this, then] { write(then); }},
                            {'w', "Write elsewhere", [this] { writeCopy(); }},
                            {'b', "Back", {}}}));
}

/// Reads the file that somebody else changed; with `keepsMine` the changes of this sitting stay.
void FileActions::takeOver(bool keepsMine)
{
    MenuSession &session = m_application.session();
    ConfigStorage &storage = m_application.storage();
    storage.look();
    Configuration theirs(session.configuration().sharedModel());
    ReadOptions options;
    options.prefix = storage.options().prefix;
    (void)readConfig(theirs, storage.text().value_or(std::string()), storage.path(), options);
    Configuration merged = theirs;
    if (keepsMine)
        applyDifference(session.configuration(), session.saved(), merged);
    session.replace(merged, "taking over " + storage.path());
    session.setSaved(theirs);
    m_application.say(keepsMine ? "Your changes now stand on top of what is in the file; D shows "
                                  "them"
                                : "Read " + storage.path() + " again; u takes that back");
}

void FileActions::save(std::function<void()> then)
{
    ConfigStorage &storage = m_application.storage();
    if (!storage.hasChangedOnDisk()) {
        write(then);
        return;
    }
    m_application.push(std::make_unique<QuestionPage>(
        m_application, "Changed by somebody else",
        std::vector<std::string>{storage.path() +
                                 " is not what it was when it was read here. Overwrite it, put "
                                 "your changes on top of it, or read it and drop yours?"},
        std::vector<Answer>{{'m', "Merge", [this] { takeOver(true); }},
                            {'o', "Overwrite", [this, then] { write(then); }},
                            {'r', "Read again", [this] { takeOver(false); }},
                            {'b', "Back", {}}}));
}

void FileActions::discard()
{
    m_application.storage().dropRecovery();
    m_application.finish(Outcome::discarded);
}

void FileActions::leave()
{
    ConfigStorage &storage = m_application.storage();
    if (!storage.differsFrom(currentText())) {
        storage.dropRecovery();
        m_application.finish(Outcome::unchanged);
        return;
    }
    const std::size_t count = m_application.changeCount();
    std::vector<std::string> lines;
    if (count > 0)
        lines.push_back(counted(count, "option differs", "options differ") + " from what is in " +
                        storage.path() + ".");
    else if (!storage.text())
        lines.push_back("There is no " + storage.path() + " yet.");
    else
        lines.push_back(storage.path() +
                        " does not fit the tree any more: options came, went or have other "
                        "values.");
    lines.emplace_back("Save before leaving?");
    std::vector<Answer> answers{
        {'s', "Save", [this] { save([this] { m_application.finish(Outcome::saved); }); }}};
    if (count > 0)
        answers.push_back({'c', "Changes", [this] { m_application.showChanges(); }});
    answers.push_back({'d', "Discard", [this] { discard(); }});
    answers.push_back({'b', "Back", {}});
    m_application.push(std::make_unique<QuestionPage>(m_application, "Leave", std::move(lines),
                                                      std::move(answers)));
}

void FileActions::writeCopy()
{
    m_application.push(std::make_unique<InputPage>(
        m_application, "Write a copy to",
        std::vector<std::string>{"The name of a file. " + m_application.storage().path() +
                                 " stays what later saves go to."},
        m_application.storage().path() + ".copy",
        [this](const std::string &path) -> std::optional<std::string> {
            const auto written = saveFile(path, currentText(), true);
            if (!written)
                return written.error().message;
            m_application.say("Wrote a copy to " + path);
            return std::nullopt;
        }));
}

void FileActions::load()
{
    m_application.push(std::make_unique<InputPage>(
        m_application, "Take the values of",
        std::vector<std::string>{"The name of a file. Nothing is saved by that; u takes it back."},
        m_application.storage().path(),
        [this](const std::string &path) -> std::optional<std::string> {
            const auto text = readFile(path);
            if (!text)
                return text.error().message;
            replaceBy(*text, path, "loading " + path);
            return std::nullopt;
        }));
}

bool FileActions::hasWorkToKeep() const
{
    return m_canKeep && m_keptRevision != m_application.session().revision();
}

void FileActions::keepWork()
{
    if (!hasWorkToKeep())
        return;
    ConfigStorage &storage = m_application.storage();
    m_keptRevision = m_application.session().revision();
    if (m_application.changeCount() == 0) {
        storage.dropRecovery();
        return;
    }
    const auto kept = storage.keepForRecovery(currentText());
    if (kept)
        return;
    m_canKeep = false;
    m_application.say("Unsaved work can't be kept for a crash: " + kept.error().message,
                      Style::problem);
}

} // namespace kconfig::terminal
