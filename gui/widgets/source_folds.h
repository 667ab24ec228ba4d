// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What of a source can be folded away.
#pragma once

#include <QByteArray>
#include <QString>
#include <QTimer>

class QsciScintilla;

namespace kiln {

/// Gives the lines of an editor their fold levels from what the styles say: braces and #if in C,
/// menus and options in Kconfig files, conditionals and definitions in makefiles, macros in
/// assembler, indentation in YAML. GUI thread.
class SourceFolds
{
public:
    /// The editor must outlive it.
    explicit SourceFolds(QsciScintilla *editor);

    /// By the name of the highlighting definition; what has no rules folds nowhere.
    void setLanguage(const QString &language);
    /// A line has got its styles (KSyntaxHighlighting::Theme::TextStyle, one a byte); those before
    /// it had been given before. True when the level of the next line is another than it was.
    bool lineStyled(int line, const QByteArray &text, const QByteArray &styles);
    /// Folds all that is in nothing else, in slices, or unfolds all when something is folded.
    void toggleAll();
    /// Whether the text is short enough for folds.
    [[nodiscard]] bool canFold() const;

    /// At the first fold Scintilla makes room for a mark at every line, in one turn: texts with
    /// more lines have no folds.
    static constexpr int mostLines = 100'000;

private:
    enum class Rules
    {
        none,
        kconfig,
        makefile,
        braces,
        assembler,
        indentation
    };
    /// Depths of nesting.
    struct Depth
    {
        int here = 0;
        int next = 0;
    };

    [[nodiscard]] int depthBefore(int line) const;
    [[nodiscard]] Depth nested(int before, const QByteArray &text, const QByteArray &styles) const;
    bool set(int line, int level, int next, bool isHeader);
    bool foldKconfig(int line, const QByteArray &text, const QByteArray &styles);
    bool foldIndentation(int line, const QByteArray &text);

    void foldNext();

    QsciScintilla *m_editor;
    QTimer m_folding;
    int m_next = 0; ///< the line that is looked at next
    Rules m_rules = Rules::none;
};

} // namespace kiln
