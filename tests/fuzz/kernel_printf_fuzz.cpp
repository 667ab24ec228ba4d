// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The kernel's printf against the host's: the input makes conversions with flags, width, precision
// and length, and their values.
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <output.hpp>
#include <string>

namespace {

/** Takes the input apart; 0 behind its end. */
class Input
{
public:
    Input(const std::uint8_t *data, std::size_t size)
        : m_data(data)
        , m_end(data + size)
    {}

    bool isAtEnd() const { return m_data == m_end; }
    std::uint8_t byte() { return isAtEnd() ? 0 : *m_data++; }
    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned count = byte() % 9; count > 0; --count)
            value = value << 8 | byte();
        return byte() % 2 ? 0 - value : value;
    }

private:
    const std::uint8_t *m_data;
    const std::uint8_t *m_end;
};

int formatKernel(char *to, std::size_t size, const char *format, va_list arguments)
{
    nolibc::BufferOutput output(to, size);
    const int length = nolibc::format(output, format, arguments);
    output.finish();
    return length;
}

/** Both have to write the same, and only where there is room. */
[[gnu::format(printf, 2, 3)]] void compare(std::size_t room, const char *format, ...)
{
    const std::unique_ptr<char[]> kernel(new char[room + 1]);
    const std::unique_ptr<char[]> host(new char[room + 1]);
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    const int wanted = std::vsnprintf(host.get(), room, format, arguments);
    const int length = formatKernel(kernel.get(), room, format, again);
    va_end(again);
    va_end(arguments);
    if (length != wanted || (room > 0 && std::strcmp(kernel.get(), host.get()) != 0)) {
        std::fprintf(stderr, "'%s' in %zu bytes: '%s' (%d), not '%s' (%d)\n", format, room,
                     room ? kernel.get() : "", length, room ? host.get() : "", wanted);
        std::abort();
    }
}

std::string conversion(Input &input)
{
    std::string text = "<%";
    const unsigned flags = input.byte();
    for (unsigned i = 0; i < 5; ++i) {
        if (flags & 1U << i)
            text += "-+ #0"[i];
    }
    if (flags & 0x20)
        text += std::to_string(input.byte());
    if (flags & 0x40) {
        text += '.';
        if (flags & 0x80)
            text += std::to_string(input.byte());
    }
    return text;
}

#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-security"

void tryInteger(Input &input, std::size_t room, std::string format)
{
    const char letter = "diuoxX"[input.byte() % 6];
    const std::uint64_t value = input.number();
    switch (input.byte() % 4) {
    case 0:
        compare(room, (format + letter + ">").c_str(), static_cast<int>(value));
        break;
    case 1:
        compare(room, (format + "hh" + letter + ">").c_str(), static_cast<int>(value));
        break;
    case 2:
        compare(room, (format + "h" + letter + ">").c_str(), static_cast<int>(value));
        break;
    default:
        compare(room, (format + "ll" + letter + ">").c_str(), static_cast<long long>(value));
    }
}

void tryText(Input &input, std::size_t room, const std::string &format)
{
    std::string text;
    for (unsigned count = input.byte() % 32; count > 0; --count)
        text += static_cast<char>(input.byte() | 1);
    // Exactly as long as it is.
    const std::unique_ptr<char[]> copy(new char[text.size() + 1]);
    std::memcpy(copy.get(), text.c_str(), text.size() + 1);
    compare(room, (format + "s|%c>").c_str(), copy.get(), input.byte());
}

void tryReal(Input &input, std::size_t room, const std::string &format)
{
    const char letter = "eEfFgG"[input.byte() % 6];
    const std::uint64_t bits =
        input.byte() % 2 ? input.number() << 52 | input.number() : input.number();
    double value;
    std::memcpy(&value, &bits, sizeof(value));
    compare(room, (format + letter + ">").c_str(), value);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    while (!input.isAtEnd()) {
        const unsigned kind = input.byte();
        const std::size_t room = kind & 0x80 ? kind % 16 : 1000;
        const std::string format = conversion(input);
        if (kind % 3 == 0)
            tryInteger(input, room, format);
        else if (kind % 3 == 1)
            tryText(input, room, format);
        else
            tryReal(input, room, format);
    }
    return 0;
}
