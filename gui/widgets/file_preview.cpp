// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/file_preview.h"

#include <QFontDatabase>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace kiln {

FilePreview::FilePreview(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget)
    , m_text(new QPlainTextEdit)
{
    m_list->setAccessibleName(tr("Files"));
    m_list->setObjectName(QStringLiteral("previewFiles"));
    m_text->setAccessibleName(tr("Text of the file"));
    m_text->setObjectName(QStringLiteral("previewText"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    constexpr int tab = 8;
    m_text->setTabStopDistance(tab * m_text->fontMetrics().horizontalAdvance(u' '));
    auto *splitter = new QSplitter;
    splitter->addWidget(m_list);
    splitter->addWidget(m_text);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({160, 480});
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_list, &QListWidget::currentRowChanged, this, &FilePreview::showCurrent);
}

void FilePreview::setFiles(const QList<NewFile> &files)
{
    if (files == m_files)
        return;
    const QString former = m_files.value(m_list->currentRow()).path;
    m_files = files;
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const NewFile &file : files)
            m_list->addItem(file.path);
        const auto isTelling = [](const NewFile &each) { return !each.path.startsWith(u'.'); };
        const auto first = std::find_if(files.begin(), files.end(), isTelling);
        const auto same = std::find_if(files.begin(), files.end(),
                                       [&](const NewFile &each) { return each.path == former; });
        m_list->setCurrentRow(int((same == files.end() ? first : same) - files.begin()));
    }
    showCurrent();
}

void FilePreview::showCurrent()
{
    m_text->setPlainText(QString::fromUtf8(m_files.value(m_list->currentRow()).content));
}

} // namespace kiln
