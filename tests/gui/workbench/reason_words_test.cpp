// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/reason_words.h"

#include <QCoreApplication>
#include <QSet>
#include <QTranslator>
#include <QtTest>

#include <string>
#include <string_view>
#include <thread>

using kiln::ReasonWords;

/// What the engine says, as translators see it.
class TestReasonWords : public QObject
{
    Q_OBJECT

private slots:
    void listsEveryPatternOfTheEngine();
    void speaksTheLanguageInstalled();
};

void TestReasonWords::listsEveryPatternOfTheEngine()
{
    QSet<QString> engine;
    for (const std::string_view each : kconfig::everyPattern())
        engine.insert(QString::fromUtf8(each.data(), qsizetype(each.size())));
    QSet<QString> listed;
    for (const char *each : ReasonWords::patterns()) {
        QVERIFY2(!listed.contains(QString::fromUtf8(each)), each);
        listed.insert(QString::fromUtf8(each));
    }
    QVERIFY(engine.size() > 100);
    QCOMPARE(QStringList((engine - listed).values()), QStringList());
    QCOMPARE(QStringList((listed - engine).values()), QStringList());
}

void TestReasonWords::speaksTheLanguageInstalled()
{
    class Shouting : public QTranslator
    {
    public:
        [[nodiscard]] bool isEmpty() const override { return false; }
        [[nodiscard]] QString translate(const char *context, const char *text, const char *,
                                        int) const override
        {
            return qstrcmp(context, "KconfigReasons") == 0
                       ? QString::fromUtf8(text).toUpper() + QStringLiteral("ß")
                       : QString();
        }
    };
    const ReasonWords words;
    for (const std::string_view each : kconfig::everyPattern())
        QCOMPARE(words.pattern(each), std::string(each));
    Shouting shouting;
    QVERIFY(QCoreApplication::installTranslator(&shouting));
    for (const std::string_view each : kconfig::everyPattern()) {
        const QString english = QString::fromUtf8(each.data(), qsizetype(each.size()));
        QCOMPARE(QString::fromStdString(words.pattern(each)), english.toUpper() + u'ß');
    }
    // A search for fixes speaks on a thread of its own.
    std::string elsewhere;
    std::thread([&] { elsewhere = words.pattern(kconfig::everyPattern()[0]); }).join();
    QCOMPARE(elsewhere, words.pattern(kconfig::everyPattern()[0]));
    QCoreApplication::removeTranslator(&shouting);
    QCOMPARE(words.pattern("you set it"), std::string("you set it"));
}

QTEST_GUILESS_MAIN(TestReasonWords)
#include "reason_words_test.moc"
