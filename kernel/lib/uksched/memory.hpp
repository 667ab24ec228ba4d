// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/thread.h>

namespace uk {

/** Where a stack comes from, and its size in bytes (0: __STACK_SIZE). */
struct StackSource
{
    uk_alloc *allocator;
    __sz size;
};

/** What a thread is made of. Either part is allocated, or it is the caller's and not freed. */
class ThreadMemory
{
public:
    /** Everything is the caller's. */
    static ThreadMemory given(__uptr sp, __uptr auxsp, __uptr tlsp, bool isUktls,
                              ukarch_ectx *ectx);

    /** Everything is allocated; the thread itself if `threads` is not nullptr, with memory for
     * extended registers if `hasEctx`. */
    static ThreadMemory allocate(uk_alloc *threads, StackSource stack, StackSource auxiliaryStack,
                                 uk_alloc *locals, bool hasEctx);

    /** What a thread has. */
    static ThreadMemory of(uk_thread *thread);

    /** Adds a part. */
    ThreadMemory withThread(uk_alloc *allocator, bool hasEctx) const;
    ThreadMemory withAuxiliaryStack(StackSource source) const;
    /** Uses `ectx` unless there is memory for extended registers already. */
    ThreadMemory withEctx(ukarch_ectx *ectx) const;

    /** False when an allocation failed. */
    bool isComplete() const { return !m_failed; }
    uk_thread *thread() const { return m_thread; }

    /** Tells the thread what it has. */
    void describe(uk_thread *thread) const;

    /** Frees what was allocated. */
    void release() const;

private:
    /** A piece of memory and whom to give it back. */
    struct Piece
    {
        void *memory = nullptr;
        uk_alloc *allocator = nullptr;
        __sz size = 0;

        void release() const
        {
            if (memory && allocator)
                uk_free(allocator, memory);
        }
        /** The address after the last byte. */
        __uptr end() const { return reinterpret_cast<__uptr>(memory) + size; }
    };

    Piece take(uk_alloc *allocator, __sz alignment, __sz size);
    void takeThread(uk_alloc *allocator, __sz more);

    uk_thread *m_thread = nullptr;
    uk_alloc *m_threads = nullptr;
    Piece m_stack;
    Piece m_auxiliaryStack;
    Piece m_locals;
    __uptr m_sp = 0;
    __uptr m_auxsp = 0;
    __uptr m_tlsp = 0;
    __uptr m_uktlsp = 0;
    ukarch_ectx *m_ectx = nullptr;
    bool m_failed = false;
};

} // namespace uk
