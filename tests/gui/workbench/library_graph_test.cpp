// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/graph_layout.h"
#include "workbench/library_graph.h"

#include "../graph_leaks.h"
#include "fixture.h"

#include <QProcess>

#include <cmath>

using namespace kiln;

namespace {

SizeItem item(const QString &library)
{
    SizeItem item;
    item.library = library;
    item.file = item.memory = 10;
    return item;
}

QStringList names(const LibraryGraph &graph, int library)
{
    QStringList way;
    for (const LibraryLink &link : graph.path(library))
        way.append(graph.libraries[link.from].name + u'>' + graph.libraries[link.to].name);
    return way;
}

/// Node positions as the program `dot` prints them (-Tplain), inches from the lower left.
QMap<QString, QPointF> positionsOfDot(const QByteArray &graph)
{
    QProcess dot;
    dot.start(QStringLiteral("dot"), {QStringLiteral("-Tplain")});
    dot.write(graph);
    dot.closeWriteChannel();
    QMap<QString, QPointF> positions;
    if (!dot.waitForFinished(20000))
        return positions;
    for (const QByteArray &line : dot.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() > 4 && words[0] == "node")
            positions.insert(QString::fromLatin1(words[1]),
                             {words[2].toDouble(), words[3].toDouble()});
    }
    return positions;
}

} // namespace

class LibraryGraphTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        compile("appmain", "int work(void); int main(void) { return work(); }");
        compile("libwork", "int helper(int); int work(void) { return helper(1); }");
        compile("libhelper", "int helper(int n) { return n; } int spare(void) { return 2; }");
        compile("libalone", "static int hidden(void) { return 1; } int (*start)(void) = hidden;");
        compile("libabsent", "int helper2(void) { return 3; }");
        // An object that was built before its library was switched off has no bytes in the image.
        SizeReport report;
        for (const char *name : {"appmain", "libwork", "libhelper", "libalone"})
            report.items.append(item(QLatin1String(name)));
        auto graph = readLibraryGraph(report, m_folder.path());
        QVERIFY(graph);
        m_graph = *graph;
    }

    void linksAreUsesOfSymbols()
    {
        QCOMPARE(m_graph.libraries.size(), 4);
        QCOMPARE(m_graph.indexOf(QStringLiteral("libabsent")), -1);
        QCOMPARE(m_graph.links.size(), 2);
        const int app = m_graph.indexOf(QStringLiteral("appmain"));
        const int work = m_graph.indexOf(QStringLiteral("libwork"));
        const int helper = m_graph.indexOf(QStringLiteral("libhelper"));
        QVERIFY(m_graph.links.contains(LibraryLink{app, work, {QStringLiteral("work")}, {}}));
        QVERIFY(m_graph.links.contains(LibraryLink{work, helper, {QStringLiteral("helper")}, {}}));
    }

    void tellsWhy()
    {
        const int helper = m_graph.indexOf(QStringLiteral("libhelper"));
        const int alone = m_graph.indexOf(QStringLiteral("libalone"));
        const int app = m_graph.indexOf(QStringLiteral("appmain"));
        QCOMPARE(names(m_graph, helper), QStringList({QStringLiteral("appmain>libwork"),
                                                      QStringLiteral("libwork>libhelper")}));
        QVERIFY(names(m_graph, alone).isEmpty());
        QVERIFY(names(m_graph, app).isEmpty());
        QVERIFY(m_graph.libraries[app].isRoot);
        QVERIFY(m_graph.isUnreferenced(alone));
        QVERIFY(!m_graph.isUnreferenced(helper));
        QVERIFY(m_graph.reasons(helper).join(u' ').contains(
            QStringLiteral("libwork uses helper of libhelper")));
        QVERIFY(m_graph.reasons(alone).join(u' ').contains(QStringLiteral("No other library")));
    }

    void optionsLinkToo()
    {
        LibraryGraph graph = m_graph;
        const int alone = graph.indexOf(QStringLiteral("libalone"));
        const int work = graph.indexOf(QStringLiteral("libwork"));
        graph.links.append({work, alone, {}, {QStringLiteral("LIBWORK_START")}});
        QCOMPARE(names(graph, alone).last(), QStringLiteral("libwork>libalone"));
        QVERIFY(graph.isUnreferenced(alone));
        QVERIFY(graph.reasons(alone).join(u' ').contains(QStringLiteral("LIBWORK_START")));
    }

    void withoutLibrariesThereIsNone()
    {
        const auto graph = readLibraryGraph(SizeReport(), m_folder.path());
        QVERIFY(!graph);
        QVERIFY(!graph.error().remedy.isEmpty());
    }

    void dotReadsIt()
    {
        const QMap<QString, QPointF> positions = positionsOfDot(m_graph.toDot());
        QCOMPARE(positions.size(), 4);
        QVERIFY(positions.contains(QStringLiteral("libhelper")));
    }

    void laysOutAsDotDoes()
    {
        const QVector<QSizeF> sizes(5, QSizeF(80, 40));
        const QVector<std::pair<int, int>> edges{{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}, {0, 4}};
        const auto layout = layOutGraph(sizes, edges);
        QVERIFY2(layout, layout ? "" : qPrintable(layout.error().text()));
        QCOMPARE(layout->nodes.size(), 5);
        QCOMPARE(layout->edges.size(), edges.size());
        QByteArray text = "digraph g { nodesep=3; ranksep=6; edge [arrowhead=none]; node "
                          "[label=\"\",shape=box,fixedsize=true,width=10,height=5];\n";
        for (int i = 0; i < 5; ++i)
            text += 'n' + QByteArray::number(i) + ";\n";
        for (const auto &[from, to] : edges)
            text += 'n' + QByteArray::number(from) + "->n" + QByteArray::number(to) + ";\n";
        const QMap<QString, QPointF> expected = positionsOfDot(text + "}\n");
        QCOMPARE(expected.size(), 5);
        for (int i = 0; i < 5; ++i) {
            const QPointF inches = expected.value(QStringLiteral("n%1").arg(i)) * 8;
            QVERIFY(std::abs(layout->nodes[i].x() - inches.x()) < 0.5);
            QVERIFY(std::abs(layout->size.height() - layout->nodes[i].y() - inches.y()) < 0.5);
        }
        for (const QVector<QPointF> &edge : layout->edges)
            QCOMPARE(edge.size() % 3, 1);
        QVERIFY(layOutGraph({}, {}));
    }

private:
    void compile(const QString &name, const QByteArray &text)
    {
        const QString source = m_folder.filePath(name + QStringLiteral(".c"));
        QVERIFY(test::writeFile(source, text));
        QCOMPARE(QProcess::execute(QStringLiteral("gcc"),
                                   {QStringLiteral("-c"), source, QStringLiteral("-o"),
                                    m_folder.filePath(name + QStringLiteral(".o"))}),
                 0);
    }

    QTemporaryDir m_folder;
    LibraryGraph m_graph;
};

QTEST_GUILESS_MAIN(LibraryGraphTest)
#include "library_graph_test.moc"
