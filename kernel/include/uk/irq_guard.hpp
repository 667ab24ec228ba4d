/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

#include <uk/plat/lcpu.h>

namespace uk {

/** Keeps interrupts off for its lifetime; nests. */
class IrqGuard
{
public:
    IrqGuard()
        : m_flags(ukplat_lcpu_save_irqf())
    {}
    ~IrqGuard() { ukplat_lcpu_restore_irqf(m_flags); }
    IrqGuard(const IrqGuard &) = delete;
    IrqGuard &operator=(const IrqGuard &) = delete;

private:
    unsigned long m_flags;
};

} // namespace uk
