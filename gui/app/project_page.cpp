// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/project_page.h"

#include "widgets/palette_icon.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

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

void fill(QListWidget *list, const QStringList &folders)
{
    list->clear();
    for (const QString &folder : folders) {
        auto *item = new QListWidgetItem(
            paletteIcon(QStringLiteral("place-project")),
            QStringLiteral("%1  —  %2").arg(QFileInfo(folder).fileName(), shortPath(folder)));
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
    , m_facts(new QLabel)
    , m_trust(new QPushButton)
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
    open->setToolTip(tr("Open an application folder (Ctrl+O)"));
    connect(open, &QPushButton::clicked, this, &ProjectPage::openFolderRequested);
    auto *hint =
        new QLabel(tr("A folder with a Makefile.uk. It can also be dropped onto the window."));
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *openRow = new QHBoxLayout;
    openRow->setSpacing(16);
    openRow->addWidget(open);
    openRow->addWidget(hint, 1);

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
    currentLayout->addWidget(m_trust, 0, Qt::AlignLeft);
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
    layout->addLayout(openRow);
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
    outer->addWidget(scroll);

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

void ProjectPage::setRecent(const QStringList &folders)
{
    fill(m_recent, folders);
    m_recent->setVisible(!folders.isEmpty());
    m_noRecent->setVisible(folders.isEmpty());
}

void ProjectPage::setExamples(const QStringList &folders)
{
    fill(m_examples, folders);
    m_examplesBox->setVisible(!folders.isEmpty());
}

void ProjectPage::setProject(const std::optional<Project> &project, bool trusted)
{
    m_trusted = trusted;
    m_current->setVisible(project.has_value());
    if (!project)
        return;
    m_currentTitle->setText(project->name);
    const QString tree =
        project->tree.kind == KernelTree::Kind::bundled
            ? tr("%1 (comes with Kiln)").arg(shortPath(project->tree.directory))
            : tr("%1 (Unikraft %2)").arg(shortPath(project->tree.directory), project->tree.version);
    QStringList libraries;
    for (const QString &library : project->libraries)
        libraries << shortPath(library);
    const QString row = QStringLiteral(
        "<tr><td style='padding:2px 16px 2px 0'>%1</td><td style='padding:2px 0'>%2</td></tr>");
    QString facts = QStringLiteral("<table>");
    facts += row.arg(tr("Folder"), shortPath(project->directory).toHtmlEscaped());
    facts += row.arg(tr("Kernel tree"), tree.toHtmlEscaped());
    facts += row.arg(tr("Libraries"), libraries.isEmpty() ? tr("none beyond the tree's own")
                                                          : libraries.join(QStringLiteral("<br>")));
    facts += row.arg(tr("Configuration"), shortPath(project->configFile).toHtmlEscaped());
    facts += row.arg(tr("Build folder"), shortPath(project->buildDirectory).toHtmlEscaped());
    facts += row.arg(tr("Trust"), trusted ? tr("trusted: it may be built and booted")
                                          : tr("not trusted: nothing of it is run"));
    m_facts->setText(facts + QStringLiteral("</table>"));
    m_trust->setIcon(paletteIcon(trusted ? QStringLiteral("untrusted") : QStringLiteral("trust")));
    m_trust->setText(trusted ? tr("Stop Trusting This Project") : tr("Trust This Project"));
}

} // namespace kiln
