// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

/** Memory for an allocator under test, at any offset from a page boundary. */
class Arena
{
public:
    Arena(size_t bytes, size_t offset)
        : m_memory(new char[bytes + offset + pageSize])
        , m_size(bytes)
    {
        const auto address = reinterpret_cast<uintptr_t>(m_memory.get());
        m_base = m_memory.get() + ((pageSize - address % pageSize) % pageSize) + offset;
    }

    char *base() const { return m_base; }
    size_t size() const { return m_size; }
    bool contains(const void *memory, size_t bytes) const
    {
        const auto *begin = static_cast<const char *>(memory);
        return begin >= m_base && begin + bytes <= m_base + m_size;
    }

private:
    static constexpr size_t pageSize = 4096;

    std::unique_ptr<char[]> m_memory;
    char *m_base;
    size_t m_size;
};
