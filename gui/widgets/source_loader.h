// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A large file on its way into a document of Scintilla's, on another thread.
#pragma once

#include <QString>

#include <atomic>
#include <functional>
#include <memory>

class QObject;
class QsciScintilla;

namespace kiln {

/// One file. Scintilla lets a document be filled on any thread before an editor has it; in the
/// editor itself, making room for megabytes takes too long for one turn of the event loop.
class SourceLoader
{
public:
    /// Called on the GUI thread: `document` is for SCI_SETDOCPOINTER; null when the file could not
    /// be read to its end. The callee owns one reference (SCI_RELEASEDOCUMENT).
    using Done = std::function<void(void *document)>;

    /// Begins to read; `done` is called unless cancel() came before, or `receiver` is gone. GUI
    /// thread.
    SourceLoader(QsciScintilla *editor, const QString &file, QObject *receiver, Done done);
    /// Cancels.
    ~SourceLoader();
    SourceLoader(const SourceLoader &) = delete;
    SourceLoader &operator=(const SourceLoader &) = delete;

private:
    std::shared_ptr<std::atomic<bool>> m_isCancelled;
};

} // namespace kiln
