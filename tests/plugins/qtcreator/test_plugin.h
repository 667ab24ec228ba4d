// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A plugin of Qt Creator that uses the other one as a person would, and ends the program.
#pragma once

#include <extensionsystem/iplugin.h>

namespace kiln::test {

class TestPlugin : public ExtensionSystem::IPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.qt-project.Qt.QtCreatorPlugin" FILE "KilnTest.json")

public:
    bool initialize(const QStringList &arguments, QString *errorString) override;
};

} // namespace kiln::test
