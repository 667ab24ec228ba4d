// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real window on scratch folders, driven as a user does.
#pragma once

#include "../workbench/fixture.h"

#include "app/config_files.h"
#include "app/main_window.h"
#include "app/state_bar.h"
#include "app/translations.h"
#include "app/window_actions.h"
#include "widgets/build_view.h"
#include "widgets/configure_page.h"
#include "widgets/edit_page.h"
#include "widgets/issue_model.h"
#include "widgets/issue_view.h"
#include "widgets/level_chip.h"
#include "widgets/log_view.h"
#include "widgets/notice_bar.h"
#include "widgets/option_tree_model.h"
#include "widgets/option_view.h"
#include "widgets/run_page.h"
#include "widgets/terminal_view.h"
#include "workbench/trust_store.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>

#include <memory>

namespace kiln::test {

/// Keeps a test program away from the user's own settings; texts are in the language of the
/// environment or, when it is given, in another. Call first.
inline void useScratchSettings(const QString &language = {})
{
    static const QTemporaryDir folder;
    QStandardPaths::setTestModeEnabled(true);
    installTranslations(language);
    QCoreApplication::setOrganizationName(QStringLiteral("kiln-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("kiln-studio-tests"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    qputenv("XDG_STATE_HOME", QFile::encodeName(folder.path())); // journals
    for (const QString &trusted : TrustStore().folders())
        (void)TrustStore().forget(trusted);
}

/// A window, shown.
class WindowDriver
{
public:
    explicit WindowDriver(const QString &tree = {})
        : m_window(std::make_unique<MainWindow>())
    {
        m_window->setTree(tree);
        if (!QSettings().contains(QStringLiteral("window/geometry"))) // as a user left it, else
            m_window->resize(1240, 800);
        m_window->show();
    }

    MainWindow *operator->() const { return m_window.get(); }
    [[nodiscard]] MainWindow &window() const { return *m_window; }
    void destroy() { m_window.reset(); }

    /// Saves and waits until that has ended.
    bool save()
    {
        m_window->actions()->save->trigger();
        return QTest::qWaitFor([this] { return !session()->isDirty(); });
    }
    /// What is said about files, and nothing while that is not shown.
    [[nodiscard]] QString fileNotice() const
    {
        const NoticeBar *bar = m_window->configFiles()->notice();
        return bar->isVisible() ? bar->text() : QString();
    }
    /// Opens a folder and waits for its options.
    bool open(const QString &folder)
    {
        m_window->open(folder);
        return QTest::qWaitFor([this] { return session()->isLoaded(); }, 20'000);
    }
    bool openTrusted(const Project &project)
    {
        return TrustStore().trust(project).has_value() && open(project.directory);
    }
    [[nodiscard]] ConfigSession *session() const { return m_window->projects()->session(); }
    [[nodiscard]] QString value(const char *name) const
    {
        const kconfig::SymbolId symbol = session()->model().find(name);
        return QString::fromStdString(session()->configuration().value(symbol));
    }
    /// Clicks the box of an option, as a user who has found it does.
    bool toggle(const QString &name)
    {
        ConfigurePage *page = m_window->configurePage();
        page->showOption(name);
        OptionView *view = page->optionView();
        const QRect row = view->visualRect(view->currentIndex().siblingAtColumn(0));
        if (!row.isValid())
            return false;
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          QPoint(row.left() + 10, row.center().y()));
        return true;
    }
    bool waitIdle(int milliseconds = 30'000)
    {
        const auto isIdle = [this] {
            return !m_window->projects()->isSaving() && !m_window->runs()->isBusy();
        };
        return QTest::qWaitFor(isIdle, milliseconds);
    }
    bool waitForRow(const QString &text, int milliseconds = 30'000)
    {
        return QTest::qWaitFor([this, text] { return row(text) >= 0; }, milliseconds);
    }
    /// Row of the log view that contains a text; -1: none.
    [[nodiscard]] int row(const QString &text) const
    {
        const LogModel *model = m_window->runPage()->logView()->model();
        for (int i = 0; i < model->rowCount(); ++i) {
            if (model->index(i, LogModel::messageColumn).data().toString().contains(text))
                return i;
        }
        return -1;
    }
    /// The sheet with this object name, when one is open.
    [[nodiscard]] QMessageBox *question(const QString &name) const
    {
        return m_window->findChild<QMessageBox *>(name);
    }
    [[nodiscard]] QString notice() const
    {
        return m_window->noticeBar()->isVisible() ? m_window->noticeBar()->text() : QString();
    }
    [[nodiscard]] QString issuesText() const
    {
        QStringList lines;
        for (int i = 0; i < m_window->issues()->rowCount(); ++i) {
            const QModelIndex index = m_window->issues()->index(i, 0);
            lines << index.data().toString() << index.data(IssueModel::FileRole).toString()
                  << index.data(IssueModel::DetailRole).toString();
        }
        return lines.join(u'\n');
    }

private:
    std::unique_ptr<MainWindow> m_window;
};

} // namespace kiln::test
