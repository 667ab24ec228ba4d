// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/debian_package.h"

#include <QHash>

namespace kiln {

QString debianPackage(const QString &tool)
{
    static const QHash<QString, QString> packages{
        {QStringLiteral("make"), QStringLiteral("make")},
        {QStringLiteral("gcc"), QStringLiteral("gcc")},
        {QStringLiteral("cc"), QStringLiteral("gcc")},
        {QStringLiteral("g++"), QStringLiteral("g++")},
        {QStringLiteral("c++"), QStringLiteral("g++")},
        {QStringLiteral("clang"), QStringLiteral("clang")},
        {QStringLiteral("clang++"), QStringLiteral("clang")},
        {QStringLiteral("ar"), QStringLiteral("binutils")},
        {QStringLiteral("as"), QStringLiteral("binutils")},
        {QStringLiteral("ld"), QStringLiteral("binutils")},
        {QStringLiteral("nm"), QStringLiteral("binutils")},
        {QStringLiteral("objcopy"), QStringLiteral("binutils")},
        {QStringLiteral("objdump"), QStringLiteral("binutils")},
        {QStringLiteral("readelf"), QStringLiteral("binutils")},
        {QStringLiteral("strip"), QStringLiteral("binutils")},
        {QStringLiteral("addr2line"), QStringLiteral("binutils")},
        {QStringLiteral("aarch64-linux-gnu-gcc"), QStringLiteral("gcc-aarch64-linux-gnu")},
        {QStringLiteral("aarch64-linux-gnu-g++"), QStringLiteral("g++-aarch64-linux-gnu")},
        {QStringLiteral("aarch64-linux-gnu-ld"), QStringLiteral("binutils-aarch64-linux-gnu")},
        {QStringLiteral("aarch64-linux-gnu-objcopy"), QStringLiteral("binutils-aarch64-linux-gnu")},
        {QStringLiteral("flex"), QStringLiteral("flex")},
        {QStringLiteral("bison"), QStringLiteral("bison")},
        {QStringLiteral("python3"), QStringLiteral("python3")},
        {QStringLiteral("bash"), QStringLiteral("bash")},
        {QStringLiteral("awk"), QStringLiteral("gawk")},
        {QStringLiteral("gawk"), QStringLiteral("gawk")},
        {QStringLiteral("sed"), QStringLiteral("sed")},
        {QStringLiteral("git"), QStringLiteral("git")},
        {QStringLiteral("wget"), QStringLiteral("wget")},
        {QStringLiteral("curl"), QStringLiteral("curl")},
        {QStringLiteral("patch"), QStringLiteral("patch")},
        {QStringLiteral("tar"), QStringLiteral("tar")},
        {QStringLiteral("unzip"), QStringLiteral("unzip")},
        {QStringLiteral("ccache"), QStringLiteral("ccache")},
        {QStringLiteral("distcc"), QStringLiteral("distcc")},
        {QStringLiteral("icecc"), QStringLiteral("icecc")},
        {QStringLiteral("gdb"), QStringLiteral("gdb")},
        {QStringLiteral("qemu-system-x86_64"), QStringLiteral("qemu-system-x86")},
        {QStringLiteral("qemu-system-aarch64"), QStringLiteral("qemu-system-arm")},
        {QStringLiteral("qemu-aarch64"), QStringLiteral("qemu-user")},
        {QStringLiteral("qemu-x86_64"), QStringLiteral("qemu-user")},
    };
    return packages.value(tool);
}

} // namespace kiln
