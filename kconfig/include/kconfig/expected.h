// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A value or the reason why there is none: the part of C++23's std::expected that the engine needs,
// so that the library builds with nothing but a C++20 standard library.
#pragma once

#include <utility>
#include <variant>

namespace kconfig {

/// Wraps an error on its way into an Expected.
template <typename E>
class Unexpected
{
public:
    explicit Unexpected(E error)
        : m_error(std::move(error))
    {}
    [[nodiscard]] E &error() { return m_error; }

private:
    E m_error;
};

/// Holds a T, or an E that says why not. Accessing the value of a failed one throws
/// std::bad_variant_access; test it first.
template <typename T, typename E>
class [[nodiscard]] Expected
{
public:
    using value_type = T;
    using error_type = E;

    Expected(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {}
    Expected(Unexpected<E> failure)
        : m_state(std::in_place_index<1>, std::move(failure.error()))
    {}

    [[nodiscard]] bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    [[nodiscard]] T value_or(T other) const { return has_value() ? value() : std::move(other); }
    [[nodiscard]] E &error() { return std::get<1>(m_state); }
    [[nodiscard]] const E &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, E> m_state;
};

/// The same for an operation that has nothing to return when it succeeds.
template <typename E>
class [[nodiscard]] Expected<void, E>
{
public:
    using value_type = void;
    using error_type = E;

    Expected() = default;
    Expected(Unexpected<E> failure)
        : m_state(std::in_place_index<1>, std::move(failure.error()))
    {}

    [[nodiscard]] bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }
    [[nodiscard]] E &error() { return std::get<1>(m_state); }
    [[nodiscard]] const E &error() const { return std::get<1>(m_state); }

private:
    std::variant<std::monostate, E> m_state;
};

} // namespace kconfig
