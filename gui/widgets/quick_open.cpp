// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/quick_open.h"

#include "widgets/level_style.h"
#include "widgets/palette_icon.h"

#include <QAction>
#include <QDirIterator>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace kiln {

namespace {

constexpr int mostFiles = 200'000;
constexpr int mostShown = 12;  ///< of each kind, when only one is looked for
constexpr int fewShown = 6;    ///< of each kind
constexpr int leastTyped = 2;  ///< letters
constexpr int listWidth = 520; ///< pixels
constexpr int pathRole = Qt::UserRole;
constexpr int actionRole = Qt::UserRole + 1;

QString plainText(const QAction *action)
{
    QString text = action->text();
    text.replace(QStringLiteral("&&"), QStringLiteral("\x01"));
    text.remove(QLatin1Char('&'));
    text.replace(QLatin1Char('\x01'), QLatin1Char('&'));
    return text.remove(QStringLiteral("…"));
}

} // namespace

struct QuickOpen::Files
{
    QStringList paths;

    static std::shared_ptr<const Files> list(const QStringList &folders, const QString &without)
    {
        auto files = std::make_shared<Files>();
        QStringList left = folders;
        while (!left.isEmpty() && files->paths.size() < mostFiles) {
            QDirIterator entries(left.takeFirst(),
                                 QDir::AllEntries | QDir::NoDotAndDotDot | QDir::NoSymLinks);
            while (entries.hasNext()) {
                const QString path = entries.next();
                if (!entries.fileInfo().isDir())
                    files->paths.append(path);
                else if (path != without)
                    left.append(path);
            }
        }
        return files;
    }

    /// The name begins with it, then contains it, then the path does; shorter paths first.
    [[nodiscard]] QStringList find(const QString &typed, int most) const
    {
        QVector<std::tuple<int, qsizetype, qsizetype>> found;
        for (qsizetype i = 0; i < paths.size(); ++i) {
            const QStringView name =
                QStringView(paths[i]).mid(paths[i].lastIndexOf(QLatin1Char('/')) + 1);
            const int rank = name.startsWith(typed, Qt::CaseInsensitive)     ? 0
                             : name.contains(typed, Qt::CaseInsensitive)     ? 1
                             : paths[i].contains(typed, Qt::CaseInsensitive) ? 2
                                                                             : 3;
            if (rank < 3)
                found.append({rank, paths[i].size(), i});
        }
        const auto last = found.begin() + std::min<qsizetype>(most, found.size());
        std::partial_sort(found.begin(), last, found.end());
        QStringList best;
        for (auto it = found.begin(); it != last; ++it)
            best << paths[std::get<2>(*it)];
        return best;
    }
};

QuickOpen::QuickOpen(QLineEdit *field)
    : QFrame(field, Qt::ToolTip)
    , m_field(field)
    , m_files(std::make_shared<Files>())
    , m_list(new QTreeWidget)
    , m_hint(new QLabel)
    , m_jobs(this)
{
    setObjectName(QStringLiteral("quickOpen"));
    setFrameShape(QFrame::StyledPanel);
    setAttribute(Qt::WA_ShowWithoutActivating);
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Files and actions found"));
    m_hint->setMargin(4);
    m_hint->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_hint->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(m_hint);
    field->installEventFilter(this);
    connect(field, &QLineEdit::textChanged, this, &QuickOpen::onTyped);
    connect(m_list, &QTreeWidget::itemClicked, this, &QuickOpen::take);
    hide();
}

bool QuickOpen::isOurs(const QString &text)
{
    return text.startsWith(QLatin1Char('/')) || text.startsWith(QLatin1Char('>'));
}

void QuickOpen::setFolders(const QStringList &folders, const QString &without)
{
    m_jobs.run([folders, without] { return Files::list(folders, without); },
               [this](const std::shared_ptr<const Files> &files) {
                   m_files = files;
                   // Who typed before they were known has not found them.
                   if (m_field->hasFocus() && !m_field->text().isEmpty())
                       onTyped();
               });
}

void QuickOpen::onTyped()
{
    const QString text = m_field->text().trimmed();
    const QString typed = isOurs(text) ? text.mid(1).trimmed() : text;
    const int generation = ++m_generation;
    if ((typed.size() < leastTyped && !isOurs(text)) || !m_field->hasFocus()) {
        hide();
        return;
    }
    if (text.startsWith(QLatin1Char('>'))) {
        show(typed, {});
        return;
    }
    m_jobs.run(
        [files = m_files, typed, most = isOurs(text) ? mostShown : fewShown] {
            return typed.isEmpty() ? QStringList() : files->find(typed, most);
        },
        [this, typed, generation](const QStringList &found) {
            if (generation == m_generation)
                show(typed, found);
        });
}

void QuickOpen::addActions(const QString &words, int most)
{
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QList<QAction *> all = m_actions ? m_actions() : QList<QAction *>();
    for (QAction *action : all) {
        const QString text = plainText(action);
        const bool fits = action->isEnabled() && !text.isEmpty() && action->menu() == nullptr &&
                          std::all_of(wanted.begin(), wanted.end(), [&text](const QString &word) {
                              return text.contains(word, Qt::CaseInsensitive);
                          });
        if (!fits || most-- <= 0)
            continue;
        auto *item = new QTreeWidgetItem(
            m_list, {text, action->shortcut().toString(QKeySequence::NativeText)});
        item->setIcon(0,
                      action->icon().isNull() ? paletteIcon(QStringLiteral("go")) : action->icon());
        item->setForeground(1, mutedColor(palette()));
        item->setData(0, actionRole, QVariant::fromValue(QPointer<QAction>(action)));
    }
}

void QuickOpen::show(const QString &typed, const QStringList &files)
{
    const QString text = m_field->text();
    m_list->clear();
    if (!text.startsWith(QLatin1Char('/')))
        addActions(typed, isOurs(text) ? mostShown : fewShown);
    for (const QString &path : files) {
        auto *item =
            new QTreeWidgetItem(m_list, {QFileInfo(path).fileName(), QFileInfo(path).path()});
        item->setIcon(0, paletteIcon(QStringLiteral("file")));
        item->setForeground(1, mutedColor(palette()));
        item->setToolTip(0, path);
        item->setData(0, pathRole, path);
    }
    const int rows = m_list->topLevelItemCount();
    if (rows == 0) {
        hide();
        return;
    }
    if (isOurs(text))
        m_list->setCurrentItem(m_list->topLevelItem(0));
    m_hint->setText(isOurs(text)
                        ? tr("Return: choose")
                        : tr("Ctrl+Down: choose here  ·  / files only  ·  > actions only"));
    m_list->setFixedHeight(rows * m_list->sizeHintForRow(0) + 4);
    m_list->resizeColumnToContents(0);
    m_list->setColumnWidth(0, std::min(m_list->columnWidth(0) + 16, listWidth / 2));
    layout()->activate(); // else it may not become smaller than it was
    resize(listWidth, m_list->height() + m_hint->sizeHint().height() + 2);
    const QPoint corner = m_field->mapToGlobal(
        QPoint(m_field->isRightToLeft() ? 0 : m_field->width() - listWidth, m_field->height() + 2));
    QFrame::move(corner);
    QFrame::show();
}

void QuickOpen::move(int by)
{
    const int rows = m_list->topLevelItemCount();
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_list->setCurrentItem(m_list->topLevelItem((row + by + rows) % rows));
}

void QuickOpen::take(const QTreeWidgetItem *item)
{
    if (item == nullptr)
        return;
    const QString path = item->data(0, pathRole).toString();
    const auto action = item->data(0, actionRole).value<QPointer<QAction>>();
    hide();
    emit left();
    if (!path.isEmpty())
        emit fileChosen(path);
    else if (action)
        action->trigger();
}

bool QuickOpen::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool isMine = isOurs(m_field->text()) || modifiers == Qt::ControlModifier;
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (isMine)
            move(key == Qt::Key_Down ? 1 : -1);
        else
            hide();
        return isMine;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_list->currentItem() != nullptr) {
            take(m_list->currentItem());
            return true;
        }
        hide();
        return false;
    case Qt::Key_Escape:
        hide();
        return false;
    default:
        return false;
    }
}

bool QuickOpen::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
        hide();
    if (event->type() == QEvent::KeyPress && isVisible()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (handleKey(key->key(), key->modifiers()))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace kiln
