// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "bundled_tree.h"

#include <set>

namespace kconfig::test {

namespace {

/// The lists of parts that the tree sources, as its Makefile makes them.
void writeLists(const Folder &folder, const std::string &kernel)
{
    for (const auto &[list, parts] : std::initializer_list<std::pair<const char *, const char *>>{
             {"plats.uk", "/plat"}, {"drivers.uk", "/drivers"}, {"libs.uk", "/lib"}}) {
        std::set<std::string> lines;
        for (const auto &part : std::filesystem::directory_iterator(kernel + parts))
            if (std::filesystem::exists(part.path() / "Config.uk"))
                lines.insert("source \"" + part.path().string() + "/Config.uk\"\n");
        std::string text;
        for (const std::string &line : lines)
            text += line;
        folder.write(list, text);
    }
    folder.write("app.uk", "source \"" + kernel + "/apps/helloworld/Config.uk\"\n");
}

} // namespace

LoadResult loadBundledTree(const Folder &work)
{
    const std::string kernel = KILN_KERNEL_FOLDER;
    LoadOptions options;
    options.rootFile = kernel + "/Config.uk";
    options.directory = work.path();
    options.environment = processEnvironment();
    options.environment["UK_BASE"] = kernel;
    options.environment["UK_APP"] = kernel + "/apps/helloworld";
    options.environment["BUILD_DIR"] = work.path();
    options.environment["KCONFIG_DIR"] = work.path();
    options.environment["UK_ARCH"] = options.environment["HOST_ARCH"] = "x86_64";
    writeLists(work, kernel);
    options.shell = hostShell(work.path(), options.environment);
    return load(options);
}

} // namespace kconfig::test
