// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// .config on disk: saving it, noticing that somebody else did, and the file that keeps unsaved
// work.
#pragma once

#include "kconfig/config_file.h"

#include <optional>
#include <string>
#include <string_view>

namespace kconfig::terminal {

struct StorageOptions
{
    std::string path = ".config";
    std::string prefix = "CONFIG_";
    bool overwritesInPlace = false; ///< KCONFIG_OVERWRITECONFIG: keep the file's inode
};

/// Unsaved work that a session left behind.
struct Recovery
{
    std::string path;
    std::string text; ///< a whole .config
};

class ConfigStorage
{
public:
    /// Looks at the file as it is now.
    explicit ConfigStorage(StorageOptions options);

    [[nodiscard]] const StorageOptions &options() const { return m_options; }
    [[nodiscard]] const std::string &path() const { return m_options.path; }
    /// What the file said when it was last looked at or saved; nothing: there is none.
    [[nodiscard]] const std::optional<std::string> &text() const { return m_text; }
    /// Whether the lines for options in a text differ from those in the file.
    [[nodiscard]] bool differsFrom(std::string_view text) const;
    /// Whether the file is another one than was last looked at.
    [[nodiscard]] bool hasChangedOnDisk() const;
    /// Whether save() has succeeded at least once.
    [[nodiscard]] bool hasSaved() const { return m_hasSaved; }
    /// Takes note of the file as it is now.
    void look();

    /// Writes the file whole or not at all; the previous one stays as `.old`. Unsaved work that was
    /// kept for recovery is dropped.
    Expected<void, FileError> save(std::string_view text);

    /// Unsaved work that a session which is no longer running left for this file.
    [[nodiscard]] std::optional<Recovery> findRecovery() const;
    /// The process that has unsaved work for this file; nothing when none runs.
    [[nodiscard]] std::optional<long> otherSession() const;
    /// Where this session's unsaved work goes: `.config.kconf-recover`, with the process's number
    /// behind it while another session uses that name.
    [[nodiscard]] std::string recoveryPath() const;
    /// Keeps unsaved work.
    Expected<void, FileError> keepForRecovery(std::string_view text);
    /// Where this session's unsaved work is; nothing while none is kept.
    [[nodiscard]] const std::optional<std::string> &kept() const { return m_kept; }
    /// Removes what keepForRecovery() wrote.
    void dropRecovery();
    /// Makes what findRecovery() found this session's own unsaved work.
    void takeOver(const Recovery &recovery) { m_kept = recovery.path; }
    /// Removes what findRecovery() found.
    void discardFound(const Recovery &recovery);

private:
    StorageOptions m_options;
    std::optional<std::string> m_text;
    bool m_hasSaved = false;
    std::optional<std::string> m_kept; ///< path of the recovery file this session wrote
};

} // namespace kconfig::terminal
