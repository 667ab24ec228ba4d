// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Terminal control sequences in a byte stream (ECMA-48), to be skipped.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace kiln {

inline constexpr char escapeByte = '\x1b';

/// Index after the control sequence that starts at `from` (where an ESC is); a sequence that is cut
/// off reaches to the end.
[[nodiscard]] qsizetype skipTerminalSequence(QByteArrayView bytes, qsizetype from);
/// Index after all control sequences in a row from `from` on; `from` when there is none.
[[nodiscard]] qsizetype skipTerminalSequences(QByteArrayView bytes, qsizetype from);
/// The bytes without control sequences.
[[nodiscard]] QByteArray withoutTerminalSequences(QByteArrayView bytes);

} // namespace kiln
