// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window: places, toolbar, status bar, and what connects them.
#pragma once

#include "app/log_filter_store.h"
#include "app/project_controller.h"
#include "app/recent_projects.h"
#include "app/run_controller.h"
#include "app/settings.h"
#include "widgets/links.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>

class QLineEdit;
class QSplitter;

namespace kiln {

class AnalysePage;
class AnalysisController;
class ArchitectureButton;
class BuildMenu;
class ConfigFiles;
class ConfigurePage;
class DialectButton;
class DropArea;
class EditPage;
class IssueModel;
class MachineButton;
class MachineSettings;
class MenuButton;
class NoticeBar;
class PlaceStack;
class ProjectPage;
class QuickOpen;
class ProjectTasks;
class RunPage;
class RunPresenter;
class SourceFinder;
class StateBar;
class TargetButton;
class WindowActions;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens what ProjectController::open() can; asks first when there are unsaved changes. A Linux
    /// tree opens for `architecture`, if that is given.
    void open(const QString &path, const QString &architecture = {});
    /// The kernel tree for applications opened from now on.
    void setTree(const QString &directory);

    /// \name For tests and scripts
    /// @{
    [[nodiscard]] ProjectController *projects() { return &m_projects; }
    [[nodiscard]] RunController *runs() { return &m_runs; }
    [[nodiscard]] WindowActions *actions() const { return m_actions; }
    [[nodiscard]] ConfigurePage *configurePage() const { return m_configure; }
    [[nodiscard]] RunPage *runPage() const { return m_run; }
    [[nodiscard]] AnalysePage *analysePage() const { return m_analyse; }
    [[nodiscard]] BuildMenu *buildMenu() const { return m_buildMenu; }
    [[nodiscard]] ProjectPage *projectPage() const { return m_projectPage; }
    [[nodiscard]] EditPage *editPage() const { return m_edit; }
    [[nodiscard]] IssueModel *issues() const { return m_issues; }
    [[nodiscard]] StateBar *stateBar() const { return m_state; }
    [[nodiscard]] NoticeBar *trustBar() const { return m_trustBar; }
    [[nodiscard]] NoticeBar *noticeBar() const { return m_notice; }
    [[nodiscard]] ConfigFiles *configFiles() const { return m_files; }
    [[nodiscard]] QLineEdit *searchEdit() const { return m_search; }
    [[nodiscard]] QuickOpen *quickOpen() const { return m_quickOpen; }
    [[nodiscard]] ArchitectureButton *architectureButton() const { return m_architectureButton; }
    [[nodiscard]] TargetButton *targetButton() const { return m_targetButton; }
    [[nodiscard]] DialectButton *dialectButton() const { return m_dialectButton; }
    [[nodiscard]] DropArea *dropArea() const { return m_drop; }
    /// @}

protected:
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildToolBar();
    void buildBody();
    void connectActions();
    void connectProject();
    void connectTasks();
    void connectRun();
    void connectAnalysis();
    void connectEdit();
    void restore();

    void openNow(const QString &path, const QString &architecture);
    /// Opens an example; one in a read-only installation is copied first.
    void openExample(const QString &folder);
    void askForFolder();
    void askForFile();
    void askVariables();
    void chooseArchitecture(const QString &architecture);
    void chooseDialect(const QString &dialect);
    void warnOfArchitecture();
    void showTarget();
    /// Tells which values of the Kraftfile are edits now, and marks these options.
    void showKraftfile(const QVector<KraftEffect> &effects);
    void setEditorProject(const Project &project);
    void rememberOpenFiles();
    /// Asks about unsaved files, then calls `then` unless the user wants neither.
    void guardUnsavedFiles(const QString &question, std::function<void()> then);
    void guardUnsaved(const QString &question, std::function<void()> then);
    void requestClean();
    /// Sets options to y in the open configuration.
    void switchOn(const QStringList &names);
    /// `isSaved`: what can be saved of the open files has been.
    void requestBuild(void (RunController::*start)(), bool isSaved = false);
    void askTrust(std::function<void()> then);
    void showProblem(const Problem &problem);
    void openSource(const SourcePlace &place);
    void applySearch();
    void updateProject();
    void updateConfigurationState();
    void updateDiagnostics();
    void updateRunActions();
    void updateRecent();

    Settings m_settings;
    RecentProjects m_recent;
    ProjectMemory m_memory;
    LogFilterStore m_logFilters;
    ProjectController m_projects;
    RunController m_runs;
    WindowActions *m_actions;
    IssueModel *m_issues;
    ConfigurePage *m_configure;
    ConfigFiles *m_files;
    RunPage *m_run;
    AnalysePage *m_analyse;
    AnalysisController *m_analysis;
    BuildMenu *m_buildMenu;
    ProjectPage *m_projectPage;
    ProjectTasks *m_tasks;
    EditPage *m_edit;
    SourceFinder *m_finder;
    StateBar *m_state;
    NoticeBar *m_trustBar;
    NoticeBar *m_notice;
    RunPresenter *m_presenter;
    PlaceStack *m_places;
    QSplitter *m_splitter;
    MenuButton *m_projectButton;
    MachineButton *m_machineButton;
    MachineSettings *m_machines;
    TargetButton *m_targetButton;
    ArchitectureButton *m_architectureButton;
    DialectButton *m_dialectButton;
    QAction *m_machineAction = nullptr;      ///< shows m_machineButton
    QAction *m_targetAction = nullptr;       ///< shows m_targetButton
    QAction *m_architectureAction = nullptr; ///< shows m_architectureButton
    QAction *m_dialectAction = nullptr;      ///< shows m_dialectButton
    DropArea *m_drop;
    QLineEdit *m_search;
    QuickOpen *m_quickOpen;
    QTimer m_searchTimer;
    QTimer m_filesChanged;
    QString m_filesOf; ///< Project::path of what the editor's files belong to
    std::function<void()> m_whenLoaded;
    bool m_closing = false;
};

} // namespace kiln
