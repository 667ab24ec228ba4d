// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What the modes of kconf work on: a tree, a configuration of it, and conf's memory of what has
// been calculated, changed and complained about.
#pragma once

#include "options.h"

#include "conf_order_evaluation.h"

#include "kconfig/config_file.h"
#include "kconfig/configuration.h"
#include "kconfig/load.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kconf {

class Session
{
public:
    Session(Options options, std::map<std::string, std::string> environment);

    /// Reads the tree without a word, but for shells that can't be had: what there is to say is in
    /// loaded().
    void read();
    /// Reads the tree; false when it has errors, which have been shown.
    bool load();
    /// The same for one of conf's modes, with a call of beConf(). Where the mode begins with the
    /// user's configuration, that is read and worked out beside the end of the load.
    bool loadAsConf();
    /// From now on values are worked out in conf's order, with its warnings on stderr. The modes
    /// need this; sub-commands do without.
    void beConf();
    /// What reading the tree gave.
    [[nodiscard]] const kconfig::LoadResult &loaded() const { return m_loaded; }

    [[nodiscard]] kconfig::Configuration &configuration() { return *m_configuration; }
    [[nodiscard]] const kconfig::Model &model() const { return m_configuration->model(); }
    [[nodiscard]] const Options &options() const { return m_options; }
    [[nodiscard]] kconfig::Dialect dialect() const { return *m_options.dialect; }
    [[nodiscard]] bool is52() const { return dialect() == kconfig::Dialect::unikraft; }
    [[nodiscard]] bool is612() const { return dialect() == kconfig::Dialect::linux_6_12; }

    /// \name Environment
    /// @{
    /// A variable, or `otherwise` when it is not set.
    [[nodiscard]] std::string variable(const char *name, const char *otherwise = "") const;
    [[nodiscard]] bool isSet(const char *name) const { return m_environment.count(name) != 0; }
    [[nodiscard]] std::string prefix() const { return variable("CONFIG_", "CONFIG_"); }
    [[nodiscard]] std::string configPath() const { return variable("KCONFIG_CONFIG", ".config"); }
    /// @}

    /// \name Reading
    /// @{
    /// Reads a configuration file, looked for as conf does, and settles what it leaves open; false
    /// when there is no such file.
    bool readFile(const std::string &path);
    /// The same with the user's configuration, or the tree's defaults for a user who has none.
    void readUserConfig();
    /// Takes the values of KCONFIG_ALLCONFIG; false on an error, which has been shown.
    bool readAllConfig(const char *fileOfMode);
    /// @}

    /// \name conf's memory
    /// @{
    /// Whether writing would change what was read.
    [[nodiscard]] bool hasChanged() const { return m_hasChanged; }
    /// Whether a symbol has a value from the user; the others are new.
    [[nodiscard]] bool hasValue(kconfig::SymbolId symbol) const;
    void setHasValue(kconfig::SymbolId symbol, bool has);
    /// Every value is to be calculated anew, as after each change.
    void invalidate();
    /// Whether KCONFIG_WERROR makes an error of what was warned about while reading.
    [[nodiscard]] bool failsForReading() const;
    /// Whether it makes one of unmet dependencies.
    [[nodiscard]] bool failsForDependencies() const;
    /// Whether conf would show the node in a dialogue. With side effects that conf has.
    bool isShown(kconfig::NodeId node);
    /// @}

    /// \name Values
    /// @{
    [[nodiscard]] kconfig::Tristate tristate(kconfig::SymbolId symbol);
    [[nodiscard]] std::string text(kconfig::SymbolId symbol);
    [[nodiscard]] kconfig::Tristate evaluate(kconfig::ExpressionId expression);
    /// As it was when it was last worked out.
    [[nodiscard]] kconfig::Tristate knownTristate(kconfig::SymbolId symbol) const;
    [[nodiscard]] std::string knownText(kconfig::SymbolId symbol) const;
    [[nodiscard]] kconfig::SymbolId selection(kconfig::SymbolId choice);
    [[nodiscard]] bool isChangeable(kconfig::SymbolId symbol) const;
    /// Whether a bool, tristate or choice may be given this value.
    [[nodiscard]] bool mayBe(kconfig::SymbolId symbol, kconfig::Tristate value) const;
    /// @}

    /// \name Answers
    /// @{
    /// Gives a bool, tristate or choice a value; false when it can't have it.
    bool setTruth(kconfig::SymbolId symbol, kconfig::Tristate value);
    /// The same for an int, hex or string.
    bool setText(kconfig::SymbolId symbol, const std::string &value);
    /// Picks a value of a choice (from 6.11 on).
    void choose(kconfig::NodeId choice, kconfig::SymbolId value);
    /// @}

    /// \name Writing
    /// @{
    bool writeConfig();
    bool writeMinimalConfig(const std::string &path);
    /// auto.conf and its kin. Without `overwrite` only if there is none yet.
    bool writeBuildFiles(bool overwrite);
    /// @}

    /// \name Messages
    /// @{
    /// On stdout, framed as conf does, unless silent.
    void say(const std::string &message) const;
    /// On stderr: conf's words, or ours.
    void complain(const std::string &conf, const std::string &full) const;
    /// @}

private:
    /// A configuration file whose values have been taken, and what there is to say about it.
    struct FileRead
    {
        std::string path;
        kconfig::Expected<std::string, kconfig::FileError> text;
        kconfig::ReadReport report; ///< empty when there is no such file
    };

    [[nodiscard]] kconfig::Expected<std::string, kconfig::FileError>
    readHereOrInTree(const std::string &path) const;
    /// Replaces the user values by those of a file, without a word.
    [[nodiscard]] FileRead takeFile(const std::string &path);
    bool readSimple(const std::string &path);
    bool settleValues();
    void settleEarly();
    void settleReading();
    void forgetSenselessValues(bool &agrees);
    [[nodiscard]] bool agreesWithFile(kconfig::SymbolId id) const;
    [[nodiscard]] std::vector<std::string> defaultPaths() const;
    void show(const std::vector<kconfig::Diagnostic> &diagnostics,
              const kconfig::SourceMap &sources) const;
    [[nodiscard]] bool save(const std::string &path, const std::string &text,
                            bool keepOld = false) const;
    [[nodiscard]] bool saveNew(const std::string &path, const std::string &text) const;
    [[nodiscard]] bool overwriteConfig(const std::string &path, const std::string &text) const;
    [[nodiscard]] std::string stampFolder() const;
    bool touchChanged(const std::string &autoConf);

    Options m_options;
    std::map<std::string, std::string> m_environment;
    kconfig::LoadResult m_loaded;
    std::string m_shellProblem; ///< why the shells that were asked for can't be had
    std::optional<kconfig::Configuration> m_configuration;
    kconfig::ConfOrderEvaluation *m_conf = nullptr; ///< belongs to the configuration
    bool m_hasChanged = false;
    int m_readWarnings = 0;
    bool m_readsEarly = false;
    std::optional<FileRead> m_early;    ///< the user's configuration, read before it is asked for
    std::optional<bool> m_settledEarly; ///< that has been settled, too: whether the values agree
    std::optional<std::string> m_heldWarnings; ///< of values worked out before the load has ended
};

} // namespace kconf
