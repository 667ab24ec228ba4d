// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A screen that is a grid of cells in memory, and a sitting on it.
#pragma once

#include "../unit/tree.h"

#include "application.h"
#include "text_layout.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace kconfig::terminal::test {

class RecordingScreen : public Screen
{
public:
    explicit RecordingScreen(Size size, bool hasUnicode = true)
        : m_size(size)
        , m_hasUnicode(hasUnicode)
    {
        clear();
    }

    [[nodiscard]] Size size() const override { return m_size; }
    [[nodiscard]] bool hasUnicode() const override { return m_hasUnicode; }
    void clear() override
    {
        m_cells.assign(static_cast<std::size_t>(m_size.rows),
                       std::vector<Cell>(static_cast<std::size_t>(m_size.columns)));
        hasCursor = false;
    }
    void put(int row, int column, std::string_view text, Style style) override
    {
        auto &line = m_cells.at(static_cast<std::size_t>(row)); // at(): outside is a fault
        while (!text.empty()) {
            const char32_t character = takeCharacter(text);
            std::string cell;
            appendCharacter(cell, character);
            if (cellsOf(character) == 0) {
                line.at(static_cast<std::size_t>(column - 1)).text += cell;
                continue;
            }
            line.at(static_cast<std::size_t>(column)) = {cell, style};
            if (cellsOf(character) == 2)
                line.at(static_cast<std::size_t>(++column)) = {"", style};
            ++column;
        }
    }
    void setCursor(int row, int column, bool isVisible) override
    {
        cursorRow = row;
        cursorColumn = column;
        hasCursor = isVisible;
    }
    void present() override { ++pictures; }
    Key readKey(std::chrono::milliseconds) override
    {
        if (keys.empty())
            return Key{.code = KeyCode::hangUp};
        Key key = keys.front();
        keys.pop_front();
        return key;
    }
    [[nodiscard]] bool hasKey() override { return false; }
    void suspend() override { ++suspensions; }

    void resize(Size size) { m_size = size; }
    [[nodiscard]] std::string line(int row) const
    {
        std::string text;
        for (const Cell &cell : m_cells.at(static_cast<std::size_t>(row)))
            text += cell.text;
        const std::size_t end = text.find_last_not_of(' ');
        return text.substr(0, end == std::string::npos ? 0 : end + 1);
    }
    [[nodiscard]] std::string text(int firstRow = 0, int lastRow = -1) const
    {
        std::string result;
        for (int row = firstRow; row < m_size.rows && (lastRow < 0 || row <= lastRow); ++row)
            result += line(row) + '\n';
        return result;
    }
    [[nodiscard]] bool shows(const std::string &wanted) const
    {
        return text().find(wanted) != std::string::npos;
    }
    [[nodiscard]] Style styleAt(int row, int column) const
    {
        return m_cells.at(static_cast<std::size_t>(row)).at(static_cast<std::size_t>(column)).style;
    }
    /// The row in which a text stands; -1: none.
    [[nodiscard]] int rowOf(const std::string &wanted) const
    {
        for (int row = 0; row < m_size.rows; ++row)
            if (line(row).find(wanted) != std::string::npos)
                return row;
        return -1;
    }

    std::deque<Key> keys; ///< what readKey() gives
    int pictures = 0;
    int suspensions = 0;
    bool hasCursor = false;
    int cursorRow = 0;
    int cursorColumn = 0;

private:
    struct Cell
    {
        std::string text = " ";
        Style style = Style::normal;
    };

    Size m_size;
    bool m_hasUnicode;
    std::vector<std::vector<Cell>> m_cells;
};

/// A sitting over a tree in a folder of its own. `.config` there is read if `config` is given.
class Sitting
{
public:
    explicit Sitting(const std::string &kconfig, std::optional<std::string> config = std::nullopt,
                     Size size = {24, 80}, bool hasUnicode = true)
        : tree(kconfig)
        , screen(size, hasUnicode)
    {
        if (config)
            tree.folder.write(".config", *config);
        open();
    }

    /// Starts (again) with what is on disk.
    void open()
    {
        application.reset();
        Configuration configuration = tree.configuration();
        if (const auto text = readFile(path()))
            (void)readConfig(configuration, *text, ".config");
        StorageOptions options;
        options.path = path();
        storage = std::make_unique<ConfigStorage>(options);
        session = std::make_unique<MenuSession>(configuration);
        application = std::make_unique<Application>(screen, *session, *storage);
        application->draw();
    }

    void press(const Key &key)
    {
        application->handle(key);
        application->draw();
    }
    void press(KeyCode code) { press(Key{.code = code}); }
    /// Types a text, character by character.
    void type(std::string_view text)
    {
        while (!text.empty())
            press(typed(takeCharacter(text)));
    }
    void paste(const std::string &text) { press(Key{.code = KeyCode::paste, .text = text}); }
    void click(int row, int column, KeyCode code = KeyCode::click)
    {
        press(Key{.code = code, .row = row, .column = column});
    }
    [[nodiscard]] std::string path() const { return tree.folder.path(".config"); }
    [[nodiscard]] std::string value(const std::string &name) const
    {
        return session->configuration().value(tree.symbol(name));
    }

    kconfig::test::Tree tree;
    RecordingScreen screen;
    std::unique_ptr<ConfigStorage> storage;
    std::unique_ptr<MenuSession> session;
    std::unique_ptr<Application> application;
};

/// Markers of every kind, choices, a menuconfig, hidden options, selects.
inline const char *const fixture = R"(mainmenu "Fixture kernel"

config MODULES
	bool "Loadable modules"
	option modules
	default y

config NET
	bool "Networking support"
	default y
	help
	  Talks to other machines.

config NET_DEBUG
	bool "Debugging of the network"
	depends on NET

config NET_NAME
	string "Name of the host"
	depends on NET
	default "kiln"

menuconfig BLOCK
	bool "Block devices"
	default y

if BLOCK

config BLOCK_LOOP
	tristate "Loop devices"
	default m

config BLOCK_SIZE
	int "Sectors at a time"
	range 1 128
	default 8

endif

choice
	prompt "Preemption model"
	default PREEMPT_NONE

config PREEMPT_NONE
	bool "No preemption"

config PREEMPT_FULL
	bool "Preempt everywhere"

endchoice

menu "Device Drivers"

comment "Buses"

config PCI
	bool "PCI support"
	default y
	select BUS

config USB
	tristate "USB support"
	depends on PCI

config USB_STORAGE
	tristate "USB mass storage"
	depends on USB && NET_DEBUG
	select CRC

config BASE
	hex "Base address"
	default 0x3f8

endmenu

menu "Library routines"

config CRC
	tristate "CRC functions"

config BUS
	bool "Bus core"

endmenu

menu "Empty"

config NEVER
	bool "Never to be seen"
	depends on CRC = y && NET_DEBUG

endmenu
)";

} // namespace kconfig::terminal::test
