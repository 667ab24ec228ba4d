// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Large rows of plain values that begin as zeros and of which only some are ever written.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <type_traits>

namespace kconfig {

/// A row of a fixed size. Its zeros are the system's where that has fresh memory: unlike those of a
/// vector they are not written before they are used, which a table that is mostly empty profits by.
template <typename Value>
class ZeroedRow
{
    static_assert(std::is_trivially_copyable_v<Value> && std::is_trivially_destructible_v<Value> &&
                  alignof(Value) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__);

public:
    ZeroedRow() = default;
    explicit ZeroedRow(std::size_t size)
        : m_values(static_cast<Value *>(std::calloc(std::max<std::size_t>(size, 1), sizeof(Value))))
        , m_size(size)
    {
        if (m_values == nullptr)
            throw std::bad_alloc();
    }
    ZeroedRow(const ZeroedRow &other)
        : ZeroedRow(other.m_size)
    {
        if (m_size > 0)
            std::memcpy(m_values.get(), other.m_values.get(), m_size * sizeof(Value));
    }
    ZeroedRow &operator=(const ZeroedRow &) = delete;
    ZeroedRow(ZeroedRow &&other) noexcept = default;
    ZeroedRow &operator=(ZeroedRow &&other) noexcept = default;
    ~ZeroedRow() = default;

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] Value &operator[](std::size_t index) { return m_values.get()[index]; }
    [[nodiscard]] const Value &operator[](std::size_t index) const { return m_values.get()[index]; }
    /// Makes all of it zeros again.
    void clear()
    {
        if (m_size > 0)
            std::memset(static_cast<void *>(m_values.get()), 0, m_size * sizeof(Value));
    }

private:
    struct Free
    {
        void operator()(Value *values) const { std::free(values); }
    };
    std::unique_ptr<Value, Free> m_values;
    std::size_t m_size = 0;
};

} // namespace kconfig
