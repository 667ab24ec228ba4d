// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Any bytes as a Kconfig file, and what follows a line of three percent signs as a .config: the
// whole way from text to values and back must end without a fault, and writing what was read must
// be a fixed point.

#include "kconfig/build_files.h"
#include "kconfig/config_file.h"
#include "kconfig/load.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <unistd.h>

namespace {

/// One file in memory that is written anew for every input.
const std::string &inputFile()
{
    static const std::string path = [] {
        const char *folder = ::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
        return std::string(folder) + "/kconfig-fuzz-" + std::to_string(::getpid());
    }();
    return path;
}

void check(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "kconfig_parse_fuzz: %s\n", what);
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kconfig;
    const std::string input(data, data + size);
    const std::size_t cut = std::min(input.find("\n%%%\n"), input.size());
    std::FILE *file = std::fopen(inputFile().c_str(), "wb");
    if (file == nullptr)
        std::abort();
    std::fwrite(input.data(), 1, cut, file);
    std::fclose(file);

    LoadOptions options;
    options.rootFile = inputFile();
    options.environment = {{"NAME", "value"}};
    options.shell = [](const std::string &command) { return ShellResult{command, 0}; };
    const LoadResult tree = load(options);
    ::unlink(inputFile().c_str());
    check(tree.model != nullptr, "a load gives a model, whatever the text");
    std::string messages;
    for (const Diagnostic &diagnostic : tree.diagnostics)
        messages += format(diagnostic, tree.model->sources());

    Configuration configuration(tree.model);
    const std::string config = input.substr(std::min(cut + 5, input.size()));
    const ReadReport report = readConfig(configuration, config, ".config");
    for (const Diagnostic &diagnostic : report.diagnostics)
        messages += format(diagnostic, report.sources);
    const auto count = static_cast<std::uint32_t>(tree.model->symbols().size());
    for (std::uint32_t i = 0; i < count; i += 1 + i / 8) {
        const SymbolId id{i};
        static_cast<void>(configuration.whyFixed(id));
        static_cast<void>(configuration.origin(id));
        static_cast<void>(configuration.apply({id, "y"}));
    }
    static_cast<void>(writeMinimalConfig(configuration));
    static_cast<void>(writeHeader(configuration));
    static_cast<void>(writeAutoConf(configuration));
    if (tree.hasErrors())
        return 0;
    // Values that are written can be read back. Once: the first reading may drop what is stale.
    Configuration again(tree.model);
    readConfig(again, writeConfig(configuration), ".config");
    const std::string settled = writeConfig(again);
    Configuration third(tree.model);
    readConfig(third, settled, ".config");
    Configuration copy = third;
    copy.restore(third.userValues());
    check(writeConfig(copy) == writeConfig(third), "restoring user values changes nothing");
    return 0;
}
