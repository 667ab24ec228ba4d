// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Variant I of thread-local storage (U. Drepper, ELF Handling For Thread-Local Storage, 3.4.6): the
// TLS pointer points at two words for the thread library, and the variables follow. What else a
// library's control block has lies before.

#include <uk/arch/tls.h>
#include <uk/tls_image.hpp>

namespace {

using uk::TlsImage;

constexpr __sz header = 16;

__sz sizeBeforeTlsp()
{
    return ALIGN_UP(ukarch_tls_tcb_size() - header, ukarch_tls_area_align());
}

__sz variablesAfterTlsp()
{
    return ALIGN_UP(header, TlsImage::alignment());
}

} // namespace

extern "C" {

__attribute__((weak)) __sz ukarch_tls_tcb_size(void)
{
    return header;
}

__attribute__((weak)) void ukarch_tls_tcb_init(void *) {}

__sz ukarch_tls_area_align(void)
{
    return MAX(TlsImage::alignment(), header);
}

__sz ukarch_tls_area_size(void)
{
    return sizeBeforeTlsp() + variablesAfterTlsp() + TlsImage::size();
}

__uptr ukarch_tls_tlsp(void *tls_area)
{
    return reinterpret_cast<__uptr>(tls_area) + sizeBeforeTlsp();
}

void *ukarch_tls_area_get(__uptr tlsp)
{
    return reinterpret_cast<void *>(tlsp - sizeBeforeTlsp());
}

void *ukarch_tls_tcb_get(__uptr tlsp)
{
    return reinterpret_cast<void *>(tlsp + header - ukarch_tls_tcb_size());
}

void ukarch_tls_area_init(void *tls_area)
{
    auto *area = static_cast<char *>(tls_area);
    const __sz before = sizeBeforeTlsp() + variablesAfterTlsp();
    for (__sz i = 0; i < before; ++i)
        area[i] = '\0';
    TlsImage::copy(area + before, TlsImage::size());
    ukarch_tls_tcb_init(ukarch_tls_tcb_get(ukarch_tls_tlsp(tls_area)));
}

} // extern "C"
