// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "values.h"

#include <algorithm>
#include <cstdio>
#include <limits>

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

int digitOf(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 99;
}

/// What strtoll and strtoull find at the start of a text.
struct Scan
{
    bool isNegative = false;
    bool hasDigits = false;
    bool overflows = false; ///< more than 64 bits
    unsigned long long magnitude = 0;
    std::size_t end = 0; ///< behind the last digit
};

Scan scan(std::string_view text, int base)
{
    constexpr unsigned long long most = std::numeric_limits<unsigned long long>::max();
    Scan result;
    std::size_t at = text.find_first_not_of(" \t\n\v\f\r");
    if (at == std::string_view::npos)
        return result;
    if (text[at] == '-' || text[at] == '+')
        result.isNegative = text[at++] == '-';
    const bool hasPrefix = at + 2 < text.size() && text[at] == '0' &&
                           (text[at + 1] == 'x' || text[at + 1] == 'X') && isHexDigit(text[at + 2]);
    if (hasPrefix && (base == 16 || base == 0)) {
        at += 2;
        base = 16;
    } else if (base == 0) {
        base = at < text.size() && text[at] == '0' ? 8 : 10;
    }
    const auto radix = static_cast<unsigned long long>(base);
    for (; at < text.size() && digitOf(text[at]) < base; ++at) {
        const auto digit = static_cast<unsigned long long>(digitOf(text[at]));
        result.hasDigits = true;
        if (result.magnitude > (most - digit) / radix)
            result.overflows = true;
        result.magnitude = result.magnitude * radix + digit;
    }
    if (result.hasDigits)
        result.end = at;
    return result;
}

/// The scan as a signed number; false when it does not fit, and then the nearest that does.
bool toSigned(const Scan &scan, long long &number)
{
    constexpr auto most = static_cast<unsigned long long>(std::numeric_limits<long long>::max());
    const bool fits = !scan.overflows && scan.magnitude <= most + (scan.isNegative ? 1 : 0);
    if (!fits)
        number = scan.isNegative ? std::numeric_limits<long long>::min()
                                 : std::numeric_limits<long long>::max();
    else
        number = static_cast<long long>(scan.isNegative ? 0 - scan.magnitude : scan.magnitude);
    return fits;
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

Number parse(SymbolType type, std::string_view text)
{
    if (type == SymbolType::boolean || type == SymbolType::tristate) {
        const long long value = text == "n" ? 0 : text == "m" ? 1 : text == "y" ? 2 : -1;
        return {Number::signedNumber, static_cast<unsigned long long>(value)};
    }
    Number result;
    const Scan found = scan(text, baseOf(type, 0));
    if (!found.hasDigits || found.end != text.size())
        return result;
    if (type == SymbolType::hex) {
        result.bits = found.isNegative ? 0 - found.magnitude : found.magnitude;
        result.kind = found.overflows ? Number::none : Number::unsignedNumber;
    } else {
        long long number = 0;
        result.kind = toSigned(found, number) ? Number::signedNumber : Number::none;
        result.bits = static_cast<unsigned long long>(number);
    }
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

long long numberOf(std::string_view text, int base)
{
    long long number = 0;
    toSigned(scan(text, base), number);
    return number;
}

int compareValues(SymbolType leftType, std::string_view left, SymbolType rightType,
                  std::string_view right)
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

Tristate holds(ExpressionKind comparison, int order)
{
    bool result = false;
    switch (comparison) {
    case ExpressionKind::equal:
        result = order == 0;
        break;
    case ExpressionKind::unequal:
        result = order != 0;
        break;
    case ExpressionKind::less:
        result = order < 0;
        break;
    case ExpressionKind::lessEqual:
        result = order <= 0;
        break;
    case ExpressionKind::greater:
        result = order > 0;
        break;
    default:
        result = order >= 0;
        break;
    }
    return result ? Tristate::yes : Tristate::no;
}

SymbolType comparedType(const Model &model, SymbolId id)
{
    if (id.index <= Model::constant(Tristate::yes).index && model.dialect() != Dialect::unikraft)
        return SymbolType::tristate;
    return model.symbol(id).type;
}

std::string numberText(SymbolType type, long long number)
{
    if (type == SymbolType::integer)
        return std::to_string(number);
    char digits[32];
    std::snprintf(digits, sizeof digits, "0x%llx", static_cast<unsigned long long>(number));
    return digits;
}

std::string textOfBound(Dialect dialect, SymbolType type, std::string_view boundText,
                        long long bound)
{
    return dialect == Dialect::unikraft ? numberText(type, bound) : std::string(boundText);
}

std::string_view emptyValue(Dialect dialect, SymbolType type)
{
    if (dialect != Dialect::linux_6_12)
        return {};
    return type == SymbolType::integer ? "0" : type == SymbolType::hex ? "0x0" : "";
}

std::string quotedText(std::string_view text)
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
