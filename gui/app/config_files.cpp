// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/config_files.h"

#include "app/project_controller.h"
#include "app/window_actions.h"
#include "widgets/changes_view.h"
#include "widgets/compare_view.h"
#include "widgets/configure_page.h"
#include "widgets/conflict_dialog.h"
#include "widgets/fragment_dialog.h"
#include "widgets/notice_bar.h"
#include "widgets/remembered_layout.h"
#include "workbench/config_session.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

#include <memory>

namespace kiln {

namespace {

constexpr int momentLength = 300; // milliseconds; what takes less need not be told
constexpr int tickLength = 100;   // milliseconds

/// Says in a bar, which owns it, what goes on, once that has taken a moment: with how far it is and
/// a button that ends it, where there is a watch. Goes when that ends.
class LongWork : public QObject
{
public:
    LongWork(NoticeBar *bar, ConfigSession *session, const QString &text,
             std::shared_ptr<JobWatch> watch = {})
        : QObject(bar)
        , m_bar(bar)
        , m_text(text)
        , m_watch(std::move(watch))
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &LongWork::tell);
        // Nothing tells the end of what a load has overtaken.
        connect(session, &ConfigSession::loadStarted, this, &LongWork::end);
        m_timer.start(momentLength);
    }
    void end()
    {
        m_timer.stop();
        m_tick.stop();
        if (m_bar->text() == m_text)
            m_bar->hide();
        deleteLater();
    }

private:
    void tell()
    {
        m_bar->setMessage(QStringLiteral("reload"), m_text);
        if (!m_watch)
            return;
        // Both go with the next message.
        const QPointer<QProgressBar> progress(m_bar->addProgress(m_text));
        const QPointer<QPushButton> cancel(m_bar->addButton(ConfigFiles::tr("Cancel")));
        cancel->setObjectName(QStringLiteral("cancelWork"));
        connect(cancel, &QPushButton::clicked, this, [this, cancel] {
            m_watch->cancel();
            cancel->setEnabled(false);
        });
        const auto follow = [this, progress] {
            if (progress)
                progress->setValue(m_watch->progress());
        };
        connect(&m_tick, &QTimer::timeout, this, follow);
        m_tick.start(tickLength);
        follow();
    }

    NoticeBar *m_bar;
    QString m_text;
    std::shared_ptr<JobWatch> m_watch;
    QTimer m_timer;
    QTimer m_tick;
};

} // namespace

ConfigFiles::ConfigFiles(QWidget *window, ProjectController *projects, WindowActions *actions,
                         ConfigurePage *page)
    : QObject(window)
    , m_window(window)
    , m_projects(projects)
    , m_actions(actions)
    , m_page(page)
    , m_notice(new NoticeBar)
    , m_changes(new ChangesView(projects->session()))
{
    m_notice->setObjectName(QStringLiteral("fileNotice"));
    m_changes->hide();
    ConfigSession *session = projects->session();
    connect(actions->saveAs, &QAction::triggered, this, &ConfigFiles::askSaveAs);
    connect(actions->saveMinimal, &QAction::triggered, this, &ConfigFiles::saveMinimal);
    connect(actions->import, &QAction::triggered, this, &ConfigFiles::import);
    connect(actions->merge, &QAction::triggered, this, &ConfigFiles::merge);
    connect(actions->compare, &QAction::triggered, this, &ConfigFiles::askCompare);
    connect(actions->changes, &QAction::toggled, this, &ConfigFiles::showChanges);
    connect(page, &ConfigurePage::reviewRequested, actions->changes,
            [actions] { actions->changes->setChecked(true); });
    connect(m_changes, &ChangesView::closed, this,
            [this] { m_actions->changes->setChecked(false); });
    connect(m_changes, &ChangesView::optionActivated, this, &ConfigFiles::goTo);
    connect(projects, &ProjectController::opened, m_notice, &QWidget::hide);
    connect(projects, &ProjectController::saveFailed, this, &ConfigFiles::tellSaveFailed);
    connect(projects, &ProjectController::changedOutside, this, &ConfigFiles::tellOutside);
    connect(session, &ConfigSession::savedTo, m_notice, &QWidget::hide);
    connect(session, &ConfigSession::recoveryFound, this, &ConfigFiles::tellRecovery);
    connect(session, &ConfigSession::journalFailed, this, &ConfigFiles::problem);
    connect(session, &ConfigSession::diagnosticsChanged, this, &ConfigFiles::diagnosticsChanged);
    connect(session, &ConfigSession::loadStarted, this, &ConfigFiles::updateActions);
    connect(session, &ConfigSession::loaded, this, &ConfigFiles::updateActions);
    connect(session, &ConfigSession::loadFailed, this, &ConfigFiles::updateActions);
    updateActions();
}

void ConfigFiles::updateActions()
{
    const ConfigSession *session = m_projects->session();
    const bool isReady = session->isLoaded() && !session->isLoading();
    for (QAction *action : {m_actions->saveAs, m_actions->saveMinimal, m_actions->import,
                            m_actions->merge, m_actions->compare})
        action->setEnabled(isReady);
}

void ConfigFiles::showChanges(bool show)
{
    if (show)
        m_actions->placeConfigure->trigger();
    m_changes->setVisible(show);
    if (show)
        m_changes->setFocus();
}

void ConfigFiles::goTo(const QString &name)
{
    m_actions->placeConfigure->trigger();
    m_page->showOption(name);
    m_page->activateSearch();
}

void ConfigFiles::ask(const QString &name, const QString &title, bool toSave, const QString &file,
                      std::function<void(const QString &)> then)
{
    auto *dialog = new QFileDialog(m_window, title, QFileInfo(file).absolutePath());
    dialog->setObjectName(name);
    dialog->setAcceptMode(toSave ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(toSave ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setFilter(QDir::Files | QDir::AllDirs | QDir::Hidden);
    if (toSave)
        dialog->selectFile(QFileInfo(file).fileName());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, then);
    dialog->open();
}

void ConfigFiles::askSaveAs()
{
    ask(QStringLiteral("saveAsDialog"), tr("Save the configuration as"), true,
        m_projects->session()->project().configFile,
        [this](const QString &file) { m_projects->saveAs(file); });
}

void ConfigFiles::saveMinimal()
{
    const QString file = m_projects->project()->directory + QStringLiteral("/defconfig");
    ask(QStringLiteral("saveMinimalDialog"), tr("Save the minimal configuration as"), true, file,
        [this](const QString &chosen) {
            const QPointer work(
                new LongWork(m_notice, m_projects->session(), tr("Writing %1…").arg(chosen)));
            m_projects->session()->startSaveMinimal(
                chosen, [this, chosen, work](const auto &saved) {
                    if (work)
                        work->end();
                    if (saved)
                        emit done(tr("Minimal configuration saved to %1").arg(chosen));
                    else
                        emit problem(saved.error());
                });
        });
}

void ConfigFiles::import()
{
    ask(QStringLiteral("importDialog"), tr("Replace all values by those of this file"), false,
        m_projects->session()->project().configFile, [this](const QString &file) {
            const auto watch = std::make_shared<JobWatch>();
            const QPointer work(
                new LongWork(m_notice, m_projects->session(), tr("Reading %1…").arg(file), watch));
            const auto ended = [this, file, work, watch](const auto &remarks) {
                if (work)
                    work->end();
                if (watch->isCancelled() && !remarks) {
                    emit done(
                        tr("Cancelled: nothing of %1 was taken").arg(QFileInfo(file).fileName()));
                    return;
                }
                if (!remarks) {
                    emit problem(remarks.error());
                    return;
                }
                QString text = tr("Values of %1 taken").arg(QFileInfo(file).fileName());
                if (!remarks->isEmpty())
                    text += QStringLiteral(": ") +
                            tr("%n remark(s), the first: ", nullptr, int(remarks->size())) +
                            remarks->constFirst().message;
                emit done(text);
            };
            m_projects->session()->startImport(file, ended, watch);
        });
}

void ConfigFiles::merge()
{
    ask(QStringLiteral("mergeDialog"), tr("Merge this fragment into the configuration"), false,
        m_projects->session()->project().configFile, [this](const QString &file) {
            const auto watch = std::make_shared<JobWatch>();
            const QPointer work(
                new LongWork(m_notice, m_projects->session(), tr("Reading %1…").arg(file), watch));
            const auto ended = [this, file, work, watch](const auto &report) {
                if (work)
                    work->end();
                if (watch->isCancelled() && !report) {
                    emit done(
                        tr("Cancelled: nothing of %1 was merged").arg(QFileInfo(file).fileName()));
                    return;
                }
                if (!report) {
                    emit problem(report.error());
                    return;
                }
                if (report->isClean()) {
                    emit done(
                        tr("%n option(s) of %1 merged, all took effect", nullptr, report->lines)
                            .arg(QFileInfo(file).fileName()));
                    return;
                }
                auto *dialog = new FragmentDialog(
                    *report, file, m_projects->session()->project().treeDirectory(), m_window);
                connect(dialog, &FragmentDialog::optionActivated, this, &ConfigFiles::goTo);
                connect(dialog, &FragmentDialog::undoRequested, m_projects->session(),
                        &ConfigSession::undo);
                dialog->show();
            };
            m_projects->session()->startMerge(file, ended, watch);
        });
}

void ConfigFiles::askCompare()
{
    compare({});
}

void ConfigFiles::compare(const QStringList &files)
{
    if (m_compare.isNull()) {
        m_compare = new CompareView(m_projects->session(), m_window);
        m_compare->setWindowFlag(Qt::Window);
        m_compare->setAttribute(Qt::WA_DeleteOnClose);
        rememberWindow(m_compare, QStringLiteral("compare/geometry"));
        connect(m_compare, &CompareView::optionActivated, this, &ConfigFiles::goTo);
    }
    for (const QString &file : files)
        m_compare->addFile(file);
    m_compare->show();
    m_compare->raise();
    m_compare->activateWindow();
}

void ConfigFiles::tellSaveFailed(const Problem &problem)
{
    m_notice->setMessage(QStringLiteral("level-error"), problem.text());
    connect(m_notice->addButton(tr("Save As…")), &QPushButton::clicked, this,
            &ConfigFiles::askSaveAs);
}

void ConfigFiles::tellOutside()
{
    const auto &outside = m_projects->session()->outsideChange();
    if (!outside)
        return;
    ConfigSession *session = m_projects->session();
    if (outside->conflicts.isEmpty()) {
        const int theirs = outside->theirs;
        session->takeOutside(ConfigSession::OutsideChoice::merge);
        m_notice->setMessage(
            QStringLiteral("level-warning"),
            theirs == 0 ? tr("Another program changed .config, but no option: your unsaved "
                             "changes stay as they are.")
                        : tr("Another program changed %n option(s) in .config. They were merged "
                             "with your unsaved changes.",
                             nullptr, theirs));
        if (theirs > 0)
            connect(m_notice->addButton(tr("Undo")), &QPushButton::clicked, this, [this] {
                m_notice->hide();
                m_projects->session()->undo();
            });
        return;
    }
    m_notice->setMessage(QStringLiteral("level-warning"),
                         tr("Another program changed .config, and %n option(s) in it that have "
                            "unsaved changes here.",
                            nullptr, int(outside->conflicts.size())));
    connect(m_notice->addButton(tr("Merge…")), &QPushButton::clicked, this,
            &ConfigFiles::resolveConflicts);
    const auto take = [this, session](const QString &text, ConfigSession::OutsideChoice choice) {
        connect(m_notice->addButton(text), &QPushButton::clicked, this, [this, session, choice] {
            m_notice->hide();
            session->takeOutside(choice);
        });
    };
    take(tr("Take the File"), ConfigSession::OutsideChoice::takeFile);
    take(tr("Keep Mine"), ConfigSession::OutsideChoice::keepMine);
}

void ConfigFiles::resolveConflicts()
{
    ConfigSession *session = m_projects->session();
    const auto &outside = session->outsideChange();
    if (!outside)
        return;
    auto *dialog = new ConflictDialog(
        outside->conflicts, QFileInfo(session->project().configFile).fileName(), m_window);
    connect(session, &ConfigSession::loadStarted, dialog, &QDialog::reject); // asked anew then
    connect(dialog, &QDialog::accepted, this, [this, dialog, session] {
        m_notice->hide();
        session->takeOutside(ConfigSession::OutsideChoice::merge, dialog->takeTheirs());
    });
    dialog->open();
}

void ConfigFiles::tellRecovery()
{
    ConfigSession *session = m_projects->session();
    const auto &recovery = session->recovery();
    if (!recovery)
        return;
    const auto drop = [this, session] {
        m_notice->hide();
        session->dropRecovery();
    };
    if (recovery->isOtherVersion) {
        m_notice->setMessage(
            QStringLiteral("level-warning"),
            tr("An earlier session ended with unsaved changes, but another version of Kiln has "
               "written them; that one can restore them. They are in %1.")
                .arg(recovery->journal));
    } else {
        QString text = tr("An earlier session ended with unsaved changes of %n option(s), last at "
                          "%1.",
                          nullptr, int(recovery->changes.size()))
                           .arg(QLocale().toString(recovery->lastEdit, QLocale::ShortFormat));
        if (recovery->isOtherFile)
            text += QLatin1Char(' ') + tr("The file has been changed since.");
        if (recovery->isTorn)
            text += QLatin1Char(' ') + tr("The very last change is lost.");
        m_notice->setMessage(QStringLiteral("level-warning"), text);
        connect(m_notice->addButton(tr("Restore")), &QPushButton::clicked, this, [this, session] {
            m_notice->hide();
            session->takeRecovery();
            m_actions->changes->setChecked(true);
        });
    }
    connect(m_notice->addButton(tr("Discard")), &QPushButton::clicked, this, drop);
}

} // namespace kiln
