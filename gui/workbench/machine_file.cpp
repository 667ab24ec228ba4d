// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/machine_file.h"

#include "workbench/yaml_reader.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QSaveFile>

namespace kiln {

namespace {

/// QEMU's options that change the machine and nothing else of the host, and how many values follow.
const QHash<QString, int> &harmlessOptions()
{
    static const QHash<QString, int> options{
        {QStringLiteral("-action"), 1},     {QStringLiteral("-boot"), 1},
        {QStringLiteral("-d"), 1},          {QStringLiteral("-global"), 1},
        {QStringLiteral("-msg"), 1},        {QStringLiteral("-name"), 1},
        {QStringLiteral("-no-acpi"), 0},    {QStringLiteral("-no-hpet"), 0},
        {QStringLiteral("-overcommit"), 1}, {QStringLiteral("-rtc"), 1},
        {QStringLiteral("-seed"), 1},       {QStringLiteral("-smp"), 1},
        {QStringLiteral("-uuid"), 1},       {QStringLiteral("-watchdog-action"), 1}};
    return options;
}

const QStringList &settings()
{
    static const QStringList names{
        QStringLiteral("platform"),  QStringLiteral("architecture"),
        QStringLiteral("type"),      QStringLiteral("accelerator"),
        QStringLiteral("cpu"),       QStringLiteral("cpus"),
        QStringLiteral("memory"),    QStringLiteral("gic"),
        QStringLiteral("network"),   QStringLiteral("shares"),
        QStringLiteral("initrd"),    QStringLiteral("disks"),
        QStringLiteral("arguments"), QStringLiteral("gdb"),
        QStringLiteral("paused"),    QStringLiteral("extra-arguments"),
    };
    return names;
}

/// Fills a machine from a file, one group of settings after the other.
class MachineReader
{
public:
    explicit MachineReader(const QString &path)
        : m_yaml(path)
    {}

    Result<Machine> read()
    {
        const YAML::Node &root = m_yaml.root();
        m_yaml.allow(root, settings());
        take(m_machine.platform, "platform");
        take(m_machine.architecture, "architecture");
        take(m_machine.type, "type");
        take(m_machine.accelerator, "accelerator");
        take(m_machine.cpu, "cpu");
        take(m_machine.gicVersion, "gic");
        take(m_machine.initrd, "initrd");
        if (const auto cpus = m_yaml.number(m_yaml.entry(root, "cpus"), "cpus"))
            m_machine.cpus = *cpus;
        if (const auto paused = m_yaml.flag(m_yaml.entry(root, "paused"), "paused"))
            m_machine.startsPaused = *paused;
        if (const auto port = m_yaml.number(m_yaml.entry(root, "gdb"), "gdb")) {
            m_machine.hasGdbStub = true;
            m_machine.gdbPort = *port;
        }
        if (const auto words = m_yaml.texts(m_yaml.entry(root, "arguments"), "arguments"))
            m_machine.kernelArguments = *words;
        readMemory(m_yaml.entry(root, "memory"));
        readNetwork(m_yaml.entry(root, "network"));
        readShares(m_yaml.entry(root, "shares"));
        readDisks(m_yaml.entry(root, "disks"));
        readExtraArguments(m_yaml.entry(root, "extra-arguments"));
        check();
        if (m_yaml.problem())
            return tl::unexpected(*m_yaml.problem());
        return m_machine;
    }

private:
    void take(QString &member, const char *key)
    {
        if (const auto value = m_yaml.text(m_yaml.entry(m_yaml.root(), key), key))
            member = *value;
    }

    void readMemory(const YAML::Node &node)
    {
        const auto written = m_yaml.text(node, "memory");
        if (!written)
            return;
        static const QRegularExpression form(
            QStringLiteral(R"(^(\d{1,7})\s*(?:([KMG])(?:i?B)?)?$)"));
        const auto match = form.match(*written);
        if (!match.hasMatch())
            return m_yaml.complain(node,
                                   QStringLiteral("“%1” is no amount of memory").arg(*written),
                                   QStringLiteral("Write a number of MiB, or 512M or 2G."));
        int mebibytes = match.captured(1).toInt();
        if (match.captured(2) == QLatin1String("G"))
            mebibytes = std::min(mebibytes, 1'000'000) * 1024;
        else if (match.captured(2) == QLatin1String("K"))
            mebibytes /= 1024;
        m_machine.memoryMiB = mebibytes;
    }

    void readNetwork(const YAML::Node &node)
    {
        if (!m_yaml.isMap(node, "network"))
            return;
        m_yaml.allow(node, {QStringLiteral("mode"), QStringLiteral("interface"),
                            QStringLiteral("mac"), QStringLiteral("forward")});
        m_machine.network =
            m_yaml.text(m_yaml.entry(node, "mode"), "mode").value_or(QStringLiteral("user"));
        m_machine.tapInterface =
            m_yaml.text(m_yaml.entry(node, "interface"), "interface").value_or(QString());
        m_machine.macAddress = m_yaml.text(m_yaml.entry(node, "mac"), "mac").value_or(QString());
        const YAML::Node forwards = m_yaml.entry(node, "forward");
        const QStringList texts = m_yaml.texts(forwards, "forward").value_or(QStringList());
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const auto forward = PortForward::parse(texts[i]);
            if (!forward)
                return m_yaml.complain(forwards.IsSequence() ? forwards[std::size_t(i)] : forwards,
                                       forward.error().what, forward.error().remedy);
            m_machine.forwards.append(*forward);
        }
    }

    void readShares(const YAML::Node &node)
    {
        if (!m_yaml.isList(node, "shares"))
            return;
        for (const YAML::Node &each : node) {
            if (!m_yaml.isMap(each, "shares"))
                return;
            m_yaml.allow(
                each, {QStringLiteral("path"), QStringLiteral("tag"), QStringLiteral("read-only")});
            SharedFolder share;
            share.path = pathIn(each);
            share.tag = m_yaml.text(m_yaml.entry(each, "tag"), "tag")
                            .value_or(QStringLiteral("fs%1").arg(m_machine.shares.size()));
            share.isReadOnly =
                m_yaml.flag(m_yaml.entry(each, "read-only"), "read-only").value_or(false);
            m_machine.shares.append(share);
        }
    }

    void readDisks(const YAML::Node &node)
    {
        if (!m_yaml.isList(node, "disks"))
            return;
        for (const YAML::Node &each : node) {
            if (!m_yaml.isMap(each, "disks"))
                return;
            m_yaml.allow(each, {QStringLiteral("path"), QStringLiteral("read-only")});
            m_machine.disks.append(
                {pathIn(each),
                 m_yaml.flag(m_yaml.entry(each, "read-only"), "read-only").value_or(false)});
        }
    }

    QString pathIn(const YAML::Node &map)
    {
        const QString path = m_yaml.text(m_yaml.entry(map, "path"), "path").value_or(QString());
        if (path.isEmpty())
            m_yaml.complain(map, QStringLiteral("A path is missing"),
                            QStringLiteral("Add a line “path: …”."));
        return path;
    }

    void readExtraArguments(const YAML::Node &node)
    {
        const auto words = m_yaml.texts(node, "extra-arguments");
        if (!words)
            return;
        if (const QString refused = privateArgument(*words); !refused.isEmpty())
            return m_yaml.complain(
                node,
                QStringLiteral(
                    "QEMU's argument %1 may not stand in a file of a project: QEMU could "
                    "run or overwrite something by it")
                    .arg(refused),
                QStringLiteral("Give it in the machine's settings or with --qemu-arg."));
        m_machine.extraArguments = *words;
    }

    /// What is wrong with values, at their places. Files that are missing are told at the boot.
    void check()
    {
        if (m_yaml.problem())
            return;
        const auto error = findError(m_machine.settled());
        if (!error || !error->problem.where.isEmpty())
            return;
        YAML::Node node(m_yaml.root());
        for (const QString &key : error->member.split(u'.')) {
            const YAML::Node inner = m_yaml.entry(node, key.toLatin1().constData());
            if (inner.IsDefined())
                node.reset(inner);
        }
        m_yaml.complain(node, error->problem.what, error->problem.remedy);
    }

    YamlReader m_yaml;
    Machine m_machine;
};

/// Writes what is not as in a new machine.
class MachineWriter
{
public:
    std::string write(const Machine &machine)
    {
        const Machine usual;
        m_out << YAML::Comment("The machine this application boots in. Kiln reads and writes it.");
        m_out << YAML::BeginMap;
        put("platform", machine.platform, usual.platform);
        put("architecture", machine.architecture, usual.architecture);
        put("type", machine.type, usual.type);
        put("accelerator", machine.accelerator, usual.accelerator);
        put("cpu", machine.cpu, usual.cpu);
        if (machine.cpus != usual.cpus)
            m_out << YAML::Key << "cpus" << YAML::Value << machine.cpus;
        m_out << YAML::Key << "memory" << YAML::Value << machine.memoryMiB << YAML::Comment("MiB");
        put("gic", machine.gicVersion, usual.gicVersion);
        writeNetwork(machine, usual);
        writeFiles(machine);
        list("arguments", machine.kernelArguments);
        if (machine.hasGdbStub)
            m_out << YAML::Key << "gdb" << YAML::Value << machine.gdbPort;
        if (machine.startsPaused)
            m_out << YAML::Key << "paused" << YAML::Value << true;
        list("extra-arguments", machine.extraArguments);
        m_out << YAML::EndMap;
        return std::string(m_out.c_str()) + '\n';
    }

private:
    void put(const char *key, const QString &value, const QString &usual)
    {
        if (value != usual)
            m_out << YAML::Key << key << YAML::Value << value.toStdString();
    }

    void list(const char *key, const QStringList &words)
    {
        if (words.isEmpty())
            return;
        m_out << YAML::Key << key << YAML::Value << YAML::BeginSeq;
        for (const QString &word : words)
            m_out << YAML::DoubleQuoted << word.toStdString();
        m_out << YAML::EndSeq;
    }

    void writeNetwork(const Machine &machine, const Machine &usual)
    {
        if (machine.network == usual.network && machine.forwards.isEmpty())
            return;
        m_out << YAML::Key << "network" << YAML::Value << YAML::BeginMap;
        m_out << YAML::Key << "mode" << YAML::Value << machine.network.toStdString();
        put("interface", machine.tapInterface, {});
        put("mac", machine.macAddress, {});
        QStringList forwards;
        for (const PortForward &forward : machine.forwards)
            forwards.append(forward.text());
        list("forward", forwards);
        m_out << YAML::EndMap;
    }

    void writeFiles(const Machine &machine)
    {
        if (!machine.shares.isEmpty()) {
            m_out << YAML::Key << "shares" << YAML::Value << YAML::BeginSeq;
            for (const SharedFolder &share : machine.shares) {
                m_out << YAML::BeginMap;
                put("path", share.path, {});
                put("tag", share.tag, {});
                readOnly(share.isReadOnly);
                m_out << YAML::EndMap;
            }
            m_out << YAML::EndSeq;
        }
        put("initrd", machine.initrd, {});
        if (machine.disks.isEmpty())
            return;
        m_out << YAML::Key << "disks" << YAML::Value << YAML::BeginSeq;
        for (const BlockImage &disk : machine.disks) {
            m_out << YAML::BeginMap;
            put("path", disk.path, {});
            readOnly(disk.isReadOnly);
            m_out << YAML::EndMap;
        }
        m_out << YAML::EndSeq;
    }

    void readOnly(bool is)
    {
        if (is)
            m_out << YAML::Key << "read-only" << YAML::Value << true;
    }

    YAML::Emitter m_out;
};

} // namespace

QString machineFilePath(const Project &project)
{
    return project.directory + QStringLiteral("/.kiln/machine.yaml");
}

Result<Machine> readMachineFile(const QString &path)
{
    return MachineReader(path).read();
}

Result<void> writeMachineFile(const QString &path, const Machine &machine)
{
    if (const QString refused = privateArgument(machine.extraArguments); !refused.isEmpty())
        return tl::unexpected(
            Problem{QStringLiteral("QEMU's argument %1 is not written to a file of the project")
                        .arg(refused),
                    path, QStringLiteral("Leave it out, or give it with --qemu-arg.")});
    const auto failed = [&path](const QString &why) {
        return tl::unexpected(
            Problem{QStringLiteral("The machine could not be saved: ") + why, path,
                    QStringLiteral("Check that the folder of the project can be written to.")});
    };
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failed(QStringLiteral("the folder can't be made"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failed(file.errorString());
    file.write(QByteArray::fromStdString(MachineWriter().write(machine)));
    if (!file.commit())
        return failed(file.errorString());
    return {};
}

QString privateArgument(const QStringList &arguments)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QString option = arguments[i];
        if (option.startsWith(QLatin1String("--")))
            option.remove(0, 1);
        const auto found = harmlessOptions().constFind(option);
        if (found == harmlessOptions().constEnd())
            return arguments[i];
        i += *found;
    }
    return {};
}

} // namespace kiln
