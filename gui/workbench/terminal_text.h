// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Terminal output as text.
#pragma once

#include "workbench/terminal_sequence.h"

#include <QByteArray>
#include <QByteArrayView>

namespace kiln {

/// The bytes without control sequences.
[[nodiscard]] QByteArray withoutTerminalSequences(QByteArrayView bytes);

} // namespace kiln
