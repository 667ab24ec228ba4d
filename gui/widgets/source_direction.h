// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sources are written from the left, in every language that a program speaks.
#pragma once

#include <QObject>

class QsciScintilla;

namespace kiln {

/// Has an editor paint its text from the left where the program's direction is from the right.
/// Every QPainter begins with the program's direction, whatever that of its widget is (Qt's
/// QPainter::setLayoutDirection), and puts brackets, signs and words of a line into the order of a
/// sentence that begins at the right. GUI thread.
class SourceDirection : public QObject
{
    Q_OBJECT

public:
    /// The editor owns this.
    explicit SourceDirection(QsciScintilla *editor);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void paint(const QRegion &region);

    QsciScintilla *m_editor;
    bool m_isPainting = false;
};

} // namespace kiln
