// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/analyse_page.h"

#include "widgets/build_history_view.h"
#include "widgets/build_times_view.h"
#include "widgets/libraries_view.h"
#include "widgets/lint_view.h"
#include "widgets/palette_icon.h"
#include "widgets/size_view.h"

#include <QTabWidget>
#include <QVBoxLayout>

namespace kiln {

AnalysePage::AnalysePage(QWidget *parent)
    : QWidget(parent)
    , m_sizes(new SizeView)
    , m_libraries(new LibrariesView)
    , m_times(new BuildTimesView)
    , m_history(new BuildHistoryView)
    , m_lint(new LintView)
    , m_tabs(new QTabWidget)
{
    m_tabs->setDocumentMode(true);
    m_tabs->setTabPosition(QTabWidget::South);
    m_tabs->setObjectName(QStringLiteral("analyseTabs"));
    m_tabs->setAccessibleName(tr("Sizes, libraries, build times, history and lint"));
    m_tabs->addTab(m_sizes, paletteIcon(QStringLiteral("treemap")), tr("Size"));
    m_tabs->addTab(m_libraries, paletteIcon(QStringLiteral("graph")), tr("Libraries"));
    m_tabs->addTab(m_times, paletteIcon(QStringLiteral("clock")), tr("Build time"));
    m_tabs->addTab(m_history, paletteIcon(QStringLiteral("build")), tr("History"));
    m_tabs->addTab(m_lint, paletteIcon(QStringLiteral("check")), tr("Lint"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (isVisible())
            emit looked();
    });
}

void AnalysePage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(int(tab));
}

AnalysePage::Tab AnalysePage::currentTab() const
{
    return Tab(m_tabs->currentIndex());
}

void AnalysePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    emit looked();
}

} // namespace kiln
