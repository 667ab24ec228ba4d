/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include "machine.h"
#include "scenarios.h"

#include <stdint.h>
#include <string.h>
#include <uk/arch/lcpu.h>
#include <uk/essentials.h>

#define PAGE 4096UL

static __noinline int write_null(int argc, char *argv[])
{
	(void)argv;
	*(volatile int *)(uintptr_t)8 = argc;
	return 0;
}

static __noinline int read_null(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	return *(volatile int *)(uintptr_t)0;
}

static __noinline int call_null(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	((void (*volatile)(void))0)();
	return 0;
}

static __noinline int write_text(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	*(volatile char *)(uintptr_t)write_text = 0;
	return 0;
}

static const char constant[] = "constant";

static __noinline int write_constant(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	*(volatile char *)(uintptr_t)constant = 0;
	return 0;
}

static int settled __ro_after_init;

static __noinline int write_settled(int argc, char *argv[])
{
	(void)argv;
	*(volatile int *)&settled = argc;
	return 0;
}

/* A return instruction. */
static unsigned char code_in_data[] __align(4) = MACHINE_RETURN_INSTRUCTION;

static __noinline int execute_data(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	((void (*volatile)(void))(uintptr_t)code_in_data)();
	return 0;
}

static __noinline int execute_stack(int argc, char *argv[])
{
	static const unsigned char code[] = MACHINE_RETURN_INSTRUCTION;
	volatile unsigned char code_on_stack[16] __align(4);

	(void)argc;
	(void)argv;
	for (unsigned int i = 0; i < sizeof(code); ++i)
		code_on_stack[i] = code[i];
	((void (*volatile)(void))(uintptr_t)code_on_stack)();
	return code_on_stack[1];
}

static __noinline int overflow_stack(int argc, char *argv[])
{
	volatile char frame[2000];

	memset((char *)frame, argc, sizeof(frame));
	/* Deeper than any stack of a guest is. */
	return argc < 10000000 ? overflow_stack(argc + 1, argv) + frame[0] : 0;
}

/* Past the end, over the return address. */
static __noinline int smash_stack(int argc, char *argv[])
{
	volatile char frame[16];
	volatile unsigned int count = sizeof(frame) + 64;

	(void)argv;
	for (unsigned int i = 0; i < count; ++i)
		frame[i] = (char)(argc + 'x');
	return frame[0];
}

static __noinline int divide(int argc, char *argv[])
{
	volatile int zero = 0;

	(void)argv;
	return (argc + 1) / zero;
}

static __noinline int invalid_opcode(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	machine_invalid_instruction();
	return 0;
}

static __noinline int breakpoint(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	machine_breakpoint();
	return 0;
}

static __noinline int privileged_address(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	/* Beyond what the processor can address; on x86_64 a general protection fault. */
	return *(volatile int *)0x8000000000000000UL;
}

/* The report reads the stack, which is gone. */
static __noinline int fault_in_handler(int argc, char *argv[])
{
	const uintptr_t sp = ukarch_read_sp();

	(void)argc;
	(void)argv;
	machine_unmap(sp);
	return *(volatile int *)sp;
}

extern char _rodata[], _erodata[];

/* Not even the text of a report is left. */
static __noinline int fault_for_ever(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	for (uintptr_t page = (uintptr_t)_rodata; page < (uintptr_t)_erodata; page += PAGE)
		machine_unmap(page);
	machine_invalid_instruction();
	return 0;
}

const struct scenario fault_scenarios[] = {
	{ "write-null", write_null },
	{ "read-null", read_null },
	{ "call-null", call_null },
	{ "write-text", write_text },
	{ "write-constant", write_constant },
	{ "write-settled", write_settled },
	{ "execute-data", execute_data },
	{ "execute-stack", execute_stack },
	{ "overflow-stack", overflow_stack },
	{ "smash-stack", smash_stack },
	{ "divide", divide },
	{ "invalid-opcode", invalid_opcode },
	{ "breakpoint", breakpoint },
	{ "privileged-address", privileged_address },
	{ "fault-in-handler", fault_in_handler },
	{ "fault-for-ever", fault_for_ever },
	{ 0, 0 },
};
