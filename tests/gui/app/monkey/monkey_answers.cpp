// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the monkey answers what it is asked, and how it comes to rest.
#include "monkey.h"

#include "action_log.h"

#include <QAbstractButton>
#include <QDialog>
#include <QFileDialog>
#include <QLineEdit>

namespace kiln::test {

void Monkey::answerFileDialog(QFileDialog *dialog)
{
    QString file;
    if (chance(50) && dialog->acceptMode() == QFileDialog::AcceptSave) {
        file = m_place.path(QStringLiteral("saved%1.config").arg(upTo(3)));
    } else if (chance(50) && dialog->fileMode() == QFileDialog::ExistingFile) {
        file = m_place.path(QStringLiteral("fragment%1").arg(upTo(3)));
        (void)writeFile(file, anyLines());
    }
    note(QStringLiteral("%1: %2").arg(dialog->objectName(), file));
    if (!file.isEmpty())
        emit dialog->fileSelected(file);
    dialog->close();
}

/// Questions are looked at for a while before they are answered.
void Monkey::answer()
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (auto *files = qobject_cast<QFileDialog *>(top); files && files->isVisible()) {
            answerFileDialog(files);
            return;
        }
    }
    auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    if (!dialog || chance(60))
        return;
    QVector<QAbstractButton *> buttons;
    for (QAbstractButton *button : dialog->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->isEnabled())
            buttons.append(button);
    }
    if (buttons.isEmpty() || chance(20)) {
        note(QStringLiteral("reject %1").arg(dialog->objectName()));
        dialog->reject();
        return;
    }
    QAbstractButton *button = any(buttons);
    note(QStringLiteral("%1: press “%2”").arg(dialog->objectName(), button->text()));
    QTest::mouseClick(button, Qt::LeftButton);
}

void Monkey::closePopups()
{
    for (int i = 0; i < 10; ++i) {
        QWidget *popup = QApplication::activePopupWidget();
        if (!popup)
            return;
        popup->close();
        QCoreApplication::processEvents();
    }
}

void Monkey::closeDialogs()
{
    closePopups();
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<QDialog *>(top); dialog && dialog->isVisible())
            dialog->reject();
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
}

/// Whether a file can't say what is there: a default of y goes past a prompt that is only seen as
/// m, but what is read from a file does not. Reading the file then gives another configuration, in
/// every program that follows the language.
bool Monkey::hasUnstableValues() const
{
    const kconfig::Configuration &now = m_window.session()->configuration();
    for (std::uint32_t i = 0; i < now.model().symbols().size(); ++i) {
        const kconfig::SymbolId symbol{i};
        if (now.visibility(symbol) == kconfig::Tristate::mod && !now.userValue(symbol) &&
            now.tristate(symbol) == kconfig::Tristate::yes)
            return true;
    }
    return false;
}

bool Monkey::settle(QString *why)
{
    note(QStringLiteral("settle"));
    m_window->show();
    closeDialogs();
    ConfigSession *session = m_window.session();
    const auto waitFor = [why](const char *what, auto isSo) {
        *why = QString::fromLatin1(what);
        return QTest::qWaitFor(isSo, 30'000);
    };
    const auto isReady = [session] { return session->isLoaded() && !session->isLoading(); };
    (void)m_place.mend();
    if (!m_window->projects()->project() || m_window->projects()->project()->directory !=
                                                QFileInfo(m_place.folder()).canonicalFilePath()) {
        m_window->projects()->open(m_place.folder());
    }
    if (!m_window->projects()->isTrusted())
        m_window->projects()->trust();
    *why = QStringLiteral("the end of loading");
    (void)QTest::qWaitFor([session] { return !session->isLoading(); }, 60'000);
    // An open editor would not let its text go.
    m_window->searchEdit()->setFocus();
    session->reload(ConfigSession::ReloadMode::keepEdits, true);
    if (!waitFor("the tree to be read again", isReady))
        return false;
    QTest::qWait(60); // files that were written are noticed
    for (int attempt = 0; attempt < 5; ++attempt) {
        closeDialogs();
        if (session->outsideChange()) {
            using Choice = ConfigSession::OutsideChoice;
            static const Choice choices[] = {Choice::merge, Choice::takeFile, Choice::keepMine};
            session->takeOutside(choices[upTo(3)]);
        }
        if (!waitFor("outside changes to be taken",
                     [session] { return !session->outsideChange().has_value(); }))
            return false;
        // A file that says the same in other words is written, too.
        if (m_window->actions()->save->isEnabled())
            m_window->actions()->save->trigger();
        else
            m_window->projects()->save();
        if (!waitFor("the end of saving", [this] { return !m_window->projects()->isSaving(); }))
            return false;
        const bool isSaved =
            !session->isDirty() && !session->isOutdated() && !session->outsideChange();
        if (isSaved && !hasUnstableValues())
            return true;
        if (isSaved) {
            session->reload(ConfigSession::ReloadMode::takeFile);
            if (!waitFor("the file to be read again", isReady))
                return false;
        }
        QTest::qWait(60);
    }
    *why = QStringLiteral("a save that succeeds: ") + m_window.fileNotice() + m_window.notice() +
           u'\n' + m_window.issuesText();
    return false;
}

} // namespace kiln::test
