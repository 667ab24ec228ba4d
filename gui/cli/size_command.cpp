// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/size_command.h"

#include "cli/exit_status.h"
#include "workbench/size_tree.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace kiln::cli {

namespace {

struct SizeOptions
{
    QString image;
    QString other; ///< empty: no comparison
    QString groupingName;
    SizeGrouping grouping = SizeGrouping::library;
    SizeMeasure measure = SizeMeasure::file;
    bool json = false;
};

/// The options; the exit status when there is nothing more to do.
tl::expected<SizeOptions, int> readOptions(const QStringList &arguments, Console &console)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Shows which library, object, symbol or section the bytes of an image come from. The rows "
        "add up to the image; what can't be told is a row of its own. Symbols come from IMAGE.dbg, "
        "libraries and objects from the build folder the image lies in."));
    parser.addPositionalArgument(QStringLiteral("IMAGE|DIR"),
                                 QStringLiteral("the image, or the folder it was built in"));
    parser.addOptions({
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this.")},
        {QStringLiteral("by"),
         QStringLiteral("What a row is: library (default), object, symbol or section."),
         QStringLiteral("WHAT"), QStringLiteral("library")},
        {QStringLiteral("diff"),
         QStringLiteral("Compare with another image, or the image of another folder."),
         QStringLiteral("OTHER")},
        {QStringLiteral("memory"),
         QStringLiteral("Count bytes in the guest's memory in place of bytes in the file: zeroed "
                        "data counts, headers do not.")},
        {QStringLiteral("json"),
         QStringLiteral("One JSON object: image, measure, total, rows; each row has name, owner, "
                        "size, and with --diff before and change.")},
    });
    if (!parser.parse(arguments)) {
        console.note(parser.errorText() + QStringLiteral(" See --help."));
        return tl::unexpected(int(usage));
    }
    if (parser.isSet(QStringLiteral("help"))) {
        console.write(parser.helpText().toUtf8());
        return tl::unexpected(int(success));
    }
    const QStringList positional = parser.positionalArguments().mid(1);
    if (positional.size() != 1) {
        console.note(QStringLiteral("name one image or folder: kiln size IMAGE|DIR (--help)"));
        return tl::unexpected(int(usage));
    }
    SizeOptions options;
    options.groupingName = parser.value(QStringLiteral("by"));
    const auto grouping = sizeGroupingFromName(options.groupingName);
    if (!grouping) {
        console.note(QStringLiteral("--by knows no “%1”. It is library, object, symbol or section.")
                         .arg(options.groupingName));
        return tl::unexpected(int(usage));
    }
    options.grouping = *grouping;
    options.image = positional.first();
    options.other = parser.value(QStringLiteral("diff"));
    options.measure =
        parser.isSet(QStringLiteral("memory")) ? SizeMeasure::memory : SizeMeasure::file;
    options.json = parser.isSet(QStringLiteral("json"));
    return options;
}

Result<SizeReport> report(const QString &path)
{
    const auto image = findImage(path);
    if (!image)
        return tl::unexpected(image.error());
    return readSizeReport(*image);
}

QByteArray asJson(const SizeReport &now, const SizeReport *before, const SizeOptions &options,
                  const QVector<SizeNode> &rows)
{
    QJsonArray list;
    for (const SizeNode &row : rows) {
        QJsonObject entry{{QStringLiteral("name"), row.name},
                          {QStringLiteral("owner"), row.owner},
                          {QStringLiteral("size"), row.size}};
        if (before) {
            entry.insert(QStringLiteral("before"), row.before);
            entry.insert(QStringLiteral("change"), row.change());
        }
        list.append(entry);
    }
    QJsonObject object{{QStringLiteral("image"), now.image},
                       {QStringLiteral("measure"), options.measure == SizeMeasure::file
                                                       ? QStringLiteral("file")
                                                       : QStringLiteral("memory")},
                       {QStringLiteral("by"), options.groupingName},
                       {QStringLiteral("total"), now.total(options.measure)},
                       {QStringLiteral("rows"), list}};
    if (before) {
        object.insert(QStringLiteral("comparedWith"), before->image);
        object.insert(QStringLiteral("before"), before->total(options.measure));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

/// `change` is a column of its own, or empty.
QString line(qint64 size, const QString &change, qint64 total, const QString &name)
{
    const double share = total > 0 ? 100.0 * double(size) / double(total) : 0.0;
    return QStringLiteral("%1 %2 %%3  %4").arg(size, 11).arg(share, 5, 'f', 1).arg(change, name);
}

QString changeColumn(qint64 change)
{
    return QStringLiteral(" %1").arg(
        (change > 0 ? QStringLiteral("+") : QString()) + QString::number(change), 10);
}

void asTable(const SizeReport &now, const SizeReport *before, const SizeOptions &options,
             const QVector<SizeNode> &rows, Console &console)
{
    const qint64 total = now.total(options.measure);
    QByteArray text;
    const auto add = [&](const QString &row) { text += row.toUtf8() + '\n'; };
    for (const SizeNode &row : rows) {
        add(line(row.size, before ? changeColumn(row.change()) : QString(), total,
                 row.owner.isEmpty() ? row.name
                                     : row.name + QStringLiteral("  (%1)").arg(row.owner)));
    }
    add(line(total, before ? changeColumn(total - before->total(options.measure)) : QString(),
             total, now.image));
    console.write(text);
}

} // namespace

int runSize(const QStringList &arguments, Console &console)
{
    const auto options = readOptions(arguments, console);
    if (!options)
        return options.error();
    const auto now = report(options->image);
    if (!now) {
        console.complain(now.error());
        return failure;
    }
    std::optional<SizeReport> before;
    if (!options->other.isEmpty()) {
        auto other = report(options->other);
        if (!other) {
            console.complain(other.error());
            return failure;
        }
        before = std::move(*other);
    }
    const SizeReport *compared = before ? &*before : nullptr;
    const QVector<SizeNode> rows = sizeRows(*now, compared, options->measure, options->grouping);
    if (options->json)
        console.write(asJson(*now, compared, *options, rows));
    else
        asTable(*now, compared, *options, rows, console);
    return success;
}

} // namespace kiln::cli
