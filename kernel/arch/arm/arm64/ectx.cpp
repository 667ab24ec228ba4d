// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/arch/ctx.h>

namespace {

// ectx.S: 32 vector registers, then FPCR and FPSR.
constexpr __sz size = 32 * 16 + 2 * 8;

} // namespace

extern "C" {

__sz ukarch_ectx_size(void)
{
    return size;
}

__sz ukarch_ectx_align(void)
{
    return UKARCH_ECTX_ALIGN;
}

void ukarch_ectx_sanitize(struct ukarch_ectx *) {}

void ukarch_ectx_init(struct ukarch_ectx *state)
{
    auto *bytes = reinterpret_cast<char *>(state);
    for (__sz i = 0; i < size; ++i)
        bytes[i] = 0;
}

} // extern "C"
