// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "memory.hpp"

#include <uk/arch/limits.h>

namespace uk {

ThreadMemory::Piece ThreadMemory::take(uk_alloc *allocator, __sz alignment, __sz size)
{
    Piece piece{nullptr, allocator, size};
    if (!m_failed)
        piece.memory = uk_memalign(allocator, alignment, size);
    m_failed = !piece.memory;
    return piece;
}

void ThreadMemory::takeThread(uk_alloc *allocator, __sz more)
{
    m_threads = allocator;
    m_thread =
        static_cast<uk_thread *>(take(allocator, UKARCH_ECTX_ALIGN,
                                      ALIGN_UP(sizeof(uk_thread), __sz{UKARCH_ECTX_ALIGN}) + more)
                                     .memory);
}

ThreadMemory ThreadMemory::given(__uptr sp, __uptr auxsp, __uptr tlsp, bool isUktls,
                                 ukarch_ectx *ectx)
{
    ThreadMemory memory;
    memory.m_sp = sp;
    memory.m_auxsp = auxsp;
    memory.m_tlsp = tlsp;
    memory.m_uktlsp = isUktls ? tlsp : 0;
    memory.m_ectx = ectx;
    return memory;
}

ThreadMemory ThreadMemory::withThread(uk_alloc *allocator, bool hasEctx) const
{
    ThreadMemory memory = *this;
    memory.takeThread(allocator, hasEctx ? ukarch_ectx_size() : 0);
    if (memory.m_thread && hasEctx)
        memory.m_ectx = reinterpret_cast<ukarch_ectx *>(
            ALIGN_UP(reinterpret_cast<__uptr>(memory.m_thread + 1), __uptr {UKARCH_ECTX_ALIGN}));
    return memory;
}

ThreadMemory ThreadMemory::withAuxiliaryStack(StackSource source) const
{
    ThreadMemory memory = *this;
    if (!source.allocator)
        return memory;
    memory.m_auxiliaryStack = memory.take(source.allocator, UKARCH_SP_ALIGN,
                                          source.size ? source.size : __sz{__STACK_SIZE});
    memory.m_auxsp = ALIGN_DOWN(memory.m_auxiliaryStack.end(), __uptr {UKARCH_SP_ALIGN});
    return memory;
}

ThreadMemory ThreadMemory::withEctx(ukarch_ectx *ectx) const
{
    ThreadMemory memory = *this;
    if (!memory.m_ectx)
        memory.m_ectx = ectx;
    return memory;
}

ThreadMemory ThreadMemory::allocate(uk_alloc *threads, StackSource stack,
                                    StackSource auxiliaryStack, uk_alloc *locals, bool hasEctx)
{
    ThreadMemory memory;
    if (threads)
        memory.takeThread(threads, 0);
    memory.m_stack =
        memory.take(stack.allocator, UKARCH_SP_ALIGN, stack.size ? stack.size : __sz{__STACK_SIZE});
    memory.m_sp = ALIGN_DOWN(memory.m_stack.end(), __uptr {UKARCH_SP_ALIGN});
    if (hasEctx) {
        // The upper end of the stack holds the extended registers.
        memory.m_sp = ALIGN_DOWN(memory.m_sp - ukarch_ectx_size(), __uptr {UKARCH_ECTX_ALIGN});
        memory.m_ectx = reinterpret_cast<ukarch_ectx *>(memory.m_sp);
    }
    if (locals) {
        memory.m_locals = memory.take(locals, ukarch_tls_area_align(), ukarch_tls_area_size());
        if (!memory.m_failed) {
            ukarch_tls_area_init(memory.m_locals.memory);
            memory.m_tlsp = memory.m_uktlsp = ukarch_tls_tlsp(memory.m_locals.memory);
        }
    }
    memory = memory.withAuxiliaryStack(auxiliaryStack);
    if (memory.m_failed) {
        memory.release();
        memory.m_thread = nullptr;
        memory.m_stack = memory.m_auxiliaryStack = memory.m_locals = {};
    }
    return memory;
}

ThreadMemory ThreadMemory::of(uk_thread *thread)
{
    const auto &owned = thread->_mem;
    ThreadMemory memory;
    memory.m_thread = thread;
    memory.m_threads = owned.t_a;
    memory.m_stack = {owned.stack, owned.stack_a, owned.stack_size};
    memory.m_auxiliaryStack = {owned.auxstack, owned.auxstack_a, 0};
    memory.m_locals = {owned.uktls, owned.uktls_a, 0};
    return memory;
}

void ThreadMemory::describe(uk_thread *thread) const
{
    thread->ctx.sp = m_sp;
    thread->ectx = m_ectx;
    thread->auxsp = m_auxsp;
    thread->tlsp = m_tlsp;
    thread->uktlsp = m_uktlsp;
    thread->flags |= (m_ectx ? UK_THREADF_ECTX : 0U) | (m_auxsp ? UK_THREADF_AUXSP : 0U) |
                     (m_uktlsp ? UK_THREADF_UKTLS : 0U);
    auto &owned = thread->_mem;
    owned.t_a = m_threads;
    owned.stack = m_stack.memory;
    owned.stack_size = m_stack.size;
    owned.stack_a = m_stack.allocator;
    owned.auxstack = m_auxiliaryStack.memory;
    owned.auxstack_a = m_auxiliaryStack.allocator;
    owned.uktls = m_locals.memory;
    owned.uktls_a = m_locals.allocator;
}

void ThreadMemory::release() const
{
    m_locals.release();
    m_auxiliaryStack.release();
    m_stack.release();
    // Last: the others may lie behind it.
    if (m_threads && m_thread)
        uk_free(m_threads, m_thread);
}

} // namespace uk
