// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "lint_report.h"

#include "json_writer.h"

#include <cstdio>

namespace kconf {

using namespace kconfig;

const char *severityName(Severity severity)
{
    switch (severity) {
    case Severity::note:
        return "note";
    case Severity::warning:
        return "warning";
    case Severity::error:
        break;
    }
    return "error";
}

void writeText(const LintOutput &output)
{
    std::size_t counts[3] = {};
    for (const Finding &finding : output.report.findings) {
        ++counts[static_cast<int>(finding.diagnostic.severity)];
        Diagnostic shown = finding.diagnostic;
        shown.message += std::string(" [") + finding.rule->id + ']';
        shown.said = {}; // the message is English and has the rule behind it
        std::fputs(format(shown, output.sources).c_str(), stdout);
    }
    for (const auto &[rule, reason] : output.report.leftOut)
        std::printf("%s was left out: %s\n", rule->id, reason.c_str());
    std::printf("%zu errors, %zu warnings, %zu notes", counts[2], counts[1], counts[0]);
    if (output.hidden > 0)
        std::printf("; %zu more below the severity asked for (--severity=note shows them)",
                    output.hidden);
    if (output.report.suppressed > 0)
        std::printf("; %zu silenced by comments", output.report.suppressed);
    std::printf("\n");
}

namespace {

class ReportWriter
{
public:
    explicit ReportWriter(const LintOutput &output)
        : m_output(output)
        , m_json(stdout)
    {}

    void writeJson()
    {
        m_json.beginObject().member("complete", m_output.complete).key("findings").beginArray();
        for (const Finding &finding : m_output.report.findings) {
            const Diagnostic &diagnostic = finding.diagnostic;
            m_json.beginObject().member("rule", finding.rule->id);
            m_json.member("severity", severityName(diagnostic.severity));
            m_json.member("message", diagnostic.message).member("hint", diagnostic.hint);
            m_json.key("position");
            writePosition(diagnostic.position);
            m_json.key("notes").beginArray();
            for (const DiagnosticNote &note : diagnostic.notes) {
                m_json.beginObject().member("message", note.message).key("position");
                writePosition(note.position);
                m_json.endObject();
            }
            m_json.endArray().endObject();
        }
        m_json.endArray().key("leftOut").beginArray();
        for (const auto &[rule, reason] : m_output.report.leftOut)
            m_json.beginLine('{').member("rule", rule->id).member("reason", reason).endLine('}');
        m_json.endArray()
            .key("suppressed")
            .number(static_cast<long long>(m_output.report.suppressed));
        m_json.key("hidden").number(static_cast<long long>(m_output.hidden));
        m_json.endObject().finish();
    }

    void writeSarif()
    {
        m_json.beginObject();
        m_json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        m_json.member("version", "2.1.0").key("runs").beginArray().beginObject();
        m_json.key("tool").beginObject().key("driver").beginObject();
        m_json.member("name", "kconf lint").key("rules").beginArray();
        for (const LintRule &rule : lintRules())
            writeRule(rule);
        m_json.endArray().endObject().endObject();
        m_json.member("columnKind", "unicodeCodePoints");
        m_json.key("originalUriBaseIds").beginObject().key("SRCROOT").beginObject();
        m_json.member("uri", "file://" + uriOf(m_output.root) + '/').endObject().endObject();
        m_json.key("invocations").beginArray().beginObject();
        m_json.member("executionSuccessful", m_output.complete);
        m_json.key("toolExecutionNotifications").beginArray();
        for (const auto &[rule, reason] : m_output.report.leftOut) {
            m_json.beginObject().member("level", "note");
            writeMessage(std::string(rule->id) + " was left out: " + reason);
            m_json.endObject();
        }
        m_json.endArray().endObject().endArray();
        m_json.key("results").beginArray();
        for (const Finding &finding : m_output.report.findings)
            writeResult(finding);
        m_json.endArray().endObject().endArray().endObject().finish();
    }

private:
    void writePosition(const Position &position)
    {
        if (!position.isValid()) {
            m_json.null();
            return;
        }
        m_json.beginObject().member("file", m_output.sources.path(position.file));
        m_json.member("line", position.line).member("column", position.column).endObject();
    }

    void writeMessage(const std::string &text)
    {
        m_json.key("message").beginObject().member("text", text).endObject();
    }

    void writeText(const char *key, const char *text)
    {
        m_json.key(key).beginObject().member("text", text).endObject();
    }

    void writeRule(const LintRule &rule)
    {
        m_json.beginObject().member("id", rule.id);
        writeText("shortDescription", rule.summary);
        writeText("fullDescription", rule.help);
        m_json.key("defaultConfiguration").beginObject();
        m_json.member("level", severityName(rule.severity)).endObject().endObject();
    }

    void writeResult(const Finding &finding)
    {
        const Diagnostic &diagnostic = finding.diagnostic;
        m_json.beginObject().member("ruleId", finding.rule->id).key("ruleIndex");
        m_json.number(finding.rule - lintRules().data());
        m_json.member("level", severityName(diagnostic.severity));
        std::string message = diagnostic.message;
        if (!diagnostic.hint.empty())
            message += "; " + diagnostic.hint;
        writeMessage(message);
        if (diagnostic.position.isValid()) {
            m_json.key("locations").beginArray().beginObject();
            writeLocation(diagnostic.position);
            m_json.endObject().endArray();
        }
        m_json.key("relatedLocations").beginArray();
        long long number = 0;
        for (const DiagnosticNote &note : diagnostic.notes) {
            if (!note.position.isValid())
                continue;
            m_json.beginObject().key("id").number(++number);
            writeMessage(note.message);
            writeLocation(note.position);
            m_json.endObject();
        }
        m_json.endArray().endObject();
    }

    void writeLocation(const Position &position)
    {
        std::string path(m_output.sources.path(position.file));
        if (path.compare(0, m_output.root.size() + 1, m_output.root + '/') == 0)
            path.erase(0, m_output.root.size() + 1);
        while (path.compare(0, 2, "./") == 0)
            path.erase(0, 2);
        m_json.key("physicalLocation").beginObject().key("artifactLocation").beginObject();
        if (path[0] == '/')
            m_json.member("uri", "file://" + uriOf(path));
        else
            m_json.member("uri", uriOf(path)).member("uriBaseId", "SRCROOT");
        m_json.endObject();
        if (position.line > 0) {
            m_json.key("region").beginObject().member("startLine", position.line);
            if (position.column > 0)
                m_json.member("startColumn", characterColumn(position));
            m_json.endObject();
        }
        m_json.endObject();
    }

    /// Our columns count bytes, those of the log characters.
    [[nodiscard]] std::uint32_t characterColumn(const Position &position) const
    {
        const std::string_view line = m_output.sources.line(position.file, position.line);
        std::uint32_t column = 1;
        for (std::size_t i = 0; i + 1 < position.column && i < line.size(); ++i)
            if ((static_cast<unsigned char>(line[i]) & 0xC0U) != 0x80U)
                ++column;
        return column;
    }

    /// A path as RFC 3986 wants it.
    [[nodiscard]] static std::string uriOf(const std::string &path)
    {
        std::string uri;
        for (const char c : path) {
            const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                 (c >= '0' && c <= '9') ||
                                 std::string_view("-._~/").find(c) != std::string_view::npos;
            if (isPlain) {
                uri += c;
                continue;
            }
            constexpr char digits[] = "0123456789ABCDEF";
            const auto byte = static_cast<unsigned char>(c);
            uri += '%';
            uri += digits[byte >> 4U];
            uri += digits[byte & 15U];
        }
        return uri;
    }

    const LintOutput &m_output;
    JsonWriter m_json;
};

} // namespace

void writeJson(const LintOutput &output)
{
    ReportWriter(output).writeJson();
}

void writeSarif(const LintOutput &output)
{
    ReportWriter(output).writeSarif();
}

} // namespace kconf
