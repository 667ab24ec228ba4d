// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where versions of Qt Creator differ: what the plugin needs of them, under one name.
#pragma once

#include <projectexplorer/session.h>

namespace kiln::creator {

/// Knows which projects are open and which one is the current one.
using Session = ProjectExplorer::SessionManager;

} // namespace kiln::creator
