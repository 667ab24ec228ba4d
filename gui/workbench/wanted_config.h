// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a project's Kraftfile and the chosen target ask of its configuration.
#pragma once

#include "workbench/config_session.h"
#include "workbench/kraft_settings.h"

#include <functional>
#include <memory>

namespace kiln {

/// The values, in the order in which later ones win: the Kraftfile's `kconfig:` entries, then those
/// of the target, then the target's architecture and platform. Empty for a project without a
/// Kraftfile. Reads that file. Any thread.
[[nodiscard]] Result<QList<KraftSetting>> wantedSettings(const Project &project);

/// Makes them edits of the session's configuration, as one step of undo, on a worker thread. `done`
/// gets what became of each.
void startWantedSettings(ConfigSession &session, const QList<KraftSetting> &settings,
                         std::function<void(const Result<QVector<KraftEffect>> &)> done,
                         const std::shared_ptr<JobWatch> &watch = {});

} // namespace kiln
