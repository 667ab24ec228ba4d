// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From addresses to functions and lines, by the symbols and DWARF of an image.
#pragma once

#include "workbench/code_place.h"
#include "workbench/problem.h"

#include <QVector>

#include <memory>
#include <optional>

namespace kiln {

/// An image in memory: what is built meanwhile does not disturb it. Nothing of the image is run, no
/// other file is read. Broken and hostile images give fewer answers, never wrong memory accesses.
/// One thread at a time.
class Symbolizer
{
public:
    /// Reads an ELF file with symbols, such as `….dbg`. Fails when there is none, when it is no ELF
    /// file, or too large to keep in memory (a GiB).
    [[nodiscard]] static Result<Symbolizer> open(const QString &path);
    Symbolizer(Symbolizer &&) noexcept;
    Symbolizer &operator=(Symbolizer &&) noexcept;
    ~Symbolizer();

    /// The image runs so many bytes above the addresses in its file (position-independent images).
    void setBias(quint64 bias);
    /// Whether its loader may choose where it runs (ET_DYN).
    [[nodiscard]] bool isRelocatable() const;
    /// The address of a symbol, bias included.
    [[nodiscard]] std::optional<quint64> address(const QString &symbol) const;
    /// Whether the address is in an executable section.
    [[nodiscard]] bool isCode(quint64 address) const;
    /// Innermost of inlined functions first; the last is the function that has an address. Empty
    /// when nothing is known.
    [[nodiscard]] QVector<CodePlace> find(quint64 address) const;

private:
    struct Data;
    explicit Symbolizer(std::unique_ptr<Data> data);

    std::unique_ptr<Data> m_data;
};

} // namespace kiln
