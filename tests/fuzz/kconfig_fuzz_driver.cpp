// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Runs a libFuzzer harness without libFuzzer: mutates the seeds of a folder, the same way each
// time.
//   program [-runs=N] [-seed=N] FOLDER…

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

const char *const words[] = {"config",
                             "choice",
                             "endchoice",
                             "menu",
                             "endmenu",
                             "if",
                             "endif",
                             "source",
                             "default",
                             "depends",
                             "on",
                             "select",
                             "imply",
                             "range",
                             "visible",
                             "help",
                             "tristate",
                             "bool",
                             "int",
                             "hex",
                             "string",
                             "prompt",
                             "optional",
                             "comment",
                             "\n\t",
                             "\n",
                             " && ",
                             " || ",
                             " = ",
                             "!",
                             "(",
                             ")",
                             "\"",
                             "$(",
                             "A",
                             "B",
                             "m",
                             "y",
                             "n",
                             "\\",
                             "option modules",
                             " := ",
                             "+=",
                             "$(1)",
                             "0x10",
                             "-1",
                             "#",
                             "\n%%%\n",
                             "CONFIG_A=y\n",
                             "is not set",
                             "$(shell,",
                             "menuconfig"};

class Mutator
{
public:
    explicit Mutator(unsigned seed)
        : m_random(seed)
    {}

    std::string mutate(std::string text, const std::vector<std::string> &seeds)
    {
        for (std::size_t times = 1 + below(6); times > 0; --times)
            once(text, seeds);
        if (text.size() > 20000)
            text.resize(20000);
        return text;
    }
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : m_random() % bound; }

private:
    void once(std::string &text, const std::vector<std::string> &seeds)
    {
        const std::size_t at = below(text.size() + 1);
        const std::size_t length = std::min(below(40), text.size() - at);
        switch (below(7)) {
        case 0:
            text.erase(at, length);
            break;
        case 1:
            text.insert(at, words[below(std::size(words))]);
            break;
        case 2:
            if (!text.empty())
                text[std::min(at, text.size() - 1)] = static_cast<char>(below(256));
            break;
        case 3: // say it again elsewhere
            text.insert(below(text.size() + 1), text.substr(at, length));
            break;
        case 4: { // lines change places
            const std::size_t line = text.find('\n', at);
            if (line != std::string::npos) {
                const std::string moved = text.substr(at, line - at + 1);
                text.erase(at, moved.size());
                text.insert(below(text.size() + 1), moved);
            }
            break;
        }
        case 5: { // two seeds in one
            const std::string &other = seeds[below(seeds.size())];
            const std::size_t from = below(other.size() + 1);
            text.insert(at, other.substr(from, below(300)));
            break;
        }
        default: // the same piece many times over
            for (std::size_t i = 0, n = below(60); i < n && text.size() < 20000; ++i)
                text.insert(at, words[below(std::size(words))]);
            break;
        }
    }

    std::mt19937 m_random;
};

} // namespace

int main(int count, char **arguments)
{
    std::size_t runs = 1000;
    unsigned seed = 1;
    std::vector<std::string> seeds;
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        if (argument.compare(0, 6, "-runs=") == 0) {
            runs = std::strtoul(argument.c_str() + 6, nullptr, 10);
        } else if (argument.compare(0, 6, "-seed=") == 0) {
            seed = static_cast<unsigned>(std::strtoul(argument.c_str() + 6, nullptr, 10));
        } else {
            std::vector<std::filesystem::path> paths;
            for (const auto &entry : std::filesystem::directory_iterator(argument))
                paths.push_back(entry.path());
            std::sort(paths.begin(), paths.end());
            for (const auto &path : paths) {
                std::ostringstream text;
                text << std::ifstream(path, std::ios::binary).rdbuf();
                seeds.push_back(text.str());
            }
        }
    }
    if (seeds.empty()) {
        std::fprintf(stderr, "no seeds: name a folder that has some\n");
        return 1;
    }
    const char *keep = std::getenv("FUZZ_KEEP"); // a file that holds the input under way
    Mutator mutator(seed);
    for (std::size_t run = 0; run < runs + seeds.size(); ++run) {
        const std::string input = run < seeds.size()
                                      ? seeds[run]
                                      : mutator.mutate(seeds[mutator.below(seeds.size())], seeds);
        if (keep != nullptr)
            std::ofstream(keep, std::ios::binary) << input;
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.data()), input.size());
    }
    std::printf("%zu inputs from %zu seeds\n", runs + seeds.size(), seeds.size());
    return 0;
}
