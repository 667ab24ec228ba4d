// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Kiln inside Qt Creator.
#pragma once

#include <extensionsystem/iplugin.h>

#include <memory>

namespace kiln::creator {

class WorkerFactory;

class KilnPlugin : public ExtensionSystem::IPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.qt-project.Qt.QtCreatorPlugin" FILE "Kiln.json")

public:
    KilnPlugin();
    ~KilnPlugin() override;

    bool initialize(const QStringList &arguments, QString *errorString) override;

private:
    struct Parts;

    std::unique_ptr<WorkerFactory> m_debug;
    std::unique_ptr<Parts> m_parts;
};

} // namespace kiln::creator
