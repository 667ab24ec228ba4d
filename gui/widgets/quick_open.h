// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files and actions found by what is typed into a search field.
#pragma once

#include "workbench/background_jobs.h"

#include <QFrame>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <memory>

class QAction;
class QLabel;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace kiln {

/// A list below the field: actions, then files, best first. With `/` in front only files are
/// looked for, with `>` only actions; then Down, Up and Return are the list's. Without, the field
/// belongs to somebody else's search and the list is reached by Ctrl+Down, or the mouse. Folders
/// are listed and searched on another thread. GUI thread.
class QuickOpen : public QFrame
{
    Q_OBJECT

public:
    /// The field must outlive it. Its keys come here first.
    explicit QuickOpen(QLineEdit *field);

    /// Lists the files of these folders anew; `without` (a build folder) is left out.
    void setFolders(const QStringList &folders, const QString &without);
    /// Where actions come from; asked whenever something is typed.
    void setActions(std::function<QList<QAction *>()> actions) { m_actions = std::move(actions); }
    /// Whether a text is for this list alone.
    [[nodiscard]] static bool isOurs(const QString &text);
    [[nodiscard]] QTreeWidget *list() const { return m_list; }

signals:
    void fileChosen(const QString &path);
    /// Something was chosen: the field should be emptied.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Files;

    void onTyped();
    void show(const QString &typed, const QStringList &files);
    void addActions(const QString &words, int most);
    void move(int by);
    void take(const QTreeWidgetItem *item);
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);

    QLineEdit *m_field;
    std::function<QList<QAction *>()> m_actions;
    std::shared_ptr<const Files> m_files;
    QTreeWidget *m_list;
    QLabel *m_hint;
    int m_generation = 0;
    BackgroundJobs m_jobs;
};

} // namespace kiln
