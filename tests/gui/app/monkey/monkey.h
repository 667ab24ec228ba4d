// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Somebody who tries everything without a plan.
#pragma once

#include "../window_driver.h"
#include "places.h"

#include <QTimer>

#include <random>

class QDialog;
class QFileDialog;

namespace kiln::test {

/// Random actions on a window and on its files. The same seed makes the same choices, as long as
/// the window is as fast.
class Monkey : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    Monkey(WindowDriver &window, Place &place, unsigned seed);

    /// One action, by mouse, by keyboard or behind the window's back.
    void act();
    /// Answers all questions, mends the tree, saves and waits. False when that does not work out;
    /// `why` says what was waited for.
    [[nodiscard]] bool settle(QString *why);

private:
    [[nodiscard]] int upTo(int below);
    [[nodiscard]] bool chance(int percent) { return upTo(100) < percent; }
    template <typename List>
    [[nodiscard]] auto any(const List &list) -> decltype(list.at(0))
    {
        return list.at(upTo(int(list.size())));
    }
    [[nodiscard]] QString anyText();
    [[nodiscard]] QByteArray anyLines();
    [[nodiscard]] QWidget *anyTop();
    [[nodiscard]] QWidget *anyWidget();
    [[nodiscard]] QWidget *keyTarget();

    void click();
    void doubleClick();
    void clickRow();
    void drag();
    void wheel();
    void contextMenu();
    void press();
    void type();
    void shortcut();
    void viewAction();
    void search();
    void resize();
    void turnOver();
    void edit();
    void undoOrRedo();
    void editOutside();
    void changeTree();
    void compare();
    void rest();

    void answer();
    void answerFileDialog(QFileDialog *dialog);
    [[nodiscard]] bool hasUnstableValues() const;
    void closePopups();
    void closeDialogs();
    void note(const QString &action) const;

    WindowDriver &m_window;
    Place &m_place;
    std::mt19937 m_random;
    /// Whoever opens a nested event loop is answered from here.
    QTimer m_helper;
    int m_depth = 0; ///< of actions
};

} // namespace kiln::test
