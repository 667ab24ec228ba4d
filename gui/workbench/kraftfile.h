// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a Kraftfile says about the machine an application boots in (specifications 0.5 and 0.6).
#pragma once

#include "workbench/machine.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace kiln {

/// One of the machines an application is made for.
struct KraftTarget
{
    QString name;         ///< empty: it has none
    QString architecture; ///< "x86_64", "arm64"
    QString platform;     ///< as written: "qemu", "kvm", "fc", "xen", "linuxu", …

    /// Its name, or else platform/architecture.
    [[nodiscard]] QString text() const;
    /// Whether Kiln has a machine for it.
    [[nodiscard]] bool isBootable() const;
    friend bool operator==(const KraftTarget &, const KraftTarget &) = default;
};

struct Kraftfile
{
    QString path;
    QString name; ///< of the application; empty: not given
    QStringList command;
    QString initrd; ///< a rootfs that is an archive or a folder; see Machine::initrd
    QList<SharedFolder> shares;
    QList<KraftTarget> targets;
    /// Values of options, "CONFIG_…=…" each.
    QStringList kconfig;
    /// What it says about the machine that has no effect here, each with its place.
    QStringList notes;

    /// The machine for a target; for null what the file says apart from targets.
    [[nodiscard]] Machine machine(const KraftTarget *target = nullptr) const;
    /// The target with this name or platform/architecture; null: there is none.
    [[nodiscard]] const KraftTarget *target(const QString &name) const;
    friend bool operator==(const Kraftfile &, const Kraftfile &) = default;
};

/// The Kraftfile in a folder, by its usual names; empty: there is none.
[[nodiscard]] QString findKraftfile(const QString &directory);

/// Reads it, and nothing else: no template, no runtime is fetched. Complaints name line and column.
[[nodiscard]] Result<Kraftfile> readKraftfile(const QString &path);

} // namespace kiln
