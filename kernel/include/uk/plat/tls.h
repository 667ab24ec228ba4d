/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** The TLS pointer in use. */

#include <uk/arch/lcpu.h>
#include <uk/arch/tls.h>
#include <uk/compiler.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The TLS pointer, as set last; 0 when there is no thread-local storage yet. */
__uptr ukplat_tlsp_get(void);
void ukplat_tlsp_set(__uptr tlsp);

/** Uses the variables of an area. */
static inline void ukplat_tls_set(void *tls_area)
{
    ukplat_tlsp_set(ukarch_tls_tlsp(tls_area));
}

/** What ukplat_tlsp_exec() calls. */
typedef int (*ukplat_tlsp_exec_fn)(void *argument);

/** Calls a function with another TLS pointer; returns what it returned. */
static __noinline __maybe_unused int ukplat_tlsp_exec(__uptr tlsp, ukplat_tlsp_exec_fn function,
                                                      void *argument)
{
    const __uptr before = ukplat_tlsp_get();
    int result;

    ukplat_tlsp_set(tlsp);
    barrier();
    result = function(argument);
    barrier();
    ukplat_tlsp_set(before);
    return result;
}

#ifdef __cplusplus
}
#endif
