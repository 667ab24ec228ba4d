// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/plat/lcpu.h>
#include <uk/plat/time.h>
#include <uk/trace.h>

extern "C" {

char uk_trace_buffer[CONFIG_LIBUKDEBUG_TRACE_BUFFER_SIZE];
__sz uk_trace_buffer_free = CONFIG_LIBUKDEBUG_TRACE_BUFFER_SIZE;
char *uk_trace_buffer_writep = uk_trace_buffer;

} // extern "C"

// For programs that read the section: which layout this is.
[[gnu::used, gnu::section(".uk_trace_keyvals")]] static const char formatVersion[] =
    "format_version = 1";

namespace {

constexpr __sz longestString = 80;

__sz lengthOf(const char *text)
{
    __sz length = 0;
    while (text && length < longestString && text[length])
        ++length;
    return length;
}

const char *textOf(const uk_trace_value &value)
{
    return reinterpret_cast<const char *>(value.value);
}

void put(char *&to, const void *from, __sz size)
{
    for (__sz i = 0; i < size; ++i)
        *to++ = static_cast<const char *>(from)[i];
}

/** Stores the event, or nothing when it does not fit. */
bool store(const void *cookie, const uk_trace_value *values, unsigned int count)
{
    __sz size = 0;
    for (unsigned int i = 0; i < count; ++i)
        size +=
            values[i].type == UK_TRACE_STRING ? 1 + lengthOf(textOf(values[i])) : values[i].size;
    uk_tracepoint_header header{UK_TP_HEADER_MAGIC, static_cast<__u32>(size),
                                ukplat_monotonic_clock(), cookie};
    if (uk_trace_buffer_free < sizeof(header) + size)
        return false;
    char *at = uk_trace_buffer_writep;
    put(at, &header, sizeof(header));
    for (unsigned int i = 0; i < count; ++i) {
        if (values[i].type == UK_TRACE_STRING) {
            *at++ = static_cast<char>(lengthOf(textOf(values[i])));
            put(at, textOf(values[i]), lengthOf(textOf(values[i])));
        } else {
            put(at, &values[i].value, values[i].size);
        }
    }
    uk_trace_buffer_writep = at;
    uk_trace_buffer_free -= sizeof(header) + size;
    return true;
}

} // namespace

extern "C" void uk_trace_record(const void *cookie, const struct uk_trace_value *values,
                                unsigned int count)
{
    const unsigned long flags = ukplat_lcpu_save_irqf();
    // Whoever reads a trace that has an end knows that everything before it is there.
    if (!store(cookie, values, count))
        uk_trace_buffer_free = 0;
    ukplat_lcpu_restore_irqf(flags);
}
