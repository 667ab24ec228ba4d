// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/config_diagnostic.h"

#include "workbench/config_lint.h"

#include <kconfig/load.h>

#include <QTemporaryDir>
#include <QTranslator>
#include <QtTest>

using namespace kiln;

/// Faults of a tree, as the window lists them.
class TestConfigDiagnostic : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { QCoreApplication::removeTranslator(&m_german); }

    void placesAreOnesThatAnEditorCanOpen();
    void faultsSpeakTheLanguageInstalled();
    void lintSpeaksTheLanguageInstalled();

private:
    class German : public QTranslator
    {
    public:
        [[nodiscard]] bool isEmpty() const override { return false; }
        [[nodiscard]] QString translate(const char *context, const char *text, const char *,
                                        int) const override
        {
            static const QHash<QString, QString> words{
                {QStringLiteral("'%1' is not a keyword"),
                 QStringLiteral("»%1« ist kein Schlüsselwort")},
                {QStringLiteral("did you mean '%1'?"), QStringLiteral("meinten Sie »%1«?")},
                {QStringLiteral("error: %1"), QStringLiteral("Fehler: %1")},
                {QStringLiteral("hint: %1"), QStringLiteral("Rat: %1")},
                {QStringLiteral("nothing can give '%1' a value, and nothing mentions it"),
                 QStringLiteral("nichts gibt »%1« einen Wert, und nichts erwähnt sie")},
                {QStringLiteral("It has no prompt and no default, and nobody selects or implies "
                                "it: it is a name without a value. Remove it, or give it what is "
                                "missing."),
                 QStringLiteral("Ein Name ohne Wert.")}};
            return qstrcmp(context, "KconfigReasons") == 0 ? words.value(QString::fromUtf8(text))
                                                           : QString();
        }
    };
    [[nodiscard]] kconfig::LoadResult load(const QByteArray &text) const
    {
        QFile file(m_folder.filePath(QStringLiteral("Kconfig")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        file.close();
        kconfig::LoadOptions options;
        options.rootFile = "Kconfig";
        options.directory = m_folder.path().toStdString();
        return kconfig::load(options);
    }
    [[nodiscard]] QVector<ConfigDiagnostic> faults(const QByteArray &text) const
    {
        const kconfig::LoadResult tree = load(text);
        return configDiagnostics(tree.diagnostics, tree.model->sources(), m_folder.path());
    }

    QTemporaryDir m_folder;
    German m_german;
};

void TestConfigDiagnostic::initTestCase()
{
    QVERIFY(m_folder.isValid());
}

void TestConfigDiagnostic::placesAreOnesThatAnEditorCanOpen()
{
    const auto found = faults("\nconfg A\n\tbool\n");
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].severity, kconfig::Severity::error);
    QCOMPARE(found[0].file, QDir::cleanPath(m_folder.filePath(QStringLiteral("Kconfig"))));
    QCOMPARE(found[0].line, 2);
    QCOMPARE(found[0].column, 1);
    QCOMPARE(found[0].message, QStringLiteral("'confg' is not a keyword"));
    QCOMPARE(found[0].hint, QStringLiteral("did you mean 'config'?"));
    QCOMPARE(found[0].text, QStringLiteral("Kconfig:2:1: error: 'confg' is not a keyword\n"
                                           "  confg A\n  ^\n  hint: did you mean 'config'?\n"));
}

void TestConfigDiagnostic::faultsSpeakTheLanguageInstalled()
{
    QVERIFY(QCoreApplication::installTranslator(&m_german));
    const auto found = faults("\nconfg A\n\tbool\n");
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].message, QStringLiteral("»confg« ist kein Schlüsselwort"));
    QCOMPARE(found[0].hint, QStringLiteral("meinten Sie »config«?"));
    QCOMPARE(found[0].text, QStringLiteral("Kconfig:2:1: Fehler: »confg« ist kein Schlüsselwort\n"
                                           "  confg A\n  ^\n  Rat: meinten Sie »config«?\n"));
}

void TestConfigDiagnostic::lintSpeaksTheLanguageInstalled()
{
    const kconfig::LoadResult tree = load("config A\n\tbool\n");
    const auto english = lintConfiguration(tree.model, m_folder.path());
    QCOMPARE(english.size(), 1);
    QCOMPARE(english[0].message,
             QStringLiteral("nothing can give 'A' a value, and nothing mentions it"));
    QVERIFY(QCoreApplication::installTranslator(&m_german));
    const auto found = lintConfiguration(tree.model, m_folder.path());
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].message,
             QStringLiteral("nichts gibt »A« einen Wert, und nichts erwähnt sie"));
    QVERIFY2(found[0].hint.endsWith(QStringLiteral("\nEin Name ohne Wert.")),
             qPrintable(found[0].hint));
}

QTEST_GUILESS_MAIN(TestConfigDiagnostic)
#include "config_diagnostic_test.moc"
