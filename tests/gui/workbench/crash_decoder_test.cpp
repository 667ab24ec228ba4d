// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Crash reports against what binutils say about the same image.

#include "fixture.h"

#include "workbench/crash_decoder.h"
#include "workbench/crash_reader.h"
#include "workbench/log_store.h"
#include "workbench/symbolizer.h"

#include <QProcess>
#include <QRandomGenerator>

using namespace kiln;
using namespace kiln::test;

namespace {

const QByteArray source = R"(
struct shape { virtual int sides() const { return 0; } };
namespace geometry {
struct square : shape { int sides() const override { return 4; } };
static inline __attribute__((always_inline)) int inner(int *p)
{
    return *p + 1;
}
static inline __attribute__((always_inline)) int outer(int *p)
{
    return inner(p) * 2;
}
__attribute__((noinline)) int crash(int *p)
{
    return outer(p) + 3;
}
}
__attribute__((noinline)) static int i(int x) { return x ? geometry::crash(&x) : 1; }
int main(int argc, char **)
{
    geometry::square s;
    return i(argc) + s.sides();
}
)";

QByteArray run(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        qWarning("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QVector<CrashReport> read(const QByteArray &bytes)
{
    LogStore store;
    CrashReader reader;
    LogWalker walker(&store);
    walker.add(&reader);
    store.append(bytes);
    store.finish();
    walker.catchUp();
    return reader.reports();
}

} // namespace

class CrashDecoderTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void agreesWithAddr2line();
    void findsBias();
    void survivesBrokenImages();
    void refusesOtherFiles();
    void readsTrap();
    void readsTrapOfArm64();
    void readsUpstreamPageFault();
    void readsArm();
    void readsAssertion();
    void readsPanic();
    void believesNoApplication();

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }
};

void CrashDecoderTest::initTestCase()
{
    QVERIFY(writeFile(path("shapes.cpp"), source));
    run(QStringLiteral("g++"),
        {QStringLiteral("-g"), QStringLiteral("-O1"), QStringLiteral("-no-pie"),
         QStringLiteral("-o"), QStringLiteral("fixed"), QStringLiteral("shapes.cpp")},
        m_folder.path());
    run(QStringLiteral("g++"),
        {QStringLiteral("-g"), QStringLiteral("-O1"), QStringLiteral("-pie"),
         QStringLiteral("-fPIE"), QStringLiteral("-o"), QStringLiteral("movable"),
         QStringLiteral("shapes.cpp")},
        m_folder.path());
    QVERIFY(QFileInfo::exists(path("fixed")));
    QVERIFY(QFileInfo::exists(path("movable")));
}

void CrashDecoderTest::agreesWithAddr2line()
{
    const auto symbols = Symbolizer::open(path("fixed"));
    QVERIFY(symbols);
    const auto first = symbols->address(QStringLiteral("main"));
    const auto crash = symbols->address(QStringLiteral("_ZN8geometry5crashEPi"));
    QVERIFY(first && crash);
    QStringList arguments{QStringLiteral("-f"), QStringLiteral("-i"), QStringLiteral("-C"),
                          QStringLiteral("-e"), path("fixed")};
    int inlined = 0;
    for (const quint64 begin : {*crash, *first}) {
        for (quint64 address = begin; address < begin + 10; ++address) {
            const QList<QByteArray> lines =
                run(QStringLiteral("addr2line"),
                    arguments + QStringList{QString::number(address, 16)}, m_folder.path())
                    .trimmed()
                    .split('\n');
            const QVector<CodePlace> places = symbols->find(address);
            // Behind the last function nobody knows anything.
            if (lines.first() == "??") {
                QVERIFY(places.isEmpty());
                break;
            }
            QCOMPARE(places.size(), lines.size() / 2);
            for (qsizetype at = 0; at < places.size(); ++at) {
                // For the innermost function binutils give the symbol, whatever was inlined there.
                if (at > 0 || !places.at(at).isInlined)
                    QCOMPARE(places.at(at).function, QString::fromUtf8(lines.at(2 * at)));
                QString place = QString::fromUtf8(lines.at(2 * at + 1));
                place = place.section(QStringLiteral(" (discriminator"), 0, 0);
                QCOMPARE(QStringLiteral("%1:%2").arg(places.at(at).file).arg(places.at(at).line),
                         place);
                inlined += places.at(at).isInlined;
            }
            // Short functions end within these bytes, and the next one begins.
            if (places.last().function == symbols->find(begin).last().function)
                QCOMPARE(places.last().offset, address - begin);
        }
    }
    QVERIFY(inlined > 0);
    QVERIFY(symbols->find(1).isEmpty());
    // A name that would be a mangled type is one all the same.
    QVERIFY(symbols->address(QStringLiteral("_ZL1ii")).has_value());
}

void CrashDecoderTest::findsBias()
{
    const auto symbols = Symbolizer::open(path("movable"));
    QVERIFY(symbols && symbols->isRelocatable());
    const quint64 main = *symbols->address(QStringLiteral("main"));
    constexpr quint64 base = 0x40000000;
    const QByteArray address = QByteArray::number(base + main + 4, 16);
    QVector<CrashReport> reports = read("CRIT: Unhandled Trap 6 (invalid opcode), error code=0x0\n"
                                        "CRIT: RIP: " +
                                        address.rightJustified(16, '0') +
                                        " CS: 0008\n"
                                        "CRIT: [  0] 0x" +
                                        address + " <main+0x4>\n");
    QCOMPARE(reports.size(), 1);
    const CrashReport decoded = decodeCrash(reports.first(), {path("movable"), {}});
    QVERIFY2(decoded.trouble.isEmpty(), qPrintable(decoded.trouble));
    QVERIFY(decoded.culprit() != nullptr);
    QCOMPARE(decoded.culprit()->function, QStringLiteral("main"));
    // Without a name there is no telling where it ran; that is said.
    reports.first().addresses.first().guestName.clear();
    QVERIFY(!decodeCrash(reports.first(), {path("movable"), {}}).trouble.isEmpty());
    // Unless the guest said it.
    reports = read("CRIT: Unhandled Trap 6 (invalid opcode), error code=0x0\n"
                   "CRIT: RIP: " +
                   address.rightJustified(16, '0') +
                   " CS: 0008\n"
                   "CRIT: Load offset: 0x" +
                   QByteArray::number(base, 16) +
                   "\n"
                   "CRIT: [  0] 0x" +
                   address + "\n");
    QCOMPARE(reports.size(), 1);
    QCOMPARE(reports.first().loadOffset, std::optional<quint64>(base));
    const CrashReport told = decodeCrash(reports.first(), {path("movable"), {}});
    QVERIFY2(told.culprit() != nullptr, qPrintable(told.trouble));
    QCOMPARE(told.culprit()->function, QStringLiteral("main"));
    // An image that cannot move has not, whatever a log says.
    const CrashReport fixed = decodeCrash(reports.first(), {path("fixed"), {}});
    QVERIFY(fixed.culprit() == nullptr);
}

void CrashDecoderTest::survivesBrokenImages()
{
    const QByteArray whole = contents(path("fixed"));
    QRandomGenerator random(7);
    const auto all = Symbolizer::open(path("fixed"));
    const quint64 address = *all->address(QStringLiteral("main"));
    for (int round = 0; round < 60; ++round) {
        QByteArray broken = whole;
        if (round % 3 == 0)
            broken.truncate(random.bounded(int(whole.size())));
        for (int flips = 0; flips < 200 && !broken.isEmpty(); ++flips)
            broken[random.bounded(int(broken.size()))] = char(random.bounded(256));
        QVERIFY(writeFile(path("broken"), broken));
        if (const auto symbols = Symbolizer::open(path("broken")))
            (void)symbols->find(address);
    }
}

void CrashDecoderTest::refusesOtherFiles()
{
    QVERIFY(!Symbolizer::open(path("none")));
    const auto text = Symbolizer::open(path("shapes.cpp"));
    QVERIFY(!text);
    QVERIFY(!text.error().remedy.isEmpty());
}

void CrashDecoderTest::readsTrap()
{
    const QVector<CrashReport> reports =
        read("[    0.100] x\n"
             "[    0.106026] CRIT: [libkvmplat] <t.cpp @ 84> Unhandled Trap 14 (page fault), error "
             "code=0x2\n"
             "[    0.106026] CRIT: [libkvmplat] <t.hpp @ 54> Thread: the worker\n"
             "[    0.106027] CRIT: [libkvmplat] <t.cpp @ 65> CR2: 0000000000114c60, cannot write: "
             "stack overflow\n"
             "[    0.107174] CRIT: [libkvmplat] <t.cpp @ 41> RIP: 0000000000127dfd CS: 0008\n"
             "[    0.107293] CRIT: [libkvmplat] <t.cpp @ 42> RSP: 0000000000010f50 SS: 0010 "
             "EFLAGS: 00000246\n"
             "[    0.107421] CRIT: [libkvmplat] <t.cpp @ 44> RAX: 0000000000000001 RBX: "
             "0000000000000002 RCX: 0000000000000003\n"
             "[    0.107422] CRIT: [libkvmplat] <t.cpp @ 90> Call trace:\n"
             "[    0.107423] CRIT: [libkvmplat] <t.cpp @ 91> [  0] 0x127dfd <f+0x3>\n"
             "[    0.107424] CRIT: [libkvmplat] <t.cpp @ 91> [  1] 0x127e00 <g+0x9>\n"
             "[    0.107425] CRIT: [libkvmplat] <t.cpp @ 91> Stack:\n"
             "[    0.107426] CRIT: [libkvmplat] <t.cpp @ 91> 10f50: 00 7e 12 00 00 00 00 00 0b 00 "
             "00 00 00 00 00 00\n"
             "[    0.107427] CRIT: [libkvmplat] <t.cpp @ 91> Code:\n"
             "[    0.107428] CRIT: [libkvmplat] <t.cpp @ 91> 127df0: 00 7e 12 00 00 00 00 00 0b 00 "
             "00 00 00 00 00 00\n"
             "[    0.107429] Info: [libkvmplat] <s.cpp @ 99> System crashed\n");
    QCOMPARE(reports.size(), 1);
    const CrashReport &report = reports.first();
    QVERIFY(report.isComplete);
    QCOMPARE(report.kind, CrashKind::trap);
    QCOMPARE(report.firstRecord, 1);
    QCOMPARE(report.thread, QStringLiteral("the worker"));
    QVERIFY(report.text().contains(QStringLiteral("thread the worker\n")));
    QCOMPARE(report.registers.size(), 9); // CR2 RIP CS RSP SS EFLAGS RAX RBX RCX
    QCOMPARE(report.registerValue(QStringLiteral("RBX")), 2U);
    QCOMPARE(report.faultAddress, 0x114c60U);
    QVERIFY2(report.explanation.contains(QStringLiteral("stack overflow")),
             qPrintable(report.explanation));
    QCOMPARE(report.addresses.size(), 4);
    QCOMPARE(report.addresses.at(0).guestName, QStringLiteral("f+0x3"));
    QCOMPARE(report.addresses.at(1).source, CrashAddressSource::callTrace);
    QCOMPARE(report.addresses.at(2).source, CrashAddressSource::stack);
    QCOMPARE(report.addresses.at(2).address, 0x127e00U);
}

void CrashDecoderTest::readsTrapOfArm64()
{
    const QVector<CrashReport> reports = read(
        "[    0.013650] CRIT: [libkvmplat] <c.cpp @ 136> Unhandled Trap 37 (data abort), error "
        "code=0x96000044\n"
        "[    0.013831] CRIT: [libkvmplat] <c.cpp @ 110> FAR_EL1: 0000000040112c60, cannot "
        "write: stack overflow\n"
        "[    0.013971] CRIT: [libkvmplat] <c.cpp @ 115> ELR_EL1: 0000000040105b9c PSTATE: "
        "60000344 ESR_EL1: 96000044\n"
        "[    0.014108] CRIT: [libkvmplat] <c.cpp @ 116> SP: 0000000040127e30 LR: "
        "0000000040105de8\n"
        "[    0.014226] CRIT: [libkvmplat] <c.cpp @ 118> x00 ~ x03: 0x0000000000000001 "
        "0x000000000000002a 0x0000000000000000 0x0000000000000007\n"
        "[    0.015739] CRIT: [libkvmplat] <b.cpp @  36> [  0] 0x40105b9c <deep+0xc>\n"
        "[    0.026064] Info: [libkvmplat] <s.cpp @  32> System crashed\n");
    QCOMPARE(reports.size(), 1);
    const CrashReport &report = reports.first();
    QCOMPARE(report.kind, CrashKind::trap);
    QCOMPARE(report.faultAddress, 0x40112c60U);
    QCOMPARE(report.registerValue(QStringLiteral("x03")), 7U);
    QVERIFY2(report.explanation.contains(QStringLiteral("stack overflow")),
             qPrintable(report.explanation));
}

void CrashDecoderTest::readsUpstreamPageFault()
{
    const QVector<CrashReport> reports =
        read("CRIT: [libkvmplat] <trace.c @   41> RIP: 0000000000127dd4 CS: 0008\n"
             "CRIT: [libkvmplat] <trace.c @   42> RSP: 0000000000010f50 SS: 0010 EFLAGS: 00000246\n"
             "CRIT: [libkvmplat] <trace.c @   86> base is 0x10f70 caller is 0x11f381\n"
             "CRIT: [libkvmplat] <trace.c @   86> base is 0x10ff0 caller is 0\n"
             "CRIT: [libkvmplat] <trace.c @   66> \n"
             "CRIT: [libkvmplat] <trace.c @   66> 10f40: 70 0f 01 00 00 00 00 00 8c 7d 12 00 00 00 "
             "00 00\n"
             "CRIT: [libkvmplat] <trace.c @   66> 127dc0: 75 1d 41 80 7c 24 02 00 75 15 48 b8 00 "
             "f0 ff ff\n"
             "CRIT: [libkvmplat] <traps.c @  113> Crashing\n"
             "Info: [libkvmplat] <shutdown.c @   59> Unikraft halted\n");
    QCOMPARE(reports.size(), 1);
    const QVector<CrashAddress> &addresses = reports.first().addresses;
    QCOMPARE(addresses.size(), 4);
    QCOMPARE(addresses.at(0).address, 0x127dd4U);
    QCOMPARE(addresses.at(1).source, CrashAddressSource::frame);
    QCOMPARE(addresses.at(3).address, 0x127d8cU);
}

void CrashDecoderTest::readsArm()
{
    const QVector<CrashReport> reports =
        read("CRIT: [libkvmplat] <traps_arm64.c @  210> EL1 sync trap caught\n"
             "CRIT: [libkvmplat] <traps_arm64.c @  171> \t SP       : 0x000000004000ff30\n"
             "CRIT: [libkvmplat] <traps_arm64.c @  172> \t ESR_EL1  : 0x0000000096000044\n"
             "CRIT: [libkvmplat] <traps_arm64.c @  173> \t ELR_EL1  : 0x000000004011eef0\n"
             "CRIT: [libkvmplat] <traps_arm64.c @  174> \t LR (x30) : 0x000000004011eea0\n"
             "CRIT: [libkvmplat] <traps_arm64.c @  176> \t FAR_EL1  : 0x00007ffffffff000\n"
             "CRIT: [libkvmplat] <traps_arm64.c @  179> \t x00 ~ x03: 0x0000000000000001 "
             "0x0000000000000002 0x0000000000000003 0x0000000000000004\n"
             "Info: [libkvmplat] <shutdown.c @   59> Unikraft halted\n");
    QCOMPARE(reports.size(), 1);
    const CrashReport &report = reports.first();
    QCOMPARE(report.registerValue(QStringLiteral("x02")), 3U);
    QCOMPARE(report.addresses.at(0).address, 0x4011eef0U);
    QCOMPARE(report.addresses.at(1).source, CrashAddressSource::linkRegister);
    QVERIFY2(report.explanation.contains(QStringLiteral("writing to 0x7ffffffff000")),
             qPrintable(report.explanation));
}

void CrashDecoderTest::readsAssertion()
{
    const QVector<CrashReport> reports =
        read("CRIT: [applogdemo] <main.c @   23> Assertion failure: argc == 12345\n"
             "Info: [libkvmplat] <shutdown.c @   59> Unikraft halted\n"
             "CRIT: [libnolibc] <exit.cpp @   59> Assertion failure: x (apps/a/crash.c:62: f)\n");
    QCOMPARE(reports.size(), 2);
    QCOMPARE(reports.at(0).kind, CrashKind::assertion);
    QCOMPARE(reports.at(0).file, QStringLiteral("main.c"));
    QCOMPARE(reports.at(0).line, 23);
    QCOMPARE(reports.at(1).file, QStringLiteral("apps/a/crash.c"));
    QCOMPARE(reports.at(1).line, 62);
}

void CrashDecoderTest::readsPanic()
{
    const QVector<CrashReport> reports =
        read("CRIT: [libukboot] <boot.cpp @ 50> No memory for the heap\n"
             "Info: [libkvmplat] <shutdown.cpp @ 99> System crashed\n");
    QCOMPARE(reports.size(), 1);
    QCOMPARE(reports.first().kind, CrashKind::panic);
    QCOMPARE(reports.first().headline, QStringLiteral("No memory for the heap"));
    QCOMPARE(reports.first().line, 50);
    // A kernel that prints errors only says no more than that.
    CrashReader reader;
    const std::string_view words = "CRIT: [app] <main.c @ 6> Out of cheese\n";
    reader.take(7, {0, words, parseLogHeader(words)});
    QVERIFY(reader.reports().isEmpty()); // it may go on
    reader.finish();
    QCOMPARE(reader.reports().size(), 1);
    QCOMPARE(reader.reports().first().headline, QStringLiteral("Out of cheese"));
    QCOMPARE(reader.reports().first().line, 6);
    QCOMPARE(reader.reports().first().firstRecord, 7);
    // An error that was survived is none.
    QVERIFY(read("CRIT: [a] <b.c @ 1> bad\nInfo: [c] <d.c @ 2> System halted\n").isEmpty());
}

void CrashDecoderTest::believesNoApplication()
{
    QVERIFY(read("Unhandled Trap 14 (page fault), error code=0x2\nRIP: 0000000000103f00 CS: 0008\n")
                .isEmpty());
}

QTEST_GUILESS_MAIN(CrashDecoderTest)
#include "crash_decoder_test.moc"
