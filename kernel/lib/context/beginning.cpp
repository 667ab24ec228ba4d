// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// New contexts: what arch/*/ctx.S finds on their stacks.

#include <uk/arch/ctx.h>
#include <uk/assert.h>
#include <uk/config.h>

extern "C" {
// In arch/*/ctx.S; not functions to be called.
extern const char uk_context_begin[], uk_context_begin_clear[], uk_context_enable_irqs[];
}

namespace {

__uptr addressOf(const char *code)
{
    return reinterpret_cast<__uptr>(code);
}

/** What a new context pops. */
struct Beginning
{
#ifdef CONFIG_ARCH_X86_64
    __u64 control = 0x1f80; // MXCSR: all exceptions masked, round to nearest
    __u64 arguments[2];
    __u64 entry;
#else
    __u64 arguments[2];
    __u64 entry;
    __u64 control = 0; // FPCR
#endif
};

void begin(ukarch_ctx *ctx, __uptr sp, int keepRegisters, __uptr entry, long first, long second)
{
    UK_ASSERT(ctx && sp && entry);
    auto *beginning = reinterpret_cast<Beginning *>(sp) - 1;
    *beginning = Beginning{};
    beginning->arguments[0] = static_cast<__u64>(first);
    beginning->arguments[1] = static_cast<__u64>(second);
    beginning->entry = entry;
    ukarch_ctx_init_bare(ctx, reinterpret_cast<__uptr>(beginning),
                         addressOf(keepRegisters ? uk_context_begin : uk_context_begin_clear));
}

/** The stack pointer with which a function begins. */
__uptr atEntry(__uptr sp)
{
    UK_ASSERT(IS_ALIGNED(sp, __uptr {UKARCH_SP_ALIGN}));
#ifdef CONFIG_ARCH_X86_64
    // As if it had been called; there is nowhere to return to.
    sp -= sizeof(__u64);
    *reinterpret_cast<__u64 *>(sp) = 0;
#endif
    return sp;
}

} // namespace

extern "C" {

void ukarch_ctx_init(struct ukarch_ctx *ctx, __uptr sp, int keep_regs, __uptr ip)
{
    begin(ctx, sp, keep_regs, ip, 0, 0);
}

void ukarch_ctx_init_entry0(struct ukarch_ctx *ctx, __uptr sp, int keep_regs,
                            ukarch_ctx_entry0 entry)
{
    begin(ctx, atEntry(sp), keep_regs, reinterpret_cast<__uptr>(entry), 0, 0);
}

void ukarch_ctx_init_entry1(struct ukarch_ctx *ctx, __uptr sp, int keep_regs,
                            ukarch_ctx_entry1 entry, long argument)
{
    begin(ctx, atEntry(sp), keep_regs, reinterpret_cast<__uptr>(entry), argument, 0);
}

void ukarch_ctx_init_entry2(struct ukarch_ctx *ctx, __uptr sp, int keep_regs,
                            ukarch_ctx_entry2 entry, long first, long second)
{
    begin(ctx, atEntry(sp), keep_regs, reinterpret_cast<__uptr>(entry), first, second);
}

void ukarch_ctx_start_with_irqs(struct ukarch_ctx *ctx)
{
#ifdef CONFIG_ARCH_X86_64
    ctx->sp -= sizeof(__u64);
#else
    ctx->sp -= UKARCH_SP_ALIGN;
#endif
    *reinterpret_cast<__u64 *>(ctx->sp) = ctx->ip;
    ctx->ip = addressOf(uk_context_enable_irqs);
}

} // extern "C"
