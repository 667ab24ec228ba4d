// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/cheat_sheet.h"

#include "widgets/mirrored_margins.h"
#include "widgets/remembered_layout.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>

namespace kiln {

namespace {

constexpr int gap = 16;  // pixels between keys and what they do
constexpr int slack = 8; // for what a table keeps around its cells

QString plain(QString text)
{
    // "&&" is a sign, "&" marks the letter that opens the menu.
    text.replace(QLatin1String("&&"), QLatin1String("\x01"));
    text.remove(u'&');
    return text.replace(QLatin1String("\x01"), QLatin1String("&"));
}

/// What an action does: its tooltip, which says more than its text, without the shortcut in it.
QString meaning(const QAction *action)
{
    QString text = action->toolTip();
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    const QString ending = QStringLiteral(" (%1)").arg(keys);
    if (text.endsWith(ending))
        text.chop(ending.size());
    return text.isEmpty() ? plain(action->text()) : text;
}

void collect(const QMenu *menu, QVector<KeyHelp> &keys, QSet<const QAction *> &seen)
{
    for (const QAction *action : menu->actions()) {
        if (const QMenu *below = action->menu()) {
            collect(below, keys, seen);
            continue;
        }
        if (seen.contains(action))
            continue; // at home in several menus
        seen.insert(action);
        QStringList shortcuts;
        for (const QKeySequence &shortcut : action->shortcuts())
            shortcuts << shortcut.toString(QKeySequence::NativeText);
        shortcuts.removeDuplicates();
        shortcuts.removeAll(QString());
        if (!shortcuts.isEmpty())
            keys.append({shortcuts.join(QStringLiteral(", ")), meaning(action)});
    }
}

/// Pixels of the widest shortcuts, which are not broken; lists of keys are, between two.
int keysWidth(const QVector<KeySection> &sections, const QFontMetrics &metrics)
{
    int width = 0;
    for (const KeySection &section : sections) {
        for (const KeyHelp &key : section.keys) {
            for (const QString &each : key.keys.split(QStringLiteral(", ")))
                width = std::max(width, metrics.horizontalAdvance(each));
        }
    }
    return width;
}

QString sectionHtml(const KeySection &section, int width)
{
    QString html = QStringLiteral("<h4 style=\"margin:12px 0 4px 0\">%1</h4><table>")
                       .arg(section.title.toHtmlEscaped());
    for (const KeyHelp &key : section.keys)
        html += QStringLiteral("<tr><td width=\"%3\" style=\"padding:2px 16px 2px 0\"><b>%1</b>"
                               "</td><td style=\"padding:2px 0\">%2</td></tr>")
                    .arg(key.keys.toHtmlEscaped(), key.meaning.toHtmlEscaped())
                    .arg(width + gap + slack);
    return html + QStringLiteral("</table>");
}

/// Sections one below the other in two columns of about the same height.
QString pageHtml(const QVector<KeySection> &sections, int width)
{
    qsizetype lines = 0;
    for (const KeySection &section : sections)
        lines += section.keys.size() + 2;
    QString columns[2];
    qsizetype filled = 0;
    for (const KeySection &section : sections) {
        columns[2 * filled >= lines ? 1 : 0] += sectionHtml(section, width);
        filled += section.keys.size() + 2;
    }
    // A table in a cell is as wide as the cell: its padding does not count. A column between does.
    return QStringLiteral("<table width=\"100%\"><tr><td width=\"48%\" valign=\"top\">%1</td>"
                          "<td width=\"4%\"></td><td width=\"48%\" valign=\"top\">%2</td></tr>"
                          "</table>")
        .arg(columns[0], columns[1]);
}

} // namespace

QVector<KeySection> keySections(const QMenuBar *bar)
{
    QVector<KeySection> sections;
    QSet<const QAction *> seen;
    for (const QAction *action : bar->actions()) {
        KeySection section{plain(action->text()), {}};
        if (action->menu())
            collect(action->menu(), section.keys, seen);
        if (!section.keys.isEmpty())
            sections.append(section);
    }
    return sections;
}

CheatSheet::CheatSheet(const QVector<KeySection> &sections, QWidget *parent)
    : QDialog(parent)
    , m_page(new QTextBrowser)
{
    setObjectName(QStringLiteral("cheatSheet"));
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setAccessibleName(tr("All keys"));
    m_page->document()->setDocumentMargin(16);
    QFont bold = m_page->font();
    bold.setBold(true);
    m_page->setHtml(pageHtml(sections, keysWidth(sections, QFontMetrics(bold))));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    setMirroredMargins(layout, this, {0, 0, 8, 8});
    layout->addWidget(m_page);
    layout->addWidget(buttons);
    const int em = fontMetrics().averageCharWidth();
    resize(em * 140, em * 110);
    rememberWindow(this, QStringLiteral("cheatSheet/size"));
}

QString CheatSheet::plainText() const
{
    return m_page->toPlainText();
}

} // namespace kiln
