// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The file format of recordings.

#include "kconfig/shell_recording.h"

#include "shell_text.h"

#include "kconfig/config_file.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace kconfig {

namespace {

constexpr std::string_view recordingSignature = "kiln-shells 1\n";

void appendField(std::string &out, std::string_view name, std::string_view value)
{
    out.append(name).append(1, ' ').append(std::to_string(value.size())).append(1, '\n');
    out.append(value).append(1, '\n');
}

std::string number(unsigned long long value, int base)
{
    std::array<char, 24> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, base);
    return {text.data(), end.ptr};
}

template <typename T>
bool parseNumber(std::string_view text, T &value, int base = 10)
{
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return end.ec == std::errc{} && end.ptr == text.data() + text.size();
}

struct Field
{
    std::string_view name;
    std::string_view value;
    std::size_t offset = 0; ///< where it begins in the file
};

/// Takes a file apart, field after field.
class FieldReader
{
public:
    explicit FieldReader(std::string_view bytes)
        : m_bytes(bytes)
        , m_at(recordingSignature.size())
    {}
    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }
    [[nodiscard]] std::size_t offset() const { return m_at; }
    /// False when what follows is no field.
    bool next(Field &field)
    {
        const std::string_view rest = m_bytes.substr(m_at);
        const std::size_t line = rest.substr(0, 64).find('\n');
        const std::size_t blank = rest.substr(0, line).find(' ');
        std::size_t length = 0;
        if (line == std::string_view::npos || blank == std::string_view::npos ||
            !parseNumber(rest.substr(blank + 1, line - blank - 1), length))
            return false;
        const std::string_view body = rest.substr(line + 1);
        if (length >= body.size() || body[length] != '\n')
            return false;
        field = {rest.substr(0, blank), body.substr(0, length), m_at};
        m_at += line + 1 + length + 1;
        return true;
    }

private:
    std::string_view m_bytes;
    std::size_t m_at;
};

/// Puts fields together to a recording.
class RecordingReader
{
public:
    /// False when the field has no business where it stands.
    bool take(const Field &field)
    {
        if (field.name == "root")
            return m_recording.calls.empty() && takeRoot(field.value);
        if (field.name == "command") {
            m_recording.calls.push_back({std::string(field.value), {}, 0, {}, {}});
            m_hasContent = true;
            return true;
        }
        if (m_recording.calls.empty())
            return false;
        RecordedCall &call = m_recording.calls.back();
        if (field.name == "environment") {
            call.environment.emplace_back(field.value);
            return true;
        }
        if (field.name == "status")
            return parseNumber(field.value, call.exitStatus);
        if (field.name == "output") {
            call.output = field.value;
            return true;
        }
        if (field.name == "file")
            return takeFile(call, field.value);
        if (field.name != "content" || m_hasContent)
            return false;
        call.files.back().content = field.value;
        m_hasContent = true;
        return true;
    }
    [[nodiscard]] ShellRecording &recording() { return m_recording; }

private:
    bool takeRoot(std::string_view value)
    {
        const std::size_t sign = value.find('=');
        if (sign == std::string_view::npos || sign == 0)
            return false;
        m_recording.roots.emplace_back(value.substr(0, sign), value.substr(sign + 1));
        return true;
    }
    bool takeFile(RecordedCall &call, std::string_view value)
    {
        const std::size_t blank = value.find(' ');
        WrittenFile file;
        if (!m_hasContent || blank == std::string_view::npos || blank + 1 == value.size() ||
            !parseNumber(value.substr(0, blank), file.mode, 8) || file.mode > 07777U ||
            value.find('\0') != std::string_view::npos)
            return false;
        file.path = value.substr(blank + 1);
        call.files.push_back(std::move(file));
        m_hasContent = false;
        return true;
    }

    ShellRecording m_recording;
    bool m_hasContent = true; ///< of the last file
};

} // namespace

std::string ShellRecording::serialize() const
{
    std::string out(recordingSignature);
    for (const auto &[name, path] : roots)
        appendField(out, "root", name + '=' + path);
    for (const RecordedCall &call : calls) {
        appendField(out, "command", call.command);
        for (const std::string &variable : call.environment)
            appendField(out, "environment", variable);
        appendField(out, "status", std::to_string(call.exitStatus));
        appendField(out, "output", call.output);
        for (const WrittenFile &file : call.files) {
            appendField(out, "file", number(file.mode, 8) + ' ' + file.path);
            appendField(out, "content", file.content);
        }
    }
    appendField(out, "end", std::to_string(calls.size()) + ' ' + number(fnv(out), 16));
    return out;
}

Expected<ShellRecording, std::string> ShellRecording::parse(std::string_view bytes,
                                                            const std::string &name)
{
    const std::string again = "; record it again (kconf --shells=record:FILE)";
    if (bytes.substr(0, recordingSignature.size()) != recordingSignature) {
        if (bytes.substr(0, 12) == recordingSignature.substr(0, 12))
            return Unexpected(name + " is a recording of a format that this program does not know" +
                              again);
        return Unexpected(name + " is no recording of shell commands" + again);
    }
    FieldReader fields(bytes);
    RecordingReader reader;
    Field field;
    while (!fields.atEnd()) {
        const std::string place = " at byte " + std::to_string(fields.offset());
        if (!fields.next(field))
            return Unexpected(name + " is damaged" + place + ": it is cut or changed there" +
                              again);
        if (field.name == "end") {
            const std::string sum = std::to_string(reader.recording().calls.size()) + ' ' +
                                    number(fnv(bytes.substr(0, field.offset)), 16);
            if (field.value != sum || !fields.atEnd())
                return Unexpected(name + " is damaged: its check sum does not fit" + again);
            return std::move(reader.recording());
        }
        if (!reader.take(field))
            return Unexpected(name + " is damaged" + place + ": an unexpected field" + again);
    }
    return Unexpected(name + " is damaged: its end is missing" + again);
}

Expected<ShellRecording, std::string> ShellRecording::read(const std::string &path)
{
    auto bytes = readFile(path);
    if (!bytes)
        return Unexpected(bytes.error().message);
    return parse(*bytes, path);
}

} // namespace kconfig
