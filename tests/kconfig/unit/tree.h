// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Trees for tests: files in a folder of their own that goes when the test ends.
#pragma once

#include "kconfig/config_file.h"
#include "kconfig/configuration.h"
#include "kconfig/load.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace kconfig::test {

class Folder
{
public:
    explicit Folder(const std::filesystem::path &parent = std::filesystem::temp_directory_path())
    {
        std::string name = (parent / "kconfig-test-XXXXXX").string();
        m_path = ::mkdtemp(name.data());
    }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    [[nodiscard]] std::string path(const std::string &name = {}) const
    {
        return name.empty() ? m_path : m_path + '/' + name;
    }
    void write(const std::string &name, const std::string &text) const
    {
        std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
        std::ofstream(path(name), std::ios::binary) << text;
    }
    [[nodiscard]] std::string read(const std::string &name) const
    {
        std::ostringstream text;
        text << std::ifstream(path(name), std::ios::binary).rdbuf();
        return text.str();
    }
    [[nodiscard]] std::vector<std::string> list() const
    {
        std::vector<std::string> names;
        for (const auto &entry : std::filesystem::directory_iterator(m_path))
            names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }

private:
    std::string m_path;
};

/// Loads a tree whose root file has the given text; more files may be written to the folder first.
struct Tree
{
    Folder folder;
    LoadOptions options;
    LoadResult result;

    Tree()
    {
        options.rootFile = "Kconfig";
        options.directory = folder.path();
    }
    explicit Tree(const std::string &text)
        : Tree()
    {
        load(text);
    }
    void load(const std::string &text)
    {
        folder.write("Kconfig", text);
        result = kconfig::load(options);
    }
    [[nodiscard]] const Model &model() const { return *result.model; }
    [[nodiscard]] SymbolId symbol(const std::string &name) const { return model().find(name); }
    [[nodiscard]] Configuration configuration() const { return Configuration(result.model); }
    /// All diagnostics as a user sees them.
    [[nodiscard]] std::string messages() const
    {
        std::string text;
        for (const Diagnostic &diagnostic : result.diagnostics)
            text += format(diagnostic, model().sources());
        return text;
    }
    [[nodiscard]] std::size_t errorCount() const
    {
        return static_cast<std::size_t>(
            std::count_if(result.diagnostics.begin(), result.diagnostics.end(),
                          [](const Diagnostic &d) { return d.severity == Severity::error; }));
    }
    /// The value of a symbol in a configuration that was read from a text.
    [[nodiscard]] std::string value(const std::string &name, const std::string &config = {}) const
    {
        Configuration configuration(result.model);
        readConfig(configuration, config, ".config");
        const SymbolId id = symbol(name);
        return id.isValid() ? configuration.value(id) : "<no such symbol>";
    }
    /// The lines of .config without comments that are no options.
    [[nodiscard]] std::string written(const std::string &config = {}) const
    {
        Configuration configuration(result.model);
        readConfig(configuration, config, ".config");
        std::istringstream lines(writeConfig(configuration));
        std::string text;
        for (std::string line; std::getline(lines, line);)
            if (line.compare(0, 7, "CONFIG_") == 0 ||
                (line.size() > 11 && line.substr(line.size() - 11) == " is not set"))
                text += line + '\n';
        return text;
    }
};

} // namespace kconfig::test
