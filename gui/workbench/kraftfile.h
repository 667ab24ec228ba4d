// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a Kraftfile says about building an application and about the machine it boots in
// (specifications 0.5 and 0.6). kraftfile_editor.h changes one.
#pragma once

#include "workbench/machine.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kiln {

/// One entry of a `kconfig:`.
struct KraftSetting
{
    QString option; ///< with CONFIG_
    QString value;  ///< without the quotes of .config
    QString place;  ///< `file:line:column` of the entry
    QString scope;  ///< "unikraft", "libraries.NAME" or "targets.NAME"

    friend bool operator==(const KraftSetting &, const KraftSetting &) = default;
};

/// A source tree that is named: the kernel, a library, a template.
struct KraftComponent
{
    QString name;    ///< of a library or a template; empty for the kernel
    QString source;  ///< repository or folder as written; empty: not given
    QString version; ///< branch, tag or release as written; empty: not given
    QString place;   ///< `file:line:column`

    /// "name, version V, from SOURCE", as far as it is given.
    [[nodiscard]] QString text() const;
    friend bool operator==(const KraftComponent &, const KraftComponent &) = default;
};

/// One of the machines an application is made for.
struct KraftTarget
{
    QString name;         ///< empty: it has none
    QString architecture; ///< "x86_64", "arm64"
    QString platform;     ///< as written: "qemu", "kvm", "fc", "xen", "linuxu", …
    QString place;        ///< `file:line:column`

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
    /// Values of options for all targets, "CONFIG_…=…" each.
    QStringList kconfig;
    /// Every entry of every `kconfig:`, in the order in which later ones win: of the kernel, of
    /// libraries, of targets.
    QList<KraftSetting> settings;
    QString specification; ///< "0.5" or "0.6"
    std::optional<KraftComponent> unikraft;
    QList<KraftComponent> libraries;
    std::optional<KraftComponent> templateSource; ///< unsupported; a note explains
    QString runtime;                              ///< unsupported; a note explains
    QString rootfs;                               ///< as written; empty: none
    QStringList environment;                      ///< of the application, "NAME=VALUE" each
    /// What it says that has no effect here, each with its place.
    QStringList notes;

    /// The machine for a target; for null what the file says apart from targets.
    [[nodiscard]] Machine machine(const KraftTarget *target = nullptr) const;
    /// The settings that hold for a target; for null those apart from targets.
    [[nodiscard]] QList<KraftSetting> settingsFor(const KraftTarget *target) const;
    /// The target with this name or platform/architecture; null: there is none.
    [[nodiscard]] const KraftTarget *target(const QString &name) const;
    friend bool operator==(const Kraftfile &, const Kraftfile &) = default;
};

/// The Kraftfile in a folder, by its usual names; empty: there is none.
[[nodiscard]] QString findKraftfile(const QString &directory);

/// Reads it, and nothing else: no template, no runtime is fetched. Complaints name line and column.
[[nodiscard]] Result<Kraftfile> readKraftfile(const QString &path);

} // namespace kiln
