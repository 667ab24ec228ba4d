// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Variant II of thread-local storage (U. Drepper, ELF Handling For Thread-Local Storage, 3.4.6):
// the variables end where the TLS pointer points, and there lies the TLS pointer itself.

#include <uk/arch/tls.h>
#include <uk/tls_image.hpp>

namespace {

using uk::TlsImage;

__sz sizeOfVariables()
{
    return ALIGN_UP(TlsImage::size(), ukarch_tls_area_align());
}

} // namespace

extern "C" {

__attribute__((weak)) __sz ukarch_tls_tcb_size(void)
{
    return sizeof(void *);
}

__attribute__((weak)) void ukarch_tls_tcb_init(void *) {}

__sz ukarch_tls_area_align(void)
{
    return MAX(TlsImage::alignment(), sizeof(void *));
}

__sz ukarch_tls_area_size(void)
{
    return sizeOfVariables() + ukarch_tls_tcb_size();
}

__uptr ukarch_tls_tlsp(void *tls_area)
{
    return reinterpret_cast<__uptr>(tls_area) + sizeOfVariables();
}

void *ukarch_tls_area_get(__uptr tlsp)
{
    return reinterpret_cast<void *>(tlsp - sizeOfVariables());
}

void *ukarch_tls_tcb_get(__uptr tlsp)
{
    return reinterpret_cast<void *>(tlsp);
}

void ukarch_tls_area_init(void *tls_area)
{
    auto *variables = static_cast<char *>(tls_area);
    TlsImage::copy(variables, sizeOfVariables() + ukarch_tls_tcb_size());
    const __uptr tlsp = ukarch_tls_tlsp(tls_area);
    *reinterpret_cast<__uptr *>(tlsp) = tlsp;
    ukarch_tls_tcb_init(ukarch_tls_tcb_get(tlsp));
}

} // extern "C"
