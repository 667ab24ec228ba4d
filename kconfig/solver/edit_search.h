// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The fewest edits that fulfil demands, then the next fewest, and so on: first nothing may change,
// and every set of inputs of which one has to change (a core) raises the price by one (OLL).
#pragma once

#include "patience.h"
#include "totalizer.h"

#include <cstddef>
#include <deque>
#include <span>
#include <vector>

namespace kconfig::solver {

/// Something that costs one edit when it does not stay as it is.
struct Stake
{
    Literal stays;                   ///< true: no edit
    Literal isSaid = Clauses::yes(); ///< must hold when it does change; yes() for none
};

class EditSearch
{
public:
    enum class Answer : std::uint8_t
    {
        found,
        none,
        givenUp
    };

    /// All demands hold in what is found.
    EditSearch(Clauses &clauses, std::vector<Literal> demands, std::vector<Stake> stakes,
               const Patience &patience);
    EditSearch(const EditSearch &) = delete;
    EditSearch &operator=(const EditSearch &) = delete;
    ~EditSearch();

    /// Whether the demands can be fulfilled at all, by whatever edits.
    Answer canBe();
    /// The next cheapest model; to be read with isTrue() until anything else is called.
    Answer next();
    /// Edits of the last model found, or a bound below those of any to come.
    [[nodiscard]] std::size_t cost() const { return m_cost; }
    /// From now on at least one of the literals has to hold.
    void exclude(std::span<const Literal> literals);
    [[nodiscard]] bool isTrue(Literal literal) const;

private:
    struct Sum
    {
        Totalizer totalizer;
        std::size_t bound; ///< so many may be true without a further edit
    };
    struct Assumption
    {
        Literal literal;
        Literal isSaid = Clauses::yes();
        Sum *sum = nullptr;
    };

    int solve(std::span<const Assumption> assumptions);
    void shrink(std::vector<Assumption> &core);
    void relax(const std::vector<Assumption> &core);
    [[nodiscard]] std::vector<Assumption> failedOf(std::span<const Assumption> assumptions);

    Clauses &m_clauses;
    const Patience &m_patience;
    std::vector<Literal> m_demands;
    std::vector<Assumption> m_assumptions;
    std::deque<Sum> m_sums;
    Literal m_guard; ///< switches on what holds for this search only
    std::size_t m_cost = 0;
};

} // namespace kconfig::solver
