/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

#include <uk/arch/types.h>

namespace uk {

/** An address of one kind; kinds do not mix. */
template <typename Kind>
class Address
{
public:
    constexpr Address()
        : m_value(0)
    {}
    constexpr explicit Address(__u64 value)
        : m_value(value)
    {}

    constexpr __u64 value() const { return m_value; }
    constexpr bool isNull() const { return m_value == 0; }
    constexpr bool isAligned(__u64 alignment) const { return (m_value & (alignment - 1)) == 0; }
    constexpr Address alignedDown(__u64 alignment) const
    {
        return Address(m_value & ~(alignment - 1));
    }
    constexpr Address alignedUp(__u64 alignment) const
    {
        return Address((m_value + alignment - 1) & ~(alignment - 1));
    }
    constexpr Address operator+(__u64 bytes) const { return Address(m_value + bytes); }
    constexpr __u64 operator-(Address other) const { return m_value - other.m_value; }
    constexpr Address &operator+=(__u64 bytes)
    {
        m_value += bytes;
        return *this;
    }
    constexpr auto operator==(Address other) const { return m_value == other.m_value; }
    constexpr auto operator<(Address other) const { return m_value < other.m_value; }
    constexpr auto operator<=(Address other) const { return m_value <= other.m_value; }

private:
    __u64 m_value;
};

struct PhysicalKind;
struct VirtualKind;

/** An address on the memory bus. */
using PhysicalAddress = Address<PhysicalKind>;
/** An address as the processor's instructions use it. */
using VirtualAddress = Address<VirtualKind>;

/** Memory that is mapped at its own physical address, as all RAM is. */
template <typename T>
T *identityMapped(PhysicalAddress address)
{
    return reinterpret_cast<T *>(address.value());
}

} // namespace uk
