/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include <uk/arch/types.h>
#include <uk/reloc.h>
#include <uk/test.h>

extern const char _text[], _etext[], _rodata[], _data[], _end[];

static int function(void)
{
	return 42;
}

static int variable;
static const char text[] = "text";

/* Addresses that the linker stored, in constants and in data */
static int (*const constant_function)(void) = function;
static int (*volatile kept_function)(void) = function;
static int *volatile kept_variable = &variable;
static const char *volatile kept_text = text;
static const void *volatile kept_end = _end;

static int is_in(const void *address, const char *begin, const char *end)
{
	return (const char *)address >= begin && (const char *)address < end;
}

/** The address, found without any that the linker stored. */
static const char *here(void)
{
	const char *address;

#ifdef __X86_64__
	__asm__ volatile("lea 0f(%%rip), %0\n0:" : "=r"(address));
#else
	__asm__ volatile("adr %0, 0f\n0:" : "=r"(address));
#endif
	return address;
}

UK_TESTCASE_DESC(ukreloc, whole_pages, "segments keep their alignment")
{
	UK_TEST_EXPECT(uk_reloc_offset() % 4096 == 0);
}

UK_TESTCASE_DESC(ukreloc, code_is_here, "symbols name the copy that runs")
{
	UK_TEST_EXPECT(is_in(here(), _text, _etext));
}

UK_TESTCASE(ukreloc, addresses_in_data)
{
	UK_TEST_EXPECT(is_in((const void *)kept_function, _text, _etext));
	UK_TEST_EXPECT(kept_function() == 42);
	UK_TEST_EXPECT(is_in((const void *)kept_variable, _data, _end));
	UK_TEST_EXPECT(is_in(kept_text, _rodata, _data));
	UK_TEST_EXPECT(kept_end == (const void *)_end);
}

UK_TESTCASE(ukreloc, addresses_in_constants)
{
	int (*const volatile *pointer)(void) = &constant_function;

	UK_TEST_EXPECT(*pointer == kept_function);
}

UK_TESTCASE_DESC(ukreloc, addresses_in_code, "as immediate operands")
{
	*kept_variable = 7;
	UK_TEST_EXPECT(variable == 7);
}

uk_testsuite_register(ukreloc, NULL);
