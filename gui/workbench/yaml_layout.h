// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which bytes of a YAML text are a value. The parser tells where a value begins; where it ends is
// found here.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <yaml-cpp/yaml.h>

#include <optional>
#include <vector>

namespace kiln {

/// Bytes from `begin` up to, not with, `end`.
struct ByteRange
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// One text and what the parser made of it.
class YamlLayout
{
public:
    /// `bytes` must outlive this. Throws YAML::Exception when it is no YAML.
    explicit YamlLayout(const QByteArray &bytes);

    [[nodiscard]] const YAML::Node &root() const { return m_root; }
    /// The node at a path (see YamlPath), and the key before it when it is one of settings.
    struct Spot
    {
        YAML::Node node;
        std::optional<YAML::Node> key;
        int index = 0; ///< in its list or settings
    };
    [[nodiscard]] std::optional<Spot> find(const QStringList &path) const;

    /// Where a node begins, before an anchor or a tag.
    [[nodiscard]] qsizetype begin(const YAML::Node &node) const;
    /// Where it begins after anchor and tag.
    [[nodiscard]] qsizetype bare(const YAML::Node &node) const;
    /// The bytes of a node with all that is in it; nothing when they can't be told.
    [[nodiscard]] std::optional<ByteRange> range(const YAML::Node &node) const;
    /// The bytes after a key's colon that say its value is null: none, or `~`.
    [[nodiscard]] std::optional<ByteRange> nullRange(const YAML::Node &key) const;
    /// Whether a list or settings are written in brackets.
    [[nodiscard]] bool isFlow(const YAML::Node &node) const;
    /// Where the line with this byte begins.
    [[nodiscard]] qsizetype lineBegin(qsizetype at) const;
    /// Where the next line begins.
    [[nodiscard]] qsizetype lineEnd(qsizetype at) const;
    /// What the lines end with.
    [[nodiscard]] QByteArray newline() const;
    [[nodiscard]] char at(qsizetype at) const { return at < m_bytes.size() ? m_bytes[at] : '\0'; }

private:
    [[nodiscard]] std::optional<ByteRange> scalarRange(const YAML::Node &node) const;
    [[nodiscard]] qsizetype quotedEnd(qsizetype at) const;
    [[nodiscard]] qsizetype blockEnd(qsizetype at) const;
    [[nodiscard]] qsizetype plainEnd(qsizetype at, const std::string &value) const;
    [[nodiscard]] qsizetype flowEnd(qsizetype at) const;

    const QByteArray &m_bytes;
    YAML::Node m_root;
};

/// What a text means, as a row of events, so that two texts can be compared. Nothing when there are
/// unreasonably many, as aliases of aliases can make them.
struct YamlMeaning
{
    std::vector<std::string> events;
    ByteRange watched; ///< the events of the entry at the path that was asked for
};
[[nodiscard]] std::optional<YamlMeaning> meaningOf(const YAML::Node &root, const QStringList &path);

} // namespace kiln
