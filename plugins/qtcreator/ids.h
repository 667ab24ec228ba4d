// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Names by which Qt Creator knows what the plugin brings. They are in users' settings: never
// renamed.
#pragma once

namespace kiln::creator::ids {

inline constexpr char project[] = "Kiln.Project";
inline constexpr char projectMimeType[] = "text/x-unikernel-project";
inline constexpr char configMimeType[] = "text/x-kconfig-values";
inline constexpr char buildConfiguration[] = "Kiln.BuildConfiguration";
inline constexpr char buildStep[] = "Kiln.BuildStep";
inline constexpr char cleanStep[] = "Kiln.CleanStep";
inline constexpr char runConfiguration[] = "Kiln.RunConfiguration:";
inline constexpr char configPanel[] = "Kiln.ConfigurationPanel";
inline constexpr char configEditor[] = "Kiln.ConfigurationEditor";
inline constexpr char logPane[] = "Kiln.LogPane";

} // namespace kiln::creator::ids
