// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "session.h"

#include "kconfig/build_files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kconf {

using namespace kconfig;

namespace {

bool isFolder(const std::string &path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

} // namespace

bool Session::save(const std::string &path, const std::string &text, bool keepOld) const
{
    // conf's modes do not wait for the disk, as conf does not: a build would wait with them.
    const auto saved =
        saveFile(path, text, keepOld, m_conf != nullptr ? Durability::none : Durability::automatic);
    if (!saved)
        std::fprintf(stderr, "kconf: %s\n", saved.error().message.c_str());
    return saved.has_value();
}

/// Make goes by times, so a file whose content stays the same becomes new, too.
bool Session::saveNew(const std::string &path, const std::string &text) const
{
    return save(path, text) && ::utimensat(AT_FDCWD, path.c_str(), nullptr, 0) == 0;
}

bool Session::overwriteConfig(const std::string &path, const std::string &text) const
{
    std::FILE *file = std::fopen(path.c_str(), "w");
    const bool good = file != nullptr &&
                      std::fwrite(text.data(), 1, text.size(), file) == text.size() &&
                      std::fflush(file) == 0;
    const int error = errno;
    if (file != nullptr)
        std::fclose(file);
    if (!good)
        std::fprintf(stderr,
                     "kconf: can't write %s: %s (it is overwritten in place because "
                     "KCONFIG_OVERWRITECONFIG is set)\n",
                     path.c_str(), std::strerror(error));
    return good;
}

bool Session::writeConfig()
{
    const std::string path = configPath();
    if (path.empty()) {
        complain("config name is empty\n", "KCONFIG_CONFIG is empty; name a file or unset it");
        return false;
    }
    if (isFolder(path)) {
        complain(path + ": Is a directory\n",
                 path + " is a folder; set KCONFIG_CONFIG to the name of a file");
        return false;
    }
    if (!m_hasChanged)
        invalidate();
    const std::string text = kconfig::writeConfig(*m_configuration, prefix());
    if (!variable("KCONFIG_OVERWRITECONFIG").empty()) {
        if (!overwriteConfig(path, text))
            return false;
    } else {
        if (fileHolds(path, text)) {
            say("No change to " + path);
            m_hasChanged = false;
            return true;
        }
        if (!save(path, text, true))
            return false;
    }
    say("configuration written to " + path);
    m_hasChanged = false;
    return true;
}

bool Session::writeMinimalConfig(const std::string &path)
{
    invalidate();
    return save(path, kconfig::writeMinimalConfig(*m_configuration, prefix()));
}

/// The folder of the files whose times say when an option has changed, with a slash.
std::string Session::stampFolder() const
{
    if (is52())
        return "include/config/";
    const std::string autoConf = variable("KCONFIG_AUTOCONFIG", "include/config/auto.conf");
    const std::size_t slash = autoConf.rfind('/');
    return slash == std::string::npos ? std::string() : autoConf.substr(0, slash + 1);
}

/// Gives the stamp file of every option that has changed a new time.
bool Session::touchChanged(const std::string &autoConf)
{
    const auto old = readHereOrInTree(autoConf);
    if (old && !is612())
        m_conf->invalidateAll();
    m_conf->calculate(model().modulesSymbol());
    const std::string folder = stampFolder();
    for (const std::string &name :
         changedOptions(*m_configuration, old ? *old : std::string(), prefix())) {
        const std::string path = folder + optionStampPath(dialect(), name);
        const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        if (descriptor >= 0) {
            ::futimens(descriptor, nullptr);
            ::close(descriptor);
        } else if (errno != ENOENT || !save(path, {})) {
            if (errno != ENOENT)
                std::fprintf(stderr, "kconf: can't write %s: %s; check the folder's permissions\n",
                             path.c_str(), std::strerror(errno));
            return false;
        }
    }
    return true;
}

bool Session::writeBuildFiles(bool overwrite)
{
    const std::string autoConf = variable("KCONFIG_AUTOCONFIG", "include/config/auto.conf");
    if (!overwrite && ::access(autoConf.c_str(), F_OK) == 0)
        return true;
    if (is52())
        invalidate();
    const std::string command = is52() ? "include/config/auto.conf.cmd" : autoConf + ".cmd";
    // auto.conf goes last: make takes it as the sign that all the others are there.
    return saveNew(command, writeMakeDependencies(model(), autoConf)) && touchChanged(autoConf) &&
           saveNew(variable("KCONFIG_AUTOHEADER", "include/generated/autoconf.h"),
                   writeHeader(*m_configuration, prefix())) &&
           (is52() ? saveNew(variable("KCONFIG_TRISTATE", "include/config/tristate.conf"),
                             writeTristateConf(*m_configuration, prefix()))
                   : saveNew(variable("KCONFIG_RUSTCCFG", "include/generated/rustc_cfg"),
                             writeRustcFlags(*m_configuration, prefix()))) &&
           saveNew(autoConf, writeAutoConf(*m_configuration, prefix()));
}

} // namespace kconf
