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

struct Case
{
    const char *title;
    std::function<void(int)> edit;
    bool isHinted;
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
    ReloadableTree tree(options);
    const LoadResult &loaded = tree.load();
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
    const std::vector<Case> cases{
        {"nothing changed, every file looked at", [](int) {}, false},
        {"touched, every file looked at", touch, false},
        {"touched, told by a watcher", touch, true},
        {"help text edited, told by a watcher", help, true},
        {"option added, told by a watcher", option, true},
        {"option added, every file looked at", option, false},
    };
    std::vector<double> whole;
    for (int run = 0; run < runs; ++run)
        whole.push_back(timeOf([&] { static_cast<void>(load(options)); }));
    std::nth_element(whole.begin(), whole.begin() + runs / 2, whole.end());
    const double load = whole[static_cast<std::size_t>(runs) / 2];
    std::printf("%-40s %9.3f ms\n", "load", load);
    for (const Case &each : cases) {
        std::vector<double> times;
        for (int run = 0; run < runs; ++run) {
            each.edit(run);
            times.push_back(timeOf([&] {
                if (each.isHinted)
                    tree.reload({leaf.string()});
                else
                    tree.reload();
            }));
        }
        std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
        const double median = times[static_cast<std::size_t>(runs) / 2];
        std::printf("%-40s %9.3f ms  1/%.1f of a load; %zu read, %zu reused, %s model\n",
                    each.title, median, load / median, tree.effort().filesRead,
                    tree.effort().filesReused, tree.effort().isNewModel ? "new" : "same");
    }
    fs::remove_all(folder);
    return 0;
}
