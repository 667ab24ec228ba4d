// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A tree of options with menuconfig's keys.
#pragma once

#include <QTreeView>

namespace kiln {

/// Shows an OptionFilterModel or an OptionSearchModel. Space toggles or opens the editor; Return
/// does the same, or enters a menu; y, m and n set a bool or tristate; F2 edits. In a narrow view
/// the column of names gives way to prompts and values.
class OptionView : public QTreeView
{
    Q_OBJECT

public:
    explicit OptionView(QWidget *parent = nullptr);

    /// Opens what belongs to the options shown (not sub-menus and choices).
    void expandOptions(const QModelIndex &under);
    /// Makes the column of names as wide as the widest of them. Only names with the most letters
    /// are measured, as measuring them all takes long.
    void fitNames();

signals:
    /// A menu row was entered.
    void menuEntered(const QModelIndex &index);
    /// Backspace or Left at the top: to the menu above.
    void leftMenu();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool activateCurrent();
    bool setLetter(QChar letter);
};

} // namespace kiln
