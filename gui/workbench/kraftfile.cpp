// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/kraftfile.h"

#include "workbench/yaml_reader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Kraftfile)
};

QString knownArchitecture(const QString &written)
{
    if (written == QLatin1String("amd64"))
        return QStringLiteral("x86_64");
    return written == QLatin1String("aarch64") ? QStringLiteral("arm64") : written;
}

/// What .config puts into quotes, without them.
QString unquoted(const QString &value)
{
    const bool isQuoted = value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"');
    return isQuoted ? value.mid(1, value.size() - 2) : value;
}

/// Reads one Kraftfile. Settings that it does not know are passed over.
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
        readKernel(m_yaml.entry(root, "unikraft"));
        readLibraries(m_yaml.entry(root, "libraries"));
        readTargets(m_yaml.entry(root, "targets"));
        readUnsupported(root);
        readEnvironment(m_yaml.entry(root, "env"));
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
                                   Text::tr("The file does not say which Kraftfile "
                                            "specification it follows"),
                                   Text::tr("Add a line: spec: v0.6"));
        QString version = *written;
        if (version.startsWith(u'v'))
            version.remove(0, 1);
        m_file.specification = version;
        if (version != QLatin1String("0.5") && version != QLatin1String("0.6"))
            m_yaml.complain(node, Text::tr("Kraftfile specification %1 is not known").arg(*written),
                            Text::tr("Use v0.5 or v0.6."));
    }

    void readTargets(const YAML::Node &node)
    {
        if (!m_yaml.isList(node, "targets"))
            return;
        for (const YAML::Node &each : node) {
            KraftTarget target;
            target.place = m_yaml.place(each);
            if (each.IsScalar()) {
                const QStringList parts = QString::fromStdString(each.Scalar()).split(u'/');
                if (parts.size() != 2 || parts[0].isEmpty() || parts[1].isEmpty())
                    return m_yaml.complain(each, Text::tr("This is no target"),
                                           Text::tr("Write PLATFORM/ARCHITECTURE, such as "
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
            if (each.IsMap())
                readSettings(m_yaml.entry(each, "kconfig"),
                             QStringLiteral("targets.") + target.text());
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
            m_yaml.complain(map, Text::tr("The target lacks its platform or architecture"),
                            Text::tr("Add lines such as “platform: qemu” and "
                                     "“architecture: x86_64”."));
    }

    QString textOf(const YAML::Node &map, const char *key)
    {
        return m_yaml.text(m_yaml.entry(map, key), key).value_or(QString());
    }

    /// A list of CONFIG_…=… or a map.
    void readSettings(const YAML::Node &node, const QString &scope)
    {
        if (!node.IsDefined() || m_yaml.problem())
            return;
        if (node.IsMap()) {
            for (const auto &each : m_yaml.entries(node)) {
                const QString key = m_yaml.text(each.first, "kconfig").value_or(QString());
                const QString value = m_yaml.text(each.second, "kconfig").value_or(QString());
                takeSetting(each.first, key, value, scope);
            }
        } else if (m_yaml.isList(node, "kconfig")) {
            for (const YAML::Node &each : node) {
                const QString line = m_yaml.text(each, "kconfig").value_or(QString());
                const qsizetype equals = line.indexOf(u'=');
                takeSetting(each, equals < 0 ? line : line.left(equals),
                            equals < 0 ? QStringLiteral("y") : line.mid(equals + 1), scope);
            }
        }
    }

    void takeSetting(const YAML::Node &node, QString option, const QString &value,
                     const QString &scope)
    {
        if (m_yaml.problem())
            return;
        static const QRegularExpression name(
            QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z0-9_]+")));
        if (!name.match(option).hasMatch())
            return m_yaml.complain(node, Text::tr("“%1” names no option").arg(option),
                                   Text::tr("Write CONFIG_NAME: value, or in a list "
                                            "CONFIG_NAME=value."));
        if (!option.startsWith(QLatin1String("CONFIG_")))
            option.prepend(QLatin1String("CONFIG_"));
        m_file.settings.append({option, unquoted(value), m_yaml.place(node), scope});
        if (scope == QLatin1String("unikraft"))
            m_file.kconfig.append(option + u'=' + value);
    }

    /// A version, a source, or both with more.
    KraftComponent component(const YAML::Node &node, const QString &name)
    {
        KraftComponent found;
        found.name = name;
        found.place = m_yaml.place(node);
        if (node.IsScalar()) {
            const QString text = QString::fromStdString(node.Scalar());
            (text.contains(u'/') ? found.source : found.version) = text;
        } else if (m_yaml.isMap(node, "source")) {
            found.source = textOf(node, "source");
            found.version = textOf(node, "version");
        }
        return found;
    }

    void readKernel(const YAML::Node &node)
    {
        if (!node.IsDefined() || m_yaml.problem())
            return;
        m_file.unikraft = component(node, {});
        if (node.IsMap())
            readSettings(m_yaml.entry(node, "kconfig"), QStringLiteral("unikraft"));
    }

    void readLibraries(const YAML::Node &node)
    {
        if (!m_yaml.isMap(node, "libraries"))
            return;
        for (const auto &each : m_yaml.entries(node)) {
            const QString name = m_yaml.text(each.first, "libraries").value_or(QString());
            KraftComponent library;
            library.name = name;
            library.place = m_yaml.place(each.first);
            if (!each.second.IsNull())
                library = component(each.second, name);
            library.place = m_yaml.place(each.first);
            m_file.libraries.append(library);
            if (each.second.IsMap())
                readSettings(m_yaml.entry(each.second, "kconfig"),
                             QStringLiteral("libraries.") + name);
        }
    }

    void readUnsupported(const YAML::Node &root)
    {
        const YAML::Node source = m_yaml.entry(root, "template");
        if (source.IsDefined() && !m_yaml.problem()) {
            KraftComponent found =
                component(source, source.IsMap() ? textOf(source, "name") : QString());
            // A word alone is the name of a template, not a version.
            if (source.IsScalar())
                std::swap(found.name, found.version);
            m_file.templateSource = found;
            note(source, QStringLiteral("template “%1” is not fetched: what it would add has to be "
                                        "in the application's folder already.")
                             .arg(m_file.templateSource->text()));
        }
        const YAML::Node runtime = m_yaml.entry(root, "runtime");
        if (runtime.IsDefined() && !m_yaml.problem()) {
            m_file.runtime = runtime.IsMap() ? textOf(runtime, "name") : textOf(root, "runtime");
            if (m_file.runtime.isEmpty() && runtime.IsMap())
                m_file.runtime = textOf(runtime, "source");
            note(runtime, QStringLiteral("runtime “%1” is a kernel built by others: it is not "
                                         "fetched; the application is built from its sources.")
                              .arg(m_file.runtime));
        }
    }

    /// A list of NAME=VALUE or a map.
    void readEnvironment(const YAML::Node &node)
    {
        if (!node.IsDefined() || m_yaml.problem())
            return;
        if (!node.IsMap()) {
            m_file.environment = m_yaml.texts(node, "env").value_or(QStringList());
            return;
        }
        for (const auto &each : m_yaml.entries(node))
            m_file.environment.append(m_yaml.text(each.first, "env").value_or(QString()) + u'=' +
                                      m_yaml.text(each.second, "env").value_or(QString()));
    }

    void readRootfs(const YAML::Node &node)
    {
        YAML::Node source(node);
        if (source.IsDefined() && source.IsMap())
            source.reset(m_yaml.entry(node, "source"));
        const auto written = m_yaml.text(source, "rootfs");
        if (!written || written->isEmpty())
            return;
        m_file.rootfs = *written;
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
            return m_yaml.complain(node, Text::tr("The volume has no source"),
                                   Text::tr("Add a line such as “source: ./rootfs”."));
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

QString KraftComponent::text() const
{
    QStringList parts;
    if (!name.isEmpty())
        parts.append(name);
    if (!version.isEmpty())
        parts.append(QStringLiteral("version ") + version);
    if (!source.isEmpty())
        parts.append(QStringLiteral("from ") + source);
    return parts.join(QStringLiteral(", "));
}

QList<KraftSetting> Kraftfile::settingsFor(const KraftTarget *target) const
{
    const QString own = target == nullptr ? QString() : QStringLiteral("targets.") + target->text();
    QList<KraftSetting> found;
    std::copy_if(settings.begin(), settings.end(), std::back_inserter(found),
                 [&](const KraftSetting &each) {
                     return !each.scope.startsWith(QLatin1String("targets.")) || each.scope == own;
                 });
    return found;
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
