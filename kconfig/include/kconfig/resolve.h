// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The smallest changes that make wishes come true, or why nothing does. The engine itself needs no
// solver; kconfig/solver/ has one (makeResolver() in solver.h).
#pragma once

#include "kconfig/configuration.h"
#include "kconfig/explain.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace kconfig {

/// What a symbol should be, as text: "y", "m", "n", "12", "0x1f", "a string" (unquoted).
struct Wish
{
    SymbolId symbol;
    std::string value;

    friend bool operator==(const Wish &, const Wish &) = default;
};

/// Why a text is no wish for this tree.
struct WishError
{
    enum class Kind : std::uint8_t
    {
        syntax,          ///< not NAME=VALUE
        undefinedSymbol, ///< no file defines it
        wrongType,       ///< the value can't be one of its type's
        outOfRange,      ///< outside every range that the symbol can have
        contradiction    ///< two wishes for one symbol, or a symbol to be kept and changed
    };
    Kind kind = Kind::syntax;
    std::string message; ///< a sentence that says what to do
    SymbolId symbol;     ///< what it is about; may be invalid
    Position position;   ///< where the symbol is defined; may be invalid
    Clause clause;       ///< what the message says
};

/// Reads wishes such as "NET=y" or "CONFIG_LOG_BUF_SHIFT=17" ("prefix" is CONFIG_).
[[nodiscard]] Expected<std::vector<Wish>, WishError> readWishes(const Model &model,
                                                                std::span<const std::string> texts,
                                                                std::string_view prefix,
                                                                const Wording &wording = {});

/// Checks wishes that were made otherwise; nothing when they are in order.
[[nodiscard]] std::optional<WishError> checkWishes(const Model &model, std::span<const Wish> wishes,
                                                   std::span<const SymbolId> keep,
                                                   const Wording &wording = {});

struct Alternative;

/// How a question is to be answered.
struct ResolveOptions
{
    std::vector<SymbolId> keep; ///< their values have to stay what they are
    std::size_t mostAlternatives = 5;
    /// When to give up and say what was found; none: never.
    std::optional<std::chrono::steady_clock::time_point> deadline;
    std::stop_token stop; ///< asks to give up from another thread
    /// Told of each alternative with edits when it is found, on the thread that resolves; the
    /// resolution has them all, in order. One may be told of twice.
    std::function<void(const Alternative &)> found;
    /// The language of what is said; none: English. Has to live until the answer is there.
    const Wording *wording = nullptr;
};

/// A value that differs after the edits. The edited symbols are among them.
struct Effect
{
    SymbolId symbol;
    std::string before, after; ///< as text, unquoted
};

/// One way to get there. What is wished for and kept holds after the edits, and still when .config
/// has been written and read again.
struct Alternative
{
    /// In an order in which Configuration::apply() takes each, as a user could in menuconfig.
    std::vector<Edit> edits;
    std::vector<Effect> effects; ///< in the order of symbols
};

/// Why no edits fulfil the wishes: no configuration of the tree does, or none that can be reached
/// without unsetting what is set, or none that a .config would keep.
struct Impossibility
{
    std::string sentence; ///< "FOO=y is impossible: FOO needs BAR, which needs X86, …"
    /// Rules of the tree that exclude the wishes together: each is needed, none can be left out.
    std::vector<Reason> reasons;
};

/// What came out.
struct Resolution
{
    /// Fewest edits first; each has been replayed through the evaluator. One without edits: the
    /// wishes hold already.
    std::vector<Alternative> alternatives;
    std::optional<Impossibility> impossible; ///< certain; no alternatives then
    bool isSmallest = false; ///< proven: nothing has fewer edits than the first alternative
    bool isPartial = false;  ///< given up (deadline, stop) before everything was found
    std::string whyPartial;  ///< one sentence when it is partial
};

/// Answers for one model. What was learnt is kept between questions, so later ones are quicker.
/// Not safe for two threads at once.
class Resolver
{
public:
    virtual ~Resolver() = default;

    /// \pre checkWishes() has nothing to say; the configuration is one of the resolver's model.
    [[nodiscard]] virtual Resolution resolve(const Configuration &configuration,
                                             std::span<const Wish> wishes,
                                             const ResolveOptions &options) = 0;

    /// What no configuration of the tree allows.
    struct Fixed
    {
        std::vector<SymbolId> dead;     ///< bools and tristates that are n in every configuration
        std::vector<SymbolId> alwaysOn; ///< … and those that are never n
        std::vector<SymbolId> unknown;  ///< not decided before the deadline or the stop
    };
    [[nodiscard]] virtual Fixed findFixed(const ResolveOptions &options) = 0;
    /// Why a symbol can never have the value: the reasons behind one answer of findFixed().
    [[nodiscard]] virtual std::optional<Impossibility>
    whyImpossible(std::span<const Wish> wishes, const ResolveOptions &options) = 0;
};

} // namespace kconfig
