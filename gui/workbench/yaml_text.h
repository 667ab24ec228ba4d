// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A YAML file changed at single places: everything else of it stays as its author wrote it.
#pragma once

#include "workbench/problem.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace kiln {

/// Names of keys from the root on; of a list, an item's number from 0.
using YamlPath = QStringList;

/// A single value of a file.
struct YamlValue
{
    YamlPath path;
    QString text;

    friend bool operator==(const YamlValue &, const YamlValue &) = default;
};

/// The text of a file and changes to it. Comments, order, quotes, line ends and what is not known
/// here stay: a change replaces, adds or removes the bytes of one value. Each change is read back
/// before it counts; one that would alter anything else (a value that several places share through
/// an anchor, say) is refused and leaves the text as it was. Of several documents in a file, the
/// first is changed. Any one thread.
class YamlText
{
public:
    /// The Problem says at which `file:line:column` the bytes are no YAML. At most 1 MiB of UTF-8.
    [[nodiscard]] static Result<YamlText> parse(const QString &file, const QByteArray &bytes);
    /// Reads the file.
    [[nodiscard]] static Result<YamlText> read(const QString &file);

    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    /// Whether there is something at the path, be it only a key without a value.
    [[nodiscard]] bool contains(const YamlPath &path) const;
    /// Whether there is a list at the path.
    [[nodiscard]] bool isList(const YamlPath &path) const;
    /// Whether there are settings at the path.
    [[nodiscard]] bool isMap(const YamlPath &path) const;
    /// How many entries the list or the settings there have; 0 for anything else.
    [[nodiscard]] int size(const YamlPath &path) const;
    /// The text of a single value; empty for anything else.
    [[nodiscard]] QString value(const YamlPath &path) const;
    /// `file:line:column` of what is at the path; the file alone when nothing is.
    [[nodiscard]] QString place(const YamlPath &path) const;
    /// All single values, in order; of maps with one key twice, the first alone. Values
    /// behind an alias are not among them.
    [[nodiscard]] QList<YamlValue> values() const;

    /// Gives a single value another text, in its own quotes where they can say it.
    [[nodiscard]] Result<void> set(const YamlPath &path, const QString &value);
    /// Adds to the settings at `path`, at their end, a key whose `lines` are YAML at an indentation
    /// of 0, such as {"kconfig:", "  CONFIG_A: y"}. A key without a value becomes settings.
    [[nodiscard]] Result<void> insert(const YamlPath &path, const QStringList &lines);
    /// Adds to the list at `path` an item, whose lines are the same without the dash.
    [[nodiscard]] Result<void> append(const YamlPath &path, const QStringList &lines);
    /// Removes a key with its value, or an item. The last of its list or settings goes with the key
    /// that holds it.
    [[nodiscard]] Result<void> remove(const YamlPath &path);
    /// Writes the file, all or nothing.
    [[nodiscard]] Result<void> save() const;

    /// The value as YAML: without quotes where it can be, else in double ones.
    [[nodiscard]] static QString quoted(const QString &value);

private:
    YamlText(QString file, QByteArray bytes);

    Result<void> add(const YamlPath &path, const QStringList &lines, bool isItem);

    QString m_file;
    QByteArray m_bytes;
};

} // namespace kiln
