// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Bytes as wishes: a clear refusal, or an answer that is right when it is done by hand. The first
// byte names one of a few small trees and a dialect; then come lines: those of a .config, a line
// `?`, and wishes as they are typed (`NET=y`). A line `keep NAME` is about an option that is to
// stay as it is.

#include "kconfig_checks.h"

#include "../kconfig/property/resolution_checks.h"

#include "kconfig/config_file.h"
#include "solver.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <sstream>

using namespace kconfig;

namespace {

/// For the modules symbol of a dialect.
constexpr std::string_view modulesMark = "<modules>";

constexpr std::string_view texts[] = {
    "config MODULES\n\tbool \"Modules\"\n\tdefault y\n\t<modules>\n"
    "config NET\n\tbool \"Net\"\nconfig PCI\n\ttristate \"PCI\"\n"
    "config CARD\n\ttristate \"Card\"\n\tdepends on NET && PCI\n\tselect BUS\n"
    "config BUS\n\ttristate\nconfig QUIET\n\tbool \"Quiet\" if !CARD\n\tdefault y\n"
    "config HIDDEN\n\tbool\n\tdefault y if CARD=y && !QUIET\n"
    "menu \"Deep\"\n\tdepends on HIDDEN\n\tvisible if BUS=y\n"
    "config DEEP\n\ttristate \"Deep\"\n\timply EXTRA\nconfig NEVER\n\tbool \"Never\"\n"
    "\tdepends on NET && !NET\nendmenu\nconfig EXTRA\n\ttristate \"Extra\"\n",

    "config MODULES\n\tbool \"Modules\"\n\t<modules>\nconfig OLD\n\tbool \"Old\"\n"
    "choice\n\tprompt \"Processor\"\n\tdefault TWO\nconfig ONE\n\tbool \"One\"\n"
    "config TWO\n\tbool \"Two\"\n\tdepends on !OLD\nconfig THREE\n\tbool \"Three\" if "
    "OLD\nendchoice\n"
    "config FAST\n\tbool \"Fast\"\n\tdepends on TWO\nchoice\n\tprompt \"Speed\"\n"
    "\tdepends on FAST || ONE\nconfig LOW\n\tbool \"Low\"\nconfig HIGH\n\tbool \"High\"\n"
    "\tselect HEAT\nendchoice\nconfig HEAT\n\tbool \"Heat\"\n",

    "config BITS\n\tint \"Bits\"\n\trange 1 64 if WIDE\n\trange 1 32\n\tdefault 8\n"
    "config WIDE\n\tbool \"Wide\"\nconfig SHIFT\n\tint \"Shift\"\n\trange 0 BITS\n\tdefault 3\n"
    "config BASE\n\thex \"Base\"\n\tdefault 0x1000\nconfig TOP\n\thex \"Top\"\n"
    "\trange BASE 0xffffffff\n\tdefault 0x2000\nconfig LARGE\n\tbool \"Large\"\n"
    "\tdepends on SHIFT > 5 && BITS != 16\nconfig HIGHER\n\tbool\n\tdefault y if TOP >= 0x8000\n"
    "config BEYOND\n\tbool \"Beyond\"\n\tdepends on SHIFT > BITS\n"
    "config VAST\n\tint \"Vast\"\nconfig MASK\n\thex \"Mask\"\nconfig EDGE\n\tbool \"Edge\"\n"
    "\tdepends on VAST > 9223372036854775806 || MASK > 0xfffffffffffffffe\n"
    "config START\n\tbool \"Start\"\n\tdepends on VAST < -9223372036854775807\n",

    "config NAME\n\tstring \"Name\"\n\tdefault \"kiln\"\nconfig HOST\n\tstring \"Host\" if NAMED\n"
    "\tdefault NAME\nconfig NAMED\n\tbool \"Named\"\n\tdepends on NAME != \"\"\n"
    "config SAME\n\tbool \"Same\"\n\tdepends on NAME = HOST\nconfig OTHER\n\tbool\n"
    "\tdefault y if NAME != HOST && NAMED\nconfig PATH\n\tstring\n\tdefault \"/\" if OTHER\n",
};

constexpr std::size_t treeCount = std::size(texts);

std::string_view modulesLine(Dialect dialect)
{
    return dialect == Dialect::unikraft ? "option modules" : "modules";
}

/// A tree, loaded once.
std::shared_ptr<const Model> modelOf(std::size_t tree, Dialect dialect)
{
    static std::array<std::shared_ptr<const Model>, treeCount * 3> models;
    auto &model = models[tree * 3 + static_cast<std::size_t>(dialect)];
    if (!model) {
        std::string text(texts[tree]);
        if (const auto at = text.find(modulesMark); at != std::string::npos)
            text.replace(at, modulesMark.size(), modulesLine(dialect));
        const fuzz::TreeFolder folder;
        folder.write("Kconfig", text);
        const LoadResult loaded = load(fuzz::optionsFor(folder, dialect));
        fuzz::check(!loaded.hasErrors(), "the tree is sound");
        model = loaded.model;
    }
    return model;
}

struct Input
{
    std::string config;
    std::vector<std::string> wishes;
    std::vector<std::string> keep;
};

Input read(const std::string &bytes)
{
    Input input;
    std::istringstream lines(bytes);
    bool isConfig = true;
    for (std::string line; std::getline(lines, line);) {
        if (isConfig && line == "?")
            isConfig = false;
        else if (isConfig)
            input.config += line + '\n';
        else if (line.compare(0, 5, "keep ") == 0)
            input.keep.push_back(line.substr(5));
        else
            input.wishes.push_back(line);
    }
    return input;
}

void checkRefusal(const WishError &error)
{
    fuzz::check(!error.message.empty(), "a refusal says why");
    fuzz::check(error.message.find('\n') == std::string::npos, "a refusal is one sentence");
}

void checkAnswer(Resolver &resolver, const Configuration &start, const test::Question &question)
{
    ResolveOptions options;
    options.keep = question.keep;
    options.deadline = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    const Resolution resolution = resolver.resolve(start, question.wishes, options);
    fuzz::check(!resolution.isPartial, "a small tree is answered in time");
    fuzz::checkEqual(test::faultsOf(resolution, question, start), "", "the answer is right");
    // What was learnt changes nothing.
    const Resolution again = resolver.resolve(start, question.wishes, options);
    fuzz::checkEqual(test::faultsOf(again, question, start), "", "the second answer is right");
    fuzz::check(again.alternatives.empty() == resolution.alternatives.empty(),
                "the second answer is the same");
    if (!again.alternatives.empty())
        fuzz::check(again.alternatives.front().edits.size() ==
                        resolution.alternatives.front().edits.size(),
                    "the second answer has as many edits");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const Dialect dialect = fuzz::dialectOf(static_cast<char>(data[0]));
    const std::shared_ptr<const Model> model = modelOf(data[0] / 3U % treeCount, dialect);
    const Input input = read(std::string(reinterpret_cast<const char *>(data) + 1, size - 1));
    Configuration start(model);
    readConfig(start, input.config, ".config");

    const auto wishes = readWishes(*model, input.wishes, "CONFIG_");
    if (!wishes) {
        checkRefusal(wishes.error());
        return 0;
    }
    test::Question question{*wishes, {}};
    for (const std::string &name : input.keep)
        if (const SymbolId id = model->find(name); id.isValid() && model->symbol(id).isDefined())
            question.keep.push_back(id);
    if (const auto refused = checkWishes(*model, question.wishes, question.keep)) {
        checkRefusal(*refused);
        return 0;
    }
    const std::unique_ptr<Resolver> resolver = makeResolver(model);
    checkAnswer(*resolver, start, question);
    return 0;
}
