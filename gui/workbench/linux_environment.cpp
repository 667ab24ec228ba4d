// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a Linux tree's Makefile hands to conf.
#include "workbench/linux_tree.h"

#include "workbench/project.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QSysInfo>

namespace kiln {

namespace {

/// What make takes from its command line or environment.
QString given(const Project &project, const char *name)
{
    const QString key = QString::fromLatin1(name);
    return project.variables.contains(key) ? project.variables.value(key)
                                           : qEnvironmentVariable(name);
}

/// LLVM=1, LLVM=/usr/lib/llvm-15/bin/ and LLVM=-15 (Documentation/kbuild/llvm.rst).
QString llvmTool(const QString &llvm, const QString &tool)
{
    if (llvm.endsWith(u'/'))
        return llvm + tool;
    return llvm.startsWith(u'-') ? tool + llvm : tool;
}

struct Tool
{
    const char *variable;
    const char *gnu;
    const char *llvm;
};

constexpr Tool targetTools[] = {
    {"CC", "gcc", "clang"},
    {"LD", "ld", "ld.lld"},
    {"AR", "ar", "llvm-ar"},
    {"NM", "nm", "llvm-nm"},
    {"STRIP", "strip", "llvm-strip"},
    {"OBJCOPY", "objcopy", "llvm-objcopy"},
    {"OBJDUMP", "objdump", "llvm-objdump"},
    {"READELF", "readelf", "llvm-readelf"},
};

constexpr Tool hostTools[] = {
    {"HOSTCC", "gcc", "clang"},
    {"HOSTCXX", "g++", "clang++"},
};

/// Tools whose names nothing decides, and other constants.
constexpr std::pair<const char *, const char *> constants[] = {
    {"AWK", "awk"},         {"BASH", "bash"},
    {"BINDGEN", "bindgen"}, {"CHECK", "sparse"},
    {"CONFIG_SHELL", "sh"}, {"HOSTPKG_CONFIG", "pkg-config"},
    {"HOSTRUSTC", "rustc"}, {"INSTALLKERNEL", "installkernel"},
    {"KBZIP2", "bzip2"},    {"KGZIP", "gzip"},
    {"KLZOP", "lzop"},      {"LEX", "flex"},
    {"LZ4", "lz4"},         {"LZMA", "lzma"},
    {"MAKE", "make"},       {"PAHOLE", "pahole"},
    {"PERL", "perl"},       {"PYTHON3", "python3"},
    {"RUSTC", "rustc"},     {"RUSTC_BOOTSTRAP", "1"},
    {"RUSTDOC", "rustdoc"}, {"RUSTFMT", "rustfmt"},
    {"XZ", "xz"},           {"YACC", "bison"},
    {"ZSTD", "zstd"},       {"LC_COLLATE", "C"},
    {"LC_NUMERIC", "C"},    {"KERNELRELEASE", ""},
    {"objtree", "."},
};

/// 6001 for Linux 6.1.
int versionNumber(const Project &project)
{
    const QStringList numbers = project.linuxVersion.split(u'.');
    return 1000 * numbers.value(0).toInt() + numbers.value(1).toInt();
}

/// The options by which the tree's Makefile makes clang a compiler for the architecture.
QString clangFlags(const QString &sourceArchitecture, int version)
{
    static const QHash<QString, QString> targets{
        {QStringLiteral("arm"), QStringLiteral("arm-linux-gnueabi")},
        {QStringLiteral("arm64"), QStringLiteral("aarch64-linux-gnu")},
        {QStringLiteral("hexagon"), QStringLiteral("hexagon-linux-musl")},
        {QStringLiteral("loongarch"), QStringLiteral("loongarch64-linux-gnusf")},
        {QStringLiteral("m68k"), QStringLiteral("m68k-linux-gnu")},
        {QStringLiteral("mips"), QStringLiteral("mipsel-linux-gnu")},
        {QStringLiteral("powerpc"), QStringLiteral("powerpc64le-linux-gnu")},
        {QStringLiteral("riscv"), QStringLiteral("riscv64-linux-gnu")},
        {QStringLiteral("s390"), QStringLiteral("s390x-linux-gnu")},
        {QStringLiteral("x86"), QStringLiteral("x86_64-linux-gnu")},
    };
    QStringList flags;
    if (const QString target = targets.value(sourceArchitecture); !target.isEmpty())
        flags << QStringLiteral("--target=") + target;
    flags << QStringLiteral("-fintegrated-as") << QStringLiteral("-Werror=unknown-warning-option")
          << QStringLiteral("-Werror=ignored-optimization-argument");
    constexpr int firstWithMore = 6003;
    if (version >= firstWithMore)
        flags << QStringLiteral("-Werror=option-ignored")
              << QStringLiteral("-Werror=unused-command-line-argument");
    return flags.join(u' ');
}

/// KBUILD_DEFCONFIG of the architecture.
QString defaultConfigName(const QString &tree, const QString &architecture,
                          const QString &subArchitecture)
{
    const bool is64 = QSysInfo::currentCpuArchitecture() == QLatin1String("x86_64");
    const auto ofX86 = [is64](const QString &name) {
        if (name != QLatin1String("x86"))
            return name + QStringLiteral("_defconfig");
        return is64 ? QStringLiteral("x86_64_defconfig") : QStringLiteral("i386_defconfig");
    };
    const QString source = linuxSourceArchitecture(architecture);
    if (source == QLatin1String("x86"))
        return ofX86(architecture);
    if (source == QLatin1String("um"))
        return ofX86(subArchitecture);
    // Some choose among several; the file that is there and fits the name comes first.
    const QString folder = tree + QStringLiteral("/arch/") + source;
    QFile makefile(folder + QStringLiteral("/Makefile"));
    QStringList names{architecture + QStringLiteral("_defconfig")};
    if (makefile.open(QIODevice::ReadOnly)) {
        static const QRegularExpression assignment(
            QStringLiteral("^\\s*KBUILD_DEFCONFIG\\s*:?=\\s*([\\w.-]+)\\s*$"),
            QRegularExpression::MultilineOption);
        auto match = assignment.globalMatch(QString::fromUtf8(makefile.readAll()));
        while (match.hasNext())
            names << match.next().captured(1);
    }
    for (const QString &name : names) {
        if (QFileInfo::exists(folder + QStringLiteral("/configs/") + name))
            return name;
    }
    return QStringLiteral("defconfig");
}

QString subArchitecture(const Project &project)
{
    const QString named = given(project, "SUBARCH");
    return named.isEmpty() ? hostLinuxArchitecture() : named;
}

} // namespace

QStringList linuxDefaultConfigs(const Project &project)
{
    const QString source = linuxSourceArchitecture(project.linuxArchitecture);
    QStringList files;
    // Another machine's values fit nothing here.
    if (given(project, "CROSS_COMPILE").isEmpty() &&
        source == linuxSourceArchitecture(hostLinuxArchitecture())) {
        const QString release = QSysInfo::kernelVersion();
        files << QStringLiteral("/lib/modules/%1/.config").arg(release)
              << QStringLiteral("/etc/kernel-config") << QStringLiteral("/boot/config-") + release;
    }
    files << project.directory + QStringLiteral("/arch/") + source + QStringLiteral("/configs/") +
                 defaultConfigName(project.directory, project.linuxArchitecture,
                                   subArchitecture(project));
    return files;
}

std::map<std::string, std::string> linuxEnvironment(const Project &project)
{
    std::map<std::string, std::string> environment;
    const auto set = [&environment](const char *name, const QString &value) {
        environment[name] = value.toStdString();
    };
    for (const auto &[name, value] : constants)
        environment[name] = value;

    const QString cross = given(project, "CROSS_COMPILE");
    const QString llvm = given(project, "LLVM");
    for (const Tool &tool : targetTools)
        set(tool.variable, llvm.isEmpty() ? cross + QLatin1String(tool.gnu)
                                          : llvmTool(llvm, QLatin1String(tool.llvm)));
    for (const Tool &tool : hostTools)
        set(tool.variable,
            llvm.isEmpty() ? QLatin1String(tool.gnu) : llvmTool(llvm, QLatin1String(tool.llvm)));
    set("CROSS_COMPILE", cross);

    const QString arch = project.linuxArchitecture;
    const QString source = linuxSourceArchitecture(arch);
    set("ARCH", arch);
    set("SRCARCH", source);
    if (source == QLatin1String("um")) {
        const QString sub = subArchitecture(project);
        set("SUBARCH", sub);
        set("HEADER_ARCH", linuxSourceArchitecture(sub));
    }
    if (!llvm.isEmpty())
        set("CLANG_FLAGS", clangFlags(source == QLatin1String("um")
                                          ? linuxSourceArchitecture(subArchitecture(project))
                                          : source,
                                      versionNumber(project)));
    set("srctree", project.directory);
    set("abs_srctree", project.directory);
    set("abs_objtree", project.buildDirectory);
    set("KERNELVERSION", project.linuxVersion);
    const QStringList numbers =
        project.linuxVersion.split(QRegularExpression(QStringLiteral("[.-]")));
    set("VERSION", numbers.value(0));
    set("PATCHLEVEL", numbers.value(1));
    set("SUBLEVEL", numbers.value(2));
    set("KCONFIG_CONFIG", project.configFile);

    for (auto each = project.variables.begin(); each != project.variables.end(); ++each)
        environment[each.key().toStdString()] = each.value().toStdString();
    // Names follow the compiler that the user has named.
    if (!project.variables.contains(QStringLiteral("CPP")))
        environment["CPP"] = environment["CC"] + " -E";
    return environment;
}

std::vector<std::pair<std::string, std::string>> linuxVersionCommands(const Project &project)
{
    const auto environment = linuxEnvironment(project);
    std::vector<std::pair<std::string, std::string>> commands;
    commands.emplace_back("CC_VERSION_TEXT", "LC_ALL=C " + environment.at("CC") +
                                                 " --version 2>/dev/null | head -n 1");
    constexpr int firstWithRustText = 6012;
    if (versionNumber(project) >= firstWithRustText)
        commands.emplace_back("RUSTC_VERSION_TEXT",
                              environment.at("RUSTC") + " --version 2>/dev/null");
    return commands;
}

} // namespace kiln
