// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/editor_tabs.h"

#include "widgets/code_editor.h"
#include "widgets/editor_document.h"
#include "widgets/palette_icon.h"

#include <Qsci/qsciscintilla.h>

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>

#include <memory>

namespace kiln {

namespace {

QString canonical(const QString &file)
{
    const QString path = QFileInfo(file).canonicalFilePath();
    return path.isEmpty() ? QDir::cleanPath(file) : path;
}

} // namespace

EditorTabs::EditorTabs(QString journalDirectory, QWidget *parent)
    : QTabWidget(parent)
    , m_journalDirectory(std::move(journalDirectory))
{
    setDocumentMode(true);
    setMovable(true);
    setTabsClosable(true);
    setElideMode(Qt::ElideMiddle);
    setUsesScrollButtons(true);
    setAccessibleName(tr("Open files"));
    tabBar()->setAccessibleName(accessibleName());
    m_reopening.setInterval(0);
    connect(&m_reopening, &QTimer::timeout, this, &EditorTabs::reopenNext);
    connect(this, &QTabWidget::tabCloseRequested, this, &EditorTabs::close);
    connect(this, &QTabWidget::currentChanged, this,
            [this] { emit currentEditorChanged(current()); });
}

CodeEditor *EditorTabs::at(int index) const
{
    return qobject_cast<CodeEditor *>(widget(index));
}

CodeEditor *EditorTabs::current() const
{
    return qobject_cast<CodeEditor *>(currentWidget());
}

CodeEditor *EditorTabs::editorOf(const QString &file) const
{
    const QString wanted = canonical(file);
    for (int i = 0; i < count(); ++i) {
        if (canonical(at(i)->file()) == wanted)
            return at(i);
    }
    return nullptr;
}

QList<CodeEditor *> EditorTabs::modified() const
{
    QList<CodeEditor *> editors;
    for (int i = 0; i < count(); ++i) {
        if (at(i)->isModified())
            editors.append(at(i));
    }
    return editors;
}

CodeEditor *EditorTabs::open(const SourcePlace &place)
{
    if (CodeEditor *known = editorOf(place.file)) {
        setCurrentWidget(known);
        for (OpenFile &former : m_former)
            former.isCurrent = false;
        if (place.line > 0)
            known->goTo(place.line, place.column);
        return known;
    }
    CodeEditor *editor = add(place.file);
    const bool isShown = editor->open(place);
    updateTitle(editor);
    setCurrentWidget(editor);
    // What is to come again stays behind what is chosen now.
    for (OpenFile &former : m_former)
        former.isCurrent = false;
    // The tab was the current one before it had a file.
    emit currentEditorChanged(current());
    return isShown ? editor : nullptr;
}

CodeEditor *EditorTabs::add(const QString &file)
{
    auto *editor = new CodeEditor(m_journalDirectory);
    connect(editor, &CodeEditor::titleChanged, this, [this, editor] { updateTitle(editor); });
    connect(editor, &CodeEditor::problem, this, &EditorTabs::problem);
    // Shown before it is filled, so that it knows its size.
    const int index = addTab(editor, QFileInfo(file).fileName());
    setTabToolTip(index, QDir::toNativeSeparators(file));
    emit opened(editor);
    return editor;
}

QList<OpenFile> EditorTabs::openFiles() const
{
    QList<OpenFile> files;
    for (int i = 0; i < count(); ++i) {
        if (at(i)->file().isEmpty())
            continue;
        files.append(at(i)->asOpenFile());
        files.last().isCurrent = i == currentIndex();
    }
    // They are open as far as the user is concerned.
    return files + m_former;
}

void EditorTabs::reopen(const QList<OpenFile> &files)
{
    m_former = files;
    if (!files.isEmpty())
        m_reopening.start();
}

void EditorTabs::reopenNext()
{
    while (!m_former.isEmpty()) {
        const OpenFile file = m_former.takeFirst();
        // What is gone is no message's worth: nobody has asked for it now.
        if (editorOf(file.path) != nullptr || !QFileInfo(file.path).isFile() ||
            !QFileInfo(file.path).isReadable())
            continue;
        CodeEditor *editor = add(file.path);
        editor->reopen(file);
        updateTitle(editor);
        if (file.isCurrent)
            setCurrentWidget(editor);
        if (current() == editor)
            emit currentEditorChanged(editor);
        break;
    }
    if (m_former.isEmpty())
        m_reopening.stop();
}

void EditorTabs::closeUnmodified()
{
    m_former.clear();
    m_reopening.stop();
    for (int i = count() - 1; i >= 0; --i) {
        if (!at(i)->isModified())
            remove(at(i));
    }
}

void EditorTabs::updateTitle(CodeEditor *editor)
{
    const int index = indexOf(editor);
    if (index < 0)
        return;
    QString title = QFileInfo(editor->file()).fileName();
    // Files of the same name are told apart by their folders.
    for (int i = 0; i < count(); ++i) {
        if (i != index && QFileInfo(at(i)->file()).fileName() == title) {
            title += QStringLiteral(" — ") + QFileInfo(editor->file()).dir().dirName();
            break;
        }
    }
    title.replace(QLatin1Char('&'), QStringLiteral("&&"));
    setTabText(index, title);
    setTabIcon(index, editor->isModified() ? paletteIcon(QStringLiteral("changed")) : QIcon());
    setTabToolTip(index, editor->isModified()
                             ? tr("%1 (unsaved)").arg(QDir::toNativeSeparators(editor->file()))
                             : QDir::toNativeSeparators(editor->file()));
    emit titlesChanged();
}

void EditorTabs::save(CodeEditor *editor, std::function<void()> then)
{
    editor->document()->save([this, editor = QPointer<CodeEditor>(editor),
                              then = std::move(then)](const Result<void> &result) {
        if (!result) {
            emit problem(result.error());
            return;
        }
        if (editor) {
            updateTitle(editor);
            emit saved(editor->file());
        }
        if (then)
            then();
    });
}

void EditorTabs::saveAs(CodeEditor *editor)
{
    auto *dialog = new QFileDialog(this, tr("Save the file under another name"));
    dialog->setObjectName(QStringLiteral("saveFileAs"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(editor->file());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, editor, [this, editor](const QString &file) {
        editor->document()->saveAs(file, [this, editor](const Result<void> &result) {
            if (!result)
                emit problem(result.error());
            else
                emit saved(editor->file());
        });
    });
    dialog->open();
}

void EditorTabs::saveAll(std::function<void()> then)
{
    const QList<CodeEditor *> editors = modified();
    if (editors.isEmpty() && then) {
        then();
        return;
    }
    auto left = std::make_shared<qsizetype>(editors.size());
    for (CodeEditor *editor : editors) {
        save(editor, [left, then] {
            if (--*left == 0 && then)
                then();
        });
    }
}

void EditorTabs::discardAll()
{
    for (CodeEditor *editor : modified())
        editor->document()->discard();
}

void EditorTabs::remove(CodeEditor *editor)
{
    const int index = indexOf(editor);
    if (index < 0)
        return;
    removeTab(index);
    editor->deleteLater();
    emit titlesChanged();
}

void EditorTabs::close(int index)
{
    CodeEditor *editor = at(index);
    if (editor == nullptr)
        return;
    if (!editor->isModified()) {
        remove(editor);
        return;
    }
    setCurrentIndex(index);
    auto *question =
        new QMessageBox(QMessageBox::Question, QGuiApplication::applicationDisplayName(),
                        tr("Save the changes to %1?").arg(QFileInfo(editor->file()).fileName()),
                        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, window());
    question->setInformativeText(tr("What is discarded can't be brought back."));
    question->setObjectName(QStringLiteral("askUnsavedFile"));
    question->setDefaultButton(QMessageBox::Save);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowModality(Qt::WindowModal);
    connect(question->button(QMessageBox::Save), &QPushButton::clicked, editor,
            [this, editor] { save(editor, [this, editor] { remove(editor); }); });
    connect(question->button(QMessageBox::Discard), &QPushButton::clicked, editor, [this, editor] {
        editor->document()->discard();
        remove(editor);
    });
    question->open();
}

} // namespace kiln
