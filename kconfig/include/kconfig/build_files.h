// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What a build reads: auto.conf for make, a header for C, and the files whose time stamps say which
// options have changed.
#pragma once

#include "kconfig/configuration.h"

#include <string>
#include <string_view>
#include <vector>

namespace kconfig {

/// `CONFIG_X=…` of everything that is not n, in conf's order.
[[nodiscard]] std::string writeAutoConf(const Configuration &configuration,
                                        std::string_view prefix = "CONFIG_");
/// `--cfg=CONFIG_X…` of everything that is not n, in conf's order, for rustc (Linux 6.1 and later).
[[nodiscard]] std::string writeRustcFlags(const Configuration &configuration,
                                          std::string_view prefix = "CONFIG_");
/// `#define CONFIG_X …` of everything that is not n, in conf's order.
[[nodiscard]] std::string writeHeader(const Configuration &configuration,
                                      std::string_view prefix = "CONFIG_");
/// `CONFIG_X=Y` or `=M` of tristates that are not n (Linux 5.2).
[[nodiscard]] std::string writeTristateConf(const Configuration &configuration,
                                            std::string_view prefix = "CONFIG_");
/// The make fragment (auto.conf.cmd) by which `autoConf` depends on every file and environment
/// variable that the tree read.
[[nodiscard]] std::string writeMakeDependencies(const Model &model, const std::string &autoConf);

/// Names of the options whose value differs from what an older auto.conf says, in conf's order;
/// first those that it has and the model has not.
[[nodiscard]] std::vector<std::string> changedOptions(const Configuration &configuration,
                                                      std::string_view oldAutoConf,
                                                      std::string_view prefix = "CONFIG_");
/// The file that stands for an option below the folder of stamps: `FOO_BAR` becomes `foo/bar.h` in
/// the unikraft dialect and stays as it is in later ones.
[[nodiscard]] std::string optionStampPath(Dialect dialect, std::string_view name);

} // namespace kconfig
