// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// UTF-8 in cells, and the line editor.

#include "line_editor.h"
#include "text_layout.h"

#include <gtest/gtest.h>

namespace kconfig::terminal {

namespace {

using Lines = std::vector<std::string>;

TEST(TextLayout, CountsCells)
{
    EXPECT_EQ(widthOf("plain"), 5);
    EXPECT_EQ(widthOf("Größe"), 5);
    EXPECT_EQ(widthOf("e\u0301"), 1); // e and a combining acute accent
    EXPECT_EQ(widthOf("日本"), 4);
    EXPECT_EQ(widthOf("\xff\xc3"), 2); // no UTF-8: a replacement each
}

TEST(TextLayout, MalformedTextComesByteByByte)
{
    const auto first = [](std::string_view text) { return takeCharacter(text); };
    EXPECT_EQ(first("\xc0\xaf"), char32_t(0xfffd));     // overlong
    EXPECT_EQ(first("\xe0\x80\xaf"), char32_t(0xfffd)); // overlong
    EXPECT_EQ(first("\xed\xa0\x80"), char32_t(0xfffd)); // a surrogate
    EXPECT_EQ(first("\xf5\x80\x80\x80"), char32_t(0xfffd));
    EXPECT_EQ(first("\xe2\x82"), char32_t(0xfffd)); // cut off
    EXPECT_EQ(first("\xe2\x82\xac"), char32_t(0x20ac));
    EXPECT_EQ(first("\xf0\x9f\x98\x80"), char32_t(0x1f600));
}

TEST(TextLayout, PrintableHasNoControlCharacters)
{
    EXPECT_EQ(printable("a\tb\x1b[31mc\x7f", true), "a b [31mc ");
    EXPECT_EQ(printable("Größe …", false), "Gr??e ?");
    EXPECT_EQ(printable("e\u0301", false), "e");
    EXPECT_EQ(printable("\xff", true), "\uFFFD");
}

TEST(TextLayout, ClipsWithAnEllipsis)
{
    EXPECT_EQ(clipped("menuconfig", 10, true), "menuconfig");
    EXPECT_EQ(clipped("menuconfig", 5, true), "menu…");
    EXPECT_EQ(clipped("menuconfig", 5, false), "menu~");
    EXPECT_EQ(clipped("日本語", 4, true), "日…"); // no half of a wide one
    EXPECT_EQ(clipped("x", 0, true), "");
    EXPECT_EQ(clippedLeft("Drivers > USB", 6, true), "…> USB");
    EXPECT_EQ(clippedLeft("日本語", 4, true), "…語");
}

TEST(TextLayout, BreaksAtBlanks)
{
    EXPECT_EQ(wrapped("one two three", 8), (Lines{"one two", "three"}));
    EXPECT_EQ(wrapped("  - one two", 8, 2), (Lines{"  - one", "    two"}));
    EXPECT_EQ(wrapped("abcdefghij", 4), (Lines{"abcd", "efgh", "ij"}));
    EXPECT_EQ(wrapped("", 4), (Lines{""}));
    EXPECT_EQ(wrapped("日本", 1), (Lines{"日", "本"})); // wider than the window, but it ends
}

Key code(KeyCode meaning)
{
    return Key{.code = meaning};
}

TEST(LineEditor, EditsCharactersNotBytes)
{
    LineEditor editor("Größe");
    editor.handle(code(KeyCode::left));
    editor.handle(code(KeyCode::backspace));
    EXPECT_EQ(editor.text(), "Gröe");
    editor.handle(code(KeyCode::backspace));
    EXPECT_EQ(editor.text(), "Gre");
    editor.handle(typed(U'ü'));
    EXPECT_EQ(editor.text(), "Grüe");
    editor.handle(code(KeyCode::home));
    editor.handle(code(KeyCode::erase));
    EXPECT_EQ(editor.text(), "rüe");
    editor.handle(code(KeyCode::end));
    editor.handle(typed('n'));
    EXPECT_EQ(editor.text(), "rüen");
}

TEST(LineEditor, CombiningMarksGoWithTheirCharacter)
{
    LineEditor editor("ae\u0301");
    editor.handle(code(KeyCode::backspace));
    EXPECT_EQ(editor.text(), "a");
    editor.setText("e\u0301a");
    editor.handle(code(KeyCode::home));
    editor.handle(code(KeyCode::erase));
    EXPECT_EQ(editor.text(), "a");
}

TEST(LineEditor, KnowsTheKeysOfShells)
{
    LineEditor editor("one two three");
    editor.handle(control('w'));
    EXPECT_EQ(editor.text(), "one two ");
    editor.handle(control('a'));
    editor.handle(control('f'));
    editor.handle(control('k'));
    EXPECT_EQ(editor.text(), "o");
    editor.setText("one two");
    editor.handle(control('b'));
    editor.handle(control('u'));
    EXPECT_EQ(editor.text(), "o");
    EXPECT_FALSE(editor.handle(control('x')));
    EXPECT_FALSE(editor.handle(code(KeyCode::up)));
}

TEST(LineEditor, PastesOneLine)
{
    LineEditor editor;
    editor.handle(Key{.code = KeyCode::paste, .text = "console=ttyS0\n"});
    EXPECT_EQ(editor.text(), "console=ttyS0");
    editor.setText("");
    editor.handle(Key{.code = KeyCode::paste, .text = "a\nb\x1b[A"});
    EXPECT_EQ(editor.text(), "a b [A");
}

TEST(LineEditor, TypingReplacesWhatIsOffered)
{
    LineEditor editor("old", true);
    editor.handle(typed('n'));
    editor.handle(typed('e'));
    EXPECT_EQ(editor.text(), "ne");
    editor.setText("old", true);
    editor.handle(code(KeyCode::left)); // moving keeps it
    editor.handle(typed('-'));
    EXPECT_EQ(editor.text(), "ol-d");
}

} // namespace

} // namespace kconfig::terminal
