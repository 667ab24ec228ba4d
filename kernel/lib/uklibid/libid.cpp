// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/libid.h>

extern "C" {

__u16 uk_libid_count(void)
{
    return static_cast<__u16>(uk_libid_end - uk_libid_start);
}

const char *uk_libname(__u16 id)
{
    return id < uk_libid_count() ? uk_libid_start[id] : nullptr;
}

__u16 uk_libid(const char *name)
{
    for (__u16 id = 0; id < uk_libid_count(); ++id) {
        const char *a = uk_libid_start[id];
        const char *b = name;
        while (*a && *a == *b) {
            ++a;
            ++b;
        }
        if (*a == *b)
            return id;
    }
    return UKLIBID_NONE;
}
}
