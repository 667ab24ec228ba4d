// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "json_writer.h"

namespace kconf {

namespace {

/// The length of the UTF-8 character that the text begins with; 0 when it is none (RFC 3629).
std::size_t characterLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0U) != 0x80U)
            return 0;
    const unsigned char second = byte(1);
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
        (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F))
        return 0;
    return length;
}

} // namespace

void JsonWriter::newLine()
{
    if (m_lineDepth > 0)
        return;
    std::fputc('\n', m_stream);
    for (std::size_t i = 0; i < m_hasElements.size(); ++i)
        std::fputc(' ', m_stream);
}

void JsonWriter::comma()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_hasElements.empty())
        return;
    if (m_hasElements.back())
        std::fputc(',', m_stream);
    m_hasElements.back() = true;
    newLine();
}

void JsonWriter::open(char bracket)
{
    comma();
    std::fputc(bracket, m_stream);
    m_hasElements.push_back(false);
}

void JsonWriter::close(char bracket)
{
    const bool hadElements = m_hasElements.back();
    m_hasElements.pop_back();
    if (hadElements)
        newLine();
    std::fputc(bracket, m_stream);
}

JsonWriter &JsonWriter::beginLine(char bracket)
{
    open(bracket);
    ++m_lineDepth;
    return *this;
}

JsonWriter &JsonWriter::endLine(char bracket)
{
    close(bracket);
    --m_lineDepth;
    return *this;
}

JsonWriter &JsonWriter::beginObject()
{
    open('{');
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    close('}');
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    open('[');
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    close(']');
    return *this;
}

JsonWriter &JsonWriter::key(std::string_view name)
{
    comma();
    quote(name);
    std::fputs(": ", m_stream);
    m_afterKey = true;
    return *this;
}

JsonWriter &JsonWriter::text(std::string_view value)
{
    comma();
    quote(value);
    return *this;
}

JsonWriter &JsonWriter::number(long long value)
{
    comma();
    std::fprintf(m_stream, "%lld", value);
    return *this;
}

JsonWriter &JsonWriter::boolean(bool value)
{
    comma();
    std::fputs(value ? "true" : "false", m_stream);
    return *this;
}

JsonWriter &JsonWriter::null()
{
    comma();
    std::fputs("null", m_stream);
    return *this;
}

void JsonWriter::quote(std::string_view value)
{
    std::fputc('"', m_stream);
    while (!value.empty()) {
        const char c = value[0];
        std::size_t length = 1;
        if (c == '"' || c == '\\') {
            std::fputc('\\', m_stream);
            std::fputc(c, m_stream);
        } else if (c == '\n') {
            std::fputs("\\n", m_stream);
        } else if (c == '\t') {
            std::fputs("\\t", m_stream);
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            std::fprintf(m_stream, "\\u%04x", static_cast<unsigned>(c));
        } else if ((length = characterLength(value)) == 0) {
            std::fputs("\\ufffd", m_stream);
            length = 1;
        } else {
            std::fwrite(value.data(), 1, length, m_stream);
        }
        value.remove_prefix(length);
    }
    std::fputc('"', m_stream);
}

void JsonWriter::finish()
{
    std::fputc('\n', m_stream);
}

} // namespace kconf
