// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/editor_document.h"

#include "widgets/slice_clock.h"
#include "widgets/source_text.h"

#include <Qsci/qsciscintilla.h>

#include <QFile>
#include <QFileInfo>

namespace kiln {

namespace {

constexpr int lookDelay = 100; // milliseconds: writers that truncate first write right after that
constexpr qsizetype pieceSize = 1 << 20; // bytes
/// A larger file is read anew when somebody else has changed it, without a step of undo.
constexpr qint64 mostCompared = 4 << 20; // bytes
constexpr uintptr_t noticed = QsciScintilla::SC_MOD_INSERTTEXT | QsciScintilla::SC_MOD_DELETETEXT;

QByteArray headOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(pieceSize + 1) : QByteArray();
}

} // namespace

/// A save under way: the text is taken piece by piece, and nobody edits meanwhile.
struct EditorDocument::Collection
{
    QString file;
    Done done;
    QList<QByteArray> pieces;
    qint64 at = 0;
};

EditorDocument::EditorDocument(QsciScintilla *editor, const QString &journalDirectory,
                               QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_text(new SourceText(editor, this))
    , m_journal(journalDirectory)
    , m_jobs(this)
{
    connect(m_text, &SourceText::replaced, this, &EditorDocument::replaced);
    connect(m_text, &SourceText::added, this, [this] {
        emit added();
        if (m_text->isComplete() && !m_isEditable && !m_file.isEmpty())
            makeEditable();
    });
    connect(editor, &QsciScintillaBase::SCN_MODIFIED, this,
            [this](int at, int kind, const char *text, int length, int linesAdded) {
                onModified(at, kind, text, length, linesAdded);
            });
    connect(editor, &QsciScintilla::modificationChanged, this, [this](bool modified) {
        if (!m_isEditable || m_isEdited == modified)
            return;
        const bool was = isModified();
        m_isEdited = modified;
        if (was != isModified())
            emit modifiedChanged(!was);
    });
    m_look.setSingleShot(true);
    m_look.setInterval(lookDelay);
    connect(&m_look, &QTimer::timeout, this, &EditorDocument::checkOutside);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_look.start(); });
    m_collector.setInterval(0);
    connect(&m_collector, &QTimer::timeout, this, &EditorDocument::collect);
    connect(&m_journal, &TextJournal::failed, this, &EditorDocument::problem);
}

EditorDocument::~EditorDocument()
{
    // What is left unsaved without discard() is there for the next session.
    if (!isModified())
        m_journal.remove();
}

void EditorDocument::setUnsaved(bool unsaved)
{
    const bool was = isModified();
    m_isUnsaved = unsaved;
    if (was != isModified())
        emit modifiedChanged(!was);
}

QString EditorDocument::load(const QString &file)
{
    m_isEditable = false;
    m_isEdited = m_isUnsaved = m_isOutdated = false;
    m_collector.stop();
    m_collection.reset();
    m_file.clear();
    m_editor->SendScintilla(QsciScintilla::SCI_SETMODEVENTMASK, 0UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETUNDOCOLLECTION, 0UL);
    m_editor->SendScintilla(QsciScintilla::SCI_EMPTYUNDOBUFFER);
    m_editor->setUtf8(true);
    m_stamp = fileStamp(file);
    m_form = textForm(headOf(file));
    const QString problem = m_text->load(file);
    if (!problem.isEmpty())
        return problem;
    m_file = file;
    watch();
    if (m_text->isComplete())
        makeEditable();
    return {};
}

void EditorDocument::showMessage(const QString &message)
{
    m_file.clear();
    m_isEditable = false;
    m_text->show(message);
}

/// What Scintilla was spared while the text came.
void EditorDocument::makeEditable()
{
    m_isEditable = true;
    m_editor->setUtf8(m_form.isUtf8);
    m_editor->setEolMode(m_form.lineEnd == LineEnd::crlf ? QsciScintilla::EolWindows
                         : m_form.lineEnd == LineEnd::cr ? QsciScintilla::EolMac
                                                         : QsciScintilla::EolUnix);
    m_editor->SendScintilla(QsciScintilla::SCI_SETUNDOCOLLECTION, 1UL);
    m_editor->SendScintilla(QsciScintilla::SCI_EMPTYUNDOBUFFER);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSAVEPOINT);
    m_editor->SendScintilla(QsciScintilla::SCI_SETMODEVENTMASK, noticed);
    m_editor->setReadOnly(m_form.isBinary);
    m_journal.restart(m_file, m_stamp);
    emit completed();
}

bool EditorDocument::isComplete() const
{
    return m_text->isComplete();
}

QString EditorDocument::firstLine() const
{
    return m_text->firstLine();
}

bool EditorDocument::isReadOnly() const
{
    return !m_isEditable || m_form.isBinary;
}

QByteArray EditorDocument::bytes() const
{
    const auto size = m_editor->SendScintilla(QsciScintilla::SCI_GETLENGTH);
    QByteArray text(size, '\0');
    if (size > 0)
        m_editor->SendScintilla(QsciScintilla::SCI_GETTEXTRANGE, 0L, size, text.data());
    return text;
}

void EditorDocument::onModified(int at, int kind, const char *text, int length, int linesAdded)
{
    const bool isInsertion = (kind & QsciScintilla::SC_MOD_INSERTTEXT) != 0;
    if (!m_isEditable || (kind & int(noticed)) == 0)
        return;
    m_journal.edit(at, isInsertion ? 0 : length,
                   isInsertion ? QByteArray(text, length) : QByteArray());
    const auto line = m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, at);
    emit edited(int(line), linesAdded);
}

void EditorDocument::save(Done done, bool overwrite)
{
    if (isReadOnly()) {
        done({});
        return;
    }
    if (m_collection) {
        m_waiting.append(std::move(done));
        return;
    }
    if (!overwrite && fileStamp(m_file) != m_stamp) {
        m_isOutdated = true;
        emit changedOutside(!QFileInfo::exists(m_file));
        done(tl::unexpected(Problem{tr("The file was changed by another program since it was read"),
                                    m_file, tr("Compare the two, then reload it or keep yours.")}));
        return;
    }
    startSave(m_file, std::move(done));
}

void EditorDocument::saveAs(const QString &file, Done done)
{
    startSave(file, std::move(done));
}

void EditorDocument::startSave(const QString &file, Done done)
{
    m_collection = std::make_unique<Collection>(Collection{file, std::move(done), {}, 0});
    m_editor->setReadOnly(true);
    collect();
}

void EditorDocument::collect()
{
    const SliceClock clock;
    const qint64 size = m_editor->SendScintilla(QsciScintilla::SCI_GETLENGTH);
    while (m_collection->at < size) {
        const qint64 end = std::min<qint64>(size, m_collection->at + pieceSize);
        QByteArray piece(end - m_collection->at, Qt::Uninitialized);
        m_editor->SendScintilla(QsciScintilla::SCI_GETTEXTRANGE, long(m_collection->at), long(end),
                                piece.data());
        m_collection->pieces.append(std::move(piece));
        m_collection->at = end;
        if (clock.isOver() && end < size) {
            m_collector.start();
            return;
        }
    }
    m_collector.stop();
    m_isWriting = true;
    m_editor->setReadOnly(false);
    // Edits from now on are on top of what is being saved.
    m_editor->SendScintilla(QsciScintilla::SCI_SETSAVEPOINT);
    m_jobs.run([file = m_collection->file,
                pieces = std::move(m_collection->pieces)] { return saveTextFile(file, pieces); },
               [this, file = m_collection->file, done = m_collection->done](
                   const Result<FileStamp> &result) { endSave(file, result, done); });
}

void EditorDocument::endSave(const QString &file, const Result<FileStamp> &result, const Done &done)
{
    m_collection.reset();
    const bool was = isModified();
    m_isWriting = false;
    // What is on no disk is unsaved, though Scintilla takes it for saved.
    m_isUnsaved = !result;
    if (was != isModified())
        emit modifiedChanged(!was);
    const QList<Done> waiting = std::exchange(m_waiting, {});
    if (!result) {
        done(tl::unexpected(result.error()));
        for (const Done &each : waiting)
            each(tl::unexpected(result.error()));
        return;
    }
    const bool isOther = file != m_file;
    m_file = file;
    m_stamp = *result;
    m_isOutdated = false;
    watch();
    m_journal.restart(m_file, m_stamp);
    if (isModified()) // by keys pressed while the disk worked
        m_journal.edit(0, m_stamp.size, bytes());
    if (isOther)
        emit fileChanged();
    emit saved();
    done({});
    for (const Done &each : waiting)
        save(each);
}

void EditorDocument::takeText(const QByteArray &text)
{
    const QByteArray mine = bytes();
    if (text == mine || isReadOnly())
        return;
    qsizetype head = 0;
    const qsizetype most = std::min(text.size(), mine.size());
    while (head < most && text[head] == mine[head])
        ++head;
    qsizetype tail = 0;
    while (tail < most - head && text[text.size() - 1 - tail] == mine[mine.size() - 1 - tail])
        ++tail;
    // No half of a character or of a line end.
    while (head > 0 && (uchar(mine[head - 1]) >= 0x80 || mine[head - 1] == '\r'))
        --head;
    while (tail > 0 &&
           ((uchar(mine[mine.size() - tail]) & 0xc0) == 0x80 || mine[mine.size() - tail] == '\n'))
        --tail;
    m_editor->SendScintilla(QsciScintilla::SCI_BEGINUNDOACTION);
    m_editor->SendScintilla(QsciScintilla::SCI_SETTARGETRANGE, uintptr_t(head),
                            long(mine.size() - tail));
    const QByteArray middle = text.mid(head, text.size() - head - tail);
    m_editor->SendScintilla(QsciScintilla::SCI_REPLACETARGET, uintptr_t(middle.size()),
                            middle.constData());
    m_editor->SendScintilla(QsciScintilla::SCI_ENDUNDOACTION);
}

void EditorDocument::reload()
{
    const FileStamp now = fileStamp(m_file);
    QFile file(m_file);
    if (!now.exists || !file.open(QIODevice::ReadOnly)) {
        emit problem({tr("The file can't be read: %1").arg(file.errorString()), m_file,
                      tr("Save to write it again.")});
        return;
    }
    if (now.size > mostCompared || m_editor->length() > mostCompared || m_form.isBinary) {
        const QString path = m_file;
        if (const QString why = load(path); !why.isEmpty())
            emit problem({tr("The file can't be read: %1").arg(why), path, {}});
        emit reloaded();
        return;
    }
    m_stamp = now;
    m_isOutdated = false;
    takeText(file.readAll());
    m_editor->SendScintilla(QsciScintilla::SCI_SETSAVEPOINT);
    setUnsaved(false);
    m_journal.restart(m_file, m_stamp);
    watch();
    emit reloaded();
}

void EditorDocument::keepMine()
{
    m_stamp = fileStamp(m_file);
    m_isOutdated = false;
    setUnsaved(true);
    watch();
}

void EditorDocument::discard()
{
    m_journal.remove();
    m_journal.wait();
}

void EditorDocument::watch()
{
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    if (!m_file.isEmpty())
        m_watcher.addPath(m_file);
}

void EditorDocument::checkOutside()
{
    if (!m_isEditable || m_isWriting || m_collection || m_file.isEmpty())
        return;
    watch(); // an editor that replaces files leaves the watcher with the former one
    const FileStamp now = fileStamp(m_file);
    if (now == m_stamp || m_isOutdated)
        return;
    if (now.exists && !isModified()) {
        reload();
        return;
    }
    // The same bytes written once more are no news.
    if (now.exists && now.size == m_stamp.size && now.size <= mostCompared) {
        QFile file(m_file);
        if (file.open(QIODevice::ReadOnly) && file.readAll() == bytes()) {
            m_stamp = now;
            m_editor->SendScintilla(QsciScintilla::SCI_SETSAVEPOINT);
            setUnsaved(false);
            return;
        }
    }
    m_isOutdated = true;
    if (!now.exists)
        setUnsaved(true);
    emit changedOutside(!now.exists);
}

} // namespace kiln
