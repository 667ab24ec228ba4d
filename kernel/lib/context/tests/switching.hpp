// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/ctx.h>
#include <uk/arch/lcpu.h>
#include <uk/plat/lcpu.h>

namespace uk::test {

/** A context with a stack of its own, entered from the test and left for it again. */
class Other
{
public:
    ukarch_ctx context{};

    __uptr bottom() const { return reinterpret_cast<__uptr>(m_stack); }
    /** The upper end of the stack; some bytes follow. */
    __uptr top() const { return reinterpret_cast<__uptr>(m_stack + sizeof(m_stack) - 64); }

    /** Goes on with it until it comes back. */
    void enter()
    {
        s_entered = this;
        ukarch_ctx_switch(&m_back, &context);
    }

    /** For the functions in it. */
    static void goBack()
    {
        Other *entered = s_entered;
        ukarch_ctx_switch(&entered->context, &entered->m_back);
    }
    [[noreturn]] static void goBackForEver()
    {
        for (;;)
            goBack();
    }

private:
    inline static constinit Other *s_entered = nullptr;

    ukarch_ctx m_back{};
    alignas(UKARCH_SP_ALIGN) char m_stack[8192];
};

} // namespace uk::test
