// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Drives a libFuzzer harness without libFuzzer: mutations of the files in a folder, from a fixed
// seed, for a time or a number of rounds. usage: PROGRAM [--seconds N] [--seed N] FOLDER
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

std::vector<Bytes> readCorpus(const std::string &folder)
{
    std::vector<std::filesystem::path> paths;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            paths.push_back(entry.path());
    }
    // The order of a directory is no seed.
    std::sort(paths.begin(), paths.end());
    std::vector<Bytes> corpus;
    for (const auto &path : paths) {
        std::ifstream file(path, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return corpus;
}

class Mutator
{
public:
    Mutator(std::vector<Bytes> corpus, std::uint32_t seed)
        : m_corpus(std::move(corpus))
        , m_random(seed)
    {}

    Bytes next()
    {
        Bytes bytes = pick();
        for (std::size_t changes = 1 + m_random() % 6; changes > 0; --changes)
            change(bytes);
        return bytes;
    }

private:
    const Bytes &pick() { return m_corpus[m_random() % m_corpus.size()]; }

    void change(Bytes &bytes)
    {
        const std::size_t at = bytes.empty() ? 0 : m_random() % bytes.size();
        const auto place = bytes.begin() + static_cast<std::ptrdiff_t>(at);
        const std::size_t length = std::min<std::size_t>(bytes.size() - at, 1 + m_random() % 64);
        const auto end = place + static_cast<std::ptrdiff_t>(length);
        switch (m_random() % 5) {
        case 0:
            bytes.erase(place, end);
            break;
        case 1:
            bytes.insert(place, static_cast<std::uint8_t>(m_random()));
            break;
        case 2:
            if (!bytes.empty())
                bytes[at] ^= static_cast<std::uint8_t>(1U << (m_random() % 8));
            break;
        case 3: {
            const Bytes copy(place, end);
            bytes.insert(bytes.begin() +
                             static_cast<std::ptrdiff_t>(m_random() % (bytes.size() + 1)),
                         copy.begin(), copy.end());
            break;
        }
        default: {
            const Bytes &other = pick();
            if (other.empty())
                break;
            const std::size_t from = m_random() % other.size();
            const std::size_t count = std::min<std::size_t>(other.size() - from, m_random() % 128);
            bytes.insert(place, other.begin() + static_cast<std::ptrdiff_t>(from),
                         other.begin() + static_cast<std::ptrdiff_t>(from + count));
            break;
        }
        }
    }

    std::vector<Bytes> m_corpus;
    std::mt19937 m_random;
};

} // namespace

int main(int argc, char *argv[])
{
    double seconds = 5;
    std::uint32_t seed = 1;
    std::string folder;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--seconds" && i + 1 < argc)
            seconds = std::atof(argv[++i]);
        else if (argument == "--seed" && i + 1 < argc)
            seed = static_cast<std::uint32_t>(std::strtoul(argv[++i], nullptr, 10));
        else
            folder = argument;
    }
    std::vector<Bytes> corpus = readCorpus(folder);
    if (corpus.empty()) {
        std::fprintf(stderr, "%s: no files to start from\n", folder.c_str());
        return 2;
    }
    for (const Bytes &bytes : corpus)
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    Mutator mutator(std::move(corpus), seed);
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    std::size_t rounds = 0;
    for (; std::chrono::steady_clock::now() < end; ++rounds) {
        const Bytes bytes = mutator.next();
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    }
    std::printf("%zu inputs, seed %u\n", rounds, seed);
    return 0;
}
