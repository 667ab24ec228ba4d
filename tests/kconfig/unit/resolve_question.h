// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A tree, a configuration and wishes, answered by the resolver; each answer is tried out.
#pragma once

#include "tree.h"

#include "kconfig/resolve.h"
#include "solver.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace kconfig::test {

constexpr Dialect allDialects[] = {Dialect::unikraft, Dialect::linux_6_1, Dialect::linux_6_12};
inline const std::string modules = "config MODULES\n\tbool \"Modules\"\n\tdefault y\n\tmodules\n";

struct Question
{
    Tree tree;
    Configuration configuration;
    Resolution resolution;

    /// `wishes` as "A=y B=n", `config` as lines of a .config.
    Question(const std::string &text, const std::string &wishes, const std::string &config = {},
             Dialect dialect = Dialect::linux_6_1, const std::vector<std::string> &keep = {})
        : configuration(load(text, dialect))
    {
        readConfig(configuration, config, ".config");
        ResolveOptions options;
        for (const std::string &name : keep)
            options.keep.push_back(tree.symbol(name));
        resolution = makeResolver(tree.result.model)->resolve(configuration, read(wishes), options);
        for (const Alternative &alternative : resolution.alternatives)
            check(alternative, read(wishes), options.keep);
        EXPECT_NE(resolution.alternatives.empty(), !resolution.impossible.has_value());
    }

    const std::shared_ptr<const Model> &load(const std::string &text, Dialect dialect)
    {
        tree.options.dialect = dialect;
        std::string spoken = text;
        if (const auto at = spoken.find("\tmodules\n");
            at != std::string::npos && dialect == Dialect::unikraft)
            spoken.replace(at, 9, "\toption modules\n");
        tree.load(spoken);
        EXPECT_EQ(tree.errorCount(), 0U) << tree.messages();
        return tree.result.model;
    }

    [[nodiscard]] std::vector<Wish> read(const std::string &text) const
    {
        std::vector<Wish> wishes;
        std::istringstream words(text);
        for (std::string word; words >> word;)
            wishes.push_back(
                {tree.symbol(word.substr(0, word.find('='))), word.substr(word.find('=') + 1)});
        return wishes;
    }

    void check(const Alternative &alternative, const std::vector<Wish> &wishes,
               const std::vector<SymbolId> &keep) const
    {
        Configuration edited = configuration;
        for (const Edit &edit : alternative.edits) {
            EXPECT_NE(edited.visibility(edit.symbol), Tristate::no);
            EXPECT_TRUE(edited.apply(edit)) << name(edit.symbol);
        }
        for (const Wish &wish : wishes)
            EXPECT_EQ(edited.value(wish.symbol), wish.value) << name(wish.symbol);
        for (const SymbolId id : keep)
            EXPECT_EQ(edited.value(id), configuration.value(id)) << name(id);
        std::size_t differing = 0;
        for (std::uint32_t i = 0; i < tree.model().symbols().size(); ++i)
            if (edited.value(SymbolId{i}) != configuration.value(SymbolId{i}))
                ++differing;
        EXPECT_EQ(alternative.effects.size(), differing);
        Configuration again(tree.result.model);
        readConfig(again, writeConfig(edited), ".config");
        for (const Wish &wish : wishes)
            EXPECT_EQ(again.value(wish.symbol), wish.value) << "after it was read again";
    }

    [[nodiscard]] std::string name(SymbolId id) const { return displayName(tree.model(), id); }

    [[nodiscard]] std::string edits(const Alternative &alternative) const
    {
        std::string text;
        for (const Edit &edit : alternative.edits)
            text += (text.empty() ? "" : " ") + name(edit.symbol) + '=' + edit.value.value_or("?");
        return text;
    }
    /// The edits of the first alternative, or "impossible".
    [[nodiscard]] std::string first() const
    {
        return resolution.alternatives.empty() ? "impossible" : edits(resolution.alternatives[0]);
    }
    [[nodiscard]] std::vector<std::string> all() const
    {
        std::vector<std::string> texts;
        for (const Alternative &alternative : resolution.alternatives)
            texts.push_back(edits(alternative));
        std::sort(texts.begin(), texts.end());
        return texts;
    }
    [[nodiscard]] std::vector<std::string> reasons() const
    {
        std::vector<std::string> names;
        for (const Reason &reason : resolution.impossible->reasons)
            names.push_back(name(reason.symbol));
        std::sort(names.begin(), names.end());
        return names;
    }
};

inline std::string boolean(const std::string &name, const std::string &more = {})
{
    return "config " + name + "\n\tbool \"" + name + "\"\n" + more;
}

inline std::string tristate(const std::string &name, const std::string &more = {})
{
    return "config " + name + "\n\ttristate \"" + name + "\"\n" + more;
}

using Texts = std::vector<std::string>;

} // namespace kconfig::test
