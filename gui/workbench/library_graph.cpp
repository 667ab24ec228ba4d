// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/library_graph.h"

#include "workbench/elf_file.h"
#include "workbench/reason_words.h"

#include <kconfig/explain.h>
#include <kconfig/model.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QMap>
#include <QQueue>
#include <QSet>

#include <algorithm>

namespace kiln {

namespace {

struct LibraryWords
{
    Q_DECLARE_TR_FUNCTIONS(LibraryGraph)
};

// Sentences name a few symbols, not all.
constexpr qsizetype mostNamed = 4;

bool isApplication(const QString &name)
{
    return name.startsWith(QLatin1String("app"));
}

bool isPlatform(const QString &name)
{
    return name.startsWith(QLatin1String("lib")) && name.endsWith(QLatin1String("plat"));
}

/// Libraries of the image with what they weigh, by name.
QVector<GraphLibrary> librariesOf(const SizeReport &report)
{
    QMap<QString, GraphLibrary> libraries;
    for (const SizeItem &item : report.items) {
        if (item.library.isEmpty())
            continue;
        GraphLibrary &library = libraries[item.library];
        library.name = item.library;
        library.size += item.file;
        library.memory += item.memory;
        library.isRoot = isApplication(item.library) || isPlatform(item.library);
    }
    return libraries.values().toVector();
}

using Uses = QMap<std::pair<int, int>, LibraryLink>;

LibraryLink &linkBetween(Uses &uses, int from, int to)
{
    LibraryLink &link = uses[{from, to}];
    link.from = from;
    link.to = to;
    return link;
}

void addSymbolLinks(const LibraryGraph &graph, const QString &directory, Uses &uses)
{
    QVector<ElfFile> files;
    QHash<QByteArray, int> definer; // strong definitions win
    QSet<QByteArray> strong;
    for (int i = 0; i < graph.libraries.size(); ++i) {
        auto file = readElfFile(directory + u'/' + graph.libraries[i].name + QStringLiteral(".o"));
        files.append(file ? std::move(*file) : ElfFile());
        for (const ElfSymbol &symbol : std::as_const(files.last().symbols)) {
            if (symbol.isLocal || symbol.section == 0)
                continue;
            if (!symbol.isWeak) {
                strong.insert(symbol.name);
                definer.insert(symbol.name, i);
            } else if (!strong.contains(symbol.name) && !definer.contains(symbol.name)) {
                definer.insert(symbol.name, i);
            }
        }
    }
    for (int i = 0; i < files.size(); ++i) {
        for (const ElfSymbol &symbol : std::as_const(files[i].symbols)) {
            const int to = symbol.section == 0 ? definer.value(symbol.name, -1) : -1;
            if (to >= 0 && to != i)
                linkBetween(uses, i, to).symbols.append(demangled(symbol.name));
        }
    }
    for (LibraryLink &link : uses) {
        link.symbols.sort();
        link.symbols.removeDuplicates();
    }
}

/// The option that switches a library on, by the customs of Unikraft's trees: `libukboot` is
/// LIBUKBOOT, `apphelloworld` APPHELLOWORLD, `libkvmplat` PLAT_KVM.
kconfig::SymbolId optionOf(const kconfig::Model &model, const QString &library)
{
    QStringList names{library.toUpper().replace(u'-', u'_')};
    if (isPlatform(library))
        names.append(QStringLiteral("PLAT_") + library.mid(3).chopped(4).toUpper());
    for (const QString &name : names) {
        const kconfig::SymbolId symbol = model.find(name.toStdString());
        if (symbol.isValid() && model.symbol(symbol).isDefined())
            return symbol;
    }
    return {};
}

/// Whose option that is: LIBUKBOOT_INITALLOC is libukboot's. The longest name decides.
int ownerOf(const LibraryGraph &graph, const QString &option)
{
    int owner = -1;
    qsizetype longest = 0;
    for (int i = 0; i < graph.libraries.size(); ++i) {
        const QString &own = graph.libraries[i].option;
        const bool isOwn =
            !own.isEmpty() && (option == own || option.startsWith(own + QLatin1Char('_')));
        if (isOwn && own.size() > longest) {
            longest = own.size();
            owner = i;
        }
    }
    return owner;
}

void addOptionLinks(LibraryGraph &graph, const kconfig::Configuration &configuration, Uses &uses)
{
    const kconfig::Model &model = configuration.model();
    QVector<kconfig::SymbolId> symbols;
    for (GraphLibrary &library : graph.libraries) {
        symbols.append(optionOf(model, library.name));
        if (symbols.last().isValid())
            library.option = QString::fromStdString(std::string(model.symbol(symbols.last()).name));
    }
    for (int i = 0; i < graph.libraries.size(); ++i) {
        if (!symbols[i].isValid())
            continue;
        const kconfig::Explanation why =
            kconfig::explain(configuration, symbols[i], false, ReasonWords());
        graph.libraries[i].because = QString::fromStdString(why.whyValue.text);
        for (const auto *list : {&why.selectedBy, &why.impliedBy}) {
            for (const kconfig::SelectView &select : *list) {
                if (select.strength == kconfig::Tristate::no)
                    continue;
                const QString option =
                    QString::fromStdString(kconfig::displayName(model, select.other));
                const int from = ownerOf(graph, option);
                if (from >= 0 && from != i)
                    linkBetween(uses, from, i).options.append(option);
            }
        }
    }
}

QString someOf(const QStringList &names)
{
    const QString text = names.mid(0, mostNamed).join(QStringLiteral(", "));
    return names.size() > mostNamed
               ? LibraryWords::tr("%1 and %n more", nullptr, int(names.size() - mostNamed))
                     .arg(text)
               : text;
}

} // namespace

int LibraryGraph::indexOf(const QString &name) const
{
    for (int i = 0; i < libraries.size(); ++i) {
        if (libraries[i].name == name)
            return i;
    }
    return -1;
}

QVector<LibraryLink> LibraryGraph::path(int library) const
{
    if (library < 0 || library >= libraries.size() || libraries[library].isRoot)
        return {};
    // Applications before platforms, links by symbols before links by options.
    for (const bool byOptions : {false, true}) {
        for (const bool fromApplication : {true, false}) {
            QVector<int> via(libraries.size(), -1); // the link by which it was reached
            QVector<bool> isReached(libraries.size(), false);
            QQueue<int> next;
            for (int i = 0; i < libraries.size(); ++i) {
                if (libraries[i].isRoot && isApplication(libraries[i].name) == fromApplication) {
                    isReached[i] = true;
                    next.enqueue(i);
                }
            }
            while (!next.isEmpty() && !isReached[library]) {
                const int at = next.dequeue();
                for (int i = 0; i < links.size(); ++i) {
                    const LibraryLink &link = links[i];
                    if (link.from != at || isReached[link.to] ||
                        (link.symbols.isEmpty() && !byOptions))
                        continue;
                    isReached[link.to] = true;
                    via[link.to] = i;
                    next.enqueue(link.to);
                }
            }
            QVector<LibraryLink> way;
            for (int at = library; isReached[library] && via[at] >= 0; at = links[via[at]].from)
                way.prepend(links[via[at]]);
            if (!way.isEmpty())
                return way;
        }
    }
    return {};
}

bool LibraryGraph::isUnreferenced(int library) const
{
    return std::none_of(links.begin(), links.end(), [&](const LibraryLink &link) {
        return link.to == library && !link.symbols.isEmpty();
    });
}

QStringList LibraryGraph::reasons(int library) const
{
    if (library < 0 || library >= libraries.size())
        return {};
    const GraphLibrary &what = libraries[library];
    QStringList reasons;
    if (isApplication(what.name))
        reasons.append(LibraryWords::tr("It is the application."));
    else if (what.isRoot)
        reasons.append(LibraryWords::tr("It is the platform, which starts everything else."));
    for (const LibraryLink &link : path(library)) {
        const QString from = libraries[link.from].name;
        const QString to = libraries[link.to].name;
        reasons.append(
            !link.symbols.isEmpty()
                ? LibraryWords::tr("%1 uses %2 of %3.").arg(from, someOf(link.symbols), to)
                : LibraryWords::tr("%1 switches %2 on (%3).").arg(from, to, someOf(link.options)));
    }
    if (!what.isRoot && isUnreferenced(library))
        reasons.append(LibraryWords::tr(
            "No other library uses a symbol of it: it registers itself, or it is in only because "
            "its option is on."));
    if (!what.because.isEmpty())
        reasons.append(LibraryWords::tr("Its option: %1.").arg(what.because));
    else if (what.option.isEmpty() && !what.isRoot)
        reasons.append(LibraryWords::tr("The configuration has no option of its name."));
    return reasons;
}

QByteArray LibraryGraph::toDot() const
{
    const auto quoted = [](QString text) {
        return u'"' +
               text.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\"")) +
               u'"';
    };
    QString text = QStringLiteral("digraph libraries {\n  node [shape=box];\n");
    for (const GraphLibrary &library : libraries)
        text += QStringLiteral("  %1;\n").arg(quoted(library.name));
    for (const LibraryLink &link : links)
        text +=
            QStringLiteral("  %1 -> %2 [%3];\n")
                .arg(quoted(libraries[link.from].name), quoted(libraries[link.to].name),
                     link.symbols.isEmpty() ? QStringLiteral("style=dashed")
                                            : QStringLiteral("label=%1").arg(link.symbols.size()));
    return (text + QStringLiteral("}\n")).toUtf8();
}

Result<LibraryGraph> readLibraryGraph(const SizeReport &report, const QString &buildDirectory,
                                      const kconfig::Configuration *configuration)
{
    LibraryGraph graph;
    graph.libraries = librariesOf(report);
    if (graph.libraries.isEmpty())
        return tl::unexpected(
            Problem{QStringLiteral("The libraries of the image are not known: the object files it "
                                   "was built from are gone"),
                    buildDirectory, QStringLiteral("Build the application again.")});
    Uses uses;
    addSymbolLinks(graph, buildDirectory, uses);
    if (configuration)
        addOptionLinks(graph, *configuration, uses);
    graph.links = uses.values().toVector();
    return graph;
}

} // namespace kiln
