// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An editor on files of its own, and which style each character in it has.
#pragma once

#include "../wait_in_turns.h"

#include "widgets/code_editor.h"

#include <KSyntaxHighlighting/Theme>
#include <Qsci/qsciscintilla.h>

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

namespace kiln::test {

class SourceFixture
{
public:
    using Style = KSyntaxHighlighting::Theme::TextStyle;

    /// A new editor, which is shown, and an empty folder.
    void renew()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_pane = std::make_unique<CodeEditor>();
        m_pane->resize(700, 400);
        m_pane->show();
    }
    void close() { m_pane.reset(); }

    [[nodiscard]] CodeEditor *pane() const { return m_pane.get(); }
    [[nodiscard]] QsciScintilla *editor() const { return m_pane->editor(); }
    [[nodiscard]] long lineStart(int line) const // from 1
    {
        return editor()->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, uintptr_t(line - 1));
    }
    [[nodiscard]] Style styleAt(long position) const
    {
        return Style(editor()->SendScintilla(QsciScintilla::SCI_GETSTYLEAT, uintptr_t(position)));
    }
    /// The style of all of the first occurrence of a text in a line; Others when it is mixed or the
    /// text is not there.
    [[nodiscard]] Style styleOf(int line, const char *text) const
    {
        const QByteArray bytes = editor()->text(line - 1).toUtf8();
        const auto at = bytes.indexOf(text);
        if (at < 0)
            return KSyntaxHighlighting::Theme::Others;
        const Style first = styleAt(lineStart(line) + at);
        for (qsizetype i = 1; i < qsizetype(strlen(text)); ++i) {
            if (styleAt(lineStart(line) + at + i) != first)
                return KSyntaxHighlighting::Theme::Others;
        }
        return first;
    }
    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the test's file could not be written");
        return file.fileName();
    }
    bool show(const QString &file)
    {
        return m_pane->open({file, 0, 0}) && waitInTurns([this] { return m_pane->isFinished(); });
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CodeEditor> m_pane;
};

} // namespace kiln::test
