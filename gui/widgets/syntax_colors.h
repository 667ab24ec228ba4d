// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the kinds of tokens of sources look.
#pragma once

#include <KSyntaxHighlighting/Theme>

#include <QColor>

class QPalette;

namespace kiln {

struct SyntaxColor
{
    QColor text;
    bool isBold = false;
    bool isItalic = false;
};

/// The look of a kind of tokens on the palette's base colour; `dark` says that this is dark. Every
/// colour has a contrast of 4.5:1 or more.
[[nodiscard]] SyntaxColor syntaxColor(KSyntaxHighlighting::Theme::TextStyle style,
                                      const QPalette &palette, bool dark);

} // namespace kiln
