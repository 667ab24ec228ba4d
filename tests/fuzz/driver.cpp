// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Drives a libFuzzer harness without libFuzzer: the files of some folders, then mutations of them,
// the same ones each time. Takes libFuzzer's own options:
//   PROGRAM [-runs=N] [-seed=N] [-dict=FILE] FOLDER...
// The environment variable FUZZ_KEEP names a file that always holds the input under way.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

constexpr std::size_t longestInput = 65536;

std::string readFile(const std::filesystem::path &path)
{
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

void readSeeds(const std::string &folder, std::vector<std::string> &seeds)
{
    std::vector<std::filesystem::path> paths;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            paths.push_back(entry.path());
    }
    // The order of a directory is no seed.
    std::sort(paths.begin(), paths.end());
    for (const auto &path : paths)
        seeds.push_back(readFile(path));
}

/// The words of a dictionary: one a line in double quotes; \\, \" and \xAB are escapes.
std::vector<std::string> readDictionary(const std::string &path)
{
    std::vector<std::string> words;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const std::size_t begin = line.find('"');
        const std::size_t end = line.rfind('"');
        if (line.empty() || line[0] == '#' || begin == end)
            continue;
        std::string word;
        for (std::size_t i = begin + 1; i < end; ++i) {
            if (line[i] == '\\' && i + 3 < end + 1 && line[i + 1] == 'x') {
                word += static_cast<char>(std::stoi(line.substr(i + 2, 2), nullptr, 16));
                i += 3;
            } else {
                i += line[i] == '\\' ? 1 : 0;
                word += line[i];
            }
        }
        words.push_back(word);
    }
    return words;
}

class Mutator
{
public:
    Mutator(std::vector<std::string> seeds, std::vector<std::string> words, unsigned seed)
        : m_seeds(std::move(seeds))
        , m_words(std::move(words))
        , m_random(seed)
    {}

    std::string next()
    {
        std::string text = pick(m_seeds);
        for (std::size_t changes = 1 + below(6); changes > 0; --changes)
            change(text);
        if (text.size() > longestInput)
            text.resize(longestInput);
        return text;
    }

private:
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : m_random() % bound; }
    const std::string &pick(const std::vector<std::string> &from)
    {
        return from[below(from.size())];
    }

    void change(std::string &text)
    {
        const std::size_t at = below(text.size() + 1);
        const std::size_t length = std::min(below(64), text.size() - at);
        // The last two need words.
        switch (below(m_words.empty() ? 6 : 8)) {
        case 0:
            text.erase(at, length);
            break;
        case 1:
            text.insert(at, 1, static_cast<char>(below(256)));
            break;
        case 2:
            if (!text.empty())
                text[std::min(at, text.size() - 1)] ^= static_cast<char>(1U << below(8));
            break;
        case 3: // say it again elsewhere
            text.insert(below(text.size() + 1), text.substr(at, length));
            break;
        case 4: { // two seeds in one
            const std::string &other = pick(m_seeds);
            text.insert(at, other.substr(below(other.size() + 1), below(300)));
            break;
        }
        case 5: { // lines change places
            const std::size_t end = text.find('\n', at);
            if (end == std::string::npos)
                break;
            const std::string moved = text.substr(at, end - at + 1);
            text.erase(at, moved.size());
            text.insert(below(text.size() + 1), moved);
            break;
        }
        case 6:
            text.insert(at, pick(m_words));
            break;
        default: // a heap of words, for what nests
            for (std::size_t i = below(60); i > 0 && text.size() < longestInput; --i)
                text.insert(at, pick(m_words));
            break;
        }
    }

    std::vector<std::string> m_seeds;
    std::vector<std::string> m_words;
    std::mt19937 m_random;
};

void run(const std::string &input)
{
    if (const char *keep = std::getenv("FUZZ_KEEP"))
        std::ofstream(keep, std::ios::binary) << input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.data()), input.size());
}

} // namespace

int main(int argc, char *argv[])
{
    std::size_t runs = 1000;
    unsigned seed = 1;
    std::vector<std::string> seeds;
    std::vector<std::string> words;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument.rfind("-runs=", 0) == 0)
            runs = std::strtoul(argument.c_str() + 6, nullptr, 10);
        else if (argument.rfind("-seed=", 0) == 0)
            seed = static_cast<unsigned>(std::strtoul(argument.c_str() + 6, nullptr, 10));
        else if (argument.rfind("-dict=", 0) == 0)
            words = readDictionary(argument.substr(6));
        else
            readSeeds(argument, seeds);
    }
    if (seeds.empty()) {
        std::fprintf(stderr, "no files to start from: name a folder that has some\n");
        return 2;
    }
    for (const std::string &text : seeds)
        run(text);
    const std::size_t seedCount = seeds.size();
    Mutator mutator(std::move(seeds), std::move(words), seed);
    for (std::size_t i = 0; i < runs; ++i)
        run(mutator.next());
    std::printf("%zu inputs from %zu files\n", runs + seedCount, seedCount);
    return 0;
}
