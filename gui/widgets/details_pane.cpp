// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/details_pane.h"

#include "widgets/dependency_view.h"
#include "widgets/fitted_text.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextDocument>
#include <QVBoxLayout>

namespace kiln {

namespace {

/// Keeps its room, but is not seen, where there is nothing to scroll.
class HidingScrollBar : public QScrollBar
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        if (maximum() > minimum())
            QScrollBar::paintEvent(event);
        else
            QPainter(this).fillRect(rect(), palette().base());
    }
};

} // namespace

DetailsPane::DetailsPane(QWidget *parent)
    : QScrollArea(parent)
    , m_top(new FittedText)
    , m_needs(new DependencyView)
    , m_bottom(new FittedText)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Details of the option"));
    m_top->setAccessibleName(tr("Value and reasons"));
    m_bottom->setAccessibleName(tr("Relations, place and help"));
    for (FittedText *text : {m_top, m_bottom}) {
        text->document()->setDocumentMargin(8);
        connect(text, &QTextBrowser::anchorClicked, this, &DetailsPane::follow);
    }
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(0);
    layout->addWidget(m_top);
    layout->addWidget(m_needs);
    layout->addWidget(m_bottom);
    layout->addStretch(1);
    setWidget(content);
    // A text of long names may be higher where it is wider. If that decides whether there is a
    // scroll bar, and the bar how wide it is, there is no end to it.
    setVerticalScrollBar(new HidingScrollBar);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_needs->hide();
    m_due.setSingleShot(true);
    m_due.setInterval(0);
    connect(&m_due, &QTimer::timeout, this, &DetailsPane::showPart);
    connect(m_needs, &DependencyView::nodeRequested, this, &DetailsPane::nodeRequested);
}

void DetailsPane::setNode(const kconfig::Configuration *configuration, kconfig::NodeId node,
                          const QString &base)
{
    if (!configuration || configuration != m_configuration) {
        // Whatever is drawn refers to what may be gone in a moment.
        m_needs->setNode(nullptr, {});
        m_shown = {};
    }
    m_configuration = configuration;
    m_node = configuration ? node : kconfig::NodeId{};
    m_base = base;
    begin();
}

void DetailsPane::refresh()
{
    begin();
}

void DetailsPane::setRemarks(const QHash<QString, QString> &remarks)
{
    if (remarks == m_remarks)
        return;
    m_remarks = remarks;
    begin();
}

QString DetailsPane::remark() const
{
    const kconfig::SymbolId symbol = m_configuration->model().node(m_node).symbol;
    if (m_remarks.isEmpty() || !symbol.isValid())
        return {};
    const QString name =
        QString::fromStdString(std::string(m_configuration->model().symbol(symbol).name));
    return m_remarks.contains(name) ? QStringLiteral("<p>%1</p>").arg(m_remarks.value(name))
                                    : QString();
}

void DetailsPane::begin()
{
    m_next = Part::top;
    m_due.start();
}

QString DetailsPane::plainText()
{
    while (m_due.isActive())
        showPart();
    return m_top->toPlainText() + u'\n' + m_needs->plainText() + m_bottom->toPlainText();
}

void DetailsPane::showPart()
{
    m_due.stop();
    if (!m_node.isValid()) {
        m_top->showHtml({});
        m_bottom->showHtml({});
        m_needs->setNode(nullptr, {});
        m_shown = {};
        return;
    }
    switch (m_next) {
    case Part::top:
        m_text = optionDetails(*m_configuration, m_node, m_base, palette(), layoutDirection());
        m_top->showHtml(m_text.top + remark());
        m_next = Part::needs;
        break;
    case Part::needs:
        if (m_shown == m_node) {
            m_needs->refresh();
        } else {
            m_needs->setNode(m_configuration, m_node);
            m_shown = m_node;
            ensureVisible(0, 0);
        }
        m_next = Part::bottom;
        break;
    case Part::bottom:
        m_bottom->showHtml(m_text.bottom);
        return;
    }
    m_due.start();
}

void DetailsPane::follow(const QUrl &url)
{
    if (const auto option = linkedOption(url))
        emit optionRequested(*option);
    else if (const auto place = linkedSource(url))
        emit openRequested(*place);
    else if (const auto symbol = linkedFix(url))
        emit fixRequested(*symbol);
}

void DetailsPane::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    const bool isShown =
        event->type() == QEvent::PaletteChange || event->type() == QEvent::LayoutDirectionChange;
    if (isShown && m_configuration)
        refresh(); // the text carries colours, and its tables a direction
}

} // namespace kiln
