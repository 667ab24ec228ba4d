// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A small option tree with one of everything, for tests of models and views.
#pragma once

#include <kconfig/configuration.h>
#include <kconfig/load.h>

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace kiln::test {

inline const char smallTree[] = R"(mainmenu "Small tree"

config NAME
	string "Name of the image"
	default "demo"

menu "Platform"

config KVM
	bool "KVM guest"
	default y

config CONSOLE
	bool "Serial console"
	depends on KVM
	select DEVICES

config SPEED
	int "Line speed"
	depends on CONSOLE
	range 300 115200
	default 9600

config BASE
	hex "Base address"
	default 0x3f8

config DEVICES
	bool "Device registry"

choice
	prompt "Message level"
	default LEVEL_ERROR

config LEVEL_ERROR
	bool "Errors only"

config LEVEL_ALL
	bool "Everything"

endchoice

endmenu

menu "Libraries"
	visible if KVM

menuconfig ALLOC
	bool "Allocator"
	help
	  Hands out memory.

if ALLOC

config ALLOC_STATS
	bool "Statistics of the allocator"

endif

endmenu
)";

/// Loads text as a Kconfig tree.
class Tree
{
public:
    explicit Tree(const char *text = smallTree)
    {
        QFile file(m_folder.filePath(QStringLiteral("Config.uk")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
            qFatal("the test's tree could not be written");
        file.close();
        kconfig::LoadOptions options;
        options.rootFile = file.fileName().toStdString();
        options.directory = m_folder.path().toStdString();
        m_loaded = kconfig::load(options);
        m_configuration = std::make_unique<kconfig::Configuration>(m_loaded.model);
    }

    [[nodiscard]] kconfig::Configuration &configuration() { return *m_configuration; }
    [[nodiscard]] const kconfig::Model &model() const { return *m_loaded.model; }
    [[nodiscard]] const kconfig::LoadResult &loaded() const { return m_loaded; }
    [[nodiscard]] kconfig::SymbolId symbol(const char *name) const
    {
        return m_loaded.model->find(name);
    }

    /// Applies an edit and returns the symbols it changed.
    QVector<kconfig::SymbolId> apply(const kconfig::Edit &edit)
    {
        const kconfig::Configuration before = *m_configuration;
        if (!m_configuration->apply(edit))
            return {};
        const auto changed = kconfig::Configuration::differences(before, *m_configuration);
        return {changed.begin(), changed.end()};
    }

private:
    QTemporaryDir m_folder;
    kconfig::LoadResult m_loaded;
    std::unique_ptr<kconfig::Configuration> m_configuration;
};

} // namespace kiln::test
