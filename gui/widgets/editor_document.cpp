// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/editor_document.h"

#include "widgets/slice_clock.h"
#include "widgets/source_text.h"
#include "widgets/undo_chain.h"

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
/// At an edit that is done QScintilla counts all characters before it, for screen readers; of one
/// that is about to be done it tells only us.
constexpr uintptr_t noticedInLarge =
    QsciScintilla::SC_MOD_BEFOREINSERT | QsciScintilla::SC_MOD_BEFOREDELETE;

QByteArray headOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    // Room for a megabyte takes longer than to read what most files have.
    const qint64 size = file.size();
    return file.read(size > 0 ? std::min<qint64>(size, pieceSize + 1) : pieceSize + 1);
}

} // namespace

/// A text being taken piece by piece; nobody edits it meanwhile.
struct EditorDocument::Copy
{
    qint64 at = 0;
    qint64 end = 0;
    QList<QByteArray> pieces;
    Copied done;
};

EditorDocument::EditorDocument(QsciScintilla *editor, const QString &journalDirectory,
                               QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_text(new SourceText(editor, this))
    , m_undoChain(new UndoChain(this))
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
    m_copier.setInterval(0);
    connect(&m_copier, &QTimer::timeout, this, &EditorDocument::goOnCopying);
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
    m_copier.stop();
    m_copy.reset();
    m_isSaving = false;
    m_editedLine = -1;
    m_waiting.clear();
    if (std::exchange(m_hold, 0) != 0)
        emit holdLost();
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
    m_editedLine = -1;
    m_editor->SendScintilla(QsciScintilla::SCI_SETMODEVENTMASK,
                            uintptr_t(QsciScintilla::SC_MOD_CONTAINER) |
                                (m_text->isLarge() ? noticedInLarge : noticed));
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
    if (m_isEditable && (kind & int(noticedInLarge)) != 0) {
        const bool isInsertion = (kind & QsciScintilla::SC_MOD_BEFOREINSERT) != 0;
        onModifiedSoon(at, isInsertion ? QByteArray(text, length) : QByteArray(),
                       isInsertion ? 0 : length);
        return;
    }
    const bool isInsertion = (kind & QsciScintilla::SC_MOD_INSERTTEXT) != 0;
    if (!m_isEditable || (kind & int(noticed)) == 0)
        return;
    m_journal.edit(at, isInsertion ? 0 : length,
                   isInsertion ? QByteArray(text, length) : QByteArray());
    const auto line = m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, at);
    emit edited(int(line), linesAdded);
}

/// What the lines are afterwards is seen at the next edit, or when this turn is over.
void EditorDocument::onModifiedSoon(int at, const QByteArray &inserted, int removed)
{
    const bool isFirst = m_editedLine < 0;
    tellEdited();
    m_journal.edit(at, removed, inserted);
    m_editedLine = int(m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, at));
    m_linesBefore = m_editor->lines();
    if (isFirst)
        QMetaObject::invokeMethod(this, &EditorDocument::tellEdited, Qt::QueuedConnection);
}

void EditorDocument::tellEdited()
{
    if (m_editedLine >= 0)
        emit edited(std::exchange(m_editedLine, -1), m_editor->lines() - m_linesBefore);
}

void EditorDocument::save(Done done, bool overwrite)
{
    // What nobody can edit is written only when its file is gone, or another's was not wanted.
    if (!m_isEditable || (m_form.isBinary && !isModified())) {
        done({});
        return;
    }
    if (isHeld() || m_isSaving) {
        m_waiting.append([this, done = std::move(done), overwrite] { save(done, overwrite); });
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
    if (isHeld() || m_isSaving) {
        m_waiting.append([this, file, done = std::move(done)] { saveAs(file, done); });
        return;
    }
    startSave(file, std::move(done));
}

void EditorDocument::startSave(const QString &file, Done done)
{
    m_isSaving = true;
    const int number = hold();
    copy(number, 0, m_editor->SendScintilla(QsciScintilla::SCI_GETLENGTH),
         [this, number, file, done = std::move(done)](const QList<QByteArray> &pieces) {
             write(file, pieces, done);
             release(number);
         });
}

void EditorDocument::whenFree(std::function<void()> work)
{
    if (isHeld())
        m_waiting.append(std::move(work));
    else
        work();
}

int EditorDocument::hold()
{
    Q_ASSERT(!isHeld());
    m_hold = ++m_holds;
    m_editor->setReadOnly(true);
    return m_hold;
}

void EditorDocument::release(int hold)
{
    if (hold != m_hold || !isHeld())
        return;
    m_hold = 0;
    m_copier.stop();
    m_copy.reset();
    m_editor->setReadOnly(isReadOnly());
    m_look.start(); // what was not looked at meanwhile
    startWaiting();
}

/// Each may take its turn at holding or saving; those behind it wait again then.
void EditorDocument::startWaiting()
{
    for (const auto &each : std::exchange(m_waiting, {}))
        whenFree(each);
}

void EditorDocument::copy(int hold, qint64 begin, qint64 end, Copied done)
{
    if (hold != m_hold)
        return;
    m_copy = std::make_unique<Copy>(Copy{begin, end, {}, std::move(done)});
    goOnCopying();
}

void EditorDocument::goOnCopying()
{
    const SliceClock clock;
    while (m_copy->at < m_copy->end) {
        const qint64 end = std::min<qint64>(m_copy->end, m_copy->at + pieceSize);
        QByteArray piece(end - m_copy->at, Qt::Uninitialized);
        m_editor->SendScintilla(QsciScintilla::SCI_GETTEXTRANGE, long(m_copy->at), long(end),
                                piece.data());
        m_copy->pieces.append(std::move(piece));
        m_copy->at = end;
        if (clock.isOver() && end < m_copy->end) {
            m_copier.start();
            return;
        }
    }
    m_copier.stop();
    const std::unique_ptr<Copy> copy = std::move(m_copy);
    copy->done(copy->pieces);
}

void EditorDocument::write(const QString &file, const QList<QByteArray> &pieces, const Done &done)
{
    m_isWriting = true;
    // Edits from now on are on top of what is being saved.
    m_editor->SendScintilla(QsciScintilla::SCI_SETSAVEPOINT);
    m_jobs.run(
        [file, pieces] { return saveTextFile(file, pieces); },
        [this, file, done](const Result<FileStamp> &result) { endSave(file, result, done); });
}

void EditorDocument::endSave(const QString &file, const Result<FileStamp> &result, const Done &done)
{
    m_isSaving = false;
    const bool was = isModified();
    m_isWriting = false;
    // What is on no disk is unsaved, though Scintilla takes it for saved.
    m_isUnsaved = !result;
    if (was != isModified())
        emit modifiedChanged(!was);
    if (!result) {
        done(tl::unexpected(result.error()));
        startWaiting();
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
    startWaiting();
}

void EditorDocument::takeText(const QByteArray &text)
{
    if (isHeld()) {
        m_waiting.append([this, text] { takeText(text); });
        return;
    }
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
    if (isHeld() || m_isSaving) {
        m_waiting.append([this] { reload(); });
        return;
    }
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
    if (!m_isEditable || m_isSaving || isHeld() || m_file.isEmpty())
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
