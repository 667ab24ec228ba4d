// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/syntax_colors.h"

#include <QPalette>

namespace kiln {

SyntaxColor syntaxColor(KSyntaxHighlighting::Theme::TextStyle style, const QPalette &palette,
                        bool dark)
{
    using KSyntaxHighlighting::Theme;
    const auto color = [dark](QRgb onLight, QRgb onDark) {
        return QColor(dark ? onDark : onLight);
    };
    switch (style) {
    case Theme::Keyword:
        return {color(0x0b4fb3, 0x79b8ff), true, false};
    case Theme::ControlFlow:
    case Theme::Import:
        return {color(0x0b4fb3, 0x79b8ff)};
    case Theme::DataType:
        return {color(0x6b3fa0, 0xc8a6f5)};
    case Theme::Variable: // an option: what links look like
        return {palette.color(QPalette::Text)};
    case Theme::Function:
    case Theme::BuiltIn:
    case Theme::Extension:
        return {color(0x00636f, 0x6cd0dc)};
    case Theme::Attribute:
        return {color(0x7a4b00, 0xe6c07b)};
    case Theme::Preprocessor:
    case Theme::Annotation:
        return {color(0x941f6e, 0xe89ac7)};
    case Theme::String:
    case Theme::Char:
    case Theme::VerbatimString:
    case Theme::SpecialString:
        return {color(0x1a6b33, 0x7ee787)};
    case Theme::SpecialChar:
    case Theme::Constant:
    case Theme::DecVal:
    case Theme::BaseN:
    case Theme::Float:
        return {color(0x8f4e00, 0xe6b450)};
    case Theme::Comment:
    case Theme::CommentVar:
    case Theme::RegionMarker:
        return {color(0x636b75, 0x98a1ab), false, true};
    case Theme::Documentation:
        return {color(0x55606b, 0xa9b1ba)};
    case Theme::Alert:
    case Theme::Warning:
    case Theme::Error:
        return {color(0xb3261e, 0xff8a80), true, false};
    case Theme::Normal:
    case Theme::Operator:
    case Theme::Information:
    case Theme::Others:
        break;
    }
    return {palette.color(QPalette::Text)};
}

} // namespace kiln
