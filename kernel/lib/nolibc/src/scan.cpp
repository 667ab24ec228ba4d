// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The scanf family's format strings.

#include "input.hpp"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

namespace nolibc {

int Input::left() const
{
    return m_looked ? m_next : EOF;
}

namespace {

struct Arguments
{
    va_list list;
};

enum class Length
{
    none,
    charWide,
    shortWide,
    longWide,
    longDouble
};

struct Directive
{
    bool suppress = false;
    size_t width = 0; ///< 0: not given
    Length length = Length::none;
};

enum class Match
{
    done,
    failed,
    ended
};

/** The text of a number, as long as it can still become one; numbers longer than this are cut. */
class Word
{
public:
    explicit Word(Input &input, size_t width)
        : m_input(input)
        , m_rest(width ? width : SIZE_MAX)
    {}
    int next() { return m_rest ? m_input.peek() : EOF; }
    void take()
    {
        if (m_length + 1 < sizeof(m_text))
            m_text[m_length++] = static_cast<char>(m_input.peek());
        m_input.take();
        --m_rest;
    }
    bool takeIf(char letter)
    {
        if (next() == EOF || tolower(next()) != letter)
            return false;
        take();
        return true;
    }
    const char *text()
    {
        m_text[m_length] = '\0';
        return m_text;
    }

private:
    Input &m_input;
    size_t m_rest;
    char m_text[512];
    size_t m_length = 0;
};

bool isDigitOf(int c, int base)
{
    if (isdigit(c))
        return c - '0' < base;
    return base == 16 && isxdigit(c);
}

/** An integer of base 0, 8, 10 or 16. False when the input is none. */
bool readInteger(Word &word, int base)
{
    if (word.next() == '+' || word.next() == '-')
        word.take();
    bool any = false;
    if ((base == 0 || base == 16) && word.next() == '0') {
        word.take();
        any = true;
        if (word.takeIf('x')) {
            base = 16;
            any = false;
        } else if (base == 0) {
            base = 8;
        }
    } else if (base == 0) {
        base = 10;
    }
    while (isDigitOf(word.next(), base)) {
        word.take();
        any = true;
    }
    return any;
}

bool readLetters(Word &word, const char *letters)
{
    for (; *letters; ++letters) {
        if (!word.takeIf(*letters))
            return false;
    }
    return true;
}

bool readFloat(Word &word)
{
    if (word.next() == '+' || word.next() == '-')
        word.take();
    if (word.takeIf('n'))
        return readLetters(word, "an");
    if (word.takeIf('i')) {
        if (!readLetters(word, "nf"))
            return false;
        return !word.takeIf('i') || readLetters(word, "nity");
    }
    int base = 10;
    bool any = false;
    if (word.next() == '0') {
        word.take();
        any = true;
        if (word.takeIf('x')) {
            base = 16;
            any = false;
        }
    }
    bool point = false;
    for (;; word.take()) {
        if (isDigitOf(word.next(), base))
            any = true;
        else if (word.next() == '.' && !point)
            point = true;
        else
            break;
    }
    if (!any)
        return false;
    if (!word.takeIf(base == 16 ? 'p' : 'e'))
        return true;
    if (word.next() == '+' || word.next() == '-')
        word.take();
    if (!isdigit(word.next()))
        return false;
    while (isdigit(word.next()))
        word.take();
    return true;
}

void storeInteger(Arguments &arguments, const Directive &directive, uintmax_t value)
{
    void *to = va_arg(arguments.list, void *);
    switch (directive.length) {
    case Length::charWide:
        *static_cast<unsigned char *>(to) = static_cast<unsigned char>(value);
        break;
    case Length::shortWide:
        *static_cast<unsigned short *>(to) = static_cast<unsigned short>(value);
        break;
    case Length::none:
        *static_cast<unsigned int *>(to) = static_cast<unsigned int>(value);
        break;
    default:
        *static_cast<unsigned long *>(to) = static_cast<unsigned long>(value);
        break;
    }
}

Match scanInteger(Input &input, const Directive &directive, char letter, Arguments &arguments)
{
    const int base = letter == 'i'                    ? 0
                     : letter == 'o'                  ? 8
                     : letter == 'x' || letter == 'p' ? 16
                                                      : 10;
    Word word(input, directive.width);
    if (word.next() == EOF)
        return Match::ended;
    if (!readInteger(word, base))
        return Match::failed;
    if (!directive.suppress) {
        const bool isSigned = letter == 'd' || letter == 'i';
        storeInteger(arguments, directive,
                     isSigned ? static_cast<uintmax_t>(strtoll(word.text(), nullptr, base))
                              : strtoull(word.text(), nullptr, base));
    }
    return Match::done;
}

Match scanFloat(Input &input, const Directive &directive, Arguments &arguments)
{
    Word word(input, directive.width);
    if (word.next() == EOF)
        return Match::ended;
    if (!readFloat(word))
        return Match::failed;
    if (directive.suppress)
        return Match::done;
    if (directive.length == Length::longDouble)
        *va_arg(arguments.list, long double *) = strtold(word.text(), nullptr);
    else if (directive.length == Length::longWide)
        *va_arg(arguments.list, double *) = strtod(word.text(), nullptr);
    else
        *va_arg(arguments.list, float *) = strtof(word.text(), nullptr);
    return Match::done;
}

/** The set of a %[...] directive. */
class CharSet
{
public:
    /** `at` stands after '[', and after ']' when this returns. */
    explicit CharSet(const char *&at)
    {
        const bool inverted = *at == '^';
        if (inverted)
            ++at;
        const char *first = at;
        for (; *at && (*at != ']' || at == first); ++at) {
            unsigned char from = static_cast<unsigned char>(*at);
            unsigned char to = from;
            if (at[1] == '-' && at[2] && at[2] != ']') {
                to = static_cast<unsigned char>(at[2]);
                at += 2;
            }
            for (unsigned c = from; c <= to; ++c)
                m_members[c] = true;
        }
        if (*at)
            ++at;
        if (inverted) {
            for (bool &member : m_members)
                member = !member;
        }
    }
    bool contains(int c) const { return m_members[c & 0xff]; }

private:
    bool m_members[256] = {};
};

/** Characters that `accepts`, at most the width (or `most`, where none is given). */
template <typename Accepts>
Match scanText(Input &input, const Directive &directive, size_t most, bool terminate,
               Arguments &arguments, Accepts accepts)
{
    const size_t limit = directive.width ? directive.width : most;
    if (input.peek() == EOF)
        return Match::ended;
    char *to = directive.suppress ? nullptr : va_arg(arguments.list, char *);
    size_t length = 0;
    while (length < limit && input.peek() != EOF && accepts(input.peek())) {
        if (to)
            to[length] = static_cast<char>(input.peek());
        input.take();
        ++length;
    }
    if (length == 0)
        return Match::failed;
    if (!terminate)
        return length == limit ? Match::done : Match::ended;
    if (to)
        to[length] = '\0';
    return Match::done;
}

void skipSpace(Input &input)
{
    while (input.peek() != EOF && isspace(input.peek()))
        input.take();
}

Directive readDirective(const char *&at)
{
    Directive directive;
    if (*at == '*') {
        directive.suppress = true;
        ++at;
    }
    while (isdigit(static_cast<unsigned char>(*at)))
        directive.width = directive.width * 10 + static_cast<size_t>(*at++ - '0');
    if (*at == 'h') {
        directive.length = *++at == 'h' ? Length::charWide : Length::shortWide;
        at += directive.length == Length::charWide;
    } else if (*at == 'l') {
        directive.length = Length::longWide;
        at += at[1] == 'l' ? 2 : 1;
    } else if (*at == 'j' || *at == 'z' || *at == 't') {
        directive.length = Length::longWide;
        ++at;
    } else if (*at == 'L') {
        directive.length = Length::longDouble;
        ++at;
    }
    return directive;
}

/** One conversion; `at` stands on its letter and after it when this returns. */
Match convert(Input &input, Directive &directive, const char *&at, Arguments &arguments)
{
    const char letter = static_cast<char>(tolower(static_cast<unsigned char>(*at)));
    const bool text = letter == 'c' || letter == 's' || letter == '[';
    if (text && directive.length == Length::longWide)
        return Match::failed; // there are no wide characters
    if (letter != 'c' && letter != '[')
        skipSpace(input);
    ++at;
    switch (letter) {
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
        return scanInteger(input, directive, letter, arguments);
    case 'p':
        directive.length = Length::longWide;
        return scanInteger(input, directive, letter, arguments);
    case 'e':
    case 'f':
    case 'g':
    case 'a':
        return scanFloat(input, directive, arguments);
    case 's':
        return scanText(input, directive, SIZE_MAX, true, arguments,
                        [](int c) { return !isspace(c); });
    case 'c':
        return scanText(input, directive, 1, false, arguments, [](int) { return true; });
    case '[': {
        const CharSet set(at);
        return scanText(input, directive, SIZE_MAX, true, arguments,
                        [&set](int c) { return set.contains(c); });
    }
    case '%':
        if (input.peek() != '%')
            return input.peek() == EOF ? Match::ended : Match::failed;
        input.take();
        return Match::done;
    default:
        return Match::failed;
    }
}

} // namespace

int scan(Input &input, const char *format, va_list list)
{
    Arguments arguments;
    va_copy(arguments.list, list);
    int stored = 0;
    Match match = Match::done;
    for (const char *at = format; *at && match == Match::done;) {
        if (isspace(static_cast<unsigned char>(*at))) {
            skipSpace(input);
            ++at;
        } else if (*at != '%') {
            if (input.peek() == static_cast<unsigned char>(*at))
                input.take();
            else
                match = input.peek() == EOF ? Match::ended : Match::failed;
            ++at;
        } else {
            ++at;
            Directive directive = readDirective(at);
            if (*at == 'n') {
                ++at;
                if (!directive.suppress)
                    storeInteger(arguments, directive, input.taken());
                continue;
            }
            const bool counts = *at != '%' && !directive.suppress;
            match = convert(input, directive, at, arguments);
            stored += match == Match::done && counts;
        }
    }
    va_end(arguments.list);
    return match == Match::ended && stored == 0 ? EOF : stored;
}

} // namespace nolibc
