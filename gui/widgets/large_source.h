// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a screen reader is told of a very large text.
#pragma once

class QsciScintilla;

namespace kiln {

/// QScintilla counts all characters before the cursor whenever something is painted, so that a
/// screen reader can ask for any of them; in megabytes of text that takes tens of milliseconds.
/// With `isLarge` the editor's value is the line with the cursor, and nothing is counted. GUI
/// thread.
void setLargeSource(QsciScintilla *editor, bool isLarge);

} // namespace kiln
