// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A small tree that tests load again and again, and compare with new loads.
#pragma once

#include "tree.h"

#include "kconfig/reload.h"

#include <optional>

namespace kconfig::test {

/// Everything about a model that can be seen, as text.
inline std::string describe(const LoadResult &result)
{
    const Model &model = *result.model;
    std::string text;
    const auto place = [&](const Position &position) {
        return ' ' + model.sources().describe(position);
    };
    for (std::uint32_t i = 0; i < model.nodeCount(); ++i) {
        const MenuNode &node = model.node(NodeId{i});
        text += "node " + std::to_string(static_cast<int>(node.kind)) + ' ' +
                std::string(model.promptText(NodeId{i})) + " if " +
                model.describe(node.dependency) + place(node.position) + " parent " +
                std::to_string(node.parent.index) + " next " +
                std::to_string(node.nextSibling.index) + '\n' + model.help(NodeId{i}) + '\n';
    }
    for (const Symbol &symbol : model.symbols()) {
        text += "symbol " + std::string(symbol.name) + ' ' +
                std::to_string(static_cast<int>(symbol.type)) + ' ' +
                model.describe(symbol.directDependency) + ' ' +
                model.describe(symbol.reverseDependency) + '\n';
        for (const PropertyId id : symbol.properties) {
            const Property &property = model.property(id);
            text += "  " + std::to_string(static_cast<int>(property.kind)) + ' ' +
                    model.describe(property.value) + " if " + model.describe(property.condition) +
                    place(property.position) + '\n';
        }
    }
    for (const Diagnostic &diagnostic : result.diagnostics)
        text += format(diagnostic, model.sources());
    for (const std::string &message : result.messages)
        text += message + '\n';
    for (const std::string &file : model.filesForMake())
        text += file + '\n';
    for (const auto &[name, value] : model.environment())
        text += name + '=' + value + '\n';
    return text + std::to_string(result.shells) + ' ' + std::to_string(result.refusedShells);
}

struct Reloaded
{
    Folder folder;
    LoadOptions options;
    std::optional<ReloadableTree> tree;

    explicit Reloaded(Dialect dialect = Dialect::unikraft)
    {
        options.rootFile = "Kconfig";
        options.directory = folder.path();
        options.dialect = dialect;
        options.environment = {{"PATH", "/usr/bin:/bin"}, {"ARCH", "x86"}};
        folder.write("Kconfig", "mainmenu \"Test\"\nsource \"a.uk\"\nsource \"b.uk\"\n");
        folder.write("a.uk", "config A\n\tbool \"A\"\n\thelp\n\t  About A.\n");
        folder.write("b.uk", "menu \"B\"\nconfig B\n\tbool \"B\"\n\tdepends on A\nendmenu\n");
    }
    ReloadableTree &open(ChangeDetection detection = ChangeDetection::watch)
    {
        tree.emplace(options, ReloadableTree::ShellOfLoad(), detection);
        tree->load();
        return *tree;
    }
    /// Reloads and compares with a new load.
    const LoadResult &reload()
    {
        const LoadResult &result = tree->reload();
        EXPECT_EQ(describe(result), describe(kconfig::load(options)));
        return result;
    }
};

} // namespace kconfig::test
