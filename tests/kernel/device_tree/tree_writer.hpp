// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <cstdint>
#include <string>
#include <vector>

/** Writes flattened device trees, by the specification and independently of the reader. */
class TreeWriter
{
public:
    void begin(const std::string &name);
    void end();
    void property(const std::string &name, const std::string &value);
    void cells(const std::string &name, const std::vector<std::uint32_t> &values);
    /** A text, with its end. */
    void text(const std::string &name, const std::string &value);
    void reserve(std::uint64_t address, std::uint64_t size);

    /** The whole blob, with `spare` unused bytes at its end. */
    std::string blob(std::uint32_t spare = 0) const;

private:
    static void append(std::string &to, std::uint32_t word);

    std::string m_structure;
    std::string m_strings;
    std::string m_reservations;
};
