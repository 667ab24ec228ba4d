// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a user has made as large as it should be is so the next time.
#pragma once

#include <QString>

class QSplitter;
class QWidget;

namespace kiln {

/// Gives a splitter, which has all its parts by now, the places its borders had last, and writes
/// them to the program's settings under `key` when the user has moved one. GUI thread.
void rememberSplitter(QSplitter *splitter, const QString &key);

/// Gives a window that has not been shown yet the place and size it had last, a dialog the size
/// alone, and writes them to the program's settings under `key` whenever it is hidden. GUI thread.
void rememberWindow(QWidget *window, const QString &key);

} // namespace kiln
