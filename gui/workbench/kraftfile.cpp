// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/kraftfile.h"

#include "workbench/yaml_reader.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace kiln {

namespace {

QString knownArchitecture(const QString &written)
{
    if (written == QLatin1String("amd64"))
        return QStringLiteral("x86_64");
    return written == QLatin1String("aarch64") ? QStringLiteral("arm64") : written;
}

/// Reads one Kraftfile. Settings that say nothing about machines are passed over.
class KraftfileReader
{
public:
    explicit KraftfileReader(const QString &path)
        : m_yaml(path)
    {
        m_file.path = path;
    }

    Result<Kraftfile> read()
    {
        const YAML::Node &root = m_yaml.root();
        checkSpecification();
        m_file.name = m_yaml.text(m_yaml.entry(root, "name"), "name").value_or(QString());
        m_file.command = m_yaml.texts(m_yaml.entry(root, "cmd"), "cmd").value_or(QStringList());
        readTargets(m_yaml.entry(root, "targets"));
        readKconfig(m_yaml.entry(m_yaml.entry(root, "unikraft"), "kconfig"));
        readRootfs(m_yaml.entry(root, "rootfs"));
        readVolumes(m_yaml.entry(root, "volumes"));
        if (m_yaml.problem())
            return tl::unexpected(*m_yaml.problem());
        return m_file;
    }

private:
    void checkSpecification()
    {
        const YAML::Node &root = m_yaml.root();
        YAML::Node node = m_yaml.entry(root, "spec");
        if (!node.IsDefined())
            node.reset(m_yaml.entry(root, "specification"));
        const auto written = m_yaml.text(node, "spec");
        if (!written)
            return m_yaml.complain(root,
                                   QStringLiteral("The file does not say which Kraftfile "
                                                  "specification it follows"),
                                   QStringLiteral("Add a line: spec: v0.6"));
        QString version = *written;
        if (version.startsWith(u'v'))
            version.remove(0, 1);
        if (version != QLatin1String("0.5") && version != QLatin1String("0.6"))
            m_yaml.complain(node,
                            QStringLiteral("Kraftfile specification %1 is not known").arg(*written),
                            QStringLiteral("Use v0.5 or v0.6."));
    }

    void readTargets(const YAML::Node &node)
    {
        if (!m_yaml.isList(node, "targets"))
            return;
        for (const YAML::Node &each : node) {
            KraftTarget target;
            if (each.IsScalar()) {
                const QStringList parts = QString::fromStdString(each.Scalar()).split(u'/');
                if (parts.size() != 2 || parts[0].isEmpty() || parts[1].isEmpty())
                    return m_yaml.complain(each, QStringLiteral("This is no target"),
                                           QStringLiteral("Write PLATFORM/ARCHITECTURE, such as "
                                                          "qemu/x86_64."));
                target.platform = parts[0];
                target.architecture = knownArchitecture(parts[1]);
            } else if (m_yaml.isMap(each, "targets")) {
                target.name = textOf(each, "name");
                target.architecture = knownArchitecture(textOf(each, "architecture"));
                if (target.architecture.isEmpty())
                    target.architecture = knownArchitecture(textOf(each, "arch"));
                readPlatform(target, each);
            }
            if (m_yaml.problem())
                return;
            m_file.targets.append(target);
        }
    }

    /// Either its name or, with a name and more, a map. In old files it may hold the architecture.
    void readPlatform(KraftTarget &target, const YAML::Node &map)
    {
        YAML::Node node = m_yaml.entry(map, "platform");
        if (!node.IsDefined())
            node.reset(m_yaml.entry(map, "plat"));
        if (node.IsDefined() && node.IsMap())
            node.reset(m_yaml.entry(node, "name"));
        target.platform = m_yaml.text(node, "platform").value_or(QString());
        const qsizetype slash = target.platform.indexOf(u'/');
        if (slash >= 0 && target.architecture.isEmpty())
            target.architecture = knownArchitecture(target.platform.mid(slash + 1));
        if (slash >= 0)
            target.platform.truncate(slash);
        if (target.platform.isEmpty() || target.architecture.isEmpty())
            m_yaml.complain(map, QStringLiteral("The target lacks its platform or architecture"),
                            QStringLiteral("Add lines such as “platform: qemu” and "
                                           "“architecture: x86_64”."));
    }

    QString textOf(const YAML::Node &map, const char *key)
    {
        return m_yaml.text(m_yaml.entry(map, key), key).value_or(QString());
    }

    /// A list of CONFIG_…=… or a map.
    void readKconfig(const YAML::Node &node)
    {
        if (!node.IsDefined() || m_yaml.problem())
            return;
        if (!node.IsMap()) {
            m_file.kconfig = m_yaml.texts(node, "kconfig").value_or(QStringList());
            return;
        }
        for (const auto &each : node) {
            const QString key = m_yaml.text(each.first, "kconfig").value_or(QString());
            const QString value = m_yaml.text(each.second, "kconfig").value_or(QString());
            m_file.kconfig.append(key + u'=' + value);
        }
    }

    void readRootfs(const YAML::Node &node)
    {
        YAML::Node source(node);
        if (source.IsDefined() && source.IsMap())
            source.reset(m_yaml.entry(node, "source"));
        const auto written = m_yaml.text(source, "rootfs");
        if (!written || written->isEmpty())
            return;
        const QFileInfo there(QFileInfo(m_file.path).absoluteDir(), *written);
        const QString name = there.fileName();
        const bool isArchive = name.endsWith(QLatin1String(".cpio")) ||
                               name.endsWith(QLatin1String(".initrd")) ||
                               name.contains(QLatin1String("initramfs"));
        if (isArchive || there.isDir())
            m_file.initrd = *written;
        else if (name.contains(QLatin1String("Dockerfile"), Qt::CaseInsensitive))
            note(source, QStringLiteral("rootfs “%1” is not built here, as that would run what it "
                                        "names: build it with your container tool, export the "
                                        "result to a folder, and name that folder as rootfs.")
                             .arg(*written));
        else
            note(source, QStringLiteral("rootfs “%1” is neither a folder nor a CPIO archive "
                                        "(*.cpio): it is left out.")
                             .arg(*written));
    }

    void readVolumes(const YAML::Node &node)
    {
        if (!node.IsDefined() || m_yaml.problem())
            return;
        if (!node.IsSequence())
            return readVolume(node);
        for (const YAML::Node &each : node)
            readVolume(each);
    }

    void readVolume(const YAML::Node &node)
    {
        SharedFolder share;
        share.tag = QStringLiteral("fs%1").arg(m_file.shares.size());
        if (node.IsScalar()) {
            // SOURCE:DESTINATION[:ro]
            const QStringList parts = QString::fromStdString(node.Scalar()).split(u':');
            share.path = parts.first();
            share.isReadOnly = parts.size() > 2 && parts.last() == QLatin1String("ro");
        } else if (m_yaml.isMap(node, "volumes")) {
            share.path = textOf(node, "source");
            share.isReadOnly =
                m_yaml.flag(m_yaml.entry(node, "readOnly"), "readOnly").value_or(false);
            const QString driver = textOf(node, "driver");
            if (!driver.isEmpty() && driver != QLatin1String("9pfs"))
                return note(
                    node, QStringLiteral("volumes of driver “%1” are not known here.").arg(driver));
        }
        if (share.path.isEmpty())
            return m_yaml.complain(node, QStringLiteral("The volume has no source"),
                                   QStringLiteral("Add a line such as “source: ./rootfs”."));
        m_file.shares.append(share);
    }

    void note(const YAML::Node &node, const QString &text)
    {
        m_file.notes.append(m_yaml.place(node) + QStringLiteral(": ") + text);
    }

    YamlReader m_yaml;
    Kraftfile m_file;
};

} // namespace

QString KraftTarget::text() const
{
    return name.isEmpty() ? platform + u'/' + architecture : name;
}

bool KraftTarget::isBootable() const
{
    static const QStringList platforms{QStringLiteral("qemu"), QStringLiteral("kvm"),
                                       QStringLiteral("linuxu")};
    return platforms.contains(platform) && machine_choices::architectures().contains(architecture);
}

Machine Kraftfile::machine(const KraftTarget *target) const
{
    Machine machine;
    machine.kernelArguments = command;
    machine.initrd = initrd;
    machine.shares = shares;
    if (target == nullptr)
        return machine;
    machine.architecture = target->architecture;
    machine.platform = target->platform == QLatin1String("linuxu") ? QStringLiteral("linuxu")
                                                                   : QStringLiteral("qemu");
    return machine;
}

const KraftTarget *Kraftfile::target(const QString &wanted) const
{
    const auto found = std::find_if(targets.begin(), targets.end(), [&](const KraftTarget &each) {
        return each.name == wanted || each.platform + u'/' + each.architecture == wanted;
    });
    return found == targets.end() ? nullptr : &*found;
}

QString findKraftfile(const QString &directory)
{
    for (const char *name : {"Kraftfile", "kraft.yaml", "kraft.yml"}) {
        const QString path = directory + u'/' + QLatin1String(name);
        if (QFileInfo(path).isFile())
            return path;
    }
    return {};
}

Result<Kraftfile> readKraftfile(const QString &path)
{
    return KraftfileReader(path).read();
}

} // namespace kiln
