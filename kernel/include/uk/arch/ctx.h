/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Contexts: where a program that does not run right now goes on, and its extended registers. */

#include <uk/asm/ctx.h>

#ifndef __ASSEMBLY__

#include <uk/arch/types.h>
#include <uk/essentials.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A context: the instruction at which it goes on, and its stack. Other registers lie on the stack;
 * thread-local storage and extended registers belong to whoever switches. */
struct ukarch_ctx
{
    __uptr ip;
    __uptr sp;
};

/** Functions that a context can start with; the arguments are passed as they are. */
typedef void (*ukarch_ctx_entry0)(void) __noreturn;
typedef void (*ukarch_ctx_entry1)(long) __noreturn;
typedef void (*ukarch_ctx_entry2)(long, long) __noreturn;

/** A context that goes on at `ip` with stack pointer `sp`, whatever is in the other registers. */
static inline void ukarch_ctx_init_bare(struct ukarch_ctx *ctx, __uptr sp, __uptr ip)
{
    ctx->ip = ip;
    ctx->sp = sp;
}

/** The same with a frame pointer of 0, the control registers of floating point as a program starts
 * with, and, unless `keep_regs`, 0 in all general registers. Some bytes below `sp`, which is
 * aligned to UKARCH_SP_ALIGN, are used until then. */
void ukarch_ctx_init(struct ukarch_ctx *ctx, __uptr sp, int keep_regs, __uptr ip);

/** A context that calls a function, on a stack whose upper end is `sp`, aligned to
 * UKARCH_SP_ALIGN. */
void ukarch_ctx_init_entry0(struct ukarch_ctx *ctx, __uptr sp, int keep_regs,
                            ukarch_ctx_entry0 entry);
void ukarch_ctx_init_entry1(struct ukarch_ctx *ctx, __uptr sp, int keep_regs,
                            ukarch_ctx_entry1 entry, long argument);
void ukarch_ctx_init_entry2(struct ukarch_ctx *ctx, __uptr sp, int keep_regs,
                            ukarch_ctx_entry2 entry, long first, long second);

/** Has a context that has not run yet enable interrupts before anything else. */
void ukarch_ctx_start_with_irqs(struct ukarch_ctx *ctx);

/** Stores where the caller is in `store` and goes on with `load`. Returns when somebody switches
 * back, with the registers that a function leaves as they were (System V ABI), among them the
 * control registers of floating point. */
void ukarch_ctx_switch(struct ukarch_ctx *store, struct ukarch_ctx *load);

/** Memory for all floating-point and vector registers; its size depends on the processor. */
struct ukarch_ectx;

/** Its size in bytes, and the alignment it needs. */
__sz ukarch_ectx_size(void);
__sz ukarch_ectx_align(void);

/** Makes memory an extended context: `sanitize` what the processor insists on, `init` the
 * registers of a program's start. */
void ukarch_ectx_sanitize(struct ukarch_ectx *state);
void ukarch_ectx_init(struct ukarch_ectx *state);

/** Copies the registers to and from memory. The calling code is to use none of them. */
void ukarch_ectx_store(struct ukarch_ectx *state);
void ukarch_ectx_load(struct ukarch_ectx *state);

#ifdef __cplusplus
}
#endif

#endif /* !__ASSEMBLY__ */
