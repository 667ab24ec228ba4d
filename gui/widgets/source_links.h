// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The options that a source names, as links.
#pragma once

#include "widgets/symbol_info.h"

#include <QObject>

class QsciScintilla;

namespace kiln {

/// Makes the options that an editor's text names into links: Ctrl+click or F2 goes to where one is
/// defined (from a definition to the next one), and the pointer on it shows its value. In Kconfig
/// files options go by their names, in all others by CONFIG_ and the name. GUI thread.
class SourceLinks : public QObject
{
    Q_OBJECT

public:
    /// The editor must outlive it.
    explicit SourceLinks(QsciScintilla *editor);

    /// Without a lookup there are no links.
    void setLookup(SymbolLookup lookup) { m_lookup = std::move(lookup); }
    /// What the editor shows, and whether it is written in the Kconfig language.
    void setFile(const QString &file, bool isKconfig);
    void setColor(const QColor &color);
    /// Goes to the definition of the option under the cursor; false when there is none.
    bool followCursor();

    /// The option named at a byte of the text, without CONFIG_; empty: none.
    [[nodiscard]] QString optionAt(long position) const;

signals:
    void activated(const kiln::SourcePlace &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Word
    {
        QString option;
        long begin = 0; ///< bytes
        long end = 0;
    };

    [[nodiscard]] static QString toolTip(const SymbolInfo &info);
    [[nodiscard]] std::optional<Word> wordAt(long position) const;
    [[nodiscard]] long positionAt(const QPoint &point) const;
    bool follow(long position);
    void underline(std::optional<Word> word);
    void trackPointer(const QPoint &point, Qt::KeyboardModifiers modifiers);

    QsciScintilla *m_editor;
    SymbolLookup m_lookup;
    QString m_file;
    bool m_isKconfig = false;
    long m_underlined = -1; ///< where the underlined word begins
};

} // namespace kiln
