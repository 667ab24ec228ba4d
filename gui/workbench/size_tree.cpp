// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/size_tree.h"

#include "workbench/elf_file.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace kiln {

namespace {

struct SizeTree
{
    Q_DECLARE_TR_FUNCTIONS(SizeTree)
};

QString objectName(const SizeItem &item)
{
    if (item.part != SizePart::symbol && item.part != SizePart::unnamed)
        return item.section.isEmpty() ? sizeGroupName(item) : item.section;
    return item.object.isEmpty() ? SizeTree::tr("no single object") : item.object;
}

QString symbolName(const SizeItem &item)
{
    if (item.part == SizePart::symbol)
        return demangled(item.symbol);
    return item.section.isEmpty() ? sizeGroupName(item)
                                  : SizeTree::tr("rest of %1").arg(item.section);
}

/// A node that is being filled: children by key.
struct Growing
{
    SizeNode node;
    QHash<QString, qsizetype> index;
    QVector<Growing> children;

    Growing &child(const QString &key, const QString &name, SizePart part)
    {
        const auto found = index.constFind(key);
        if (found != index.cend())
            return children[*found];
        index.insert(key, children.size());
        children.append(Growing());
        children.last().node.name = name;
        children.last().node.part = part;
        return children.last();
    }
};

void sortLargestFirst(QVector<SizeNode> &nodes)
{
    std::sort(nodes.begin(), nodes.end(), [](const SizeNode &a, const SizeNode &b) {
        return a.weight() != b.weight() ? a.weight() > b.weight() : a.name < b.name;
    });
}

SizeNode grown(Growing &growing)
{
    for (Growing &child : growing.children)
        growing.node.children.append(grown(child));
    sortLargestFirst(growing.node.children);
    return std::move(growing.node);
}

/// Symbols of one name in one object are told apart by nothing but their place, which another
/// build changes; they count as one.
QString symbolKey(const SizeItem &item)
{
    return QString::fromUtf8(item.symbol) + u'\n' +
           (item.part == SizePart::symbol ? QString() : item.section) + u'\n' +
           QString::number(int(item.part));
}

qint64 sizeOf(const SizeItem &item, SizeMeasure measure)
{
    return measure == SizeMeasure::file ? item.file : item.memory;
}

void addAll(Growing &root, const SizeReport &report, SizeMeasure measure, bool isBefore)
{
    for (const SizeItem &item : report.items) {
        const qint64 size = sizeOf(item, measure);
        if (size == 0)
            continue;
        const QString library = sizeGroupName(item);
        Growing *levels[4] = {&root, nullptr, nullptr, nullptr};
        const SizePart groupPart =
            item.library.isEmpty() && item.part == SizePart::symbol ? SizePart::shared : item.part;
        levels[1] = &levels[0]->child(library, library,
                                      item.library.isEmpty() ? groupPart : SizePart::symbol);
        levels[2] = &levels[1]->child(objectName(item), objectName(item), groupPart);
        levels[3] = &levels[2]->child(symbolKey(item), symbolName(item), item.part);
        for (Growing *level : levels)
            (isBefore ? level->node.before : level->node.size) += size;
    }
}

void addRows(Growing &root, const SizeReport &report, SizeMeasure measure, SizeGrouping grouping,
             bool isBefore)
{
    for (const SizeItem &item : report.items) {
        const qint64 size = sizeOf(item, measure);
        if (size == 0)
            continue;
        const QString library = sizeGroupName(item);
        QString key = library;
        QString name = library;
        QString owner;
        switch (grouping) {
        case SizeGrouping::library:
            break;
        case SizeGrouping::object:
            name = objectName(item);
            owner = library;
            key += u'\n' + name;
            break;
        case SizeGrouping::symbol:
            name = symbolName(item);
            owner = library + u'/' + objectName(item);
            key = owner + u'\n' + symbolKey(item);
            break;
        case SizeGrouping::section:
            name = item.section.isEmpty() ? library : item.section;
            key = name;
            break;
        }
        Growing &row = root.child(key, name, item.part);
        row.node.owner = owner;
        (isBefore ? row.node.before : row.node.size) += size;
    }
}

} // namespace

QString sizeGroupName(const SizeItem &item)
{
    if (!item.library.isEmpty())
        return item.library;
    switch (item.part) {
    case SizePart::padding:
    case SizePart::headers:
        return SizeTree::tr("headers and padding");
    case SizePart::debug:
        return SizeTree::tr("debugging information");
    case SizePart::symbol:
    case SizePart::unnamed:
    case SizePart::shared:
        break;
    }
    return SizeTree::tr("shared by libraries");
}

SizeNode sizeTree(const SizeReport &now, const SizeReport *before, SizeMeasure measure)
{
    Growing root;
    root.node.name = now.image.section(u'/', -1);
    addAll(root, now, measure, false);
    if (before)
        addAll(root, *before, measure, true);
    return grown(root);
}

QVector<SizeNode> sizeRows(const SizeReport &now, const SizeReport *before, SizeMeasure measure,
                           SizeGrouping grouping)
{
    Growing root;
    addRows(root, now, measure, grouping, false);
    if (before)
        addRows(root, *before, measure, grouping, true);
    return grown(root).children;
}

std::optional<SizeGrouping> sizeGroupingFromName(const QString &name)
{
    if (name == QLatin1String("library"))
        return SizeGrouping::library;
    if (name == QLatin1String("object"))
        return SizeGrouping::object;
    if (name == QLatin1String("symbol"))
        return SizeGrouping::symbol;
    if (name == QLatin1String("section"))
        return SizeGrouping::section;
    return std::nullopt;
}

} // namespace kiln
