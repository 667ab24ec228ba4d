// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A button that shows a choice and opens the menu to choose from.
#pragma once

#include <QToolButton>

class QStyleOptionToolButton;

namespace kiln {

/// Shows icon, text and an arrow beside each other, each with room of its own; a text that is
/// longer than the button is elided. (Styles put the arrow of a QToolButton into the corner and
/// leave no gap between icon and text.) Opens its menu when it is pressed. GUI thread.
class MenuButton : public QToolButton
{
    Q_OBJECT

public:
    explicit MenuButton(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool hasIcon() const;
    /// Wide enough for a text of `width` pixels.
    [[nodiscard]] QSize sizeForText(int width) const;
    /// What the style draws: the panel alone.
    [[nodiscard]] QStyleOptionToolButton panelOption() const;
};

} // namespace kiln
