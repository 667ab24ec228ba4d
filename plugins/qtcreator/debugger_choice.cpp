// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "debugger_choice.h"

#include "compilers.h"
#include "qtc_compat.h"

#include <debugger/debuggeritem.h>
#include <debugger/debuggeritemmanager.h>
#include <projectexplorer/abi.h>
#include <projectexplorer/kit.h>
#include <projectexplorer/runcontrol.h>
#include <utils/environment.h>

#include <QObject>
#include <QVariant>

#include <algorithm>
#include <memory>

namespace kiln::creator {

using namespace ProjectExplorer;
using Debugger::DebuggerItem;
using Debugger::DebuggerKitAspect;
using Utils::FilePath;

namespace {

/// GDB for all architectures at once, as Debian and others package it. What it tells of itself is
/// the machine that it runs on.
QString universal()
{
    return QStringLiteral("gdb-multiarch");
}

bool canDebug(const DebuggerItem &debugger, const QString &architecture)
{
    if (debugger.engineType() != Debugger::GdbEngineType)
        return false;
    const Abis &abis = debugger.abis();
    return debugger.command().fileName() == universal() ||
           std::any_of(abis.begin(), abis.end(),
                       [&](const Abi &each) { return architectureOf(each) == architecture; });
}

/// Null: there is none.
QVariant debuggerFor(const QString &architecture)
{
    const auto known = Debugger::DebuggerItemManager::debuggers();
    for (const DebuggerItem &each : known) {
        if (canDebug(each, architecture) && each.command().isExecutableFile())
            return each.id();
    }
    const FilePath command = Utils::Environment::systemEnvironment().searchInPath(universal());
    if (command.isEmpty())
        return {};
    DebuggerItem item;
    item.createId();
    item.setUnexpandedDisplayName(universal());
    item.setEngineType(Debugger::GdbEngineType);
    item.setCommand(command);
    item.setAutoDetected(true);
    Abis abis;
    for (const Abi::Architecture each : {Abi::X86Architecture, Abi::ArmArchitecture})
        abis.append(Abi(each, Abi::LinuxOS, Abi::GenericFlavor, Abi::ElfFormat, 64));
    item.setAbis(abis);
    return Debugger::DebuggerItemManager::registerDebugger(item);
}

/// A kit that only one run has. Deleted with the run.
class KitOfRun : public QObject
{
public:
    KitOfRun(std::unique_ptr<Kit> kit, RunControl *control)
        : QObject(control)
        , m_kit(std::move(kit))
    {}

private:
    std::unique_ptr<Kit> m_kit;
};

} // namespace

bool chooseDebugger(RunControl *control, const QString &architecture)
{
    const Kit *kit = control->kit();
    if (kit == nullptr)
        return false;
    const DebuggerItem *ofKit = DebuggerKitAspect::debugger(kit);
    if (ofKit != nullptr && canDebug(*ofKit, architecture))
        return true;
    const QVariant other = debuggerFor(architecture);
    if (other.isNull())
        return false;
    // The run has a kit and a device already, and Qt Creator notes both on its standard error;
    // there is no other way to a debugger that is not the kit's, and the device is the same.
    std::unique_ptr<Kit> copy(kit->clone(true));
    DebuggerKitAspect::setDebugger(copy.get(), other);
    control->setKit(copy.get());
    new KitOfRun(std::move(copy), control);
    return true;
}

} // namespace kiln::creator
