// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Any bytes as a .config, a fragment, a defconfig and an old auto.conf of a tree with an option of
// every kind. The first byte picks the dialect.

#include "kconfig_checks.h"

#include "kconfig/build_files.h"
#include "kconfig/config_file.h"

#include <array>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace kconfig;

constexpr const char *treeText = R"(
config MODULES
	bool "Modules"
	default y
config B
	bool "B"
config T
	tristate "T"
config I
	int "I"
	default 3
	range 1 9 if B
config H
	hex "H"
	default 0x10
	range 0x1 0xff
config S
	string "S"
	default "q\"uote \\ "
config HIDDEN
	bool
	default y if T=m
config PULLED
	tristate "pulled" if B
	depends on T
config PULLS
	tristate "pulls"
	select PULLED
	imply WEAK
config WEAK
	tristate "weak"
choice
	prompt "Choice"
config C1
	bool "C1"
config C2
	bool "C2"
	depends on B
config C3
	bool "C3"
endchoice
menu "Menu"
	visible if B
config DEEP
	int "deep"
	default 7 if T
endmenu
)";

/// The tree in each dialect, loaded once.
std::shared_ptr<const Model> modelFor(Dialect dialect)
{
    static std::array<std::shared_ptr<const Model>, 3> models;
    auto &model = models[static_cast<std::size_t>(dialect)];
    if (!model) {
        const fuzz::TreeFolder folder;
        std::string text = treeText;
        const char *modules = dialect == Dialect::unikraft ? "\toption modules\n" : "\tmodules\n";
        text.insert(text.find("\tdefault y\n"), modules);
        folder.write("Kconfig", text);
        const LoadResult tree = load(fuzz::optionsFor(folder, dialect));
        fuzz::check(tree.diagnostics.empty(), "the tree of this fuzzer has no fault");
        model = tree.model;
    }
    return model;
}

void checkReport(const ReadReport &report)
{
    for (const Diagnostic &diagnostic : report.diagnostics)
        fuzz::check(!format(diagnostic, report.sources).empty(), "a diagnostic can be shown");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char *>(data), size);
    const Dialect dialect = fuzz::dialectOf(text.empty() ? 'u' : text[0]);
    const std::string config = text.substr(std::min<std::size_t>(1, text.size()));

    Configuration configuration(modelFor(dialect));
    checkReport(readConfig(configuration, config, ".config"));
    fuzz::askEverything(configuration);
    fuzz::checkFixedPoint(configuration);
    static_cast<void>(changedOptions(configuration, config));

    // Reading anew forgets what was read before.
    const std::string values = fuzz::valuesOf(configuration);
    readConfig(configuration, config, ".config");
    fuzz::checkEqual(fuzz::valuesOf(configuration), values, "reading twice is reading once");

    // A minimal configuration says as much as the whole.
    Configuration settled(modelFor(dialect));
    readConfig(settled, writeConfig(configuration), ".config");
    Configuration fromMinimal(modelFor(dialect));
    readConfig(fromMinimal, writeMinimalConfig(settled), "defconfig");
    fuzz::checkEqual(writeConfig(fromMinimal), writeConfig(settled),
                     "a minimal configuration gives back the whole");

    Configuration merged(modelFor(dialect));
    const std::size_t half = config.find('\n', config.size() / 2);
    checkReport(mergeConfig(merged, config.substr(0, half), "one"));
    checkReport(mergeConfig(merged, half == std::string::npos ? "" : config.substr(half), "two"));
    fuzz::askEverything(merged);
    return 0;
}
