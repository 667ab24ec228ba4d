// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "resolver_access.h"

#ifdef KCONF_HAS_SOLVER
#include "solver.h"
#endif

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace kconf {

using namespace kconfig;

bool hasResolver()
{
#ifdef KCONF_HAS_SOLVER
    return true;
#else
    return false;
#endif
}

std::unique_ptr<Resolver> resolverFor([[maybe_unused]] const std::shared_ptr<const Model> &model)
{
#ifdef KCONF_HAS_SOLVER
    return makeResolver(model);
#else
    return nullptr;
#endif
}

int complainAboutSolver(const char *what)
{
    return complain(std::string(what) +
                    " needs a solver, and this kconf was built without one. Install CaDiCaL "
                    "(Debian: libcadical-dev) and build kconf with CMake again; until then 'kconf "
                    "why' says what is in the way");
}

Expected<std::optional<std::chrono::steady_clock::time_point>, std::string>
deadlineOf(const CommandLine &line, std::optional<int> defaultSeconds)
{
    double seconds = defaultSeconds.value_or(0);
    if (const auto text = line.value("--timeout")) {
        char *end = nullptr;
        seconds = std::strtod(text->c_str(), &end);
        constexpr double most = 1e6;
        if (end == text->c_str() || *end != '\0' || !(seconds > 0) || seconds > most)
            return Unexpected(std::string("--timeout takes seconds, as in --timeout=10"));
    } else if (!defaultSeconds) {
        return std::optional<std::chrono::steady_clock::time_point>();
    }
    return std::optional(std::chrono::steady_clock::now() +
                         std::chrono::microseconds(std::llround(seconds * 1e6)));
}

BusyLine::BusyLine(const std::string &what)
    : m_isShown(::isatty(STDERR_FILENO) != 0)
{
    if (m_isShown)
        std::fprintf(stderr, "\r\033[Kkconf: %s …", what.c_str());
}

BusyLine::~BusyLine()
{
    if (m_isShown)
        std::fputs("\r\033[K", stderr);
}

} // namespace kconf
