// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/linux_tree.h"

#include "workbench/makefile_variables.h"
#include "workbench/project.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QSysInfo>

#include <array>

namespace kiln {

namespace {

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LinuxTree)
};

constexpr int versionLines = 40; // Linux's Makefile begins with its version

/// Values of ARCH that share a folder below arch/ with others; the folder's own name is a value,
/// too.
const QHash<QString, QStringList> &aliases()
{
    static const QHash<QString, QStringList> names{
        {QStringLiteral("x86"), {QStringLiteral("i386"), QStringLiteral("x86_64")}},
        {QStringLiteral("sparc"), {QStringLiteral("sparc32"), QStringLiteral("sparc64")}},
        {QStringLiteral("parisc"), {QStringLiteral("parisc64")}},
        {QStringLiteral("sh"), {QStringLiteral("sh64")}},
    };
    return names;
}

QByteArray beginning(const QString &path, qint64 bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(bytes) : QByteArray();
}

QString versionOf(const QString &makefile)
{
    const auto values = makefileVariables(makefile, versionLines);
    const QString major = values.value(QStringLiteral("VERSION"));
    const QString minor = values.value(QStringLiteral("PATCHLEVEL"));
    if (major.isEmpty() || minor.isEmpty())
        return {};
    QString version = major + u'.' + minor;
    if (const QString sub = values.value(QStringLiteral("SUBLEVEL")); !sub.isEmpty())
        version += u'.' + sub;
    return version + values.value(QStringLiteral("EXTRAVERSION"));
}

/// Whether the Kconfig files read those of an architecture that make names. U-Boot and others have
/// the rest of what makes a Linux tree, but let the user choose it as an option.
bool readsArchitecture(const QDir &tree)
{
    static const QRegularExpression source(
        QStringLiteral("^\\s*source\\s+\"?arch/\\$[({]?(SRCARCH|ARCH)\\b"),
        QRegularExpression::MultilineOption);
    constexpr qint64 enough = 65536;
    for (const char *file : {"arch/Kconfig", "Kconfig"}) {
        const QByteArray text = beginning(tree.filePath(QLatin1String(file)), enough);
        if (source.match(QString::fromUtf8(text)).hasMatch())
            return true;
    }
    return false;
}

QStringList architecturesOf(const QDir &tree)
{
    QFile makefile(tree.filePath(QStringLiteral("Makefile")));
    const QByteArray text = makefile.open(QIODevice::ReadOnly) ? makefile.readAll() : QByteArray();
    const QDir arch(tree.filePath(QStringLiteral("arch")));
    QStringList found;
    for (const QString &name : arch.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (!arch.exists(name + QStringLiteral("/Kconfig")))
            continue;
        found << name;
        // Not every version knows all of them.
        for (const QString &alias : aliases().value(name)) {
            if (text.contains("($(ARCH)," + alias.toUtf8() + ')'))
                found << alias;
        }
    }
    found.sort();
    return found;
}

} // namespace

Result<LinuxTree> openLinuxTree(const QString &directory)
{
    const QString canonical = QFileInfo(directory).canonicalFilePath();
    const QDir dir(canonical);
    LinuxTree tree;
    if (!canonical.isEmpty() && dir.exists(QStringLiteral("scripts/kconfig")) &&
        dir.exists(QStringLiteral("Kconfig")) && readsArchitecture(dir)) {
        tree.version = versionOf(dir.filePath(QStringLiteral("Makefile")));
        tree.architectures = architecturesOf(dir);
    }
    if (tree.version.isEmpty() || tree.architectures.isEmpty())
        return tl::unexpected(Problem{
            Words::tr("This is no Linux source tree"), canonical.isEmpty() ? directory : canonical,
            Words::tr("Name the top folder of one: it has a Makefile that begins with VERSION "
                      "and PATCHLEVEL, a Kconfig file, scripts/kconfig and arch/.")});
    tree.directory = canonical;
    return tree;
}

QString linuxTreeOfBuildFolder(const QString &directory)
{
    const QDir dir(directory);
    QStringList candidates;
    if (const QFileInfo link(dir.filePath(QStringLiteral("source"))); link.isSymLink())
        candidates << link.canonicalFilePath();
    static const QRegularExpression include(QStringLiteral("^include (/.*)/Makefile\\s*$"),
                                            QRegularExpression::MultilineOption);
    constexpr qint64 enough = 4096;
    const auto match = include.match(
        QString::fromUtf8(beginning(dir.filePath(QStringLiteral("Makefile")), enough)));
    if (match.hasMatch())
        candidates << match.captured(1);
    for (const QString &candidate : candidates) {
        if (const auto tree = openLinuxTree(candidate))
            return tree->directory;
    }
    return {};
}

QString linuxSourceArchitecture(const QString &architecture)
{
    for (auto each = aliases().begin(); each != aliases().end(); ++each) {
        if (each->contains(architecture))
            return each.key();
    }
    return architecture;
}

QString hostLinuxArchitecture()
{
    struct Rule
    {
        const char *machine; // as uname -m has it, a regular expression
        const char *architecture;
    };
    static constexpr std::array<Rule, 11> rules{{
        {"i.86|x86_64", "x86"},
        {"sun4u", "sparc64"},
        {"aarch64.*|arm64", "arm64"},
        {"arm.*|sa110", "arm"},
        {"s390x", "s390"},
        {"ppc.*|power.*", "powerpc"},
        {"mips.*", "mips"},
        {"sh[234].*", "sh"},
        {"riscv.*", "riscv"},
        {"loongarch.*", "loongarch"},
        {"parisc64", "parisc64"},
    }};
    const QString machine = QSysInfo::currentCpuArchitecture();
    for (const Rule &rule : rules) {
        const QRegularExpression name(
            QRegularExpression::anchoredPattern(QLatin1String(rule.machine)));
        if (name.match(machine).hasMatch())
            return QString::fromLatin1(rule.architecture);
    }
    return machine;
}

QString linuxArchitectureOfConfig(const QString &configFile)
{
    static const QRegularExpression title(QStringLiteral("^# Linux/(\\S+) \\S+.* Configuration$"),
                                          QRegularExpression::MultilineOption);
    constexpr qint64 enough = 512;
    return title.match(QString::fromUtf8(beginning(configFile, enough))).captured(1);
}

} // namespace kiln
