// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/arch/types.h>

/** Device registers, little-endian. The address is in one register and nothing is updated by the
 * access: of others a hypervisor is not told what they do. */
namespace uk::virtio {

#if defined(__aarch64__)
#define UK_VIRTIO_ACCESS(bits, load, store)                                                        \
    inline __u##bits read##bits(__u64 address)                                                     \
    {                                                                                              \
        __u##bits value;                                                                           \
        asm volatile(load " %w0, %1"                                                               \
                     : "=r"(value)                                                                 \
                     : "Q"(*reinterpret_cast<volatile __u##bits *>(address))                       \
                     : "memory");                                                                  \
        return value;                                                                              \
    }                                                                                              \
    inline void write##bits(__u64 address, __u##bits value)                                        \
    {                                                                                              \
        asm volatile("dmb osh; " store " %w1, %0"                                                  \
                     : "=Q"(*reinterpret_cast<volatile __u##bits *>(address))                      \
                     : "r"(value)                                                                  \
                     : "memory");                                                                  \
    }
#else
#define UK_VIRTIO_ACCESS(bits, load, store)                                                        \
    inline __u##bits read##bits(__u64 address)                                                     \
    {                                                                                              \
        const __u##bits value = *reinterpret_cast<volatile __u##bits *>(address);                  \
        asm volatile("" : : : "memory");                                                           \
        return value;                                                                              \
    }                                                                                              \
    inline void write##bits(__u64 address, __u##bits value)                                        \
    {                                                                                              \
        asm volatile("" : : : "memory");                                                           \
        *reinterpret_cast<volatile __u##bits *>(address) = value;                                  \
    }
#endif

UK_VIRTIO_ACCESS(8, "ldrb", "strb")
UK_VIRTIO_ACCESS(16, "ldrh", "strh")
UK_VIRTIO_ACCESS(32, "ldr", "str")

#undef UK_VIRTIO_ACCESS

} // namespace uk::virtio
