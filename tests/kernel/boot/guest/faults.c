/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include "scenarios.h"

#include <stdint.h>
#include <string.h>
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

/* A return instruction. */
static unsigned char code_in_data[] = { 0xc3 };

static __noinline int execute_data(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	((void (*volatile)(void))(uintptr_t)code_in_data)();
	return 0;
}

static __noinline int execute_stack(int argc, char *argv[])
{
	volatile unsigned char code_on_stack[16];

	(void)argc;
	(void)argv;
	code_on_stack[0] = 0xc3;
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
	__asm__ volatile("ud2");
	return 0;
}

static __noinline int breakpoint(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	__asm__ volatile("int3");
	return 0;
}

static __noinline int privileged_address(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	/* Not a canonical address: a general protection fault. */
	return *(volatile int *)0x8000000000000000UL;
}

/** Takes the page of `address` out of the page tables, which are mapped like all memory. */
static void unmap(uintptr_t address)
{
	uint64_t *table;

	__asm__ volatile("mov %%cr3, %0" : "=r"(table));
	for (int shift = 39; shift > 12; shift -= 9)
		table = (uint64_t *)(table[address >> shift & 511] & 0x000ffffffffff000UL);
	table[address >> 12 & 511] = 0;
	__asm__ volatile("invlpg (%0)" : : "r"(address) : "memory");
}

/* The report reads the stack, which is gone. */
static __noinline int fault_in_handler(int argc, char *argv[])
{
	uintptr_t sp;

	(void)argc;
	(void)argv;
	__asm__ volatile("mov %%rsp, %0" : "=r"(sp));
	unmap(sp);
	return *(volatile int *)sp;
}

extern char _rodata[], _erodata[];

/* Not even the text of a report is left. */
static __noinline int fault_for_ever(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	for (uintptr_t page = (uintptr_t)_rodata; page < (uintptr_t)_erodata; page += PAGE)
		unmap(page);
	__asm__ volatile("ud2");
	return 0;
}

const struct scenario fault_scenarios[] = {
	{ "write-null", write_null },
	{ "read-null", read_null },
	{ "call-null", call_null },
	{ "write-text", write_text },
	{ "write-constant", write_constant },
	{ "execute-data", execute_data },
	{ "execute-stack", execute_stack },
	{ "overflow-stack", overflow_stack },
	{ "divide", divide },
	{ "invalid-opcode", invalid_opcode },
	{ "breakpoint", breakpoint },
	{ "privileged-address", privileged_address },
	{ "fault-in-handler", fault_in_handler },
	{ "fault-for-ever", fault_for_ever },
	{ 0, 0 },
};
