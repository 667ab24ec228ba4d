// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "shell_cache_data.h"

#include "shell_text.h"

#include <algorithm>
#include <cstring>

namespace kconfig {

namespace {

// Other versions, and machines of another byte order, find a signature that they don't know.
constexpr std::string_view cacheSignature = "kiln-shell-cache 2\n";
constexpr std::uint32_t byteOrder = 0x01020304;

class Writer
{
public:
    explicit Writer(std::string &out)
        : m_out(out)
    {}
    template <typename T>
    void number(T value)
    {
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        m_out.append(bytes, sizeof value);
    }
    void text(std::string_view text)
    {
        number(static_cast<std::uint32_t>(text.size()));
        m_out.append(text);
    }

private:
    std::string &m_out;
};

/// After the first thing that is not there everything is empty, and isGood is false.
class Reader
{
public:
    explicit Reader(std::string_view bytes)
        : m_bytes(bytes)
    {}
    template <typename T>
    T number()
    {
        T value{};
        if (m_bytes.size() < sizeof value) {
            isGood = false;
            m_bytes = {};
            return value;
        }
        std::memcpy(&value, m_bytes.data(), sizeof value);
        m_bytes.remove_prefix(sizeof value);
        return value;
    }
    std::string text()
    {
        const auto size = number<std::uint32_t>();
        if (size > m_bytes.size()) {
            isGood = false;
            m_bytes = {};
            return {};
        }
        std::string text(m_bytes.substr(0, size));
        m_bytes.remove_prefix(size);
        return text;
    }
    /// A number of things that take at least a byte each.
    std::size_t count()
    {
        const auto count = number<std::uint32_t>();
        isGood = isGood && count <= m_bytes.size();
        return isGood ? count : 0;
    }
    [[nodiscard]] bool atEnd() const { return m_bytes.empty(); }

    bool isGood = true;

private:
    std::string_view m_bytes;
};

std::string inputKey(const CommandInput &input)
{
    std::string key = input.path;
    key += '\0';
    Writer writer(key);
    writer.number(input.look);
    writer.number(input.state.number);
    writer.number(input.state.names);
    return key;
}

} // namespace

std::uint32_t ShellCache::Data::addInput(CommandInput input)
{
    const auto [at, isNew] =
        inputIndex.emplace(inputKey(input), static_cast<std::uint32_t>(inputs.size()));
    if (isNew)
        inputs.push_back(std::move(input));
    return at->second;
}

void ShellCache::Data::put(CachedCall call)
{
    hasChanged = true;
    const auto [at, isNew] = index.emplace(call.key, calls.size());
    if (isNew)
        calls.push_back(std::move(call));
    else
        calls[at->second] = std::move(call);
}

void ShellCache::Data::tidy(long today)
{
    constexpr long longest = 30;
    constexpr std::size_t most = 4096;
    std::vector<CachedCall> kept;
    for (CachedCall &call : calls)
        if (today - call.lastUse <= longest)
            kept.push_back(std::move(call));
    if (kept.size() > most) {
        std::stable_sort(kept.begin(), kept.end(), [](const CachedCall &a, const CachedCall &b) {
            return a.lastUse > b.lastUse;
        });
        kept.resize(most);
    }
    const std::vector<CommandInput> old = std::move(inputs);
    inputs.clear();
    inputIndex.clear();
    calls.clear();
    index.clear();
    for (CachedCall &call : kept) {
        for (std::uint32_t &input : call.inputs)
            input = addInput(old[input]);
        index.emplace(call.key, calls.size());
        calls.push_back(std::move(call));
    }
}

std::string ShellCache::Data::serialize() const
{
    std::string out(cacheSignature);
    Writer writer(out);
    writer.number(byteOrder);
    writer.number(loads);
    writer.number(static_cast<std::uint32_t>(inputs.size()));
    for (const CommandInput &input : inputs) {
        writer.text(input.path);
        writer.number(input.look);
        writer.number(input.state.number);
        writer.number(input.state.names);
    }
    writer.number(static_cast<std::uint32_t>(calls.size()));
    for (const CachedCall &call : calls) {
        writer.text(call.key);
        writer.text(call.output);
        writer.text(call.errors);
        writer.number(static_cast<std::int32_t>(call.exitStatus));
        writer.number(static_cast<std::int64_t>(call.lastUse));
        writer.number(call.lastLoad);
        writer.number(call.order);
        writer.number(static_cast<std::uint32_t>(call.inputs.size()));
        for (const std::uint32_t input : call.inputs)
            writer.number(input);
        writer.number(static_cast<std::uint32_t>(call.variables.size()));
        for (const std::string &variable : call.variables)
            writer.text(variable);
        writer.number(static_cast<std::uint32_t>(call.outputs.size()));
        for (const WrittenFile &output : call.outputs) {
            writer.text(output.path);
            writer.text(output.content);
            writer.number(static_cast<std::uint32_t>(output.mode));
        }
    }
    writer.number(static_cast<std::uint64_t>(fnv(out)));
    return out;
}

bool ShellCache::Data::parse(std::string_view bytes)
{
    constexpr std::size_t sumSize = sizeof(std::uint64_t);
    if (bytes.size() < cacheSignature.size() + sumSize ||
        bytes.substr(0, cacheSignature.size()) != cacheSignature)
        return false;
    const std::string_view content = bytes.substr(0, bytes.size() - sumSize);
    if (Reader(bytes.substr(content.size())).number<std::uint64_t>() != fnv(content))
        return false;
    Reader reader(content.substr(cacheSignature.size()));
    if (reader.number<std::uint32_t>() != byteOrder)
        return false;
    Data read;
    read.loads = reader.number<std::uint32_t>();
    for (std::size_t left = reader.count(); left > 0 && reader.isGood; --left) {
        CommandInput input;
        input.path = reader.text();
        input.look = reader.number<Look>();
        input.state.number = reader.number<std::uint64_t>();
        input.state.names = reader.number<std::uint64_t>();
        reader.isGood = reader.isGood && input.look <= Look::presence;
        read.addInput(std::move(input));
    }
    for (std::size_t left = reader.count(); left > 0 && reader.isGood; --left) {
        CachedCall call;
        call.key = reader.text();
        call.output = reader.text();
        call.errors = reader.text();
        call.exitStatus = reader.number<std::int32_t>();
        call.lastUse = reader.number<std::int64_t>();
        call.lastLoad = reader.number<std::uint32_t>();
        call.order = reader.number<std::uint32_t>();
        for (std::size_t n = reader.count(); n > 0; --n) {
            call.inputs.push_back(reader.number<std::uint32_t>());
            reader.isGood = reader.isGood && call.inputs.back() < read.inputs.size();
        }
        for (std::size_t n = reader.count(); n > 0; --n)
            call.variables.push_back(reader.text());
        for (std::size_t n = reader.count(); n > 0; --n) {
            WrittenFile output;
            output.path = reader.text();
            output.content = reader.text();
            output.mode = reader.number<std::uint32_t>();
            call.outputs.push_back(std::move(output));
        }
        read.put(std::move(call));
    }
    if (!reader.isGood || !reader.atEnd())
        return false;
    inputs = std::move(read.inputs);
    inputIndex = std::move(read.inputIndex);
    calls = std::move(read.calls);
    index = std::move(read.index);
    loads = read.loads;
    return true;
}

} // namespace kconfig
