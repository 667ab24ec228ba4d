// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A plugin of Qt Creator that uses the other one as a person would, and ends the program.
#pragma once

#include "qtc_compat.h"

namespace kiln::test {

class TestPlugin : public creator::PluginBase
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.qt-project.Qt.QtCreatorPlugin" FILE "KilnTest.json")

protected:
    void begin() override;
};

} // namespace kiln::test
