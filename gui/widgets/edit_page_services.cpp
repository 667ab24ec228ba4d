// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the page does beyond holding files: issues, references, renaming, comparing, recovering; how
// it is built is in edit_page.cpp.
#include "widgets/edit_page.h"

#include "widgets/code_editor.h"
#include "widgets/difference_dialog.h"
#include "widgets/editor_document.h"
#include "widgets/editor_tabs.h"
#include "widgets/issue_model.h"
#include "widgets/notice_bar.h"
#include "widgets/rename_dialog.h"
#include "widgets/symbol_references_view.h"

#include <Qsci/qsciscintilla.h>

#include <QFile>
#include <QFileInfo>
#include <QInputDialog>
#include <QPushButton>

#include <memory>

namespace kiln {

void EditPage::updateIssues()
{
    if (m_issues == nullptr)
        return;
    for (int i = 0; i < m_tabs->count(); ++i) {
        CodeEditor *each = m_tabs->at(i);
        const QString path = QFileInfo(each->file()).canonicalFilePath();
        QVector<Issue> options;
        QVector<Issue> build;
        for (int row = 0; row < m_issues->rowCount(); ++row) {
            const QModelIndex index = m_issues->index(row, 0);
            const QString file = index.data(IssueModel::FileRole).toString();
            const auto severity = IssueSeverity(index.data(IssueModel::SeverityRole).toInt());
            if (severity == IssueSeverity::note || file.isEmpty() ||
                QFileInfo(file).fileName() != QFileInfo(path).fileName() ||
                QFileInfo(file).canonicalFilePath() != path)
                continue;
            Issue issue;
            issue.severity = severity;
            issue.file = path;
            issue.line = index.data(IssueModel::LineRole).toInt();
            issue.column = index.data(IssueModel::ColumnRole).toInt();
            issue.message = index.data().toString();
            const bool isOptions = each->language() == QLatin1String("Config.uk");
            (isOptions ? options : build).append(issue);
        }
        each->setIssues(IssueOrigin::options, options);
        each->setIssues(IssueOrigin::build, build);
    }
}

void EditPage::askLine()
{
    CodeEditor *current = editor();
    if (current == nullptr)
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("goToLineDialog"));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setWindowTitle(tr("Go to Line"));
    dialog->setLabelText(tr("Line, from 1 to %1:").arg(current->editor()->lines()));
    dialog->setIntRange(1, current->editor()->lines());
    dialog->setIntValue(current->cursorPlace().line);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QInputDialog::intValueSelected, current, [this, current](int line) {
        remember();
        current->goTo(line);
        current->setFocus();
    });
    dialog->open();
}

void EditPage::findReferences()
{
    if (editor() == nullptr || !m_project)
        return;
    const QString name = editor()->optionAtCursor();
    if (name.isEmpty()) {
        emit problem({tr("There is no option under the cursor"),
                      {},
                      tr("Put the cursor on the name of an option, such as CONFIG_NAME in C.")});
        return;
    }
    m_references->show();
    withUnsaved([this, name](const UnsavedTexts &unsaved) {
        if (m_project)
            m_references->find(*m_project, name, unsaved);
    });
}

/// Calls `then` with the texts of the tabs that are not saved; later, when one of them is large.
void EditPage::withUnsaved(std::function<void(const UnsavedTexts &)> then)
{
    QList<EditorDocument *> documents;
    for (const CodeEditor *each : m_tabs->modified()) {
        if (!each->document()->isReadOnly() || each->document()->isHeld())
            documents.append(each->document());
    }
    if (documents.isEmpty()) {
        then({});
        return;
    }
    struct Collection
    {
        UnsavedTexts texts;
        qsizetype left = 0;
        std::function<void(const UnsavedTexts &)> then;
    };
    const auto collection =
        std::make_shared<Collection>(Collection{{}, documents.size(), std::move(then)});
    for (EditorDocument *document : std::as_const(documents)) {
        document->whenFree([document, collection] {
            const int hold = document->hold();
            const auto size = document->editor()->SendScintilla(QsciScintilla::SCI_GETLENGTH);
            document->copy(hold, 0, size,
                           [document, hold, collection](const QList<QByteArray> &pieces) {
                               const QString path = QFileInfo(document->file()).canonicalFilePath();
                               collection->texts.insert(path.isEmpty() ? document->file() : path,
                                                        pieces.join());
                               document->release(hold);
                               if (--collection->left == 0)
                                   collection->then(collection->texts);
                           });
        });
    }
}

void EditPage::rename()
{
    if (editor() == nullptr || !m_project)
        return;
    const QString name = editor()->optionAtCursor();
    if (name.isEmpty()) {
        findReferences(); // says why
        return;
    }
    // Files are read and written on disk.
    m_tabs->saveAll([this, name] {
        auto *dialog = new RenameDialog(*m_project, name, this);
        connect(dialog, &RenameDialog::renamed, this, [this](const QStringList &files) {
            for (const QString &each : files) {
                if (CodeEditor *open = m_tabs->editorOf(each))
                    open->document()->checkOutside();
            }
            for (const QString &each : files)
                emit saved(each);
        });
        dialog->open();
    });
}

void EditPage::compare(CodeEditor *current)
{
    QFile file(current->file());
    if (!file.open(QIODevice::ReadOnly)) {
        emit problem({tr("The file can't be read: %1").arg(file.errorString()), current->file(),
                      tr("Save to write it again.")});
        return;
    }
    auto *dialog =
        new DifferenceDialog(current->file(), current->document()->bytes(), file.readAll(), this);
    connect(dialog, &DifferenceDialog::theirsChosen, current->document(), &EditorDocument::reload);
    connect(dialog, &DifferenceDialog::mineChosen, current, [current] {
        current->document()->keepMine();
        current->notice()->hide();
    });
    dialog->open();
}

void EditPage::lookForRecovery()
{
    if (!m_project || m_journalDirectory.isEmpty())
        return;
    QStringList folders = referenceFolders(*m_project);
    m_jobs.run([directory = m_journalDirectory] { return TextJournal::find(directory); },
               [this, folders](const QList<TextRecovery> &found) {
                   m_recoveries.clear();
                   for (const TextRecovery &each : found) {
                       const bool isOurs =
                           std::any_of(folders.begin(), folders.end(), [&](const QString &folder) {
                               return each.file.startsWith(folder + QLatin1Char('/'));
                           });
                       if (isOurs)
                           m_recoveries.append(each);
                   }
                   offerRecovery();
               });
}

void EditPage::offerRecovery()
{
    if (m_recoveries.isEmpty())
        return;
    QStringList names;
    for (const TextRecovery &each : std::as_const(m_recoveries))
        names << QFileInfo(each.file).fileName();
    m_notice->setMessage(
        QStringLiteral("level-warning"),
        tr("Kiln ended before these files were saved: %1.").arg(names.join(QStringLiteral(", "))));
    connect(m_notice->addButton(tr("Restore Edits")), &QPushButton::clicked, this,
            &EditPage::takeRecovery);
    connect(m_notice->addButton(tr("Discard")), &QPushButton::clicked, this, [this] {
        for (const TextRecovery &each : std::exchange(m_recoveries, {}))
            TextJournal::forget(each);
        m_notice->hide();
    });
}

/// Edits go on top of what the file says now, which is what they were made on unless somebody else
/// has written it since.
void EditPage::takeRecovery()
{
    m_notice->hide();
    for (const TextRecovery &each : std::exchange(m_recoveries, {})) {
        if (!open({each.file, 0, 0}))
            continue;
        CodeEditor *restored = editor();
        const auto take = [restored, each] {
            restored->document()->takeText(each.text);
            TextJournal::forget(each);
        };
        if (restored->document()->isReadOnly())
            connect(restored->document(), &EditorDocument::completed, restored, take,
                    Qt::SingleShotConnection);
        else
            take();
    }
}

} // namespace kiln
