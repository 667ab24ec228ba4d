// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"

#include "workbench/compile_commands.h"
#include "workbench/compiler_path.h"
#include "workbench/project_files.h"

#include <QProcess>

using namespace kiln;
using kiln::test::Workspace;
using kiln::test::writeFile;

/// How sources are compiled, and what there is to compile.
class TestCompileCommands : public QObject
{
    Q_OBJECT

private slots:
    void readsArguments();
    void agreesWithPython();
    void saysWhereItIsBroken();
    void guessesBeforeTheFirstBuild();
    void groupsAlike();
    void listsFiles();
    void takesTheKitsCompiler_data();
    void takesTheKitsCompiler();
};

void TestCompileCommands::readsArguments()
{
    QTemporaryDir scratch;
    const QString file = scratch.filePath(QStringLiteral("compile_commands.json"));
    QVERIFY(writeFile(file, R"([
      {"directory": "/tree", "file": "lib/a.c",
       "command": "gcc -nostdinc -Iinclude -I /abs/../x -isystem sys -DONE -DTWO=\"a b\" -UTHREE -include uk/_config.h -std=gnu11 -mno-red-zone -O2 -Wall -MF a.d -o a.o -c lib/a.c"},
      {"directory": "/tree", "file": "/tree/b.cpp", "arguments": ["g++", "-D", "A B=1", "-c", "b.cpp"]}
    ])"));
    const auto commands = readCompileCommands(file);
    QVERIFY2(commands.has_value(), commands ? "" : qPrintable(commands.error().text()));
    QCOMPARE(commands->size(), 2);
    const CompileCommand &first = commands->first();
    QCOMPARE(first.file, QStringLiteral("/tree/lib/a.c"));
    QCOMPARE(first.includePaths,
             (QStringList{QStringLiteral("/tree/include"), QStringLiteral("/x")}));
    QCOMPARE(first.systemIncludePaths, QStringList{QStringLiteral("/tree/sys")});
    QCOMPARE(first.defines, (QStringList{QStringLiteral("ONE"), QStringLiteral("TWO=a b")}));
    QCOMPARE(first.undefines, QStringList{QStringLiteral("THREE")});
    QCOMPARE(first.includedFiles, QStringList{QStringLiteral("/tree/uk/_config.h")});
    QCOMPARE(first.flags, (QStringList{QStringLiteral("-nostdinc"), QStringLiteral("-std=gnu11"),
                                       QStringLiteral("-mno-red-zone")}));
    QCOMPARE(commands->last().file, QStringLiteral("/tree/b.cpp"));
    QCOMPARE(commands->last().defines, QStringList{QStringLiteral("A B=1")});
}

/// Python's shlex splits commands as a shell does.
void TestCompileCommands::agreesWithPython()
{
    QTemporaryDir scratch;
    const QString file = scratch.filePath(QStringLiteral("compile_commands.json"));
    QVERIFY(writeFile(file, R"x([
      {"directory": "/d", "file": "a.c", "command": "cc -D'S=\"q r\"' -DE=a\\ b \"-DF=(x)\" -D N -c a.c"},
      {"directory": "/d", "file": "b.c", "command": "ccache cc '-DT=it'\\''s' -Dplain -c b.c"}
    ])x"));
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import json,shlex,sys\n"
                                 "for e in json.load(open(sys.argv[1])):\n"
                                 "    w=shlex.split(e['command']); i=0\n"
                                 "    while i<len(w):\n"
                                 "        if w[i]=='-D': i+=1; print(w[i])\n"
                                 "        elif w[i].startswith('-D'): print(w[i][2:])\n"
                                 "        i+=1\n"),
                  file});
    QVERIFY(python.waitForFinished());
    QCOMPARE(python.exitCode(), 0);
    const auto commands = readCompileCommands(file);
    QVERIFY(commands.has_value());
    QStringList defines;
    for (const CompileCommand &command : *commands)
        defines += command.defines;
    QCOMPARE(defines,
             QString::fromUtf8(python.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts));
}

void TestCompileCommands::saysWhereItIsBroken()
{
    QTemporaryDir scratch;
    const QString file = scratch.filePath(QStringLiteral("broken.json"));
    QVERIFY(writeFile(file, "[\n  {\"file\": }\n]"));
    const auto commands = readCompileCommands(file);
    QVERIFY(!commands.has_value());
    QVERIFY2(commands.error().where.startsWith(file + QStringLiteral(":2:")),
             qPrintable(commands.error().where));
    QVERIFY(!readCompileCommands(scratch.filePath(QStringLiteral("none"))).has_value());
}

void TestCompileCommands::guessesBeforeTheFirstBuild()
{
    const Workspace space;
    QVERIFY(space.isValid());
    QVERIFY(writeFile(space.app() + QStringLiteral("/src/more.c"), "int more;\n"));
    QVERIFY(writeFile(space.tree() + QStringLiteral("/lib/demo/include/demo.h"), "\n"));
    const Project project = space.project();
    const auto commands = compileCommands(project);
    QStringList files;
    for (const CompileCommand &command : commands)
        files.append(command.file);
    QVERIFY2(files.contains(project.directory + QStringLiteral("/src/more.c")),
             qPrintable(files.join(u' ')));
    QVERIFY(commands.first().includePaths.contains(project.tree.directory +
                                                   QStringLiteral("/lib/demo/include")));

    // A build knows better.
    QVERIFY(writeFile(project.buildDirectory + QStringLiteral("/compile_commands.json"),
                      R"([{"directory": "/", "file": "/k.c", "command": "gcc -DK -c /k.c"}])"));
    const auto built = compileCommands(project);
    QCOMPARE(built.size(), 1);
    QCOMPARE(built.first().defines, QStringList{QStringLiteral("K")});
}

void TestCompileCommands::groupsAlike()
{
    CompileCommand one;
    one.file = QStringLiteral("/t/lib/a.c");
    one.directory = QStringLiteral("/t");
    one.defines = {QStringLiteral("X")};
    CompileCommand two = one;
    two.file = QStringLiteral("/t/lib/b.c");
    CompileCommand three = one;
    three.file = QStringLiteral("/t/lib/c.c");
    three.defines = {QStringLiteral("X"), QStringLiteral("Y")};
    const auto groups = groupedAlike({one, three, two});
    QCOMPARE(groups.size(), 2);
    QCOMPARE(groups[0].files, (QStringList{one.file, two.file}));
    QCOMPARE(groups[1].files, QStringList{three.file});
    QCOMPARE(groups[0].name, QStringLiteral("lib"));
}

void TestCompileCommands::listsFiles()
{
    const Workspace space;
    QVERIFY(space.isValid() && space.configure());
    for (const char *name : {"/src/a.c", "/.git/HEAD", "/build/kconfig/auto.conf", "/build/x.o",
                             "/old-build/kconfig/auto.conf", "/.config.old"})
        QVERIFY(writeFile(space.app() + QLatin1String(name), "\n"));
    QVERIFY(QFile::link(space.tree(), space.app() + QStringLiteral("/loop")));
    const Project project = space.project();
    const QStringList files = applicationFiles(project);
    const QDir folder(project.directory);
    QStringList names;
    for (const QString &file : files)
        names.append(folder.relativeFilePath(file));
    QVERIFY(names.contains(QStringLiteral("src/a.c")));
    QVERIFY(names.contains(QStringLiteral("Makefile.uk")));
    QVERIFY(names.contains(QStringLiteral(".config")));
    for (const QString &name : names) {
        for (const char *other : {".git", "build/", "old-build/", ".config.old", "loop/"})
            QVERIFY2(!name.startsWith(QLatin1String(other)), qPrintable(name));
    }
    const ProjectFiles all = filesOfProject(project);
    QCOMPARE(all.application, files);
    QVERIFY(all.kernel.contains(project.tree.directory + QStringLiteral("/Config.uk")));
}

void TestCompileCommands::takesTheKitsCompiler_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("compiler");
    QTest::addColumn<QString>("prefix");
    QTest::newRow("host") << "/usr/bin/gcc"
                          << "x86_64"
                          << "gcc"
                          << "";
    QTest::newRow("version") << "/usr/bin/x86_64-linux-gnu-gcc-12"
                             << "x86_64"
                             << "gcc"
                             << "x86_64-linux-gnu-";
    QTest::newRow("clang") << "/usr/bin/clang-14"
                           << "x86_64"
                           << "clang"
                           << "";
    QTest::newRow("other") << "/usr/bin/aarch64-linux-gnu-gcc"
                           << "arm64"
                           << ""
                           << "";
    QTest::newRow("wrapper") << "/usr/bin/c99-gcc"
                             << "x86_64"
                             << ""
                             << "";
    QTest::newRow("unknown") << "/opt/icc"
                             << "x86_64"
                             << ""
                             << "";
}

void TestCompileCommands::takesTheKitsCompiler()
{
    QFETCH(QString, path);
    QFETCH(QString, target);
    QFETCH(QString, compiler);
    QFETCH(QString, prefix);
    const BuildSettings settings = settingsWithCompiler({}, path, target, QStringLiteral("x86_64"));
    QCOMPARE(settings.compiler, compiler);
    QCOMPARE(settings.crossPrefix, prefix);
    BuildSettings chosen;
    chosen.compiler = QStringLiteral("clang");
    QCOMPARE(settingsWithCompiler(chosen, path, target, QStringLiteral("x86_64")).compiler,
             QStringLiteral("clang"));
}

QTEST_GUILESS_MAIN(TestCompileCommands)
#include "compile_commands_test.moc"
