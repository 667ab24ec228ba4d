// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/near_names.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <vector>

namespace kiln::cli {

namespace {

/// Levenshtein's distance: insertions, deletions and substitutions from one to the other.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

} // namespace

QStringList nearNames(const kconfig::Model &model, const QString &name)
{
    const std::string wanted = name.toUpper().toStdString();
    const std::size_t furthest = std::max<std::size_t>(2, wanted.size() / 3);
    std::vector<std::pair<std::size_t, QString>> found;
    for (const kconfig::Symbol &symbol : model.symbols()) {
        if (symbol.name.empty() || symbol.isConstant || !symbol.isDefined())
            continue;
        const std::size_t apart = distance(wanted, symbol.name);
        if (apart <= furthest)
            found.emplace_back(apart, QString::fromStdString(std::string(symbol.name)));
    }
    std::sort(found.begin(), found.end());
    QStringList names;
    for (std::size_t index = 0; index < found.size() && index < 3; ++index)
        names.append(found[index].second);
    return names;
}

} // namespace kiln::cli
