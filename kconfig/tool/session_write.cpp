// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "session.h"

#include "unmet_dependencies.h"

#include "kconfig/build_files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kconf {

using namespace kconfig;

bool Session::save(const std::string &path, const std::string &text, bool keepOld) const
{
    const auto saved = saveFile(path, text, keepOld);
    if (!saved)
        std::fprintf(stderr, "kconf: %s\n", saved.error().message.c_str());
    return saved.has_value();
}

void Session::warnUnmetDependencies()
{
    std::fputs(describeUnmetDependencies(*m_configuration).c_str(), stderr);
}

bool Session::writeConfig()
{
    const std::string path = configPath();
    if (path.empty()) {
        std::fprintf(stderr, "kconf: KCONFIG_CONFIG is empty; name a file or unset it\n");
        return false;
    }
    const std::string text = kconfig::writeConfig(*m_configuration, prefix());
    if (!variable("KCONFIG_OVERWRITECONFIG").empty()) {
        std::FILE *file = std::fopen(path.c_str(), "w");
        const bool good = file != nullptr &&
                          std::fwrite(text.data(), 1, text.size(), file) == text.size() &&
                          std::fflush(file) == 0;
        const int error = errno;
        if (file != nullptr)
            std::fclose(file);
        if (!good) {
            std::fprintf(stderr,
                         "kconf: can't write %s: %s (it is overwritten in place because "
                         "KCONFIG_OVERWRITECONFIG is set)\n",
                         path.c_str(), std::strerror(error));
            return false;
        }
        say("configuration written to " + path);
        return true;
    }
    const auto old = kconfig::readFile(path);
    if (old && *old == text) {
        say("No change to " + path);
        return true;
    }
    if (!save(path, text, true))
        return false;
    say("configuration written to " + path);
    return true;
}

bool Session::writeMinimalConfig(const std::string &path)
{
    forgetHalfAnsweredChoices();
    return save(path, kconfig::writeMinimalConfig(*m_configuration, prefix()));
}

/// Gives the stamp file of every option that has changed a new time.
bool Session::touchChanged(const std::string &autoConf)
{
    const auto old = kconfig::readFile(autoConf);
    const auto changed = changedOptions(*m_configuration, old ? *old : std::string(), prefix());
    for (const std::string &name : changed) {
        const std::string path =
            "include/config/" + optionStampPath(m_configuration->model().dialect(), name);
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
    forgetHalfAnsweredChoices();
    const Model &model = m_configuration->model();
    // Make goes by times, so a file whose content stays the same becomes new, too.
    const auto saveNew = [this](const std::string &path, const std::string &text) {
        return save(path, text) && ::utimensat(AT_FDCWD, path.c_str(), nullptr, 0) == 0;
    };
    // auto.conf goes last: make takes it as the sign that all the others are there.
    return saveNew("include/config/auto.conf.cmd", writeMakeDependencies(model, autoConf)) &&
           touchChanged(autoConf) &&
           saveNew(variable("KCONFIG_AUTOHEADER", "include/generated/autoconf.h"),
                   writeHeader(*m_configuration, prefix())) &&
           saveNew(variable("KCONFIG_TRISTATE", "include/config/tristate.conf"),
                   writeTristateConf(*m_configuration, prefix())) &&
           saveNew(autoConf, writeAutoConf(*m_configuration, prefix()));
}

} // namespace kconf
