// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Loads a tree, sets an option, prints why another can't be set, and writes .config:
//   kconfig_example ROOT-FILE SET OTHER OUTPUT

#include "kconfig/config_file.h"
#include "kconfig/load.h"
#include <cstdio>

int main(int count, char **arguments)
{
    using namespace kconfig;
    if (count != 5)
        return 2;
    LoadOptions options;
    options.rootFile = arguments[1];
    options.environment = processEnvironment(); // no shell is given, so none is run
    const LoadResult tree = load(options);
    for (const Diagnostic &diagnostic : tree.diagnostics)
        std::fputs(format(diagnostic, tree.model->sources()).c_str(), stderr);

    Configuration configuration(tree.model);
    const SymbolId wanted = tree.model->find(arguments[2]);
    const SymbolId other = tree.model->find(arguments[3]);
    if (!wanted.isValid() || !other.isValid())
        return 1;
    if (const auto undo = configuration.apply({wanted, "y"}); !undo)
        std::printf("%s\n", undo.error().message.c_str());
    std::printf("%s\n", configuration.whyFixed(other).c_str());
    const auto saved = saveFile(arguments[4], writeConfig(configuration), true);
    if (!saved)
        std::fprintf(stderr, "%s\n", saved.error().message.c_str());
    return saved ? 0 : 1;
}
