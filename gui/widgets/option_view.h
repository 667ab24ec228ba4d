// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A tree of options with menuconfig's keys.
#pragma once

#include "widgets/key_help.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QTreeView>
#include <QVector>

namespace kiln {

/// Shows an OptionFilterModel or an OptionSearchModel. Space toggles or opens the editor; Return
/// does the same, or enters a menu; y, m and n set a bool or tristate; F2 edits; keyHelp() has them
/// all. In a narrow view the column of names gives way to prompts and values.
class OptionView : public QTreeView
{
    Q_OBJECT

public:
    explicit OptionView(QWidget *parent = nullptr);

    /// Opens what belongs to the options shown (not sub-menus and choices).
    void expandOptions(const QModelIndex &under);
    /// Opens every row there is, without expanded() for each.
    void expandEverything();
    /// Makes the column of names as wide as the widest of them. Only names with the most letters
    /// are measured, as measuring them all takes long.
    void fitNames();
    /// The same once the event loop is idle, however often it is asked for until then.
    void fitNamesSoon() { m_fit.start(); }
    /// Rows that are menus open in place instead of being entered.
    void setMenusOpenInPlace(bool inPlace) { m_menusOpenInPlace = inPlace; }
    [[nodiscard]] static QVector<KeyHelp> keyHelp();

signals:
    /// A menu row was entered.
    void menuEntered(const QModelIndex &index);
    /// Backspace, Left at the top, or Escape twice: to the menu above.
    void leftMenu();
    /// Escape once.
    void escaped();
    /// The pointer rests on an option that can't be changed.
    void whyRequested(const QModelIndex &index);
    /// The keys / ? and z.
    void searchRequested();
    void helpRequested();
    void showAllRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    bool activateCurrent();
    bool setValue(const QString &value);
    bool handleKey(const QKeyEvent *event);
    void escape();
    void browse(const QModelIndex &index, const QString &path, bool isFolder);

    bool m_menusOpenInPlace = false;
    QElapsedTimer m_escaped; ///< since the last Escape
    QTimer m_fit;
};

} // namespace kiln
