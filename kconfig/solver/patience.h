// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// When to give up.
#pragma once

#include <cadical.hpp>

#include <chrono>
#include <optional>
#include <stop_token>

namespace kconfig::solver {

struct Patience
{
    std::optional<std::chrono::steady_clock::time_point> deadline;
    std::stop_token stop; ///< asked from any thread

    [[nodiscard]] bool isOver() const
    {
        return stop.stop_requested() || (deadline && std::chrono::steady_clock::now() >= *deadline);
    }
};

/// Lets CaDiCaL know when patience is over, as long as it lives. Both have to outlive it.
class Watch final : public CaDiCaL::Terminator
{
public:
    Watch(CaDiCaL::Solver &solver, const Patience &patience)
        : m_solver(solver)
        , m_patience(patience)
    {
        m_solver.connect_terminator(this);
    }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;
    ~Watch() override { m_solver.disconnect_terminator(); }
    bool terminate() override { return m_patience.isOver(); }

private:
    CaDiCaL::Solver &m_solver;
    const Patience &m_patience;
};

} // namespace kconfig::solver
