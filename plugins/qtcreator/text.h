// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The context of the plugin's texts for translators.
#pragma once

#include <QCoreApplication>

namespace kiln::creator {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(QtCreatorPlugin)
};

} // namespace kiln::creator
