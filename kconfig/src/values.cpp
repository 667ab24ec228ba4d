// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "values.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>

namespace kconfig {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

struct Number
{
    enum Kind
    {
        none,
        signedNumber,
        unsignedNumber
    } kind = none;
    unsigned long long bits = 0; ///< two's complement when signed
};

Number parse(SymbolType type, const std::string &text)
{
    if (type == SymbolType::boolean || type == SymbolType::tristate) {
        const long long value = text == "n" ? 0 : text == "m" ? 1 : text == "y" ? 2 : -1;
        return {Number::signedNumber, static_cast<unsigned long long>(value)};
    }
    const char *begin = text.c_str();
    char *end = nullptr;
    Number result;
    errno = 0;
    if (type == SymbolType::hex) {
        result.bits = std::strtoull(begin, &end, 16);
        result.kind = Number::unsignedNumber;
    } else {
        const int base = type == SymbolType::integer ? 10 : 0;
        result.bits = static_cast<unsigned long long>(std::strtoll(begin, &end, base));
        result.kind = Number::signedNumber;
    }
    if (errno != 0 || *end != '\0' || end == begin || !isHexDigit(end[-1]))
        result.kind = Number::none;
    return result;
}

template <typename T>
int order(const T &a, const T &b)
{
    return (a > b) - (a < b);
}

} // namespace

bool isValidValue(SymbolType type, std::string_view text)
{
    switch (type) {
    case SymbolType::string:
        return true;
    case SymbolType::integer:
        if (!text.empty() && text[0] == '-')
            text.remove_prefix(1);
        return !text.empty() && std::all_of(text.begin(), text.end(), isDigit) &&
               (text[0] != '0' || text.size() == 1);
    case SymbolType::hex:
        if (text.size() >= 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X'))
            text.remove_prefix(2);
        return !text.empty() && std::all_of(text.begin(), text.end(), isHexDigit);
    case SymbolType::boolean:
    case SymbolType::tristate:
        return !text.empty() && std::string_view("ymnYMN").find(text[0]) != std::string_view::npos;
    case SymbolType::unknown:
        break;
    }
    return false;
}

int baseOf(SymbolType type, int otherwise)
{
    return type == SymbolType::integer ? 10 : type == SymbolType::hex ? 16 : otherwise;
}

long long numberOf(const std::string &text, int base)
{
    return std::strtoll(text.c_str(), nullptr, base);
}

int compareValues(SymbolType leftType, const std::string &left, SymbolType rightType,
                  const std::string &right)
{
    if (leftType != SymbolType::string || rightType != SymbolType::string) {
        const Number a = parse(leftType, left);
        const Number b = parse(rightType, right);
        if (a.kind == Number::signedNumber && b.kind == Number::signedNumber)
            return order(static_cast<long long>(a.bits), static_cast<long long>(b.bits));
        if (a.kind != Number::none && b.kind != Number::none)
            return order(a.bits, b.bits);
    }
    return left.compare(right);
}

std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += c;
    }
    return result += '"';
}

} // namespace kconfig
