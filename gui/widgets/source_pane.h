// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A source file, to be read.
#pragma once

#include "widgets/links.h"

#include <QWidget>

class QLabel;
class QsciScintilla;

namespace kiln {

/// Shows one file read-only, with line numbers, and marks a line.
class SourcePane : public QWidget
{
    Q_OBJECT

public:
    explicit SourcePane(QWidget *parent = nullptr);

    /// Shows the place. A file that can't be read gives a message in its stead; returns whether
    /// the file was shown.
    bool open(const SourcePlace &place);
    [[nodiscard]] QString file() const { return m_place.file; }
    /// The marked line, from 1; 0 without one.
    [[nodiscard]] int line() const { return m_place.line; }
    [[nodiscard]] QString text() const;

    /// Files larger than this are not shown, bytes.
    static constexpr qint64 largestFile = 16 << 20;

signals:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setLanguage(const QString &file);
    void applyColors();
    void showText(const QString &text, bool isFile);

    SourcePlace m_place;
    QLabel *m_title;
    QsciScintilla *m_editor;
};

} // namespace kiln
