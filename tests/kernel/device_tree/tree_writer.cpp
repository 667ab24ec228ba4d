// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "tree_writer.hpp"

void TreeWriter::append(std::string &to, std::uint32_t word)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        to += static_cast<char>(word >> shift & 0xff);
}

void TreeWriter::begin(const std::string &name)
{
    append(m_structure, 1);
    m_structure += name + '\0';
    m_structure.resize((m_structure.size() + 3) & ~std::size_t{3});
}

void TreeWriter::end()
{
    append(m_structure, 2);
}

void TreeWriter::property(const std::string &name, const std::string &value)
{
    append(m_structure, 4); // one of the words that mean nothing
    append(m_structure, 3);
    append(m_structure, static_cast<std::uint32_t>(value.size()));
    append(m_structure, static_cast<std::uint32_t>(m_strings.size()));
    m_structure += value;
    m_structure.resize((m_structure.size() + 3) & ~std::size_t{3});
    m_strings += name + '\0';
}

void TreeWriter::cells(const std::string &name, const std::vector<std::uint32_t> &values)
{
    std::string bytes;
    for (const std::uint32_t value : values)
        append(bytes, value);
    property(name, bytes);
}

void TreeWriter::text(const std::string &name, const std::string &value)
{
    property(name, value + '\0');
}

void TreeWriter::reserve(std::uint64_t address, std::uint64_t size)
{
    for (const std::uint64_t value : {address, size}) {
        append(m_reservations, static_cast<std::uint32_t>(value >> 32));
        append(m_reservations, static_cast<std::uint32_t>(value));
    }
}

std::string TreeWriter::blob(std::uint32_t spare) const
{
    constexpr std::uint32_t header = 40;
    const std::string reservations = m_reservations + std::string(16, '\0');
    std::string structure = m_structure;
    append(structure, 9);
    const auto size = [](const std::string &text) {
        return static_cast<std::uint32_t>(text.size());
    };
    const std::uint32_t atStructure = header + size(reservations);
    const std::uint32_t atStrings = atStructure + size(structure);

    std::string blob;
    for (const std::uint32_t word :
         {0xd00dfeedU, atStrings + size(m_strings) + spare, atStructure, atStrings, header, 17U,
          16U, 0U, size(m_strings), size(structure)})
        append(blob, word);
    return blob + reservations + structure + m_strings + std::string(spare, '\0');
}
