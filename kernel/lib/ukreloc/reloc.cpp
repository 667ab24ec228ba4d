// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/arch/types.h>
#include <uk/reloc.h>

// The table, made by relocation-table: for each place, in order, twice the distance from the one
// before (the first counts from _text), plus 1 where the address has 32 bits instead of 64; LEB128:
// seven bits a byte, least significant first, the top bit set but in the last.
extern "C" {
extern const unsigned char uk_reloc_start[], uk_reloc_end[];
extern char _text[], _end[], uk_got_start[], uk_got_end[];
}

namespace {

constinit __uptr offset = 0;

/** An address in code, which may lie anywhere. */
template <typename T>
struct [[gnu::packed, gnu::may_alias]] Place
{
    T value;
};

__uptr addressOf(const void *symbol)
{
    return reinterpret_cast<__uptr>(symbol);
}

template <typename T>
void add(__uptr place, __uptr distance)
{
    reinterpret_cast<Place<T> *>(place)->value += static_cast<T>(distance);
}

} // namespace

extern "C" __uptr uk_reloc_offset(void)
{
    return offset;
}

extern "C" void uk_reloc_apply(__uptr distance)
{
    __uptr place = addressOf(_text) + distance;
    for (const unsigned char *at = uk_reloc_start; at < uk_reloc_end;) {
        __uptr entry = 0;
        unsigned char byte;
        unsigned int shift = 0;
        do {
            byte = *at++;
            entry |= static_cast<__uptr>(byte & 0x7f) << shift;
            shift += 7;
        } while (byte & 0x80);
        place += entry >> 1;
        if (entry & 1)
            add<__u32>(place, distance);
        else
            add<__u64>(place, distance);
    }
    // The linker makes this table by itself, of addresses and of offsets of thread-local variables.
    for (__uptr got = addressOf(uk_got_start); got < addressOf(uk_got_end); got += sizeof(__u64)) {
        const __u64 target = *reinterpret_cast<const __u64 *>(got);
        if (target >= addressOf(_text) && target <= addressOf(_end))
            add<__u64>(got + distance, distance);
    }
    *reinterpret_cast<__uptr *>(addressOf(&offset) + distance) = offset + distance;
}
