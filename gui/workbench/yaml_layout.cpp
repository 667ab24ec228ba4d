// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/yaml_layout.h"

#include <algorithm>

namespace kiln {

namespace {

constexpr std::size_t mostEvents = 200'000;
constexpr int deepest = 200;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isSpace(char c)
{
    return isBlank(c) || c == '\r' || c == '\n';
}

/// Writes events until there are too many.
class MeaningWriter
{
public:
    explicit MeaningWriter(const QStringList &path)
        : m_path(path)
    {}

    bool write(const YAML::Node &node, int level, bool onPath)
    {
        if (level > deepest || m_meaning.events.size() > mostEvents)
            return false;
        const bool isWatched = onPath && level == int(m_path.size());
        if (isWatched && level == 0)
            m_meaning.watched.begin = 0;
        if (node.IsMap()) {
            if (!writeMap(node, level, onPath))
                return false;
        } else if (node.IsSequence()) {
            if (!writeList(node, level, onPath))
                return false;
        } else {
            put(node.IsScalar() ? "=" + node.Scalar() : std::string("null"));
        }
        if (isWatched)
            m_meaning.watched.end = qsizetype(m_meaning.events.size());
        return true;
    }

    YamlMeaning take() { return std::move(m_meaning); }

private:
    void put(std::string event) { m_meaning.events.push_back(std::move(event)); }

    bool continues(int level, bool onPath, bool &found, const QString &name)
    {
        if (!onPath || found || level >= int(m_path.size()) || m_path[level] != name)
            return false;
        found = true;
        if (level + 1 == int(m_path.size()))
            m_meaning.watched.begin = qsizetype(m_meaning.events.size());
        return true;
    }

    bool writeMap(const YAML::Node &node, int level, bool onPath)
    {
        put("{");
        bool found = false;
        for (const auto &each : node) {
            const QString name =
                each.first.IsScalar() ? QString::fromStdString(each.first.Scalar()) : QString();
            const bool inner = continues(level, onPath, found, name);
            if (!write(each.first, level + 1, false) || !write(each.second, level + 1, inner))
                return false;
        }
        put("}");
        return true;
    }

    bool writeList(const YAML::Node &node, int level, bool onPath)
    {
        put("[");
        bool found = false;
        int index = 0;
        for (const YAML::Node &each : node) {
            const bool inner = continues(level, onPath, found, QString::number(index++));
            if (!write(each, level + 1, inner))
                return false;
        }
        put("]");
        return true;
    }

    const QStringList &m_path;
    YamlMeaning m_meaning;
};

} // namespace

YamlLayout::YamlLayout(const QByteArray &bytes)
    : m_bytes(bytes)
{
    m_root.reset(YAML::Load(bytes.toStdString()));
}

std::optional<YamlLayout::Spot> YamlLayout::find(const QStringList &path) const
{
    // Assigning to a node would change the tree; reset() and emplace() point elsewhere.
    Spot spot{m_root, std::nullopt, 0};
    for (const QString &step : path) {
        int index = 0;
        bool found = false;
        const YAML::Node container(spot.node);
        if (container.IsMap()) {
            for (const auto &each : container) {
                if (each.first.IsScalar() && QString::fromStdString(each.first.Scalar()) == step) {
                    spot.node.reset(each.second);
                    spot.key.emplace(each.first);
                    spot.index = index;
                    found = true;
                    break;
                }
                ++index;
            }
        } else if (container.IsSequence()) {
            bool isNumber = false;
            const int wanted = step.toInt(&isNumber);
            if (isNumber && wanted >= 0 && std::size_t(wanted) < container.size()) {
                spot.node.reset(container[std::size_t(wanted)]);
                spot.key.reset();
                spot.index = wanted;
                found = true;
            }
        }
        if (!found)
            return std::nullopt;
    }
    return spot;
}

qsizetype YamlLayout::begin(const YAML::Node &node) const
{
    // The parser does not count a byte order mark.
    const qsizetype mark = m_bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    return qsizetype(node.Mark().pos) + mark;
}

qsizetype YamlLayout::bare(const YAML::Node &node) const
{
    qsizetype at = begin(node);
    while (this->at(at) == '&' || this->at(at) == '!') {
        while (at < m_bytes.size() && !isSpace(this->at(at)))
            ++at;
        while (isSpace(this->at(at)))
            ++at;
    }
    return at;
}

bool YamlLayout::isFlow(const YAML::Node &node) const
{
    const char first = at(bare(node));
    return first == '[' || first == '{';
}

qsizetype YamlLayout::lineBegin(qsizetype at) const
{
    return at == 0 ? 0 : m_bytes.lastIndexOf('\n', at - 1) + 1;
}

qsizetype YamlLayout::lineEnd(qsizetype at) const
{
    const qsizetype end = m_bytes.indexOf('\n', at);
    return end < 0 ? m_bytes.size() : end + 1;
}

QByteArray YamlLayout::newline() const
{
    const qsizetype end = m_bytes.indexOf('\n');
    return end > 0 && m_bytes[end - 1] == '\r' ? QByteArray("\r\n") : QByteArray("\n");
}

qsizetype YamlLayout::quotedEnd(qsizetype at) const
{
    const char quote = this->at(at);
    for (++at; at < m_bytes.size(); ++at) {
        if (quote == '"' && m_bytes[at] == '\\') {
            ++at;
        } else if (m_bytes[at] == quote) {
            if (quote == '"' || this->at(at + 1) != '\'')
                return at + 1;
            ++at;
        }
    }
    return -1;
}

qsizetype YamlLayout::blockEnd(qsizetype at) const
{
    const qsizetype header = lineEnd(at);
    const auto indentation = [this](qsizetype line) {
        qsizetype width = 0;
        while (this->at(line + width) == ' ')
            ++width;
        return width;
    };
    qsizetype least = -1;
    qsizetype end = header;
    for (qsizetype line = header; line < m_bytes.size(); line = lineEnd(line)) {
        const qsizetype width = indentation(line);
        const char first = this->at(line + width);
        if (first == '\n' || first == '\r' || first == '\0')
            continue;
        if (least < 0) {
            const qsizetype outer = indentation(lineBegin(at));
            if (width <= outer)
                break;
            // With a digit in the header, the first line may begin with more blanks than others.
            const QByteArray line0 = m_bytes.mid(at, header - at);
            const bool hasDigit =
                std::any_of(line0.begin(), line0.begin() + std::min<qsizetype>(3, line0.size()),
                            [](char c) { return c >= '1' && c <= '9'; });
            least = hasDigit ? outer + 1 : width;
        }
        if (width < least)
            break;
        end = lineEnd(line);
    }
    while (end > at && (this->at(end - 1) == '\n' || this->at(end - 1) == '\r'))
        --end;
    return end;
}

qsizetype YamlLayout::plainEnd(qsizetype at, const std::string &value) const
{
    std::size_t i = 0;
    while (i < value.size()) {
        if (at < m_bytes.size() && m_bytes[at] == value[i]) {
            ++at;
            ++i;
        } else if ((value[i] == ' ' || value[i] == '\n') && isSpace(this->at(at))) {
            // Several lines are folded into one with blanks.
            while (isSpace(this->at(at)))
                ++at;
            while (i < value.size() && (value[i] == ' ' || value[i] == '\n'))
                ++i;
        } else if (isSpace(this->at(at)) && i > 0 &&
                   (value[i - 1] == ' ' || value[i - 1] == '\n')) {
            ++at;
        } else {
            return -1;
        }
    }
    return at;
}

qsizetype YamlLayout::flowEnd(qsizetype at) const
{
    int depth = 0;
    for (; at < m_bytes.size(); ++at) {
        const char c = m_bytes[at];
        const char before = at > 0 ? m_bytes[at - 1] : ' ';
        if (c == '[' || c == '{') {
            ++depth;
        } else if (c == ']' || c == '}') {
            if (--depth == 0)
                return at + 1;
        } else if ((c == '"' || c == '\'') && (isSpace(before) || before == ',' || before == '[' ||
                                               before == '{' || before == ':')) {
            at = quotedEnd(at) - 1;
            if (at < 0)
                return -1;
        } else if (c == '#' && isSpace(before)) {
            at = lineEnd(at) - 1;
        }
    }
    return -1;
}

std::optional<ByteRange> YamlLayout::scalarRange(const YAML::Node &node) const
{
    const qsizetype begin = bare(node);
    const char first = at(begin);
    qsizetype end = -1;
    if (first == '"' || first == '\'')
        end = quotedEnd(begin);
    else if (first == '|' || first == '>')
        end = blockEnd(begin);
    else if (first != '*')
        end = plainEnd(begin, node.Scalar());
    if (end < begin)
        return std::nullopt;
    return ByteRange{begin, end};
}

std::optional<ByteRange> YamlLayout::nullRange(const YAML::Node &key) const
{
    const auto name = scalarRange(key);
    if (!name)
        return std::nullopt;
    qsizetype at = name->end;
    while (isBlank(this->at(at)))
        ++at;
    if (this->at(at) != ':')
        return std::nullopt;
    ByteRange range{at + 1, at + 1};
    while (isBlank(this->at(at + 1)))
        ++at;
    for (const QByteArrayView word : {"~", "null", "Null", "NULL"}) {
        const QByteArrayView rest =
            QByteArrayView(m_bytes).sliced(std::min(at + 1, m_bytes.size()));
        if (rest.startsWith(word)) {
            range = {at + 1, at + 1 + word.size()};
            break;
        }
    }
    return range;
}

std::optional<ByteRange> YamlLayout::range(const YAML::Node &node) const
{
    if (!node.IsDefined() || node.IsNull())
        return std::nullopt;
    if (node.IsScalar())
        return scalarRange(node);
    const qsizetype start = bare(node);
    if (isFlow(node)) {
        const qsizetype end = flowEnd(start);
        return end < 0 ? std::nullopt : std::optional(ByteRange{start, end});
    }
    qsizetype end = start;
    const auto take = [&](const std::optional<ByteRange> &inner) {
        if (inner)
            end = std::max(end, inner->end);
        return inner.has_value();
    };
    if (node.IsMap()) {
        for (const auto &each : node) {
            // An alias has its value elsewhere; it ends with its line.
            if (each.second.IsDefined() && !each.second.IsNull() &&
                begin(each.second) < begin(each.first)) {
                const auto key = range(each.first);
                if (key)
                    end = std::max(end, lineEnd(key->end) - 1);
            } else if (!take(each.second.IsNull() ? nullRange(each.first) : range(each.second))) {
                return std::nullopt;
            }
        }
    } else {
        for (const YAML::Node &each : node) {
            if (each.IsNull() || begin(each) < start)
                end = std::max(end, lineEnd(end) - 1);
            else if (!take(range(each)))
                return std::nullopt;
        }
    }
    return ByteRange{start, end};
}

std::optional<YamlMeaning> meaningOf(const YAML::Node &root, const QStringList &path)
{
    MeaningWriter writer(path);
    if (!writer.write(root, 0, true))
        return std::nullopt;
    return writer.take();
}

} // namespace kiln
