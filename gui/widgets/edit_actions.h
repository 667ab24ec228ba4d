// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be done in the place "Edit": text, icon, shortcut, tooltip.
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QKeyEvent;
class QMenu;
class QWidget;

namespace kiln {

/// Their shortcuts hold in the page and in what is in it, and win there over those of the window:
/// the page accepts the override of a key and triggers the action itself. Children of the page.
class EditActions : public QObject
{
    Q_OBJECT

public:
    explicit EditActions(QWidget *page);

    /// The enabled action of a key; null: none.
    [[nodiscard]] QAction *actionFor(const QKeyEvent *event) const;
    void fillMenu(QMenu *menu) const;
    [[nodiscard]] QList<QAction *> all() const;

    QAction *save, *saveAs, *saveAll, *close;
    QAction *undo, *redo;
    QAction *find, *replace, *findNext, *findPrevious, *goToLine;
    QAction *complete, *definition, *references, *rename;
    QAction *nextIssue, *previousIssue, *fold, *foldAll;
    QAction *back, *forward, *nextTab, *previousTab;

private:
    QAction *add(const char *name, const QString &icon, const QString &text,
                 const QString &shortcut, const QString &tip);

    QWidget *m_page;
};

} // namespace kiln
