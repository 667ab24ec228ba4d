/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Thread-local storage (U. Drepper, ELF Handling For Thread-Local Storage): an area of memory with
 * a thread's variables and its control block (TCB). The TLS pointer, which programs find both by,
 * points into it. */

#include <uk/arch/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Alignment and size in bytes of an area for the variables of this image. */
__sz ukarch_tls_area_align(void);
__sz ukarch_tls_area_size(void);

/** The size of the control block. A C library that has a larger one defines this function and the
 * one below. */
__sz ukarch_tls_tcb_size(void);
/** Fills a control block that is otherwise 0. */
void ukarch_tls_tcb_init(void *tcb);

/** The TLS pointer of an area; the area and the control block of a TLS pointer. */
__uptr ukarch_tls_tlsp(void *tls_area);
void *ukarch_tls_area_get(__uptr tlsp);
void *ukarch_tls_tcb_get(__uptr tlsp);

/** Gives the variables of an area the values they start with. */
void ukarch_tls_area_init(void *tls_area);

#ifdef __cplusplus
}
#endif
