// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Any bytes as a tree of Kconfig files: lexer, macros, parser, `source`, menus, checks.
//
// The first byte picks the dialect and its line is dropped. Lines of three percent signs cut the
// rest into files: Kconfig, then the names below, so that sources, globs and circles of them are
// reached.

#include "kconfig_checks.h"

#include <array>
#include <cstdint>

namespace {

constexpr std::array<const char *, 5> fileNames{"Kconfig", "a", "sub/Kconfig", "sub/b", "lib.uk"};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kconfig;
    static const fuzz::TreeFolder folder;
    std::string_view rest(reinterpret_cast<const char *>(data), size);
    const Dialect dialect = fuzz::dialectOf(rest.empty() ? 'u' : rest[0]);
    rest.remove_prefix(rest.find('\n') == std::string_view::npos ? 0 : rest.find('\n') + 1);
    for (const char *name : fileNames) {
        constexpr std::string_view separator = "\n%%%\n";
        const std::size_t cut = rest.find(separator);
        folder.write(name, rest.substr(0, cut == std::string_view::npos ? cut : cut + 1));
        rest.remove_prefix(cut == std::string_view::npos ? rest.size() : cut + separator.size());
    }

    const LoadOptions options = fuzz::optionsFor(folder, dialect);
    const LoadResult tree = load(options);
    fuzz::checkModel(tree);
    Configuration configuration(tree.model);
    fuzz::askEverything(configuration);
    if (tree.hasErrors())
        return 0;
    fuzz::checkFixedPoint(configuration);
    LoadOptions refused = options;
    refused.shell = nullptr;
    fuzz::checkModel(load(refused));
    return 0;
}
