// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/kraftfile_entries.h"

#include <QCoreApplication>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KraftfileEntries)
};

constexpr qsizetype mostEntries = 2000; // each is looked for in the file

} // namespace

Result<KraftfileContents> readKraftfileContents(const QString &path)
{
    const auto text = YamlText::read(path);
    if (!text)
        return tl::unexpected(text.error());
    KraftfileContents contents;
    contents.path = path;
    if (const auto file = readKraftfile(path))
        contents.notes = file->notes;
    else
        contents.problem = file.error();
    const QList<YamlValue> values = text->values();
    for (const YamlValue &value : values.mid(0, mostEntries)) {
        KraftEntry entry{value.path, value.text, text->place(value.path), {}};
        for (qsizetype depth = 1; depth <= entry.path.size(); ++depth) {
            // A note may be about all that a key holds.
            const QString place = text->place(entry.path.mid(0, depth)) + QStringLiteral(": ");
            for (const QString &note : contents.notes) {
                if (note.startsWith(place))
                    entry.note = note.mid(place.size());
            }
        }
        contents.entries.append(entry);
    }
    return contents;
}

Result<void> changeKraftfileValue(const QString &path, const KraftEntry &entry,
                                  const QString &value)
{
    auto text = YamlText::read(path);
    if (!text)
        return tl::unexpected(text.error());
    if (!text->contains(entry.path) || text->value(entry.path) != entry.value)
        return tl::unexpected(Problem{Text::tr("The file has changed since it was read"),
                                      text->place(entry.path),
                                      Text::tr("Look at it again, then change it.")});
    const YamlText before = *text;
    const bool wasGood = readKraftfile(path).has_value();
    if (const auto changed = text->set(entry.path, value); !changed)
        return changed;
    if (const auto saved = text->save(); !saved)
        return saved;
    if (const auto now = readKraftfile(path); !now && wasGood) {
        if (const auto restored = before.save(); !restored)
            return restored;
        return tl::unexpected(now.error());
    }
    return {};
}

} // namespace kiln
