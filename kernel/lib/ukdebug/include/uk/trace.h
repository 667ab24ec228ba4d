/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Tracepoints: events that are stored in a buffer instead of printed, which takes well under a
 * microsecond. A tracepoint is defined at file level,
 *
 *     UK_TRACEPOINT(trace_packet_sent, "%d bytes to %s", int, const char *);
 *
 * and is then a function: trace_packet_sent(60, "10.0.0.1"). It does nothing unless
 * LIBUKDEBUG_TRACEPOINTS is set, and UK_DEBUG_TRACE is defined before this header is included or
 * LIBUKDEBUG_ALL_TRACEPOINTS is set. Up to seven arguments: integers, pointers, and strings, of which up
 * to 80 bytes are stored. When the buffer is full, nothing more is stored. Any context.
 *
 * support/scripts/trace reads the buffer and lists the events. Its layout is that of Unikraft 0.17. */

#include <uk/arch/time.h>
#include <uk/arch/types.h>
#include <uk/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** "TRhd": begins an event in the buffer. */
#define UK_TP_HEADER_MAGIC 0x64685254
/** "TPde": begins the definition of a tracepoint in the section .uk_tracepoints_list, which is in the
 * .dbg file only. */
#define UK_TP_DEF_MAGIC 0x65645054

/** Stands before the arguments of an event. Those follow without gaps, least significant byte first; a
 * string as its length, one byte, and its characters. */
struct uk_tracepoint_header
{
	__u32 magic;
	__u32 size;  /**< of the arguments, in bytes */
	__nsec time; /**< ukplat_monotonic_clock() */
	const void *cookie; /**< the address of the tracepoint's definition */
};

/** The events, one after the other, and how many bytes are left for more. */
extern char uk_trace_buffer[];
extern __sz uk_trace_buffer_free;
/** Where the next one goes. */
extern char *uk_trace_buffer_writep;

enum uk_trace_type {
	UK_TRACE_NUMBER = 0,
	UK_TRACE_STRING = 1,
};

/** An argument on its way to the buffer. */
struct uk_trace_value
{
	__u64 value; /**< a number, or the address of a string */
	__u8 type;   /**< enum uk_trace_type */
	__u8 size;   /**< of a number: bytes that are stored */
};

/** Stores an event. What UK_TRACEPOINT() defines calls this. */
void uk_trace_record(const void *cookie, const struct uk_trace_value *values,
		     unsigned int count);

#ifdef __cplusplus
}

namespace uk {

template <typename T>
inline constexpr __u8 traceTypeOf = UK_TRACE_NUMBER;
template <>
inline constexpr __u8 traceTypeOf<char *> = UK_TRACE_STRING;
template <>
inline constexpr __u8 traceTypeOf<const char *> = UK_TRACE_STRING;

} // namespace uk

#define UK_TRACE_TYPE_OF(type) uk::traceTypeOf<type>
#else
#define UK_TRACE_TYPE_OF(type)                                                                     \
	(__builtin_types_compatible_p(type, char *)                                                \
	 || __builtin_types_compatible_p(type, const char *))
#endif

/* UK_TRACE_MAP(f, a, b): f(1, a), f(2, b) */
#define UK_TRACE_MAP0(f)
#define UK_TRACE_MAP1(f, a) f(1, a)
#define UK_TRACE_MAP2(f, a, b) f(1, a), f(2, b)
#define UK_TRACE_MAP3(f, a, b, c) f(1, a), f(2, b), f(3, c)
#define UK_TRACE_MAP4(f, a, b, c, d) UK_TRACE_MAP3(f, a, b, c), f(4, d)
#define UK_TRACE_MAP5(f, a, b, c, d, e) UK_TRACE_MAP4(f, a, b, c, d), f(5, e)
#define UK_TRACE_MAP6(f, a, b, c, d, e, g) UK_TRACE_MAP5(f, a, b, c, d, e), f(6, g)
#define UK_TRACE_MAP7(f, a, b, c, d, e, g, h) UK_TRACE_MAP6(f, a, b, c, d, e, g), f(7, h)
#define UK_TRACE_PICK(format, a, b, c, d, e, f, g, count, ...) count
#define UK_TRACE_COUNT(format, ...) UK_TRACE_PICK(format, ##__VA_ARGS__, 7, 6, 5, 4, 3, 2, 1, 0, 0)
#define UK_TRACE_JOIN(a, b) UK_TRACE_JOIN_NOW(a, b)
#define UK_TRACE_JOIN_NOW(a, b) a##b
#define UK_TRACE_MAP(f, ...) UK_TRACE_JOIN(UK_TRACE_MAP, UK_TRACE_COUNT(0, ##__VA_ARGS__))(f, ##__VA_ARGS__)

#define UK_TRACE_PARAMETER(number, type) type arg##number __attribute__((unused))
#define UK_TRACE_SIZE(number, type) sizeof(type)
#define UK_TRACE_TYPE(number, type) UK_TRACE_TYPE_OF(type)
#define UK_TRACE_VALUE(number, type)                                                               \
	{                                                                                          \
		(__u64)arg##number, UK_TRACE_TYPE_OF(type), sizeof(type)                           \
	}

#if defined(CONFIG_LIBUKDEBUG_TRACEPOINTS) &&                                                      \
	(defined(UK_DEBUG_TRACE) || defined(CONFIG_LIBUKDEBUG_ALL_TRACEPOINTS))
/** Defines a tracepoint: its name, what its arguments look like (as printf() has it), their types. */
#define UK_TRACEPOINT(trace_name, fmt, ...)                                                        \
	static struct {                                                                            \
		__u32 magic;                                                                       \
		__u32 size;                                                                        \
		const void *cookie;                                                                \
		__u8 args_nr;                                                                      \
		__u8 name_len;                                                                     \
		__u8 format_len;                                                                   \
		__u8 sizes[UK_TRACE_COUNT(0, ##__VA_ARGS__)];                                      \
		__u8 types[UK_TRACE_COUNT(0, ##__VA_ARGS__)];                                      \
		char name[sizeof(#trace_name)];                                                    \
		char format[sizeof(fmt)];                                                          \
	} trace_name##_definition __attribute__((used, aligned(32),                                \
						 section(".uk_tracepoints_list"))) = {             \
		UK_TP_DEF_MAGIC,                                                                   \
		sizeof(trace_name##_definition),                                                   \
		&trace_name##_definition,                                                          \
		UK_TRACE_COUNT(0, ##__VA_ARGS__),                                                  \
		sizeof(#trace_name),                                                               \
		sizeof(fmt),                                                                       \
		{UK_TRACE_MAP(UK_TRACE_SIZE, ##__VA_ARGS__)},                                      \
		{UK_TRACE_MAP(UK_TRACE_TYPE, ##__VA_ARGS__)},                                      \
		#trace_name,                                                                       \
		fmt};                                                                              \
	/* Stored, because code could not reach it relative to its own place when the image moved. */ \
	static const void *const volatile trace_name##_cookie = &trace_name##_definition;          \
	static inline void trace_name(UK_TRACE_MAP(UK_TRACE_PARAMETER, ##__VA_ARGS__))             \
	{                                                                                          \
		const struct uk_trace_value values[UK_TRACE_COUNT(0, ##__VA_ARGS__) + 1] = {       \
			UK_TRACE_MAP(UK_TRACE_VALUE, ##__VA_ARGS__)};                              \
		uk_trace_record(trace_name##_cookie, values, UK_TRACE_COUNT(0, ##__VA_ARGS__));    \
	}                                                                                          \
	struct uk_trace_value
#else
#define UK_TRACEPOINT(trace_name, fmt, ...)                                                        \
	static inline void trace_name(UK_TRACE_MAP(UK_TRACE_PARAMETER, ##__VA_ARGS__))             \
	{                                                                                          \
	}                                                                                          \
	struct uk_trace_value
#endif
