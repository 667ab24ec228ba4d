// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Something that takes the keys and draws itself: the menu, the search, a question.
#pragma once

#include "canvas.h"
#include "key.h"

#include <string>
#include <vector>

namespace kconfig::terminal {

/// An entry of the bar at the bottom: what to press, what that does. A click on it sends `sends`.
struct KeyHint
{
    std::string key;
    std::string label;
    Key sends;
};

class Page
{
public:
    Page() = default;
    Page(const Page &) = delete;
    Page &operator=(const Page &) = delete;
    virtual ~Page() = default;

    /// Draws into the canvas: the screen without the bar of keys.
    virtual void draw(const Canvas &canvas) = 0;
    virtual void handle(const Key &key) = 0;
    /// The keys, the most important first; those behind are left out where there is no room.
    [[nodiscard]] virtual std::vector<KeyHint> hints() const = 0;
    /// False for what lies on top of the page before, which stays in sight.
    [[nodiscard]] virtual bool coversAll() const { return true; }
};

} // namespace kconfig::terminal
