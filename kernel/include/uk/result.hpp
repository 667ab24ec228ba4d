/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Results without exceptions, for C++ in the kernel: a value or a (positive) errno number. */

namespace uk {

/** An errno number; never 0. */
struct Error
{
    int number;
};

/** Either a value or an error. Looking at the value of a failed result is undefined. */
template <typename T>
class [[nodiscard]] ErrorOr
{
public:
    constexpr ErrorOr(T value)
        : m_value(value)
        , m_error(0)
    {}
    constexpr ErrorOr(Error error)
        : m_value()
        , m_error(error.number)
    {}

    constexpr bool isError() const { return m_error != 0; }
    constexpr explicit operator bool() const { return m_error == 0; }
    constexpr T value() const { return m_value; }
    constexpr T valueOr(T other) const { return m_error ? other : m_value; }
    constexpr Error error() const { return {m_error}; }

private:
    T m_value;
    int m_error;
};

/** Success, or an error. */
template <>
class [[nodiscard]] ErrorOr<void>
{
public:
    constexpr ErrorOr()
        : m_error(0)
    {}
    constexpr ErrorOr(Error error)
        : m_error(error.number)
    {}

    constexpr bool isError() const { return m_error != 0; }
    constexpr explicit operator bool() const { return m_error == 0; }
    constexpr void value() const {}
    constexpr Error error() const { return {m_error}; }

private:
    int m_error;
};

} // namespace uk

/** The value of an ErrorOr; on error returns that error from the enclosing function. */
#define UK_TRY(expression)                                                                         \
    ({                                                                                             \
        auto uk_try_result = (expression);                                                         \
        if (uk_try_result.isError())                                                               \
            return uk_try_result.error();                                                          \
        uk_try_result.value();                                                                     \
    })
