// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/main_window.h"

#include "app/analysis_controller.h"
#include "app/architecture_button.h"
#include "app/build_menu.h"
#include "app/config_files.h"
#include "app/dialect_button.h"
#include "app/drop_area.h"
#include "app/language_menu.h"
#include "app/machine_button.h"
#include "app/machine_settings.h"
#include "app/place_stack.h"
#include "app/project_page.h"
#include "app/project_tasks.h"
#include "app/questions.h"
#include "app/run_presenter.h"
#include "app/state_bar.h"
#include "app/theme.h"
#include "app/window_actions.h"
#include "widgets/analyse_page.h"
#include "widgets/build_view.h"
#include "widgets/changes_view.h"
#include "widgets/configure_page.h"
#include "widgets/edit_page.h"
#include "widgets/editor_tabs.h"
#include "widgets/issue_model.h"
#include "widgets/issue_view.h"
#include "widgets/menu_button.h"
#include "widgets/notice_bar.h"
#include "widgets/option_view_actions.h"
#include "widgets/palette_icon.h"
#include "widgets/place_bar.h"
#include "widgets/primary_button.h"
#include "widgets/quick_open.h"
#include "widgets/run_page.h"
#include "widgets/target_button.h"
#include "workbench/edit_journal.h"
#include "workbench/source_finder.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace kiln {

namespace {

constexpr int savingDelay = 300; // milliseconds
constexpr int searchDelay = 10;  // milliseconds after the last key: several at once are one search

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_recent(&m_settings)
    , m_memory(&m_settings)
    , m_logFilters(&m_settings)
    , m_projects(&m_memory)
    , m_actions(new WindowActions(this))
    , m_issues(new IssueModel(this))
    , m_configure(new ConfigurePage(m_projects.session()))
    , m_files(new ConfigFiles(this, &m_projects, m_actions, m_configure))
    , m_run(new RunPage(m_issues))
    , m_analyse(new AnalysePage)
    , m_analysis(new AnalysisController(m_analyse, &m_runs, m_projects.session(), this))
    , m_buildMenu(new BuildMenu(this))
    , m_projectPage(new ProjectPage)
    , m_tasks(new ProjectTasks(
          &m_projects, m_actions,
          [this](const QString &question, std::function<void()> then) {
              guardUnsaved(question, std::move(then));
          },
          this))
    , m_edit(new EditPage(EditJournal::defaultDirectory()))
    , m_finder(new SourceFinder(this))
    , m_state(new StateBar)
    , m_trustBar(new NoticeBar)
    , m_notice(new NoticeBar)
    , m_presenter(new RunPresenter(&m_runs, m_run, m_issues, m_state, this))
    , m_places(new PlaceStack)
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_projectButton(new MenuButton)
    , m_machineButton(new MachineButton)
    , m_machines(
          new MachineSettings(&m_runs, m_machineButton, &m_settings, m_actions->machine, this))
    , m_targetButton(new TargetButton)
    , m_architectureButton(new ArchitectureButton)
    , m_dialectButton(new DialectButton)
    , m_drop(new DropArea(this))
    , m_search(new QLineEdit)
    , m_quickOpen(new QuickOpen(m_search))
{
    setWindowIcon(QIcon(QStringLiteral(":/kiln/icons/kiln-studio.svg")));
    setAcceptDrops(true);
    setStatusBar(m_state);
    m_actions->fillMenus(menuBar(), m_configure->viewActions()->all(),
                         m_configure->makeItSoAction());
    buildToolBar();
    buildBody();
    connectActions();
    connectProject();
    connectTasks();
    connectRun();
    connectAnalysis();
    connectEdit();
    restore();
    updateRecent();
    m_projectPage->setExamples(ProjectController::examples());
    m_actions->placeProject->trigger();
    m_presenter->reset();
    updateProject();
    updateRunActions();
    updateConfigurationState();
}

MainWindow::~MainWindow()
{
    // Pages hold the session and the log; they go before these members do, and hear no more.
    m_runs.disconnect();
    m_projects.disconnect();
    m_projects.session()->disconnect();
    delete m_presenter;
    delete m_analysis;
    delete takeCentralWidget();
}

void MainWindow::buildToolBar()
{
    auto *bar = addToolBar(tr("Main"));
    bar->setObjectName(QStringLiteral("mainToolBar"));
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setIconSize(QSize(20, 20));
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_projectButton->setIcon(paletteIcon(QStringLiteral("place-project")));
    m_projectButton->setToolTip(tr("The open project, and recent ones"));
    m_projectButton->setMenu(m_actions->recentMenu);
    bar->addWidget(m_projectButton);
    m_targetAction = bar->addWidget(m_targetButton);
    m_machineAction = bar->addWidget(m_machineButton);
    m_architectureAction = bar->addWidget(m_architectureButton);
    m_architectureAction->setVisible(false);
    m_dialectAction = bar->addWidget(m_dialectButton);
    m_dialectAction->setVisible(false);
    bar->addSeparator();
    auto *start = new PrimaryButton(m_actions->buildAndBoot);
    start->setObjectName(QStringLiteral("buildAndBootButton"));
    // Wide enough for both texts, so that nothing moves when it becomes Stop.
    start->reserve({tr("Build & Boot"), tr("Stop")});
    bar->addWidget(start);
    auto *build = new QToolButton;
    build->setDefaultAction(m_actions->build);
    build->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    build->setPopupMode(QToolButton::MenuButtonPopup);
    build->setMenu(m_buildMenu);
    bar->addWidget(build);
    bar->addActions({m_actions->pause, m_actions->reset});
    bar->addSeparator();
    bar->addActions({m_actions->save, m_actions->undo, m_actions->redo});
    m_search->setPlaceholderText(tr("Find option, file, action"));
    m_search->setAccessibleName(tr("Find option, file, action"));
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setToolTip(m_actions->find->toolTip());
    m_search->setClearButtonEnabled(true);
    m_search->addAction(paletteIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    // Gives way to the buttons, whose texts are longer in other languages.
    m_search->setMinimumWidth(144);
    m_search->setMaximumWidth(264);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_search->installEventFilter(this);
    // What is free goes to the field first, as far as it is of use there.
    auto *rest = new QWidget;
    auto *restLayout = new QHBoxLayout(rest);
    restLayout->setContentsMargins(0, 0, 0, 0);
    restLayout->setSpacing(0);
    restLayout->addStretch(1);
    restLayout->addWidget(m_search, 1000);
    rest->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(rest);
    for (QWidget *widget : bar->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (auto *button = qobject_cast<QToolButton *>(widget))
            button->setFocusPolicy(Qt::TabFocus);
    }
}

void MainWindow::buildBody()
{
    m_places->addWidget(m_configure);
    m_places->addWidget(m_edit);
    m_places->addWidget(m_run);
    m_places->addWidget(m_analyse);
    m_places->addWidget(m_projectPage);
    m_splitter->addWidget(m_places);
    m_splitter->addWidget(m_files->changes());
    m_splitter->setSizes({480, 240});
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_trustBar->setClosable(false);
    m_trustBar->setObjectName(QStringLiteral("trustBar"));
    m_notice->setObjectName(QStringLiteral("notice"));

    auto *placeBar = new PlaceBar;
    for (QAction *action : m_actions->places->actions())
        placeBar->addPlace(action);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_trustBar);
    right->addWidget(m_files->notice());
    right->addWidget(m_notice);
    right->addWidget(m_splitter, 1);
    auto *central = new QWidget;
    auto *layout = new QHBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(placeBar);
    layout->addLayout(right, 1);
    setCentralWidget(central);
}

void MainWindow::connectActions()
{
    const WindowActions &a = *m_actions;
    connect(a.open, &QAction::triggered, this, &MainWindow::askForFolder);
    connect(a.save, &QAction::triggered, this, [this] {
        m_projects.save();
        // Said of slow disks only.
        QTimer::singleShot(savingDelay, this, &MainWindow::updateConfigurationState);
    });
    connect(&m_projects, &ProjectController::saveEnded, this,
            &MainWindow::updateConfigurationState);
    connect(a.reload, &QAction::triggered, this, [this] {
        guardUnsaved(tr("Save the changes before the configuration is read again?"), [this] {
            m_runs.stopAll();
            m_projects.reopen();
        });
    });
    connect(a.openFile, &QAction::triggered, this, &MainWindow::askForFile);
    connect(a.variables, &QAction::triggered, this, &MainWindow::askVariables);
    connect(m_architectureButton, &ArchitectureButton::architectureRequested, this,
            &MainWindow::chooseArchitecture);
    connect(m_dialectButton, &DialectButton::dialectRequested, this, &MainWindow::chooseDialect);
    connect(m_drop, &DropArea::dropped, this, [this](const QString &path) { open(path); });
    connect(a.trust, &QAction::triggered, this, [this] { askTrust([] {}); });
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
    connect(a.undo, &QAction::triggered, m_projects.session(), &ConfigSession::undo);
    connect(a.redo, &QAction::triggered, m_projects.session(), &ConfigSession::redo);
    connect(a.find, &QAction::triggered, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(a.places, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_places->setCurrentIndex(int(m_actions->places->actions().indexOf(action)));
    });
    connect(a.themes, &QActionGroup::triggered, this, [this](const QAction *action) {
        const Theme theme = action == m_actions->themeLight  ? Theme::light
                            : action == m_actions->themeDark ? Theme::dark
                                                             : Theme::system;
        applyTheme(theme, this);
        m_settings.setValue(QStringLiteral("theme"), themeName(theme));
    });
    connect(a.languageMenu, &LanguageMenu::chosen, this, [this](const QString &language) {
        m_settings.setValue(QStringLiteral("language"), language);
        m_notice->setMessage(QStringLiteral("level-info"),
                             tr("The language changes when Kiln is started again."));
    });
    connect(a.buildAndBoot, &QAction::triggered, this, [this] {
        if (m_runs.state() != RunController::State::idle)
            m_runs.stop();
        else
            requestBuild(&RunController::buildAndBoot);
    });
    connect(a.build, &QAction::triggered, this, [this] { requestBuild(&RunController::build); });
    connect(a.bootAnother, &QAction::triggered, this,
            [this] { requestBuild(&RunController::buildAndBootAnother); });
    connect(a.runTests, &QAction::triggered, this, [this] { requestBuild(&RunController::test); });
    connect(a.clean, &QAction::triggered, this, &MainWindow::requestClean);
    connect(a.stop, &QAction::triggered, &m_runs, &RunController::stop);
    connect(a.pause, &QAction::triggered, this, [this] {
        Guest *guest = m_runs.currentGuest();
        if (guest->state() == Guest::State::paused)
            guest->resume();
        else
            guest->pause();
    });
    connect(a.reset, &QAction::triggered, this, [this] { m_runs.currentGuest()->reset(); });
    connect(a.keys, &QAction::triggered, this, [this] { showKeys(this); });
    connect(a.about, &QAction::triggered, this, [this] { showAbout(this); });

    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(searchDelay);
    connect(&m_searchTimer, &QTimer::timeout, this, &MainWindow::applySearch);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_searchTimer.start(); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        applySearch();
        if (QuickOpen::isOurs(m_search->text()))
            return;
        m_configure->activateSearch();
    });
    connect(m_configure, &ConfigurePage::searchLeft, m_search, &QLineEdit::clear);
    connect(m_configure, &ConfigurePage::undoRequested, a.undo, &QAction::trigger);
    connect(m_configure, &ConfigurePage::searchRequested, a.find, &QAction::trigger);
    connect(m_configure, &ConfigurePage::openRequested, this, &MainWindow::openSource);
    connect(m_state, &StateBar::configurationClicked, this, [this] {
        m_actions->placeConfigure->trigger();
        if (m_projects.session()->isLoaded() && m_projects.session()->changeCount() > 0)
            m_actions->changes->setChecked(true);
    });
    connect(m_state, &StateBar::activityClicked, a.placeRun, &QAction::trigger);
    connect(m_state, &StateBar::buildClicked, this, [this] {
        m_actions->placeRun->trigger();
        m_run->showTab(RunPage::Tab::build);
    });
}

void MainWindow::connectProject()
{
    ConfigSession *session = m_projects.session();
    connect(&m_projects, &ProjectController::opened, this, [this](const Project &project) {
        m_recent.add(project.path);
        m_runs.setProject(project);
        // After what follows, which clears the notices.
        QMetaObject::invokeMethod(
            m_machines, [this, project] { m_machines->setProject(project); }, Qt::QueuedConnection);
        m_run->setLogFilter(m_logFilters.open(project.directory));
        m_presenter->setDirectory(project.directory);
        m_run->setSavedLogImage(project.isBuildable() ? project.debugImagePath() : QString());
        m_presenter->reset();
        m_presenter->recallBuild(project);
        // Only what boots here prints names to look for.
        m_finder->setFolders(project.isBuildable()
                                 ? QStringList{project.directory} + project.libraries
                                       << project.tree.directory
                                 : QStringList());
        m_notice->hide();
        setEditorProject(project);
        m_search->clear();
        m_whenLoaded = nullptr;
        updateRecent();
        showTarget();
        updateProject();
        updateRunActions();
    });
    connect(&m_projects, &ProjectController::valuesTaken, this, [this](const QString &file) {
        m_notice->setMessage(QStringLiteral("check"),
                             tr("The values of %1 were taken. They are not saved yet.").arg(file));
    });
    connect(&m_projects, &ProjectController::trustChanged, this, &MainWindow::updateProject);
    connect(&m_projects, &ProjectController::problem, this, &MainWindow::showProblem);
    connect(m_files, &ConfigFiles::problem, this, &MainWindow::showProblem);
    connect(m_files, &ConfigFiles::done, this,
            [this](const QString &text) { m_notice->setMessage(QStringLiteral("check"), text); });
    connect(m_files, &ConfigFiles::diagnosticsChanged, this, &MainWindow::updateDiagnostics);
    connect(&m_projects, &ProjectController::configFileChanged, this, [this] {
        m_runs.setConfigFile(m_projects.project()->configFile);
        m_machines->configurationChanged(m_projects.project()->configFile);
        updateProject();
    });
    connect(session, &ConfigSession::loadStarted, this, &MainWindow::updateConfigurationState);
    connect(session, &ConfigSession::loaded, this, [this] {
        updateProject();
        updateConfigurationState();
        updateDiagnostics();
        warnOfArchitecture();
        if (auto then = std::exchange(m_whenLoaded, nullptr))
            then();
    });
    connect(session, &ConfigSession::loadFailed, this, [this](const Problem &problem) {
        m_whenLoaded = nullptr;
        updateConfigurationState();
        showProblem(problem);
    });
    connect(session, &ConfigSession::edited, this, &MainWindow::updateConfigurationState);
    connect(session, &ConfigSession::dirtyChanged, this, &MainWindow::updateConfigurationState);
    connect(session, &ConfigSession::savedStateChanged, this,
            &MainWindow::updateConfigurationState);
    connect(session, &ConfigSession::staleChanged, this, &MainWindow::updateConfigurationState);
    connect(session, &ConfigSession::savedTo, this, [this] {
        m_notice->hide();
        m_machines->configurationChanged(m_projects.project()->configFile);
        updateConfigurationState();
    });
    connect(m_projectPage, &ProjectPage::openFolderRequested, this, &MainWindow::askForFolder);
    connect(m_projectPage, &ProjectPage::openRequested, this,
            [this](const QString &path) { open(path); });
    connect(m_projectPage, &ProjectPage::exampleRequested, this, &MainWindow::openExample);
    connect(m_projectPage, &ProjectPage::variablesRequested, m_actions->variables,
            &QAction::trigger);
    connect(m_projectPage, &ProjectPage::trustRequested, m_actions->trust, &QAction::trigger);
    connect(m_projectPage, &ProjectPage::forgetTrustRequested, &m_projects,
            &ProjectController::forgetTrust);
}

void MainWindow::connectRun()
{
    connect(&m_runs, &RunController::stateChanged, this, &MainWindow::updateRunActions);
    connect(m_machines, &MachineSettings::problem, this, &MainWindow::showProblem);
    connect(m_machines, &MachineSettings::noted, this, [this](const QString &text) {
        m_notice->setMessage(QStringLiteral("level-info"), text);
    });
    connect(m_run->buildView(), &BuildView::openRequested, this, &MainWindow::openSource);
    connect(m_run->issueView(), &IssueView::openRequested, this, &MainWindow::openSource);
    connect(m_run, &RunPage::problem, this, &MainWindow::showProblem);
    connect(m_run, &RunPage::logFilterChanged, &m_logFilters, &LogFilterStore::save);
    connect(m_run, &RunPage::sourceRequested, this,
            [this](const QString &file, int line, const QString &library) {
                m_finder->find(file, line, library);
            });
    connect(m_finder, &SourceFinder::found, this, [this](const QString &path, int line) {
        openSource({path, line, 0});
    });
    connect(m_finder, &SourceFinder::notFound, this, [this](const QString &file) {
        showProblem({tr("%1 is in none of the project's folders").arg(file),
                     {},
                     tr("It may belong to a library whose folder is not known here.")});
    });
}

void MainWindow::restore()
{
    const Theme theme = themeFromName(m_settings.value(QStringLiteral("theme")).toString());
    applyTheme(theme);
    (theme == Theme::light  ? m_actions->themeLight
     : theme == Theme::dark ? m_actions->themeDark
                            : m_actions->themeSystem)
        ->setChecked(true);
    m_actions->languageMenu->setLanguage(m_settings.value(QStringLiteral("language")).toString());
    resize(1240, 800);
    restoreGeometry(m_settings.value(QStringLiteral("window/geometry")).toByteArray());
    m_splitter->restoreState(m_settings.value(QStringLiteral("window/splitter")).toByteArray());
    m_files->changes()->tree()->header()->restoreState(
        m_settings.value(QStringLiteral("window/changesColumns")).toByteArray());
    m_configure->restoreState(QSettings());
    m_edit->restoreState(QSettings());
}

void MainWindow::guardUnsaved(const QString &question, std::function<void()> then)
{
    const ConfigSession *session = m_projects.session();
    // A configuration nobody has touched need not be asked about, even if it is on no disk yet.
    if (!session->isLoaded() || !session->isDirty() || session->changeCount() == 0) {
        then();
        return;
    }
    askUnsaved(
        this, question, [this, then] { m_projects.save(ConfigSession::SaveMode::careful, then); },
        then);
}

void MainWindow::requestBuild(void (RunController::*start)(), bool isSaved)
{
    if (!m_projects.project() || !m_projects.project()->isBuildable() || m_projects.isSaving() ||
        m_runs.isBuilding())
        return;
    // What can't be saved now (a text that is still on its way from the disk) stays modified: once
    // is enough.
    if (!isSaved && !m_edit->tabs()->modified().isEmpty()) {
        m_edit->tabs()->saveAll([this, start] { requestBuild(start, true); });
        return;
    }
    if (!m_projects.isTrusted()) {
        askTrust([this, start] { requestBuild(start); });
        return;
    }
    if (m_projects.session()->isLoading()) {
        m_whenLoaded = [this, start] { requestBuild(start); };
        return;
    }
    const auto go = [this, start] {
        m_actions->placeRun->trigger();
        (m_runs.*start)();
    };
    if (m_projects.session()->isLoaded())
        m_projects.saveIfNeeded(go);
    else
        go();
}

void MainWindow::requestClean()
{
    if (!m_projects.project() || !m_projects.project()->isBuildable() || m_runs.isBuilding())
        return;
    // The tree's own make does it.
    if (!m_projects.isTrusted()) {
        askTrust([this] { requestClean(); });
        return;
    }
    m_actions->placeRun->trigger();
    m_runs.clean();
}

void MainWindow::askTrust(std::function<void()> then)
{
    if (!m_projects.project() || m_projects.isTrusted())
        return;
    kiln::askTrust(this, *m_projects.project(), m_projects.untrustedFolders(), [this, then] {
        m_projects.trust();
        if (m_projects.isTrusted())
            then();
    });
}

void MainWindow::showProblem(const Problem &problem)
{
    m_notice->setMessage(QStringLiteral("level-error"), problem.text());
}

void MainWindow::openSource(const SourcePlace &place)
{
    m_actions->placeEdit->trigger();
    m_edit->open(place);
}

void MainWindow::applySearch()
{
    m_searchTimer.stop();
    const QString text = QuickOpen::isOurs(m_search->text()) ? QString() : m_search->text();
    if (!text.trimmed().isEmpty())
        m_actions->placeConfigure->trigger();
    m_configure->setSearchText(text);
}

} // namespace kiln
