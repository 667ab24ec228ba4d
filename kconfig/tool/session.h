// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What the modes of kconf work on.
#pragma once

#include "options.h"

#include "kconfig/config_file.h"
#include "kconfig/configuration.h"
#include "kconfig/load.h"

#include <map>
#include <string>

namespace kconf {

class Session
{
public:
    Session(const Options &options, std::map<std::string, std::string> environment);

    /// Reads the tree without a word, but for shells that can't be had: what there is to say is in
    /// loaded().
    void read();
    /// Reads the tree; false when it has errors, which have been shown.
    bool load();
    /// What reading the tree gave.
    [[nodiscard]] const kconfig::LoadResult &loaded() const { return m_loaded; }

    [[nodiscard]] kconfig::Configuration &configuration() { return *m_configuration; }
    [[nodiscard]] const Options &options() const { return m_options; }

    /// A variable of the environment, or `otherwise` when it is not set.
    [[nodiscard]] std::string variable(const char *name, const char *otherwise = "") const;
    [[nodiscard]] bool isSet(const char *name) const { return m_environment.count(name) != 0; }
    [[nodiscard]] std::string prefix() const { return variable("CONFIG_", "CONFIG_"); }
    [[nodiscard]] std::string configPath() const { return variable("KCONFIG_CONFIG", ".config"); }

    /// Reads a configuration file, looked for as conf does; nothing when there is no such file.
    /// Complaints are shown.
    bool readFile(const std::string &path);
    /// Reads the user's configuration, or the tree's defaults for a user who has none.
    void readUserConfig();
    /// Adds the values of KCONFIG_ALLCONFIG; false on an error, which has been shown.
    bool readAllConfig(const char *fileOfMode);
    /// Whether writing would change what was read.
    [[nodiscard]] bool hasChanged() const { return m_hasChanged; }
    /// Whether a symbol has a value from the user; the others are new.
    [[nodiscard]] bool hasValue(kconfig::SymbolId symbol) const;

    bool writeConfig();
    bool writeMinimalConfig(const std::string &path);
    /// auto.conf and its kin. Without `overwrite` only if there is none yet.
    bool writeBuildFiles(bool overwrite);
    void warnUnmetDependencies();
    void say(const std::string &message) const;

private:
    void show(const std::vector<kconfig::Diagnostic> &diagnostics,
              const kconfig::SourceMap &sources) const;
    void forgetHalfAnsweredChoices();
    void compareWithRead(const kconfig::ReadReport &report);
    bool save(const std::string &path, const std::string &text, bool keepOld = false) const;
    bool touchChanged(const std::string &autoConf);

    const Options &m_options;
    std::map<std::string, std::string> m_environment;
    kconfig::LoadResult m_loaded;
    std::string m_shellProblem; ///< why the shells that were asked for can't be had
    std::optional<kconfig::Configuration> m_configuration;
    bool m_wasRead = false;
    bool m_hasChanged = true;
};

} // namespace kconf
