// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/new_project.h"

#include "workbench/catalogue.h"
#include "workbench/git_clone.h"
#include "workbench/resource_words.h"

#include "fixture.h"
#include "git_leaks.h"

#include <QRegularExpression>
#include <QTranslator>

using namespace kiln;

class NewProjectTest : public QObject
{
    Q_OBJECT

private slots:
    void everyTemplateIsFilled()
    {
        const auto templates = projectTemplates();
        QCOMPARE(templates.size(), 4);
        for (const ProjectTemplate &each : templates) {
            QVERIFY(!each.title.isEmpty() && !each.description.isEmpty());
            const test::Workspace workspace;
            const auto files = filesOfNewProject({each.id, QStringLiteral("My-thing"),
                                                  workspace.tree(), QStringLiteral("1.2"),
                                                  QStringLiteral("https://x.org/t-1.2.tar.gz")});
            QVERIFY2(files, files ? "" : qPrintable(files.error().text()));
            QStringList paths;
            static const QRegularExpression unfilled(QStringLiteral("@[A-Za-z]+@"));
            for (const NewFile &file : *files) {
                QVERIFY2(!unfilled.match(QString::fromUtf8(file.content)).hasMatch(),
                         file.content.constData());
                QVERIFY(!file.content.contains("SPDX"));
                paths.append(file.path);
            }
            QVERIFY(paths.contains(QStringLiteral("Makefile.uk")) &&
                    paths.contains(QStringLiteral("Config.uk")));
            const QString application = workspace.path(QStringLiteral("new/deep"));
            QVERIFY(createFiles(application, *files));
            for (const NewFile &file : *files)
                QCOMPARE(test::contents(application + u'/' + file.path), file.content);
            QVERIFY(openProject(application));
        }
    }

    void nothingIsOverwrittenOrLeft()
    {
        const QTemporaryDir folder;
        const QString there = folder.filePath(QStringLiteral("b"));
        QVERIFY(test::writeFile(there, "mine"));
        const auto failed =
            createFiles(folder.path(), {{QStringLiteral("a"), "1"}, {QStringLiteral("b"), "2"}});
        QVERIFY(!failed);
        QCOMPARE(failed.error().where, there);
        QCOMPARE(test::contents(there), QByteArray("mine"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("b")});
        // The file `b` is in the way of a folder `b`: what was written before goes again.
        QVERIFY(!createFiles(folder.path(), {{QStringLiteral("a"), "1"},
                                             {QStringLiteral("c/d"), "2"},
                                             {QStringLiteral("b/c"), "3"}}));
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("b")});
    }

    void names()
    {
        QCOMPARE(identifierOf(QStringLiteral("My-app")), QStringLiteral("my_app"));
        for (const char *name : {"", "1a", "a b", "a/b", "a$(x)", "ä", "-a"}) {
            const auto files =
                filesOfNewProject({QStringLiteral("c"), QLatin1String(name), {}, {}, {}});
            QVERIFY2(!files && !files.error().remedy.isEmpty(), name);
        }
    }

    void catalogue()
    {
        const auto entries = readCatalogue();
        QVERIFY2(entries, entries ? "" : qPrintable(entries.error().text()));
        QVERIFY(entries->size() >= 8);
        QStringList names;
        for (const CatalogueEntry &entry : *entries) {
            QVERIFY(entry.repository.startsWith(QStringLiteral("https://")));
            QVERIFY(!entry.what.isEmpty() && !entry.versions.isEmpty());
            QVERIFY(QStringList({"kernel", "library", "application"}).contains(entry.kind));
            QVERIFY(!names.contains(entry.name));
            names.append(entry.name);
        }
        const auto kernel = findInCatalogue(QStringLiteral("unikraft"));
        QVERIFY(kernel &&
                kernel->versionFor(QStringLiteral("0.17.0")).contains(QStringLiteral("17")));
        QVERIFY(!findInCatalogue(QStringLiteral("unikraft"), QStringLiteral("library")));
    }

    /// What people read of them can be translated, and nothing else is listed for that.
    void textsAreKnownToTranslators()
    {
        QStringList texts;
        const auto entries = readCatalogue();
        QVERIFY(entries);
        for (const CatalogueEntry &entry : *entries)
            texts << entry.what;
        const auto templates = projectTemplates();
        QVERIFY(templates.size() >= 4);
        for (const ProjectTemplate &each : templates)
            texts << each.title << each.description;
        QStringList known = knownResourceTexts();
        texts.sort();
        known.sort();
        QCOMPARE(known, texts);
        struct Shouting : QTranslator
        {
            QString translate(const char *context, const char *text, const char *,
                              int) const override
            {
                return qstrcmp(context, "Resources") == 0 ? QString::fromUtf8(text).toUpper()
                                                          : QString();
            }
        } shouting;
        QCoreApplication::installTranslator(&shouting);
        QCOMPARE(projectTemplates().first().title, templates.first().title.toUpper());
        QCOMPARE(readCatalogue()->first().what, entries->first().what.toUpper());
        QCoreApplication::removeTranslator(&shouting);
    }

    /// A cancelled wait ends although nobody answers.
    void cancelledCloneLeavesNothing()
    {
        const QTemporaryDir folder;
        const auto watch = std::make_shared<JobWatch>();
        watch->cancel();
        const auto done = cloneRepository(
            {test::dataPath(QStringLiteral("app")), folder.filePath(QStringLiteral("a/copy")), {}},
            watch);
        QVERIFY(!done);
        QVERIFY(
            QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
};

QTEST_GUILESS_MAIN(NewProjectTest)
#include "new_project_test.moc"
