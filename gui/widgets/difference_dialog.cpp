// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/difference_dialog.h"

#include "widgets/level_style.h"
#include "widgets/remembered_layout.h"
#include "workbench/line_difference.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

namespace kiln {

namespace {

constexpr int context = 3; // lines around what differs
constexpr qsizetype mostLines = 2000;

/// Which lines are near one that differs.
QVector<bool> shownLines(const QVector<DifferenceLine> &lines)
{
    QVector<bool> shown(lines.size(), false);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].side == DifferenceSide::both)
            continue;
        for (qsizetype j = std::max<qsizetype>(0, i - context);
             j <= std::min(lines.size() - 1, i + context); ++j)
            shown[j] = true;
    }
    return shown;
}

} // namespace

DifferenceDialog::DifferenceDialog(const QString &file, const QByteArray &mine,
                                   const QByteArray &theirs, QWidget *parent)
    : QDialog(parent)
    , m_view(new QPlainTextEdit)
{
    setWindowTitle(tr("%1: here and in the file").arg(QFileInfo(file).fileName()));
    setObjectName(QStringLiteral("differenceDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_view->setReadOnly(true);
    m_view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_view->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_view->setLayoutDirection(Qt::LeftToRight); // sources are, in every language
    m_view->setAccessibleName(tr("Differences"));
    auto *legend =
        new QLabel(tr("Lines with + are only in the editor, those with − only in the file."));
    legend->setWordWrap(true);
    auto *buttons = new QDialogButtonBox;
    auto *reload = buttons->addButton(tr("Reload"), QDialogButtonBox::AcceptRole);
    auto *keep = buttons->addButton(tr("Keep Mine"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Close);
    connect(reload, &QPushButton::clicked, this, &DifferenceDialog::theirsChosen);
    connect(keep, &QPushButton::clicked, this, &DifferenceDialog::mineChosen);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(legend);
    layout->addWidget(m_view, 1);
    layout->addWidget(buttons);
    resize(760, 520);
    rememberWindow(this, QStringLiteral("window/difference"));

    const QVector<DifferenceLine> lines = lineDifference(theirs, mine);
    const QVector<bool> shown = shownLines(lines);
    QTextCursor cursor(m_view->document());
    bool isGap = false;
    qsizetype count = 0;
    for (qsizetype i = 0; i < lines.size() && count < mostLines; ++i) {
        if (!shown[i]) {
            isGap = true;
            continue;
        }
        QTextBlockFormat format;
        const DifferenceSide side = lines[i].side;
        if (side != DifferenceSide::both) {
            QColor color = levelColor(
                side == DifferenceSide::second ? LogLevel::info : LogLevel::error, palette());
            color.setAlphaF(0.18F);
            format.setBackground(color);
        }
        const QString text = QString::fromUtf8(lines[i].text);
        const QString sign = side == DifferenceSide::second  ? QStringLiteral("+ ")
                             : side == DifferenceSide::first ? QStringLiteral("− ")
                                                             : QStringLiteral("  ");
        if (isGap && count > 0) {
            cursor.insertBlock(QTextBlockFormat());
            cursor.insertText(QStringLiteral("⋯"));
        }
        isGap = false;
        if (count++ > 0)
            cursor.insertBlock(format);
        else
            cursor.setBlockFormat(format);
        cursor.insertText(sign + text);
    }
    if (count == 0)
        m_view->setPlainText(tr("The two are the same."));
    m_view->moveCursor(QTextCursor::Start);
}

} // namespace kiln
