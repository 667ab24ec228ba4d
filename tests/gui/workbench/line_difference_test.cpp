// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Differences between texts, against diff(1).
#include "workbench/line_difference.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

using namespace kiln;

class TestLineDifference : public QObject
{
    Q_OBJECT

private slots:
    void leadsFromOneToTheOther();
    void isAsShortAsDiffs();
};

static QByteArray side(const QVector<DifferenceLine> &lines, DifferenceSide without)
{
    QByteArrayList kept;
    for (const DifferenceLine &line : lines) {
        if (line.side != without)
            kept.append(line.text);
    }
    return kept.join('\n');
}

static QByteArray randomText(QRandomGenerator &random, int lines)
{
    QByteArrayList words;
    for (int i = 0; i < lines; ++i)
        words.append(QByteArray(1, char('a' + random.bounded(6))));
    return words.join('\n');
}

void TestLineDifference::leadsFromOneToTheOther()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 500; ++round) {
        const QByteArray first = randomText(random, random.bounded(30));
        const QByteArray second = randomText(random, random.bounded(30));
        const auto lines = lineDifference(first, second);
        QCOMPARE(side(lines, DifferenceSide::second), first);
        QCOMPARE(side(lines, DifferenceSide::first), second);
    }
    // Beyond what is searched for, all of the middle differs.
    const QByteArray first = "same\n" + QByteArray("a\n").repeated(3000) + "end";
    const QByteArray second = "same\n" + QByteArray("b\n").repeated(3000) + "end";
    const auto lines = lineDifference(first, second);
    QCOMPARE(side(lines, DifferenceSide::second), first);
    QCOMPARE(side(lines, DifferenceSide::first), second);
    QCOMPARE(lines.first().side, DifferenceSide::both);
    QCOMPARE(lines.last().side, DifferenceSide::both);
}

void TestLineDifference::isAsShortAsDiffs()
{
    const QTemporaryDir folder;
    QRandomGenerator random(11);
    for (int round = 0; round < 10; ++round) {
        const QByteArray texts[] = {randomText(random, 60) + '\n', randomText(random, 60) + '\n'};
        QStringList names;
        for (const QByteArray &text : texts) {
            names << folder.filePath(QString::number(names.size()));
            QFile file(names.last());
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        }
        QProcess diff;
        diff.start(QStringLiteral("diff"), QStringList{QStringLiteral("-d")} + names);
        QVERIFY(diff.waitForFinished());
        int theirs = 0;
        for (const QByteArray &line : diff.readAllStandardOutput().split('\n'))
            theirs += line.startsWith('<') || line.startsWith('>');
        int ours = 0;
        for (const DifferenceLine &line : lineDifference(texts[0], texts[1]))
            ours += line.side != DifferenceSide::both;
        QCOMPARE(ours, theirs);
    }
}

QTEST_GUILESS_MAIN(TestLineDifference)
#include "line_difference_test.moc"
