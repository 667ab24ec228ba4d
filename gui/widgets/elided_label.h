// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One line of text in less room than it needs.
#pragma once

#include <QLabel>

namespace kiln {

/// Shows plain text on one line, shortened where the mode says when there is no room; the tool tip
/// has the whole text then, unless it was given another.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(Qt::TextElideMode mode, QWidget *parent = nullptr);

    /// Whether some of the text is left out.
    [[nodiscard]] bool isElided() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString shownText() const;

    Qt::TextElideMode m_mode;
};

} // namespace kiln
