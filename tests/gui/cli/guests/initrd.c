/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints the files of its initial RAM disk, a CPIO archive of the format "newc". */

#include <stdio.h>
#include <string.h>
#include <uk/plat/memory.h>

#define HEADER_SIZE 110
#define FILE_SIZE_AT 54
#define NAME_SIZE_AT 94

/* A field of a header: eight hexadecimal digits. */
static unsigned long field(const char *digits)
{
	unsigned long value = 0;

	for (int i = 0; i < 8; ++i) {
		const char digit = digits[i];

		value = value * 16 + (digit <= '9' ? digit - '0' : (digit | 32) - 'a' + 10);
	}
	return value;
}

static unsigned long rounded(unsigned long size)
{
	return (size + 3) & ~3UL;
}

int main(void)
{
	struct ukplat_memregion_desc *region;

	if (ukplat_memregion_find_initrd0(&region) < 0) {
		printf("no initial RAM disk\n");
		return 1;
	}
	const char *at = (const char *)region->vbase;
	const char *const end = at + region->len;

	while (at + HEADER_SIZE <= end && !memcmp(at, "070701", 6)) {
		const char *const name = at + HEADER_SIZE;
		const char *const content = at + rounded(HEADER_SIZE + field(at + NAME_SIZE_AT));
		const unsigned long size = field(at + FILE_SIZE_AT);

		if (!strcmp(name, "TRAILER!!!"))
			break;
		if (size)
			printf("%s: %.*s\n", name, (int)size, content);
		at = content + rounded(size);
	}
	return 0;
}
