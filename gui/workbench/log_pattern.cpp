// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#define PCRE2_CODE_UNIT_WIDTH 8

#include "workbench/log_pattern.h"

#include "workbench/terminal_sequence.h"

#include <pcre2.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace kiln {

namespace {

/// Whether each match of an expression within one line is also found when many lines are searched
/// at once, and quickly. Says no to all that looks around, refuses to give back, or runs over line
/// ends for long; those are tried on each line alone.
bool staysInLine(std::string_view expression)
{
    for (std::size_t i = 0; i < expression.size(); ++i) {
        const char next = i + 1 < expression.size() ? expression[i + 1] : '\0';
        switch (expression[i]) {
        case '\n':
        case '\r':
            return false;
        case '\\':
            // Letters that mean something harmless, and punctuation that stands for itself.
            if ((std::isalnum(static_cast<unsigned char>(next)) != 0 &&
                 std::strchr("dwsShbBt", next) == nullptr) ||
                next == '\0')
                return false;
            ++i;
            break;
        case '[':
            if (next == '^')
                return false;
            break;
        case '(':
            if (next == '*' || (next == '?' && expression.substr(i, 3) != "(?:"))
                return false;
            break;
        case '*':
        case '+':
        case '?':
        case '}':
            if (next == '+')
                return false;
            break;
        default:
            break;
        }
    }
    return true;
}

std::string_view withoutLineEnd(std::string_view line)
{
    if (line.ends_with('\n'))
        line.remove_suffix(1);
    while (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

const pcre2_code *codeOf(const std::shared_ptr<void> &code)
{
    return static_cast<const pcre2_code *>(code.get());
}

std::size_t endOf(std::string_view block, std::span<const std::uint32_t> starts, std::size_t i)
{
    return i + 1 < starts.size() ? starts[i + 1] : block.size();
}

} // namespace

Result<LogPattern> LogPattern::compile(const QString &text, Options options)
{
    const QByteArray bytes = text.toUtf8();
    std::uint32_t flags = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF;
    flags |= options.isRegex ? PCRE2_MULTILINE : PCRE2_LITERAL;
    if (!options.isCaseSensitive)
        flags |= PCRE2_CASELESS;
    const std::unique_ptr<pcre2_compile_context, decltype(&pcre2_compile_context_free)> context(
        pcre2_compile_context_create(nullptr), pcre2_compile_context_free);
    pcre2_set_newline(context.get(), PCRE2_NEWLINE_ANYCRLF);
    int error = 0;
    PCRE2_SIZE at = 0;
    pcre2_code *code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(bytes.constData()),
                                     PCRE2_SIZE(bytes.size()), flags, &error, &at, context.get());
    if (code == nullptr) {
        std::array<PCRE2_UCHAR, 256> words{};
        pcre2_get_error_message(error, words.data(), words.size());
        const auto column =
            QString::fromUtf8(bytes.first(qsizetype(std::min(at, PCRE2_SIZE(bytes.size())))))
                .size() +
            1;
        return tl::unexpected(
            Problem{QStringLiteral("The regular expression is wrong: ") +
                        QString::fromUtf8(reinterpret_cast<const char *>(words.data())),
                    QStringLiteral("column %1").arg(column),
                    QStringLiteral("Mend it, or look for the text as it is.")});
    }
    LogPattern pattern;
    pattern.m_code = {code, [](void *it) { pcre2_code_free(static_cast<pcre2_code *>(it)); }};
    // Without a compiler for this processor the interpreter does it.
    pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    const std::string_view view(bytes.constData(), std::size_t(bytes.size()));
    pattern.m_staysInLine =
        options.isRegex ? staysInLine(view) : view.find_first_of("\r\n") == std::string_view::npos;
    return pattern;
}

LogMatcher::LogMatcher(LogPattern pattern)
    : m_pattern(std::move(pattern))
    , m_data(pcre2_match_data_create(1, nullptr),
             [](void *it) { pcre2_match_data_free(static_cast<pcre2_match_data *>(it)); })
    , m_stack(pcre2_jit_stack_create(32 * 1024, 1024 * 1024, nullptr),
              [](void *it) { pcre2_jit_stack_free(static_cast<pcre2_jit_stack *>(it)); })
    , m_context(pcre2_match_context_create(nullptr),
                [](void *it) { pcre2_match_context_free(static_cast<pcre2_match_context *>(it)); })
{
    auto *context = static_cast<pcre2_match_context *>(m_context.get());
    pcre2_jit_stack_assign(context, nullptr, m_stack.get());
    // A hopeless expression shall not hold a line for seconds.
    pcre2_set_match_limit(context, 1'000'000);
}

std::optional<LogMatch> LogMatcher::match(std::string_view line, std::size_t from) const
{
    auto *data = static_cast<pcre2_match_data *>(m_data.get());
    const int matched = pcre2_match(codeOf(m_pattern.m_code),
                                    reinterpret_cast<PCRE2_SPTR>(line.data()), line.size(), from, 0,
                                    data, static_cast<pcre2_match_context *>(m_context.get()));
    if (matched < 0)
        return std::nullopt;
    const PCRE2_SIZE *const span = pcre2_get_ovector_pointer(data);
    return LogMatch{span[0], span[1] > span[0] ? span[1] - span[0] : 0};
}

void LogMatcher::scan(std::string_view block, std::span<const std::uint32_t> starts,
                      std::vector<std::uint32_t> &matched)
{
    if (block.find(escapeByte) != std::string_view::npos) {
        m_plain.clear();
        m_plainStarts.clear();
        for (std::size_t i = 0; i < starts.size(); ++i) {
            m_plainStarts.push_back(std::uint32_t(m_plain.size()));
            const std::string_view record =
                block.substr(starts[i], endOf(block, starts, i) - starts[i]);
            for (std::size_t at = 0; at < record.size();) {
                at = skipTerminalSequences(record, at);
                const std::size_t end = std::min(record.find(escapeByte, at), record.size());
                m_plain.append(record.substr(std::min(at, record.size()), end - at));
                at = end;
            }
        }
        block = m_plain;
        starts = m_plainStarts;
    }
    // Records that are glued to others begin in the middle of a line, where ^ and \b don't see it.
    bool isGlued = false;
    for (std::size_t i = 1; i < starts.size(); ++i)
        isGlued |= starts[i] == 0 || block[starts[i] - 1] != '\n';
    if (m_pattern.m_staysInLine && !isGlued)
        scanTogether(block, starts, matched);
    else
        scanEach(block, starts, 0, matched);
}

void LogMatcher::scanTogether(std::string_view block, std::span<const std::uint32_t> starts,
                              std::vector<std::uint32_t> &matched) const
{
    auto *data = static_cast<pcre2_match_data *>(m_data.get());
    auto *context = static_cast<pcre2_match_context *>(m_context.get());
    std::size_t record = 0;
    for (std::size_t at = 0; at < block.size();) {
        const int found =
            pcre2_match(codeOf(m_pattern.m_code), reinterpret_cast<PCRE2_SPTR>(block.data()),
                        block.size(), at, 0, data, context);
        if (found == PCRE2_ERROR_NOMATCH)
            return;
        if (found < 0) { // too much to try at once
            scanEach(block, starts, record, matched);
            return;
        }
        const std::size_t hit = pcre2_get_ovector_pointer(data)[0];
        record = std::size_t(
                     std::upper_bound(starts.begin() + std::ptrdiff_t(record), starts.end(), hit) -
                     starts.begin()) -
                 1;
        const std::size_t end = endOf(block, starts, record);
        // It may have needed the next line.
        if (match(withoutLineEnd(block.substr(starts[record], end - starts[record]))))
            matched.push_back(std::uint32_t(record));
        at = end;
        if (++record == starts.size())
            return;
    }
}

void LogMatcher::scanEach(std::string_view block, std::span<const std::uint32_t> starts,
                          std::size_t from, std::vector<std::uint32_t> &matched) const
{
    for (std::size_t i = from; i < starts.size(); ++i) {
        if (match(withoutLineEnd(block.substr(starts[i], endOf(block, starts, i) - starts[i]))))
            matched.push_back(std::uint32_t(i));
    }
}

} // namespace kiln
