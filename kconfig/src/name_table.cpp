// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "name_table.h"

#include <bit>

namespace kconfig {

void NameTable::reserve(std::size_t count)
{
    if (m_used == 0)
        m_slots.assign(std::bit_ceil(std::max<std::size_t>(count * 2, 64)) * 2, 0);
}

} // namespace kconfig
