// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// How long the resolver takes to say how an option becomes y, for options by dice among those with
// a prompt that can't be set to y now: the first answer (cold: encoding included, load of the tree
// apart), median, 99th percentile and worst of the rest, peak memory of the process. The same dice
// ask the questions of the test with conf as the judge (kconfig/oracle/resolve_linux_test.py), to
// which --answers gives every answer as a line of JSON.
//
//   kconfig_resolve_bench [--dialect=unikraft|linux-6.1|linux-6.12] [--shells=FILE]
//                         [--config=FILE] [--count=N] [--seed=N] [--alternatives=N] [--answers]
//                         [--clauses=FOLDER] ROOT
//
// ROOT is the root file, seen from the current folder; the environment is the process's. --shells
// is a recording (kconf --shells=record:FILE); without one the shells are run. --clauses writes
// FOLDER/NAME.cnf (DIMACS) for each option that is said to be impossible.
// Ends with status 1 when a question was not answered.

#include "kconfig/config_file.h"
#include "kconfig/load.h"
#include "kconfig/shell_recording.h"
#include "solver.h"

#include "json_writer.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <optional>
#include <random>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace {

using namespace kconfig;

struct Options
{
    LoadOptions load;
    std::string shells;
    std::string config;
    std::string clauses;
    std::size_t count = 500;
    unsigned seed = 1;
    std::size_t alternatives = 5;
    bool writesAnswers = false;
};

std::optional<Options> readOptions(int count, char **arguments)
{
    Options options;
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        const auto value = [&](const std::string &name) -> std::optional<std::string> {
            if (argument.compare(0, name.size(), name) != 0)
                return std::nullopt;
            return argument.substr(name.size());
        };
        if (const auto dialect = value("--dialect="))
            options.load.dialect = *dialect == "linux-6.1"    ? Dialect::linux_6_1
                                   : *dialect == "linux-6.12" ? Dialect::linux_6_12
                                                              : Dialect::unikraft;
        else if (const auto shells = value("--shells="))
            options.shells = *shells;
        else if (const auto config = value("--config="))
            options.config = *config;
        else if (const auto clauses = value("--clauses="))
            options.clauses = *clauses;
        else if (const auto number = value("--count="))
            options.count = static_cast<std::size_t>(std::atoi(number->c_str()));
        else if (const auto seed = value("--seed="))
            options.seed = static_cast<unsigned>(std::atoi(seed->c_str()));
        else if (const auto most = value("--alternatives="))
            options.alternatives = static_cast<std::size_t>(std::atoi(most->c_str()));
        else if (argument == "--answers")
            options.writesAnswers = true;
        else if (argument[0] != '-' && options.load.rootFile.empty())
            options.load.rootFile = argument;
        else
            return std::nullopt;
    }
    if (options.load.rootFile.empty())
        return std::nullopt;
    return options;
}

[[noreturn]] void fail(const std::string &message)
{
    std::fprintf(stderr, "%s\n", message.c_str());
    std::exit(2);
}

/// The tree with its configuration.
Configuration start(Options &options)
{
    options.load.environment = processEnvironment();
    if (options.shells.empty()) {
        options.load.shell = hostShell("", options.load.environment);
    } else {
        auto recording = ShellRecording::read(options.shells);
        if (!recording)
            fail(recording.error());
        options.load.shell = replayShell(std::make_shared<ShellRecording>(std::move(*recording)),
                                         {{}, options.load.environment});
    }
    const LoadResult loaded = load(options.load);
    if (loaded.hasErrors())
        fail(options.load.rootFile + " has errors; kconf shows them");
    Configuration configuration(loaded.model);
    if (!options.config.empty())
        if (const auto report = readConfigFile(configuration, options.config); !report)
            fail(report.error().message);
    return configuration;
}

/// Bools and tristates with a prompt that are not y and can't be set to y, shuffled.
std::vector<SymbolId> outOfReach(const Configuration &configuration, const Options &options)
{
    const Model &model = configuration.model();
    std::vector<SymbolId> found;
    for (std::uint32_t i = 0; i < model.symbols().size(); ++i) {
        const SymbolId id{i};
        const Symbol &symbol = model.symbol(id);
        const bool isTruth =
            symbol.type == SymbolType::boolean || symbol.type == SymbolType::tristate;
        const bool hasPrompt = std::any_of(
            symbol.properties.begin(), symbol.properties.end(), [&](PropertyId property) {
                return model.property(property).kind == PropertyKind::prompt;
            });
        if (!isTruth || !hasPrompt || symbol.isChoice || !symbol.isDefined() ||
            configuration.tristate(id) == Tristate::yes)
            continue;
        const auto values = configuration.settableValues(id);
        if (std::find(values.begin(), values.end(), Tristate::yes) == values.end())
            found.push_back(id);
    }
    std::mt19937 random(options.seed); // std::shuffle is another one with every library
    for (std::size_t i = found.size(); i > 1; --i)
        std::swap(found[i - 1], found[random() % i]);
    if (found.size() > options.count)
        found.resize(options.count);
    return found;
}

/// How long something took, in milliseconds: on the wall, and of the processor, which leaves out
/// what else the machine does.
struct Time
{
    double wall = 0;
    double processor = 0;

    static Time now()
    {
        timespec spent = {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
        return {std::chrono::duration<double, std::milli>(
                    std::chrono::steady_clock::now().time_since_epoch())
                    .count(),
                static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6};
    }
    Time operator-(const Time &other) const
    {
        return {wall - other.wall, processor - other.processor};
    }
};

/// One answer as a line. An edit of a choice's value says which other values it replaces.
void writeAnswer(const Model &model, SymbolId asked, const Resolution &resolution)
{
    kconf::JsonWriter json(stdout);
    json.beginLine('{').member("symbol", model.symbol(asked).name);
    json.member("partial", resolution.isPartial).member("smallest", resolution.isSmallest);
    json.key("impossible");
    if (resolution.impossible)
        json.text(resolution.impossible->sentence);
    else
        json.null();
    json.key("alternatives").beginArray();
    for (const Alternative &alternative : resolution.alternatives) {
        json.beginArray();
        for (const Edit &edit : alternative.edits) {
            const Symbol &symbol = model.symbol(edit.symbol);
            json.beginObject().member("symbol", symbol.name);
            json.member("value", edit.value.value_or(""));
            json.member("isString", symbol.type == SymbolType::string);
            json.member("isChoice", symbol.isChoice);
            json.key("instead").beginArray();
            if (symbol.choice.isValid() && edit.value == "y")
                for (const SymbolId other : model.symbol(symbol.choice).choiceValues)
                    if (!(other == edit.symbol))
                        json.text(model.symbol(other).name);
            json.endArray().endObject();
        }
        json.endArray();
    }
    json.endArray().endLine('}');
    std::fputc('\n', stdout);
}

/// The clauses that exclude the option's y in every configuration, for another solver to refute.
void writeClauses(const Model &model, const Wish &wish, const std::string &folder)
{
    const std::string clauses = proofAsDimacs(model, std::span(&wish, 1));
    if (!clauses.empty())
        std::ofstream(folder + '/' + std::string(model.symbol(wish.symbol).name) + ".cnf")
            << clauses;
}

/// The figures; stdout is for answers when these are asked for.
void report(const std::vector<Time> &times, const Time &cold, std::size_t unanswered,
            std::FILE *out)
{
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    std::vector<double> wall;
    std::vector<double> processor;
    for (const Time &time : times) {
        wall.push_back(time.wall);
        processor.push_back(time.processor);
    }
    std::sort(wall.begin(), wall.end());
    std::sort(processor.begin(), processor.end());
    const auto print = [&](const char *name, double share) {
        const auto rank = static_cast<std::size_t>(share * static_cast<double>(times.size()));
        const std::size_t at = std::min(rank, times.size() - 1);
        if (!times.empty())
            std::fprintf(out, "%s %.3f ms, %.3f of the processor\n", name, wall[at], processor[at]);
    };
    std::fprintf(out, "cold %.3f ms, %.3f of the processor\n", cold.wall, cold.processor);
    print("median", 0.5);
    print("p99", 0.99);
    print("worst", 1);
    std::fprintf(out, "peak %.1f MiB\nasked %zu\nunanswered %zu\n",
                 static_cast<double>(usage.ru_maxrss) / 1024, times.size() + 1, unanswered);
}

} // namespace

int main(int count, char **arguments)
{
    auto options = readOptions(count, arguments);
    if (!options) {
        std::fputs("usage: kconfig_resolve_bench [--dialect=unikraft|linux-6.1|linux-6.12] "
                   "[--shells=FILE] [--config=FILE] [--count=N] [--seed=N] [--alternatives=N] "
                   "[--answers] [--clauses=FOLDER] ROOT\n",
                   stderr);
        return 2;
    }
    const Configuration configuration = start(*options);
    const Model &model = configuration.model();
    std::vector<Time> times;
    std::optional<Time> cold;
    std::size_t unanswered = 0;
    ResolveOptions resolving;
    resolving.mostAlternatives = options->alternatives;
    std::unique_ptr<Resolver> resolver;
    for (const SymbolId id : outOfReach(configuration, *options)) {
        const Time begin = Time::now();
        if (!resolver)
            resolver = makeResolver(configuration.sharedModel());
        const Wish wish{id, "y"};
        const Resolution resolution =
            resolver->resolve(configuration, std::span(&wish, 1), resolving);
        const Time time = Time::now() - begin;
        if (cold)
            times.push_back(time);
        else
            cold = time;
        if (resolution.isPartial || (resolution.alternatives.empty() && !resolution.impossible))
            ++unanswered;
        if (options->writesAnswers)
            writeAnswer(model, id, resolution);
        if (!options->clauses.empty() && resolution.impossible)
            writeClauses(model, wish, options->clauses);
    }
    if (!cold) {
        std::fputs("every option can be set to y: there is nothing to ask\n", stderr);
        return 1;
    }
    report(std::move(times), *cold, unanswered, options->writesAnswers ? stderr : stdout);
    return unanswered == 0 ? 0 : 1;
}
