// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/elf_file.h"
#include "workbench/size_report.h"
#include "workbench/size_tree.h"

#include "fixture.h"

#include <QProcess>
#include <QRandomGenerator>

using namespace kiln;

namespace {

/// What a program prints; empty, and a failed test, when it fails.
QByteArray outputOf(const QString &program, const QStringList &arguments,
                    const QString &directory = {})
{
    QProcess process;
    process.setWorkingDirectory(directory);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    if (!process.waitForFinished(30000) || process.exitCode() != 0)
        qWarning("%s failed", qPrintable(program + u' ' + arguments.join(u' ')));
    return process.readAllStandardOutput();
}

/// A build folder with an image of two libraries, laid out as builds of Unikraft are: each library
/// a folder of objects, linked to LIB.ld.o, cut to LIB.o, all linked to NAME.dbg, stripped to NAME.
class Image
{
public:
    explicit Image(const QByteArray &moreOfMain = {})
    {
        write("libone", "text",
              "static const int table[] = {1, 2, 3, 5, 8, 13, 21, 34};\n"
              "static int helper(int n) { return table[n & 7] + n; }\n"
              "int one(int n) { return helper(n) * 3; }\n"
              "static int buffer[100];\n"
              "int *space(void) { return buffer; }\n");
        // Two objects with local symbols of one name and size.
        write("libone", "other",
              "static int helper(int n) { return n - 7; }\n"
              "int other(int n) { return helper(n); }\n");
        write("appmain", "main",
              "int one(int); int other(int); int *space(void);\n"
              "const char *word(int n) { return n ? \"first string\" : \"second string\"; }\n"
              "int data = 7;\n"
              "void _start(void) { data = one(data) + other(data) + *space(); word(data); }\n" +
                  moreOfMain);
        link("libone", {"text", "other"});
        link("appmain", {"main"});
        run(QStringLiteral("gcc"),
            {QStringLiteral("-nostdlib"), QStringLiteral("-static"), QStringLiteral("-no-pie"),
             QStringLiteral("-Wl,--build-id=none"), QStringLiteral("appmain.o"),
             QStringLiteral("libone.o"), QStringLiteral("-o"), QStringLiteral("image.dbg")});
        run(QStringLiteral("strip"), {QStringLiteral("-s"), QStringLiteral("image.dbg"),
                                      QStringLiteral("-o"), QStringLiteral("image")});
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString image() const { return path(QStringLiteral("image")); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
    void run(const QString &program, const QStringList &arguments) const
    {
        (void)outputOf(program, arguments, m_folder.path());
    }
    void write(const QString &library, const QString &name, const QByteArray &text) const
    {
        const QString source = path(library + u'/' + name + QStringLiteral(".c"));
        if (!test::writeFile(source, text))
            qFatal("can't write");
        run(QStringLiteral("gcc"),
            {QStringLiteral("-O1"), QStringLiteral("-fno-inline"), QStringLiteral("-fno-pie"),
             QStringLiteral("-fno-ipa-icf"), QStringLiteral("-c"), source, QStringLiteral("-o"),
             library + u'/' + name + QStringLiteral(".o")});
    }
    void link(const QString &library, const QStringList &objects) const
    {
        QStringList arguments{QStringLiteral("-r"), QStringLiteral("-o"),
                              library + QStringLiteral(".ld.o")};
        for (const QString &object : objects)
            arguments.append(library + u'/' + object + QStringLiteral(".o"));
        run(QStringLiteral("ld"), arguments);
        run(QStringLiteral("objcopy"),
            {library + QStringLiteral(".ld.o"), library + QStringLiteral(".o")});
    }

    QTemporaryDir m_folder;
};

qint64 sum(const SizeReport &report, SizeMeasure measure, const QString &section)
{
    qint64 total = 0;
    for (const SizeItem &item : report.items) {
        if (item.section == section)
            total += measure == SizeMeasure::file ? item.file : item.memory;
    }
    return total;
}

const SizeItem *find(const SizeReport &report, const QByteArray &symbol, const QString &object)
{
    for (const SizeItem &item : report.items) {
        if (item.symbol == symbol && item.object == object)
            return &item;
    }
    return nullptr;
}

/// Sizes of nodes are those of their children.
bool addsUp(const SizeNode &node)
{
    if (node.children.isEmpty())
        return true;
    qint64 size = 0;
    qint64 before = 0;
    for (const SizeNode &child : node.children) {
        size += child.size;
        before += child.before;
        if (!addsUp(child))
            return false;
    }
    return size == node.size && before == node.before;
}

} // namespace

class SizeReportTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_image = std::make_unique<Image>();
        auto report = readSizeReport(m_image->image());
        QVERIFY2(report, report ? "" : qPrintable(report.error().text()));
        m_report = *report;
    }

    void addsUpToTheFile()
    {
        QCOMPARE(m_report.fileSize, QFileInfo(m_image->image()).size());
        const QVector<SizeNode> rows =
            sizeRows(m_report, nullptr, SizeMeasure::file, SizeGrouping::symbol);
        qint64 total = 0;
        for (const SizeNode &row : rows)
            total += row.size;
        QCOMPARE(total, m_report.fileSize);
        for (const SizeMeasure measure : {SizeMeasure::file, SizeMeasure::memory}) {
            const SizeNode tree = sizeTree(m_report, nullptr, measure);
            QVERIFY(addsUp(tree));
            QCOMPARE(tree.size, m_report.total(measure));
        }
    }

    void sectionsAreThoseOfSize()
    {
        // The independent oracle: binutils' size.
        const QByteArray text =
            outputOf(QStringLiteral("size"), {QStringLiteral("-A"), m_image->image()});
        int compared = 0;
        qint64 loaded = 0;
        for (const QByteArray &line : text.split('\n')) {
            const QList<QByteArray> words = line.simplified().split(' ');
            if (words.size() != 3 || !words[0].startsWith('.') || words[2] == "0")
                continue;
            QCOMPARE(sum(m_report, SizeMeasure::memory, QString::fromLatin1(words[0])),
                     words[1].toLongLong());
            loaded += words[1].toLongLong();
            ++compared;
        }
        QVERIFY(compared >= 4);
        QCOMPARE(m_report.memorySize, loaded);
    }

    void symbolsAreThoseOfNm()
    {
        const QByteArray text =
            outputOf(QStringLiteral("nm"),
                     {QStringLiteral("-S"), m_image->path(QStringLiteral("image.dbg"))});
        int compared = 0;
        for (const QByteArray &line : text.split('\n')) {
            const QList<QByteArray> words = line.simplified().split(' ');
            if (words.size() != 4)
                continue;
            const qint64 size = words[1].toLongLong(nullptr, 16);
            const auto isIt = [&](const SizeItem &item) {
                return item.symbol == words[3] && item.memory == size;
            };
            QVERIFY2(std::any_of(m_report.items.begin(), m_report.items.end(), isIt),
                     line.constData());
            ++compared;
        }
        QVERIFY(compared >= 10);
    }

    void knowsLibraryAndObject()
    {
        const SizeItem *one = find(m_report, "one", QStringLiteral("text.o"));
        QVERIFY(one);
        QCOMPARE(one->library, QStringLiteral("libone"));
        QCOMPARE(one->section, QStringLiteral(".text"));
        // Two of one name, told apart by what else is in their objects.
        QVERIFY(find(m_report, "helper", QStringLiteral("text.o")));
        QVERIFY(find(m_report, "helper", QStringLiteral("other.o")));
        // Zeroed data is in memory, not in the file.
        const SizeItem *buffer = find(m_report, "buffer", QStringLiteral("text.o"));
        QVERIFY(buffer);
        QCOMPARE(buffer->file, 0);
        QCOMPARE(buffer->memory, 400);
        // Merged strings are nobody's alone.
        QVERIFY(std::any_of(m_report.items.begin(), m_report.items.end(), [](const SizeItem &item) {
            return item.part == SizePart::shared && item.section == QLatin1String(".rodata") &&
                   item.library.isEmpty() && item.file > 10;
        }));
    }

    void unwindTablesAreTheirFunctions()
    {
        // readelf counts the records; each has its function's object.
        const QByteArray text =
            outputOf(QStringLiteral("readelf"), {QStringLiteral("--debug-dump=frames"),
                                                 m_image->path(QStringLiteral("image.dbg"))});
        qint64 records = 0;
        for (const QByteArray &line : text.split('\n')) {
            const QList<QByteArray> words = line.simplified().split(' ');
            if (words.size() > 3 && words[3] == "FDE")
                records += words[1].toLongLong(nullptr, 16) + 4;
        }
        QVERIFY(records > 0);
        qint64 found = 0;
        for (const SizeItem &item : m_report.items) {
            if (item.section == QLatin1String(".eh_frame") && !item.library.isEmpty())
                found += item.memory;
        }
        QCOMPARE(found, records);
    }

    void withoutObjectsSymbolsRemain()
    {
        const QTemporaryDir alone;
        for (const char *name : {"image", "image.dbg"})
            QVERIFY(QFile::copy(m_image->path(QLatin1String(name)),
                                alone.filePath(QLatin1String(name))));
        const auto report = readSizeReport(alone.filePath(QStringLiteral("image")));
        QVERIFY(report);
        QCOMPARE(report->fileSize, m_report.fileSize);
        QVERIFY(find(*report, "one", {}));
        QVERIFY(std::all_of(report->items.begin(), report->items.end(),
                            [](const SizeItem &item) { return item.library.isEmpty(); }));
    }

    void comparesTwo()
    {
        const Image larger("const char big[5000] = {1};\n");
        const auto now = readSizeReport(larger.image());
        QVERIFY(now);
        const SizeNode tree = sizeTree(*now, &m_report, SizeMeasure::file);
        QVERIFY(addsUp(tree));
        QCOMPARE(tree.size, now->fileSize);
        QCOMPARE(tree.before, m_report.fileSize);
        const QVector<SizeNode> rows =
            sizeRows(*now, &m_report, SizeMeasure::file, SizeGrouping::symbol);
        const auto big = std::find_if(rows.begin(), rows.end(), [](const SizeNode &row) {
            return row.name == QLatin1String("big");
        });
        QVERIFY(big != rows.end());
        QCOMPARE(big->change(), 5000);
        QCOMPARE(big->owner, QStringLiteral("appmain/main.o"));
        // What is gone is there with nothing left of it.
        const QVector<SizeNode> back =
            sizeRows(m_report, &*now, SizeMeasure::file, SizeGrouping::symbol);
        QVERIFY(std::any_of(back.begin(), back.end(), [](const SizeNode &row) {
            return row.name == QLatin1String("big") && row.size == 0 && row.before == 5000;
        }));
    }

    void isKept()
    {
        const QString file = m_image->path(QStringLiteral("kept"));
        QVERIFY(saveSizeReport(m_report, file));
        const auto kept = loadSizeReport(file);
        QVERIFY(kept);
        QCOMPARE(kept->items, m_report.items);
        QCOMPARE(kept->fileSize, m_report.fileSize);
        QCOMPARE(kept->time.toMSecsSinceEpoch(), m_report.time.toMSecsSinceEpoch());
        QVERIFY(test::writeFile(file, qCompress("no report")));
        QVERIFY(!loadSizeReport(file));
        QVERIFY(!loadSizeReport(m_image->path(QStringLiteral("none"))));
    }

    void findsTheImage()
    {
        QCOMPARE(findImage(m_image->folder()).value(), m_image->image());
        const QTemporaryDir empty;
        const auto none = findImage(empty.path());
        QVERIFY(!none);
        QVERIFY(none.error().remedy.contains(QStringLiteral("kiln build")));
    }

    void refusesOtherFiles()
    {
        const QString file = m_image->path(QStringLiteral("text"));
        QVERIFY(test::writeFile(file, "not an image at all, but long enough for a header of one"));
        const auto report = readSizeReport(file);
        QVERIFY(!report);
        QCOMPARE(report.error().where, file);
        QVERIFY(!readSizeReport(m_image->path(QStringLiteral("nothing"))));
    }

    void survivesDamage()
    {
        // Bytes of the headers and symbols changed at random, the same ones each time.
        const QByteArray whole = test::contents(m_image->path(QStringLiteral("image.dbg")));
        QRandomGenerator random(4711);
        const QString file = m_image->path(QStringLiteral("damaged"));
        int read = 0;
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes = whole;
            for (int i = 0; i < 8; ++i) {
                const int reach = round % 2 == 0 ? 120 : int(bytes.size());
                bytes[random.bounded(reach)] = char(random.bounded(256));
            }
            if (round % 7 == 0)
                bytes.truncate(random.bounded(int(bytes.size())));
            QVERIFY(test::writeFile(file, bytes));
            const auto report = readSizeReport(file, m_image->folder());
            if (!report)
                continue;
            ++read;
            // Whatever is believed of it, bytes are counted once.
            QCOMPARE(report->fileSize, bytes.size());
        }
        QVERIFY(read > 20);
    }

    void canBeGivenUp()
    {
        const auto report = readSizeReport(m_image->image(), {}, [] { return true; });
        QVERIFY(!report);
    }

    void namesArePeoples()
    {
        QCOMPARE(demangled("_ZN2uk3kvm12_GLOBAL__N_18dumpRowsEPKcmm"),
                 QStringLiteral("uk::kvm::dumpRows(char const*, unsigned long, unsigned long)"));
        QCOMPARE(demangled("main"), QStringLiteral("main"));
        QCOMPARE(demangled("_Z"), QStringLiteral("_Z"));
    }

private:
    std::unique_ptr<Image> m_image;
    SizeReport m_report;
};

QTEST_GUILESS_MAIN(SizeReportTest)
#include "size_report_test.moc"
