/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include <uk/bitops.h>
#include <uk/test.h>

UK_TESTCASE(ukbitops, single_bits)
{
	UK_TEST_EXPECT_SNUM_EQ(UK_BIT(0), 1);
	UK_TEST_EXPECT_SNUM_EQ(UK_BIT(31), 0x80000000L);
	UK_TEST_EXPECT(UK_BIT(63) == 0x8000000000000000UL);
	UK_TEST_EXPECT(UK_BIT_ULL(63) == 0x8000000000000000ULL);
}

UK_TESTCASE(ukbitops, places_in_arrays)
{
	UK_TEST_EXPECT_SNUM_EQ(UK_BIT_WORD(63), 0);
	UK_TEST_EXPECT_SNUM_EQ(UK_BIT_WORD(64), 1);
	UK_TEST_EXPECT_SNUM_EQ(UK_BIT_MASK(64), 1);
	UK_TEST_EXPECT_SNUM_EQ(UK_BITS_TO_LONGS(0), 0);
	UK_TEST_EXPECT_SNUM_EQ(UK_BITS_TO_LONGS(64), 1);
	UK_TEST_EXPECT_SNUM_EQ(UK_BITS_TO_LONGS(65), 2);
}

UK_TESTCASE(ukbitops, masks)
{
	UK_TEST_EXPECT_SNUM_EQ(UK_GENMASK(7, 4), 0xf0);
	UK_TEST_EXPECT_SNUM_EQ(UK_GENMASK(0, 0), 1);
	UK_TEST_EXPECT(UK_GENMASK(63, 0) == ~0UL);
	UK_TEST_EXPECT(UK_GENMASK_ULL(39, 21) == 0xffffe00000ULL);
}

UK_TESTCASE(ukbitops, ends_of_bitmaps)
{
	UK_TEST_EXPECT(UK_BITMAP_FIRST_WORD_MASK(0) == ~0UL);
	UK_TEST_EXPECT(UK_BITMAP_FIRST_WORD_MASK(4) == ~0xfUL);
	UK_TEST_EXPECT(UK_BITMAP_LAST_WORD_MASK(4) == 0xfUL);
	UK_TEST_EXPECT(UK_BITMAP_LAST_WORD_MASK(64) == ~0UL);
}

UK_TESTCASE(ukbitops, weights)
{
	UK_TEST_EXPECT_SNUM_EQ(uk_hweight8(0x1ff), 8);
	UK_TEST_EXPECT_SNUM_EQ(uk_hweight16(0x8001), 2);
	UK_TEST_EXPECT_SNUM_EQ(uk_hweight32(0xffffffffU), 32);
	UK_TEST_EXPECT_SNUM_EQ(uk_hweight64(~0ULL), 64);
	UK_TEST_EXPECT_SNUM_EQ(uk_hweight_long(0), 0);
	UK_TEST_EXPECT_SNUM_EQ(uk_bitcount(0x12345678), 13);
}

UK_TESTCASE(ukbitops, first_bit)
{
	UK_TEST_EXPECT_SNUM_EQ(uk_ffs(0), 0);
	UK_TEST_EXPECT_SNUM_EQ(uk_ffs(1), 1);
	UK_TEST_EXPECT_SNUM_EQ(uk_ffs(0x80000000U), 32);
	UK_TEST_EXPECT_SNUM_EQ(uk_ffsl(0), 0);
	UK_TEST_EXPECT_SNUM_EQ(uk_ffsl(1UL << 63), 64);
}

UK_TESTCASE(ukbitops, last_bit)
{
	UK_TEST_EXPECT_SNUM_EQ(uk_fls(0), 0);
	UK_TEST_EXPECT_SNUM_EQ(uk_fls(0x80000000U), 32);
	UK_TEST_EXPECT_SNUM_EQ(uk_fls(6), 3);
	UK_TEST_EXPECT_SNUM_EQ(uk_flsl(~0UL), 64);
	UK_TEST_EXPECT_SNUM_EQ(fls64(1ULL << 40), 41);
}

UK_TESTCASE(ukbitops, rotates)
{
	UK_TEST_EXPECT_SNUM_EQ(uk_ror32(0x12345678, 8), 0x78123456);
	UK_TEST_EXPECT_SNUM_EQ(uk_ror32(0x12345678, 0), 0x12345678);
	UK_TEST_EXPECT_SNUM_EQ(uk_ror32(0x12345678, 32), 0x12345678);
}

UK_TESTCASE(ukbitops, orders)
{
	UK_TEST_EXPECT_SNUM_EQ(uk_get_count_order(1), 0);
	UK_TEST_EXPECT_SNUM_EQ(uk_get_count_order(2), 1);
	UK_TEST_EXPECT_SNUM_EQ(uk_get_count_order(3), 2);
	UK_TEST_EXPECT_SNUM_EQ(uk_get_count_order(4096), 12);
	UK_TEST_EXPECT_SNUM_EQ(uk_get_count_order(4097), 13);
}

UK_TESTCASE(ukbitops, sign_extension)
{
	UK_TEST_EXPECT(uk_sign_extend64(0x80, 7) == 0xffffffffffffff80ULL);
	UK_TEST_EXPECT_SNUM_EQ(uk_sign_extend64(0x7f, 7), 0x7f);
}

static const unsigned long sparse[3] = {0, 1UL << 5, 1UL << 63};

UK_TESTCASE(ukbitops, finds_first)
{
	const unsigned long none[2] = {0, 0};

	UK_TEST_EXPECT_SNUM_EQ(uk_find_first_bit(sparse, 192), 69);
	UK_TEST_EXPECT_SNUM_EQ(uk_find_first_bit(none, 128), 128);
	UK_TEST_EXPECT_SNUM_EQ(uk_find_first_bit(sparse, 40), 40);
}

UK_TESTCASE(ukbitops, finds_next)
{
	UK_TEST_EXPECT_SNUM_EQ(uk_find_next_bit(sparse, 192, 69), 69);
	UK_TEST_EXPECT_SNUM_EQ(uk_find_next_bit(sparse, 192, 70), 191);
	UK_TEST_EXPECT_SNUM_EQ(uk_find_next_bit(sparse, 191, 70), 191);
	UK_TEST_EXPECT_SNUM_EQ(uk_find_next_bit(sparse, 192, 192), 192);
}

UK_TESTCASE(ukbitops, finds_zeros)
{
	const unsigned long full[2] = {~0UL, ~0UL ^ 4};

	UK_TEST_EXPECT_SNUM_EQ(uk_find_first_zero_bit(full, 128), 66);
	UK_TEST_EXPECT_SNUM_EQ(uk_find_next_zero_bit(full, 128, 67), 128);
	UK_TEST_EXPECT_SNUM_EQ(uk_find_first_zero_bit(full, 60), 60);
}

UK_TESTCASE(ukbitops, finds_last)
{
	UK_TEST_EXPECT_SNUM_EQ(uk_find_last_bit(sparse, 192), 191);
	UK_TEST_EXPECT_SNUM_EQ(uk_find_last_bit(sparse, 191), 69);
	UK_TEST_EXPECT_SNUM_EQ(uk_find_last_bit(sparse, 69), 69);
}

UK_TESTCASE(ukbitops, walks)
{
	unsigned long bit, sum = 0, count = 0;

	uk_for_each_set_bit(bit, sparse, 192)
		sum += bit;
	uk_for_each_clear_bit(bit, sparse, 192)
		++count;
	UK_TEST_EXPECT_SNUM_EQ(sum, 69 + 191);
	UK_TEST_EXPECT_SNUM_EQ(count, 190);
}

UK_TESTCASE(ukbitops, sets_and_clears)
{
	unsigned long words[2] = {0, 0};

	uk_set_bit(70, words);
	UK_TEST_EXPECT_SNUM_EQ(words[1], 64);
	UK_TEST_EXPECT(uk_test_bit(70, words));
	UK_TEST_EXPECT(!uk_test_bit(6, words));
	uk_clear_bit(70, words);
	UK_TEST_EXPECT_ZERO(words[1]);
	__uk_set_bit(0, words);
	UK_TEST_EXPECT_SNUM_EQ(words[0], 1);
	__uk_clear_bit(0, words);
	UK_TEST_EXPECT_ZERO(words[0]);
}

UK_TESTCASE(ukbitops, tells_what_was)
{
	unsigned long words[1] = {0};

	UK_TEST_EXPECT(!uk_test_and_set_bit(9, words));
	UK_TEST_EXPECT(uk_test_and_set_bit(9, words));
	UK_TEST_EXPECT(uk_test_and_clear_bit(9, words));
	UK_TEST_EXPECT(!uk_test_and_clear_bit(9, words));
	UK_TEST_EXPECT(!__uk_test_and_set_bit(63, words));
	UK_TEST_EXPECT(__uk_test_and_clear_bit(63, words));
	UK_TEST_EXPECT_ZERO(words[0]);
}

uk_testsuite_register(ukbitops, NULL);
