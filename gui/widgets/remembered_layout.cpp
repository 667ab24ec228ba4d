// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/remembered_layout.h"

#include <QDialog>
#include <QEvent>
#include <QSettings>
#include <QSplitter>
#include <QTimer>

namespace kiln {

namespace {

/// A settings file is written as a whole: only when the hand rests.
constexpr int restMilliseconds = 500;

class WindowMemory : public QObject
{
public:
    WindowMemory(QWidget *window, QString key)
        : QObject(window)
        , m_window(window)
        , m_key(std::move(key))
    {
        const QVariant stored = QSettings().value(m_key);
        // A dialog is put over its window, wherever that is now.
        m_isDialog = qobject_cast<QDialog *>(window) != nullptr;
        if (!m_isDialog)
            window->restoreGeometry(stored.toByteArray());
        else if (const QSize size = stored.toSize(); size.isValid())
            window->resize(size);
        window->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        // Minimising hides, too, but is spontaneous.
        if (event->type() == QEvent::Hide && !event->spontaneous())
            QSettings().setValue(m_key, m_isDialog ? QVariant(m_window->size())
                                                   : QVariant(m_window->saveGeometry()));
        return false;
    }

private:
    QWidget *m_window;
    QString m_key;
    bool m_isDialog = false;
};

} // namespace

void rememberSplitter(QSplitter *splitter, const QString &key)
{
    splitter->restoreState(QSettings().value(key).toByteArray());
    auto *rest = new QTimer(splitter);
    rest->setSingleShot(true);
    rest->setInterval(restMilliseconds);
    QObject::connect(splitter, &QSplitter::splitterMoved, rest, qOverload<>(&QTimer::start));
    QObject::connect(rest, &QTimer::timeout, splitter,
                     [splitter, key] { QSettings().setValue(key, splitter->saveState()); });
}

void rememberWindow(QWidget *window, const QString &key)
{
    new WindowMemory(window, key);
}

} // namespace kiln
