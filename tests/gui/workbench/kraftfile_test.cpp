// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/kraftfile.h"

#include "fixture.h"

using namespace kiln;

class KraftfileTest : public QObject
{
    Q_OBJECT

    Result<Kraftfile> read(const QByteArray &text)
    {
        test::writeFile(path(), text);
        return readKraftfile(path());
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("Kraftfile")); }

    QTemporaryDir m_folder;

private slots:
    void version06()
    {
        const auto file = read("spec: v0.6\n"
                               "name: shop\n"
                               "runtime: base:latest\n"
                               "rootfs: ./build/init.cpio\n"
                               "cmd: [\"/bin/shop\", \"-p\", \"80\"]\n"
                               "unikraft:\n"
                               "  version: stable\n"
                               "  kconfig:\n"
                               "    CONFIG_LIBUKDEBUG_PRINTK_INFO: 'y'\n"
                               "volumes:\n"
                               "- ./data:/data:ro\n"
                               "- source: ./www\n"
                               "  destination: /www\n"
                               "targets:\n"
                               "- qemu/x86_64\n"
                               "- platform: fc\n"
                               "  architecture: amd64\n"
                               "- name: board\n"
                               "  platform: qemu\n"
                               "  architecture: aarch64\n");
        QVERIFY2(file, qPrintable(file ? QString() : file.error().text()));
        QCOMPARE(file->name, QStringLiteral("shop"));
        QCOMPARE(file->command, QStringList({"/bin/shop", "-p", "80"}));
        QCOMPARE(file->kconfig, QStringList{"CONFIG_LIBUKDEBUG_PRINTK_INFO=y"});
        QCOMPARE(file->targets.size(), 3);
        QCOMPARE(file->targets[0].text(), QStringLiteral("qemu/x86_64"));
        QVERIFY(file->targets[0].isBootable());
        QCOMPARE(file->targets[1].architecture, QStringLiteral("x86_64"));
        QVERIFY(!file->targets[1].isBootable());
        QCOMPARE(file->target(QStringLiteral("board")), &file->targets[2]);
        QCOMPARE(file->target(QStringLiteral("qemu/arm64")), &file->targets[2]);
        QVERIFY(!file->target(QStringLiteral("none")));
        const Machine machine = file->machine(&file->targets[2]);
        QCOMPARE(machine.architecture, QStringLiteral("arm64"));
        QCOMPARE(machine.initrd, QStringLiteral("./build/init.cpio"));
        QCOMPARE(machine.kernelArguments, file->command);
        QCOMPARE(machine.shares.size(), 2);
        QVERIFY(machine.shares[0].isReadOnly);
        QCOMPARE(machine.shares[1].path, QStringLiteral("./www"));
        QCOMPARE(machine.shares[1].tag, QStringLiteral("fs1"));
    }

    void version05()
    {
        const auto file = read("specification: '0.5'\n"
                               "unikraft:\n"
                               "  kconfig: [CONFIG_A=y, CONFIG_B=2]\n"
                               "targets:\n"
                               "- name: default\n"
                               "  architecture: x86_64\n"
                               "  platform: kvm\n"
                               "- architecture: x86_64\n"
                               "  platform: {name: linuxu}\n"
                               "volumes:\n"
                               "  driver: 9pfs\n"
                               "  source: fs0\n"
                               "  destination: /\n");
        QVERIFY2(file, qPrintable(file ? QString() : file.error().text()));
        QCOMPARE(file->kconfig, QStringList({"CONFIG_A=y", "CONFIG_B=2"}));
        QCOMPARE(file->targets[0].text(), QStringLiteral("default"));
        QVERIFY(file->machine(&file->targets[1]).isLinuxProcess());
        QCOMPARE(file->machine().shares.size(), 1);
        QVERIFY(file->machine().platform.isEmpty());
    }

    void whatHasNoEffectIsSaid()
    {
        const auto file =
            read("spec: v0.6\nrootfs: ./rootfs\nvolumes:\n- {source: x, driver: v}\n");
        QVERIFY(file);
        QCOMPARE(file->notes.size(), 2);
        QVERIFY(file->notes[0].startsWith(path() + QStringLiteral(":2:9: rootfs")));
        QVERIFY(file->initrd.isEmpty() && file->shares.isEmpty());
    }

    /// What it is, where, and why nothing comes of it.
    void templatesAndRuntimesAreExplained()
    {
        struct Row
        {
            const char *text;
            const char *name;
            const char *source;
            const char *version;
        };
        for (const Row &row :
             {Row{"template: elfloader\n", "elfloader", "", ""},
              Row{"template: https://example.org/t.git\n", "", "https://example.org/t.git", ""},
              Row{"template:\n  name: a\n  source: https://example.org/t.git\n  version: v1\n", "a",
                  "https://example.org/t.git", "v1"}}) {
            const auto file = read(QByteArray("spec: v0.6\n") + row.text);
            QVERIFY(file && file->templateSource);
            QCOMPARE(file->templateSource->name, QLatin1String(row.name));
            QCOMPARE(file->templateSource->source, QLatin1String(row.source));
            QCOMPARE(file->templateSource->version, QLatin1String(row.version));
            QCOMPARE(file->notes.size(), 1);
            QVERIFY(file->notes[0].contains(QStringLiteral("not fetched")));
            QVERIFY(!file->notes[0].contains(QStringLiteral("version elf")));
        }
        for (const char *text : {"runtime: base:latest\n", "runtime:\n  name: base:latest\n",
                                 "runtime:\n  source: base:latest\n"}) {
            const auto file = read(QByteArray("spec: v0.6\n") + text);
            QVERIFY(file);
            QCOMPARE(file->runtime, QStringLiteral("base:latest"));
            QCOMPARE(file->notes.size(), 1);
            QVERIFY(file->notes[0].contains(QStringLiteral("kernel built by others")));
            QVERIFY(file->notes[0].startsWith(path() + u':'));
        }
    }

    void rootfsIsFolderOrArchive()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("files")));
        auto file = read("spec: v0.6\nrootfs: ./files\n");
        QVERIFY(file);
        QCOMPARE(file->machine().initrd, QStringLiteral("./files"));
        QVERIFY(file->notes.isEmpty());
        file = read("spec: v0.6\nrootfs: {source: ./web.Dockerfile}\n");
        QVERIFY(file);
        QVERIFY(file->machine().initrd.isEmpty());
        QCOMPARE(file->notes.size(), 1);
        QVERIFY(file->notes[0].contains(QStringLiteral("export the result to a folder")));
    }

    void complaintsSayWhere()
    {
        const auto where = [this](const char *text) {
            const auto file = read(text);
            return file ? QStringLiteral("fine") : file.error().where;
        };
        QCOMPARE(where("name: x\n"), path() + QStringLiteral(":1:1"));
        QCOMPARE(where("spec: v9\n"), path() + QStringLiteral(":1:7"));
        QCOMPARE(where("spec: v0.6\ntargets:\n- qemu\n"), path() + QStringLiteral(":3:3"));
        QCOMPARE(where("spec: v0.6\ntargets:\n- name: x\n"), path() + QStringLiteral(":3:3"));
        QCOMPARE(where("spec: v0.6\ncmd: {a: b}\n"), path() + QStringLiteral(":2:6"));
        QCOMPARE(where("spec: v0.6\ncmd: [a\n"), path() + QStringLiteral(":3:1"));
    }

    void mergeKeysAreFollowed()
    {
        const auto file = read("spec: v0.6\n"
                               "x-base: &base\n"
                               "  platform: qemu\n"
                               "  architecture: x86_64\n"
                               "  kconfig: {CONFIG_A: y}\n"
                               "x-options: &options\n"
                               "  CONFIG_B: base\n"
                               "  CONFIG_C: base\n"
                               "x-more: &more\n"
                               "  CONFIG_C: more\n"
                               "  CONFIG_D: more\n"
                               "unikraft:\n"
                               "  kconfig:\n"
                               "    <<: [*options, *more]\n"
                               "    CONFIG_B: own\n"
                               "targets:\n"
                               "- <<: *base\n"
                               "  name: one\n"
                               "- <<: *base\n"
                               "  architecture: arm64\n");
        QVERIFY2(file, file ? "" : qPrintable(file.error().text()));
        // Own keys win, then the first that is merged (yaml.org/type/merge.html).
        QStringList kernel = file->kconfig;
        kernel.sort();
        QCOMPARE(kernel, (QStringList{"CONFIG_B=own", "CONFIG_C=base", "CONFIG_D=more"}));
        QCOMPARE(file->targets.size(), 2);
        QCOMPARE(file->targets[0].text(), QStringLiteral("one"));
        QCOMPARE(file->targets[0].architecture, QStringLiteral("x86_64"));
        QCOMPARE(file->targets[1].text(), QStringLiteral("qemu/arm64"));
        QCOMPARE(file->settingsFor(&file->targets[1]).last().option, QStringLiteral("CONFIG_A"));
        QCOMPARE(file->settings.last().place, path() + QStringLiteral(":5:13"));

        const auto wrong = read("spec: v0.6\nunikraft:\n  <<: text\n  version: a\n");
        QVERIFY(!wrong);
        QVERIFY2(wrong.error().text().contains(QStringLiteral(":3:7: Only settings can be merged")),
                 qPrintable(wrong.error().text()));
        // Each merges the one before it several times.
        QByteArray deep = "spec: v0.6\nx0: &a0 {k: v}\n";
        for (int i = 1; i < 40; ++i)
            deep += "x" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " {<<: [*a" +
                    QByteArray::number(i - 1) + ", *a" + QByteArray::number(i - 1) + "]}\n";
        const auto bomb = read(deep + "unikraft:\n  <<: *a39\n");
        QVERIFY(!bomb && bomb.error().what.contains(QStringLiteral("Too much")));
    }

    void isFoundByItsNames()
    {
        const QTemporaryDir folder;
        QVERIFY(findKraftfile(folder.path()).isEmpty());
        QVERIFY(test::writeFile(folder.filePath(QStringLiteral("kraft.yaml")), "a"));
        QVERIFY(findKraftfile(folder.path()).endsWith(QStringLiteral("/kraft.yaml")));
        QVERIFY(test::writeFile(folder.filePath(QStringLiteral("Kraftfile")), "a"));
        QVERIFY(findKraftfile(folder.path()).endsWith(QStringLiteral("/Kraftfile")));
    }
};

QTEST_GUILESS_MAIN(KraftfileTest)
#include "kraftfile_test.moc"
