// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// How long it takes to load a tree again after one file has changed, beside loading it whole:
//
//   cd TREE && ARCH=x86 SRCARCH=x86 … kconfig_reload_bench 6.1 Kconfig RECORDING [LEAF] [RUNS]
//
// The recording answers $(shell,…) (kconf --shells=record:RECORDING). All files of the tree are
// copied to a temporary folder first, and edits are made there, in LEAF (else the file read last).
// Instructions of one kind of reload:
//   valgrind --tool=callgrind --toggle-collect='kconfig::ReloadableTree::reload*' …

#include "kconfig/reload.h"
#include "kconfig/shell_recording.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace kconfig;
namespace fs = std::filesystem;

double timeOf(const std::function<void()> &action)
{
    const auto start = std::chrono::steady_clock::now();
    action();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

std::string read(const fs::path &path)
{
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

void write(const fs::path &path, const std::string &text)
{
    std::ofstream(path, std::ios::binary) << text;
}

enum class Told
{
    byTheSystem, ///< ReloadableTree watches
    nothing,     ///< every file is looked at
    byTheCaller  ///< which file has changed
};

struct Case
{
    const char *title;
    std::function<void(int)> edit;
    Told told;
};

} // namespace

int main(int count, char **arguments)
{
    if (count < 4) {
        std::fputs(
            "usage: kconfig_reload_bench unikraft|6.1|6.12 KCONFIG RECORDING [LEAF] [RUNS]\n",
            stderr);
        return 2;
    }
    const std::string dialect = arguments[1];
    LoadOptions options;
    options.rootFile = arguments[2];
    options.environment = processEnvironment();
    options.dialect = dialect == "6.1"    ? Dialect::linux_6_1
                      : dialect == "6.12" ? Dialect::linux_6_12
                                          : Dialect::unikraft;
    auto recording = ShellRecording::read(arguments[3]);
    if (!recording) {
        std::fprintf(stderr, "%s\n", recording.error().c_str());
        return 1;
    }
    options.shell = replayShell(std::make_shared<ShellRecording>(std::move(*recording)),
                                {{}, options.environment});

    std::string name = (fs::temp_directory_path() / "kconfig-reload-XXXXXX").string();
    const fs::path folder = ::mkdtemp(name.data());
    {
        const LoadResult first = load(options);
        for (const std::string &file : first.model->files()) {
            if (file[0] == '/' || !fs::exists(file))
                continue;
            fs::create_directories((folder / file).parent_path());
            fs::copy_file(file, folder / file);
        }
    }
    options.directory = folder.string();
    ReloadableTree watched(options);
    ReloadableTree looking(options, {}, ChangeDetection::look);
    const LoadResult &loaded = watched.load();
    looking.load();
    const fs::path leaf =
        folder / (count > 4 && arguments[4][0] != '\0' ? std::string(arguments[4])
                                                       : loaded.model->files().back());
    const int runs = count > 5 ? std::atoi(arguments[5]) : 11;
    const std::string original = read(leaf);
    std::printf("%zu files, %zu nodes, %zu diagnostics; edits in %s\n",
                loaded.model->files().size(), loaded.model->nodeCount(), loaded.diagnostics.size(),
                leaf.lexically_relative(folder).c_str());

    const auto touch = [&](int) { write(leaf, original); };
    const auto help = [&](int run) {
        write(leaf, original + "\nconfig KCONFIG_BENCH\n\tbool \"Bench\"\n\thelp\n\t  Text " +
                        std::to_string(run) + ".\n");
    };
    const auto option = [&](int run) {
        write(leaf,
              original + "\nconfig KCONFIG_BENCH_" + std::to_string(run) + "\n\tbool \"Bench\"\n");
    };
    const auto replace = [&](int) {
        write(folder / "new", original);
        fs::rename(folder / "new", leaf);
    };
    const std::vector<Case> cases{
        {"nothing changed", [](int) {}, Told::byTheSystem},
        {"touched", touch, Told::byTheSystem},
        {"replaced by rename", replace, Told::byTheSystem},
        {"help text edited", help, Told::byTheSystem},
        {"option added", option, Told::byTheSystem},
        {"nothing changed, every file looked at", [](int) {}, Told::nothing},
        {"touched, every file looked at", touch, Told::nothing},
        {"option added, every file looked at", option, Told::nothing},
        {"touched, told by the caller", touch, Told::byTheCaller},
    };
    std::vector<double> whole;
    for (int run = 0; run < runs; ++run)
        whole.push_back(timeOf([&] { static_cast<void>(load(options)); }));
    std::nth_element(whole.begin(), whole.begin() + runs / 2, whole.end());
    const double load = whole[static_cast<std::size_t>(runs) / 2];
    std::printf("%-40s %9.3f ms\n", "load", load);
    const double prepared = timeOf([&] { watched.prepareReload(); });
    std::printf("%-40s %9.3f ms  1/%.1f of a load, once\n", "beginning to watch", prepared,
                load / prepared);
    for (const Case &each : cases) {
        ReloadableTree &tree = each.told == Told::byTheSystem ? watched : looking;
        std::vector<double> times;
        for (int run = 0; run < runs; ++run) {
            each.edit(run);
            times.push_back(timeOf([&] {
                if (each.told == Told::byTheCaller)
                    tree.reload({leaf.string()});
                else
                    tree.reload();
            }));
        }
        std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
        const double median = times[static_cast<std::size_t>(runs) / 2];
        std::printf("%-40s %9.3f ms  1/%.1f of a load; %zu looked at, %zu read, %zu reused, "
                    "%s model\n",
                    each.title, median, load / median, tree.effort().filesLookedAt,
                    tree.effort().filesRead, tree.effort().filesReused,
                    tree.effort().isNewModel ? "new" : "same");
    }
    fs::remove_all(folder);
    return 0;
}
