// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// YAML files read so that every complaint says where.
#pragma once

#include "workbench/problem.h"

#include <QString>
#include <QStringList>

#include <yaml-cpp/yaml.h>

#include <optional>
#include <utility>
#include <vector>

namespace kiln {

/// Reads values out of one file and keeps the first thing that is wrong with it; after that,
/// everything reads as absent. A file is at most 1 MiB.
class YamlReader
{
public:
    /// Parses the file.
    explicit YamlReader(QString file);

    /// Of the whole file; undefined after a problem and for an empty file.
    [[nodiscard]] const YAML::Node &root() const { return m_root; }
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }

    using Entry = std::pair<YAML::Node, YAML::Node>; ///< a key and its value
    /// The entries of a map, and after them those that its merge keys (`<<: *anchor`, or a list of
    /// such) bring and that it does not have itself.
    [[nodiscard]] std::vector<Entry> entries(const YAML::Node &map);
    /// The entry of a map, merged ones too; undefined when it is not there, or empty.
    [[nodiscard]] YAML::Node entry(const YAML::Node &map, const char *key);
    /// A scalar's text; nothing for an absent one, a problem for a list or a map.
    [[nodiscard]] std::optional<QString> text(const YAML::Node &node, const char *what);
    [[nodiscard]] std::optional<int> number(const YAML::Node &node, const char *what);
    [[nodiscard]] std::optional<bool> flag(const YAML::Node &node, const char *what);
    /// A list of scalars; a single scalar is a list of one.
    [[nodiscard]] std::optional<QStringList> texts(const YAML::Node &node, const char *what);
    /// Complains of keys of a map that are none of these.
    void allow(const YAML::Node &map, const QStringList &keys);
    /// Complains of a node that is there and no map (or no list).
    bool isMap(const YAML::Node &node, const char *what);
    bool isList(const YAML::Node &node, const char *what);

    /// Keeps a problem with the node's place, when it is the first.
    void complain(const YAML::Node &node, const QString &what, const QString &remedy);
    /// `file:line:column` of a node; columns from 1.
    [[nodiscard]] QString place(const YAML::Node &node) const;

private:
    [[nodiscard]] QString place(const YAML::Mark &mark) const;
    void collect(const YAML::Node &map, int depth, std::vector<Entry> &found);

    QString m_file;
    YAML::Node m_root;
    std::optional<Problem> m_problem;
};

} // namespace kiln
