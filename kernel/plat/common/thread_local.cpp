// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <kvm/thread_local.hpp>
#include <uk/plat/memory.h>
#include <uk/plat/tls.h>
#include <uk/tls_image.hpp>

namespace uk::kvm {

ErrorOr<void> setUpThreadLocals()
{
    if (TlsImage::size() == 0)
        return {};
    // A page's beginning is aligned enough for every variable.
    void *area = ukplat_memregion_alloc(ukarch_tls_area_size(), UKPLAT_MEMRT_KERNEL,
                                        UKPLAT_MEMRF_READ | UKPLAT_MEMRF_WRITE);
    if (!area)
        return Error{ENOMEM};
    ukarch_tls_area_init(area);
    ukplat_tls_set(area);
    return {};
}

} // namespace uk::kvm
