// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/drop_area.h"

#include "widgets/palette_icon.h"
#include "workbench/linux_tree.h"
#include "workbench/project_location.h"

#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace kiln {

namespace {

constexpr int margin = 24;
constexpr int iconSize = 48;
constexpr int spacing = 16;
constexpr int radius = 12;

struct Answer
{
    QString title;
    QString detail;
    std::optional<Problem> problem;
};

QString shortPath(const QString &path)
{
    const QString home = QDir::homePath() + u'/';
    return path.startsWith(home) ? QStringLiteral("~/") + path.mid(home.size()) : path;
}

/// On a worker thread: reads files.
Answer answerFor(const QString &path)
{
    const auto found = locateProject(path);
    if (!found)
        return {DropArea::tr("This can't be opened"), found.error().text(), found.error()};
    Answer answer;
    const QString name = QFileInfo(found->directory).fileName();
    switch (found->kind) {
    case ProjectKind::application:
        answer.title = DropArea::tr("Open the application %1").arg(name);
        break;
    case ProjectKind::linuxTree: {
        const auto tree = openLinuxTree(found->directory);
        answer.title = DropArea::tr("Open the Linux %1 tree").arg(tree ? tree->version : name);
        break;
    }
    case ProjectKind::kconfig:
        answer.title = DropArea::tr("Open the options of %1").arg(name);
        break;
    }
    answer.detail = shortPath(found->path());
    if (!found->configFile.isEmpty())
        answer.detail = DropArea::tr("with %1").arg(shortPath(found->configFile));
    else if (!found->valuesFile.isEmpty())
        answer.detail = DropArea::tr("with the values of %1").arg(shortPath(found->valuesFile));
    return answer;
}

QString localFile(const QMimeData *data)
{
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

} // namespace

DropArea::DropArea(QWidget *window)
    : QWidget(window)
    , m_jobs(this)
{
    setObjectName(QStringLiteral("dropArea"));
    // The window below gets what is dragged.
    setAttribute(Qt::WA_TransparentForMouseEvents);
    window->installEventFilter(this);
    hide();
}

bool DropArea::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter: {
        auto *drag = static_cast<QDragEnterEvent *>(event);
        if (localFile(drag->mimeData()).isEmpty())
            break;
        begin(drag->mimeData());
        drag->acceptProposedAction();
        return true;
    }
    case QEvent::DragMove: {
        auto *drag = static_cast<QDragMoveEvent *>(event);
        if (m_path.isEmpty())
            break;
        // The pointer shows that nothing would come of it.
        if (m_problem)
            drag->ignore();
        else
            drag->acceptProposedAction();
        return true;
    }
    case QEvent::DragLeave:
        end();
        break;
    case QEvent::Drop: {
        auto *drop = static_cast<QDropEvent *>(event);
        const QString path = localFile(drop->mimeData());
        if (path.isEmpty())
            break;
        end();
        drop->acceptProposedAction();
        emit dropped(path);
        return true;
    }
    case QEvent::Resize:
        resize(static_cast<QWidget *>(watched)->size());
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void DropArea::begin(const QMimeData *dragged)
{
    m_path = localFile(dragged);
    tell(tr("Open %1").arg(QFileInfo(m_path).fileName()), shortPath(m_path), std::nullopt);
    resize(parentWidget()->size());
    show();
    raise();
    find();
}

void DropArea::find()
{
    const int generation = ++m_generation;
    m_jobs.run([path = m_path] { return answerFor(path); },
               [this, generation](const Answer &answer) {
                   if (m_generation == generation)
                       tell(answer.title, answer.detail, answer.problem);
               });
}

void DropArea::end()
{
    ++m_generation;
    m_path.clear();
    tell({}, {}, std::nullopt);
    hide();
}

void DropArea::tell(const QString &title, const QString &detail, std::optional<Problem> problem)
{
    m_title = title;
    m_detail = detail;
    m_problem = std::move(problem);
    update();
}

void DropArea::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Window);
    veil.setAlphaF(0.95F);
    painter.fillRect(rect(), veil);
    const QColor accent =
        palette().color(m_problem ? QPalette::PlaceholderText : QPalette::Highlight);
    const QRect frame = rect().adjusted(margin, margin, -margin, -margin);
    QColor fill = accent;
    fill.setAlphaF(0.10F);
    painter.setBrush(fill);
    painter.setPen(QPen(accent, 2, m_problem ? Qt::DashLine : Qt::SolidLine));
    painter.drawRoundedRect(frame, radius, radius);

    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.4);
    const QRect inner = frame.adjusted(margin, margin, -margin, -margin);
    constexpr int flags = int(Qt::AlignHCenter) | int(Qt::AlignTop) | int(Qt::TextWordWrap);
    const QRect titleSize = QFontMetrics(bold).boundingRect(inner, flags, m_title);
    const QRect detailSize = fontMetrics().boundingRect(inner, flags, m_detail);
    const int height = iconSize + spacing + titleSize.height() + spacing / 2 + detailSize.height();
    int top = inner.center().y() - height / 2;
    const QIcon icon =
        paletteIcon(m_problem ? QStringLiteral("level-error") : QStringLiteral("open-folder"));
    icon.paint(&painter, QRect(inner.center().x() - iconSize / 2, top, iconSize, iconSize));
    top += iconSize + spacing;
    painter.setPen(palette().color(QPalette::WindowText));
    painter.setFont(bold);
    painter.drawText(QRect(inner.left(), top, inner.width(), titleSize.height()), flags, m_title);
    top += titleSize.height() + spacing / 2;
    painter.setFont(font());
    painter.drawText(QRect(inner.left(), top, inner.width(), detailSize.height()), flags, m_detail);
}

} // namespace kiln
