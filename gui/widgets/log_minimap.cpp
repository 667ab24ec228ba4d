// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/log_minimap.h"

#include "widgets/level_style.h"
#include "widgets/log_model.h"
#include "widgets/log_table.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace kiln {

namespace {

constexpr int mapWidth = 16;
constexpr int searchWidth = 4;
constexpr int refreshMilliseconds = 100;

} // namespace

LogMinimap::LogMinimap(const LogModel *model, LogTable *table, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_table(table)
{
    setObjectName(QStringLiteral("logMinimap"));
    setAccessibleName(tr("Map of warnings and errors"));
    setToolTip(tr("Warnings and errors among all rows; click to go there"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored);
    m_timer.setSingleShot(true);
    m_timer.setInterval(refreshMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &LogMinimap::draw);
    connect(model, &QAbstractItemModel::modelReset, this, &LogMinimap::refresh);
    connect(model, &QAbstractItemModel::rowsInserted, this, &LogMinimap::refresh);
    connect(model, &LogModel::searchAdvanced, this, &LogMinimap::refresh);
    connect(table, &LogTable::rangeChanged, this, QOverload<>::of(&QWidget::update));
}

QSize LogMinimap::sizeHint() const
{
    return {mapWidth, mapWidth};
}

void LogMinimap::refresh()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void LogMinimap::draw()
{
    const int lines = std::max(1, height());
    m_image = QImage(mapWidth, lines, QImage::Format_ARGB32_Premultiplied);
    m_image.fill(Qt::transparent);
    const auto rows = std::size_t(m_model->rowCount());
    if (rows == 0) {
        update();
        return;
    }
    // The record each line begins with; the sets answer for all records between two at once.
    std::vector<std::size_t> bounds;
    for (int line = 0; line <= lines; ++line) {
        const std::size_t row = std::size_t(line) * rows / std::size_t(lines);
        bounds.push_back(row < rows ? std::size_t(m_model->recordOf(int(row)))
                                    : std::size_t(m_model->recordOf(int(rows - 1))) + 1);
    }
    const auto mark = [&](const LineSet &set, int left, int width, const QColor &color) {
        const QRgb pixel = qPremultiply(color.rgba());
        for (int line = 0; line < lines; ++line) {
            const std::size_t begin = bounds[std::size_t(line)];
            // More lines than rows: a row takes several.
            const std::size_t end = std::max(bounds[std::size_t(line) + 1], begin + 1);
            const auto found = set.next(begin);
            if (!found)
                return;
            if (*found >= end)
                continue;
            auto *to = reinterpret_cast<QRgb *>(m_image.scanLine(line)) + left;
            std::fill_n(to, width, pixel);
        }
    };
    // Of a hundred million rows that are all shown no copy is made.
    const bool isAll = rows == std::size_t(m_model->store()->count());
    const auto markShown = [&](const LineSet &set, int left, int width, const QColor &color) {
        if (isAll)
            mark(set, left, width, color);
        else
            mark(m_model->shown() & set, left, width, color);
    };
    for (const LogLevel level : {LogLevel::warning, LogLevel::error, LogLevel::critical})
        markShown(m_model->store()->levelSet(level), searchWidth + 1, mapWidth - searchWidth - 1,
                  levelColor(level, palette()));
    if (m_model->search() != nullptr)
        markShown(m_model->search()->matches(), 0, searchWidth,
                  palette().color(QPalette::Highlight));
    update();
}

void LogMinimap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().brush(QPalette::AlternateBase));
    painter.drawImage(rect(), m_image);
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const double scale = double(height()) / rows;
    const QRectF seen(0.5, m_table->topRow() * scale + 0.5, width() - 1,
                      std::max(4.0, std::min(m_table->rowsPerPage(), rows) * scale - 1));
    QColor color = palette().color(QPalette::Text);
    painter.setPen(color);
    color.setAlpha(24);
    painter.fillRect(seen, color);
    painter.drawRect(seen);
}

void LogMinimap::goTo(int y)
{
    const int rows = m_model->rowCount();
    if (rows > 0)
        emit rowRequested(
            int(std::clamp<qint64>(qint64(y) * rows / std::max(1, height()), 0, rows - 1)));
}

void LogMinimap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        goTo(int(event->position().y()));
}

void LogMinimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        goTo(int(event->position().y()));
}

void LogMinimap::resizeEvent(QResizeEvent *)
{
    refresh();
}

void LogMinimap::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace kiln
