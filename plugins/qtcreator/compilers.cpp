// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compilers.h"

#include <projectexplorer/abi.h>

namespace kiln::creator {

using namespace ProjectExplorer;

QString architectureOf(const Abi &abi)
{
    if (abi.wordWidth() == 64 && abi.architecture() == Abi::X86Architecture)
        return QStringLiteral("x86_64");
    if (abi.wordWidth() == 64 && abi.architecture() == Abi::ArmArchitecture)
        return QStringLiteral("arm64");
    return {};
}

Toolchain *compilerFor(const QString &architecture, Toolchain *ofKit, Utils::Id language)
{
    const auto fits = [&](const Toolchain *each) {
        return each->language() == language && architectureOf(each->targetAbi()) == architecture;
    };
    if (ofKit != nullptr && fits(ofKit))
        return ofKit;
    Toolchain *other = findCompiler(fits);
    return other == nullptr ? ofKit : other;
}

} // namespace kiln::creator
