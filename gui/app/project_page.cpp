// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/project_page.h"

#include "widgets/flow_layout.h"
#include "widgets/git_state_view.h"
#include "widgets/kraftfile_view.h"
#include "widgets/palette_icon.h"
#include "widgets/toolchain_view.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kiln {

namespace {

constexpr int contentWidth = 760;

QString shortPath(const QString &path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + QLatin1Char('/')) ? QStringLiteral("~") + path.mid(home.size())
                                                    : path;
}

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

QListWidget *folderList(const QString &name)
{
    auto *list = new QListWidget;
    list->setAccessibleName(name);
    list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setTextElideMode(Qt::ElideMiddle);
    list->setIconSize(QSize(16, 16));
    list->setSpacing(2);
    return list;
}

void fill(QListWidget *list, const QVector<std::pair<QString, QString>> &folders)
{
    list->clear();
    for (const auto &[folder, name] : folders) {
        auto *item = new QListWidgetItem(paletteIcon(QStringLiteral("place-project")),
                                         QStringLiteral("%1  —  %2").arg(name, shortPath(folder)));
        item->setData(Qt::UserRole, folder);
        item->setToolTip(folder);
        item->setSizeHint(QSize(0, std::max(list->fontMetrics().height() + 12, 28)));
        list->addItem(item);
    }
    const int rows = std::min(8, int(folders.size()));
    list->setFixedHeight(rows * (list->sizeHintForRow(0) + 2 * list->spacing()) +
                         2 * list->frameWidth() + 4);
}

} // namespace

ProjectPage::ProjectPage(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget)
    , m_kraftfile(new KraftfileView)
    , m_git(new GitStateView)
    , m_tools(new ToolchainView)
    , m_beginnings(new FlowLayout)
    , m_growth(new FlowLayout)
    , m_facts(new QLabel)
    , m_trust(new QPushButton(tr("Trust This Project")))
    , m_variables(new QPushButton(tr("Variables…")))
    , m_current(new QWidget)
    , m_currentTitle(heading({}))
    , m_recent(folderList(tr("Recent projects")))
    , m_noRecent(new QLabel(tr("Folders you open will be listed here.")))
    , m_examples(folderList(tr("Examples")))
    , m_examplesBox(new QWidget)
{
    m_recent->setObjectName(QStringLiteral("recent"));
    m_examples->setObjectName(QStringLiteral("examples"));
    m_noRecent->setForegroundRole(QPalette::PlaceholderText);

    auto *logo = new QLabel;
    logo->setPixmap(QIcon(QStringLiteral(":/kiln/icons/kiln-studio.svg"))
                        .pixmap(QSize(56, 56), devicePixelRatioF()));
    auto *title = new QLabel(tr("Kiln"));
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.8);
    title->setFont(font);
    auto *subtitle = new QLabel(tr("Configure, build, boot and understand unikernels."));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(title);
    words->addWidget(subtitle);
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(logo);
    head->addLayout(words, 1);

    auto *open = new QPushButton(paletteIcon(QStringLiteral("open-folder")), tr("Open Folder…"));
    open->setToolTip(tr("Open the folder of a project (Ctrl+O)"));
    connect(open, &QPushButton::clicked, this, &ProjectPage::openFolderRequested);
    m_beginnings->setSpacing(8);
    m_growth->setSpacing(8);
    m_beginnings->addWidget(open);
    auto *hint = new QLabel(
        tr("A Unikraft application, a Linux tree, or any folder with a Kconfig file. It can also "
           "be dropped onto the window."));
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setWordWrap(true);

    m_facts->setTextFormat(Qt::RichText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setWordWrap(true);
    connect(m_trust, &QPushButton::clicked, this, [this] {
        if (m_trusted)
            emit forgetTrustRequested();
        else
            emit trustRequested();
    });
    auto *currentLayout = new QVBoxLayout(m_current);
    currentLayout->setContentsMargins(0, 0, 0, 0);
    currentLayout->setSpacing(8);
    currentLayout->addWidget(m_currentTitle);
    currentLayout->addWidget(m_facts);
    m_variables->setToolTip(tr("Set variables that the Kconfig files of this project read"));
    connect(m_variables, &QPushButton::clicked, this, &ProjectPage::variablesRequested);
    m_growth->addWidget(m_trust);
    m_growth->addWidget(m_variables);
    currentLayout->addLayout(m_growth);
    m_current->hide();

    auto *examplesLayout = new QVBoxLayout(m_examplesBox);
    examplesLayout->setContentsMargins(0, 0, 0, 0);
    examplesLayout->setSpacing(8);
    examplesLayout->addWidget(heading(tr("Examples that come with Kiln")));
    examplesLayout->addWidget(m_examples);

    auto *content = new QWidget;
    content->setMaximumWidth(contentWidth);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(16);
    layout->addLayout(head);
    layout->addLayout(m_beginnings);
    layout->addWidget(hint);
    layout->addSpacing(8);
    layout->addWidget(m_current);
    layout->addSpacing(8);
    layout->addWidget(heading(tr("Recent projects")));
    layout->addWidget(m_noRecent);
    layout->addWidget(m_recent);
    layout->addSpacing(8);
    layout->addWidget(m_examplesBox);
    layout->addStretch(1);

    auto *scroll = new QScrollArea;
    scroll->setAccessibleName(tr("Project"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    scroll->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_tabs->setDocumentMode(true);
    m_tabs->setTabPosition(QTabWidget::South);
    m_tabs->setObjectName(QStringLiteral("projectTabs"));
    m_tabs->setAccessibleName(tr("Project, Kraftfile, versions and toolchains"));
    m_tabs->addTab(scroll, paletteIcon(QStringLiteral("place-project")), tr("Overview"));
    m_tabs->addTab(m_kraftfile, paletteIcon(QStringLiteral("file")), tr("Kraftfile"));
    m_tabs->addTab(m_git, paletteIcon(QStringLiteral("clone")), tr("Versions"));
    m_tabs->addTab(m_tools, paletteIcon(QStringLiteral("build")), tr("Toolchains"));
    outer->addWidget(m_tabs);

    const auto openItem = [this](const QListWidgetItem *item) {
        emit openRequested(item->data(Qt::UserRole).toString());
    };
    connect(m_recent, &QListWidget::itemClicked, this, openItem);
    connect(m_recent, &QListWidget::itemActivated, this, openItem);
    const auto openExample = [this](const QListWidgetItem *item) {
        emit exampleRequested(item->data(Qt::UserRole).toString());
    };
    connect(m_examples, &QListWidget::itemClicked, this, openExample);
    connect(m_examples, &QListWidget::itemActivated, this, openExample);
}

void ProjectPage::setActions(const QList<QAction *> &beginnings, const QList<QAction *> &growth)
{
    const auto add = [](QLayout *layout, QAction *action) {
        auto *button = new QPushButton(action->icon(), action->text());
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
        layout->addWidget(button);
    };
    for (QAction *action : beginnings)
        add(m_beginnings, action);
    for (QAction *action : growth)
        add(m_growth, action);
}

void ProjectPage::setRecent(const QVector<std::pair<QString, QString>> &projects)
{
    m_recentProjects = projects;
    refreshSoon();
}

void ProjectPage::setExamples(const QStringList &folders)
{
    QVector<std::pair<QString, QString>> named;
    for (const QString &folder : folders)
        named.append({folder, QFileInfo(folder).fileName()});
    fill(m_examples, named);
    m_examplesBox->setVisible(!folders.isEmpty());
}

void ProjectPage::setProject(const std::optional<Project> &project, bool trusted)
{
    m_project = project;
    m_trusted = trusted;
    const bool isApplication = project && project->isBuildable();
    m_kraftfile->setDirectory(isApplication ? project->directory : QString());
    QStringList folders;
    if (project)
        folders << project->directory;
    if (isApplication)
        folders << project->libraries << project->tree.directory;
    m_git->setFolders(folders);
    refreshSoon();
}

/// Whoever opens a project goes elsewhere: laying out this page would only keep them waiting.
void ProjectPage::refreshSoon()
{
    if (!std::exchange(m_isStale, true))
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (isVisible())
                    refresh();
            },
            Qt::QueuedConnection);
}

void ProjectPage::showEvent(QShowEvent *event)
{
    if (m_isStale)
        refresh();
    QWidget::showEvent(event);
}

void ProjectPage::refresh()
{
    m_isStale = false;
    fill(m_recent, m_recentProjects);
    m_recent->setVisible(!m_recentProjects.isEmpty());
    m_noRecent->setVisible(m_recentProjects.isEmpty());
    m_current->setVisible(m_project.has_value());
    if (m_project)
        showProject(*m_project);
}

void ProjectPage::showProject(const Project &project)
{
    m_currentTitle->setText(project.name);
    const QString row = QStringLiteral(
        "<tr><td style='padding:2px 16px 2px 0'>%1</td><td style='padding:2px 0'>%2</td></tr>");
    QString facts = QStringLiteral("<table>");
    const auto add = [&](const QString &name, const QString &value) {
        facts += row.arg(name, value.toHtmlEscaped());
    };
    add(tr("Folder"), shortPath(project.directory));
    switch (project.kind) {
    case ProjectKind::application: {
        const QString tree = shortPath(project.tree.directory);
        add(tr("Kernel tree"), project.tree.kind == KernelTree::Kind::bundled
                                   ? tr("%1 (comes with Kiln)").arg(tree)
                                   : tr("%1 (Unikraft %2)").arg(tree, project.tree.version));
        QStringList libraries;
        for (const QString &library : project.libraries)
            libraries << shortPath(library).toHtmlEscaped();
        facts +=
            row.arg(tr("Libraries"), libraries.isEmpty() ? tr("none beyond the tree's own")
                                                         : libraries.join(QStringLiteral("<br>")));
        break;
    }
    case ProjectKind::linuxTree:
        add(tr("Linux"), project.linuxVersion);
        add(tr("Architecture"), project.linuxArchitecture);
        break;
    case ProjectKind::kconfig:
        add(tr("Root file"), project.rootFile);
        break;
    }
    add(tr("Configuration"), shortPath(project.configFile));
    if (project.kind != ProjectKind::kconfig)
        add(tr("Build folder"), shortPath(project.buildDirectory));
    QStringList variables;
    for (auto each = project.variables.begin(); each != project.variables.end(); ++each)
        variables << (each.key() + u'=' + each.value()).toHtmlEscaped();
    if (!variables.isEmpty())
        facts += row.arg(tr("Variables"), variables.join(QStringLiteral("<br>")));
    const QString trustedText = project.isBuildable()
                                    ? tr("trusted: it may be built and booted")
                                    : tr("trusted: commands of its Kconfig files may run");
    add(tr("Trust"), m_trusted ? trustedText : tr("not trusted: nothing of it is run"));
    m_facts->setText(facts + QStringLiteral("</table>"));
    m_trust->setIcon(
        paletteIcon(m_trusted ? QStringLiteral("untrusted") : QStringLiteral("trust")));
    m_trust->setText(m_trusted ? tr("Stop Trusting This Project") : tr("Trust This Project"));
}

} // namespace kiln
