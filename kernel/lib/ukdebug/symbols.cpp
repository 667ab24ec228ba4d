// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/symbols.h>

// The table, made by support/scripts/symbol-table after a first link: for each function, in order
// of address, the distance from the one before (LEB128: seven bits a byte, least significant first,
// the top bit set but in the last), and its name with a NUL. The first distance counts from _text.
extern "C" {
extern const unsigned char uk_symbols_start[], uk_symbols_end[];
extern char _text[], _etext[];
}

extern "C" const char *uk_symbol_find(__uptr address, __sz *offset)
{
    if (address < reinterpret_cast<__uptr>(_text) || address >= reinterpret_cast<__uptr>(_etext))
        return nullptr;

    const char *found = nullptr;
    __uptr foundAddress = 0;
    __uptr current = reinterpret_cast<__uptr>(_text);
    for (const unsigned char *at = uk_symbols_start; at < uk_symbols_end;) {
        for (unsigned int shift = 0;; shift += 7) {
            const unsigned char byte = *at++;
            current += static_cast<__uptr>(byte & 0x7f) << shift;
            if (!(byte & 0x80))
                break;
        }
        if (current > address)
            break;
        found = reinterpret_cast<const char *>(at);
        foundAddress = current;
        while (*at++) {
        }
    }
    if (found)
        *offset = address - foundAddress;
    return found;
}
