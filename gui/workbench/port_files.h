// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The text of a library port's files.
#pragma once

#include "workbench/port_plan.h"

namespace kiln {

/// Fills `plan.files` from its sources: Makefile.uk, Config.uk, for a program glue.c, and a copy of
/// config.h where it is used. Adds to its notes. Reads config.h only.
void writePortFiles(const PortRequest &request, bool usesConfigHeader, PortPlan &plan);

} // namespace kiln
