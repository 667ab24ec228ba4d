// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/yaml_text.h"

#include "workbench/yaml_layout.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStringDecoder>

#include <algorithm>
#include <functional>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(YamlText)
};

constexpr qsizetype largestText = 1 << 20;

Problem unchanged(const QString &place, const QString &why)
{
    return {Text::tr("This can't be changed without touching something else: %1").arg(why), place,
            Text::tr("Change the line by hand.")};
}

QString doubleQuoted(const QString &value)
{
    QString text(u'"');
    for (const QChar c : value) {
        if (c == u'"' || c == u'\\')
            text += u'\\' + QString(c);
        else if (c == u'\n')
            text += QStringLiteral("\\n");
        else if (c == u'\t')
            text += QStringLiteral("\\t");
        else if (c < u' ' || c == QChar(0x7f))
            text += QStringLiteral("\\x%1").arg(int(c.unicode()), 2, 16, QLatin1Char('0'));
        else
            text += c;
    }
    return text + u'"';
}

bool canBePlain(const QString &value)
{
    static const QRegularExpression words(QRegularExpression::anchoredPattern(
        QStringLiteral("[A-Za-z0-9_./+][A-Za-z0-9_./+=@%~^$:-]*( [A-Za-z0-9_./+=@%~^$(-]+)*")));
    static const QRegularExpression special(
        QRegularExpression::anchoredPattern(QStringLiteral("null|true|false|yes|no|on|off|\\.nan|"
                                                           "[+-]?\\.inf|---|\\.\\.\\.")),
        QRegularExpression::CaseInsensitiveOption);
    return words.match(value).hasMatch() && !special.match(value).hasMatch() &&
           !value.endsWith(u':');
}

/// The value in the quotes that `former` has.
QByteArray encoded(const QString &value, QByteArrayView former)
{
    const bool isOneLine = std::none_of(value.begin(), value.end(),
                                        [](QChar c) { return c < u' ' || c == QChar(0x7f); });
    if (former.startsWith('\'') && isOneLine)
        return "'" + QString(value).replace(u'\'', QStringLiteral("''")).toUtf8() + "'";
    if (former.startsWith('"'))
        return doubleQuoted(value).toUtf8();
    // As `y` was written without quotes, `n` and `true` can be.
    static const QRegularExpression word(
        QRegularExpression::anchoredPattern(QStringLiteral("y|n|yes|no|true|false|on|off")));
    if (!former.isEmpty() && word.match(value).hasMatch())
        return value.toUtf8();
    return YamlText::quoted(value).toUtf8();
}

} // namespace

YamlText::YamlText(QString file, QByteArray bytes)
    : m_file(std::move(file))
    , m_bytes(std::move(bytes))
{}

QString YamlText::quoted(const QString &value)
{
    return canBePlain(value) ? value : doubleQuoted(value);
}

Result<YamlText> YamlText::parse(const QString &file, const QByteArray &bytes)
{
    if (bytes.size() > largestText)
        return tl::unexpected(Problem{Text::tr("The file is larger than 1 MiB"), file,
                                      Text::tr("Check the path: such files are short.")});
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(bytes);
    if (decoder.hasError() || decoded.contains(QChar(0)) || decoded.contains(QChar(4)))
        return tl::unexpected(
            Problem{Text::tr("The file is no text in UTF-8"), file, Text::tr("Save it as UTF-8.")});
    try {
        const YamlLayout layout(bytes);
    } catch (const YAML::Exception &error) {
        const QString place = error.mark.is_null() ? file
                                                   : QStringLiteral("%1:%2:%3")
                                                         .arg(file)
                                                         .arg(error.mark.line + 1)
                                                         .arg(error.mark.column + 1);
        return tl::unexpected(
            Problem{Text::tr("This is no YAML: %1").arg(QString::fromStdString(error.msg)), place,
                    Text::tr("Mind the indentation and what follows a colon.")});
    }
    return YamlText(file, bytes);
}

Result<YamlText> YamlText::read(const QString &file)
{
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return tl::unexpected(
            Problem{Text::tr("The file could not be read: %1").arg(input.errorString()), file,
                    Text::tr("Check the path and that it may be read.")});
    return parse(file, input.read(largestText + 1));
}

bool YamlText::contains(const YamlPath &path) const
{
    return YamlLayout(m_bytes).find(path).has_value();
}

bool YamlText::isList(const YamlPath &path) const
{
    const auto spot = YamlLayout(m_bytes).find(path);
    return spot && spot->node.IsSequence();
}

bool YamlText::isMap(const YamlPath &path) const
{
    const auto spot = YamlLayout(m_bytes).find(path);
    return spot && spot->node.IsMap();
}

int YamlText::size(const YamlPath &path) const
{
    const auto spot = YamlLayout(m_bytes).find(path);
    return spot && !spot->node.IsScalar() ? int(spot->node.size()) : 0;
}

QString YamlText::value(const YamlPath &path) const
{
    const auto spot = YamlLayout(m_bytes).find(path);
    return spot && spot->node.IsScalar() ? QString::fromStdString(spot->node.Scalar()) : QString();
}

QString YamlText::place(const YamlPath &path) const
{
    const auto spot = YamlLayout(m_bytes).find(path);
    if (!spot)
        return m_file;
    const YAML::Mark mark = spot->key ? spot->key->Mark() : spot->node.Mark();
    return QStringLiteral("%1:%2:%3").arg(m_file).arg(mark.line + 1).arg(mark.column + 1);
}

QList<YamlValue> YamlText::values() const
{
    const YamlLayout layout(m_bytes);
    QList<YamlValue> all;
    const std::function<void(const YAML::Node &, const YamlPath &)> visit =
        [&](const YAML::Node &node, const YamlPath &path) {
            const auto begin = layout.begin(node);
            if (node.IsScalar()) {
                all.append({path, QString::fromStdString(node.Scalar())});
            } else if (node.IsMap()) {
                QStringList names;
                for (const auto &each : node) {
                    const QString name = each.first.IsScalar()
                                             ? QString::fromStdString(each.first.Scalar())
                                             : QString();
                    // What begins before its own key stands behind an alias.
                    if (!each.first.IsScalar() || names.contains(name) ||
                        layout.begin(each.second) < layout.begin(each.first))
                        continue;
                    names.append(name);
                    visit(each.second, path + QStringList{name});
                }
            } else if (node.IsSequence()) {
                int index = 0;
                for (const YAML::Node &each : node) {
                    const QString name = QString::number(index++);
                    // A list can hold itself.
                    if (layout.begin(each) > begin)
                        visit(each, path + QStringList{name});
                }
            }
        };
    visit(layout.root(), {});
    return all;
}

Result<void> YamlText::set(const YamlPath &path, const QString &value)
{
    const YamlLayout layout(m_bytes);
    const auto spot = layout.find(path);
    const auto before = meaningOf(layout.root(), path);
    if (!spot || !before)
        return tl::unexpected(Problem{Text::tr("There is no “%1”").arg(path.join(u'.')), m_file,
                                      Text::tr("Add it first.")});
    if (!spot->node.IsScalar() && !spot->node.IsNull())
        return tl::unexpected(Problem{Text::tr("“%1” is no single value").arg(path.join(u'.')),
                                      place(path), Text::tr("Change one of its entries.")});
    if (spot->node.IsScalar() && QString::fromStdString(spot->node.Scalar()) == value)
        return {};
    const bool isNull = spot->node.IsNull();
    const auto range = isNull ? (spot->key ? layout.nullRange(*spot->key) : std::nullopt)
                              : layout.range(spot->node);
    if (!range)
        return tl::unexpected(unchanged(place(path), Text::tr("where the value ends is unclear")));
    const QByteArrayView former =
        QByteArrayView(m_bytes).sliced(range->begin, range->end - range->begin);
    QByteArray text = encoded(value, isNull ? QByteArrayView() : former);
    if (isNull && layout.at(range->begin - 1) == ':')
        text.prepend(' ');
    QByteArray changed = m_bytes;
    changed.replace(range->begin, range->end - range->begin, text);

    std::vector<std::string> wanted = before->events;
    wanted[std::size_t(before->watched.end) - 1] = "=" + value.toStdString();
    try {
        const YamlLayout result(changed);
        const auto after = meaningOf(result.root(), path);
        if (!after || after->events != wanted)
            return tl::unexpected(
                unchanged(place(path), Text::tr("the value is shared or written in a way that "
                                                "is not known here")));
    } catch (const YAML::Exception &) {
        return tl::unexpected(unchanged(place(path), Text::tr("it would be no YAML any more")));
    }
    m_bytes = changed;
    return {};
}

Result<void> YamlText::insert(const YamlPath &path, const QStringList &lines)
{
    return add(path, lines, false);
}

Result<void> YamlText::append(const YamlPath &path, const QStringList &lines)
{
    return add(path, lines, true);
}

Result<void> YamlText::add(const YamlPath &path, const QStringList &lines, bool isItem)
{
    const YamlLayout layout(m_bytes);
    const auto spot = layout.find(path);
    const auto before = meaningOf(layout.root(), path);
    const auto fail = [&](const QString &why) {
        return tl::unexpected(unchanged(place(path), why));
    };
    if (!spot || !before)
        return fail(Text::tr("there is no “%1”").arg(path.join(u'.')));
    const YAML::Node &node = spot->node;
    const bool isEmpty = node.IsNull();
    if (!isEmpty && !(isItem ? node.IsSequence() : node.IsMap()))
        return fail(isItem ? Text::tr("“%1” is no list").arg(path.join(u'.'))
                           : Text::tr("“%1” has no settings").arg(path.join(u'.')));
    const QByteArray newline = layout.newline();
    const auto block = [&](qsizetype indentation) {
        QByteArray text;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            text += QByteArray(indentation, ' ');
            if (isItem)
                text += i == 0 ? "- " : "  ";
            text += lines[i].toUtf8() + newline;
        }
        return text;
    };
    QByteArray changed = m_bytes;
    const auto insertLines = [&](qsizetype after, qsizetype indentation) {
        const qsizetype at = layout.lineEnd(after);
        QByteArray text = block(indentation);
        if (at > 0 && m_bytes[at - 1] != '\n') {
            text.chop(newline.size());
            text.prepend(newline);
        }
        changed.insert(at, text);
    };
    if (isEmpty && spot->key) {
        const auto range = layout.nullRange(*spot->key);
        if (!range || range->begin != range->end)
            return fail(Text::tr("its value is written as null"));
        const qsizetype column = spot->key->Mark().column;
        insertLines(range->begin, column + 2);
    } else if (isEmpty) {
        insertLines(m_bytes.size(), 0);
    } else if (layout.isFlow(node)) {
        const auto range = layout.range(node);
        if (!range)
            return fail(Text::tr("its end is unclear"));
        YAML::Emitter flow;
        flow.SetMapFormat(YAML::Flow);
        flow.SetSeqFormat(YAML::Flow);
        const std::string text = lines.join(u'\n').toStdString();
        flow << YAML::Flow << YAML::Load(text);
        QByteArray entry = QByteArray(flow.c_str()).replace('\n', ' ');
        // Settings come in braces of their own, which those around them replace.
        if (!isItem && entry.startsWith('{') && entry.endsWith('}'))
            entry = entry.sliced(1, entry.size() - 2);
        qsizetype last = range->end - 2;
        while (last > range->begin && isspace(static_cast<unsigned char>(m_bytes[last])) != 0)
            --last;
        const bool isFirst = last == range->begin;
        changed.insert(last + 1, isFirst                ? entry
                                 : m_bytes[last] == ',' ? " " + entry
                                                        : ", " + entry);
    } else {
        const auto range = layout.range(node);
        if (!range)
            return fail(Text::tr("its end is unclear"));
        const qsizetype start = layout.bare(node);
        insertLines(std::max(start, range->end - (range->end > start ? 1 : 0)),
                    start - layout.lineBegin(start));
    }
    try {
        const YamlLayout result(changed);
        const auto after = meaningOf(result.root(), path);
        const auto &old = before->events;
        if (!after || after->events.size() <= old.size())
            return fail(Text::tr("the file is written in a way that is not known here"));
        // All that was there is there still, up to the end of the list or settings, and after it.
        const auto kept = std::size_t(before->watched.end) - 1;
        const std::size_t rest = old.size() - kept - (isEmpty ? 1 : 0);
        const bool same =
            std::equal(old.begin(), old.begin() + std::ptrdiff_t(kept), after->events.begin()) &&
            std::equal(old.end() - std::ptrdiff_t(rest), old.end(),
                       after->events.end() - std::ptrdiff_t(rest));
        if (!same)
            return fail(Text::tr("other values would change"));
    } catch (const YAML::Exception &) {
        return fail(Text::tr("it would be no YAML any more"));
    }
    m_bytes = changed;
    return {};
}

Result<void> YamlText::remove(const YamlPath &path)
{
    const YamlLayout layout(m_bytes);
    const auto spot = layout.find(path);
    if (path.isEmpty() || !spot)
        return tl::unexpected(
            Problem{Text::tr("There is no “%1”").arg(path.join(u'.')), m_file, {}});
    const YamlPath outer = path.mid(0, path.size() - 1);
    const auto container = layout.find(outer);
    const auto before = meaningOf(layout.root(), path);
    const auto fail = [&](const QString &why) {
        return tl::unexpected(unchanged(place(path), why));
    };
    if (!container || !before)
        return fail(Text::tr("the file is too large"));
    if (container->node.size() == 1 && !outer.isEmpty() && !layout.isFlow(container->node))
        return remove(outer);
    const auto range = spot->node.IsNull()
                           ? (spot->key ? layout.nullRange(*spot->key) : std::nullopt)
                           : layout.range(spot->node);
    if (!range)
        return fail(Text::tr("where the value ends is unclear"));
    qsizetype begin = spot->key ? layout.begin(*spot->key) : layout.begin(spot->node);
    qsizetype end = range->end;
    QByteArray changed = m_bytes;
    const auto isSpace = [&](qsizetype at) {
        return isspace(static_cast<unsigned char>(layout.at(at))) != 0;
    };
    if (layout.isFlow(container->node)) {
        while (isSpace(end))
            ++end;
        if (layout.at(end) == ',') {
            ++end;
            while (layout.at(end) == ' ')
                ++end;
        } else {
            while (begin > 0 && isSpace(begin - 1))
                --begin;
            if (layout.at(begin - 1) == ',')
                --begin;
            end = range->end;
        }
    } else {
        const qsizetype line = layout.lineBegin(begin);
        const QByteArray lead = m_bytes.mid(line, begin - line).trimmed();
        if (lead != (spot->key ? QByteArray() : QByteArray("-")))
            return fail(Text::tr("it shares its line with something else"));
        begin = line;
        end = layout.lineEnd(std::max(range->begin, range->end - 1));
    }
    changed.remove(begin, end - begin);
    std::vector<std::string> wanted = before->events;
    wanted.erase(wanted.begin() + before->watched.begin, wanted.begin() + before->watched.end);
    try {
        const YamlLayout result(changed);
        const auto after = meaningOf(result.root(), {});
        const bool isBare = wanted == std::vector<std::string>{"{", "}"};
        if (!after || (after->events != wanted &&
                       !(isBare && after->events == std::vector<std::string>{"null"})))
            return fail(Text::tr("other values would change"));
    } catch (const YAML::Exception &) {
        return fail(Text::tr("it would be no YAML any more"));
    }
    m_bytes = changed;
    return {};
}

Result<void> YamlText::save() const
{
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_bytes) != m_bytes.size() || !file.commit())
        return tl::unexpected(
            Problem{Text::tr("The file could not be saved: %1").arg(file.errorString()), m_file,
                    Text::tr("Check its permissions and free space.")});
    return {};
}

} // namespace kiln
