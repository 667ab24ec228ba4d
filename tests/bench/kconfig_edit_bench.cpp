// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// How long one edit takes: from a configuration with everything on (as allyesconfig makes it) each
// option that can be changed gets another value, everything that changed is read back, and the edit
// is undone. Prints median, 99th percentile and worst, in microseconds of processor time, so that
// what else the machine does is left out.
//
//   kconfig_edit_bench [--dialect=unikraft|linux-6.1|linux-6.12] [--recording=FILE] ROOT
//
// ROOT is the root file, seen from the current folder; the environment is the process's. A
// recording of shells is a row of: length of the command, length of its output (eight bytes each,
// little endian), command, output. Without one the shells are run.

#include "kconfig/configuration.h"
#include "kconfig/load.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace kconfig;

/// Processor time of this thread in microseconds.
double now()
{
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

Shell replay(const std::string &path)
{
    std::map<std::string, std::string> outputs;
    std::ifstream file(path, std::ios::binary);
    std::uint64_t lengths[2];
    while (file.read(reinterpret_cast<char *>(lengths), sizeof lengths)) {
        std::string command(lengths[0], '\0');
        std::string output(lengths[1], '\0');
        file.read(command.data(), static_cast<std::streamsize>(command.size()));
        file.read(output.data(), static_cast<std::streamsize>(output.size()));
        outputs.emplace(std::move(command), std::move(output));
    }
    return [outputs = std::move(outputs)](const std::string &command) {
        const auto found = outputs.find(command);
        return found == outputs.end() ? ShellResult{{}, 127} : ShellResult{found->second, 0};
    };
}

void turnEverythingOn(Configuration &configuration)
{
    const auto symbols = configuration.model().symbols();
    for (std::uint32_t i = 0; i < symbols.size(); ++i) {
        const bool isTruth =
            symbols[i].type == SymbolType::boolean || symbols[i].type == SymbolType::tristate;
        if (isTruth && symbols[i].isDefined() && !symbols[i].isChoice &&
            !symbols[i].choice.isValid())
            configuration.assume(SymbolId{i}, "y");
    }
}

/// Another value that the option may have; nothing when there is none.
std::optional<std::string> anotherValue(const Configuration &configuration, SymbolId id)
{
    const Symbol &symbol = configuration.model().symbol(id);
    switch (symbol.type) {
    case SymbolType::boolean:
    case SymbolType::tristate:
        for (const Tristate value : configuration.settableValues(id))
            if (value != configuration.tristate(id))
                return std::string(1, letter(value));
        return std::nullopt;
    case SymbolType::string:
        return configuration.value(id) + "x";
    default: {
        const auto range = configuration.range(id);
        const std::string current = configuration.value(id);
        for (const std::string &value :
             range ? std::vector{range->low, range->high} : std::vector<std::string>{"1", "2"})
            if (value != current)
                return value;
        return std::nullopt;
    }
    }
}

void print(const char *what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    std::printf("%-34s median %8.1f us, 99%% %8.1f us, worst %8.1f us\n", what,
                times[times.size() / 2], times[times.size() * 99 / 100], times.back());
}

int measure(const std::shared_ptr<const Model> &model)
{
    Configuration configuration(model);
    turnEverythingOn(configuration);
    const auto begin = now();
    static_cast<void>(configuration.takeChanges());
    std::printf("first evaluation                   %.1f ms\n", (now() - begin) / 1000);

    std::vector<double> edits;
    std::vector<double> undos;
    std::size_t changed = 0;
    std::size_t mostChanged = 0;
    std::size_t bytesRead = 0;
    double worst = 0;
    std::string worstName;
    const auto readBack = [&] {
        const auto changes = configuration.takeChanges();
        for (const SymbolId id : changes)
            bytesRead += configuration.value(id).size() +
                         static_cast<std::size_t>(configuration.visibility(id));
        return changes.size();
    };
    const auto count = static_cast<std::uint32_t>(model->symbols().size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const SymbolId id{i};
        if (!configuration.isChangeable(id))
            continue;
        const auto value = anotherValue(configuration, id);
        if (!value)
            continue;
        const auto start = now();
        const auto undo = configuration.apply({id, value});
        const std::size_t changes = readBack();
        const auto middle = now();
        if (!undo)
            continue;
        configuration.restore(*undo);
        readBack();
        edits.push_back(middle - start);
        undos.push_back(now() - middle);
        changed += changes;
        mostChanged = std::max(mostChanged, changes);
        if (edits.back() > worst) {
            worst = edits.back();
            worstName = std::string(model->symbol(id).name);
        }
    }
    if (edits.empty()) {
        std::fprintf(stderr, "no option can be changed\n");
        return 1;
    }
    std::printf(
        "%zu options changed; %.1f symbols follow on average, %zu at most; %zu bytes read\n",
        edits.size(), static_cast<double>(changed) / static_cast<double>(edits.size()), mostChanged,
        bytesRead);
    print("set one option and read back", edits);
    print("undo and read back", undos);
    std::printf("worst: %s\n", worstName.c_str());

    const auto copyStart = now();
    constexpr int copies = 100;
    for (int i = 0; i < copies; ++i)
        static_cast<void>(Configuration(configuration));
    std::printf("copy of a configuration            %.1f us\n", (now() - copyStart) / copies);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    LoadOptions options;
    options.environment = processEnvironment();
    options.shell = hostShell({}, options.environment);
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--dialect=linux-6.1")
            options.dialect = Dialect::linux_6_1;
        else if (argument == "--dialect=linux-6.12")
            options.dialect = Dialect::linux_6_12;
        else if (argument.rfind("--recording=", 0) == 0)
            options.shell = replay(argument.substr(12));
        else if (argument.rfind("--", 0) != 0)
            options.rootFile = argument;
    }
    if (options.rootFile.empty()) {
        std::fprintf(stderr, "usage: kconfig_edit_bench "
                             "[--dialect=unikraft|linux-6.1|linux-6.12] [--recording=FILE] ROOT\n");
        return 2;
    }
    const LoadResult loaded = load(options);
    if (loaded.hasErrors()) {
        for (const Diagnostic &diagnostic : loaded.diagnostics)
            std::fputs(format(diagnostic, loaded.model->sources()).c_str(), stderr);
        return 1;
    }
    return measure(loaded.model);
}
