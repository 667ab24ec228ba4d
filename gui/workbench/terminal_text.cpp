// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/terminal_text.h"

namespace kiln {

QByteArray withoutTerminalSequences(QByteArrayView bytes)
{
    const std::string_view view(bytes.data(), std::size_t(bytes.size()));
    QByteArray result;
    result.reserve(bytes.size());
    for (std::size_t at = 0; at < view.size();) {
        if (view[at] == escapeByte) {
            at = skipTerminalSequence(view, at);
        } else {
            const std::size_t end = std::min(view.find(escapeByte, at), view.size());
            result.append(view.data() + at, qsizetype(end - at));
            at = end;
        }
    }
    return result;
}

} // namespace kiln
