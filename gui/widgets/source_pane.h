// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A source file, to be read.
#pragma once

#include "widgets/links.h"
#include "widgets/symbol_info.h"

#include <QList>
#include <QWidget>

class QToolButton;
class QsciScintilla;

namespace kiln {

class ElidedLabel;
class SourceLinks;
class SourceText;
class SyntaxStyler;

/// Shows one file read-only, with line numbers and colours, and marks a line. Options that the file
/// names are links (SourceLinks). Large files arrive piece by piece.
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
    /// The language that the colours are of; empty: none.
    [[nodiscard]] QString language() const;
    /// Whether all of the text is there, with its colours.
    [[nodiscard]] bool isFinished() const;
    /// Where options are looked up.
    void setSymbolLookup(SymbolLookup lookup);
    /// To the place that was open before; does nothing when there was none.
    void goBack();

    /// Files larger than this are not shown, bytes.
    static constexpr qint64 largestFile = 16 << 20;

signals:
    void closed();
    /// The definition of an option was asked for. Its file may be relative to the tree.
    void openRequested(const kiln::SourcePlace &place);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildHead(QLayout *layout);
    bool showPlace(const SourcePlace &place);
    void onTextAdded();
    void onTextReplaced();
    void markLine();
    void applyColors();

    SourcePlace m_place;
    QList<SourcePlace> m_former; ///< places to go back to
    bool m_isMarkDue = false;    ///< the line has not arrived yet
    ElidedLabel *m_title;
    QToolButton *m_back;
    QsciScintilla *m_editor;
    SourceText *m_text;
    SyntaxStyler *m_styler;
    SourceLinks *m_links;
};

} // namespace kiln
