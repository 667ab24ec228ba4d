// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/yaml_reader.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(YamlReader)
};

constexpr qint64 largestFile = 1 << 20;

} // namespace

YamlReader::YamlReader(QString file)
    : m_file(std::move(file))
{
    QFile input(m_file);
    if (!input.open(QIODevice::ReadOnly)) {
        m_problem = {Text::tr("The file could not be read: %1").arg(input.errorString()), m_file,
                     Text::tr("Check the path and that it may be read.")};
        return;
    }
    const QByteArray bytes = input.read(largestFile + 1);
    if (bytes.size() > largestFile) {
        m_problem = {Text::tr("The file is larger than 1 MiB"), m_file,
                     Text::tr("A description of a machine is short; check the path.")};
        return;
    }
    try {
        m_root.reset(YAML::Load(bytes.toStdString()));
    } catch (const YAML::Exception &error) {
        m_problem = {Text::tr("This is no YAML: %1").arg(QString::fromStdString(error.msg)),
                     place(error.mark), Text::tr("Mind the indentation and what follows a colon.")};
        return;
    }
    if (!m_root.IsNull())
        isMap(m_root, "the file");
}

QString YamlReader::place(const YAML::Mark &mark) const
{
    if (mark.is_null())
        return m_file;
    return QStringLiteral("%1:%2:%3").arg(m_file).arg(mark.line + 1).arg(mark.column + 1);
}

QString YamlReader::place(const YAML::Node &node) const
{
    return node.IsDefined() ? place(node.Mark()) : m_file;
}

void YamlReader::complain(const YAML::Node &node, const QString &what, const QString &remedy)
{
    if (!m_problem)
        m_problem = {what, place(node), remedy};
}

YAML::Node YamlReader::entry(const YAML::Node &map, const char *key)
{
    const YAML::Node absent(YAML::NodeType::Undefined);
    if (m_problem || !map.IsDefined() || !map.IsMap())
        return absent;
    for (const auto &[name, value] : entries(map)) {
        // A key may be of any type; only scalars are names.
        if (name.IsScalar() && name.Scalar() == key)
            return value.IsNull() ? absent : value;
    }
    return absent;
}

std::vector<YamlReader::Entry> YamlReader::entries(const YAML::Node &map)
{
    std::vector<Entry> found;
    if (!m_problem && map.IsDefined() && map.IsMap())
        collect(map, 0, found);
    return found;
}

/// https://yaml.org/type/merge.html: the map's own keys win, then the first of several that are
/// merged.
void YamlReader::collect(const YAML::Node &map, int depth, std::vector<Entry> &found)
{
    // Maps that merge maps that merge maps: nobody writes that, but to make readers work.
    constexpr int deepest = 16;
    constexpr std::size_t most = 10'000;
    if (depth > deepest || found.size() > most)
        return complain(map, Text::tr("Too much is merged here"),
                        Text::tr("Write the settings out."));
    std::vector<YAML::Node> merged;
    const std::size_t inherited = found.size();
    for (const auto &each : map) {
        const bool isScalar = each.first.IsScalar();
        if (isScalar && each.first.Scalar() == "<<") {
            if (!each.second.IsSequence())
                merged.push_back(each.second);
            else
                for (const YAML::Node &item : each.second)
                    merged.push_back(item);
            continue;
        }
        const auto isSame = [&](const Entry &other) {
            return isScalar && other.first.IsScalar() &&
                   other.first.Scalar() == each.first.Scalar();
        };
        // Of one map with a key twice, both are entries.
        if (std::none_of(found.begin(), found.begin() + std::ptrdiff_t(inherited), isSame))
            found.emplace_back(each.first, each.second);
    }
    for (const YAML::Node &each : merged) {
        if (!each.IsMap())
            return complain(each, Text::tr("Only settings can be merged"),
                            Text::tr("Let “<<:” name an anchor of settings."));
        collect(each, depth + 1, found);
    }
}

std::optional<QString> YamlReader::text(const YAML::Node &node, const char *what)
{
    if (m_problem || !node.IsDefined() || node.IsNull())
        return std::nullopt;
    if (!node.IsScalar()) {
        complain(node, Text::tr("There must be a text for “%1”").arg(QLatin1String(what)),
                 Text::tr("Write it on the same line, after the colon."));
        return std::nullopt;
    }
    return QString::fromStdString(node.Scalar());
}

std::optional<int> YamlReader::number(const YAML::Node &node, const char *what)
{
    const auto written = text(node, what);
    if (!written)
        return std::nullopt;
    bool ok = false;
    const int number = written->toInt(&ok);
    if (!ok) {
        complain(node, Text::tr("“%1” is no number for “%2”").arg(*written, QLatin1String(what)),
                 Text::tr("Write a whole number."));
        return std::nullopt;
    }
    return number;
}

std::optional<bool> YamlReader::flag(const YAML::Node &node, const char *what)
{
    const auto written = text(node, what);
    if (!written)
        return std::nullopt;
    if (*written == QLatin1String("true") || *written == QLatin1String("yes"))
        return true;
    if (*written != QLatin1String("false") && *written != QLatin1String("no"))
        complain(
            node,
            Text::tr("“%1” is neither true nor false for “%2”").arg(*written, QLatin1String(what)),
            Text::tr("Write true or false."));
    return false;
}

std::optional<QStringList> YamlReader::texts(const YAML::Node &node, const char *what)
{
    if (m_problem || !node.IsDefined() || node.IsNull())
        return std::nullopt;
    if (node.IsScalar())
        return QStringList{QString::fromStdString(node.Scalar())};
    if (!isList(node, what))
        return std::nullopt;
    QStringList all;
    for (const YAML::Node &each : node) {
        if (const auto item = text(each, what))
            all.append(*item);
    }
    return all;
}

void YamlReader::allow(const YAML::Node &map, const QStringList &keys)
{
    if (m_problem || !map.IsDefined() || !map.IsMap())
        return;
    for (const Entry &each : entries(map)) {
        const QString key =
            each.first.IsScalar() ? QString::fromStdString(each.first.Scalar()) : QString();
        if (!keys.contains(key))
            return complain(each.first, Text::tr("There is no setting “%1”").arg(key),
                            Text::tr("Use one of: %1").arg(keys.join(QStringLiteral(", "))));
    }
}

bool YamlReader::isMap(const YAML::Node &node, const char *what)
{
    if (!m_problem && node.IsDefined() && !node.IsMap())
        complain(node, Text::tr("There must be settings in “%1”").arg(QLatin1String(what)),
                 Text::tr("Write them as lines of “name: value”."));
    return !m_problem && node.IsDefined();
}

bool YamlReader::isList(const YAML::Node &node, const char *what)
{
    if (!m_problem && node.IsDefined() && !node.IsSequence())
        complain(node, Text::tr("There must be a list for “%1”").arg(QLatin1String(what)),
                 Text::tr("Begin each item with “- ” on a line of its own."));
    return !m_problem && node.IsDefined();
}

} // namespace kiln
