// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Kiln inside Qt Creator.
#pragma once

#include "qtc_compat.h"

#include <memory>

namespace kiln::creator {

class KilnPlugin : public PluginBase
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.qt-project.Qt.QtCreatorPlugin" FILE "Kiln.json")

public:
    KilnPlugin();
    ~KilnPlugin() override;

protected:
    void begin() override;

private:
    struct Parts;

    std::unique_ptr<WorkerFactory> m_debug;
    std::unique_ptr<Parts> m_parts;
};

} // namespace kiln::creator
