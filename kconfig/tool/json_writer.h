// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// JSON (RFC 8259) written as it comes, so that a model of any size needs no memory for it.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace kconf {

/// Writes to a stream that it does not own. Keys and values must alternate inside objects; what is
/// open when it ends stays open. Bytes that are no UTF-8 become U+FFFD.
class JsonWriter
{
public:
    explicit JsonWriter(std::FILE *stream)
        : m_stream(stream)
    {}

    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    JsonWriter &key(std::string_view name);
    JsonWriter &text(std::string_view value);
    JsonWriter &number(long long value);
    JsonWriter &boolean(bool value);
    JsonWriter &null();

    /// \name An object ('{') or array ('[') with all that is in it on one line
    /// @{
    JsonWriter &beginLine(char bracket);
    JsonWriter &endLine(char bracket);
    /// @}

    /// `"name": "value"`.
    JsonWriter &member(std::string_view name, std::string_view value)
    {
        return key(name).text(value);
    }
    JsonWriter &member(std::string_view name, const char *value) { return key(name).text(value); }
    JsonWriter &member(std::string_view name, bool value) { return key(name).boolean(value); }
    JsonWriter &member(std::string_view name, std::uint32_t value)
    {
        return key(name).number(value);
    }

    /// Ends the document with a newline.
    void finish();

private:
    void comma();
    void open(char bracket);
    void close(char bracket);
    void newLine();
    void quote(std::string_view value);

    std::FILE *m_stream;
    std::vector<bool> m_hasElements; ///< of each open object or array
    bool m_afterKey = false;
    int m_lineDepth = 0; ///< how many are open that keep to one line
};

} // namespace kconf
