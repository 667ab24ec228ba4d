/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* A tree made here, so that its content is known everywhere. */

#include <string.h>
#include <uk/ofw/fdt.h>
#include <uk/test.h>

static const char names[] = "compatible\0reg\0#address-cells\0#size-cells\0phandle\0interrupt-parent\0"
			    "interrupts\0#interrupt-cells\0stdout-path\0serial0\0dma-coherent";

static struct {
	__u32 words[256];
	__u32 count;
} tree;

#define STRUCTURE 48
#define STRINGS 768

static void put(__u32 value)
{
	tree.words[tree.count++] = __builtin_bswap32(value);
}

static void put_bytes(const char *bytes, __sz size)
{
	memset(&tree.words[tree.count], 0, (size + 3) & ~3UL);
	memcpy(&tree.words[tree.count], bytes, size);
	tree.count += (size + 3) / 4;
}

static void node(const char *name)
{
	put(1);
	put_bytes(name, strlen(name) + 1);
}

static void end_node(void)
{
	put(2);
}

static void property(const char *name, const char *value, __sz size)
{
	__u32 at = 0;

	while (strcmp(names + at, name) != 0)
		at += strlen(names + at) + 1;
	put(3);
	put(size);
	put(at);
	put_bytes(value, size);
}

static void cells(const char *name, int count, __u32 a, __u32 b, __u32 c, __u32 d)
{
	const __u32 values[] = {__builtin_bswap32(a), __builtin_bswap32(b), __builtin_bswap32(c),
				__builtin_bswap32(d)};

	property(name, (const char *)values, count * 4);
}

/** Two buses with a device each, an interrupt controller, a console. */
static const void *make(void)
{
	static const __u32 header[] = {0xd00dfeed, sizeof(tree.words), STRUCTURE, STRINGS, 40, 17, 16, 0,
				       sizeof(names)};

	tree.count = STRUCTURE / 4;
	node("");
	cells("interrupt-parent", 1, 1, 0, 0, 0);
	cells("#address-cells", 1, 2, 0, 0, 0);
	cells("#size-cells", 1, 2, 0, 0, 0);
	node("soc");
	cells("#address-cells", 1, 1, 0, 0, 0);
	put(4);
	node("serial@9000");
	property("compatible", "arm,pl011\0arm,primecell", 24);
	cells("reg", 4, 0x9000, 0x100, 0xa000, 0x200);
	cells("interrupts", 4, 7, 1, 8, 4);
	property("dma-coherent", "", 0);
	end_node();
	end_node();
	node("intc@8000000");
	property("compatible", "arm,gic-v3", 11);
	cells("phandle", 1, 1, 0, 0, 0);
	cells("#interrupt-cells", 1, 2, 0, 0, 0);
	cells("reg", 4, 1, 0x8000000, 0, 0x10000);
	end_node();
	node("aliases");
	property("serial0", "/soc/serial@9000", 17);
	end_node();
	node("chosen");
	property("stdout-path", "serial0:115200", 15);
	end_node();
	end_node();
	put(9);
	for (unsigned int i = 0; i < sizeof(header) / 4; ++i)
		tree.words[i] = __builtin_bswap32(header[i]);
	tree.words[9] = __builtin_bswap32(tree.count * 4 - STRUCTURE);
	memcpy((char *)tree.words + STRINGS, names, sizeof(names));
	return tree.words;
}

UK_TESTCASE(fdt, header_is_checked)
{
	const void *fdt = make();

	UK_TEST_EXPECT_SNUM_EQ(fdt_check_header(fdt), 0);
	tree.words[5] = __builtin_bswap32(16);
	UK_TEST_EXPECT_SNUM_EQ(fdt_check_header(fdt), -FDT_ERR_BADVERSION);
	make();
	tree.words[9] = __builtin_bswap32(0xfffffff0);
	UK_TEST_EXPECT_SNUM_EQ(fdt_check_header(fdt), -FDT_ERR_TRUNCATED);
	tree.words[0] = 0;
	UK_TEST_EXPECT_SNUM_EQ(fdt_check_header(fdt), -FDT_ERR_BADMAGIC);
	UK_TEST_EXPECT_SNUM_EQ(fdt_path_offset(fdt, "/soc"), -FDT_ERR_BADMAGIC);
}

UK_TESTCASE(fdt, paths)
{
	const void *fdt = make();
	const int soc = fdt_path_offset(fdt, "/soc");
	const int serial = fdt_path_offset(fdt, "/soc/serial@9000");

	UK_TEST_EXPECT_SNUM_EQ(fdt_path_offset(fdt, "/"), 0);
	UK_TEST_ASSERT(soc > 0 && serial > soc);
	UK_TEST_EXPECT_SNUM_EQ(fdt_path_offset(fdt, "/soc/serial"), serial);
	UK_TEST_EXPECT_SNUM_EQ(fdt_path_offset(fdt, "serial0"), serial);
	UK_TEST_EXPECT_SNUM_EQ(fdt_path_offset(fdt, "/soc/serial@9001"), -FDT_ERR_NOTFOUND);
	UK_TEST_EXPECT_SNUM_EQ(fdt_path_offset(fdt, "/serial"), -FDT_ERR_NOTFOUND);
	UK_TEST_EXPECT_SNUM_EQ(fdt_path_offset(fdt, "serial1"), -FDT_ERR_BADPATH);
	UK_TEST_EXPECT_SNUM_EQ(fdt_subnode_offset(fdt, soc, "serial"), serial);
	UK_TEST_EXPECT_SNUM_EQ(fdt_parent_offset(fdt, serial), soc);
	UK_TEST_EXPECT_SNUM_EQ(fdt_parent_offset(fdt, soc), 0);
	UK_TEST_EXPECT_SNUM_EQ(fdt_parent_offset(fdt, 0), -FDT_ERR_NOTFOUND);
	UK_TEST_EXPECT(strcmp(fdt_get_name(fdt, serial, NULL), "serial@9000") == 0);
}

UK_TESTCASE(fdt, walks)
{
	const void *fdt = make();
	int nodes = 0, children = 0, deepest = 0, depth = -1, at;

	for (at = fdt_next_node(fdt, -1, &depth); at >= 0 && depth >= 0;
	     at = fdt_next_node(fdt, at, &depth)) {
		++nodes;
		deepest = depth > deepest ? depth : deepest;
	}
	UK_TEST_EXPECT_SNUM_EQ(nodes, 6);
	UK_TEST_EXPECT_SNUM_EQ(deepest, 2);
	for (at = fdt_first_subnode(fdt, 0); at >= 0; at = fdt_next_subnode(fdt, at))
		++children;
	UK_TEST_EXPECT_SNUM_EQ(children, 4);
	UK_TEST_EXPECT_SNUM_EQ(fdt_first_subnode(fdt, fdt_path_offset(fdt, "/chosen")),
			       -FDT_ERR_NOTFOUND);
	UK_TEST_EXPECT_SNUM_EQ(fdt_next_node(fdt, 4, NULL), -FDT_ERR_BADOFFSET);
}

UK_TESTCASE(fdt, compatible)
{
	static const char *const wanted[] = {"none", "arm,gic-v3", "arm,primecell", NULL};
	static const char *const others[] = {"none", NULL};
	const void *fdt = make();
	const int serial = fdt_path_offset(fdt, "/soc/serial");
	int index = -1;

	UK_TEST_EXPECT_SNUM_EQ(fdt_node_check_compatible(fdt, serial, "arm,primecell"), 0);
	UK_TEST_EXPECT_SNUM_EQ(fdt_node_check_compatible(fdt, serial, "arm"), 1);
	UK_TEST_EXPECT_SNUM_EQ(fdt_node_check_compatible(fdt, 0, "arm"), -FDT_ERR_NOTFOUND);
	UK_TEST_EXPECT_SNUM_EQ(fdt_node_check_compatible_list(fdt, serial, wanted), 0);
	UK_TEST_EXPECT_SNUM_EQ(fdt_node_check_compatible_list(fdt, serial, others), 1);
	UK_TEST_EXPECT_SNUM_EQ(fdt_node_offset_by_compatible_list(fdt, -1, wanted), serial);
	UK_TEST_EXPECT_SNUM_EQ(fdt_node_offset_idx_by_compatible_list(fdt, serial, wanted, &index),
			       fdt_path_offset(fdt, "/intc"));
	UK_TEST_EXPECT_SNUM_EQ(index, 1);
	UK_TEST_EXPECT_SNUM_EQ(fdt_node_offset_by_compatible_list(fdt, -1, others), -FDT_ERR_NOTFOUND);
}

UK_TESTCASE(fdt, addresses)
{
	const void *fdt = make();
	const int serial = fdt_path_offset(fdt, "/soc/serial");
	__u64 address = 0, size = 0;

	UK_TEST_EXPECT_SNUM_EQ(fdt_get_address(fdt, serial, 1, &address, &size), 0);
	UK_TEST_EXPECT(address == 0xa000 && size == 0x200);
	UK_TEST_EXPECT_SNUM_EQ(fdt_get_address(fdt, serial, 2, &address, &size), -FDT_ERR_NOSPACE);
	UK_TEST_EXPECT_SNUM_EQ(
		fdt_get_address(fdt, fdt_path_offset(fdt, "/intc"), 0, &address, &size), 0);
	UK_TEST_EXPECT(address == 0x108000000 && size == 0x10000);
	UK_TEST_EXPECT_SNUM_EQ(
		fdt_get_address(fdt, fdt_path_offset(fdt, "/chosen"), 0, &address, &size),
		-FDT_ERR_NOTFOUND);
}

UK_TESTCASE(fdt, interrupts)
{
	const void *fdt = make();
	const int serial = fdt_path_offset(fdt, "/soc/serial");
	fdt32_t *interrupt = NULL;
	int count = 0;

	UK_TEST_EXPECT_SNUM_EQ(fdt_find_irq_parent_offset(fdt, serial), fdt_path_offset(fdt, "/intc"));
	UK_TEST_EXPECT_SNUM_EQ(fdt_get_interrupt(fdt, serial, 1, &count, &interrupt), 0);
	UK_TEST_ASSERT(count == 2 && interrupt);
	UK_TEST_EXPECT_SNUM_EQ(fdt_reg_read_number(interrupt, 2), 0x800000004);
	UK_TEST_EXPECT_SNUM_EQ(fdt_get_interrupt(fdt, serial, 2, &count, &interrupt),
			       -FDT_ERR_NOTFOUND);
	UK_TEST_EXPECT_SNUM_EQ(fdt_node_offset_by_phandle(fdt, 0), -FDT_ERR_BADPHANDLE);
}

UK_TESTCASE(fdt, console_and_flags)
{
	const void *fdt = make();
	int node = -1;
	char *options = NULL;

	UK_TEST_EXPECT_SNUM_EQ(fdt_chosen_stdout_path(fdt, &node, &options), 0);
	UK_TEST_EXPECT_SNUM_EQ(node, fdt_path_offset(fdt, "/soc/serial"));
	UK_TEST_EXPECT(options && strcmp(options, "115200") == 0);
	UK_TEST_EXPECT(fdt_prop_read_bool(fdt, node, "dma-coherent"));
	UK_TEST_EXPECT(!fdt_prop_read_bool(fdt, 0, "dma-coherent"));
}

UK_TESTCASE_DESC(fdt, broken_trees, "with each of their words changed, end every walk")
{
	__u32 steps = 0;

	make();
	for (__u32 i = STRUCTURE / 4, count = tree.count; i < count; ++i) {
		const void *fdt = make();

		tree.words[i] ^= 0xff;
		for (int at = fdt_next_node(fdt, -1, NULL); at >= 0 && steps < 100000;
		     at = fdt_next_node(fdt, at, NULL)) {
			fdt_get_address(fdt, at, 0, NULL, NULL);
			++steps;
		}
		fdt_chosen_stdout_path(fdt, (int[]){0}, NULL);
	}
	UK_TEST_EXPECT(steps > 100 && steps < 100000);
}

uk_testsuite_register(fdt, NULL);
