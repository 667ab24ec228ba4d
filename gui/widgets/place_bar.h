// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The places of the window, along its left edge.
#pragma once

#include <QFrame>
#include <QVector>

class QAction;
class QToolButton;
class QVBoxLayout;

namespace kiln {

/// A column of buttons (icon over word), one for each action; the actions are checkable and in one
/// exclusive group.
class PlaceBar : public QFrame
{
    Q_OBJECT

public:
    explicit PlaceBar(QWidget *parent = nullptr);

    /// Adds a place; the action stays the caller's.
    void addPlace(QAction *action);

private:
    QVBoxLayout *m_layout;
    QVector<QToolButton *> m_buttons;
};

} // namespace kiln
