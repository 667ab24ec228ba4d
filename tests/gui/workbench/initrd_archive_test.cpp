// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/initrd_archive.h"

#include "fixture.h"

#include "workbench/boot_command.h"
#include "workbench/emulator.h"

#include <QSignalSpy>

#include <sys/stat.h>
#include <unistd.h>

using namespace kiln;

class InitrdArchiveTest : public QObject
{
    Q_OBJECT

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] static QByteArray run(const QString &program, const QStringList &arguments,
                                        const QString &input = {})
    {
        QProcess process;
        if (!input.isEmpty())
            process.setStandardInputFile(input);
        process.start(program, arguments);
        return process.waitForFinished() ? process.readAllStandardOutput() : QByteArray();
    }

    QTemporaryDir m_folder;
    std::atomic<bool> m_cancelled{false};

private slots:
    void initTestCase()
    {
        QDir root(m_folder.path());
        QVERIFY(root.mkpath(QStringLiteral("files/etc/empty")));
        QVERIFY(test::writeFile(path(QStringLiteral("files/etc/motd")), "Hello\n"));
        QVERIFY(test::writeFile(path(QStringLiteral("files/run.sh")), "#!/bin/sh\n"));
        QVERIFY(test::writeFile(path(QStringLiteral("files/.hidden")), QByteArray(700'000, 'x')));
        QVERIFY(test::writeFile(path(QStringLiteral("files/grün")), {}));
        QCOMPARE(::chmod(path(QStringLiteral("files/run.sh")).toLocal8Bit().constData(), 0750), 0);
        // A link out of the folder stays a link.
        QCOMPARE(::symlink("/etc/passwd",
                           path(QStringLiteral("files/etc/passwd")).toLocal8Bit().constData()),
                 0);
        QCOMPARE(::mkfifo(path(QStringLiteral("files/pipe")).toLocal8Bit().constData(), 0600), 0);
    }

    void packsAsCpioReads()
    {
        const QString archive = path(QStringLiteral("a.cpio"));
        const auto made = packInitrd(path(QStringLiteral("files")), archive, 16 << 20, m_cancelled);
        QVERIFY2(made, qPrintable(made ? QString() : made.error().text()));
        QCOMPARE(made->bytes, QFileInfo(archive).size());
        QCOMPARE(made->skipped, QStringList{QStringLiteral("pipe")});
        QCOMPARE(test::contents(archive).left(6), QByteArray("070701")); // newc
        const QByteArray list = run(QStringLiteral("cpio"),
                                    {QStringLiteral("-itv"), QStringLiteral("--quiet")}, archive);
        QStringList names;
        for (const QByteArray &line : list.trimmed().split('\n'))
            names.append(QString::fromUtf8(line.simplified().split(' ').mid(8).join(' ')));
        QCOMPARE(names, QStringList({QStringLiteral(".hidden"), QStringLiteral("etc"),
                                     QStringLiteral("etc/empty"), QStringLiteral("etc/motd"),
                                     QStringLiteral("etc/passwd -> /etc/passwd"),
                                     QStringLiteral("grün"), QStringLiteral("run.sh")}));
        QVERIFY(list.contains("-rwxr-x---"));
        // The same folder gives the same bytes.
        const QString again = path(QStringLiteral("b.cpio"));
        QVERIFY(packInitrd(path(QStringLiteral("files")), again, 16 << 20, m_cancelled));
        QCOMPARE(test::contents(again), test::contents(archive));
    }

    void refusesWhatDoesNotFit()
    {
        const QString archive = path(QStringLiteral("c.cpio"));
        const auto made =
            packInitrd(path(QStringLiteral("files")), archive, 512 << 10, m_cancelled);
        QVERIFY(!made);
        QVERIFY(made.error().text().contains(QStringLiteral("more than the machine's memory")));
        QVERIFY(!QFileInfo::exists(archive));
        std::atomic<bool> cancelled{true};
        QVERIFY(!packInitrd(path(QStringLiteral("files")), archive, 16 << 20, cancelled));
        QVERIFY(!packInitrd(path(QStringLiteral("files")), path(QStringLiteral("no/where")),
                            16 << 20, m_cancelled));
        QVERIFY(!packInitrd(path(QStringLiteral("missing")), archive, 16 << 20, m_cancelled));
    }

    void ownArchiveStaysOut()
    {
        const QString image = path(QStringLiteral("files/app"));
        QVERIFY(test::writeFile(image, "image"));
        for (int i = 0; i < 2; ++i)
            QVERIFY(packInitrd(path(QStringLiteral("files")), packedInitrdPath(image), 16 << 20,
                               m_cancelled));
        QVERIFY(!test::contents(packedInitrdPath(image)).contains("app.initrd.cpio"));
        QVERIFY(QFile::remove(packedInitrdPath(image)));
        QVERIFY(QFile::remove(image));
    }

    void bootPacksTheFolder()
    {
        const test::Workspace workspace;
        const QString image = workspace.path(QStringLiteral("guest"));
        QVERIFY(test::writeFile(image, "echo packed\n"));
        Machine machine;
        machine.accelerator = QStringLiteral("tcg");
        machine.initrd = path(QStringLiteral("files"));
        const auto command = bootCommand(machine, image);
        QVERIFY2(command, qPrintable(command ? QString() : command.error().text()));
        const qsizetype option = command->indexOf(QStringLiteral("-initrd"));
        QCOMPARE(command->value(option + 1), packedInitrdPath(image));

        Emulator emulator;
        QByteArray output;
        QStringList said;
        bool started = false;
        std::optional<EmulatorResult> result;
        connect(&emulator, &Emulator::output, this,
                [&](const QByteArray &bytes) { output += bytes; });
        connect(&emulator, &Emulator::diagnostics, this,
                [&](const QString &text) { said.append(text); });
        connect(&emulator, &Emulator::started, this, [&] {
            started = true;
            QVERIFY(QFileInfo::exists(packedInitrdPath(image)));
        });
        connect(&emulator, &Emulator::finished, this,
                [&](const EmulatorResult &end) { result = end; });
        emulator.start(machine, image);
        QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 20'000);
        QVERIFY(started);
        QCOMPARE(output, QByteArray("packed\n"));
        QVERIFY(said.value(0).startsWith(QStringLiteral("pipe is not in")));

        // Stopped before it began.
        result.reset();
        started = false;
        emulator.start(machine, image);
        emulator.stop();
        QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 20'000);
        QVERIFY(!started);
        QVERIFY(result->stoppedByUser);

        // Too large for the machine.
        result.reset();
        QVERIFY(test::writeFile(path(QStringLiteral("files/large")), QByteArray(2 << 20, 'l')));
        machine.memoryMiB = 1;
        emulator.start(machine, image);
        QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 20'000);
        QVERIFY(result->problem);
        QVERIFY(result->problem->remedy.contains(QStringLiteral("more memory")));
    }
};

QTEST_GUILESS_MAIN(InitrdArchiveTest)

#include "initrd_archive_test.moc"
